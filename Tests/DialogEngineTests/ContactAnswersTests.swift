import DialogEngine
import TestSupport
import Testing

/// Telephone numbers, addresses and names as people type and say them, each with what is kept of it or the hint.
@Suite("Contact data as an answer") struct ContactAnswersTests {
    private static let table = CaseTable("Contact/answers.tsv")
    private static let shapes: [String: TextShape] = [
        "telefoon": .phone, "e-mail": .email, "postcode": .postcode, "huisnummer": .houseNumber,
        "naam": .name,
    ]

    @Test(arguments: table.rows) func isReadAs(_ row: CaseTable.Row) throws {
        let shape = try #require(Self.shapes[row[0]])
        #expect(Self.words(AnswerReader.read(row[1], as: shape)) == row[2])
    }

    @Test func theTableIsWhole() {
        #expect(Self.table.rows.count { ["telefoon", "postcode", "huisnummer"].contains($0[0]) } >= 100)
        #expect(Self.table.rows.count { $0[2].hasPrefix("?") } >= 50)
    }

    private static func words(_ reading: Reading) -> String {
        switch reading {
        case .answer(.text(let text)): text
        case .wrong(let hint): "? " + hint.name
        case .answer, .loosely, .several: "\(reading)"
        }
    }
}

extension Reading.Hint {
    /// The phrase that is said, and what is filled in besides the words that were typed.
    fileprivate var name: String {
        switch self {
        case .phone: Phrase.hintPhone.rawValue
        case .phoneCount(let count, let beginning, let needed):
            "\(Phrase.hintPhoneCount.rawValue) \(count) \(beginning) \(needed)"
        case .phoneNoZero: Phrase.hintPhoneNoZero.rawValue
        case .phoneOfService: Phrase.hintPhoneOfService.rawValue
        case .email: Phrase.hintEmail.rawValue
        case .emailNoAt: Phrase.hintEmailNoAt.rawValue
        case .emailNoEnding: Phrase.hintEmailNoEnding.rawValue
        case .emailSpace: Phrase.hintEmailSpace.rawValue
        case .postcode: Phrase.hintPostcode.rawValue
        case .postcodeNoLetters: Phrase.hintPostcodeNoLetters.rawValue
        case .postcodeNeverIssued(let letters): "\(Phrase.hintPostcodeNeverIssued.rawValue) \(letters)"
        case .houseNumber: Phrase.hintHouseNumber.rawValue
        case .name: Phrase.hintName.rawValue
        default: "\(self)"
        }
    }
}
