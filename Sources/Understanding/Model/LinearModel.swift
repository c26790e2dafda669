/// A weight for every label and feature: the sum over the features of a text orders the labels.
public struct LinearModel: Sendable {
    public let labelCount: Int
    /// Feature by feature, the labels of one beside each other.
    public var weights: [Float]
    /// What a difference of scores is divided by, so that a certainty is a share of finds that are right.
    public var temperature: Double

    public init(labelCount: Int, weights: [Float], temperature: Double = 1) {
        self.labelCount = labelCount
        self.weights = weights
        self.temperature = temperature
    }

    public func scores(_ features: Features) -> [Double] {
        var sums = [Float](repeating: 0, count: labelCount)
        weights.withUnsafeBufferPointer { weights in
            for (place, value) in zip(features.places, features.values) {
                let start = Int(place) * labelCount
                for label in 0..<labelCount { sums[label] += value * weights[start + label] }
            }
        }
        return sums.map(Double.init)
    }

    /// How sure each label is; together one.
    public func certainties(_ features: Features) -> [Double] {
        Self.certainties(scores(features), temperature: temperature)
    }

    static func certainties(_ scores: [Double], temperature: Double) -> [Double] {
        let most = scores.max() ?? 0
        let powers = scores.map { Logarithm.exponential(($0 - most) / temperature) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
    }
}
