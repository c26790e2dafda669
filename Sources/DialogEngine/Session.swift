/// Facts about the decision, for the questions that come after it.
///
/// Given the general facts and the facts per party, it returns `route.kanaal` and the like.
public typealias Derivation =
    @Sendable (_ general: Facts, _ parties: [PartyFacts]) -> [(name: String, value: String)]

/// What is known of one party: the general facts and those of its own block.
public struct PartyFacts: Hashable, Sendable {
    public let party: Party
    public var facts: Facts
}

/// A talk: the answers given, and everything that follows from them.
///
/// Where we are, what is left, what *terug* does and what a change costs are computed from the answers.
/// An answer whose question is hidden now does not count, but is kept so that a change can be undone.
public struct Session: Sendable {
    public let dialog: Dialog
    public let today: Day
    public private(set) var answers: Answers
    private let derive: Derivation

    public init(dialog: Dialog, today: Day, answers: Answers = Answers(), derive: @escaping Derivation) {
        self.dialog = dialog
        self.today = today
        self.answers = answers
        self.derive = derive
    }

    /// Gives, changes or (with nil) takes back an answer.
    public mutating func set(_ answer: Answer?, for key: AnswerKey) { answers[key] = answer }

    /// Plays the answers against the dialog.
    public func replay() -> Replay {
        var replayer = Replayer(self, derive: derive)
        return replayer.run()
    }

    /// The answers that would no longer count if this one were given, in the order asked.
    public func falling(with answer: Answer, for key: AnswerKey) -> [AnswerKey] {
        let before = replay().asked.filter { answers[$0] != nil && $0 != key }
        var changed = self
        changed.set(answer, for: key)
        let after = Set(changed.replay().asked)
        return before.filter { !after.contains($0) && changed.isSettledHidden($0) }
    }

    /// Hidden although everything it depends on was answered, not only because a new question comes first.
    private func isSettledHidden(_ key: AnswerKey) -> Bool {
        guard dialog.question(key.question)?.stage == .after else { return true }
        return replay().isRouteComplete
    }
}

/// What the answers come to.
public struct Replay: Sendable {
    /// The questions that count now, answered or not, in the order asked. After the first open route
    /// question the ones of the later stage are not known yet and are left out.
    public fileprivate(set) var asked: [AnswerKey] = []
    /// The first question without an answer; nil when the talk is complete.
    public fileprivate(set) var next: AnswerKey?
    public fileprivate(set) var facts: Facts
    public fileprivate(set) var parties: [PartyFacts] = []
    /// Every question that finds the way has its answer.
    public fileprivate(set) var isRouteComplete = false
    /// The facts as they were when the route was complete, without later choices.
    public fileprivate(set) var routeFacts: Facts
    public fileprivate(set) var routeParties: [PartyFacts] = []

    fileprivate init(factCount: Int) {
        facts = Facts(count: factCount)
        routeFacts = facts
    }

    /// The answers that count now: one whose question is hidden stays in the talk, but says nothing.
    public func counted(_ answers: Answers) -> Answers {
        let asked = Set(asked)
        var counted = Answers()
        for key in answers.keys where asked.contains(key) { counted[key] = answers[key] }
        return counted
    }
}

private struct Replayer {
    let session: Session
    let dialog: Dialog
    let derive: Derivation
    var result: Replay
    /// A question that finds the way has no answer yet. The story and what is only counted do not hold it up.
    var isRouteOpen = false
    var routeEnded = false

    init(_ session: Session, derive: @escaping Derivation) {
        self.session = session
        self.derive = derive
        dialog = session.dialog
        result = Replay(factCount: dialog.vocabulary.domains.count)
    }

    mutating func run() -> Replay {
        play(dialog.routeIndexes)
        guard !isRouteOpen else { return result }
        result.isRouteComplete = true
        result.routeFacts = result.facts
        result.routeParties = result.parties
        addDecisionFacts()
        routeEnded = false
        play(dialog.laterIndexes)
        return result
    }

    /// Plays questions in order; neighbours that are per party are played party by party.
    private mutating func play(_ indexes: [Int]) {
        var position = 0
        while position < indexes.count, !routeEnded {
            if dialog.questions[indexes[position]].isPerParty {
                let block = indexes[position...].prefix { dialog.questions[$0].isPerParty }
                playBlock(block)
                position += block.count
            } else {
                playSingle(indexes[position])
                position += 1
            }
        }
    }

    // Questions are named by their index: a copy of one for every question in every replay would be felt.

    private mutating func playSingle(_ index: Int) {
        guard dialog.questions[index].when.holds(result.facts, dialog.vocabulary) else { return }
        let key = AnswerKey(dialog.questions[index].id)
        result.asked.append(key)
        guard let answer = session.answers[key] else {
            leaveOpen(key, index)
            return
        }
        session.record(answer, index, in: &result.facts)
        for party in result.parties.indices {
            session.record(answer, index, in: &result.parties[party].facts)
        }
        if dialog.questions[index].namesParties { addParties(answer, index) }
        if case .options(let chosen) = answer,
            chosen.contains(where: { dialog.questions[index].option($0)?.endsRoute == true })
        {
            routeEnded = true
        }
    }

    private mutating func playBlock(_ indexes: ArraySlice<Int>) {
        for party in result.parties.indices {
            for index in indexes {
                guard dialog.questions[index].when.holds(result.parties[party].facts, dialog.vocabulary)
                else {
                    continue
                }
                let key = AnswerKey(dialog.questions[index].id, party: result.parties[party].party.id)
                result.asked.append(key)
                if let answer = session.answers[key] {
                    session.record(answer, index, in: &result.parties[party].facts)
                } else {
                    leaveOpen(key, index)
                }
            }
        }
    }

    private mutating func leaveOpen(_ key: AnswerKey, _ index: Int) {
        if result.next == nil { result.next = key }
        if dialog.questions[index].purposes.contains(.route) { isRouteOpen = true }
    }

    private mutating func addParties(_ answer: Answer, _ index: Int) {
        for party in dialog.questions[index].parties(named: answer)
        where !result.parties.contains(where: { $0.party.id == party.id }) {
            var facts = result.facts
            dialog.partySlots.record(party, in: &facts, dialog.vocabulary)
            result.parties.append(PartyFacts(party: party, facts: facts))
        }
    }

    private mutating func addDecisionFacts() {
        for (name, value) in derive(result.facts, result.parties) {
            result.facts.set(name, value, in: dialog.vocabulary)
            for party in result.parties.indices {
                result.parties[party].facts.set(name, value, in: dialog.vocabulary)
            }
        }
    }
}

extension Session {
    fileprivate func record(_ answer: Answer, _ index: Int, in facts: inout Facts) {
        dialog.slots[index].record(answer, today: today, in: &facts, dialog.vocabulary)
    }
}
