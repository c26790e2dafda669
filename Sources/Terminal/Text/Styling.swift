import Assistant

/// Marks lines as bold or dim where a terminal can; the words say the same without it.
public struct Styling: Hashable, Sendable {
    /// Whether lines are marked at all.
    public let isOn: Bool

    /// - Parameters:
    ///   - isTerminal: The output is a terminal, not a file or a pipe.
    ///   - environment: Read for `TERM` and for `NO_COLOR` (no-color.org).
    public init(isTerminal: Bool, environment: [String: String]) {
        let term = environment["TERM", default: ""]
        isOn = isTerminal && !term.isEmpty && term != "dumb" && environment["NO_COLOR", default: ""].isEmpty
    }

    /// The line, with the codes of its style around it.
    public func marked(_ line: String, as style: ScreenLine.Style) -> String {
        guard isOn, !line.isEmpty, let code = code(of: style) else { return line }
        return "\u{1B}[\(code)m\(line)\u{1B}[0m"
    }

    /// The number of the SGR code, absent for plain text.
    private func code(of style: ScreenLine.Style) -> Int? {
        switch style {
        case .plain: nil
        case .strong, .warning: 1
        case .faint: 2
        }
    }
}
