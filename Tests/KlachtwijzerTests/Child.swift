import Foundation
import Testing

/// A running program, started without a fork of this process with all its threads.
final class Child {
    /// A file for one of the three standard descriptors, and how to open it.
    typealias Standard = (path: String, flags: Int32)

    let pid: pid_t
    private var status: Int32?

    /// - Parameter ownsTerminal: It becomes the leader of a session, and the terminal it opens first its own.
    init(
        _ path: String, _ arguments: [String], environment: [String], folder: String, standard: [Standard],
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
        let launcher = ["/usr/bin/env", "-C", folder]
        var words = (launcher + [path] + arguments).map { strdup($0) } + [nil]
        var variables = environment.map { strdup($0) } + [nil]
        defer {
            for text in words + variables { free(text) }
        }
        let failure = posix_spawn(&pid, launcher[0], &actions, &attributes, &words, &variables)
        try #require(failure == 0, "\(path) does not start: \(String(cString: strerror(failure)))")
        self.pid = pid
    }

    deinit {
        if status == nil {
            kill(pid, SIGKILL)
            _ = waitForEnd()
        }
    }

    /// - Returns: The exit status, or 128 and the signal, as a shell counts.
    func waitForEnd() -> Int32 {
        if let status { return status }
        var raw: Int32 = 0
        while waitpid(pid, &raw, 0) < 0, errno == EINTR {}
        let status = raw & 0x7f == 0 ? raw >> 8 & 0xff : 128 + raw & 0x7f
        self.status = status
        return status
    }
}

/// Reading and writing, however it comes in pieces.
enum Descriptors {
    /// Text until it is enough, until there is no more, or until a minute passes without news.
    static func text(from descriptor: Int32, isEnough: (String) -> Bool) -> String {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let ready = poll(&watched, 1, 60_000)
            if ready < 0, errno == EINTR { continue }
            guard ready > 0 else { break }
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            bytes += chunk[..<count]
            if isEnough(String(decoding: bytes, as: UTF8.self)) { break }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func send(_ text: String, to descriptor: Int32) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}
