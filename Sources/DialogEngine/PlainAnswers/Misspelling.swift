extension Choices {
    /// The options whose words a line has but for one wrong letter in one longer word: `gementee`.
    static func nearly(
        _ line: String, in options: [Option], besides smallWords: Set<String>, translation: Translation
    ) -> [Option] {
        let typed = line.foldedWords
        // A sentence with a slip in it is no choice with a slip in it.
        guard typed.count <= 4 else { return [] }
        var known: Set<String> = []
        for option in options {
            for name in labels(of: option, translation) + option.words {
                for word in name.foldedWords where word.utf8.count >= shortest { known.insert(word) }
            }
        }
        let strange = typed.indices.filter {
            typed[$0].utf8.count >= shortest && !known.contains(typed[$0]) && !smallWords.contains(typed[$0])
        }
        guard strange.count == 1, let place = strange.first else { return [] }
        let length = typed[place].utf8.count
        var found: [Option] = []
        for word in known.sorted() where abs(word.utf8.count - length) <= 1 {
            guard Spelling.distance(typed[place], word) == 1 else { continue }
            var mended = typed
            mended[place] = word
            let line = mended.joined(separator: " ")
            for option in matching(line, in: options, besides: smallWords, translation: translation)
            where !found.contains(where: { $0.id == option.id }) { found.append(option) }
        }
        return found
    }

    /// Shorter words are too often one letter from another one.
    private static let shortest = 5
}
