import Assistant
import Glibc

/// The console that suits what the program is connected to.
///
/// - Parameters:
///   - input: File descriptor to read answers from, normally 0.
///   - output: File descriptor to write to, normally 1.
///   - environment: The variables of the program: `TERM`, and see `Styling`.
///   - isPlain: Somebody asked for a screen that is never drawn again.
///   - crashMessage: One sentence for when the program ends by its own mistake.
/// - Returns: A `StreamConsole` as soon as one of both is no terminal; a `PlainConsole` for a terminal that cannot
///   move its cursor or that nobody knows; otherwise an `EditingConsole`.
public func console(
    input: Int32, output: Int32, environment: [String: String], isPlain: Bool = false,
    crashMessage: String = ""
) -> any Console {
    guard isatty(input) == 1, isatty(output) == 1 else {
        return StreamConsole(input: input, output: output, environment: environment)
    }
    // libedit knows emacs as a terminal in which it must not edit.
    let simple = ["", "dumb", "emacs"]
    if !isPlain, !simple.contains(environment["TERM", default: ""]),
        let console = EditingConsole(
            input: input, output: output, environment: environment, crashMessage: crashMessage)
    {
        return console
    }
    return PlainConsole(input: input, output: output, crashMessage: crashMessage)
}

/// Shows lines without a conversation: a page, a list.
///
/// - Parameter output: File descriptor to write to; stays the caller's.
public func show(
    _ lines: [ScreenLine], on output: Int32, environment: [String: String]
) throws(ConsoleProblem) {
    try Screen(descriptor: output, environment: environment).write(lines)
}
