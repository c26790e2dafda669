extension Choices {
    /// The options whose words a line has but for one wrong letter in one longer word: `gemente`.
    static func nearly(
        _ line: String, in options: [Option], besides smallWords: Set<String>, translation: Translation
    ) -> [Option] {
        let typed = line.foldedWords
        // A sentence with a slip in it is no choice with a slip in it.
        guard typed.count <= 4 else { return [] }
        let long = typed.indices.filter {
            typed[$0].utf8.count >= shortest && !smallWords.contains(typed[$0])
        }
        guard !long.isEmpty else { return [] }
        let bytes = long.map { Array(typed[$0].utf8) }
        let known = words(of: options, translation) { word in
            word.count >= shortest && bytes.contains { $0.elementsEqual(word) || mayBeNear($0[...], word) }
        }
        let strange = long.filter { !known.contains(typed[$0]) }
        guard strange.count == 1, let place = strange.first else { return [] }
        var found: [Option] = []
        for word in known.sorted() where Spelling.distance(typed[place], word) == 1 {
            var mended = typed
            mended[place] = word
            let line = mended.joined(separator: " ")
            for option in matching(line, in: options, besides: smallWords, translation: translation)
            where !found.contains(where: { $0.id == option.id }) { found.append(option) }
        }
        return found
    }

    /// Whether two words may differ by one letter, by how much they share at both ends. Nearly all words do not.
    private static func mayBeNear(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Bool {
        guard abs(a.count - b.count) <= 1 else { return false }
        let start = zip(a, b).prefix { $0 == $1 }.count
        let end = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
        // Two that are swapped count as one.
        return start + end >= max(a.count, b.count) - 2
    }

    /// Shorter words are too often one letter from another one.
    private static let shortest = 5
}
