/// Something that was read from a text: offered to the person, never filled in silently.
public struct Find<Value: Sendable>: Sendable {
    public let value: Value
    /// The pieces of the text that it was read from, in the order of the text; never empty.
    public let evidence: [Evidence]
    /// How sure it is, from 0 to 1, as a share of such finds that are right.
    public let certainty: Double

    public init(_ value: Value, from evidence: [Evidence], certainty: Double) {
        self.value = value
        self.evidence = evidence
        self.certainty = certainty
    }
}

extension Find: Equatable where Value: Equatable {}

/// A piece of a text, word for word.
public struct Evidence: Hashable, Sendable {
    public let words: String
    /// Where it stands, in bytes of UTF-8 from the start of the text.
    public let range: Range<Int>

    public init(_ words: String, at range: Range<Int>) {
        self.words = words
        self.range = range
    }
}
