import DialogEngine
import Glibc

/// The files of one gemeente, read once.
public struct DialogFolder: Sendable {
    /// What went wrong with the folder itself.
    public enum Problem: Error, Hashable {
        case notThere(String)
        case notAFolder(String)
        case unreadable(String, errno: Int32)
        case tooLarge(String)

        /// One Dutch sentence with what to do.
        public var words: String {
            switch self {
            case .notThere(let path):
                "De map '\(path)' is er niet. Zeg met --dialogen waar de dialogen staan."
            case .notAFolder(let path):
                "'\(path)' is geen map. Zeg met --dialogen de map waar gemeente.yaml in staat."
            case .unreadable(let path, let errno):
                "Het bestand '\(path)' is niet te lezen (\(String(cString: strerror(errno)))). Kijk of u erbij mag."
            case .tooLarge(let path):
                "Het bestand '\(path)' is te groot voor een dialoog. Staat er iets anders in?"
            }
        }
    }

    /// The folder as the user named it, for messages.
    public let path: String
    /// By name relative to the folder, sorted.
    public let files: [File]

    public struct File: Hashable, Sendable {
        public let name: String
        /// As it stands on disk: the usual start only takes their mark.
        let bytes: [UInt8]

        public init(name: String, text: String) { self.init(name: name, bytes: Array(text.utf8)) }

        init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }

        /// With U+FFFD for each piece that is not UTF-8.
        public var text: String { String(decoding: bytes, as: UTF8.self) }
        var isText: Bool { String(validating: bytes, as: UTF8.self) != nil }
    }

    public init(path: String, files: [File]) {
        self.path = path
        self.files = files.sorted { $0.name < $1.name }
    }

    /// No file of a dialog is larger than this many bytes; a larger one is a mistake, not a dialog.
    public static let largestFile = 4_000_000

    /// Reads every file that belongs to a dialog.
    public init(reading path: String) throws(Problem) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw .notThere(path) }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw .notAFolder(path) }
        var files: [File] = []
        for folder in ["", "vragen", "teksten", "brieven", "proeven"] {
            let prefix = folder.isEmpty ? "" : folder + "/"
            for name in Self.entries(path + "/" + folder)
            where name.hasSuffix(".yaml") || name.hasSuffix(".mustache") {
                files.append(File(name: prefix + name, bytes: try Self.read("\(path)/\(prefix)\(name)")))
            }
        }
        self.init(path: path, files: files)
    }

    /// A short mark of the content of all files; other content, other mark.
    public var version: String { Self.written(contentHash) }

    /// As it stands in records and file names: sixteen hexadecimal digits.
    static func written(_ hash: UInt64) -> String {
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// A hash of names and texts. It tells versions apart; it is no protection against somebody who wants two
    /// versions to look the same.
    public var contentHash: UInt64 {
        var hash = WordHash()
        for file in files {
            hash.add(file.name)
            file.bytes.withUnsafeBytes { hash.add($0) }
        }
        return hash.value
    }

    func file(_ name: String) -> File? { files.first { $0.name == name } }
    func text(_ name: String) -> String? { file(name)?.text }
    func shown(_ name: String) -> String { path + "/" + name }
    func names(in folder: String) -> [String] { files.map(\.name).filter { $0.hasPrefix(folder + "/") } }

    /// The text of the line a diagnostic is about.
    public func line(_ place: Place) -> String? {
        let name = String(place.file.dropFirst(path.count + 1))
        guard let text = text(name) else { return nil }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.indices.contains(place.line - 1) else { return nil }
        return String(lines[place.line - 1].prefix(160))
    }

    /// The folders in this one that are of a gemeente, sorted.
    public static func gemeenten(in path: String) -> [String] {
        entries(path).map { "\(path)/\($0)" }.filter { access($0 + "/gemeente.yaml", F_OK) == 0 }
    }

    static func entries(_ path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }

    private static func read(_ path: String) throws(Problem) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path, errno: errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw .unreadable(path, errno: errno)
        }
        guard status.st_size <= largestFile else { throw .tooLarge(path) }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var filled = 0
        while filled < bytes.count {
            let count = bytes.withUnsafeMutableBytes {
                Glibc.read(descriptor, $0.baseAddress! + filled, $0.count - filled)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw .unreadable(path, errno: errno)
            }
            if count == 0 { break }
            filled += count
        }
        bytes.removeLast(bytes.count - filled)
        return bytes
    }
}
