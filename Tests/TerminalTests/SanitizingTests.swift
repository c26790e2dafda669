import Terminal
import Testing

@Suite("Text that is safe to show")
struct SanitizingTests {
    @Test(
        "What could mislead becomes visible",
        arguments: [
            ("de fiets van Zoë", "de fiets van Zoë"),
            ("rood \u{1B}[31mop", "rood ␛[31mop"),
            ("nul\0bel\u{7}wis\u{8}weg\u{7F}", "nul␀bel␇wis␈weg␡"),
            ("terug\rnaar af", "terug␍naar af"),
            ("\u{85}\u{9B}31m", "‹U+0085›‹U+009B›31m"),
            ("factuur\u{202E}gpj.exe", "factuur‹U+202E›gpj.exe"),
            ("\u{202A}\u{202B}\u{202C}\u{202D}", "‹U+202A›‹U+202B›‹U+202C›‹U+202D›"),
            ("\u{2066}\u{2067}\u{2068}\u{2069}", "‹U+2066›‹U+2067›‹U+2068›‹U+2069›"),
            ("\u{200E}\u{200F}\u{61C}", "‹U+200E›‹U+200F›‹U+061C›"),
            ("a\u{200B}b\u{2060}c\u{FEFF}d", "a‹U+200B›b‹U+2060›c‹U+FEFF›d"),
            ("regel\u{2028}alinea\u{2029}", "regel‹U+2028›alinea‹U+2029›"),
            ("merk\u{E0041}", "merk‹U+E0041›"),
        ])
    func misleadingCharactersBecomeVisible(text: String, expected: String) {
        #expect(scalars(Sanitizing.clean(text)) == scalars(expected))
    }

    @Test(
        "What belongs to the text stays",
        arguments: ["", "twee\nregels", "👩‍👩‍👧", "❤️", "خانه\u{200C}ها", "e\u{301}", "中文", "50 € – ‘ja’"])
    func ordinaryTextStays(text: String) {
        #expect(scalars(Sanitizing.clean(text)) == scalars(text))
    }

    @Test(
        "White space is made plain, soft hyphens go",
        arguments: [("a\tb", "a    b"), ("een\r\ntwee\r\n", "een\ntwee\n"), ("ge\u{AD}meente", "gemeente")])
    func whiteSpaceIsMadePlain(text: String, expected: String) {
        #expect(scalars(Sanitizing.clean(text)) == scalars(expected))
    }

    @Test("Every code point: afterwards nothing steers, and cleaning again changes nothing")
    func cleaningIsCompleteAndStable() {
        var all = String.UnicodeScalarView()
        all.append(contentsOf: (0...UInt32(0x10FFFF)).lazy.compactMap(Unicode.Scalar.init))
        let cleaned = Sanitizing.clean(String(all))

        let left = cleaned.unicodeScalars.filter {
            [.control, .format, .lineSeparator, .paragraphSeparator].contains($0.properties.generalCategory)
        }
        #expect(Set(left) == ["\n", "\u{200C}", "\u{200D}"])
        #expect(scalars(Sanitizing.clean(cleaned)) == scalars(cleaned))
    }
}
