/// Learns weights from examples, and tells how well that goes on texts it has not seen.
public struct Learner: Sendable {
    let knowledge: Knowledge
    /// Without the pieces of words that examples teach.
    private let reader: FeatureReader

    public init(_ knowledge: Knowledge) {
        self.knowledge = knowledge
        reader = FeatureReader(knowledge)
    }

    /// The certainties for one text before anything is decided about it.
    struct Raw {
        let topics: [Double]
        let kinds: [Double]
        let danger: [Double]
        let decision: [Double]
    }

    static let seed: UInt64 = 2026

    /// - Returns: Weights of all examples; certainties and limits from examples that were left out in turn.
    public func learn(_ examples: [Example]) -> Weights {
        let reader = reader(of: examples)
        return learn(prepared(examples, reader), reader)
    }

    /// What each example is taken for by weights that were learned, limits included, without its fold.
    public func judgedUnseen(_ examples: [Example], folds: Int = 5, texts: [String]? = nil) -> [Judgement] {
        let reader = reader(of: examples)
        let samples = prepared(examples, reader)
        let read = texts.map { $0.map { reader.features(of: FreeText($0)) } } ?? samples.map(\.features)
        var judged = [Judgement?](repeating: nil, count: samples.count)
        for (seen, unseen) in Folds(count: samples.count, folds: folds, seed: Self.seed).splits {
            let weights = learn(seen.map { samples[$0] }, reader)
            for place in unseen { judged[place] = weights.judgement(read[place], knowledge, reader.list) }
        }
        return judged.compactMap { $0 }
    }

    /// For each example a listener that was learned without it, in the order of the examples.
    public func listenersUnseen(_ examples: [Example], folds: Int = 5) -> [Listener] {
        let reader = reader(of: examples)
        let samples = prepared(examples, reader)
        var listeners = [Listener?](repeating: nil, count: samples.count)
        for (seen, unseen) in Folds(count: samples.count, folds: folds, seed: Self.seed).splits {
            let listener = Listener(knowledge, learn(seen.map { samples[$0] }, reader))
            for place in unseen { listeners[place] = listener }
        }
        return listeners.compactMap { $0 }
    }

    // MARK: Fitting

    struct Prepared {
        let features: Features
        /// What of it is learned from, see `FeatureReader.lessons`.
        let lesson: Features
        /// nil where it only teaches what danger is.
        let topic: Int?
        let kind: Int
        let isDanger: Bool
        let concernsDecision: Bool
        let isApart: Bool
        let isStory: Bool
    }

    func reader(of examples: [Example]) -> FeatureReader {
        var reader = reader
        reader.learned = LearnedPieces(of: examples.map { FreeText($0.text) })
        return reader
    }

    func prepared(_ examples: [Example], _ reader: FeatureReader) -> [Prepared] {
        let topics = knowledge.topics.map(\.id)
        let kinds = knowledge.kinds.map(\.id)
        let lessons = reader.lessons(examples.map { FreeText($0.text) })
        return zip(examples, lessons).compactMap { example, lesson in
            let topic = topics.firstIndex(of: example.topic)
            guard topic != nil || example.isOnlyAboutDanger, let kind = kinds.firstIndex(of: example.kind)
            else { return nil }
            return Prepared(
                features: reader.features(of: FreeText(example.text)), lesson: lesson, topic: topic,
                kind: kind,
                isDanger: example.isDanger, concernsDecision: example.concernsDecision,
                isApart: example.isApart, isStory: example.isStory)
        }
    }

    private func learn(_ samples: [Prepared], _ reader: FeatureReader) -> Weights {
        var weights = fitted(samples, reader)
        var raw = [Raw?](repeating: nil, count: samples.count)
        for (seen, unseen) in Folds(count: samples.count, folds: 5, seed: Self.seed + 1).splits {
            let other = fitted(seen.map { samples[$0] }, reader)
            for place in unseen { raw[place] = other.raw(samples[place].features) }
        }
        let unseen = zip(raw.compactMap { $0 }, samples).map { (raw: $0, sample: $1) }
        let whole = unseen.filter { $0.sample.topic != nil }
        let honest = Self.honest(whole)
        func temperature(_ scores: (Raw) -> [Double], _ label: (Prepared) -> Int) -> Double {
            Calibration.temperature(honest.map { (scores($0.raw), label($0.sample)) })
        }
        weights.topics.temperature = temperature(\.topics) { $0.topic ?? 0 }
        weights.kinds.temperature = temperature(\.kinds) { $0.kind }
        weights.danger.temperature = temperature(\.danger) { $0.isDanger ? 1 : 0 }
        weights.decision.temperature = temperature(\.decision) { $0.concernsDecision ? 1 : 0 }
        func sureness(
            _ scores: (Raw) -> [Double], _ temperature: Double, _ label: (Prepared) -> Int
        ) -> LinearModel.Sureness {
            Calibration.sureness(
                honest.map {
                    let told = LinearModel.certainties(scores($0.raw), temperature: temperature)
                    let most = told.max() ?? 0
                    return (most, told[label($0.sample)] == most)
                })
        }
        weights.topics.sureness = sureness(\.topics, weights.topics.temperature) { $0.topic ?? 0 }
        weights.kinds.sureness = sureness(\.kinds, weights.kinds.temperature) { $0.kind }
        func certainty(_ scores: [Double], _ model: LinearModel) -> Double {
            LinearModel.certainties(scores, temperature: model.temperature)[1]
        }
        weights.dangerFrom = Calibration.limit(
            unseen.map {
                reader.list.hasDanger($0.sample.features) ? certainty($0.raw.danger, weights.danger) : 0
            }, unseen.map(\.sample.isDanger), falseAlarms: 0.055, lowest: Self.leastDanger)
        weights.decisionFrom = Calibration.limit(
            whole.map {
                reader.list.saysDecided($0.sample.features) ? 1 : certainty($0.raw.decision, weights.decision)
            }, whole.map(\.sample.concernsDecision), falseAlarms: 0.06)
        return weights
    }

    /// From so many examples on that nobody looked at, certainties are fitted to them alone.
    private static let enough = 40

    /// What tells how new texts will be understood. Not those that the words were thought of for; and of the stories,
    /// which are hard on purpose, a quarter of what there is of others.
    private static func honest(_ unseen: [(raw: Raw, sample: Prepared)]) -> [(raw: Raw, sample: Prepared)] {
        let apart = unseen.filter(\.sample.isApart)
        guard apart.count >= Self.enough else { return unseen }
        let others = apart.filter { !$0.sample.isStory }
        let stories = apart.filter(\.sample.isStory)
        let every = others.isEmpty ? 1 : max(1, 4 * stories.count / others.count)
        return others + stride(from: 0, to: stories.count, by: every).map { stories[$0] }
    }

    /// Calm examples with a word of danger are few; below this one weak word would alarm.
    private static let leastDanger = 0.008

    private func fitted(_ samples: [Prepared], _ reader: FeatureReader) -> Weights {
        let list = reader.list
        let whole = samples.filter { $0.topic != nil }
        func fit(
            _ labels: Int, _ prior: Prior, from features: (Prepared) -> Features = { $0.lesson },
            of samples: [Prepared]? = nil, _ label: (Prepared) -> Int
        ) -> LinearModel {
            // What a piece hardly says would only make the file long.
            Trainer(
                labelCount: labels, featureCount: prior.hold.count, prior: prior.weights, hold: prior.hold
            ).fit((samples ?? whole).map { .init(features: features($0), label: label($0)) }, seed: Self.seed)
                .thinned(from: list.count, least: Self.leastWeight)
        }
        let priors = Priors(knowledge, list, pieces: reader.learned.count)
        return Weights(
            // Most keywords of topics and danger name things, which say the same in every text.
            topics: fit(knowledge.topics.count, priors.topics, from: { $0.features }) { $0.topic ?? 0 },
            kinds: fit(knowledge.kinds.count, priors.kinds) { $0.kind },
            danger: fit(2, priors.danger, from: { $0.features }, of: samples) { $0.isDanger ? 1 : 0 },
            decision: fit(2, priors.decision) { $0.concernsDecision ? 1 : 0 }, dangerFrom: 0.5,
            decisionFrom: 0.5, pieces: reader.learned)
    }

    /// Of a learned piece.
    private static let leastWeight: Float = 0.1
}

extension Weights {
    func raw(_ features: Features) -> Learner.Raw {
        .init(
            topics: topics.scores(features), kinds: kinds.scores(features), danger: danger.scores(features),
            decision: decision.scores(features))
    }
}
