import CEditLine
import Glibc

/// The signals of a terminal as something that can be read, for as long as this object lives.
///
/// A signal that comes while nobody reads is kept for the next prompt: it never ends the program in the middle of
/// saving.
final class Signals {
    enum Signal: Hashable {
        /// SIGINT, from another program: on our terminals Ctrl-C is a key.
        case interrupt
        /// SIGTERM or SIGHUP: the program must leave. The number is that of the signal.
        case leave(Int32)
        /// SIGTSTP.
        case suspend
        /// SIGCONT: somebody else may have changed the terminal.
        case resumed
        /// SIGWINCH.
        case resized
    }

    /// Can be read from once a signal came; negative when the system had no descriptor left for it.
    let descriptor: Int32

    /// - Precondition: No other `Signals` lives in this program.
    init() { descriptor = cel_signals_open() }

    deinit { cel_signals_close() }

    /// What came since the last time this was asked, oldest first.
    func take() -> [Signal] {
        guard descriptor >= 0 else { return [] }
        var signals: [Signal] = []
        var byte: UInt8 = 0
        while read(descriptor, &byte, 1) == 1 {
            switch Int32(byte) {
            case SIGINT: signals.append(.interrupt)
            case SIGTSTP: signals.append(.suspend)
            case SIGCONT: signals.append(.resumed)
            case SIGWINCH: signals.append(.resized)
            default: signals.append(.leave(Int32(byte)))
            }
        }
        return signals
    }
}
