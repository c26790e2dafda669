import DialogEngine
import Glibc

/// The files of one gemeente, read once.
public struct DialogFolder: Sendable {
    /// What went wrong with the folder itself.
    public enum Problem: Error, Hashable {
        case notThere(String)
        case notAFolder(String)
        case unreadable(String, errno: Int32)

        /// One Dutch sentence with what to do.
        public var words: String {
            switch self {
            case .notThere(let path):
                "De map '\(path)' is er niet. Zeg met --dialogen waar de dialogen staan."
            case .notAFolder(let path):
                "'\(path)' is geen map. Zeg met --dialogen de map waar gemeente.yaml in staat."
            case .unreadable(let path, let errno):
                "De map '\(path)' is niet te lezen (\(String(cString: strerror(errno)))). Kijk of u erbij mag."
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
        /// Why there is nothing in it; nil for a file that was read.
        let problem: FileProblem?

        public init(name: String, text: String) { self.init(name: name, bytes: Array(text.utf8)) }

        init(name: String, bytes: [UInt8], problem: FileProblem? = nil) {
            self.name = name
            self.bytes = bytes
            self.problem = problem
        }

        /// With U+FFFD for each piece that is not UTF-8, and without what editors of other systems put at the start of
        /// a file and at the ends of lines.
        public var text: String {
            let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
            let body = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
            guard body.contains(0x0D) else { return String(decoding: body, as: UTF8.self) }
            let lines = body.indices.filter {
                body[$0] != 0x0D || $0 + 1 == body.endIndex || body[$0 + 1] != 0x0A
            }
            return String(decoding: lines.map { body[$0] }, as: UTF8.self)
        }

        var isText: Bool { String(validating: bytes, as: UTF8.self) != nil }
    }

    public init(path: String, files: [File]) {
        self.path = path
        self.files = files.sorted { $0.name < $1.name }
    }

    /// Reads every file that belongs to a dialog.
    public init(reading path: String) throws(Problem) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw .notThere(path) }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw .notAFolder(path) }
        guard access(path, R_OK | X_OK) == 0 else { throw .unreadable(path, errno: errno) }
        var files: [File] = []
        for folder in ["", "vragen", "teksten", "brieven", "proeven"] {
            if !folder.isEmpty, let problem = FileProblem.ofFolder(path + "/" + folder) {
                files.append(File(name: folder, bytes: [], problem: problem))
            }
            let prefix = folder.isEmpty ? "" : folder + "/"
            for name in Self.entries(path + "/" + folder)
            where name.hasSuffix(".yaml") || name.hasSuffix(".mustache") {
                files.append(Self.file(prefix + name, in: path))
            }
        }
        self.init(path: path, files: files)
    }

    static func file(_ name: String, in path: String) -> File {
        do {
            return File(name: name, bytes: try FileBytes.read(name, in: path))
        } catch {
            return File(name: name, bytes: [], problem: error)
        }
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
            if let problem = file.problem { hash.add(problem.words) }
        }
        return hash.value
    }

    func file(_ name: String) -> File? { files.first { $0.name == name } }
    func text(_ name: String) -> String? { file(name)?.text }
    func shown(_ name: String) -> String { FileProblem.printable(path + "/" + name) }
    func names(in folder: String) -> [String] { files.map(\.name).filter { $0.hasPrefix(folder + "/") } }

    /// The text of the line a diagnostic is about.
    public func line(_ place: Place) -> String? { line(place, in: lines(of: place.file)) }

    /// The same, from the lines of its file.
    func line(_ place: Place, in lines: [Substring]) -> String? {
        guard lines.indices.contains(place.line - 1) else { return nil }
        return String(lines[place.line - 1].prefix(160))
    }

    /// As YAML counts them; none for what is not there.
    func lines(of shown: String) -> [Substring] {
        guard let file = files.first(where: { self.shown($0.name) == shown }) else { return [] }
        let breaks: Set<Character> = ["\n", "\r", "\r\n", "\u{85}", "\u{2028}", "\u{2029}"]
        return file.text.split(omittingEmptySubsequences: false) { breaks.contains($0) }
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
}
