/// What was learned from the examples: how much each word and shape says, and from where a sign counts.
public struct Weights: Sendable {
    public var topics: LinearModel
    public var kinds: LinearModel
    /// Of two labels: none, and danger.
    public var danger: LinearModel
    /// Of two labels: none, and a decision that somebody may object to.
    public var decision: LinearModel
    /// From this certainty on danger is asked about.
    public var dangerFrom: Double
    /// From this certainty on is asked whether there is a letter with a decision.
    public var decisionFrom: Double

    public init(
        topics: LinearModel, kinds: LinearModel, danger: LinearModel, decision: LinearModel,
        dangerFrom: Double,
        decisionFrom: Double
    ) {
        self.topics = topics
        self.kinds = kinds
        self.danger = danger
        self.decision = decision
        self.dangerFrom = dangerFrom
        self.decisionFrom = decisionFrom
    }

    /// Whether there is a weight for every label and feature of these words, and none besides.
    public func fits(_ knowledge: Knowledge) -> Bool {
        let count = FeatureList(knowledge).count
        return [(topics, knowledge.topics.count), (kinds, knowledge.kinds.count), (danger, 2), (decision, 2)]
            .allSatisfy { $0.labelCount == $1 && $0.weights.count == $1 * count }
    }
}
