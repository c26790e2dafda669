import Glibc

/// Why a file of the folder was not read.
enum FileProblem: Error, Hashable {
    case oddName
    /// A folder, a pipe, a device.
    case notAFile
    case notAFolder
    case tooLarge(bytes: Int)
    case unreadable(errno: Int32)

    /// No file of a dialog is larger than this many bytes; a larger one is a mistake, not a dialog.
    static let largestFile = 1_000_000

    /// What is wrong with a folder that should hold files; nil when it is one, or is not there.
    static func ofFolder(_ path: String) -> FileProblem? {
        if let folder = opendir(path) {
            closedir(folder)
            return nil
        }
        return errno == ENOENT ? nil : errno == ENOTDIR ? .notAFolder : .unreadable(errno: errno)
    }

    /// What is wrong and what to do: one Dutch sentence without its full stop.
    var words: String {
        switch self {
        case .oddName: "de naam van dit bestand heeft een teken dat er niet hoort; geef het een gewone naam"
        case .notAFile: "dit is geen gewoon bestand; haal het weg of geef het een andere naam"
        case .notAFolder: "dit hoort een map te zijn; haal het bestand weg of geef het een andere naam"
        case .tooLarge(let bytes):
            "dit bestand is \(bytes / 1_000_000) MB en mag hooguit \(Self.largestFile / 1_000_000) MB zijn; staat er iets anders in?"
        case .unreadable(let errno):
            "dit is niet te lezen (\(String(cString: strerror(errno)))); kijk of u erbij mag en of het er nog staat"
        }
    }

    /// A name on one line, without anything that would steer a terminal.
    static func printable(_ name: String) -> String {
        String(
            String.UnicodeScalarView(
                name.unicodeScalars.flatMap { scalar in
                    isOdd(scalar) ? Array(scalar.escaped(asASCII: true).unicodeScalars) : [scalar]
                }))
    }

    /// Control characters, what turns the direction of writing, and what stands for bytes that are no text.
    static func isOdd(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: scalar == "\u{FFFD}"
        }
    }
}

/// Reads one file whole.
enum FileBytes {
    /// - Parameter name: Relative to the folder.
    static func read(_ name: String, in folder: String) throws(FileProblem) -> [UInt8] {
        guard !name.unicodeScalars.contains(where: FileProblem.isOdd) else { throw .oddName }
        let path = folder + "/" + name
        var status = stat()
        // Before opening: a pipe would wait for somebody to write, and opening a device can do anything.
        guard stat(path, &status) == 0 else { throw .unreadable(errno: errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { throw .unreadable(errno: errno) }
        defer { close(descriptor) }
        guard fstat(descriptor, &status) == 0 else { throw .unreadable(errno: errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
        guard status.st_size <= FileProblem.largestFile else { throw .tooLarge(bytes: Int(status.st_size)) }
        return try readToEnd(descriptor, expecting: Int(status.st_size))
    }

    /// A file can be longer than it says, as those of the kernel are, or grow meanwhile.
    private static func readToEnd(_ descriptor: Int32, expecting size: Int) throws(FileProblem) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: size + 1)
        var filled = 0
        while true {
            let count = bytes.withUnsafeMutableBytes {
                Glibc.read(descriptor, $0.baseAddress! + filled, $0.count - filled)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .unreadable(errno: errno) }
            if count == 0 { break }
            filled += count
            guard filled <= FileProblem.largestFile else { throw .tooLarge(bytes: filled) }
            if filled == bytes.count { bytes += [UInt8](repeating: 0, count: bytes.count) }
        }
        bytes.removeLast(bytes.count - filled)
        return bytes
    }
}
