public import DialogEngine

/// All that the program asks of whoever keeps complaints.
///
/// `Store` is the one in a folder. A server that is there already can take its place when it keeps the same promises:
/// `ComplaintStoreTests` says which. Talks that are not finished stay on the desk itself (`Drafts`), and care for a
/// folder (`klachtwijzer opslag`) is that folder's own.
public protocol ComplaintStore: Sendable {
    /// Keeps a new complaint; once more with the same is no other one.
    ///
    /// When this returns, a power cut does not lose it; when it throws, `safe` says what is still there.
    @discardableResult
    func create(_ record: ComplaintRecord) throws(StoreError) -> StoredRecord

    /// Adds what happened, behind whatever came since `seen`, unless that contradicts it (`changedMeanwhile`).
    @discardableResult
    func append(
        _ event: RecordEvent, to number: ComplaintNumber, seen: StoredRecord?
    ) throws(StoreError) -> StoredRecord

    /// A complaint for somebody who looks at it; who that was is noted first.
    func read(_ number: ComplaintNumber, by act: Act) throws(StoreError) -> StoredRecord

    /// Complaints by number, name or words, newest first, for somebody who looks for one; who that was is noted first.
    func search(
        matching query: Query, by act: Act, _ progress: WorkProgress
    ) throws(StoreError) -> ScanResult

    /// How many complaints there are, by what the gemeente publishes each year.
    func countComplaints(_ progress: WorkProgress) throws(StoreError) -> Counts

    /// What became of a talk whose draft is still there; nil when nothing of it is kept. After `kept`, a power cut does
    /// not lose it.
    ///
    /// - Parameter day: On which the draft was last changed.
    func fate(of identity: RecordIdentity, since day: Day) throws(StoreError) -> TalkFate?

    /// Keeps a contact; once more with the same is no other one.
    ///
    /// - Returns: Where it is, for messages.
    @discardableResult
    func createContact(_ contact: ContactRecord) throws(StoreError) -> String

    func contacts(
        from: Day?, through: Day?
    ) throws(StoreError) -> (contacts: [ContactRecord], damaged: [DamagedFile])

    /// Counts one thing of which nothing else is kept.
    func count(
        _ kind: String, on day: Day, using generator: inout some RandomNumberGenerator
    ) throws(StoreError)

    func counts(from: Day?, through: Day?) throws(StoreError) -> (
        counts: [String: Int], damaged: [DamagedFile]
    )

    /// Keeps an example for whoever improves the words. It goes when that complaint or contact is erased.
    ///
    /// - Returns: Where it is, for messages.
    func keepExample(
        _ text: String, named id: String, of number: ComplaintNumber
    ) throws(StoreError) -> String

    /// Leaves of a complaint only that it was there. Once more is no other erasure.
    @discardableResult
    func erase(
        _ number: ComplaintNumber, _ act: Act, selectionList: String?
    ) throws(StoreError) -> ErasedRecord
}

extension Store: ComplaintStore {
    public func search(
        matching query: Query, by act: Act, _ progress: WorkProgress
    ) throws(StoreError) -> ScanResult {
        try noteSearch(by: act)
        return try search(matching: query, progress)
    }
}
