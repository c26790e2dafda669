import DialogEngine
import Rules

/// What later questions may know of a decision.
struct Ending: Hashable {
    let channel: Channel
    let kind: MatterKind
    let keeps: Keeping

    init(_ rule: Rule, _ keeps: Keeping) {
        channel = rule.channel
        kind = rule.kind
        self.keeps = keeps
    }

    func facts(_ vocabulary: Vocabulary) -> [Int: Int] {
        var facts: [Int: Int] = [:]
        for (name, value) in [
            ("route.kanaal", channel.rawValue), ("route.soort", kind.rawValue),
            ("route.bewaart", keeps.rawValue),
        ] {
            if let fact = vocabulary.index(of: name) {
                facts[fact] = vocabulary.domains[fact].index(of: value)
            }
        }
        return facts
    }
}

/// Which advice leads, when the route is known: one's own, or with several parties the other's.
///
/// One party is looked at; the other parties enter as all that can become of them, given the same answers
/// to the questions that are not about a party.
struct Advice {
    struct Found {
        let answerClass: AnswerClass
        let talks: TalkSet
    }

    /// Each advice that can lead, with its talks.
    let classes: [Found]

    init(_ paths: Paths) {
        let endings = Advice.endings(paths)
        let own = Advice.combinations(endings, paths)
        let several = Advice.several(paths)
        let alone = paths.diagrams.minus(paths.talks, several)
        let others = own.mapValues { Others($0, several, paths) }
        var leading: [[Ending]: TalkSet] = [:]
        func add(_ endings: [Ending], _ talks: TalkSet) {
            if !talks.isEmpty { leading[endings] = paths.diagrams.or(leading[endings] ?? .none, talks) }
        }
        for (mine, talks) in own {
            add(mine, paths.diagrams.and(talks, alone))
            let withOthers = paths.diagrams.and(talks, several)
            guard !withOthers.isEmpty else { continue }
            for (theirs, possible) in others {
                let both = possible.beside(withOthers)
                add(Advice.leading(mine, theirs, paths), both)
                add(Advice.leading(theirs, mine, paths), both)
            }
        }
        let sorted = leading.sorted { Advice.text($0.key) < Advice.text($1.key) }
        classes = sorted.map { endings, talks in
            let facts = zip(paths.worlds, endings).map { $1.facts($0.vocabulary) }
            return Found(
                answerClass: AnswerClass(
                    answers: [], facts: facts, endsRoute: facts.map { _ in false },
                    isValid: facts.map { _ in true }, parties: [], partyCount: 0, contained: []),
                talks: talks)
        }
    }

    private static func text(_ endings: [Ending]) -> String {
        endings.map { "\($0.channel.rawValue) \($0.kind.rawValue) \($0.keeps.rawValue)" }.joined(
            separator: ",")
    }

    /// For each dialog, the talks by what comes of the party looked at.
    private static func endings(_ paths: Paths) -> [[Ending: TalkSet]] {
        paths.worlds.indices.map { world in
            var endings: [Ending: TalkSet] = [:]
            for (rule, talks) in zip(paths.worlds[world].rules, paths.advised[world]) where !talks.isEmpty {
                for (keeps, part) in paths.keeping(rule, talks, world) where !part.isEmpty {
                    let ending = Ending(rule, keeps)
                    endings[ending] = paths.diagrams.or(endings[ending] ?? .none, part)
                }
            }
            return endings
        }
    }

    private static func combinations(_ endings: [[Ending: TalkSet]], _ paths: Paths) -> [[Ending]: TalkSet] {
        endings.reduce([[]: paths.talks]) { combined, next in
            var result: [[Ending]: TalkSet] = [:]
            for (before, talks) in combined {
                for (ending, part) in next {
                    let both = paths.diagrams.and(talks, part)
                    if !both.isEmpty { result[before + [ending]] = both }
                }
            }
            return result
        }
    }

    /// In each dialog the first of the two leads, unless the second stands higher in `leidend`.
    private static func leading(_ first: [Ending], _ second: [Ending], _ paths: Paths) -> [Ending] {
        paths.worlds.indices.map { world in
            let order = paths.worlds[world].handbook.rulebook.table.leading
            func rank(_ ending: Ending) -> Int { order.firstIndex(of: ending.channel) ?? order.count }
            return rank(second[world]) < rank(first[world]) ? second[world] : first[world]
        }
    }

    /// The talks about several parties.
    static func several(_ paths: Paths) -> TalkSet {
        paths.diagrams.union(
            paths.space.variables.enumerated().filter { $1.role != .advice }.map { variable, contents in
                paths.diagrams.value(variable) { contents.classes[$0].partyCount > 1 }
            })
    }

    /// The talks beside which another party comes to something, given the same general answers.
    private struct Others {
        private let diagrams: Diagrams
        private let anybody: TalkSet
        /// Classes that hold one party only, with what is left when it is the party looked at itself.
        private var besidesOne: [(own: TalkSet, others: TalkSet)] = []

        init(_ talks: TalkSet, _ several: TalkSet, _ paths: Paths) {
            diagrams = paths.diagrams
            let theirs = diagrams.and(talks, several)
            let variables = Advice.partyVariables(paths)
            anybody = diagrams.forgetting(theirs, variables)
            for one in Advice.alone(paths) where diagrams.overlap(theirs, one) {
                let others = diagrams.forgetting(diagrams.minus(theirs, one), variables)
                if others != anybody { besidesOne.append((one, others)) }
            }
        }

        /// Those of these talks that can have such a party beside them.
        func beside(_ talks: TalkSet) -> TalkSet {
            besidesOne.reduce(diagrams.and(talks, anybody)) { both, one in
                diagrams.minus(both, diagrams.minus(one.own, one.others))
            }
        }
    }

    /// For each party that nothing else is like, the talks that look at it.
    private static func alone(_ paths: Paths) -> [TalkSet] {
        paths.space.variables.enumerated().flatMap { variable, contents -> [TalkSet] in
            guard case .party = contents.role else { return [] }
            return contents.classes.indices.filter { contents.classes[$0].parties.count == 1 }.map { value in
                paths.diagrams.value(variable) { $0 == value }
            }
        }
    }

    /// What belongs to one party: who it is, and the questions asked about it.
    private static func partyVariables(_ paths: Paths) -> [Int] {
        paths.space.variables.indices.filter { variable in
            switch paths.space.variables[variable].role {
            case .advice: false
            case .party: true
            case .question(let id):
                paths.worlds.contains { $0.handbook.dialog.question(id)?.isPerParty == true }
            }
        }
    }
}

extension Paths {
    /// What is kept of talks that a rule decides: as the rule says, or the contact only.
    func keeping(_ rule: Rule, _ talks: TalkSet, _ world: Int) -> [(keeps: Keeping, talks: TalkSet)] {
        let contactOnly = worlds[world].handbook.rulebook.table.contactOnly
        guard rule.keeps == .complaint, contactOnly.condition != .always else { return [(rule.keeps, talks)] }
        let alone = diagrams.and(talks, finders[world].holds(contactOnly))
        return [(.contact, alone), (.complaint, diagrams.minus(talks, alone))]
    }
}
