import DialogEngine

/// Everything that decides: rules, register, law and calendar.
public struct Rulebook: Sendable {
    public let table: RoutingTable
    public let register: PartnerRegister
    public let terms: LawTerms
    public let calendar: LegalCalendar
    public let vocabulary: Vocabulary

    public init(
        table: RoutingTable, register: PartnerRegister, terms: LawTerms, calendar: LegalCalendar,
        vocabulary: Vocabulary
    ) {
        self.table = table
        self.register = register
        self.terms = terms
        self.calendar = calendar
        self.vocabulary = vocabulary
    }

    /// The decision about a talk as far as it has come.
    ///
    /// Made per party and combined by one rule: the channel that stands first in `table.leading` leads.
    /// - Parameter receivedOn: The day on which the matter reaches the gemeente.
    public func decide(
        _ general: Facts, _ parties: [PartyFacts], _ answers: Answers, receivedOn: Day
    ) -> RouteDecision {
        let decisions = parties.map { party in
            PartyDecision(
                party: party.party,
                decision: decide(party.facts, party.party, answers, receivedOn))
        }
        guard let first = decisions.first else { return decide(general, nil, answers, receivedOn) }
        guard decisions.count > 1 else { return first.decision }
        let leading = decisions.min { rank($0.decision.channel) < rank($1.decision.channel) } ?? first
        return leading.decision.combined(with: decisions)
    }

    private func rank(_ channel: Channel) -> Int {
        table.leading.firstIndex(of: channel) ?? table.leading.count
    }

    private func decide(_ facts: Facts, _ party: Party?, _ answers: Answers, _ receivedOn: Day)
        -> RouteDecision
    {
        let drafting = Drafting(
            book: self, facts: facts, party: party, answers: answers, receivedOn: receivedOn)
        var trace: [RuleTrace] = []
        for index in table.rules.indices {
            let outcome = outcome(of: index, drafting)
            trace.append(RuleTrace(ruleID: table.rules[index].id, outcome: outcome))
            if outcome == .applied { return drafting.decision(by: table.rules[index], trace) }
        }
        preconditionFailure("the last rule of a checked table always applies")
    }

    // Rules are named by their index: a copy of each would cost more than trying it.
    private func outcome(of index: Int, _ drafting: Drafting) -> RuleTrace.Outcome {
        // The last one catches whoever is left, on any day.
        if index == table.rules.count - 1 { return .applied }
        guard table.rules[index].isValid(on: drafting.receivedOn) else { return .notInForce }
        switch table.rules[index].when.condition.truth(drafting.facts, vocabulary) {
        case .yes: break
        case .no: return .notMet
        case .unknown where !table.rules[index].when.ifUnknown: return .passedUnknown
        case .unknown: break
        }
        // Nobody is sent to a partner that is not there; the rules below it end at the gemeente.
        return drafting.sendsToAbsentParty(table.rules[index]) ? .notInForce : .applied
    }

    // MARK: Only where to

    /// What a talk needs to know of a decision at every step.
    public struct Ruling: Hashable, Sendable {
        public let channel: Channel
        public let kind: MatterKind
        public let keeps: Keeping

        public init(channel: Channel, kind: MatterKind, keeps: Keeping) {
            (self.channel, self.kind, self.keeps) = (channel, kind, keeps)
        }
    }

    /// The same as `decide`, without its steps, words and trace.
    public func ruling(_ general: Facts, _ parties: [PartyFacts], receivedOn: Day) -> Ruling {
        let rulings = parties.map { ruling($0.facts, $0.party, receivedOn) }
        return rulings.min { rank($0.channel) < rank($1.channel) } ?? ruling(general, nil, receivedOn)
    }

    private func ruling(_ facts: Facts, _ party: Party?, _ receivedOn: Day) -> Ruling {
        let drafting = Drafting(
            book: self, facts: facts, party: party, answers: Answers(), receivedOn: receivedOn)
        guard let index = table.rules.indices.first(where: { outcome(of: $0, drafting) == .applied }) else {
            preconditionFailure("the last rule of a checked table always applies")
        }
        let rule = table.rules[index]
        return Ruling(channel: rule.channel, kind: rule.kind, keeps: drafting.keeping(rule))
    }
}

extension RouteDecision {
    fileprivate func combined(with parties: [PartyDecision]) -> RouteDecision {
        var mentions = self.mentions
        for mention in parties.flatMap(\.decision.mentions) where !mentions.contains(mention) {
            mentions.append(mention)
        }
        return RouteDecision(
            channel: channel, kind: kind, detail: detail, destination: destination, steps: steps,
            ruleID: ruleID,
            because: because, law: law, keeps: keeps, mentions: mentions, helpers: helpers,
            explanation: explanation, perParty: parties, thenAnswers: thenAnswers, absentParty: absentParty)
    }
}

/// Draws up one decision from the rule that applied.
private struct Drafting {
    let book: Rulebook
    let facts: Facts
    let party: Party?
    let answers: Answers
    let receivedOn: Day

    func decision(by rule: Rule, _ trace: [RuleTrace]) -> RouteDecision {
        let templates = self.templates(of: rule)
        let left = absentParty == nil ? templates : templates.filter { $0.who != .party }
        let gone = absentParty == nil ? [] : templates.filter { $0.who == .party }.map(\.id)
        let steps = left.map { step($0, here: rule.here, gone: gone) }
        let service = party.flatMap { book.register.service($0.id)?.service }
        return RouteDecision(
            channel: rule.channel, kind: rule.kind, detail: rule.detail,
            destination: steps.first { $0.isHere }?.place ?? .unknownParty, steps: steps, ruleID: rule.id,
            because: rule.because, law: rule.law, keeps: keeping(rule),
            mentions: book.table.mentions.filter { $0.when.holds(facts, book.vocabulary) },
            helpers: service?.helpers ?? [], explanation: trace, perParty: [], thenAnswers: rule.thenAnswers,
            absentParty: absentParty)
    }

    func keeping(_ rule: Rule) -> Keeping {
        guard rule.keeps == .complaint, book.table.contactOnly.condition != .always else { return rule.keeps }
        return book.table.contactOnly.holds(facts, book.vocabulary) ? .contact : .complaint
    }

    /// Whether the matter would lie with a partner that does not work here on the day of receipt.
    func sendsToAbsentParty(_ rule: Rule) -> Bool {
        absentParty != nil && templates(of: rule).first { $0.id == rule.here }?.who == .party
    }

    /// The party, when it is a partner that has stopped or has yet to begin.
    private var absentParty: String? {
        guard let party, let (partner, _) = book.register.service(party.id) else { return nil }
        return partner.isActive(on: receivedOn) ? nil : party.id
    }

    private func templates(of rule: Rule) -> [StepTemplate] {
        book.table.ladder(of: rule, about: party).steps.filter { $0.when.holds(facts, book.vocabulary) }
    }

    /// - Parameter gone: Steps that are left out; what waits for them would wait for ever.
    private func step(_ template: StepTemplate, here: String, gone: [String]) -> Step {
        let place: Place =
            switch template.who {
            case .body(let id): .body(id)
            case .party: party.map { $0.option == nil ? .unknownParty : .service($0.id) } ?? .unknownParty
            }
        return Step(
            id: template.id, place: place, how: template.how,
            opening: template.opening.waitsForOne(of: gone) ? .beside : template.opening,
            limits: template.limits.filter { $0.when.holds(facts, book.vocabulary) }.compactMap {
                limit($0, of: template, isHere: template.id == here)
            },
            law: template.law, isHere: template.id == here,
            wasVisited: template.who == .party && facts.says(.toldParty, .yes, book.vocabulary),
            isSentOn: template.id == here && facts.says(.partyChoice, .forward, book.vocabulary))
    }

    private func limit(_ limit: Limit, of template: StepTemplate, isHere: Bool) -> StepLimit? {
        guard let figure = book.terms.figure(limit.figure, on: receivedOn) else { return nil }
        func deadline(after start: Day) -> Deadline {
            book.calendar.deadline(
                figure, after: start, for: Deadline.Purpose(rawValue: limit.role.rawValue))
        }
        var first: Day?
        var last: Day?
        switch limit.from {
        // Where nothing was handed in, no term runs yet.
        case .receipt: first = isHere ? receivedOn : nil
        case .answer: break
        case .question(let id):
            // From the first day the person can have meant a term is never told too long.
            let told = toldDays(id)
            first = told?.earliest
            if let told, told.last != first { last = told.last }
        }
        let others = template.limits.filter { $0.role == limit.role && $0.from == limit.from }
            .compactMap { book.terms.figure($0.figure, on: receivedOn) }
        return StepLimit(
            role: limit.role, figure: figure, from: limit.from, deadline: first.map(deadline),
            latest: last.map(deadline), becomesLaw: figure.isOwnNorm && others.contains { !$0.isOwnNorm })
    }

    private func toldDays(_ question: String) -> DateRange? {
        let own = party.flatMap { answers[AnswerKey(question, party: $0.id)] }
        guard case .date(let range) = own ?? answers[question] else { return nil }
        return range
    }
}

extension RoutingTable {
    /// The ladder that a rule names, or the one of the party's regime.
    public func ladder(of rule: Rule, about party: Party?) -> Ladder {
        let regime = party?.option?.traits.first { $0.name == "regime" }?.value
        guard let ladder = ladder(rule.ladder ?? regime ?? "onbekend") else {
            preconditionFailure("a checked table has a ladder for every regime")
        }
        return ladder
    }
}

extension Opening {
    fileprivate func waitsForOne(of steps: [String]) -> Bool {
        if case .after(let step, _) = self { steps.contains(step) } else { false }
    }
}

extension Facts {
    func says(_ question: KnownQuestion, _ choice: KnownChoice, _ vocabulary: Vocabulary) -> Bool {
        guard let fact = vocabulary.index(of: question.rawValue),
            let index = vocabulary.domains[fact].index(of: choice.rawValue)
        else { return false }
        return self[fact] == index
    }
}
