import DialogEngine
import Rules
import Testing

@testable import DialogFiles

/// `wetten.yaml`: what stands at the law holds for its articles, unless one says otherwise.
struct LawReaderTests {
    private func read(_ articles: String) -> (table: LawTable, found: [Diagnostic]) {
        let text = """
            wetten:
              - wet: Awb
                naam: Algemene wet bestuursrecht
                link: 'https://voorbeeld.nl/#Artikel{nummer}'
                bron: de wet
                gecontroleerd: '2026-11-25'
                bestaat: ['6:7', '9:11 lid 1']
                artikelen:

            """
        let diagnostics = Diagnostics()
        let node = YAMLText.parse(text + articles, file: "wetten.yaml", into: diagnostics)
        return (LawReader(diagnostics: diagnostics).read(node), diagnostics.sorted)
    }

    @Test func anArticleTakesOverWhatItsLawSays() throws {
        let (table, found) = read(
            "      - {artikel: '9:11 lid 1', geldigVan: '1999-07-01', termijnen: [P6W, P10W]}\n"
                + "      - {artikel: '6:7', bron: ergens, gecontroleerd: '2026-01-02', te-controleren: ja}\n")
        #expect(found == [])
        let law = try #require(table.laws.first)
        #expect(law.numbers == ["6:7", "9:11 lid 1"])
        let (first, second) = (law.articles[0], law.articles[1])
        #expect(first.reference == LawReference("Awb 9:11 lid 1"))
        #expect(first.terms == [.weeks(6), .weeks(10)])
        #expect(first.link == "https://voorbeeld.nl/#Artikel911")
        #expect(first.source == "de wet" && first.isChecked)
        #expect(second.source == "ergens" && second.checkedOn == Day(iso: "2026-01-02") && !second.isChecked)
    }

    @Test(arguments: [
        ("", "", 1), (", geldigTot: '2026-12-31'", "", 1),
        (", geldigTot: '2026-12-31'", ", geldigVan: '2027-01-01'", 0),
        (", geldigVan: '2027-01-01'", ", geldigTot: '2026-12-31'", 0),
    ])
    func anArticleStandsOnceForEachTime(first: String, second: String, mistakes: Int) {
        let (_, found) = read("      - {artikel: '6:7'\(first)}\n      - {artikel: '6:7'\(second)}\n")
        #expect(found.map(\.code) == Array(repeating: .duplicateID, count: mistakes))
        #expect(found.allSatisfy { $0.place.line == 10 })
    }

    @Test func aTermThatIsNoneIsTold() {
        let (_, found) = read("      - {artikel: '6:7', termijnen: [zes weken]}\n")
        #expect(found.map(\.code) == [.badDuration])
    }

    @Test func aRuleWithoutABeginningIsToldAtTheRule() {
        let folder = CaseFiles.edited([("routes.yaml", "  geldigVan: '2026-01-01'\n", "")])
        let told = CaseFiles.mistakes(folder).filter { $0.message.contains("'geldigVan'") }
        #expect(told.count == 63)
        #expect(told.allSatisfy { $0.code == .missingKey && $0.place.file.hasSuffix("routes.yaml") })
    }
}
