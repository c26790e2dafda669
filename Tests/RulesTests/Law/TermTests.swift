import Rules
import Testing

@Suite struct TermTests {
    @Test("A term reads back from its ISO 8601 duration", arguments: ["P6W", "P14D", "P1M", "P1Y", "P9999D"])
    func readsBack(_ text: String) throws {
        let term = try #require(Term(iso: text))
        #expect(term.iso == text)
        #expect("\(term)" == text)
    }

    @Test(
        "Anything else is no term",
        arguments: [
            "", "P", "6W", "PW", "P6", "P0W", "P-6W", "P+6W", "P6w", "p6W", "P1Y2M", "PT6H", "P6H", " P6W",
            "P6W ", "P１W",
            "P10000D", "P99999999999999999999D", "P6W\u{301}",
        ])
    func refuses(_ text: String) {
        #expect(Term(iso: text) == nil)
    }

    @Test(
        "The Atw stops at 90 days, twelve weeks and three months, and leaves years alone",
        arguments: [
            (term: Term.days(1), applies: true), (.days(90), true), (.days(91), false),
            (.weeks(1), true), (.weeks(12), true), (.weeks(13), false),
            (.months(1), true), (.months(3), true), (.months(4), false),
            (.years(1), false), (.years(5), false),
        ])
    func article4(term: Term, applies: Bool) {
        #expect(term.isExtendedByAtw == applies)
    }
}
