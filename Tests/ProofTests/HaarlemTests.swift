import DialogFiles
import Rules
import Testing

@testable import Proof

@Suite("Haarlem")
struct HaarlemTests {
    @Test("is proven: nothing is wrong and every rule is reached")
    func proven() throws {
        let checked = try HandbookReading.check(Haarlem.folder)
        let proof = DialogProof(
            checked.handbook, checked.promises, named: checked.terms, on: Haarlem.today)
        // The figures of the law stand there whole, also those that no step needs yet.
        let findings = proof.findings.filter { $0.code != .unusedFigure }
        #expect(
            findings.isEmpty,
            "\(findings.map { "\($0.code.rawValue) \($0.part) \($0.message)" }.joined(separator: "\n"))"
        )
        #expect(proof.figures.unreached.isEmpty)
        print(proof.figures)
    }
}
