import DialogEngine

/// A condition that dialogs and rules use by its name: an entry of `begrippen.yaml`.
public struct NamedCondition: Hashable, Sendable {
    public let name: String
    public let condition: Condition

    public init(_ name: String, _ condition: Condition) {
        self.name = name
        self.condition = condition
    }
}
