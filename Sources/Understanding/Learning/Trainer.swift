/// Fits a linear model to examples: multinomial logistic regression, held near what the words say.
struct Trainer {
    struct Sample {
        let features: Features
        let label: Int
    }

    let labelCount: Int
    let featureCount: Int
    /// Where the weights begin and are held to: what the words alone say.
    let prior: [Float]
    /// Per feature, how strongly its weights are held.
    let hold: [Float]

    private static let rounds = 10

    /// Gradient steps per example with their own size per weight (AdaGrad), in an order that a seed decides.
    func fit(_ samples: [Sample], seed: UInt64) -> LinearModel {
        var model = LinearModel(labelCount: labelCount, weights: prior)
        var steps = [Float](repeating: 1, count: prior.count)
        var order = Shuffle(seed: seed)
        for round in 0..<Self.rounds {
            let rate = 0.1 / (1 + Float(round) / 15)
            for index in order.shuffled(samples.count) { step(samples[index], &model, &steps, rate) }
            restrain(&model, share: rate)
        }
        return model
    }

    private func step(_ sample: Sample, _ model: inout LinearModel, _ steps: inout [Float], _ rate: Float) {
        var errors = LinearModel.certainties(model.scores(sample.features), temperature: 1).map(Float.init)
        errors[sample.label] -= 1
        let features = sample.features
        // Without looking at borders: this is most of what learning costs.
        model.weights.withUnsafeMutableBufferPointer { weights in
            steps.withUnsafeMutableBufferPointer { steps in
                for (place, value) in zip(features.places, features.values) {
                    let start = Int(place) * labelCount
                    for label in 0..<labelCount {
                        let slope = errors[label] * value
                        let step = steps[start + label] + slope * slope
                        steps[start + label] = step
                        weights[start + label] -= rate * slope / step.squareRoot()
                    }
                }
            }
        }
    }

    /// Draws every weight back to where it began, as much for many examples as for few: then many teach more.
    private func restrain(_ model: inout LinearModel, share: Float) {
        for feature in 0..<featureCount {
            let keep = 1 / (1 + hold[feature] * share)
            for place in (feature * labelCount)..<((feature + 1) * labelCount) {
                model.weights[place] = prior[place] + (model.weights[place] - prior[place]) * keep
            }
        }
    }
}

/// An order by a seed, the same on every machine.
struct Shuffle {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

    mutating func shuffled(_ count: Int) -> [Int] {
        var order = Array(0..<count)
        for place in order.indices.dropFirst().reversed() { order.swapAt(place, below(place + 1)) }
        return order
    }
}
