import DialogEngine
import Rules

@testable import Proof

/// Finds the point in the sets that a real talk comes to.
struct TalkPlace {
    let paths: Paths

    init(_ paths: Paths) { self.paths = paths }

    /// - Returns: For each variable its class; nil when some answer has none.
    func values(_ answers: Answers, _ replay: Replay, _ party: PartyFacts?, _ handbook: Handbook) -> [Int]? {
        var values: [Int] = []
        for variable in paths.space.variables {
            guard let value = value(variable, answers, replay, party, handbook) else { return nil }
            values.append(value)
        }
        return values
    }

    private func value(
        _ variable: Variable, _ answers: Answers, _ replay: Replay, _ party: PartyFacts?, _ handbook: Handbook
    ) -> Int? {
        switch variable.role {
        case .advice:
            return variable.classes.firstIndex { one in
                !one.facts[0].isEmpty && one.facts[0].allSatisfy { replay.facts[$0.key] == $0.value }
            }
        case .party(let question):
            guard replay.asked.contains(AnswerKey(question)), let party,
                variable.classes.contains(where: { $0.parties.contains { $0.id == party.party.id } })
            else { return 0 }
            return variable.classes.firstIndex { $0.parties.contains { $0.id == party.party.id } }
        case .question(let id):
            guard let question = handbook.dialog.question(id) else { return 0 }
            let key = AnswerKey(id, party: question.isPerParty ? party?.party.id : nil)
            guard replay.asked.contains(key), let answer = answers[key] else { return 0 }
            return classIndex(answer, question, variable, handbook)
        }
    }

    private func classIndex(
        _ answer: Answer, _ question: Question, _ variable: Variable, _ handbook: Handbook
    )
        -> Int?
    {
        let world = paths.worlds[0]
        let named = question.kind == .multipleChoice ? nil : question.parties(named: answer).first
        let facts = handbook.dialog.facts(saying: answer, to: question, about: named, today: world.day)
        return variable.classes.indices.dropFirst().first { index in
            let one = variable.classes[index]
            guard world.signature(one.facts[0]) == world.signature(facts),
                one.endsRoute[0] == question.ends(with: answer)
            else { return false }
            if question.namesSeveral {
                return one.partyCount == min(2, question.parties(named: answer).count)
                    && isKnown(one.answers[0]) == isKnown(answer)
            }
            return !question.namesParties || one.parties.contains { $0.id == named?.id }
        }
    }

    private func isKnown(_ answer: Answer) -> Bool {
        if case .options = answer { true } else { false }
    }
}

extension Paths {
    func holds(_ values: [Int], _ set: TalkSet) -> Bool {
        var rest = set
        while let variable = diagrams.variable(rest) { rest = diagrams.branches(rest)[values[variable]] }
        return rest == .all
    }
}
