/// The words of a text with what each may mean for a day: looked up once, however often a piece of it is tried.
public struct DateWords: Sendable {
    /// nil for a word that means nothing by itself.
    let tokens: [DateToken?]
    /// The phrases that begin at each word, the longest first.
    private let phrases: [[DateLexicon.Phrase]]
    /// Whether each word can stand in a date.
    public let isKnown: [Bool]

    /// - Parameter folded: All words of the text.
    public init(_ folded: [String]) {
        let isKnown = folded.map(DateLexicon.knows)
        self.isKnown = isKnown
        tokens = folded.indices.map { isKnown[$0] ? DateLexicon.token(folded[$0]) : nil }
        phrases = folded.indices.map { isKnown[$0] ? DateLexicon.allPhrases(folded, at: $0) : [] }
    }

    /// Whether a word is a month, in full or cut short.
    public func isMonth(_ index: Int) -> Bool { tokens[index]?.isMonth == true }

    /// - Returns: nil when a word of the piece has nothing to do with days.
    func tokens(_ place: Range<Int>) -> [DateToken]? {
        var found: [DateToken] = []
        found.reserveCapacity(place.count)
        var index = place.lowerBound
        while index < place.upperBound {
            if let phrase = phrases[index].first(where: { index + $0.count <= place.upperBound }) {
                found += phrase.meaning
                index += phrase.count
            } else if let token = tokens[index] {
                found.append(token)
                index += 1
            } else {
                return nil
            }
        }
        return DateLexicon.joiningTens(found)
    }
}
