/// What a certainty is good for in a talk.
public enum Sureness: Int, Comparable, Sendable {
    /// Ask, as if nothing was found.
    case unsure
    /// Offer it with what else it may be: the right one is among three.
    case likely
    /// Show it as found: nine of ten are right.
    case sure

    /// From here on, by certainty; where each lies is measured by `klachtwijzer leer --toets`.
    static let (likelyFrom, sureFrom) = (0.4, 0.85)
    /// As sure as may be what is only guessed.
    static let guess = 0.39

    public init(_ certainty: Double) {
        self = certainty >= Self.sureFrom ? .sure : certainty >= Self.likelyFrom ? .likely : .unsure
    }

    public static func < (a: Sureness, b: Sureness) -> Bool { a.rawValue < b.rawValue }
}

extension Find {
    public var sureness: Sureness { Sureness(certainty) }
}

extension Understood.Ranked {
    public var sureness: Sureness { Sureness(certainty) }
}
