import Glibc
import Records
import Synchronization

/// Stands between the store and a disk, and may refuse a call or say that it was done.
final class Between: FileSystem {
    enum Call {
        case openUnnamed
        /// Of a file that has no name yet, or only one for the time being.
        case newContent
        /// Of a file that is being erased.
        case zeros
        /// Of a file that only grows.
        case line
        case file
        case folder
        case all
    }

    private let disk: any FileSystem
    /// Returns false to leave the call out.
    private let allows: @Sendable (Call, String) throws(SystemError) -> Bool
    /// Files that are there already, opened to be written over.
    private let old = Mutex<Set<OpenFile>>([])
    private let growing = Mutex<Set<OpenFile>>([])

    init(_ disk: any FileSystem, _ allows: @escaping @Sendable (Call, String) throws(SystemError) -> Bool) {
        self.disk = disk
        self.allows = allows
    }

    static func withoutUnnamedFiles(_ disk: any FileSystem) -> Between {
        Between(disk) { (call, path) throws(SystemError) in
            if call == .openUnnamed { throw SystemError(.open, path, EOPNOTSUPP) }
            return true
        }
    }

    func openUnnamed(inFolder folder: String) throws(SystemError) -> OpenFile {
        _ = try allows(.openUnnamed, folder)
        return try disk.openUnnamed(inFolder: folder)
    }

    func openNew(_ path: String) throws(SystemError) -> OpenFile { try disk.openNew(path) }

    func openExisting(_ path: String) throws(SystemError) -> OpenFile {
        let file = try disk.openExisting(path)
        old.withLock { _ = $0.insert(file) }
        return file
    }

    func openForReading(_ path: String) throws(SystemError) -> OpenFile { try disk.openForReading(path) }

    func openForLocking(_ path: String) throws(SystemError) -> OpenFile { try disk.openForLocking(path) }

    func openForAppending(_ path: String) throws(SystemError) -> OpenFile {
        let file = try disk.openForAppending(path)
        growing.withLock { _ = $0.insert(file) }
        return file
    }

    func facts(of file: OpenFile) throws(SystemError) -> FileFacts { try disk.facts(of: file) }

    func write(_ bytes: [UInt8], to file: OpenFile) throws(SystemError) { try disk.write(bytes, to: file) }

    func write(_ bytes: [UInt8], to file: OpenFile, at place: Int) throws(SystemError) {
        try disk.write(bytes, to: file, at: place)
    }

    func read(_ file: OpenFile, from place: Int, count: Int) throws(SystemError) -> [UInt8] {
        try disk.read(file, from: place, count: count)
    }

    func synchroniseContent(of file: OpenFile) throws(SystemError) {
        let isGrowing = growing.withLock { $0.contains(file) }
        let call: Call = isGrowing ? .line : old.withLock { $0.contains(file) } ? .zeros : .newContent
        if try allows(call, file.path) { try disk.synchroniseContent(of: file) }
    }

    func synchronise(_ file: OpenFile) throws(SystemError) {
        if try allows(.file, file.path) { try disk.synchronise(file) }
    }

    func link(_ file: OpenFile, as path: String) throws(SystemError) { try disk.link(file, as: path) }

    func close(_ file: OpenFile) { disk.close(file) }

    func lock(_ file: OpenFile, byte: UInt64, waiting: Bool) throws(SystemError) -> Bool {
        try disk.lock(file, byte: byte, waiting: waiting)
    }

    func unlink(_ path: String) throws(SystemError) { try disk.unlink(path) }

    func makeFolder(_ path: String) throws(SystemError) { try disk.makeFolder(path) }

    func synchroniseFolder(_ path: String) throws(SystemError) {
        if try allows(.folder, path) { try disk.synchroniseFolder(path) }
    }

    func synchroniseAll(_ path: String) throws(SystemError) {
        if try allows(.all, path) { try disk.synchroniseAll(path) }
    }

    func list(_ folder: String) throws(SystemError) -> [String] { try disk.list(folder) }

    func read(_ path: String, limit: Int) throws(SystemError) -> [UInt8] {
        try disk.read(path, limit: limit)
    }

    func isFolder(_ path: String) throws(SystemError) -> Bool { try disk.isFolder(path) }

    func rights(of path: String) throws(SystemError) -> FileRights { try disk.rights(of: path) }

    func entry(_ path: String) throws(SystemError) -> FileEntry { try disk.entry(path) }

    func setRights(of path: String, group: UInt32, mode: UInt32) throws(SystemError) {
        try disk.setRights(of: path, group: group, mode: mode)
    }

    func rename(_ path: String, to newPath: String) throws(SystemError) {
        try disk.rename(path, to: newPath)
    }

    func share(_ file: OpenFile) throws(SystemError) { try disk.share(file) }

    func shareFolder(_ path: String) throws(SystemError) { try disk.shareFolder(path) }

    func isOnNetwork(_ path: String) throws(SystemError) -> Bool { try disk.isOnNetwork(path) }
}
