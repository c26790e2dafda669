/// What the Dutch words of a gemeente are in another language.
///
/// A text is found by its Dutch words, so that a Dutch text that changed never keeps its old translation.
public struct Translation: Sendable {
    /// A code such as `en`.
    public let language: String
    private let words: [String: String]

    public init(language: String, words: [String: String]) {
        self.language = language
        self.words = words
    }

    /// The words as they were written.
    public static let dutch = Translation(language: "nl", words: [:])

    public var isDutch: Bool { words.isEmpty }

    /// The words in this language; the Dutch ones where there are no others. A title of two names, such as
    /// `Stadstaxi – Vervoer`, is put together from its parts.
    public func callAsFunction(_ dutch: String) -> String {
        if words.isEmpty { return dutch }
        if let found = words[dutch] { return found }
        guard dutch.contains(Self.joint) else { return dutch }
        return dutch.split(separator: Self.joint).map { words[String($0)] ?? String($0) }.joined(
            separator: Self.joint)
    }

    private static let joint = " – "

    // MARK: As one text, which costs nothing until somebody asks for the language

    public struct Packed: Hashable, Sendable {
        public let language: String
        public let text: String

        public init(language: String, text: String) {
            self.language = language
            self.text = text
        }

        public init(language: String, pairs: [(dutch: String, other: String)]) {
            self.init(
                language: language,
                text: pairs.map { $0.dutch + "\u{1F}" + $0.other }.joined(separator: "\u{1E}"))
        }
    }

    public init(_ packed: Packed) {
        var words: [String: String] = [:]
        for pair in packed.text.split(separator: "\u{1E}") {
            let parts = pair.split(separator: "\u{1F}", maxSplits: 1)
            if parts.count == 2 { words[String(parts[0])] = String(parts[1]) }
        }
        self.init(language: packed.language, words: words)
    }
}
