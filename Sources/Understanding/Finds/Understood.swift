/// What was read from a text; all of it is offered, nothing is taken for true.
public struct Understood: Equatable, Sendable {
    /// All kinds and all topics, best first; together their certainties are one. Empty where nothing is known.
    public let kinds: [Ranked]
    public let topics: [Ranked]
    /// The words of the first kind and of the first topic that stand in the text; often none for a kind.
    public let kindWords: [Evidence]
    public let topicWords: [Evidence]
    /// Somebody may be in danger now.
    public let danger: Find<String>?
    /// It may be about a decision, so the question about a letter must be asked.
    public let concernsDecision: Bool
    /// How sure that is, from 0 to 1.
    public let decisionCertainty: Double
    /// Ids of services, in the order in which they are named.
    public let parties: [Find<String>]
    /// It was told to the party before: how that ended, or `ja`.
    public let complained: Find<String>?
    /// It says in so many words that it was told, not only how something ended.
    public let saysTold: Bool
    /// For whom it is told, when not for the teller.
    public let onBehalf: Find<String>?
    /// Where a second matter is announced; empty for most texts.
    public let several: [Evidence]
    /// What they want to reach.
    public let wishes: [Find<String>]
    /// What they find worst.
    public let nature: Find<String>?
    /// What else was said that an option may go with, such as that a decision does not come.
    public let sayings: [Find<String>]

    /// A label with how sure it is, as a share of such finds that are right.
    public struct Ranked: Hashable, Sendable {
        public let id: String
        public let certainty: Double

        public init(id: String, certainty: Double) {
            self.id = id
            self.certainty = certainty
        }
    }
}
