/// Words by which somebody may be in danger; looked for in every line before it is kept.
public struct EmergencySigns: Sendable {
    public struct Sign: Hashable, Sendable {
        /// The option of the danger question that it points to.
        public let option: String
        public let phrases: [String]

        public init(option: String, phrases: [String]) {
            self.option = option
            self.phrases = phrases.map { $0.foldedPhrase }
        }

        /// - Parameter folded: Phrases of a sign that was made before.
        public init(option: String, folded: [String]) {
            self.option = option
            phrases = folded
        }
    }

    /// The question about danger.
    public let question: String
    public let signs: [Sign]

    public init(question: String, signs: [Sign]) {
        self.question = question
        self.signs = signs
    }

    /// - Returns: The option of the danger question that a line points to; nil for most lines.
    public func option(in line: String) -> String? {
        let text = line.foldedPhrase
        let bytes = Array(text.utf8) + [Self.space]
        let starts = [0] + bytes.indices.dropLast().filter { bytes[$0] == Self.space }.map { $0 + 1 }
        return signs.first { $0.phrases.contains { Self.stands($0, in: bytes, at: starts) } }?.option
    }

    private static let space = UInt8(ascii: " ")

    /// Whether a phrase begins at one of these places and ends where a word ends. By bytes, because there are hundreds
    /// of phrases and every line is looked through before it is kept.
    private static func stands(_ phrase: String, in bytes: [UInt8], at starts: [Int]) -> Bool {
        let utf8 = phrase.utf8
        return starts.contains { start in
            let end = start + utf8.count
            return end < bytes.count && bytes[end] == space && bytes[start..<end].elementsEqual(utf8)
        }
    }
}
