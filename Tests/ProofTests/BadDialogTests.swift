import DialogEngine
import DialogFiles
import Foundation
import Rules
import TestSupport
import Testing

@testable import Proof

/// Dialogs that can be read and are wrong as a whole, one per code, with the message that a writer gets.
///
/// `UPDATE_CASES=1` rewrites the messages.
@Suite("Bad dialogs")
struct BadDialogTests {
    struct BadDialog: CustomTestStringConvertible, Sendable {
        let broken: BrokenCase
        var testDescription: String { broken.code }
    }

    static let all = BrokenCase.all(in: "BadDialogs").map(BadDialog.init)

    @Test("are told at their place", arguments: all) func told(_ bad: BadDialog) throws {
        let told = try told(bad.broken)
        if ProcessInfo.processInfo.environment["UPDATE_CASES"] != nil { try bad.broken.update(told) }
        #expect(told == bad.broken.message)
        #expect(told.contains(" \(bad.broken.code)\n"))
    }

    @Test("of law and register: every code has its case") func everyCode() {
        let codes = Set(Self.all.map(\.broken.code))
        let owed: [FindingCode] = [
            .noSuchArticle, .articleNotInForce, .articleUnchecked, .otherTerm, .termWithoutFigure,
            .ruleWithoutGround, .reviewDue, .contactUnchecked, .contactOutdated, .noContact, .partnerAbsent,
            .runaround,
        ]
        #expect(owed.map(\.rawValue).filter { !codes.contains($0) } == [])
    }

    private func told(_ broken: BrokenCase) throws -> String {
        let folder = Haarlem.edited(broken.file, broken.find, broken.replacement)
        let checked = try HandbookReading.check(folder)
        let findings = DayProof(checked.handbook, on: Haarlem.today).findings
        return try findings.filter { $0.code.rawValue == broken.code }.map { finding in
            let place = try #require(checked.places[finding.part])
            return place.rendered(
                code: finding.code.rawValue, isWarning: finding.code.isWarning, finding.message,
                line: folder.line(place))
        }.joined(separator: "\n")
    }
}

extension Haarlem {
    /// The real dialogs with one edit in one file.
    static func edited(_ name: String, _ find: String, _ replacement: String) -> DialogFolder {
        let files = folder.files.map { file in
            guard file.name == name else { return file }
            guard let range = file.text.range(of: find) else {
                preconditionFailure("\(name) no longer has: \(find)")
            }
            return DialogFolder.File(
                name: name, text: file.text.replacingCharacters(in: range, with: replacement))
        }
        return DialogFolder(path: "Dialogs/haarlem", files: files)
    }
}
