import DialogEngine
import Rules

/// Why a talk did not have another outcome, and what would have had to be answered for it.
public struct Counterfactual: Sendable {
    public enum Verdict: Sendable {
        /// It has this outcome.
        case already
        /// No talk that can be held on this day has it.
        case impossible
        /// Some talk has it; none near this one could be found that does.
        case notFound
        case possible(Alternative)
    }

    public let verdict: Verdict
    /// The decision as it is, about the party looked at.
    public let decision: RouteDecision
    /// What kept the rule of the other outcome from deciding; nil when there is no such rule.
    public let obstacle: Obstacle?
}

/// The talk nearest to the one held that has the other outcome.
public struct Alternative: Sendable {
    /// In the order asked: the fewest answers that differ, and the answers to new questions that matter.
    public let changes: [Change]
    /// The rule that decides then, and where the matter then lies.
    public let rule: String
    public let place: Place
    /// All of its answers, to be played.
    public let answers: Answers
    /// The party looked at, which may be another one.
    public let party: String?
    /// All parties that the talk is about then.
    public let parties: [String]

    public struct Change: Hashable, Sendable {
        public let question: String
        /// Of a question that is asked per party.
        public let party: String?
        /// nil when it was not asked, or not answered yet.
        public let from: Answer?
        /// Each of them would do.
        public let to: [Answer]
    }
}

/// Why a rule did not decide a talk.
public struct Obstacle: Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        /// These parts of its condition do not hold.
        case notMet([Condition])
        /// These parts depend on what is not known.
        case notKnown([Condition])
        /// Not on this day, or the partner that it names does not work here.
        case notInForce
        /// It fits; only a rule before it came first.
        case overtaken
    }

    public let rule: String
    public let reason: Reason
    /// The rule that stands before it and decided; nil when the one that decided stands after it.
    public let before: String?

    /// - Precondition: both are rules of the handbook's table.
    init(of rule: String, in handbook: Handbook, _ facts: Facts, decided: String, on day: Day) {
        let rules = handbook.rulebook.table.rules
        guard let place = rules.firstIndex(where: { $0.id == rule }),
            let first = rules.firstIndex(where: { $0.id == decided })
        else { preconditionFailure("a rule stands in the table") }
        self.rule = rule
        before = first < place ? decided : nil
        let vocabulary = handbook.dialog.vocabulary
        let when = rules[place].when
        func parts(_ truth: Truth) -> [Condition] {
            when.condition.parts.filter { $0.truth(facts, vocabulary) == truth }
        }
        if place < rules.count - 1, !rules[place].isValid(on: day) {
            reason = .notInForce
        } else if when.holds(facts, vocabulary) {
            reason = before == nil ? .notInForce : .overtaken
        } else {
            let notMet = parts(.no)
            reason = notMet.isEmpty ? .notKnown(parts(.unknown)) : .notMet(notMet)
        }
    }
}

extension Condition {
    /// What must all hold.
    fileprivate var parts: [Condition] {
        switch self {
        case .always: []
        case .all(let parts): parts.flatMap(\.parts)
        case .fact, .any, .not: [self]
        }
    }
}
