/// What can be wrong with dialogs that can be read; the code is a word, for people and programs.
public enum FindingCode: String, Sendable, CaseIterable {
    case noRoute = "eindigt-zonder-weg"

    /// Worth mending, and no reason to stop: people are still told what is right.
    public var isWarning: Bool {
        switch self {
        case .noRoute: false
        }
    }
}
