import DialogEngine
import DialogFiles
import Rules
import Testing

@testable import Proof

/// Haarlem as of one day and another.
@Suite("A proof of a day")
struct DayProofTests {
    private func codes(_ checked: HandbookReading.Checked, on day: String) throws -> Set<FindingCode> {
        let proof = DayProof(checked.handbook, checked.laws, on: try #require(Day(iso: day)))
        return Set(proof.findings.map(\.code))
    }

    @Test("finds no mistake in Haarlem today") func today() {
        let mistakes = DayProof(Haarlem.handbook, Haarlem.laws, on: Haarlem.today).findings.filter {
            !$0.code.isWarning
        }
        #expect(mistakes == [])
    }

    @Test("tells each kind of warning in few lines") func grouped() {
        let warnings = DayProof(Haarlem.handbook, Haarlem.laws, on: Haarlem.today).findings
        #expect(warnings.count <= 6, "\(warnings.map(\.message))")
    }

    @Test("knows that the ombudsman's term did not exist in 2005") func past() throws {
        let codes = try codes(Haarlem.checked, on: "2005-01-01")
        #expect(codes.contains(.articleNotInForce))
        #expect(codes.contains(.termWithoutFigure))
        #expect(codes.contains(.partnerAbsent))
    }

    @Test("asks for a review after its day, and for new looks after a year") func future() throws {
        #expect(try !codes(Haarlem.checked, on: "2027-01-01").contains(.reviewDue))
        #expect(try codes(Haarlem.checked, on: "2027-01-02").contains(.reviewDue))
        #expect(try !codes(Haarlem.checked, on: "2027-11-23").contains(.contactOutdated))
        #expect(try codes(Haarlem.checked, on: "2027-11-24").contains(.contactOutdated))
    }

    @Test("says which rules, terms and articles hold") func inForce() throws {
        let now = InForce(Haarlem.handbook, Haarlem.laws, on: Haarlem.today)
        #expect(now.words.hasPrefix("Op 2026-11-25 gelden"))
        #expect(now.rules.other == [] && now.figures.other == [] && now.articles.other == [])
        let before = InForce(Haarlem.handbook, Haarlem.laws, on: try #require(Day(iso: "2005-01-01")))
        #expect(before.rules.valid == [])
        #expect(before.figures.other.contains("ombudsman-verzoek"))
        #expect(before.articles.other.contains("Awb 9:24 lid 1"))
        #expect(before.words.contains("Niet: regels "))
    }

    @Test("lets a term change with its article") func changedLaw() throws {
        let folder = Haarlem.edited(
            "wetten.yaml", "{artikel: '6:7', geldigVan: '1994-01-01', termijnen: [P6W]}",
            """
            {artikel: '6:7', geldigVan: '1994-01-01', geldigTot: '2026-12-31', termijnen: [P6W]}
                  - {artikel: '6:7', geldigVan: '2027-01-01', termijnen: [P13W]}
            """)
        let changed = try HandbookReading.check(folder)
        #expect(try !codes(changed, on: "2026-12-31").contains(.otherTerm))
        #expect(try codes(changed, on: "2027-01-01").contains(.otherTerm))
    }
}
