import DialogEngine
import Rules
import TestSupport

@testable import Proof

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

    /// - Returns: What is different, and how many of the talks both dialogs allow.
    func differing(_ talks: Int, _ random: inout SeededGenerator) -> (found: [Difference], compared: Int) {
        var compared = 0
        let found = (0..<talks).compactMap { _ in difference(&random, &compared) }
        return (found, compared)
    }

    /// One random talk; nil when it comes to the same, or when one of the dialogs refuses an answer.
    private func difference(_ random: inout SeededGenerator, _ compared: inout Int) -> Difference? {
        guard let before = play(old, Answers(), &random),
            let after = play(new, before.answers, &random)
        else { return nil }
        // What only the new dialogs ask has an answer by now; what the old ones then ask too must have one.
        let again = old.session(on: today, answers: after.answers)
        guard again.replay().next == nil else { return nil }
        compared += 1
        let first = old.decision(on: again, again.replay())
        let second = new.decision(on: after, after.replay())
        let isMoved = own(first) != own(second) || again.replay().asked != after.replay().asked
        guard isMoved || words(old, again) != words(new, after) else { return nil }
        return Difference(rules: rules(first, second), answers: after.answers, isMoved: isMoved)
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

    /// Plays the talk that is shown with a move; nil when it moves just so.
    func problem(_ group: MovedTalks) -> String? {
        let name = "\(group.oldRule) → \(group.newRule)"
        guard let witness = group.witness else { return name + " has no talk" }
        var answers = Answers()
        for turn in witness.turns { answers[AnswerKey(turn.question, party: turn.party)] = turn.answer }
        let (before, after) = (
            old.session(on: today, answers: answers), new.session(on: today, answers: answers)
        )
        guard before.replay().next == nil, after.replay().next == nil else {
            return "\(name) is not complete: \(answers)"
        }
        let first = old.decision(on: before, before.replay())
        let second = new.decision(on: after, after.replay())
        let pairs = rules(first, second)
        return pairs.contains { $0.old == group.oldRule && $0.new == group.newRule }
            ? nil : "\(name) comes to \(pairs): \(answers)"
    }

    private func rules(_ first: RouteDecision, _ second: RouteDecision) -> [(old: String, new: String)] {
        guard !first.perParty.isEmpty else { return [(old: first.ruleID, new: second.ruleID)] }
        return zip(first.perParty, second.perParty).map { (old: $0.decision.ruleID, new: $1.decision.ruleID) }
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
