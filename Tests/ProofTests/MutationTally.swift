import DialogEngine
import DialogFiles
import Rules
import TestSupport

@testable import Proof

/// Who noticed which small edits: the readers and proofs of one dialog, and the comparison of two.
struct MutationTally {
    private(set) var made = 0
    private(set) var unreadable = 0
    /// Edits by which some talk of the oracle came to something else.
    private(set) var harmful = 0
    private(set) var noticedByCheck = 0
    private(set) var missedByCheck: [String] = []
    private(set) var missedByDifferences: [String] = []

    init(_ folder: DialogFolder, _ count: Int, _ talks: Int, proves: Bool, _ random: inout SeededGenerator)
        throws
    {
        let today = Haarlem.today
        let old = try HandbookReading.check(folder)
        let known = proves ? Self.complaints(old, today) : []
        for index in 0..<count {
            let kind = Mutation.Kind.allCases[index % Mutation.Kind.allCases.count]
            guard let mutation = Mutation.make(kind, folder, &random) else { continue }
            made += 1
            guard let new = try? HandbookReading.check(mutation.folder) else {
                unreadable += 1
                continue
            }
            let differences = DialogDifferences(old: Edition(old), new: Edition(new), on: today)
            let oracle = Oracle(old.handbook, new.handbook, today)
            let found = oracle.differing(talks, &random)
            if let missed = found.first(where: { !$0.isTold(by: differences) }) {
                missedByDifferences.append("\(mutation.told): \(missed)")
            }
            guard !found.isEmpty else { continue }
            harmful += 1
            guard proves else { continue }
            if Self.complaints(new, today).subtracting(known).isEmpty {
                missedByCheck.append(mutation.told)
            } else {
                noticedByCheck += 1
            }
        }
    }

    var told: String {
        let readers = "\(made) edits: \(unreadable) cannot be read, \(harmful) of the others change a talk"
        let differences = "verschil missed \(missedByDifferences.count)"
        guard noticedByCheck + missedByCheck.count > 0 else { return readers + "\n" + differences }
        let check =
            "controleer noticed \(noticedByCheck) of those and missed \(missedByCheck.count):\n  "
            + missedByCheck.joined(separator: "\n  ")
        return [readers, check, differences].joined(separator: "\n")
    }

    /// What `controleer` says of dialogs that can be read.
    private static func complaints(_ checked: HandbookReading.Checked, _ today: Day) -> Set<String> {
        let findings =
            DialogProof(checked.handbook, checked.promises, named: checked.terms, on: today).findings
            + DayProof(checked.handbook, checked.laws, on: today).findings
        return Set(findings.map { "\($0.code.rawValue) \($0.message)" })
            .union(checked.warnings.diagnostics.map { "\($0.code.rawValue) \($0.message)" })
    }
}

/// Plays the same answers in two dialogs; knows the engine and the rules only.
struct Oracle {
    struct Difference: CustomStringConvertible {
        /// The rules before and after, for each party.
        let rules: [(old: String, new: String)]
        let answers: Answers
        /// The decision itself differs, not only words around it.
        let isMoved: Bool

        var description: String { "\(rules) \(answers.keys.map { "\($0.question): \(answers[$0]!)" })" }

        func isTold(by differences: DialogDifferences) -> Bool {
            guard isMoved else { return !differences.areNone }
            return rules.contains { pair in
                differences.moved.contains { $0.oldRule == pair.old && $0.newRule == pair.new }
            }
        }
    }

    private let old: Handbook
    private let new: Handbook
    private let today: Day

    init(_ old: Handbook, _ new: Handbook, _ today: Day) {
        self.old = old
        self.new = new
        self.today = today
    }

    func differing(_ talks: Int, _ random: inout SeededGenerator) -> [Difference] {
        (0..<talks).compactMap { _ in difference(&random) }
    }

    /// One random talk that both allow; nil when it comes to the same, or when one refuses an answer.
    private func difference(_ random: inout SeededGenerator) -> Difference? {
        guard let before = play(old, Answers(), &random),
            let after = play(new, before.answers, &random)
        else { return nil }
        // What only the new dialogs ask has an answer by now; what the old ones then ask too must have one.
        let again = old.session(on: today, answers: after.answers)
        guard again.replay().next == nil else { return nil }
        let first = old.decision(on: again, again.replay())
        let second = new.decision(on: after, after.replay())
        let isMoved = own(first) != own(second) || again.replay().asked != after.replay().asked
        guard isMoved || words(old, again) != words(new, after) else { return nil }
        let pairs =
            first.perParty.isEmpty
            ? [(old: first.ruleID, new: second.ruleID)]
            : zip(first.perParty, second.perParty).map {
                (old: $0.decision.ruleID, new: $1.decision.ruleID)
            }
        return Difference(rules: pairs, answers: after.answers, isMoved: isMoved)
    }

    private func play(_ handbook: Handbook, _ answers: Answers, _ random: inout SeededGenerator) -> Session? {
        var session = handbook.session(on: today, answers: answers)
        while let key = session.replay().next, let question = handbook.dialog.question(key.question) {
            guard session.answers[key] == nil else { return nil }
            var answer = RandomAnswer.make(question, today, &random)
            // Most random talks would end at the first questions, with danger or a matter for elsewhere.
            for _ in 0..<4 where question.ends(with: answer) {
                answer = RandomAnswer.make(question, today, &random)
            }
            session.set(answer, for: key)
        }
        return session
    }

    /// What somebody is told of a decision, without the ids of rules and without how it was found.
    private func own(_ decision: RouteDecision) -> [String] {
        [
            decision.channel.rawValue, decision.kind.rawValue, decision.detail ?? "",
            decision.destination.id, decision.keeps.rawValue, decision.because.words, "\(decision.law)",
            "\(decision.steps)", "\(decision.mentions.map { "\($0.id) \($0.text.words)" }.sorted())",
        ] + decision.perParty.flatMap { own($0.decision) }
    }

    /// The words beside the decision: questions, choices, names and contacts, and what the program says.
    private func words(_ handbook: Handbook, _ session: Session) -> [String] {
        let questions = session.replay().asked.compactMap { handbook.dialog.question($0.question) }
        let register = handbook.rulebook.register
        // In which order they are said is told as a part of the dialogs, not as a move of the talk.
        let mentions = handbook.decision(on: session, session.replay()).mentions.map(\.id)
        return mentions
            + questions.flatMap { [$0.wording.words, $0.help.words] + $0.options.map(\.label.words) }
            + session.replay().parties.compactMap { register.service($0.party.id) }.map {
                "\($0.partner.name) \($0.partner.contacts) \($0.service.regime) \($0.service.helpers)"
            }
            + register.bodies.map { "\($0.contacts)" }
            + Phrase.allCases.map { handbook.phrases.text($0).words }
    }
}
