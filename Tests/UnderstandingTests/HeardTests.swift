import TestSupport
import Testing
import Understanding

@Suite("What was heard wrongly once") struct HeardTests {
    private static let table = CaseTable("Heard/told.tsv")

    @Test(arguments: table.rows) func isHeard(_ row: CaseTable.Row) {
        let heard = Haarlem.hears(row[2])
        let found: [String]
        switch row[0] {
        case "nood": found = [heard.danger?.value].compactMap { $0 }
        case "besluit": found = [heard.concernsDecision ? "ja" : "nee"]
        case "soort": found = heard.kinds.prefix(1).filter { $0.sureness > .unsure }.map(\.id)
        case "geklaagd": found = [heard.complained?.value].compactMap { $0 }
        case "namens": found = [heard.onBehalf?.value].compactMap { $0 }
        case "partij":
            // Only what is offered.
            let offered = heard.parties.filter { $0.sureness > .unsure }
            found = offered.map { String($0.value.prefix { $0 != "/" }) }
        default:
            found = []
            Issue.record("\(row[0]) is nothing that is looked at")
        }
        if row[1] == "-" {
            #expect(found.isEmpty)
        } else if row[1].hasPrefix("-") {
            #expect(!found.contains(String(row[1].dropFirst())))
        } else {
            #expect(found.contains(row[1]))
        }
    }
}
