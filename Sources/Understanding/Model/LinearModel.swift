/// A weight for every label and feature: the sum over the features of a text orders the labels.
public struct LinearModel: Sendable {
    public let labelCount: Int
    /// Feature by feature, the labels of one beside each other.
    public var weights: [Float]
    /// Those of the features behind them.
    public var pieces: SparseWeights
    /// What a difference of scores is divided by, so that a certainty is a share of finds that are right.
    public var temperature: Double
    /// How the certainty of the likeliest label is told.
    public var sureness = Sureness.asItIs

    public init(
        labelCount: Int, weights: [Float], pieces: SparseWeights = .none, temperature: Double = 1
    ) {
        self.labelCount = labelCount
        self.weights = weights
        self.pieces = pieces
        self.temperature = temperature
    }

    /// Of those with a weight for each label.
    private var featureCount: Int { weights.count / max(1, labelCount) }

    /// The same with few weights for the features from a place on: what they hardly say is left out.
    func thinned(from first: Int, least: Float) -> LinearModel {
        let entries = (first..<featureCount).flatMap { feature in
            (0..<labelCount).filter { weight(feature, $0).magnitude >= least }.map {
                SparseWeights.Entry(feature: feature - first, label: $0, weight: weight(feature, $0))
            }
        }
        var thin = self
        thin.weights = Array(weights[..<(first * labelCount)])
        thin.pieces = SparseWeights(entries, featureCount: featureCount - first)
        return thin
    }

    /// 0 for a feature that it has no weights for.
    func weight(_ feature: Int, _ label: Int) -> Float {
        let place = feature * labelCount + label
        return place < weights.count ? weights[place] : pieces.weight(feature - featureCount, label)
    }

    mutating func set(_ feature: Int, _ label: Int, _ weight: Float) {
        weights[feature * labelCount + label] = weight
    }

    /// Of features that the model has no weights for, behind those of others, nothing is asked.
    public func scores(_ features: Features) -> [Double] {
        var sums = [Float](repeating: 0, count: labelCount)
        weights.withUnsafeBufferPointer { weights in
            for (place, value) in zip(features.places, features.values) {
                let start = Int(place) * labelCount
                guard start + labelCount <= weights.count else { break }
                for label in 0..<labelCount { sums[label] += value * weights[start + label] }
            }
        }
        for (place, value) in zip(features.places, features.values).reversed() {
            guard Int(place) >= featureCount else { break }
            pieces.add(Int(place) - featureCount, value, to: &sums)
        }
        return sums.map(Double.init)
    }

    /// How sure each label is; together one.
    public func certainties(_ features: Features) -> [Double] {
        sureness.told(Self.certainties(scores(features), temperature: temperature))
    }

    static func certainties(_ scores: [Double], temperature: Double) -> [Double] {
        let most = scores.max() ?? 0
        let powers = scores.map { Logarithm.exponential(($0 - most) / temperature) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
    }
}

extension LinearModel {
    /// A straight line through the odds of the likeliest label: what it comes to is the share that is right.
    ///
    /// Source: J. Platt, Probabilistic outputs for support vector machines (1999).
    public struct Sureness: Hashable, Sendable {
        public var shift: Double
        public var slope: Double

        public init(shift: Double, slope: Double) {
            self.shift = shift
            self.slope = slope
        }

        static let asItIs = Sureness(shift: 0, slope: 1)

        static func odds(_ certainty: Double) -> Double {
            let kept = min(max(certainty, 1e-6), 1 - 1e-6)
            return Logarithm.natural(kept / (1 - kept))
        }

        func certainty(_ certainty: Double) -> Double { self.certainty(odds: Self.odds(certainty)) }

        func certainty(odds: Double) -> Double { 1 / (1 + Logarithm.exponential(-(shift + slope * odds))) }

        /// The likeliest by the line, never below the next; the rest shares what is left as it did.
        func told(_ certainties: [Double]) -> [Double] {
            guard self != .asItIs, certainties.count > 1,
                let first = certainties.indices.max(by: { certainties[$0] < certainties[$1] }),
                case let rest = 1 - certainties[first], rest > 0
            else { return certainties }
            let next = certainties.indices.lazy.filter { $0 != first }.map { certainties[$0] }.max() ?? 0
            let sure = max(certainty(certainties[first]), next / (rest + next))
            return certainties.indices.map {
                $0 == first ? sure : certainties[$0] * (1 - sure) / rest
            }
        }
    }
}
