import DialogEngine

/// A guarantee that must hold on every path: the sentence of the letter or the article, and its condition.
public struct Promise: Hashable, Sendable {
    public enum Claim: Hashable, Sendable {
        /// Whenever the first holds, the second must be certain.
        case always(given: When, then: Condition)
        /// The first question comes before each of the others, and is asked whenever one of them is.
        case before(first: String, others: [String])
        /// No talk asks more questions than this, those named not counted.
        case atMost(Int, besides: [String])
        /// Whatever is answered to this question, the decision and its steps stay the same.
        case unmoved(by: String)
        /// Every talk comes to exactly one decision.
        case oneDecision
        /// Nothing is asked twice in one talk.
        case neverTwice
        /// Whoever does not know can go on, and still reaches the gemeente.
        case unknownLeadsOn
    }

    public let id: String
    /// As it was promised: a sentence for people.
    public let text: String
    /// The sentence of the letter or the article that it stands for.
    public let source: String
    public let claim: Claim

    public init(id: String, text: String, source: String, claim: Claim) {
        self.id = id
        self.text = text
        self.source = source
        self.claim = claim
    }

    /// The conditions it reads, over `OutcomeFacts.vocabulary`.
    public var conditions: [Condition] {
        if case .always(let given, let then) = claim { [given.condition, then] } else { [] }
    }
}
