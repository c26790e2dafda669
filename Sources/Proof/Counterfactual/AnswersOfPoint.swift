import DialogEngine
import Rules

/// The talk that was held, with the answers of another point where that differs.
struct AnswersOfPoint {
    private(set) var session: Session
    /// The party looked at.
    private(set) var party: String?

    init(_ nearest: Nearest, _ point: [Int]) {
        session = nearest.session
        party = nearest.party?.party.id
        let answered = nearest.variables.indices.filter {
            point[$0] > 0 && nearest.variables[$0].question != nil
        }
        // Who it is about, first: the answers about a party go by its id.
        for variable in answered {
            guard let question = question(variable, nearest), question.namesParties else { continue }
            let names = [variable] + (nearest.partyVariable(question).map { [$0] } ?? [])
            guard names.contains(where: { nearest.isChanged($0, point[$0]) || nearest.isNew($0, point[$0]) })
            else { continue }
            guard let answer = nearest.answers(to: question, variable, point).first else { continue }
            session.set(answer, for: AnswerKey(question.id))
            if let first = question.parties(named: answer).first { party = first.id }
        }
        for variable in answered {
            guard let question = question(variable, nearest), !question.namesParties else { continue }
            let before = AnswerKey(question.id, party: question.isPerParty ? nearest.party?.party.id : nil)
            let isOther =
                nearest.isChanged(variable, point[variable]) || nearest.isNew(variable, point[variable])
            let answer =
                isOther
                ? nearest.answers(to: question, variable, point).first : nearest.session.answers[before]
            session.set(answer, for: AnswerKey(question.id, party: question.isPerParty ? party : nil))
        }
        fill(nearest, point)
    }

    private func question(_ variable: Int, _ nearest: Nearest) -> Question? {
        nearest.variables[variable].question.flatMap(nearest.dialog.question)
    }

    /// What the other parties of the talk are asked now.
    private mutating func fill(_ nearest: Nearest, _ point: [Int]) {
        let most = nearest.variables.count * 10
        for _ in 0..<most {
            guard let key = session.replay().next else { return }
            let variable = nearest.paths.space.index(.question(key.question))
            let classes = nearest.variables[variable].classes
            session.set(classes[max(1, point[variable])].answers[0], for: key)
        }
    }
}
