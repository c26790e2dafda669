/// What a text is taken for, with how sure each label is.
public struct Judgement: Sendable {
    /// Best first.
    public let topics: [Understood.Ranked]
    public let kinds: [Understood.Ranked]
    public let isDanger: Bool
    public let concernsDecision: Bool
    public let dangerCertainty: Double
    public let decisionCertainty: Double
}

extension Weights {
    func judgement(_ features: Features, _ knowledge: Knowledge, _ list: FeatureList) -> Judgement {
        func ranked(_ groups: [WordGroup], _ model: LinearModel) -> [Understood.Ranked] {
            zip(groups, model.certainties(features)).map { .init(id: $0.id, certainty: $1) }
                .enumerated().sorted { ($1.element.certainty, $0.offset) < ($0.element.certainty, $1.offset) }
                .map(\.element)
        }
        // Without a word that can be shown there is no find.
        let danger = list.hasDanger(features) ? danger.certainties(features)[1] : 0
        let decision = decision.certainties(features)[1]
        return Judgement(
            topics: list.namesNoTopic(features)
                ? Self.guessed(ranked(knowledge.topics, topics)) : ranked(knowledge.topics, topics),
            kinds: ranked(knowledge.kinds, kinds),
            isDanger: danger >= dangerFrom,
            concernsDecision: decision >= decisionFrom || list.saysDecided(features),
            dangerCertainty: danger,
            decisionCertainty: decision)
    }

    /// Without a keyword of any topic, what was learned is a guess: in a poem too, pieces of words sound like something.
    private static func guessed(_ topics: [Understood.Ranked]) -> [Understood.Ranked] {
        guard let first = topics.first, first.sureness > .unsure else { return topics }
        let share = Sureness.guess / first.certainty
        return topics.map { .init(id: $0.id, certainty: $0.certainty * share) }
    }
}
