import DialogEngine
import Rules

/// For which talks a condition holds, and for which it may hold, for all that is known.
struct TruthSets {
    let yes: TalkSet
    let possible: TalkSet

    static let always = TruthSets(yes: .all, possible: .all)

    func holds(ifUnknown: Bool) -> TalkSet { ifUnknown ? possible : yes }
}

/// Turns conditions into sets, at one point of the talk.
struct TruthFinder {
    let diagrams: Diagrams
    var sources: FactSources
    /// The variables that have their answer at this point.
    var isKnown: [Bool]
    /// For each variable the talks that ask it; nil where its own value says so.
    var asked: [TalkSet]?

    func holds(_ when: When) -> TalkSet { truth(when.condition).holds(ifUnknown: when.ifUnknown) }

    func truth(_ condition: Condition) -> TruthSets {
        switch condition {
        case .always: return .always
        case .fact(let fact, let wanted): return leaf(fact, wanted)
        case .all(let parts):
            return parts.reduce(.always) { result, part in
                let truth = truth(part)
                return TruthSets(
                    yes: diagrams.and(result.yes, truth.yes),
                    possible: diagrams.and(result.possible, truth.possible))
            }
        case .any(let parts):
            return parts.reduce(TruthSets(yes: .none, possible: .none)) { result, part in
                let truth = truth(part)
                return TruthSets(
                    yes: diagrams.or(result.yes, truth.yes),
                    possible: diagrams.or(result.possible, truth.possible))
            }
        case .not(let part):
            let truth = truth(part)
            return TruthSets(yes: diagrams.not(truth.possible), possible: diagrams.not(truth.yes))
        }
    }

    /// An absent fact makes its leaf untrue, an unknown one makes it possible.
    private func leaf(_ fact: Int, _ wanted: ValueSet) -> TruthSets {
        if let derived = sources.derived(fact, wanted) { return TruthSets(yes: derived, possible: derived) }
        var yes = TalkSet.none
        var possible = TalkSet.none
        for (variable, values) in sources.variables(fact) where isKnown[variable] {
            var sure = diagrams.value(variable) { values[$0].map(wanted.contains) ?? false }
            var maybe = diagrams.value(variable) {
                values[$0].map { wanted.contains($0) || sources.unknown(fact).contains($0) } ?? false
            }
            if let asked {
                sure = diagrams.and(sure, asked[variable])
                maybe = diagrams.and(maybe, asked[variable])
            }
            yes = diagrams.or(yes, sure)
            possible = diagrams.or(possible, maybe)
        }
        return TruthSets(yes: yes, possible: possible)
    }
}

/// Which variables give a fact, and with which of its values.
struct FactSources {
    typealias Source = (variable: Int, values: [Int?])

    private let given: [[Source]]
    private let vocabulary: Vocabulary
    /// Facts about the outcome, beyond those of the dialog; the sets are made by who knows the outcome.
    var outcome: ((_ fact: Int, _ wanted: ValueSet) -> TalkSet)?

    init(_ space: Space, world: Int) {
        vocabulary = space.worlds[world].vocabulary
        var given = Array(repeating: [Source](), count: vocabulary.domains.count)
        for (index, variable) in space.variables.enumerated() {
            for fact in Set(variable.classes.flatMap { $0.facts[world].keys }) {
                given[fact].append((index, variable.classes.map { $0.facts[world][fact] }))
            }
        }
        self.given = given
    }

    func variables(_ fact: Int) -> [Source] { fact < given.count ? given[fact] : [] }
    func unknown(_ fact: Int) -> ValueSet { vocabulary.domains[fact].unknown }

    func derived(_ fact: Int, _ wanted: ValueSet) -> TalkSet? {
        fact < given.count ? nil : outcome?(fact, wanted)
    }
}
