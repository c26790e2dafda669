import Foundation

/// A running program, started without a fork of this process with all its threads.
public final class Child {
    /// A file for one of the three standard descriptors, and how to open it.
    public typealias Standard = (path: String, flags: Int32)

    public let pid: pid_t
    private var status: Int32?
    /// What the system counted: time of the processor, peak memory. Known at the end.
    public private(set) var usage = rusage()

    public struct DoesNotStart: Error {
        let path: String
        let reason: String
    }

    /// - Parameters:
    ///   - folder: Where it works; another program takes it there first.
    ///   - ownsTerminal: It becomes the leader of a session, and the terminal it opens first its own.
    public init(
        _ path: String, _ arguments: [String], environment: [String], folder: String? = nil,
        standard: [Standard],
        ownsTerminal: Bool = false
    ) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (number, place) in standard.enumerated() {
            posix_spawn_file_actions_addopen(&actions, Int32(number), place.path, place.flags, 0o600)
        }

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // A runner of tests may have blocked or ignored signals, which a program would inherit.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        // POSIX_SPAWN_SETSID is not imported.
        let session: Int32 = ownsTerminal ? 0x80 : 0
        posix_spawnattr_setflags(
            &attributes, Int16(Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF) | session))

        var pid: pid_t = 0
        let launcher = folder.map { ["/usr/bin/env", "-C", $0] } ?? []
        let line = launcher + [path] + arguments
        var words = line.map { strdup($0) } + [nil]
        var variables = environment.map { strdup($0) } + [nil]
        defer {
            for text in words + variables { free(text) }
        }
        let failure = posix_spawn(&pid, line[0], &actions, &attributes, &words, &variables)
        guard failure == 0 else { throw DoesNotStart(path: path, reason: String(cString: strerror(failure))) }
        self.pid = pid
    }

    deinit {
        if status == nil {
            kill(pid, SIGKILL)
            waitForEnd()
        }
    }

    /// - Returns: The exit status, or 128 and the signal, as a shell counts.
    @discardableResult
    public func waitForEnd() -> Int32 {
        if let status { return status }
        var raw: Int32 = 0
        while wait4(pid, &raw, 0, &usage) < 0, errno == EINTR {}
        let status = raw & 0x7f == 0 ? raw >> 8 & 0xff : 128 + raw & 0x7f
        self.status = status
        return status
    }

    /// Whether it stands still by SIGSTOP.
    public var isStopped: Bool {
        var information = siginfo_t()
        return waitid(P_PID, id_t(pid), &information, WSTOPPED | WNOHANG | WNOWAIT) == 0
            && information.si_signo == SIGCHLD
    }

    /// Whether it has ended, without waiting.
    public var hasEnded: Bool {
        if status != nil { return true }
        var information = siginfo_t()
        return waitid(P_PID, id_t(pid), &information, WEXITED | WNOHANG | WNOWAIT) == 0
            && information.si_signo == SIGCHLD
    }
}
