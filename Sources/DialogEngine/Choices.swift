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
        let typed = TypedWords(line, besides: smallWords)
        guard !typed.words.isEmpty else { return [] }
        let names = FoldedNames(of: options, translation)
        let exact = names.options { names.phrase($0) == typed.phrase }
        if !exact.isEmpty { return exact.map { options[$0] } }
        let beginning = names.options { $0.isLabel && names.phrase($0).starts(with: typed.phrase) }
        if beginning.count == 1 || (!beginning.isEmpty && typed.phrase.count >= 3) {
            return beginning.map { options[$0] }
        }
        var scores = [Int](repeating: 0, count: options.count)
        for name in names.all { scores[name.option] = max(scores[name.option], names.score(name, typed)) }
        guard let best = scores.max(), best > 0 else { return beginning.map { options[$0] } }
        return scores.indices.filter { scores[$0] > 0 && scores[$0] * 3 >= best * 2 }
            .sorted { (scores[$0], $1) > (scores[$1], $0) }
            .map { options[$0] }
    }

    /// The words of labels and names for which something holds; each once.
    static func words(
        of options: [Option], _ translation: Translation, where isMeant: (ArraySlice<UInt8>) -> Bool
    ) -> Set<String> {
        FoldedNames(of: options, translation).words(where: isMeant)
    }

    /// Whether one of them is called exactly so.
    static func isName(_ plain: String, in options: [Option], _ translation: Translation) -> Bool {
        let names = FoldedNames(of: options, translation)
        let typed = Array(plain.utf8)
        return names.all.contains { names.phrase($0).elementsEqual(typed) }
    }

    /// Whether a name or label begins with these words.
    public static func isBeginningOfName(_ words: String, in options: [Option], _ translation: Translation)
        -> Bool
    {
        let typed = FoldedWords(words).bytes
        let names = FoldedNames(of: options, translation)
        return names.all.contains { names.phrase($0).starts(with: typed) }
    }

    /// The label as it is shown, and in Dutch, which people here may use all the same.
    static func labels(of option: Option, _ translation: Translation) -> [String] {
        let label = option.label.words
        return translation.isDutch ? [label] : [translation(label), label]
    }
}

/// What somebody typed, ready to be compared with many names.
private struct TypedWords {
    let phrase: ArraySlice<UInt8>
    let words: [ArraySlice<UInt8>]
    private let smallWords: Set<String>
    private let areSmall: [Bool]
    /// The words by their first byte: most names begin with another one than any word that was typed.
    private var byFirst = [[Int]](repeating: [], count: 256)

    init(_ line: String, besides smallWords: Set<String>) {
        let folded = FoldedWords(line)
        phrase = folded.bytes[...]
        words = folded.ranges.map { folded.bytes[$0] }
        self.smallWords = smallWords
        areSmall = words.map { Self.isSmall($0, smallWords) }
        for (index, word) in words.enumerated() { byFirst[Int(word[word.startIndex])].append(index) }
    }

    func isSmall(_ word: ArraySlice<UInt8>) -> Bool { Self.isSmall(word, smallWords) }

    private static func isSmall(_ word: ArraySlice<UInt8>, _ smallWords: Set<String>) -> Bool {
        smallWords.contains(String(decoding: word, as: UTF8.self))
    }

    /// Whether it has this word, or one of which it is the beginning or that is its beginning (lamp, lampen), when
    /// long enough to say something.
    func have(_ word: ArraySlice<UInt8>) -> Bool {
        byFirst[Int(word[word.startIndex])].contains { index in
            let typed = words[index]
            // "Voor" is no beginning of "voorstel".
            if typed.count <= word.count, areSmall[index] { return false }
            if typed.count == word.count { return typed == word }
            if typed.count < word.count { return typed.count >= 4 && word.starts(with: typed) }
            return word.count >= 4 && typed.count - word.count <= 3 && typed.starts(with: word)
        }
    }

    /// Whether these words stand in it one after the other.
    func have(_ name: [ArraySlice<UInt8>]) -> Bool {
        guard let first = name.first, name.count <= words.count else { return false }
        return byFirst[Int(first[first.startIndex])].contains { words[$0...].starts(with: name) }
    }
}

/// The labels and words of options, folded.
private struct FoldedNames {
    struct Name {
        /// Index of the option.
        let option: Int
        let isLabel: Bool
        /// Indexes of its words.
        let words: Range<Int>
    }

    private var folded = FoldedWords()
    private(set) var all: [Name] = []

    init(of options: [Option], _ translation: Translation) {
        for (index, option) in options.enumerated() {
            for label in Choices.labels(of: option, translation) { add(label, index, isLabel: true) }
            for words in option.words { add(words, index, isLabel: false) }
        }
    }

    private mutating func add(_ words: String, _ option: Int, isLabel: Bool) {
        let start = folded.ranges.count
        folded.append(words)
        let range = start..<folded.ranges.count
        if !range.isEmpty { all.append(Name(option: option, isLabel: isLabel, words: range)) }
    }

    /// Its words with a space between them.
    func phrase(_ name: Name) -> ArraySlice<UInt8> {
        let (first, last) = (name.words.lowerBound, name.words.upperBound - 1)
        return folded.bytes[folded.ranges[first].lowerBound..<folded.ranges[last].upperBound]
    }

    func words(where isMeant: (ArraySlice<UInt8>) -> Bool) -> Set<String> {
        var found: Set<String> = []
        for range in folded.ranges where isMeant(folded.bytes[range]) {
            found.insert(String(decoding: folded.bytes[range], as: UTF8.self))
        }
        return found
    }

    /// The options that have such a name, each once, in order.
    func options(where isMeant: (Name) -> Bool) -> [Int] {
        var found: [Int] = []
        for name in all where found.last != name.option && isMeant(name) { found.append(name.option) }
        return found
    }

    /// How telling the shared words are: longer words and whole phrases count more.
    func score(_ name: Name, _ typed: TypedWords) -> Int {
        // Nearly all names share nothing: they are not looked at further.
        var (shared, longest) = (0, 0)
        for range in folded.ranges[name.words] {
            let word = folded.bytes[range]
            guard typed.have(word), !typed.isSmall(word) else { continue }
            shared += 1
            longest = max(longest, word.count)
        }
        guard shared > 0 else { return 0 }
        let words = folded.ranges[name.words].map { folded.bytes[$0] }
        let telling = words.count { !typed.isSmall($0) }
        if typed.have(words) { return 10 * telling + phrase(name).count }
        return shared * 2 >= telling ? 4 * shared + longest / 2 : 0
    }
}
