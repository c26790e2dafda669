public import DialogEngine

/// Something in a store that is not as it should be.
public enum StoreFinding: Equatable, Sendable {
    /// A file whose content is no good. For a complaint: the version that counts instead; nil when none is left.
    case damaged(DamagedFile, counts: Int?)
    /// A file or folder that does not belong where it is, or has a name of no kind; the number is what it holds.
    case strange(path: String, holds: ComplaintNumber?)
    /// One number on several days.
    case doubled(ComplaintNumber, paths: [String])
    /// A complaint that lies on another day than that of its receipt.
    case wrongDay(ComplaintNumber, path: String, received: Day)
    /// A moment that has not come yet.
    case inFuture(ComplaintNumber, path: String, Timestamp)
    /// Marked as erased, but some of it is still there, or the log book does not tell of it.
    case halfErased(ComplaintNumber, paths: [String], mark: String)
    /// The log book tells of an erasure that did not come to an end: the complaint is still whole.
    case erasureUnfinished(ComplaintNumber)
    /// The log book tells of an erasure, and nothing of the complaint is there, the mark of its erasure neither.
    case erasureUnmarked(ComplaintNumber, by: String, at: Timestamp)
    /// Files and folders that others may read or write than those whose store it is.
    case openToOthers(paths: [String])
    /// In a folder for a group, a file that others of the group cannot read.
    case closedToOthers(path: String)
    /// Not what the log book says was written.
    case changedOutside(ComplaintNumber, version: Int, path: String)
    /// The log book tells of a complaint of which nothing is there any more, no draft either. Named until somebody puts
    /// it back, erases it, or says that it is lost.
    case lost(ComplaintNumber, version: Int, by: String, at: Timestamp)
    /// The same of a contact.
    case contactLost(ComplaintNumber, by: String, at: Timestamp)
    /// A contact that is not what the log book says was written.
    case contactChanged(ComplaintNumber, path: String)
    /// The log book tells of the erasure of a contact, and the mark of it is not there.
    case contactUnmarked(ComplaintNumber, by: String, at: Timestamp)
    /// The log book tells of a version that is not there, and neither is a later one; an earlier one is.
    case missing(subject: String, version: Int, by: String, at: Timestamp)
    /// The log book tells twice of one version, and not the same: what the first line tells of was taken away, or never
    /// came, and its number was used again.
    case reused(ComplaintNumber, version: Int)
    /// A version that went on from a file that somebody had changed outside the program; what it said before is gone.
    case builtOnChange(ComplaintNumber, version: Int)
    /// A version of which the log book tells nothing.
    case notInLogbook(ComplaintNumber, version: Int, path: String)
    case logbook(LogbookProblem)
    /// An example that was made of what is erased, or what stood of it in a copy before.
    case erasedLeft(ComplaintNumber, path: String)
    /// The draft of a talk that was kept, or kept and erased since.
    case draftLeft(path: String, TalkFate)
}

/// What `controleer` saw.
public struct StoreSurvey: Equatable, Sendable {
    public internal(set) var findings: [StoreFinding] = []
    public internal(set) var complaints = 0
    public internal(set) var erased = 0
    public internal(set) var contacts = 0
    public internal(set) var drafts = 0
    /// Files in `opzij/`, for a person to look at.
    public internal(set) var aside = 0
    public internal(set) var logLines = 0

    public init() {}
}
