import DialogEngine
import Rules

/// Finds the point in the sets that a real talk comes to: the opposite of `TalkMaker`.
struct TalkPlace {
    let paths: Paths
    /// Of which dialog, when there are several.
    let world: Int

    init(_ paths: Paths, world: Int = 0) {
        self.paths = paths
        self.world = world
    }

    private var dialog: Dialog { paths.worlds[world].handbook.dialog }

    /// - Parameter party: The one looked at, of those that the talk names.
    /// - Returns: For each variable its class, 0 where it is not asked or not answered yet; nil for an
    ///   answer that has no class.
    func values(_ answers: Answers, _ replay: Replay, _ party: PartyFacts?) -> [Int?] {
        paths.space.variables.map { variable in
            switch variable.role {
            case .advice: advice(variable, replay)
            case .party(let question): index(of: party, named: question, variable, replay)
            case .question(let id): index(answering: id, variable, answers, replay, party)
            }
        }
    }

    private func advice(_ variable: Variable, _ replay: Replay) -> Int? {
        variable.classes.firstIndex { one in
            !one.facts[world].isEmpty
                && one.facts[world].allSatisfy { replay.facts[$0.key] == $0.value }
        }
    }

    private func index(of party: PartyFacts?, named question: String, _ variable: Variable, _ replay: Replay)
        -> Int?
    {
        guard replay.asked.contains(AnswerKey(question)), let party else { return 0 }
        return variable.classes.firstIndex { $0.parties.contains { $0.id == party.party.id } } ?? 0
    }

    private func index(
        answering id: String, _ variable: Variable, _ answers: Answers, _ replay: Replay, _ party: PartyFacts?
    ) -> Int? {
        guard let question = dialog.question(id) else { return 0 }
        let key = AnswerKey(id, party: question.isPerParty ? party?.party.id : nil)
        guard replay.asked.contains(key), let answer = answers[key] else { return 0 }
        return classIndex(answer, question, variable)
    }

    private func classIndex(_ answer: Answer, _ question: Question, _ variable: Variable) -> Int? {
        let here = paths.worlds[world]
        let named = question.kind == .multipleChoice ? nil : question.parties(named: answer).first
        let facts = dialog.facts(saying: answer, to: question, about: named, today: here.day)
        return variable.classes.indices.dropFirst().first { index in
            let one = variable.classes[index]
            guard here.signature(one.facts[world]) == here.signature(facts),
                one.endsRoute[world] == question.ends(with: answer)
            else { return false }
            if question.namesSeveral {
                return one.partyCount == min(2, question.parties(named: answer).count)
                    && isChosen(one.answers[0]) == isChosen(answer)
            }
            return !question.namesParties || one.parties.contains { $0.id == named?.id }
        }
    }

    private func isChosen(_ answer: Answer) -> Bool {
        if case .options = answer { true } else { false }
    }
}

extension Paths {
    /// Is the point in the set?
    func holds(_ values: [Int], _ set: TalkSet) -> Bool {
        var rest = set
        while let variable = diagrams.variable(rest) { rest = diagrams.branches(rest)[values[variable]] }
        return rest == .all
    }
}
