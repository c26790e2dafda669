import DialogEngine
import Rules

/// One search: the talk nearest to the one held, out of those with the outcome sought.
struct Nearest {
    let sets: Counterfactuals
    let sought: OutcomeSought
    let session: Session
    let party: PartyFacts?
    /// For each variable the class it has in the talk as it was held; 0 for not asked or not answered.
    let given: [Int?]
    /// The services that the party must be one of; empty when any will do.
    let wanted: Set<String>
    private let isOther: Bool

    var paths: Paths { sets.paths }
    var diagrams: Diagrams { sets.paths.diagrams }
    var variables: [Variable] { sets.paths.space.variables }
    var dialog: Dialog { session.dialog }

    /// - Parameter isOther: It is about another party; what was said about this one does not count for that.
    init(
        _ sets: Counterfactuals, _ sought: OutcomeSought, _ session: Session, about party: PartyFacts?,
        isOther: Bool
    ) {
        self.sets = sets
        self.sought = sought
        self.session = session
        self.party = party
        if case .services(let ids) = sought { wanted = Set(ids) } else { wanted = [] }
        let held = TalkPlace(sets.paths).values(session.answers, session.replay(), party)
        let variables = sets.paths.space.variables
        given = held.indices.map { index in
            let question = variables[index].question.flatMap(session.dialog.question)
            return isOther && question?.isPerParty == true ? 0 : held[index]
        }
        self.isOther = isOther
    }

    /// - Returns: nil when no talk has the outcome.
    func found() -> (alternative: Alternative, cost: Int)? {
        let talks = sets.talks(sought)
        let advice = paths.space.index(.advice)
        let same = sameParty
        var left = isOther ? diagrams.minus(talks, same) : diagrams.and(talks, same)
        // Which advice leads may hang on the other parties of this very talk, of which the sets know only
        // what can become of some party; so each find is played.
        while let point = sets.walks.cheapest(left, cost: cost) {
            let written = AnswersOfPoint(self, point)
            let replay = written.session.replay()
            let decision = sets.decision(written.session, replay).about(written.party)
            if sought.isOutcome(of: decision) {
                let alternative = Alternative(
                    changes: changes(point, mattering(point, talks)), rule: decision.ruleID,
                    place: decision.destination, answers: written.session.answers,
                    party: written.party, parties: replay.parties.map(\.party.id))
                return (alternative, point.enumerated().reduce(0) { $0 + cost($1.offset, $1.element) })
            }
            left = diagrams.minus(left, diagrams.value(advice) { $0 == point[advice] })
        }
        return nil
    }

    /// The talks about the same party as this one; all of them when it is about none.
    private var sameParty: TalkSet {
        guard let party else { return .all }
        if !wanted.isEmpty, !wanted.contains(party.party.id) { return .none }
        return diagrams.union(
            variables.indices.map { variable in
                let classes = variables[variable].classes
                guard let own = given[variable],
                    classes[own].parties.contains(where: { $0.id == party.party.id })
                else { return .none }
                return diagrams.value(variable) { $0 == own }
            })
    }

    // MARK: What a difference costs

    /// Which organisation it is, takes two variables: how many were named, and the one looked at. Together
    /// they are one answer.
    private enum Cost {
        static let change = 10_000
        static let count = 4_000
        static let party = 6_000
        static let new = 10
        static let fallsAway = 10
        /// "Weet ik niet" is no advice.
        static let refusal = 15
    }

    private func cost(_ variable: Int, _ value: Int) -> Int {
        switch variables[variable].role {
        case .advice: 0
        case .party: isChanged(variable, value) ? Cost.party : 0
        case .question(let id): cost(of: id, variable, value)
        }
    }

    private func cost(of id: String, _ variable: Int, _ value: Int) -> Int {
        guard value > 0 else { return given[variable] == 0 ? 0 : Cost.fallsAway }
        let answers = variables[variable].classes[value].answers
        let refusal = answers.allSatisfy(\.isRefusal) ? Cost.refusal : 0
        if given[variable] == 0 { return Cost.new + refusal }
        guard isChanged(variable, value) else { return 0 }
        return (dialog.question(id)?.namesSeveral == true ? Cost.count : Cost.change) + refusal
    }

    /// An answer that was given becomes another one.
    func isChanged(_ variable: Int, _ value: Int) -> Bool {
        guard value > 0, given[variable] != 0 else { return false }
        return given[variable] != value || isOtherParty(variable, value)
    }

    /// The same to every condition, but not the organisation that was asked for.
    private func isOtherParty(_ variable: Int, _ value: Int) -> Bool {
        let parties = variables[variable].classes[value].parties
        return !parties.isEmpty && !wanted.isEmpty && party.map { !wanted.contains($0.party.id) } ?? true
    }

    func isNew(_ variable: Int, _ value: Int) -> Bool { value > 0 && given[variable] == 0 }

    // MARK: Which new answers matter

    /// The new answers without which the outcome might be another one; the last questions go out first.
    private func mattering(_ point: [Int], _ talks: TalkSet) -> Set<Int> {
        var kept = paths.talks
        for (variable, value) in point.enumerated() {
            guard variables[variable].role != .advice else { continue }
            if isChanged(variable, value) {
                kept = diagrams.and(kept, answering(variable, value))
            } else if let own = given[variable], own > 0 {
                kept = diagrams.and(kept, answering(variable, own))
            }
        }
        var mattering = variables.indices.filter { isNew($0, point[$0]) }
        let whole = mattering.reduce(kept) { diagrams.and($0, answering($1, point[$1])) }
        if !diagrams.isSubset(whole, of: talks) {
            // The other parties of this talk count too: only with the advice that they lead to it is sure.
            let advice = paths.space.index(.advice)
            kept = diagrams.and(kept, answering(advice, point[advice]))
        }
        for variable in mattering.reversed() {
            let others = mattering.filter { $0 != variable }
            let without = others.reduce(kept) { diagrams.and($0, answering($1, point[$1])) }
            if diagrams.isSubset(without, of: talks) { mattering = others }
        }
        return Set(mattering)
    }

    /// The talks in which it gets this answer, if it is asked at all.
    private func answering(_ variable: Int, _ value: Int) -> TalkSet {
        diagrams.value(variable) { $0 == 0 || $0 == value }
    }

    // MARK: In answers

    private func changes(_ point: [Int], _ mattering: Set<Int>) -> [Alternative.Change] {
        variables.indices.compactMap { variable in
            guard let id = variables[variable].question, let question = dialog.question(id),
                point[variable] > 0
            else { return nil }
            let own = [variable] + (partyVariable(question).map { [$0] } ?? [])
            guard own.contains(where: { isChanged($0, point[$0]) || mattering.contains($0) }) else {
                return nil
            }
            let asked = AnswerKey(id, party: question.isPerParty ? party?.party.id : nil)
            return Alternative.Change(
                question: id, party: question.isPerParty ? AnswersOfPoint(self, point).party : nil,
                from: given[variable] == 0 ? nil : session.answers[asked],
                to: answers(to: question, variable, point))
        }
    }

    /// The variable that holds which of the organisations chosen is looked at.
    func partyVariable(_ question: Question) -> Int? {
        question.namesSeveral ? paths.space.index(.party(of: question.id)) : nil
    }

    /// Every answer that comes to this point.
    func answers(to question: Question, _ variable: Int, _ point: [Int]) -> [Answer] {
        let chosen = variables[variable].classes[point[variable]]
        guard let partyVariable = partyVariable(question) else {
            let named = chosen.answers.filter { isWanted(question.parties(named: $0)) }
            return named.isEmpty ? chosen.answers : named
        }
        let looked = variables[partyVariable].classes[point[partyVariable]].parties
        guard case .options(let example) = chosen.answers.first, !looked.isEmpty else {
            return chosen.answers
        }
        let isSame = !isChanged(partyVariable, point[partyVariable]) && given[partyVariable] != 0
        let own = isSame ? looked.filter { $0.id == party?.party.id } : looked.filter { isWanted([$0]) }
        guard chosen.partyCount > 1 else { return own.map { .options([$0.id]) } }
        var others = example
        if case .options(let named) = session.answers[question.id] {
            others = named.filter { $0 != party?.party.id } + others
        }
        return own.map { one in .options([one.id] + others.filter { $0 != one.id }.prefix(1)) }
    }

    private func isWanted(_ parties: [Party]) -> Bool {
        wanted.isEmpty || parties.isEmpty || parties.contains { wanted.contains($0.id) }
    }
}

extension Answer {
    fileprivate var isRefusal: Bool {
        switch self {
        case .unknown, .declined: true
        case .options, .date, .text, .lines, .skipped: false
        }
    }
}
