import TestSupport
import Testing

@testable import Understanding

@Suite("Few weights for many features") struct SparseWeightsTests {
    @Test func thinnedSaysTheSameButForWhatWasHardlySaid() {
        var generator = SeededGenerator(seed: SeededGenerator.runSeed)
        let (labels, dense, all) = (3, 4, 20)
        let weights = (0..<(labels * all)).map { _ in
            Float(Int.random(in: -300...300, using: &generator)) / 100
        }
        let whole = LinearModel(labelCount: labels, weights: weights)
        let thin = whole.thinned(from: dense, least: 0.5)
        #expect(thin.weights.count == labels * dense)
        #expect(thin.pieces.featureCount == all - dense)
        for feature in 0..<all {
            for label in 0..<labels {
                let weight = whole.weight(feature, label)
                let expected = feature >= dense && weight.magnitude < 0.5 ? 0 : weight
                #expect(
                    (thin.weight(feature, label) - expected).magnitude < 0.005,
                    "SEED=\(SeededGenerator.runSeed)")
            }
        }
        var features = Features()
        for place in 0..<all where place % 3 == 0 { features.add(place, Float(place) / 7 + 1) }
        let scores = thin.scores(features)
        for label in 0..<labels {
            let sum = zip(features.places, features.values).reduce(Float(0)) {
                $0 + $1.1 * thin.weight(Int($1.0), label)
            }
            #expect((Float(scores[label]) - sum).magnitude < 0.01, "SEED=\(SeededGenerator.runSeed)")
        }
    }

    @Test(
        "what does not go together is refused",
        arguments: [
            ([], [], []), ([1, 1], [0], [5]), ([0, 2], [0], [5]), ([0, 1], [0], []), ([0, 1], [3], [5]),
            ([0, 1], [-1], [5]), ([0, 2, 1], [0], [5]),
        ] as [([Int32], [Int16], [Int16])])
    func damaged(starts: [Int32], labels: [Int16], hundredths: [Int16]) {
        #expect(SparseWeights(starts: starts, labels: labels, hundredths: hundredths, labelCount: 3) == nil)
    }
}
