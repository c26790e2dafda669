import DialogEngine

/// The single words that were learned from examples, besides the keywords that people thought of.
///
/// `twintigje` is no keyword, and yet says something. Each word counts by how seldom it is, and all words of a
/// text together count the same in a short text and a long one.
public struct LearnedWords: Hashable, Sendable {
    public struct Word: Hashable, Sendable {
        /// Folded.
        public let word: String
        /// How seldom it is: the logarithm of how many texts there are for each that has it.
        public let rarity: Float

        public init(_ word: String, rarity: Float) {
            self.word = word
            self.rarity = rarity
        }
    }

    /// In the order of their letters' codes, each once.
    public let words: [Word]

    public static let none = LearnedWords([])

    public init(_ words: [Word]) {
        self.words = words.sorted { Self.precedes($0.word, $1.word) }
    }

    /// A word of one text alone teaches nothing about others.
    private static let leastTexts = 2

    /// How much the words of a text count together.
    private static let length: Float = 3

    init(of texts: [FreeText]) {
        var counts: [String: Int] = [:]
        for text in texts { for word in Set(text.words.map(\.folded)) { counts[word, default: 0] += 1 } }
        self.init(
            counts.filter { $0.value >= Self.leastTexts }.map {
                Word($0.key, rarity: Float(Logarithm.natural(Double(texts.count) / Double($0.value))))
            })
    }

    var count: Int { words.count }

    /// The places of the words of a text, rising, each with what it counts.
    func found(in text: FreeText) -> [(place: Int, value: Float)] {
        guard !words.isEmpty else { return [] }
        let places = Set(text.words.compactMap { place(of: $0.folded) }).sorted()
        let length = places.reduce(Float(0)) { $0 + words[$1].rarity * words[$1].rarity }.squareRoot()
        return length > 0 ? places.map { ($0, words[$0].rarity * Self.length / length) } : []
    }

    func place(of word: String) -> Int? {
        var (low, high) = (0, words.count)
        while low < high {
            let middle = (low + high) / 2
            if Self.precedes(words[middle].word, word) { low = middle + 1 } else { high = middle }
        }
        return low < words.count && words[low].word == word ? low : nil
    }

    /// By bytes: the same order on every machine, and quicker than that of characters.
    private static func precedes(_ one: String, _ other: String) -> Bool {
        one.utf8.lexicographicallyPrecedes(other.utf8)
    }
}
