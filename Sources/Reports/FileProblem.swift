/// A file that somebody named could not be written.
public struct FileProblem: Error, Hashable, Sendable {
    public enum Cause: Hashable, Sendable {
        /// Another file has this name.
        case exists
        /// With what the system says of it.
        case refused(String)
        /// The disk is full; nothing of it is left.
        case tooBig
    }

    public let path: String
    public let cause: Cause

    public init(_ path: String, _ cause: Cause) {
        self.path = path
        self.cause = cause
    }
}
