import Rules

/// One state of the dialogs, with the articles that it cites.
public struct Edition: Sendable {
    public let handbook: Handbook
    public let laws: LawTable

    public init(_ handbook: Handbook, _ laws: LawTable) {
        self.handbook = handbook
        self.laws = laws
    }
}
