import DialogEngine
import Rules

/// The cases of a gemeente, all played: which no longer come true, and what none of them touches.
public struct CaseProof: Sendable {
    public let runs: [CaseRun]
    /// What is wrong, by case, and then what is left out, by kind.
    public let findings: [Finding]
    public let coverage: Coverage

    public init(_ cases: [DialogCase], _ handbook: Handbook) {
        runs = cases.map { CaseRun($0, handbook) }
        coverage = Coverage(runs, handbook)
        findings = runs.flatMap { CaseVerdict($0).findings } + coverage.findings
    }
}

/// Whether what a case expects comes out.
private struct CaseVerdict {
    private let run: CaseRun
    private let name: String

    init(_ run: CaseRun) {
        self.run = run
        name = run.written.name
    }

    var findings: [Finding] {
        // Before all is answered, what comes out says little.
        if let halt = run.halt {
            return [Finding(.talkDiverges, .line(case: name, number: halt.line), halt.words)]
        }
        guard run.missing.isEmpty else { return [unfinished] + idle }
        return idle + failure
    }

    private var unfinished: Finding {
        Finding(
            .unfinishedCase, .dialogCase(name),
            "deze proef geeft geen antwoord op \(Listing.names(run.missing.map { "'\($0)'" })); zet dat erbij"
        )
    }

    private var idle: [Finding] {
        run.idle.map { given in
            let about = given.party.map { " over '\($0)'" } ?? ""
            return Finding(
                .idleAnswer, .given(case: name, question: given.question, party: given.party),
                "in dit gesprek wordt '\(given.question)' niet gevraagd\(about); haal dit antwoord weg, of pas de antwoorden ervoor aan"
            )
        }
    }

    /// One finding for a case: the first of its expectations that fails, the others named.
    private var failure: [Finding] {
        let failed = DialogCase.Expectation.allCases.compactMap { expectation in
            difference(expectation).map { (expectation, words: $0) }
        }
        guard let first = failed.first else { return [] }
        let others = failed.dropFirst().map { "'\($0.0.rawValue)'" }
        let also = others.isEmpty ? "" : "; ook anders: \(Listing.names(others))"
        return [
            Finding(
                .failedCase, .expected(case: name, first.0),
                "verwacht \(first.words)\(also); pas deze proef aan, of de dialogen")
        ]
    }

    /// What was expected and what came; nil when it came, or when the case does not say.
    private func difference(_ expectation: DialogCase.Expectation) -> String? {
        let expected = run.written.expected
        let came = run.decision
        switch expectation {
        case .rule:
            guard let rule = expected.rule, rule != came.ruleID else { return nil }
            return "was regel '\(rule)', maar regel '\(came.ruleID)' beslist"
        case .channel: return word(expectation, expected.channel?.rawValue, came.channel.rawValue)
        case .kind: return word(expectation, expected.kind?.rawValue, came.kind.rawValue)
        case .detail: return word(expectation, expected.detail, came.detail)
        case .place: return word(expectation, expected.place, came.destination.id)
        case .keeps: return word(expectation, expected.keeps?.rawValue, came.keeps.rawValue)
        case .ladder: return word(expectation, expected.ladder, run.ladder)
        case .lastDay: return word(expectation, expected.lastDay?.iso, run.lastDay?.iso)
        case .steps: return steps
        case .mentions: return mentions
        }
    }

    private func word(_ expectation: DialogCase.Expectation, _ expected: String?, _ came: String?) -> String?
    {
        guard let expected, expected != came else { return nil }
        let instead = came.map { "er komt '\($0)' door" } ?? "zoiets is er niet bij"
        return "was \(expectation.rawValue) '\(expected)', maar \(instead) \(rule)"
    }

    private var steps: String? {
        let (expected, came) = (run.written.expected.steps, run.decision.steps.map(\.id))
        guard !expected.isEmpty, expected != came else { return nil }
        return
            "waren de stappen \(Listing.names(expected)), maar het zijn \(Listing.names(came)) door \(rule)"
    }

    private var mentions: String? {
        let said = run.decision.mentions.map(\.id)
        let lacking = run.written.expected.mentions.filter { !said.contains($0) }
        guard !lacking.isEmpty else { return nil }
        let instead = said.isEmpty ? "er is er geen" : "gezegd wordt \(Listing.names(said))"
        return "was de vermelding \(Listing.names(lacking)), maar \(instead) bij \(rule)"
    }

    private var rule: String { "regel '\(run.decision.ruleID)'" }
}
