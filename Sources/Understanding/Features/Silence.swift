/// Where words of a text say nothing: within what is excluded, and danger behind a word that denies it.
struct Silence {
    /// Per group: the excluded pieces, by their ends.
    private var pieces: [[Range<Int>]]
    /// Per group and piece: the first start of it and all pieces behind it.
    private var starts: [[Int]] = []
    /// Whether a danger that begins at a word is denied; none where no word denies.
    private let denied: [Bool]
    private let dangers: Range<Int>

    /// - Parameters:
    ///   - denials: Words such as `geen`.
    ///   - dangers: The groups that these deny.
    init(
        _ hits: [Lexicon.Hit], _ lexicon: Lexicon, denials: Set<String>, dangers: Range<Int>, _ text: FreeText
    ) {
        self.dangers = dangers
        pieces = [[Range<Int>]](repeating: [], count: lexicon.groupCount)
        for hit in hits {
            for meaning in lexicon.meanings[hit.pattern] where meaning.strength == .excluded {
                pieces[meaning.group].append(hit.range)
            }
        }
        for group in pieces.indices where pieces[group].count > 1 {
            pieces[group].sort { ($0.upperBound, $0.lowerBound) < ($1.upperBound, $1.lowerBound) }
        }
        starts = pieces.map { pieces in
            var starts = pieces.map(\.lowerBound)
            for place in starts.indices.dropLast().reversed() {
                starts[place] = min(starts[place], starts[place + 1])
            }
            return starts
        }
        denied = Self.denied(by: denials, in: text)
    }

    /// How far a word denies, when only words that say nothing themselves stand between: `nooit een echte brand`.
    private static let reach = 3

    private static let between: Set<String> = [
        "een", "de", "het", "echt", "echte", "enkel", "enkele", "enig", "enige", "sprake", "van", "meer",
        "in",
        "nog", "eens", "ooit", "a", "an", "any", "the", "really", "real", "actual", "actually", "been", "on",
    ]

    private static func denied(by denials: Set<String>, in text: FreeText) -> [Bool] {
        let places = text.words.indices.filter { denials.contains(text.words[$0].folded) }
        guard !places.isEmpty else { return [] }
        var denied = [Bool](repeating: false, count: text.words.count)
        for place in places {
            for next in (place + 1..<place + 1 + reach).prefix(while: { $0 < denied.count }) {
                // "hij komt niet, brand": a comma begins anew.
                guard !text.hasPause(before: next) else { break }
                denied[next] = true
                guard between.contains(text.words[next].folded) else { break }
            }
        }
        return denied
    }

    /// Whether the words of a hit say nothing of a group.
    func covers(_ hit: Lexicon.Hit, of group: Int) -> Bool {
        if dangers.contains(group), !denied.isEmpty, denied[hit.words.lowerBound] { return true }
        let place = firstEnding(at: hit.range.upperBound, of: group)
        return place < starts[group].count && starts[group][place] <= hit.range.lowerBound
    }

    private func firstEnding(at end: Int, of group: Int) -> Int {
        var (low, high) = (0, pieces[group].count)
        while low < high {
            let middle = (low + high) / 2
            if pieces[group][middle].upperBound < end { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
