import TestSupport
import Testing
import Understanding

@Suite("Anything may be typed") struct OddInputTests {
    /// Nothing in these says what they are about.
    @Test(
        "an honest 'weet ik niet'",
        arguments: [
            "", " ", "?", "asdf qwer zxcv", "😀😀😀", "Zomer 中文 текст عربي",
            String(repeating: "x", count: 50_000),
            "<html><body><script>alert(1)</script></body></html>",
            "De maan verdween, de dageraad werd zilver, en iemand zong heel zacht", "\u{0}\u{1}\u{202E}",
        ])
    func unsure(text: String) {
        let heard = Haarlem.hears(text)
        #expect(heard.topics.first?.sureness == .unsure)
        #expect(heard.kinds.first?.sureness != .sure)
        #expect(heard.danger == nil)
    }

    @Test func aHundredKilobytes() {
        let long = String(
            repeating: "De container op de hoek is vol, verkeerd gezet en niemand belt terug. ", count: 1_450)
        #expect(long.utf8.count > 100_000)
        #expect(Haarlem.hears(long).topics.first?.id == "afval")
    }

    /// Pieces of real sentences and of anything else, in any order.
    @Test("never a crash, always the same answer", arguments: [UInt64(1), 2, 3, 4])
    func fuzz(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let pieces = [
            "niet opgehaald", "brand", "=", "'s nachts", "é", "e\u{301}", "ß", "İ", "ﬁ", "\u{200D}", "👨‍👩‍👧",
            "\n", "\t", "€ 12,50", "&amp;",
            "verkeerd", "a", "lantarenpaal", "\u{FFFD}", "العربية", "한국어", "ĳ", "   ", "-", "…", "ik wil",
            "namens", "ten tweede",
        ]
        for _ in 0..<200 {
            let count = Int.random(in: 0...40, using: &random)
            let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }
                .joined(separator: Bool.random(using: &random) ? " " : "")
            let heard = Haarlem.hears(text)
            #expect(heard.topics == Haarlem.hears(text).topics, "seed \(seed): \(text.debugDescription)")
            for evidence in heard.parties.flatMap(\.evidence) + heard.several + (heard.danger?.evidence ?? [])
            {
                #expect(text.contains(evidence.words), "seed \(seed): \(text.debugDescription)")
            }
        }
    }
}
