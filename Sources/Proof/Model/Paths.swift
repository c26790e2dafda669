import DialogEngine
import Rules

/// All talks that one or more dialogs allow, with what comes of each.
///
/// With one dialog: each of its talks. With two, an old and a new one: each set of answers that is a talk
/// in both, so that one can see where the same person would go.
final class Paths {
    private(set) var space: Space
    private(set) var diagrams: Diagrams
    /// The talks themselves.
    private(set) var talks: TalkSet = .all
    /// For each variable, the talks as far as they have come when it is reached.
    private(set) var reaching: [TalkSet] = []
    /// For each dialog, for each variable, the talks that ask it.
    private(set) var asked: [[TalkSet]]
    private(set) var finders: [TruthFinder] = []
    /// For each dialog, for each rule, the talks it decides: the advice, and in the end.
    private(set) var advised: [[TalkSet]] = []
    private(set) var decided: [[TalkSet]] = []
    private var ended: [TalkSet]
    private var withParty: [TalkSet]

    convenience init(_ world: World) { self.init([world]) }

    init(_ worlds: [World]) {
        space = Space(worlds)
        let advice = space.index(.advice)
        diagrams = Diagrams(arities: space.variables.map(\.classes.count))
        asked = Array(repeating: Array(repeating: .none, count: space.variables.count), count: worlds.count)
        ended = Array(repeating: .none, count: worlds.count)
        withParty = Array(repeating: .none, count: worlds.count)
        reaching = Array(repeating: .all, count: space.variables.count)
        startFinders()
        for variable in 0..<advice { play(variable) }
        advised = worlds.indices.map { decisions($0) }
        addAdvice()
        ended = Array(repeating: .none, count: worlds.count)
        for variable in (advice + 1)..<max(advice + 1, space.variables.count) { play(variable) }
        decided = worlds.indices.map { decisions($0) }
    }

    var worlds: [World] { space.worlds }
    private var areSeveral: Bool { worlds.count > 1 }

    private func startFinders() {
        finders = worlds.indices.map { world in
            TruthFinder(
                diagrams: diagrams, sources: FactSources(space, world: world),
                isKnown: finders.isEmpty
                    ? Array(repeating: false, count: space.variables.count) : finders[world].isKnown,
                asked: areSeveral ? asked[world] : nil)
        }
    }

    // MARK: One question after the other

    private func play(_ variable: Int) {
        reaching[variable] = talks
        for world in worlds.indices {
            asked[world][variable] = talksAsking(variable, world)
            if areSeveral { finders[world].asked?[variable] = asked[world][variable] }
        }
        let isAsked = diagrams.union(worlds.indices.map { asked[$0][variable] })
        let isAnswered = answered(variable, among: isAsked)
        let notAsked = diagrams.and(diagrams.not(isAsked), diagrams.value(variable) { $0 == 0 })
        talks = diagrams.and(talks, diagrams.or(isAnswered, notAsked))
        for world in worlds.indices {
            finders[world].isKnown[variable] = true
            let classes = space.variables[variable].classes
            let ends = diagrams.value(variable) { classes[$0].endsRoute[world] }
            ended[world] = diagrams.or(ended[world], diagrams.and(asked[world][variable], ends))
            let names = diagrams.value(variable) { !classes[$0].parties.isEmpty }
            withParty[world] = diagrams.or(withParty[world], diagrams.and(asked[world][variable], names))
        }
    }

    private func talksAsking(_ variable: Int, _ world: Int) -> TalkSet {
        switch space.variables[variable].role {
        case .advice: return .none
        case .party(let id):
            let question = space.index(.question(id))
            let classes = space.variables[question].classes
            return diagrams.and(
                asked[world][question], diagrams.value(question) { classes[$0].partyCount > 0 })
        case .question(let id):
            guard let question = worlds[world].handbook.dialog.question(id) else { return .none }
            let holds = diagrams.minus(finders[world].holds(question.when), ended[world])
            return question.isPerParty ? diagrams.and(holds, withParty[world]) : holds
        }
    }

    /// Answered in a way that every dialog that asks it allows.
    private func answered(_ variable: Int, among isAsked: TalkSet) -> TalkSet {
        let classes = space.variables[variable].classes
        var answered = diagrams.and(isAsked, diagrams.value(variable) { $0 > 0 })
        for world in worlds.indices where areSeveral {
            let wrong = diagrams.value(variable) { !classes[$0].isValid[world] }
            answered = diagrams.minus(answered, diagrams.and(asked[world][variable], wrong))
        }
        if case .party(let id) = space.variables[variable].role {
            answered = diagrams.and(answered, fitting(variable, space.index(.question(id))))
        }
        return answered
    }

    /// The party looked at is one of those chosen.
    private func fitting(_ party: Int, _ question: Int) -> TalkSet {
        let lookedFor = Set(space.variables[question].classes.flatMap(\.contained))
        return diagrams.union(
            space.variables[question].classes.indices.dropFirst().map { chosen in
                let choice = space.variables[question].classes[chosen]
                return diagrams.and(
                    diagrams.value(question) { $0 == chosen },
                    diagrams.value(party) { index in
                        index > 0
                            && space.variables[party].classes[index].fits(choice, lookedFor: lookedFor)
                    })
            })
    }

    // MARK: The rules

    /// For each rule the talks that it decides, tried in order as `Rulebook.decide` does.
    private func decisions(_ world: Int) -> [TalkSet] {
        let rules = worlds[world].rules
        var left = talks
        return rules.enumerated().map { index, rule in
            let isLast = index == rules.count - 1
            guard isLast || rule.isValid(on: worlds[world].day) else { return .none }
            let fired =
                isLast
                ? left
                : diagrams.minus(
                    diagrams.and(left, finders[world].holds(rule.when)), sendingToAbsent(rule, world))
            left = diagrams.minus(left, fired)
            return fired
        }
    }

    /// The talks in which a rule would put the matter with a partner that does not work here that day.
    private func sendingToAbsent(_ rule: Rule, _ world: Int) -> TalkSet {
        diagrams.union(
            space.variables.enumerated().map { variable, contents in
                diagrams.union(
                    contents.classes.enumerated().map { index, one in
                        guard one.parties.contains(where: worlds[world].isAbsent) else { return .none }
                        let named = diagrams.value(variable) { $0 == index }
                        let ladder =
                            rule.ladder ?? worlds[world].regime(of: one.parties.first) ?? "onbekend"
                        return diagrams.and(named, lyingWithParty(rule, ladder, world))
                    })
            })
    }

    /// The talks in which the step that a rule names is that of the party.
    private func lyingWithParty(_ rule: Rule, _ ladder: String, _ world: Int) -> TalkSet {
        let steps = worlds[world].handbook.rulebook.table.ladder(ladder)?.steps ?? []
        var left = TalkSet.all
        var lying = TalkSet.none
        for step in steps where step.id == rule.here {
            let shown = diagrams.and(left, finders[world].holds(step.when))
            if step.who == .party { lying = diagrams.or(lying, shown) }
            left = diagrams.minus(left, shown)
        }
        return lying
    }

    private func addAdvice() {
        let advice = space.index(.advice)
        let found = Advice(self).classes
        space.setAdvice([.notAsked(worlds: worlds.count)] + found.map(\.answerClass))
        diagrams.setArity(advice, found.count + 1)
        let isKnown = finders.map(\.isKnown)
        startFinders()
        for world in worlds.indices {
            finders[world].isKnown = isKnown[world]
            finders[world].isKnown[advice] = true
            asked[world][advice] = .all
            if areSeveral { finders[world].asked?[advice] = .all }
        }
        talks = diagrams.union(
            found.enumerated().map { index, one in
                diagrams.and(one.talks, diagrams.value(advice) { $0 == index + 1 })
            })
    }
}

extension AnswerClass {
    /// Can this party be the one looked at when that is what was chosen?
    func fits(_ choice: AnswerClass, lookedFor: Set<String>) -> Bool {
        let isKnown = parties.contains { $0.option != nil }
        guard case .options = choice.answers.first else { return !isKnown }
        guard isKnown else { return false }
        let own = contained.intersection(lookedFor)
        if !own.isSubset(of: choice.contained) { return false }
        return choice.partyCount > 1 || own == choice.contained
    }
}
