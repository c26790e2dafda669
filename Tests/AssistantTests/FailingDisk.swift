import Glibc
import Records

/// The real disk, that is full or cannot read some files.
struct FailingDisk: FileSystem {
    /// Nothing more can be written but zeros: the store tries those when it is opened, before it was full.
    var isFull: Bool
    /// The error of a file whose path holds this.
    var unreadable: (part: String, number: Int32)?

    private let disk = DiskFileSystem()

    init(isFull: Bool = false, unreadable: (part: String, number: Int32)? = nil) {
        self.isFull = isFull
        self.unreadable = unreadable
    }

    private func check(_ operation: SystemError.Operation, _ path: String) throws(SystemError) {
        if let unreadable, path.contains(unreadable.part) {
            throw SystemError(operation, path, unreadable.number)
        }
    }

    func write(_ bytes: [UInt8], to file: OpenFile) throws(SystemError) {
        try write(bytes, to: file, at: 0)
    }

    func write(_ bytes: [UInt8], to file: OpenFile, at place: Int) throws(SystemError) {
        if isFull, bytes.contains(where: { $0 != 0 }) { throw SystemError(.write, file.path, ENOSPC) }
        try disk.write(bytes, to: file, at: place)
    }

    func list(_ folder: String) throws(SystemError) -> [String] {
        try check(.list, folder)
        return try disk.list(folder)
    }

    func read(_ path: String, limit: Int) throws(SystemError) -> [UInt8] {
        try check(.read, path)
        return try disk.read(path, limit: limit)
    }

    // As on every disk.

    func openUnnamed(inFolder folder: String) throws(SystemError) -> OpenFile {
        try disk.openUnnamed(inFolder: folder)
    }
    func openNew(_ path: String) throws(SystemError) -> OpenFile { try disk.openNew(path) }
    func openExisting(_ path: String) throws(SystemError) -> OpenFile { try disk.openExisting(path) }
    func openForLocking(_ path: String) throws(SystemError) -> OpenFile { try disk.openForLocking(path) }
    func facts(of file: OpenFile) throws(SystemError) -> FileFacts { try disk.facts(of: file) }
    func synchroniseContent(of file: OpenFile) throws(SystemError) { try disk.synchroniseContent(of: file) }
    func synchronise(_ file: OpenFile) throws(SystemError) { try disk.synchronise(file) }
    func link(_ file: OpenFile, as path: String) throws(SystemError) { try disk.link(file, as: path) }
    func close(_ file: OpenFile) { disk.close(file) }
    func lock(_ file: OpenFile, byte: UInt64, waiting: Bool) throws(SystemError) -> Bool {
        try disk.lock(file, byte: byte, waiting: waiting)
    }
    func unlink(_ path: String) throws(SystemError) { try disk.unlink(path) }
    func makeFolder(_ path: String) throws(SystemError) { try disk.makeFolder(path) }
    func synchroniseFolder(_ path: String) throws(SystemError) { try disk.synchroniseFolder(path) }
    func synchroniseAll(_ path: String) throws(SystemError) { try disk.synchroniseAll(path) }
    func isFolder(_ path: String) throws(SystemError) -> Bool { try disk.isFolder(path) }
    func openForReading(_ path: String) throws(SystemError) -> OpenFile { try disk.openForReading(path) }
    func openForAppending(_ path: String) throws(SystemError) -> OpenFile {
        try disk.openForAppending(path)
    }
    func read(_ file: OpenFile, from place: Int, count: Int) throws(SystemError) -> [UInt8] {
        try disk.read(file, from: place, count: count)
    }
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
