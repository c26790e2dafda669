import Glibc

/// The folder of the index: `zoek-3.sqlite` is the third that was made, and the highest counts.
///
/// A file is made under another name, and given its own when it is whole; nothing is renamed over, for a desk may still
/// be reading the one before.
struct IndexFolder: Sendable {
    let path: String
    /// Of the store, whose rights the index has.
    let store: String

    struct Generation: Hashable, Sendable {
        let number: Int
        let path: String
    }

    private static let beginning = "zoek-"
    private static let ending = ".sqlite"
    private static let making = ".bouw"

    // MARK: Finding

    /// - Returns: nil when there is none.
    func newest() throws(SystemError) -> Generation? {
        try names().compactMap(generation).max { $0.number < $1.number }
    }

    private func generation(_ name: String) -> Generation? {
        guard name.hasPrefix(Self.beginning), name.hasSuffix(Self.ending),
            let number = Int(name.dropFirst(Self.beginning.count).dropLast(Self.ending.count)), number > 0
        else { return nil }
        return Generation(number: number, path: "\(path)/\(name)")
    }

    /// Of an index, or beside one: SQLite's own, and the lock.
    static func isFile(_ name: String) -> Bool {
        guard name.hasPrefix(beginning) else { return name == "slot" }
        let rest = name.dropFirst(beginning.count).drop { ("1"..."9").contains($0) || $0 == "0" }
        return [ending, making].contains { own in
            rest.hasPrefix(own) && ["", "-wal", "-shm", "-journal"].contains(rest.dropFirst(own.count))
        }
    }

    private func names() throws(SystemError) -> [String] {
        do throws(SystemError) {
            let folder = try OpenFolder(path)
            defer { folder.close() }
            return try folder.names()
        } catch let error where error.number == ENOENT {
            return []
        }
    }

    // MARK: Making

    /// Whoever makes, throws away or forgets holds this.
    ///
    /// - Returns: nil when another holds it and `waiting` is false.
    func lock(waiting: Bool) throws(SystemError) -> HeldLock? {
        try make()
        let disk = DiskFileSystem()
        let file = try disk.openForLocking("\(path)/slot")
        do throws(SystemError) {
            try share(file)
            if try disk.lock(file, byte: 0, waiting: waiting) {
                return HeldLock(file: file, fileSystem: disk)
            }
        } catch {
            disk.close(file)
            throw error
        }
        disk.close(file)
        return nil
    }

    /// A new, empty file; what somebody left half made goes.
    func begin() throws(SystemError) -> Generation {
        for name in try names() where name.contains(Self.making) { try erase(name) }
        let number = (try newest()?.number ?? 0) + 1
        let new = Generation(
            number: number, path: "\(path)/\(Self.beginning)\(number)\(Self.making)")
        let disk = DiskFileSystem()
        let file = try disk.openNew(new.path)
        defer { disk.close(file) }
        try share(file)
        return new
    }

    /// Gives a file its name, when all of it is on the disk, and erases those before it.
    func finish(_ made: Generation) throws(SystemError) {
        let disk = DiskFileSystem()
        let file = try disk.openExisting(made.path)
        defer { disk.close(file) }
        try disk.synchronise(file)
        let name = "\(Self.beginning)\(made.number)\(Self.ending)"
        try disk.link(file, as: "\(path)/\(name)")
        try disk.unlink(made.path)
        try disk.synchroniseFolder(path)
        for old in try names() where old.hasPrefix(Self.beginning) && !old.hasPrefix(name) { try erase(old) }
    }

    private func make() throws(SystemError) {
        let disk = DiskFileSystem()
        var above = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            above += part
            do throws(SystemError) {
                try disk.makeFolder(above)
                if above == path, try isShared { try disk.shareFolder(path) }
            } catch let error where [EEXIST, EACCES, EROFS].contains(error.number) {
                guard try disk.isFolder(above) else { throw error }
            }
            above += "/"
        }
    }

    /// Whether desks of other accounts use the store too.
    private var isShared: Bool {
        get throws(SystemError) { try DiskFileSystem().rights(of: store).isForGroup }
    }

    private func share(_ file: OpenFile) throws(SystemError) {
        let disk = DiskFileSystem()
        if try isShared, try disk.rights(of: file.path).mode & 0o777 != 0o660 { try disk.share(file) }
    }

    // MARK: Throwing away

    /// Erases all of it; a desk that has it open goes on with what it has until it looks here again.
    func destroy() throws(SystemError) {
        for name in try names() where name.hasPrefix(Self.beginning) { try erase(name) }
    }

    /// Overwritten first: it tells which words people used.
    private func erase(_ name: String) throws(SystemError) {
        let path = "\(path)/\(name)"
        // What lies in shared memory may not be touched while others look at it, and has no words in it.
        if !name.hasSuffix("-shm") { try overwrite(path) }
        do throws(SystemError) {
            try DiskFileSystem().unlink(path)
        } catch let error where error.number == ENOENT {
            // Another desk was first.
        }
    }

    private func overwrite(_ path: String) throws(SystemError) {
        let file = open(path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT || errno == ELOOP { return }
            throw SystemError(.open, path, errno)
        }
        defer { close(file) }
        var facts = stat()
        guard fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, facts.st_nlink == 1 else { return }
        let zeros = [UInt8](repeating: 0, count: 1 << 16)
        var at = 0
        while at < facts.st_size {
            let count = pwrite(file, zeros, min(zeros.count, Int(facts.st_size) - at), off_t(at))
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw SystemError(.write, path, errno) }
            at += count
        }
        guard fdatasync(file) == 0 else { throw SystemError(.synchronise, path, errno) }
    }
}
