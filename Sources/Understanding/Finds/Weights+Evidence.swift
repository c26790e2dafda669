import DialogEngine

extension Weights {
    /// The words of a text whose pieces speak most for the likeliest label, in its order; where no keyword does.
    func words(
        for label: String?, among groups: [WordGroup], by model: LinearModel, in text: FreeText,
        _ list: FeatureList
    ) -> [Evidence] {
        guard let label = groups.firstIndex(where: { $0.id == label }) else { return [] }
        var spoken: [String: (word: Int, weight: Float)] = [:]
        for (word, typed) in text.words.enumerated()
        where typed.folded.utf8.count >= Self.leastLetters && spoken[typed.folded] == nil {
            let weight = pieces.places(in: typed.folded).reduce(Float(0)) { sum, place in
                sum + pieces.pieces[place].rarity * model.weight(list.count + place, label)
            }
            if weight > 0 { spoken[typed.folded] = (word, weight) }
        }
        return spoken.values.sorted { ($1.weight, $0.word) < ($0.weight, $1.word) }.prefix(Self.shown)
            .map(\.word).sorted().map { text.evidence($0..<($0 + 1)) }
    }

    /// `al` and `wk` may have said much, and explain nothing.
    private static var leastLetters: Int { 4 }

    /// More than these would be half the text.
    private static var shown: Int { 3 }
}
