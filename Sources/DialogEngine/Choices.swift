/// Finding options by what somebody types.
public enum Choices {
    /// The options that a line may mean, best first.
    ///
    /// A label or name that begins with the line wins; then labels and words that contain every word of it;
    /// then those that share the most telling words with it.
    ///
    /// - Parameter smallWords: Words that do not tell one choice from another, folded.
    public static func matching(
        _ line: String, in options: [Option], besides smallWords: Set<String>, translation: Translation
    ) -> [Option] {
        let typed = line.foldedWords
        guard !typed.isEmpty else { return [] }
        let whole = typed.joined(separator: " ")
        let exact = options.filter { names(of: $0, translation).contains { phrase($0) == whole } }
        if !exact.isEmpty { return exact }
        let beginning = options.filter { option in
            labels(of: option, translation).contains { phrase($0).hasPrefix(whole) }
        }
        if beginning.count == 1 || (!beginning.isEmpty && whole.count >= 3) { return beginning }
        let scored = options.enumerated().map {
            (offset: $0.offset, score: score(typed, $0.element, smallWords, translation))
        }
        .filter { $0.score > 0 }
        .sorted { ($0.score, $1.offset) > ($1.score, $0.offset) }
        guard let best = scored.first?.score else { return beginning }
        return scored.filter { $0.score * 3 >= best * 2 }.map { options[$0.offset] }
    }

    /// How telling the shared words are: longer words and whole phrases count more.
    private static func score(
        _ typed: [String], _ option: Option, _ smallWords: Set<String>, _ translation: Translation
    ) -> Int {
        var score = 0
        for candidate in names(of: option, translation) {
            let all = candidate.foldedWords
            let words = all.filter { !smallWords.contains($0) }
            guard !words.isEmpty else { continue }
            if stands(all, in: typed) {
                score = max(score, 10 * words.count + all.joined(separator: " ").count)
                continue
            }
            let shared = words.filter { word in typed.contains { same($0, word, smallWords) } }
            if !shared.isEmpty, shared.count * 2 >= words.count {
                score = max(score, 4 * shared.count + shared.map(\.count).max()! / 2)
            }
        }
        return score
    }

    /// Whether these words stand one after the other in what was typed.
    private static func stands(_ words: [String], in typed: [String]) -> Bool {
        guard let first = words.first, words.count <= typed.count else { return false }
        return (0...(typed.count - words.count)).contains { start in
            typed[start] == first && typed[start..<(start + words.count)].elementsEqual(words)
        }
    }

    /// The same word, or one the beginning of the other (lamp, lampen) when long enough to say something.
    private static func same(_ typed: String, _ word: String, _ smallWords: Set<String>) -> Bool {
        if typed == word { return !smallWords.contains(typed) }
        if word.hasPrefix(typed) { return typed.count >= 4 }
        return typed.hasPrefix(word) && word.count >= 4 && typed.count - word.count <= 3
    }

    /// The label as it is shown, and in Dutch, which people here may use all the same.
    static func labels(of option: Option, _ translation: Translation) -> [String] {
        let label = option.label.words
        return translation.isDutch ? [label] : [translation(label), label]
    }

    static func names(of option: Option, _ translation: Translation) -> [String] {
        labels(of: option, translation) + option.words
    }

    private static func phrase(_ words: String) -> String { words.foldedWords.joined(separator: " ") }
}
