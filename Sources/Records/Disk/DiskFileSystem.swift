import CFileSystem
import Glibc

/// The file system of the machine, by system calls: they tell which error it was, and they sync when asked.
public struct DiskFileSystem: FileSystem {
    public init() {}

    // Not importable from C: macros with a cast or behind a feature test. The numbers are those of every
    // Linux.
    private static let unnamed = 0o20_000_000 | O_DIRECTORY
    private static let lockNow: Int32 = 37
    private static let lockWaiting: Int32 = 38
    private static let emptyPath: Int32 = 0x1000

    public func openUnnamed(inFolder folder: String) throws(SystemError) -> OpenFile {
        try open(folder, Self.unnamed | O_WRONLY)
    }

    public func openNew(_ path: String) throws(SystemError) -> OpenFile {
        try open(path, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW)
    }

    public func openExisting(_ path: String) throws(SystemError) -> OpenFile {
        try openRegular(path, O_WRONLY)
    }

    public func openForReading(_ path: String) throws(SystemError) -> OpenFile {
        try openRegular(path, O_RDONLY)
    }

    public func openForLocking(_ path: String) throws(SystemError) -> OpenFile {
        try open(path, O_CREAT | O_RDWR | O_NOFOLLOW)
    }

    public func openForAppending(_ path: String) throws(SystemError) -> OpenFile {
        try openRegular(path, O_CREAT | O_RDWR)
    }

    public func facts(of file: OpenFile) throws(SystemError) -> FileFacts {
        let status = try status(of: file)
        return FileFacts(size: Int(status.st_size), links: Int(status.st_nlink))
    }

    public func write(_ bytes: [UInt8], to file: OpenFile) throws(SystemError) {
        try write(bytes, to: file, at: 0)
    }

    public func write(_ bytes: [UInt8], to file: OpenFile, at place: Int) throws(SystemError) {
        var done = 0
        while done < bytes.count {
            let count = try call(.write, file.path) {
                bytes.withUnsafeBytes { buffer in
                    pwrite(
                        file.descriptor, buffer.baseAddress! + done, buffer.count - done, off_t(place + done))
                }
            }
            // Nothing written and no error would go on for ever.
            guard count > 0 else { throw SystemError(.write, file.path, EIO) }
            done += count
        }
    }

    public func synchroniseContent(of file: OpenFile) throws(SystemError) {
        try call(.synchronise, file.path) { fdatasync(file.descriptor) }
    }

    public func synchronise(_ file: OpenFile) throws(SystemError) {
        try call(.synchronise, file.path) { fsync(file.descriptor) }
    }

    public func link(_ file: OpenFile, as path: String) throws(SystemError) {
        do throws(SystemError) {
            try call(.link, path) {
                linkat(
                    AT_FDCWD, "/proc/self/fd/\(file.descriptor)", AT_FDCWD, path, Int32(AT_SYMLINK_FOLLOW))
            }
        } catch let error where error.number == ENOENT {
            // Without /proc; allowed to everyone since Linux 6.10, to root before.
            try call(.link, path) { linkat(file.descriptor, "", AT_FDCWD, path, Self.emptyPath) }
        }
    }

    public func close(_ file: OpenFile) {
        // What had to be on the disk was synchronised; Linux closes the descriptor whatever it returns.
        _ = Glibc.close(file.descriptor)
    }

    public func lock(_ file: OpenFile, byte: UInt64, waiting: Bool) throws(SystemError) -> Bool {
        precondition(byte < 1 << 62, "a lock lies within the reach of a file offset")
        do throws(SystemError) {
            try call(.lock, file.path) {
                var range = flock()
                range.l_type = Int16(F_WRLCK)
                range.l_whence = Int16(SEEK_SET)
                range.l_start = off_t(byte)
                range.l_len = 1
                return fcntl(file.descriptor, waiting ? Self.lockWaiting : Self.lockNow, &range)
            }
            return true
        } catch let error where !waiting && (error.number == EAGAIN || error.number == EACCES) {
            return false
        }
    }

    public func unlink(_ path: String) throws(SystemError) {
        try call(.unlink, path) { Glibc.unlink(path) }
    }

    public func makeFolder(_ path: String) throws(SystemError) {
        try call(.makeFolder, path) { mkdir(path, 0o700) }
    }

    public func synchroniseFolder(_ path: String) throws(SystemError) {
        let folder = try open(path, O_RDONLY | O_DIRECTORY)
        defer { close(folder) }
        try synchronise(folder)
    }

    public func synchroniseAll(_ path: String) throws(SystemError) {
        let folder = try open(path, O_RDONLY | O_DIRECTORY)
        defer { close(folder) }
        try call(.synchronise, path) { syncfs(folder.descriptor) }
    }

    public func list(_ folder: String) throws(SystemError) -> [String] {
        try list(folder, startingWith: "").sorted()
    }

    public func list(_ folder: String, startingWith prefix: String) throws(SystemError) -> [String] {
        guard let stream = opendir(folder) else { throw SystemError(.list, folder, errno) }
        defer { closedir(stream) }
        var names: [String] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                guard errno == 0 else { throw SystemError(.list, folder, errno) }
                return names
            }
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { name -> String? in
                    // Before it is made a string: of a busy day nearly all are somebody else's.
                    strncmp(name, prefix, prefix.utf8.count) == 0 ? String(cString: name) : nil
                }
            }
            if let name, name != ".", name != ".." { names.append(name) }
        }
    }

    public func read(_ path: String, limit: Int) throws(SystemError) -> [UInt8] {
        let file = try openForReading(path)
        defer { close(file) }
        let size = try facts(of: file).size
        guard size <= limit else { throw SystemError(.read, path, EFBIG) }
        return try read(file, from: 0, count: size)
    }

    public func read(_ file: OpenFile, from place: Int, count: Int) throws(SystemError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var done = 0
        while done < count {
            let more = try call(.read, file.path) {
                bytes.withUnsafeMutableBytes { buffer in
                    pread(
                        file.descriptor, buffer.baseAddress! + done, buffer.count - done, off_t(place + done))
                }
            }
            // Shorter than was asked, or than it was a moment ago.
            if more == 0 { return Array(bytes[..<done]) }
            done += more
        }
        return bytes
    }

    public func isFolder(_ path: String) throws(SystemError) -> Bool {
        var status = stat()
        try call(.inspect, path) { stat(path, &status) }
        return status.st_mode & S_IFMT == S_IFDIR
    }

    public func entry(_ path: String) throws(SystemError) -> FileEntry {
        var status = stat()
        try call(.inspect, path) { lstat(path, &status) }
        let kind: FileEntry.Kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            default: .other
            }
        return FileEntry(kind: kind, rights: Self.rights(status))
    }

    public func rights(of path: String) throws(SystemError) -> FileRights {
        var status = stat()
        try call(.inspect, path) { stat(path, &status) }
        return Self.rights(status)
    }

    private static func rights(_ status: stat) -> FileRights {
        FileRights(owner: status.st_uid, group: status.st_gid, mode: status.st_mode & 0o7777)
    }

    public func share(_ file: OpenFile) throws(SystemError) {
        try call(.share, file.path) { fchmod(file.descriptor, 0o660) }
    }

    public func shareFolder(_ path: String) throws(SystemError) {
        try call(.share, path) { chmod(path, 0o2770) }
    }

    public func setRights(of path: String, group: UInt32, mode: UInt32) throws(SystemError) {
        if try entry(path).rights.group != group {
            try call(.share, path) { lchown(path, .max, group) }
        }
        try call(.share, path) { fchmodat(AT_FDCWD, path, mode, AT_SYMLINK_NOFOLLOW) }
    }

    public func rename(_ path: String, to newPath: String) throws(SystemError) {
        try call(.link, newPath) {
            renameat2(AT_FDCWD, path, AT_FDCWD, newPath, UInt32(RENAME_NOREPLACE))
        }
    }

    public func isOnNetwork(_ path: String) throws(SystemError) -> Bool {
        var facts = statfs()
        try call(.inspect, path) { statfs(path, &facts) }
        return Self.networkTypes.contains(UInt32(truncatingIfNeeded: facts.f_type))
    }

    /// NFS, SMB, SMB2, CIFS, 9P, Ceph, AFS, Coda and FUSE, behind which is sshfs more often than a disk; the
    /// numbers are those of `linux/magic.h`.
    private static let networkTypes: Set<UInt32> = [
        0x6969, 0x517B, 0xFE53_4D42, 0xFF53_4D42, 0x0102_1997, 0x00C3_6400, 0x5346_414F, 0x7375_7245,
        0x6B41_4653, 0x6573_5546,
    ]

    private func open(_ path: String, _ flags: Int32) throws(SystemError) -> OpenFile {
        let descriptor = try call(.open, path) { Glibc.open(path, flags | O_CLOEXEC, 0o600) }
        return OpenFile(descriptor: descriptor, path: path)
    }

    private func status(of file: OpenFile) throws(SystemError) -> stat {
        var status = stat()
        try call(.inspect, file.path) { fstat(file.descriptor, &status) }
        return status
    }

    /// Not through a symbolic link, and no folder, pipe or device.
    private func openRegular(_ path: String, _ flags: Int32) throws(SystemError) -> OpenFile {
        let file = try open(path, flags | O_NOFOLLOW | O_NONBLOCK)
        do throws(SystemError) {
            guard try status(of: file).st_mode & S_IFMT == S_IFREG else {
                throw SystemError(.open, path, EINVAL)
            }
        } catch {
            close(file)
            throw error
        }
        return file
    }

    /// Again as long as a signal interrupts it.
    @discardableResult
    private func call<Count: SignedInteger>(
        _ operation: SystemError.Operation, _ path: String, _ body: () -> Count
    ) throws(SystemError) -> Count {
        while true {
            let count = body()
            if count >= 0 { return count }
            let number = errno
            if number != EINTR { throw SystemError(operation, path, number) }
        }
    }
}
