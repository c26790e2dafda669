import TestSupport
import Testing

@Suite("Pastes on a terminal")
struct PasteTests {
    private static let terminals = ["xterm-256color", "dumb"]

    private func bracketed(_ text: String) -> String { "\u{1B}[200~\(text)\u{1B}[201~" }

    /// Lines as they stand in a letter, about so many bytes of them; none is number 112, which is heard as danger.
    private func letter(_ bytes: Int) -> String {
        (1000...).lazy.map { "Regel \($0) van de brief. " }.prefix(bytes / 24).joined(separator: "\r\n")
    }

    /// Plays the talk up to the question for the name.
    private func atName(_ program: Program, _ term: String) throws -> Screen {
        let screen = try program.start(term)
        for line in [
            "De bus komt steeds te laat.", "", "nee", "n", "", "iemand hielp", "nee", "een organisatie",
            "taxi",
            "ja",
            "nog geen antwoord", "begin november", "te laat", "gisteren", "herstel", "", "Ja",
        ] { screen.type(line) }
        #expect(screen.shown.contains("Wat is uw naam?"), "\(screen.shown)")
        return screen
    }

    @Test(
        "Three lines into a name are one answer, with or without brackets", arguments: [true, false],
        terminals)
    func threeLinesIntoAName(_ isBracketed: Bool, _ term: String) throws {
        let screen = try atName(Program(), term)
        let lines = "Ans de Vries\rHoofdstraat 1\r2011 RD Haarlem\r"
        screen.press(isBracketed ? bracketed(lines) : lines)
        screen.wait("the three lines as one, not answered yet") {
            $0.line.hasPrefix("   › Ans de Vries Hoofdstraat 1 2011 RD Haarlem")
        }
        #expect(!screen.shown.contains("Wat is uw postcode"))
    }

    @Test(
        "A letter of this size is one answer, and what does not fit is said",
        arguments: [4_000, 64_000, 1_000_000], [true, false])
    func letters(_ bytes: Int, _ isBracketed: Bool) throws {
        let screen = try Program().start()
        let text = letter(bytes)
        screen.press(isBracketed ? bracketed(text) : text)
        let fits = text.unicodeScalars.count - text.split(separator: "\r\n").count < 20_000
        if !fits { screen.wait("that it is too long") { $0.shown.contains("Dat is meer dan hier past.") } }
        screen.wait("the letter") { $0.onScreen.contains { $0.hasPrefix("Regel") } }
        let shown = screen.type("")
        #expect(screen.isWaiting, "\(shown.suffix(400))")
        #expect(!screen.shown.contains("Is er nu gevaar"), "a paste alone does not end the story")
        #expect(screen.type("").contains("Is er nu gevaar"))
    }

    @Test("A paste whose end never comes is done after a while, and the keyboard works", arguments: terminals)
    func endNeverComes(_ term: String) throws {
        let screen = try Program().start(term)
        screen.press("\u{1B}[200~De lift is stuk.")
        screen.wait("the paste") { $0.line.hasPrefix("   › De lift is stuk.") }
        screen.press("X")
        screen.wait("a key after it") { $0.line.hasPrefix("   › De lift is stuk.X") }
        #expect(screen.type("").contains("De lift is stuk.X"))
    }

    @Test(
        "Codes in a paste are shown and do nothing",
        arguments: [
            ("\u{1B}]0;titel\u{7}Ans", "\u{FFFD}]0;titel\u{FFFD}Ans"),
            ("\u{1B}[2J\u{1B}[HAns", "\u{FFFD}[2J\u{FFFD}[HAns"),
            ("An\u{202E}s", "An\u{FFFD}s"), ("A\u{0}ns", "A\u{FFFD}ns"), ("Ans\u{3}", "Ans\u{FFFD}"),
            ("Ans\tde Vries", "Ans de Vries"),
        ], terminals)
    func codesInAName(_ paste: (text: String, shown: String), _ term: String) throws {
        let (text, expected) = paste
        let screen = try atName(Program(), term)
        screen.press(bracketed(text))
        screen.wait("|\(expected)|") { $0.line.hasPrefix("   › " + expected) }
        screen.type("")
        #expect(screen.isWaiting)
    }

    @Test("Pasted lines of a story are kept line by line")
    func linesOfAStory() throws {
        let screen = try Program().start()
        screen.press(bracketed("Eerste regel.\r\n\r\nTweede regel.\r\n"))
        screen.wait("both lines") { $0.line.hasPrefix("Tweede regel.") }
        screen.type("")
        screen.type("")
        #expect(screen.type("/overzicht").contains("Eerste regel. Tweede regel."))
    }

    @Test("Alt-Enter begins a new line of the story")
    func altEnter() throws {
        let screen = try Program().start()
        screen.press("Eerste regel.\u{1B}\rTweede regel.")
        screen.wait("both lines") { $0.line.hasPrefix("Tweede regel.") }
        screen.type("")
        screen.type("")
        #expect(screen.type("/overzicht").contains("Eerste regel. Tweede regel."))
    }

    @Test("Ten thousand keys at once answer at most this one question, and the rest is said")
    func tenThousandKeys() throws {
        let screen = try Program().start()
        screen.press(String(repeating: "1\r", count: 5_000))
        screen.wait("all of it as one answer") {
            !$0.line.contains("vraag 1") && $0.onScreen.contains { $0 == "1" }
        }
        #expect(!screen.shown.contains("Is er nu gevaar"))
    }
}
