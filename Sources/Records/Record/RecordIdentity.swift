/// Under what a talk is kept once it is finished, drawn when it is first saved.
///
/// The number is what people use; the uuid tells that what has the number came of this talk.
public struct RecordIdentity: Hashable, Sendable {
    public let number: ComplaintNumber
    public let uuid: String

    public init(number: ComplaintNumber, uuid: String) {
        self.number = number
        self.uuid = uuid
    }
}

/// What became of a talk whose draft is still there.
public enum TalkFate: Equatable, Sendable {
    /// It was kept, and the program was stopped before the draft went.
    case kept(ComplaintNumber)
    /// It was kept and erased since; somebody put the draft back.
    case erased(ComplaintNumber)
}
