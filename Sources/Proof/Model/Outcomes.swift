import DialogEngine
import Rules

/// What comes of the talks of one dialog: the steps, where the matter lies, what is said along with it.
struct Outcomes {
    let paths: Paths
    let world: Int
    private let byLadder: [String: TalkSet]

    var diagrams: Diagrams { paths.diagrams }
    var rules: [Rule] { paths.worlds[world].rules }
    var decided: [TalkSet] { paths.decided[world] }
    private var table: RoutingTable { paths.worlds[world].handbook.rulebook.table }
    private var finder: TruthFinder { paths.finders[world] }

    init(_ paths: Paths, world: Int = 0) {
        self.paths = paths
        self.world = world
        byLadder = Outcomes.ladders(paths, world)
        steps = findSteps()
    }

    /// The talks by the ladder of the party looked at; `onbekend` where there is none.
    private static func ladders(_ paths: Paths, _ world: Int) -> [String: TalkSet] {
        var ladders: [String: TalkSet] = [:]
        let dialog = paths.worlds[world]
        for (index, variable) in paths.space.variables.enumerated() where variable.role != .advice {
            let regimes = variable.classes.map { dialog.regime(of: $0.parties.first) }
            // What only another dialog asks says nothing here.
            let asked = paths.worlds.count > 1 ? paths.asked[world][index] : .all
            for regime in Set(regimes.compactMap { $0 }) {
                let talks = paths.diagrams.and(asked, paths.diagrams.value(index) { regimes[$0] == regime })
                ladders[regime] = paths.diagrams.or(
                    ladders[regime] ?? .none, paths.diagrams.and(talks, paths.talks))
            }
        }
        let known = paths.diagrams.union(ladders.values)
        ladders["onbekend"] = paths.diagrams.minus(paths.talks, known)
        return ladders
    }

    /// The ladders on which a rule can put a talk, with those talks.
    func ladders(of rule: Int) -> [(ladder: Ladder, talks: TalkSet)] {
        guard !decided[rule].isEmpty else { return [] }
        if let id = rules[rule].ladder { return table.ladder(id).map { [($0, decided[rule])] } ?? [] }
        return byLadder.sorted { $0.key < $1.key }.compactMap { id, talks in
            let both = diagrams.and(talks, decided[rule])
            return both.isEmpty ? nil : table.ladder(id).map { ($0, both) }
        }
    }

    /// The talks, out of these, that show a step.
    func showing(_ step: StepTemplate, among talks: TalkSet) -> TalkSet {
        diagrams.and(talks, finder.holds(step.when))
    }

    /// Every step that is shown somewhere, with its rule and its talks.
    private(set) var steps: [ShownStep] = []

    struct ShownStep {
        let rule: Int
        let ladder: Ladder
        let step: StepTemplate
        let talks: TalkSet
    }

    private func findSteps() -> [ShownStep] {
        rules.indices.flatMap { rule in
            ladders(of: rule).flatMap { ladder, talks in
                ladder.steps.map {
                    ShownStep(rule: rule, ladder: ladder, step: $0, talks: showing($0, among: talks))
                }
            }
        }
    }

    func mentioning(_ mention: Mention) -> TalkSet { diagrams.and(paths.talks, finder.holds(mention.when)) }

    func asking(_ question: String) -> TalkSet {
        diagrams.and(paths.talks, paths.asked[world][paths.space.index(.question(question))])
    }

    // MARK: Facts about the outcome

    /// The talks for which such a fact has one of these values.
    func talks(_ meaning: OutcomeFacts.Meaning, in wanted: (String) -> Bool) -> TalkSet {
        switch meaning {
        case .channel: deciding { wanted($0.channel.rawValue) }
        case .kind: deciding { wanted($0.kind.rawValue) }
        case .rule: deciding { wanted($0.id) }
        case .detail: deciding { wanted($0.detail ?? OutcomeFacts.none) }
        case .keeps: keeping(wanted)
        case .here: placed(wanted)
        case .step(let id): standing(id, wanted)
        case .opensAfter(let id): opening(id, wanted)
        case .at(let place): yesOrNo(leading { $0.place == place }, wanted)
        case .atGemeente: yesOrNo(leading(isGemeente), wanted)
        case .lastDay: yesOrNo(limited(.submit), wanted)
        case .answerTerm: yesOrNo(limited(.answer), wanted)
        case .mention(let id):
            yesOrNo(table.mentions.first { $0.id == id }.map(mentioning) ?? .none, wanted)
        case .asked(let id): yesOrNo(asking(id), wanted)
        }
    }

    private func yesOrNo(_ yes: TalkSet, _ wanted: (String) -> Bool) -> TalkSet {
        let parts = [
            wanted(OutcomeFacts.yes) ? yes : .none,
            wanted(OutcomeFacts.no) ? diagrams.minus(paths.talks, yes) : .none,
        ]
        return diagrams.union(parts)
    }

    private func deciding(_ isWanted: (Rule) -> Bool) -> TalkSet {
        diagrams.union(rules.indices.filter { isWanted(rules[$0]) }.map { decided[$0] })
    }

    private func keeping(_ wanted: (String) -> Bool) -> TalkSet {
        diagrams.union(
            rules.indices.flatMap { index in
                paths.keeping(rules[index], decided[index], world).filter { wanted($0.keeps.rawValue) }
                    .map(\.talks)
            })
    }

    private func placed(_ wanted: (String) -> Bool) -> TalkSet {
        diagrams.union(
            steps.filter { $0.step.id == rules[$0.rule].here && wanted($0.step.place) }.map(\.talks))
    }

    private func standing(_ id: String, _ wanted: (String) -> Bool) -> TalkSet {
        let shown = steps.filter { $0.step.id == id }
        var talks = diagrams.union(
            shown.filter { wanted(OutcomeFacts.StepState($0.step.opening).rawValue) }.map(\.talks))
        if wanted(OutcomeFacts.StepState.absent.rawValue) {
            talks = diagrams.or(talks, diagrams.minus(paths.talks, diagrams.union(shown.map(\.talks))))
        }
        return talks
    }

    private func opening(_ id: String, _ wanted: (String) -> Bool) -> TalkSet {
        diagrams.union(
            steps.filter { $0.step.id == id && wanted($0.step.opensAfter ?? OutcomeFacts.none) }.map(\.talks))
    }

    private func leading(_ isWanted: (StepTemplate) -> Bool) -> TalkSet {
        diagrams.union(steps.filter { isWanted($0.step) }.map(\.talks))
    }

    private func isGemeente(_ step: StepTemplate) -> Bool {
        guard case .body(let id) = step.who else { return false }
        return paths.worlds[world].handbook.rulebook.register.body(id)?.isGemeente == true
    }

    /// The talks in which the step where the matter lies has a term of this kind.
    private func limited(_ role: Limit.Role) -> TalkSet {
        diagrams.union(
            steps.filter { $0.step.id == rules[$0.rule].here }.flatMap { shown in
                shown.step.limits.filter { $0.role == role }.map {
                    diagrams.and(shown.talks, finder.holds($0.when))
                }
            })
    }
}

extension StepTemplate {
    /// The step whose answer opens it.
    var opensAfter: String? {
        if case .after(let step, _) = opening { step } else { nil }
    }

    /// The body, or `partij`.
    var place: String {
        switch who {
        case .party: OutcomeFacts.party
        case .body(let id): id
        }
    }
}
