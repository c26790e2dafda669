import DialogEngine
import Proof
import Rules
import TestSupport

/// Plays the same answers in two dialogs; knows the engine and the rules only.
package struct Oracle {
    package struct Difference: CustomStringConvertible {
        /// The rules before and after, for each party.
        package let rules: [(old: String, new: String)]
        package let answers: Answers
        /// The decision itself differs, not only words around it.
        package let isMoved: Bool

        package var description: String {
            let pairs = rules.map { "\($0.old) → \($0.new)" }.joined(separator: " and ")
            return "\(pairs): \(Oracle.told(answers))"
        }

        package func isTold(by differences: DialogDifferences) -> Bool {
            guard isMoved else { return !differences.areNone }
            return rules.contains { pair in
                differences.moved.contains { $0.oldRule == pair.old && $0.newRule == pair.new }
            }
        }
    }

    private let old: Handbook
    private let new: Handbook
    private let today: Day
    private let areWordsAlike: Bool

    package init(_ old: Handbook, _ new: Handbook, _ today: Day) {
        areWordsAlike = Self.general(old) == Self.general(new)
        self.old = old
        self.new = new
        self.today = today
    }

    /// - Returns: What is different, and how many of the talks both dialogs allow.
    package func differing(_ talks: Int, _ random: inout SeededGenerator) -> (
        found: [Difference], compared: Int
    ) {
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
        guard isMoved || !areWordsAlike || words(old, again) != words(new, after) else { return nil }
        return Difference(rules: rules(first, second), answers: after.answers, isMoved: isMoved)
    }

    private func play(_ handbook: Handbook, _ answers: Answers, _ random: inout SeededGenerator) -> Session? {
        var session = handbook.session(on: today, answers: answers)
        while let key = session.replay().next, let question = handbook.dialog.question(key.question) {
            guard session.answers[key] == nil else { return nil }
            var answer = RandomAnswer.make(question, today, &random)
            // Most random talks would end at the first questions, with danger or a matter for elsewhere.
            for _ in 0..<4 where ends(question, answer) {
                answer = RandomAnswer.make(question, today, &random)
            }
            session.set(answer, for: key)
        }
        return session
    }

    private func ends(_ question: Question, _ answer: Answer) -> Bool {
        guard case .options(let chosen) = answer else { return false }
        return chosen.contains { question.option($0)?.endsRoute == true }
    }

    /// Plays the talk that is shown with a move; nil when it moves just so.
    package func problem(_ group: MovedTalks) -> String? {
        let name = "\(group.oldRule) → \(group.newRule)"
        guard let witness = group.witness else { return name + " has no talk" }
        var answers = Answers()
        for turn in witness.turns { answers[AnswerKey(turn.question, party: turn.party)] = turn.answer }
        let (before, after) = (
            old.session(on: today, answers: answers), new.session(on: today, answers: answers)
        )
        guard before.replay().next == nil, after.replay().next == nil else {
            return "\(name) is not complete: \(Self.told(answers))"
        }
        let first = old.decision(on: before, before.replay())
        let second = new.decision(on: after, after.replay())
        let pairs = rules(first, second)
        return pairs.contains { $0.old == group.oldRule && $0.new == group.newRule }
            ? nil : "\(name) comes to \(pairs.map { "\($0.old) → \($0.new)" }): \(Self.told(answers))"
    }

    /// Answers as they stand in a case.
    private static func told(_ answers: Answers) -> String {
        answers.keys.map { key in
            let value =
                switch answers[key] {
                case .options(let chosen): chosen.joined(separator: "+")
                case .date(let range): "\(range.first.iso)…\(range.last.iso)"
                case .unknown: Answer.unknownID
                case .declined: Answer.declinedID
                case .text, .lines, .skipped, nil: "…"
                }
            return "\(key.question)\(key.party.map { " over \($0)" } ?? "") = \(value)"
        }.joined(separator: ", ")
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

    /// The words beside the decision: questions, choices, names and contacts.
    private func words(_ handbook: Handbook, _ session: Session) -> [String] {
        let replay = session.replay()
        let questions = replay.asked.compactMap { handbook.dialog.question($0.question) }
        // In which order they are said is told as a part of the dialogs, not as a move of the talk.
        let mentions = handbook.decision(on: session, replay).mentions.map(\.id)
        return mentions
            + questions.flatMap { [$0.wording.words, $0.help.words] + $0.options.map(\.label.words) }
            + replay.parties.compactMap { handbook.rulebook.register.service($0.party.id) }.map {
                "\($0.partner.name) \($0.partner.contacts) \($0.service.regime) \($0.service.helpers)"
            }
    }

    /// The words that any talk may come to: of bodies, and what the program says.
    private static func general(_ handbook: Handbook) -> [String] {
        handbook.rulebook.register.bodies.map { "\($0.contacts)" }
            + Phrase.allCases.map { handbook.phrases.text($0).words }
    }
}
