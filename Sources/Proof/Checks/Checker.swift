import DialogEngine
import Rules

/// What every check needs: the talks, what comes of them, and a list for what is found.
final class Checker {
    let paths: Paths
    let outcomes: Outcomes
    let walks: Walks
    /// The conditions of `begrippen.yaml`.
    let named: Set<Condition>
    let terms: [NamedCondition]
    private(set) var findings: [Finding] = []

    init(_ paths: Paths, named: [NamedCondition] = []) {
        self.paths = paths
        self.named = Set(named.map(\.condition))
        terms = named
        outcomes = Outcomes(paths)
        walks = Walks(paths)
    }

    var diagrams: Diagrams { paths.diagrams }
    var world: World { paths.worlds[0] }
    var dialog: Dialog { world.handbook.dialog }
    var table: RoutingTable { world.handbook.rulebook.table }
    var rules: [Rule] { table.rules }

    func find(_ code: FindingCode, _ part: HandbookPart, _ message: String, in talks: TalkSet = .none) {
        let finding = Finding(code, part, message, witness: witness(talks))
        let isKnown = findings.contains { $0.code == code && $0.part == part && $0.message == message }
        if !isKnown { findings.append(finding) }
    }

    /// The shortest talk of a set, as questions and answers; nil when the set is empty.
    func witness(_ talks: TalkSet) -> Witness? {
        walks.shortest(diagrams.and(talks, paths.talks)).map { Witness(TalkMaker(paths).talk($0)) }
    }

    func variable(_ question: Question) -> Int { paths.space.index(.question(question.id)) }

    /// The talks as they may be when a question is reached.
    func reaching(_ question: Question) -> TalkSet { paths.reaching[variable(question)] }

    /// What is known of a condition when a question is reached.
    func finder(at question: Question) -> TruthFinder {
        var finder = paths.finders[0]
        for later in variable(question)..<finder.isKnown.count { finder.isKnown[later] = false }
        return finder
    }
}

extension Witness {
    init(_ talk: Talk) {
        turns = talk.answers.keys.compactMap { key in
            talk.answers[key].map { Turn(question: key.question, party: key.party, answer: $0) }
        }
    }
}
