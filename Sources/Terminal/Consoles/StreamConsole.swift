import Assistant
import Glibc

/// A conversation over files or pipes, written so that it reads like the screen.
public final class StreamConsole: Console {
    private let screen: Screen
    private var lines: LineInput
    /// What comes from a file or a pipe is shown by nobody else.
    private let echoes: Bool

    /// - Parameters:
    ///   - input: File descriptor to read from; stays the caller's.
    ///   - output: File descriptor to write to; stays the caller's.
    ///   - environment: See `Styling`.
    public init(input: Int32, output: Int32, environment: [String: String]) {
        screen = Screen(descriptor: output, environment: environment)
        lines = LineInput(descriptor: input)
        echoes = isatty(input) == 0
    }

    public func write(_ lines: [ScreenLine]) throws(ConsoleProblem) {
        try screen.write(lines)
    }

    public func read(_ prompt: Prompt) throws(ConsoleProblem) -> Typed {
        try screen.put(prompt.mark)
        prompt.whenShown()
        let line = try lines.next()
        // A line from a keyboard is on the screen already; the file it goes to gets at least its line end.
        try screen.put((echoes ? Sanitizing.clean(line ?? "") : "") + "\n")
        return line.map(Typed.line) ?? .end
    }
}
