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
    /// Of words with others between them, `hij/zij ... slaat ... me`: per step what may stand there; else none.
    public let steps: [[Keyword]]

    public enum Strength: UInt8, Sendable, CaseIterable {
        case plain
        /// Says something only together with other words.
        case weak
        /// Says nothing, nor does a keyword that stands in it: `verkeerd` is not about `verkeer`.
        case excluded
    }

    /// Shorter words hide in too many others to be looked for inside a word.
    private static let shortest = 5

    /// Stands for other words of the same sentence, as many as `Stepping.widest`.
    public static let gap = "..."

    private static let stepCount = 2...3

    /// - Parameter written: As it stands in a file: `=` before it asks for whole words, `...` lets others stand
    ///   between, and there `/` stands between words of which one is enough.
    /// - Returns: nil when there is no word in it, or none in one of two or three steps.
    public init?(_ written: String, reach usual: Reach, _ strength: Strength = .plain) {
        self.strength = strength
        guard !written.contains(Self.gap) else {
            let parts = Self.parts(of: written)
            let steps = parts.map { $0.compactMap { Keyword($0, reach: usual, strength) } }
            guard Self.stepCount.contains(parts.count), zip(parts, steps).allSatisfy({ $0.count == $1.count })
            else { return nil }
            self.steps = steps
            reach = usual
            phrase = steps.map { $0.map(\.phrase).joined(separator: "/") }.joined(separator: Self.gap)
            return
        }
        steps = []
        phrase = written.foldedPhrase
        guard !phrase.isEmpty else { return nil }
        if written.hasPrefix("=") {
            reach = .whole
        } else if usual == .plural || !phrase.contains(" ") && phrase.utf8.count < Self.shortest {
            reach = usual == .plural ? .plural : .whole
        } else {
            reach = usual == .anywhere && phrase.contains(" ") ? .beginning : usual
        }
    }

    /// One that was read before; nil for what reading never gives.
    public init?(phrase: String, reach: Reach, _ strength: Strength, steps: [[Keyword]]) {
        guard !phrase.isEmpty, steps.isEmpty || Self.stepCount.contains(steps.count),
            steps.allSatisfy({ $0.allSatisfy(\.steps.isEmpty) })
        else { return nil }
        self.phrase = phrase
        self.reach = reach
        self.strength = strength
        self.steps = steps
    }

    /// What may stand at each step, cut at the gaps; split by hand, the standard library alone.
    private static func parts(of written: String) -> [[String]] {
        var parts: [[String]] = [[""]]
        var rest = written[...]
        while let character = rest.first {
            if rest.hasPrefix(gap) {
                parts.append([""])
                rest = rest.dropFirst(gap.count)
                continue
            }
            if character == "/" {
                parts[parts.count - 1].append("")
            } else {
                parts[parts.count - 1][parts[parts.count - 1].count - 1].append(character)
            }
            rest = rest.dropFirst()
        }
        return parts.map { $0.map { String($0.drop { $0 == " " }) } }
    }

    /// What stands in a text with a space around every word.
    var patterns: [String] {
        guard steps.isEmpty else { return [] }
        return switch reach {
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
