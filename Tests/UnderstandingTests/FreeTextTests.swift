import Testing
import Understanding

@Suite("A text and its words") struct FreeTextTests {
    @Test("words are folded and known by the bytes they stand at") func words() {
        let text = FreeText("Één taxi, e\u{301}n 2x!")
        #expect(text.words.map(\.folded) == ["een", "taxi", "en", "2x"])
        #expect(
            text.words.map { text.evidence(bytes: $0.range).words } == ["Één", "taxi", "e\u{301}n", "2x"])
        #expect(text.evidence(0..<2).words == "Één taxi")
    }

    @Test("a text without words has none", arguments: ["", " ", "?!… 😀"]) func none(text: String) {
        #expect(FreeText(text).words.isEmpty)
    }
}
