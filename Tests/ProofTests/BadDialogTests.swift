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

    @Test("have a case for every code") func everyCode() {
        let codes = Set(Self.all.map(\.broken.code))
        #expect(FindingCode.allCases.map(\.rawValue).filter { !codes.contains($0) } == [])
    }

    /// The small gemeente is proven in a moment; of Haarlem only what law and register say of a day.
    private func told(_ broken: BrokenCase) throws -> String {
        let whole = broken.gemeente == "haarlem" ? Haarlem.folder : Self.duinrode
        let folder = whole.edited(broken.file, broken.find, broken.replacement)
        let checked = try HandbookReading.check(folder)
        var findings = DayProof(checked.handbook, checked.laws, on: Haarlem.today).findings
        // Some edits take away what a case names.
        let cases = try? CaseReading.read(folder, checked.handbook)
        if let cases { findings += CaseProof(cases.cases, checked.handbook).findings }
        if broken.gemeente != "haarlem" {
            findings +=
                DialogProof(checked.handbook, checked.promises, named: checked.terms, on: Haarlem.today)
                .findings
        }
        return try findings.filter { $0.code.rawValue == broken.code }.map { finding in
            let place = try #require(
                checked.places[finding.part] ?? cases?.places[finding.part], "\(finding.part)")
            let told = place.rendered(
                code: finding.code.rawValue, isWarning: finding.code.isWarning, finding.message,
                line: folder.line(place))
            guard let witness = finding.witness else { return told }
            let text = WitnessText(witness, checked.handbook, on: Haarlem.today)
            return ([told, "zo komt u er:"] + text.turns).joined(separator: "\n   ")
        }.joined(separator: "\n")
    }

    private static let duinrode: DialogFolder = {
        do {
            let files = try DialogFolder(reading: Tree.smallGemeente).files
            return DialogFolder(path: "duinrode", files: files)
        } catch { preconditionFailure("the small gemeente can be read: \(error)") }
    }()

    @Test("of the small gemeente begin with nothing wrong") func soundBefore() throws {
        let checked = try HandbookReading.check(Self.duinrode)
        let proof = DialogProof(checked.handbook, checked.promises, named: checked.terms, on: Haarlem.today)
        #expect(proof.findings == [])
    }

    @Test("show a talk that, put among the cases as it is printed, is read and comes true", arguments: all)
    func witnessIsACase(_ bad: BadDialog) throws {
        let whole = bad.broken.gemeente == "haarlem" ? Haarlem.folder : Self.duinrode
        let folder = whole.edited(bad.broken.file, bad.broken.find, bad.broken.replacement)
        let checked = try HandbookReading.check(folder)
        let proof = DialogProof(checked.handbook, checked.promises, named: checked.terms, on: Haarlem.today)
        let blocks = proof.findings.compactMap(\.witness).enumerated().map { number, witness in
            WitnessText(witness, checked.handbook, on: Haarlem.today).dialogCase(named: "getuige \(number)")
        }
        guard !blocks.isEmpty else { return }
        let text = (["proeven:"] + blocks).joined(separator: "\n")
        // A longer line would be broken on the screen from which it is copied.
        #expect(text.split(separator: "\n").filter { $0.count > 80 } == [])
        let among = DialogFolder(path: "getuigen", files: [.init(name: "proeven/getuigen.yaml", text: text)])
        let cases: [DialogCase]
        do { cases = try CaseReading.read(among, checked.handbook).cases } catch {
            Issue.record("\(error.rendered)")
            return
        }
        #expect(cases.count == blocks.count)
        let wrong = CaseProof(cases, checked.handbook).findings.filter { !$0.code.isWarning }
        #expect(wrong.map(\.message) == [])
    }
}

extension Haarlem {
    static func edited(_ name: String, _ find: String, _ replacement: String) -> DialogFolder {
        folder.edited(name, find, replacement)
    }
}

extension DialogFolder {
    /// The dialogs with one edit in one file.
    func edited(_ name: String, _ find: String, _ replacement: String) -> DialogFolder {
        DialogFolder(
            path: path.hasSuffix("haarlem") ? "Dialogs/haarlem" : path,
            files: files.map { file in
                guard file.name == name else { return file }
                guard let range = file.text.range(of: find) else {
                    preconditionFailure("\(name) no longer has: \(find)")
                }
                return File(name: name, text: file.text.replacingCharacters(in: range, with: replacement))
            })
    }
}
