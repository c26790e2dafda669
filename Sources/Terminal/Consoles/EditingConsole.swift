import Assistant
import CEditLine

/// A conversation on a terminal with a line editor: the usual one.
public final class EditingConsole: Console {
    private let screen: Screen
    /// What a crash says: the language of the talk may change.
    private var crashMessage: String
    private let editor: LineEditor

    /// - Parameters:
    ///   - input: File descriptor of the terminal to read from; stays the caller's.
    ///   - output: File descriptor of the terminal to write to; stays the caller's.
    ///   - environment: See `Styling`.
    ///   - crashMessage: One sentence for when the program ends by its own mistake.
    /// - Returns: Nothing where a line cannot be edited, such as on a terminal that nobody knows.
    /// - Precondition: No other `EditingConsole` or `PlainConsole` lives in this program.
    public init?(input: Int32, output: Int32, environment: [String: String], crashMessage: String) {
        screen = Screen(descriptor: output, environment: environment)
        screen.guardCrash(saying: crashMessage)
        self.crashMessage = crashMessage
        guard let editor = LineEditor(input: input, output: output, screen: screen) else {
            cel_guard_close()
            return nil
        }
        // Not before: a terminal that cannot be edited on gets no code at all.
        cel_guard_pastes()
        self.editor = editor
    }

    deinit { cel_guard_close() }

    public func write(_ lines: [ScreenLine]) throws(ConsoleProblem) {
        try screen.write(lines)
    }

    public func read(_ prompt: Prompt) throws(ConsoleProblem) -> Typed {
        if crashMessage != prompt.remarks.crashed {
            crashMessage = prompt.remarks.crashed
            screen.sayAtCrash(crashMessage)
        }
        switch try editor.read(prompt) {
        case .line(let line): return .line(line)
        case .interrupted(let key):
            try screen.put(key + "\n")
            return .interrupted
        case .gone: throw .cannotRead(errno: 0)
        case .mustLeave(let signal, let hadText):
            try screen.put("\n")
            if hadText {
                try screen.write([ScreenLine(prompt.remarks.unfinished, indent: 5, style: .warning)])
            }
            return .mustLeave(signal: signal)
        }
    }
}
