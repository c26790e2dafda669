import Assistant
import Glibc

/// The console that suits what the program is connected to.
///
/// - Parameters:
///   - input: File descriptor to read answers from, normally 0.
///   - output: File descriptor to write to, normally 1.
///   - environment: The variables of the program; see `Styling`.
/// - Returns: A `StreamConsole` as soon as one of both is no terminal.
public func console(input: Int32, output: Int32, environment: [String: String]) -> any Console {
    guard isatty(input) == 1, isatty(output) == 1 else {
        return StreamConsole(input: input, output: output, environment: environment)
    }
    return PlainConsole(input: input, output: output, environment: environment)
}
