import Terminal
import Testing

@Suite("Columns of text")
struct DisplayWidthTests {
    @Test(
        "Columns",
        arguments: [
            ("", 0), ("a", 1), ("é", 1), ("e\u{301}", 1), ("ё", 1), ("ỗ", 1), ("ش", 1), ("€", 1), ("…", 1),
            ("›", 1),
            ("─", 1), ("␛", 1), ("\u{301}", 0),
            ("中", 2), ("あ", 2), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("ｗ", 2), ("、", 2), ("𠮷", 2),
            ("😀", 2), ("👍🏽", 2), ("☝🏽", 2), ("❤", 1), ("❤️", 2), ("1️⃣", 2), ("👩‍👩‍👧", 2), ("🏳️‍🌈", 2), ("⌚", 2),
            ("🇳🇱", 2), ("🇳🇱🇧🇪", 4), ("1", 1), ("#", 1),
            ("Zoë woont in 中国 🇨🇳", 20), ("क्षि", 3),
        ])
    func columns(text: String, expected: Int) {
        #expect(DisplayWidth.columns(of: text) == expected)
    }
    /// Text of plain letters is counted in a shorter way.
    @Test("Latin letters and signs count alike alone and in text")
    func shortWay() {
        for scalar in (0x20..<0x2100).compactMap(Unicode.Scalar.init) {
            let alone = DisplayWidth.columns(of: Character(scalar))
            #expect(DisplayWidth.columns(of: "é" + String(scalar)) == 1 + alone, "\(scalar.value)")
        }
    }
}
