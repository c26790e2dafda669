import DialogEngine

/// Why a gemeente changed its dialogs: an entry of `wijzigingen.yaml`.
public struct ChangeNote: Hashable, Sendable {
    public let day: Day
    /// One sentence for who signs the change.
    public let why: String
    public let rules: [String]
    public let questions: [String]
    public let partners: [String]
    /// Terms, by the id of their figure.
    public let figures: [String]

    public init(
        day: Day, why: String, rules: [String] = [], questions: [String] = [], partners: [String] = [],
        figures: [String] = []
    ) {
        self.day = day
        self.why = why
        self.rules = rules
        self.questions = questions
        self.partners = partners
        self.figures = figures
    }
}
