import DialogEngine
import Glibc

/// The folders of days, looked at by system calls on open folders: there are thousands, and each search asks for their
/// times.
struct DayFolders {
    /// Path of `klachten`.
    let path: String

    struct Seen: Equatable {
        let day: Day
        /// When something last came into it or went, in nanoseconds since 1970.
        let changed: Int
    }

    /// All days for which there is a folder, oldest first.
    ///
    /// The names of months and days are known: asking for each is quicker than asking which there are.
    func all() throws(SystemError) -> [Seen] {
        var seen: [Seen] = []
        let top = try OpenFolder(path)
        defer { top.close() }
        for year in try top.names().sorted()
        where year.utf8.count == 4 && year.utf8.allSatisfy({ (48...57).contains($0) }) {
            guard let inYear = Int(year), let months = try top.folder(year) else { continue }
            defer { months.close() }
            for month in 1...12 {
                guard let days = try months.folder(Self.twoDigits[month]) else { continue }
                defer { days.close() }
                for name in 1...31 {
                    guard let facts = days.facts(Self.twoDigits[name]), facts.st_mode & S_IFMT == S_IFDIR,
                        let day = Day(year: inYear, month: month, day: name)
                    else { continue }
                    seen.append(Seen(day: day, changed: facts.st_mtim.nanoseconds))
                }
            }
        }
        return seen
    }

    private static let twoDigits = (0...31).map { $0 < 10 ? "0\($0)" : "\($0)" }

    func open(_ day: Day) throws(SystemError) -> OpenFolder {
        try OpenFolder("\(path)/\(StoreLayout.dated(day))")
    }
}

/// A folder that is open.
struct OpenFolder {
    let descriptor: Int32
    let path: String

    init(_ path: String) throws(SystemError) {
        self.path = path
        descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SystemError(.list, path, errno) }
    }

    private init(descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    func close() { _ = Glibc.close(descriptor) }

    /// - Returns: nil when it is no folder, or no longer there.
    func folder(_ name: String) throws(SystemError) -> OpenFolder? {
        let inner = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if inner >= 0 { return OpenFolder(descriptor: inner, path: "\(path)/\(name)") }
        guard [ENOENT, ENOTDIR].contains(errno) else { throw SystemError(.list, "\(path)/\(name)", errno) }
        return nil
    }

    func names() throws(SystemError) -> [String] {
        var names: [String] = []
        try eachName { name, _ in names.append(name) }
        return names
    }

    /// Every name but `.` and `..`, with the number of its inode, in the order of the folder.
    func eachName(_ use: (String, _ inode: UInt64) -> Void) throws(SystemError) {
        // A descriptor of its own: reading moves it on.
        guard let stream = fdopendir(openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)) else {
            throw SystemError(.list, path, errno)
        }
        defer { closedir(stream) }
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                guard errno == 0 else { throw SystemError(.list, path, errno) }
                return
            }
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != "." && name != ".." { use(name, UInt64(entry.pointee.d_ino)) }
        }
    }

    /// - Returns: nil when nothing has this name any more. A link is not followed.
    func facts(_ name: String) -> stat? {
        var facts = stat()
        return fstatat(descriptor, name, &facts, AT_SYMLINK_NOFOLLOW) == 0 ? facts : nil
    }

    var facts: stat? {
        var facts = stat()
        return fstat(descriptor, &facts) == 0 ? facts : nil
    }
}

extension timespec {
    var nanoseconds: Int { tv_sec * 1_000_000_000 + tv_nsec }
}

extension stat {
    /// Another after each change of a file.
    var stamp: Int { st_mtim.nanoseconds &+ Int(st_size) &* 0x9E37_79B9 }
}
