import DialogFiles
import Proof
import Rules

/// The cases of a folder, read and played.
struct PlayedCases {
    /// What cannot be read.
    let mistakes: [Diagnostic]
    /// nil when something cannot be read; then none is played.
    let written: CaseReading.Cases?
    let findings: [Finding]
    let coverage: Coverage?

    init(_ folder: DialogFolder, _ handbook: Handbook) {
        do {
            let read = try CaseReading.read(folder, handbook)
            let proof = CaseProof(read.cases, handbook)
            (mistakes, written, findings, coverage) = ([], read, proof.findings, proof.coverage)
        } catch {
            (mistakes, written, findings, coverage) = (error.diagnostics, nil, [], nil)
        }
    }

    /// How much of the dialogs they touch.
    var words: [String] {
        guard let coverage else { return [] }
        let parts = coverage.parts.map { "\($0.touched) van de \($0.all) \($0.kind.rawValue)" }
        let cases = coverage.cases == 1 ? "1 proef nagespeeld" : "\(coverage.cases) proeven nagespeeld"
        return ["\(cases). Geraakt: " + parts.joined(separator: ", ") + "."]
    }
}

/// The same for programs, with all that no case touches.
struct CoverageResult: Encodable {
    struct Part: Encodable {
        let soort: String
        let alle: Int
        let geraakt: Int
        let zonder: [String]
    }

    let aantal: Int
    let dekking: [Part]

    init(_ coverage: Coverage) {
        aantal = coverage.cases
        dekking = coverage.parts.map {
            Part(
                soort: $0.kind.rawValue, alle: $0.all, geraakt: $0.touched, zonder: $0.untouched.map(\.name))
        }
    }
}
