import DialogEngine
import Rules
import Testing

@Suite struct LawTableTests {
    private static func article(_ text: String, from: String? = nil, to: String? = nil) -> LawTable.Article {
        LawTable.Article(
            reference: LawReference(text), validFrom: from.map { Day($0) }, validTo: to.map { Day($0) },
            source: "s", checkedOn: Day("2026-11-25"))
    }

    private let table = LawTable(laws: [
        .init(
            key: "Awb", name: "", numbers: ["9:8 lid 1 a", "9:8 lid 1 b", "9:9", "9:12a"],
            articles: [
                article("Awb 9:8"), article("Awb 9:8 lid 1 b"), article("Awb 9:9", to: "2026-12-31"),
                article("Awb 9:9", from: "2027-01-01"),
            ]),
        .init(key: "Wmo", name: "", numbers: [], articles: []),
        .init(key: "Wmo 2015", name: "", numbers: [], articles: [article("Wmo 2015 3.2")]),
    ])

    @Test(
        "An article exists when the statute has it or a part of it",
        arguments: [
            ("Awb 9:8", true), ("Awb 9:8 lid 1", true), ("Awb 9:8 lid 1 b", true), ("Awb 9:9", true),
            ("Awb 9:8 lid 2", false), ("Awb 9:80", false), ("Awb 9:12", false), ("Awb 9:12a", true),
            ("Awb 9:9 lid 1", false),
            // Nobody listed these.
            ("Wmo 2015 9.9", true), ("Sv 257e", true),
        ])
    func exists(citation: String, exists: Bool) {
        #expect(table.exists(LawReference(citation)) == exists)
    }

    @Test(
        "What is known is said of that part, or else of the whole",
        arguments: [
            ("Awb 9:8 lid 1 b", ["Awb 9:8 lid 1 b"]), ("Awb 9:8 lid 1 a", ["Awb 9:8"]),
            ("Awb 9:8", ["Awb 9:8"]),
            ("Awb 9:80", []), ("Awb 9:9", ["Awb 9:9", "Awb 9:9"]), ("Wmo 2015 3.2", ["Wmo 2015 3.2"]),
            ("Sv 257e", []),
        ])
    func known(citation: String, found: [String]) {
        #expect(table.articles(for: LawReference(citation)).map(\.reference.text) == found)
    }

    @Test("The longest name of a law is the law cited") func law() {
        #expect(table.law(of: LawReference("Wmo 2015 3.2"))?.key == "Wmo 2015")
        #expect(table.law(of: LawReference("Wmo 4"))?.key == "Wmo")
    }

    @Test("An article holds on its first and its last day") func days() {
        let article = Self.article("Awb 9:9", from: "2027-01-01", to: "2027-12-31")
        let days = ["2026-12-31", "2027-01-01", "2027-12-31", "2028-01-01"]
        #expect(days.map { article.isValid(on: Day($0)) } == [false, true, true, false])
        #expect(Self.article("Awb 9:9").isValid(on: Day("1900-01-01")))
    }
}
