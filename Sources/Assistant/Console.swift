/// Where a conversation is held: the terminal, a pipe, or a test's memory.
///
/// The assistant says what to show; the console wraps it to its width and makes it safe to show.
public protocol Console: AnyObject {
    /// Shows lines for good: nothing shown is drawn again or taken back.
    func write(_ lines: [ScreenLine]) throws(ConsoleProblem)

    /// Asks for one line.
    func read(_ prompt: Prompt) throws(ConsoleProblem) -> Typed
}

/// One line of output before wrapping. Its text may hold anything that people typed.
public struct ScreenLine: Hashable, Sendable {
    /// Only repeats what the words say; a console may leave it out.
    public enum Style: Hashable, Sendable {
        case plain, strong, faint, warning
    }

    /// Columns before the first line.
    public let indent: Int
    /// Text that stands before the rest and does not wrap, such as the number of a choice.
    public let label: String
    public let text: String
    public let style: Style

    public init(_ text: String, indent: Int = 0, label: String = "", style: Style = .plain) {
        self.indent = indent
        self.label = label
        self.text = text
        self.style = style
    }

    public static let blank = ScreenLine("")
    /// A ruler over the whole width with a title in it.
    public static func ruler(_ title: String) -> ScreenLine { ScreenLine(title, label: "──", style: .strong) }
    public var isRuler: Bool { label == "──" }
}

public enum Typed: Hashable, Sendable {
    /// An answer; lines within it are separated by `\n`.
    case line(String)
    /// There will be no more lines.
    case end
    /// Ctrl-C, or Ctrl-D where nothing was typed.
    case interrupted
    /// Somebody asked the program to leave, by SIGTERM or SIGHUP: the number of the signal.
    case mustLeave(signal: Int32)
}

/// The screen or the keyboard is gone.
public enum ConsoleProblem: Error, Hashable {
    case cannotRead(errno: Int32)
    case cannotWrite(errno: Int32)
}

extension ScreenLine {
    /// Plain text as lines; leading spaces become the indent, so that wrapped lines stand under their first.
    public static func lines(of text: String, indent: Int) -> [ScreenLine] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let spaces = line.prefix { $0 == " " }.count
            return ScreenLine(String(line.dropFirst(spaces)), indent: line.isEmpty ? 0 : indent + spaces)
        }
    }
}
