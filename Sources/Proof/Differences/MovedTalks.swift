import DialogEngine
import Rules

/// Talks that the same answers bring to something else in the new dialogs.
public struct MovedTalks: Sendable {
    /// What is not the same for them.
    public enum Aspect: String, Sendable, CaseIterable {
        case channel = "kanaal"
        case kind = "soort"
        case detail
        case keeps = "bewaart"
        /// Answers with which a second matter begins.
        case next = "daarna"
        case steps = "stappen"
        case limits = "termijnen"
        case ground = "wet"
        case mentions = "vermeldingen"
        case questions = "vragen"
        /// The same in other words.
        case words = "woorden"
    }

    public let oldRule: String
    public let newRule: String
    public let aspects: [Aspect]
    /// What came and went: `stap`, `vermelding`, `vraag` with its id.
    public let gone: [PartKey]
    public let come: [PartKey]
    /// How many talks.
    public let count: Double
    /// They are all about several parties: what moved is how those lead one another.
    public let needsSeveral: Bool
    public let witness: Witness?
    /// The changed rules and questions by which they can have moved.
    public let movedBy: [PartKey]
    /// The entries of `wijzigingen.yaml`, new since the old dialogs, that speak of it.
    public let notes: [ChangeNote]

    /// It ends somewhere else, or as something else.
    public var goesElsewhere: Bool {
        oldRule != newRule || !Set(aspects).isDisjoint(with: [.channel, .kind, .detail, .keeps])
    }

    /// Other words for the same need no reason.
    public var isExplained: Bool { !notes.isEmpty || aspects == [.words] }
}
