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
    /// The pieces of words that each model has weights for, behind those of the list of features.
    public var pieces: LearnedPieces

    public init(
        topics: LinearModel, kinds: LinearModel, danger: LinearModel, decision: LinearModel,
        dangerFrom: Double,
        decisionFrom: Double, pieces: LearnedPieces = .none
    ) {
        self.topics = topics
        self.kinds = kinds
        self.danger = danger
        self.decision = decision
        self.dangerFrom = dangerFrom
        self.decisionFrom = decisionFrom
        self.pieces = pieces
    }

    /// Whether there is a weight for every label and feature of these words, and none besides.
    public func fits(_ knowledge: Knowledge) -> Bool {
        let count = FeatureList(knowledge).count
        func fits(_ model: LinearModel, _ labels: Int) -> Bool {
            model.labelCount == labels && model.weights.count == labels * count
                && model.pieces.featureCount == pieces.count
        }
        return fits(topics, knowledge.topics.count) && fits(kinds, knowledge.kinds.count)
            && fits(danger, 2) && fits(decision, 2)
    }
}
