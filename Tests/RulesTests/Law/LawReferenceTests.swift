import Rules
import Testing

@Suite struct LawReferenceTests {
    struct Citation: Sendable {
        let text: String
        let law: String
        let article: String?
        let part: String?

        init(_ text: String, _ law: String, _ article: String?, _ part: String? = nil) {
            (self.text, self.law, self.article, self.part) = (text, law, article, part)
        }
    }

    @Test(
        "Law, article and part are told apart",
        arguments: [
            Citation("Awb 9:11 lid 1", "Awb", "9:11", "lid 1"),
            Citation("Awb 9:8 lid 1 b", "Awb", "9:8", "lid 1 b"),
            Citation("Awb 9:12a", "Awb", "9:12a"),
            Citation("BW 3:310", "BW", "3:310"),
            Citation("Sv 257e", "Sv", "257e"),
            Citation("Woo 4.4", "Woo", "4.4"),
            Citation("Wmo 2015", "Wmo", "2015"),
            Citation("Verordening 1182/71 3 lid 4", "Verordening", "1182/71", "3 lid 4"),
            Citation("Wet Nationale ombudsman 11a", "Wet Nationale ombudsman", "11a"),
            Citation("eigen norm", "eigen norm", nil),
            Citation("", "", nil),
        ])
    func parts(_ citation: Citation) {
        let reference = LawReference(citation.text)
        #expect(reference.text == citation.text)
        #expect(reference.law == citation.law)
        #expect(reference.article == citation.article)
        #expect(reference.part == citation.part)
    }

    @Test func spacesDoNotMakeAnotherReference() {
        #expect(LawReference("  Awb\t9:11  lid 1\n") == LawReference("Awb 9:11 lid 1"))
    }
}
