import DialogEngine
import Rules

/// Answers that no condition can tell apart, taken together.
///
/// The first class of every variable is "not asked"; it has no answers.
struct AnswerClass {
    /// Real answers of this class, the first of them to show.
    var answers: [Answer]
    /// What the answer says, by fact; one list for each of the dialogs looked at.
    let facts: [[Int: Int]]
    /// Chosen, it settles the route; for each of the dialogs.
    let endsRoute: [Bool]
    /// The dialogs in which this can be answered.
    let isValid: [Bool]
    /// Whom it names, where it names one party.
    var parties: [Party]
    /// How many parties it names: 0, 1, or 2 for more.
    let partyCount: Int
    /// Of a multiple choice: the options that some condition looks for, and that are chosen.
    let contained: Set<String>

    static func notAsked(worlds: Int) -> AnswerClass {
        AnswerClass(
            answers: [], facts: Array(repeating: [:], count: worlds),
            endsRoute: Array(repeating: false, count: worlds),
            isValid: Array(repeating: true, count: worlds), parties: [], partyCount: 0, contained: [])
    }

    /// How many answers a person can give that come to this.
    var weight: Int { max(answers.count, parties.count) }
}

/// One question as it enters the sets, or what is derived between questions.
struct Variable {
    enum Role: Hashable {
        case question(String)
        /// The party that is looked at, out of those that this question names.
        case party(of: String)
        /// The advice that leads when there are several parties.
        case advice
    }

    let role: Role
    var classes: [AnswerClass]

    var question: String? {
        if case .question(let id) = role { return id }
        return nil
    }
}

/// Dialogs with rules, on a day.
struct World {
    let handbook: Handbook
    let day: Day
    /// For each fact, every set of values that some condition asks of it.
    let leaves: [[ValueSet]]

    var vocabulary: Vocabulary { handbook.dialog.vocabulary }
    var rules: [Rule] { handbook.rulebook.table.rules }

    init(_ handbook: Handbook, on day: Day, also conditions: [Condition] = []) {
        self.handbook = handbook
        self.day = day
        var leaves = Array(repeating: Set<ValueSet>(), count: handbook.dialog.vocabulary.domains.count)
        for condition in handbook.conditions + conditions { condition.collect(into: &leaves) }
        self.leaves = leaves.map(Array.init)
    }

    /// A partner that has stopped or has yet to begin: no rule sends anybody there.
    func isAbsent(_ party: Party) -> Bool {
        handbook.rulebook.register.service(party.id).map { !$0.partner.isActive(on: day) } ?? false
    }

    /// The law under which a party is complained about in these dialogs: names its ladder.
    func regime(of party: Party?) -> String? {
        guard let party, party.option != nil else { return nil }
        for question in handbook.dialog.questions where question.namesParties {
            if let option = question.option(party.id) { return option.regime }
        }
        return nil
    }

    /// What no condition can tell apart is the same.
    func signature(_ facts: [Int: Int]) -> [Int] {
        var signature: [Int] = []
        for (fact, value) in facts.sorted(by: { $0.key < $1.key }) where !leaves[fact].isEmpty {
            signature += [fact, vocabulary.domains[fact].unknown.contains(value) ? 1 : 0]
            signature += leaves[fact].map { $0.contains(value) ? 1 : 0 }
        }
        return signature
    }
}

extension Handbook {
    /// Every condition that can change a talk or its outcome.
    var conditions: [Condition] {
        let table = rulebook.table
        let steps = table.ladders.flatMap(\.steps)
        let whens =
            dialog.questions.map(\.when) + table.rules.map(\.when) + table.mentions.map(\.when)
            + steps.map(\.when) + steps.flatMap { $0.limits.map(\.when) } + [table.contactOnly]
        return whens.map(\.condition)
    }
}

extension Condition {
    fileprivate func collect(into leaves: inout [Set<ValueSet>]) {
        switch self {
        case .always: return
        case .fact(let fact, let wanted): if fact < leaves.count { leaves[fact].insert(wanted) }
        case .all(let parts), .any(let parts): for part in parts { part.collect(into: &leaves) }
        case .not(let part): part.collect(into: &leaves)
        }
    }
}
