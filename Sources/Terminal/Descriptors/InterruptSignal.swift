import Glibc
import Synchronization

/// Ctrl-C as something that can be read, for as long as this object lives.
///
/// The handler may run between any two instructions, so all it does is write a byte to a pipe. A Ctrl-C that comes
/// while nobody reads is kept for the next prompt: it never ends the program in the middle of saving.
final class InterruptSignal {
    /// Can be read from once Ctrl-C was pressed.
    let descriptor: Int32
    private let writeEnd: Int32
    private var previous = sigaction()

    /// - Returns: Nothing when the system has no file descriptors left.
    init?() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        (descriptor, writeEnd) = (ends[0], ends[1])
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        // Also makes sure that the global exists before the handler can run.
        let (isFree, _) = handlerTarget.compareExchange(
            expected: -1, desired: writeEnd, ordering: .sequentiallyConsistent)
        precondition(isFree, "one console at a time listens to Ctrl-C")

        var action = sigaction()
        action.sa_flags = SA_RESTART
        action.__sigaction_handler.sa_handler = { _ in
            let before = errno
            var byte: UInt8 = 1
            _ = Glibc.write(handlerTarget.load(ordering: .relaxed), &byte, 1)
            errno = before
        }
        sigaction(SIGINT, &action, &previous)
    }

    deinit {
        sigaction(SIGINT, &previous, nil)
        handlerTarget.store(-1, ordering: .sequentiallyConsistent)
        close(writeEnd)
        close(descriptor)
    }

    /// Whether Ctrl-C was pressed since the last time this was asked.
    func consume() -> Bool {
        var wasPressed = false
        var byte: UInt8 = 0
        while Glibc.read(descriptor, &byte, 1) == 1 { wasPressed = true }
        return wasPressed
    }
}

/// Where the signal handler writes; -1 while nobody listens. A handler has no other way to know.
private let handlerTarget = Atomic<Int32>(-1)
