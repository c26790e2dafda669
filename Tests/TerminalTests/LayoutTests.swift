import Assistant
import Terminal
import TestSupport
import Testing

@Suite("Lines that fit the screen")
struct LayoutTests {
    static let choice = ScreenLine(
        "De bus die mij naar de dagbesteding brengt komt steeds te laat", indent: 5, label: "12")

    @Test(
        "A choice hangs under its own text",
        arguments: [
            (
                20,
                """
                     12 De bus die
                        mij naar de
                        dagbesteding
                        brengt komt
                        steeds te
                        laat
                """
            ),
            (
                40,
                """
                     12 De bus die mij naar de
                        dagbesteding brengt komt steeds
                        te laat
                """
            ),
            (80, "     12 De bus die mij naar de dagbesteding brengt komt steeds te laat"),
            (200, "     12 De bus die mij naar de dagbesteding brengt komt steeds te laat"),
        ])
    func choiceHangsUnderItsText(width: Int, expected: String) {
        #expect(shown(Self.choice, width) == expected)
    }

    @Test(
        "Wrapping at twenty columns",
        arguments: [
            ("", ""),
            ("precies twintig lang", "precies twintig lang"),
            ("net een-en-twintig ja", "net een-en-twintig\nja"),
            ("een\n\ntwee", "een\n\ntwee"),
            ("  ingesprongen  en    los   ", "  ingesprongen  en\nlos"),
            ("hottentottententententoonstelling", "hottentottententente\nntoonstelling"),
            ("zo'n hottentottententententoonstelling dus", "zo'n\nhottentottententente\nntoonstelling dus"),
            ("gemeente\u{A0}Haarlem\u{A0}hier nu", "gemeente\u{A0}Haarlem\u{A0}hie\nr nu"),
            ("中文中文中文中文中文中", "中文中文中文中文中文\n中"),
            ("x中文中文中文中文中文", "x中文中文中文中文中\n文"),
            ("🇳🇱🇳🇱🇳🇱🇳🇱🇳🇱🇳🇱🇳🇱🇳🇱🇳🇱🇳🇱🇧🇪", "🇳🇱🇳🇱🇳🇱🇳🇱🇳🇱🇳🇱🇳🇱🇳🇱🇳🇱🇳🇱\n🇧🇪"),
            ("rood \u{1B}[31m en door", "rood ␛[31m en door"),
        ])
    func wrapsAtTwenty(text: String, expected: String) {
        #expect(shown(ScreenLine(text), 20) == expected)
    }

    @Test("A new line in the text begins at the hanging indent")
    func newLineHangs() {
        let line = ScreenLine("Grote Markt 2\r\n2011 RD Haarlem", indent: 3, label: "adres ")
        #expect(shown(line, 40) == "   adres Grote Markt 2\n         2011 RD Haarlem")
    }

    @Test("A label that takes more than half of the screen wraps along")
    func wideLabelWrapsAlong() {
        let line = ScreenLine("ja, bij RegioRijder", indent: 2, label: "al geklaagd:")
        #expect(shown(line, 20) == "  al geklaagd: ja,\n  bij RegioRijder")
        #expect(shown(line, 40) == "  al geklaagd: ja, bij RegioRijder")
    }

    @Test("A label without text, an indent without either, a mark without a letter")
    func oddLines() {
        #expect(shown(ScreenLine("", indent: 2, label: "1. "), 40) == "  1.")
        #expect(shown(ScreenLine("", indent: 8), 40) == "")
        #expect(shown(ScreenLine("ja", indent: 60), 20) == "          ja")
        #expect(shown(ScreenLine("ja", indent: -3), 20) == "ja")
        #expect(scalars(shown(ScreenLine("\u{301}ja", label: "1"), 20)) == scalars("1 \u{301}ja"))
    }

    @Test("Rulers fill the width, at most eighty columns", arguments: [20, 40, 80, 200])
    func rulersFillTheWidth(width: Int) {
        let ruler = shown(.ruler("Klaar"), width)
        #expect(ruler.hasPrefix("── Klaar ───"))
        #expect(DisplayWidth.columns(of: ruler) == min(width, 80))
        #expect(shown(.ruler(""), width) == String(repeating: "─", count: min(width, 80)))
    }

    @Test("A title that leaves no room for a ruler stays whole")
    func longTitleStaysWhole() {
        #expect(shown(.ruler("Zestien letters!"), 20) == "── Zestien letters!")
        #expect(
            shown(.ruler("Uw klacht is nu opgeschreven"), 20) == "── Uw klacht is nu\n   opgeschreven")
    }

    @Test("A number stays together, and so do items that three spaces set apart")
    func staysTogether() {
        #expect(shown(ScreenLine("Bel de gemeente: 14 023."), 20) == "Bel de gemeente:\n14 023.")
        #expect(shown(ScreenLine("Bel 06 12 34 56 78 of mail."), 20) == "Bel 06 12 34 56 78\nof mail.")
        let items = ScreenLine("/print = bewijs   /notitie = iets toevoegen   /stop = sluiten")
        #expect(shown(items, 40) == "/print = bewijs\n/notitie = iets toevoegen\n/stop = sluiten")
        #expect(shown(items, 20) == "/print = bewijs\n/notitie = iets\ntoevoegen   /stop =\nsluiten")
    }

    @Test("A width beyond reason is brought back to 8...200", arguments: [(-1, 8), (0, 8), (4000, 200)])
    func widthIsClamped(width: Int, expected: Int) {
        #expect(Layout(width: width).width == expected)
    }

    @Test("Every line fits, ends without space, and together they hold every visible character")
    func everyLineFitsAndNothingIsLost() {
        let seed = runSeed
        var generator = SeededGenerator(seed: seed)
        for round in 0..<3000 {
            let line = randomLine(using: &generator)
            let width = Int.random(in: 20...200, using: &generator)
            let rows = Layout(width: width).lines(of: line)
            let place: Comment = "SEED=\(seed), round \(round), width \(width): \(line)"

            #expect(rows.allSatisfy { DisplayWidth.columns(of: $0) <= width }, place)
            #expect(rows.allSatisfy { $0.unicodeScalars.last != " " && !$0.contains("\n") }, place)
            let given = visible(Sanitizing.clean(line.label) + Sanitizing.clean(line.text))
            let kept = visible(rows.joined(separator: "\n"))
            if line.isRuler {
                #expect(kept.starts(with: given), place)
            } else {
                #expect(kept == given, place)
            }
        }
    }

    private func shown(_ line: ScreenLine, _ width: Int) -> String {
        Layout(width: width).lines(of: line).joined(separator: "\n")
    }

    private func visible(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { !$0.properties.isWhitespace }
    }

    private func randomLine(using generator: inout SeededGenerator) -> ScreenLine {
        let pieces = [
            " ", " ", " ", "  ", "\n", "\t", "\r\n", "\u{A0}", "\u{3000}", "a", "de", "gemeente", "Zoë",
            "e\u{301}",
            "\u{301}", "中", "文字", "😀", "👩‍👩‍👧", "🇳🇱", "🇧", "❤️", "\u{200D}", "ক্ষ", "\u{1B}[2J", "\0", "\u{202E}",
            String(repeating: "क्", count: 30) + "क", String(repeating: "x", count: 90), "\u{1112}\u{1161}",
            "──",
        ]
        func text(_ most: Int) -> String {
            (0..<Int.random(in: 0...most, using: &generator))
                .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
        }
        return ScreenLine(
            text(60), indent: Int.random(in: 0...30, using: &generator),
            label: Bool.random(using: &generator) ? text(4) : "")
    }
}
