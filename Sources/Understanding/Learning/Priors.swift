/// Where the weights of one model begin, and how strongly they are held there.
struct Prior {
    /// As in the model: feature by feature.
    let weights: [Float]
    /// Per feature.
    let hold: [Float]
}

/// What the weights are before any example: each word group speaks for its own label.
///
/// The figures were chosen by the scores on examples that were left out in turn. Words are held more than
/// examples could teach: a few hundred texts say little about words, and much about how people ask and tell.
struct Priors {
    let topics: Prior
    let kinds: Prior
    let danger: Prior
    let decision: Prior

    init(_ knowledge: Knowledge, _ list: FeatureList, pieces: Int = 0) {
        // Where no word tells the topic, the examples alone say what is likeliest.
        let free: Float = 0.1
        func prior(
            labels: Int, own: [Own], words: Float, rest: Float, pieceHold: Float
        ) -> Prior {
            var weights = [Float](repeating: 0, count: labels * (list.count + pieces))
            for own in own { weights[own.feature * labels + own.label] = own.weight }
            let lexical = list.topics.lowerBound..<list.clues.lowerBound
            return Prior(
                weights: weights,
                hold: (0..<list.count).map { feature in
                    feature == list.shape(.noTopic) ? free : lexical.contains(feature) ? words : rest
                } + [Float](repeating: pieceHold, count: pieces))
        }
        let danger = knowledge.kinds.firstIndex { $0.id == Knowledge.danger }
        let usual = knowledge.kinds.firstIndex { $0.id == Knowledge.usual }
        let objection = knowledge.kinds.firstIndex { $0.id == Knowledge.objection }
        topics = prior(
            labels: knowledge.topics.count, own: zip(list.topics, 0...).map { Own($0, $1, 3) }, words: 8,
            rest: 12, pieceHold: 1)
        kinds = prior(
            labels: knowledge.kinds.count,
            own: zip(list.kinds, 0...).map { Own($0, $1, $1 == usual ? 0.7 : 1.5) }
                + list.dangers.compactMap { feature in danger.map { Own(feature, $0, 2) } },
            words: 0.5, rest: 0.5, pieceHold: 0.3)
        self.danger = prior(
            labels: 2, own: list.dangers.map { Own($0, 1, 2) } + list.weakDangers.map { Own($0, 1, 0.7) },
            words: 3.6, rest: 0.6, pieceHold: 1)
        decision = prior(
            labels: 2, own: objection.map { [Own(list.kinds.lowerBound + $0, 1, 1.5)] } ?? [],
            words: 3.6, rest: 0.6, pieceHold: 1)
    }

    /// A feature that speaks for a label.
    private struct Own {
        let feature: Int
        let label: Int
        let weight: Float

        init(_ feature: Int, _ label: Int, _ weight: Float) {
            self.feature = feature
            self.label = label
            self.weight = weight
        }
    }
}
