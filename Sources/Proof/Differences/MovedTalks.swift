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
        case steps = "stappen"
        case limits = "termijnen"
        case mentions = "vermeldingen"
        case reason = "uitleg"
        case questions = "vragen"
    }

    public let oldRule: String
    public let newRule: String
    public let aspects: [Aspect]
    /// What came and went: `stap`, `vermelding`, `vraag` with its id.
    public let gone: [PartKey]
    public let come: [PartKey]
    /// How many talks.
    public let count: Double
    public let witness: Witness?
    /// The changed rules and questions by which they can have moved.
    public let movedBy: [PartKey]
    /// The entries of `wijzigingen.yaml`, new since the old dialogs, that speak of it.
    public let notes: [ChangeNote]

    public var isExplained: Bool { !notes.isEmpty }
}
