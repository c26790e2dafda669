import DialogEngine

/// A word or phrase to look for in a text.
public struct Keyword: Hashable, Sendable {
    /// Where in a text it counts.
    public enum Reach: UInt8, Sendable, CaseIterable {
        /// Also inside a word, as Dutch compounds need: `afval` in `plasticafval`.
        case anywhere
        /// From the beginning of a word: `klacht` in `klachten`, not in `milieuklacht`.
        case beginning
        /// Whole words only.
        case whole
        /// Whole words, with an English plural.
        case plural
    }

    /// Folded, with one space between words; never empty.
    public let phrase: String
    public let reach: Reach
    public let strength: Strength

    public enum Strength: UInt8, Sendable, CaseIterable {
        case plain
        /// Says something only together with other words.
        case weak
        /// Says nothing, nor does a keyword that stands in it: `verkeerd` is not about `verkeer`.
        case excluded
    }

    /// Shorter words hide in too many others to be looked for inside a word.
    private static let shortest = 5

    /// - Parameter written: As it stands in a file: `=` before it asks for whole words.
    /// - Returns: nil when there is no word in it.
    public init?(_ written: String, reach usual: Reach, _ strength: Strength = .plain) {
        phrase = written.foldedPhrase
        guard !phrase.isEmpty else { return nil }
        self.strength = strength
        if written.hasPrefix("=") {
            reach = .whole
        } else if usual == .plural || !phrase.contains(" ") && phrase.utf8.count < Self.shortest {
            reach = usual == .plural ? .plural : .whole
        } else {
            reach = usual == .anywhere && phrase.contains(" ") ? .beginning : usual
        }
    }

    /// What stands in a text with a space around every word.
    var patterns: [String] {
        switch reach {
        case .anywhere: [phrase]
        // A phrase that ends in a small word would go on into another word.
        case .beginning: [" " + phrase + (lastWordLength < 4 ? " " : "")]
        case .whole: [" " + phrase + " "]
        case .plural: [" " + phrase + " ", " " + phrase + "s "]
        }
    }

    private var lastWordLength: Int {
        phrase.utf8.count
            - (phrase.utf8.lastIndex(of: 0x20).map {
                phrase.utf8.distance(from: phrase.startIndex, to: $0) + 1
            } ?? 0)
    }
}

/// The keywords that point to one thing.
public struct WordGroup: Hashable, Sendable {
    public let id: String
    public let keywords: [Keyword]

    public init(id: String, keywords: [Keyword]) {
        self.id = id
        self.keywords = keywords
    }
}
