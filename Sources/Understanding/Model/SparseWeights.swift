/// Weights of features that each say something about few labels: only those that do are held.
public struct SparseWeights: Hashable, Sendable {
    /// Per feature where its weights begin among all; one more at the end.
    public let starts: [Int32]
    public let labels: [Int16]
    /// In hundredths.
    public let hundredths: [Int16]

    public static let none = SparseWeights([], featureCount: 0)

    /// What stands in a kept form; nil when it does not go together.
    ///
    /// - Parameter labelCount: Of the model.
    public init?(starts: [Int32], labels: [Int16], hundredths: [Int16], labelCount: Int) {
        guard starts.first == 0, starts.last.map(Int.init) == labels.count, labels.count == hundredths.count,
            zip(starts, starts.dropFirst()).allSatisfy(<=), labels.allSatisfy({ 0..<labelCount ~= Int($0) })
        else { return nil }
        (self.starts, self.labels, self.hundredths) = (starts, labels, hundredths)
    }

    /// Small, for there are a hundred thousand at once while a desk reads them.
    struct Entry {
        let feature: Int32
        let label: Int16
        let hundredths: Int16

        init(feature: Int, label: Int, weight: Float) {
            self.feature = Int32(feature)
            self.label = Int16(label)
            hundredths = Int16(clamping: Int((weight * 100).rounded()))
        }
    }

    /// - Parameter entries: One at most for a feature and a label, in any order.
    init(_ entries: [Entry], featureCount: Int) {
        var counts = [Int](repeating: 0, count: featureCount + 1)
        for entry in entries { counts[Int(entry.feature) + 1] += 1 }
        for feature in 0..<featureCount { counts[feature + 1] += counts[feature] }
        starts = counts.map(Int32.init)
        var labels = [Int16](repeating: 0, count: entries.count)
        var hundredths = labels
        for entry in entries {
            let place = counts[Int(entry.feature)]
            labels[place] = entry.label
            hundredths[place] = entry.hundredths
            counts[Int(entry.feature)] = place + 1
        }
        (self.labels, self.hundredths) = (labels, hundredths)
    }

    var featureCount: Int { starts.count - 1 }

    private func places(of feature: Int) -> Range<Int> { Int(starts[feature])..<Int(starts[feature + 1]) }

    /// Adds what a feature says, as often as it is there.
    func add(_ feature: Int, _ value: Float, to sums: inout [Float]) {
        guard feature < featureCount else { return }
        for place in places(of: feature) {
            sums[Int(labels[place])] += value * Float(hundredths[place]) / 100
        }
    }

    func weight(_ feature: Int, _ label: Int) -> Float {
        guard feature < featureCount,
            let place = places(of: feature).first(where: { Int(labels[$0]) == label })
        else { return 0 }
        return Float(hundredths[place]) / 100
    }
}
