import Assistant
import Terminal
import Testing

@Suite("Bold and dim")
struct StylingTests {
    @Test(
        "Only on a terminal that can, for a person who wants it",
        arguments: [
            (true, ["TERM": "xterm"], true),
            (true, ["TERM": "xterm", "NO_COLOR": ""], true),
            (true, ["TERM": "xterm", "NO_COLOR": "1"], false),
            (true, ["TERM": "dumb"], false),
            (true, ["TERM": ""], false),
            (true, [:], false),
            (false, ["TERM": "xterm"], false),
        ] as [(Bool, [String: String], Bool)])
    func isOnlyOnWhereWanted(isTerminal: Bool, environment: [String: String], expected: Bool) {
        #expect(Styling(isTerminal: isTerminal, environment: environment).isOn == expected)
    }

    @Test(
        "Each style",
        arguments: [
            (.plain, "ja"), (.strong, "\u{1B}[1mja\u{1B}[0m"), (.warning, "\u{1B}[1mja\u{1B}[0m"),
            (.faint, "\u{1B}[2mja\u{1B}[0m"),
        ] as [(ScreenLine.Style, String)])
    func styles(style: ScreenLine.Style, expected: String) {
        let styling = Styling(isTerminal: true, environment: ["TERM": "xterm"])
        #expect(styling.marked("ja", as: style) == expected)
        #expect(styling.marked("", as: style) == "")
    }
}
