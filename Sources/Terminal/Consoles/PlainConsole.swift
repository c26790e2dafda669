import Assistant
import Glibc

/// A conversation on a terminal that only ever appends: for screen readers, `TERM=dumb` and serial lines.
///
/// The kernel edits the line, so backspace and Ctrl-U work and nothing is drawn again. It passes at most
/// 4,095 bytes a line. Ctrl-C is an answer while this console lives.
public final class PlainConsole: Console {
    private let screen: Screen
    private var lines: LineInput
    /// The terminal opened once more, negative where the system does not allow it.
    private let ownInput: Int32
    /// Absent when the system had no file descriptor left for it: then Ctrl-C ends the program as usual.
    private let interrupt: InterruptSignal?

    /// - Parameters:
    ///   - input: File descriptor of the terminal to read from; stays the caller's.
    ///   - output: File descriptor of the terminal to write to; stays the caller's.
    ///   - environment: See `Styling`.
    /// - Precondition: No other `PlainConsole` lives in this program.
    public init(input: Int32, output: Int32, environment: [String: String]) {
        screen = Screen(descriptor: output, environment: environment)
        // Ctrl-C also throws away what the terminal had ready, and a read that came for it would wait on. So reading
        // must not block, and that is a property which the given descriptor may share with other programs.
        ownInput = open("/proc/self/fd/\(input)", O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        lines = LineInput(descriptor: ownInput >= 0 ? ownInput : input)
        interrupt = InterruptSignal()
    }

    deinit {
        if ownInput >= 0 { close(ownInput) }
    }

    public func write(_ lines: [ScreenLine]) throws(ConsoleProblem) {
        try screen.write(lines)
    }

    public func read(_ prompt: Prompt) throws(ConsoleProblem) -> Typed {
        try screen.put(prompt.mark)
        let typed = try lines.next(unless: interrupt)
        switch typed {
        case .line: break
        // The kernel echoes Enter, but neither Ctrl-D nor what comes after the `^C` it shows.
        case .end, .interrupted: try screen.put("\n")
        }
        return typed
    }
}
