import Glibc

/// The CPU that the real program uses from its start to the first question, with its input at the end.
enum StartUp {
    static func run(_ bench: Bench) {
        guard let program = sibling("klachtwijzer") else {
            return print("  klachtwijzer is nog niet gebouwd: swift build -c release --static-swift-stdlib")
        }
        var folder = Array("/tmp/klachtwijzer-bench-XXXXXX".utf8CString)
        guard let made = mkdtemp(&folder) else { return print("  geen tijdelijke map") }
        let home = String(cString: made)
        // The first start makes the store and the checked form of the dialogs.
        _ = cpu(program, home)
        bench.show("klachtwijzer", (0..<bench.rounds).compactMap { _ in cpu(program, home) })
        bench.show("/bin/true (ondergrens)", (0..<bench.rounds).compactMap { _ in cpu("/bin/true", home) })
    }

    /// - Returns: User and system seconds of one run; nil when it did not start.
    private static func cpu(_ program: String, _ home: String) -> Double? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        var child: pid_t = 0
        var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(program), nil]
        var environment: [UnsafeMutablePointer<CChar>?] = [
            strdup("HOME=\(home)"), strdup("PATH=/usr/bin:/bin"), nil,
        ]
        defer { for text in arguments + environment { free(text) } }
        guard posix_spawn(&child, program, &actions, nil, &arguments, &environment) == 0 else { return nil }
        var status: Int32 = 0
        var usage = rusage()
        guard wait4(child, &status, 0, &usage) == child else { return nil }
        let seconds = { (time: timeval) in Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }

    /// A program built beside this one.
    private static func sibling(_ name: String) -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        guard count > 0 else { return nil }
        let own = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let path = own.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/" + name
        return access(path, X_OK) == 0 ? path : nil
    }
}
