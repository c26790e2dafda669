/// The plain words by which people say yes, no, "I do not know" and "I will not say", and the words that say nothing.
public struct AnswerWords: Hashable, Sendable {
    public let yes: [String]
    public let no: [String]
    public let unknown: [String]
    public let declined: [String]
    /// Words that do not tell one choice from another, such as "de", "klacht" and the name of the place.
    public let small: Set<String>
    public let loose: LooseWords

    public init(
        yes: [String], no: [String], unknown: [String], declined: [String], small: [String],
        loose: LooseWords = .none
    ) {
        self.yes = yes.map { $0.foldedPhrase }
        self.no = no.map { $0.foldedPhrase }
        self.unknown = unknown.map { $0.foldedPhrase }
        self.declined = declined.map { $0.foldedPhrase }
        self.small = Set(small.flatMap(\.foldedWords))
        self.loose = loose
    }

    /// From the words of a value that was made before.
    public init(
        foldedYes: [String], no: [String], unknown: [String], declined: [String], small: [String],
        loose: LooseWords
    ) {
        (yes, self.no, self.unknown, self.declined) = (foldedYes, no, unknown, declined)
        self.small = Set(small)
        self.loose = loose
    }
}
