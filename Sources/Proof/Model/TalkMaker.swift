import DialogEngine
import Rules

/// A talk that can be played: the answers, and which of the parties is looked at.
struct Talk {
    var answers = Answers()
    var party: String?
}

/// Makes a real talk out of a point in the sets.
struct TalkMaker {
    let paths: Paths
    /// Of which dialog, when there are several.
    let world: Int

    init(_ paths: Paths, world: Int = 0) {
        self.paths = paths
        self.world = world
    }

    /// - Parameter values: For each variable its class.
    func talk(_ values: [Int]) -> Talk {
        var talk = Talk()
        talk.party = party(values)?.id
        for (variable, value) in values.enumerated() where value > 0 {
            let contents = paths.space.variables[variable]
            guard let id = contents.question,
                let question = paths.worlds[world].handbook.dialog.question(id)
            else { continue }
            var answer = contents.classes[value].answers[0]
            if question.namesSeveral, case .options(let chosen) = answer, let own = talk.party {
                answer = .options(with(own, among: chosen, contents.classes[value], of: question, values))
            }
            talk.answers[AnswerKey(id, party: question.isPerParty ? talk.party : nil)] = answer
        }
        addOthers(to: &talk, values)
        return talk
    }

    private func party(_ values: [Int]) -> Party? {
        for (variable, value) in values.enumerated() where value > 0 {
            if let party = paths.space.variables[variable].classes[value].parties.first { return party }
        }
        return nil
    }

    /// The party looked at first, then what else must be chosen.
    private func with(
        _ own: String, among chosen: [String], _ choice: AnswerClass, of question: Question, _ values: [Int]
    ) -> [String] {
        guard choice.partyCount > 1 else { return [own] }
        let other = otherParty(values, besides: own)?.id ?? chosen.first { $0 != own } ?? own
        let needed = [own] + (chosen.filter { choice.contained.contains($0) } + [other])
        var seen: Set<String> = []
        return needed.filter { seen.insert($0).inserted }
    }

    // MARK: The other party

    /// Somebody else about whom the same answers to the general questions lead to the advice given.
    private func otherParty(_ values: [Int], besides own: String) -> Party? {
        guard let point = otherPoint(values) else { return nil }
        return party(at: point, besides: own)
    }

    private func party(at point: [Int], besides own: String) -> Party? {
        for (variable, value) in point.enumerated() where value > 0 {
            let parties = paths.space.variables[variable].classes[value].parties
            if let party = parties.first(where: { $0.id != own && $0.option != nil }) { return party }
        }
        return nil
    }

    /// The talk seen from the other party: the general answers stay, those about a party are free.
    private func otherPoint(_ values: [Int]) -> [Int]? {
        let advice = paths.space.index(.advice)
        var possible = paths.talks
        for (variable, value) in values.enumerated() where variable <= advice && !isOfParty(variable) {
            let same = paths.diagrams.value(variable) { $0 == value }
            possible = paths.diagrams.and(possible, same)
        }
        narrow(&possible, to: somebodyElse(values))
        // Somebody who will do in every dialog, so that they all tell of the same talk.
        narrow(
            &possible, to: paths.worlds.indices.reduce(.all) { paths.diagrams.and($0, beside(values, $1)) })
        if paths.worlds.count == 1 {
            let facts = paths.space.variables[advice].classes[values[advice]].facts[world]
            narrow(&possible, to: advising(world) { advises($0, facts, world) })
        }
        return Walks(paths).shortest(possible)
    }

    /// Keeps what both have; all of it where that is nothing.
    private func narrow(_ talks: inout TalkSet, to others: TalkSet) {
        let both = paths.diagrams.and(talks, others)
        if !both.isEmpty { talks = both }
    }

    /// The talks about a party of which there is one besides the party of this talk: some classes hold only one.
    private func somebodyElse(_ values: [Int]) -> TalkSet {
        let own = party(values)?.id
        return paths.space.variables.enumerated().reduce(.all) { talks, next in
            guard case .party = next.element.role else { return talks }
            return paths.diagrams.and(
                talks,
                paths.diagrams.value(next.offset) { value in
                    value == 0
                        || next.element.classes[value].parties.contains { $0.id != own && $0.option != nil }
                })
        }
    }

    /// The talks of another party beside which the advice of this talk leads.
    private func beside(_ values: [Int], _ world: Int) -> TalkSet {
        let rules = paths.worlds[world].rules
        let order = paths.worlds[world].handbook.rulebook.table.leading
        let advice = paths.space.index(.advice)
        let facts = paths.space.variables[advice].classes[values[advice]].facts[world]
        let own = rules.indices.first { paths.holds(values, paths.advised[world][$0]) }
        guard let own else { return .all }
        func rank(_ rule: Int) -> Int { order.firstIndex(of: rules[rule].channel) ?? order.count }
        return advising(world) { advises(rank($0) < rank(own) ? $0 : own, facts, world) }
    }

    /// Whether a rule can give the advice that has these facts.
    private func advises(_ rule: Int, _ facts: [Int: Int], _ world: Int) -> Bool {
        let rule = paths.worlds[world].rules[rule]
        return [rule.keeps, .contact].contains { keeps in
            Ending(rule, keeps).facts(paths.worlds[world].vocabulary) == facts
        }
    }

    /// The talks of one party whom such a rule advises.
    private func advising(_ world: Int, _ isWanted: (Int) -> Bool) -> TalkSet {
        let rules = paths.worlds[world].rules.indices.filter(isWanted)
        return paths.diagrams.union(rules.map { paths.advised[world][$0] })
    }

    private func isOfParty(_ variable: Int) -> Bool {
        switch paths.space.variables[variable].role {
        case .advice: false
        case .party: true
        case .question(let id): paths.worlds[world].handbook.dialog.question(id)?.isPerParty == true
        }
    }

    /// The other parties of the talk get their own answers.
    private func addOthers(to talk: inout Talk, _ values: [Int]) {
        let session = { (answers: Answers) in
            paths.worlds[world].handbook.session(on: paths.worlds[world].day, answers: answers)
        }
        let point = otherPoint(values)
        for _ in 0..<200 {
            guard let key = session(talk.answers).replay().next, let party = key.party, party != talk.party,
                let question = paths.worlds[world].handbook.dialog.question(key.question)
            else { return }
            let variable = paths.space.index(.question(question.id))
            let classes = paths.space.variables[variable].classes
            let value = point.map { $0[variable] } ?? 0
            talk.answers[key] = classes[value > 0 ? value : 1].answers[0]
        }
    }
}
