import DialogEngine

extension Weights {
    /// The learned words of a text that speak most for the likeliest label, in its order; where no keyword does.
    func words(
        for label: String?, among groups: [WordGroup], by model: LinearModel, in text: FreeText,
        _ list: FeatureList
    ) -> [Evidence] {
        guard let label = groups.firstIndex(where: { $0.id == label }) else { return [] }
        var spoken: [Int: (word: Int, weight: Float)] = [:]
        for (word, typed) in text.words.enumerated() {
            guard let place = words.place(of: typed.folded), spoken[place] == nil,
                case let index = (list.count + place) * model.labelCount + label,
                index < model.weights.count,
                case let weight = model.weights[index] * words.words[place].rarity, weight > 0
            else { continue }
            spoken[place] = (word, weight)
        }
        return spoken.values.sorted { ($1.weight, $0.word) < ($0.weight, $1.word) }.prefix(Self.shown)
            .map(\.word).sorted().map { text.evidence($0..<($0 + 1)) }
    }

    /// More than these would be half the text.
    private static var shown: Int { 3 }
}
