import DialogEngine
import Glibc

/// What the machine tells: account, home, environment, program file.
enum Surroundings {
    static var environment: [String: String] {
        var result: [String: String] = [:]
        var entry = environ
        while let text = entry.pointee {
            let parts = String(cString: text).split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2 { result[String(parts[0])] = String(parts[1]) }
            entry += 1
        }
        return result
    }

    static func variable(_ name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return String(cString: value)
    }

    /// Since 1970.
    static func nanoseconds() -> Int {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return now.tv_sec * 1_000_000_000 + now.tv_nsec
    }

    /// The name of the account that runs the program.
    static var account: String {
        guard let entry = getpwuid(getuid()) else { return "account-\(getuid())" }
        return String(cString: entry.pointee.pw_name)
    }

    /// nil when there is no home folder.
    static var home: String? {
        if let home = variable("HOME") { return home }
        guard let entry = getpwuid(getuid()) else { return nil }
        let folder = String(cString: entry.pointee.pw_dir)
        return folder.isEmpty || folder == "/nonexistent" ? nil : folder
    }

    /// Where the program may keep what it needs for itself; made when it is not there.
    static var stateFolder: String? {
        let above: String
        if let folder = variable("XDG_STATE_HOME") {
            above = folder
        } else if let home {
            above = home + "/.local/state"
        } else {
            return nil
        }
        let folder = above + "/klachtwijzer"
        if isFolder(folder) { return folder }
        for path in [home.map { $0 + "/.local" }, above, folder].compactMap({ $0 }) { mkdir(path, 0o700) }
        return isFolder(folder) ? folder : nil
    }

    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// The folder of the program file, links followed.
    static var programFolder: String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        guard count > 0 else { return nil }
        let path = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return path.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }
    }
}
