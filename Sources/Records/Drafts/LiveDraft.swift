import Glibc
import Synchronization

/// A draft that this program works on; no other program is offered it until it is let go or this one ends.
public final class LiveDraft: Sendable {
    public let id: DraftID
    public let desk: DeskID
    /// As it was found; nil when it was just begun.
    public let found: Draft?

    private let files: DurableFiles
    private let lock: HeldLock
    private let versions: Mutex<Versions>

    private struct Versions {
        var newest: Int
        /// The last one that was saved here: it is sure to be on the disk.
        var saved: Int?
        /// Others that may be there, which still have to be erased.
        var standing: [Int]
    }

    init(
        id: DraftID, desk: DeskID, found: Draft?, files: DurableFiles, lock: HeldLock, standing: [Int],
        highest: Int
    ) {
        self.id = id
        self.desk = desk
        self.found = found
        self.files = files
        self.lock = lock
        self.versions = Mutex(Versions(newest: highest, standing: standing))
    }

    private var folder: String { "\(StoreLayout.drafts)/\(desk)" }

    /// Keeps the draft as it is now. When this returns, it survives a power cut.
    ///
    /// The version saved before stays until `eraseOlder`, when nobody waits any more; who finds both after a crash
    /// takes the newer one. Whatever else stands is erased.
    public func save(_ draft: Draft) throws(StoreError) {
        precondition(draft.id == id && draft.desk == desk, "a live draft keeps its own id and desk")
        let bytes = DocumentCoding.bytes(of: draft)
        let failure: DurableFiles.WriteFailure? = versions.withLock { versions in
            let version = versions.newest + 1
            // A version that was perhaps written is not used again.
            versions.newest = version
            do throws(DurableFiles.WriteFailure) {
                try files.create(bytes, in: folder, name: name(version))
            } catch {
                if error.mayBeThere { versions.standing.append(version) }
                return error
            }
            eraseStanding(&versions)
            if let before = versions.saved { versions.standing.append(before) }
            versions.saved = version
            return nil
        }
        if let failure {
            let hasOlder = versions.withLock { $0.saved != nil || !$0.standing.isEmpty }
            throw StoreError(
                .saveDraft, failure,
                safe: hasOlder ? .answersUntilHere(folder: files.absolute(folder)) : .everythingAsBefore)
        }
    }

    /// Erases the versions before the last one saved; what does not succeed is tried again with the next save.
    public func eraseOlder() {
        versions.withLock { if $0.saved != nil { eraseStanding(&$0) } }
    }

    /// Erases the draft: it became a record, or nothing of it may be kept. Lets it go as well, when all of it
    /// is gone.
    public func remove() throws(StoreError) {
        do throws(SystemError) {
            let standing = versions.withLock { versions in
                if let saved = versions.saved { versions.standing.append(saved) }
                versions.saved = nil
                return versions.standing
            }
            var isGoneAlready = false
            // Oldest first: what stops halfway leaves the newest, and never brings an old answer back.
            for version in standing.sorted() {
                do throws(SystemError) {
                    try files.erase("\(folder)/\(name(version))")
                } catch let error where error.number == ENOENT {
                    isGoneAlready = true
                }
                versions.withLock { $0.standing.removeAll { $0 == version } }
            }
            // By a try before this one, perhaps, that could not wait for the disk.
            if isGoneAlready { try files.fileSystem.synchroniseFolder(files.absolute(folder)) }
        } catch {
            throw StoreError(.removeDraft, error)
        }
        lock.release()
    }

    /// What became of the talk, when that came to its end; then the draft goes.
    public func settle(in complaints: any ComplaintStore) throws(StoreError) -> TalkFate? {
        guard let found, let identity = found.identity,
            let fate = try complaints.fate(of: identity, since: found.changedAt.day)
        else { return nil }
        try remove()
        return fate
    }

    /// Leaves the draft for later; a program of this desk may be offered it again.
    public func letGo() {
        eraseOlder()
        lock.release()
    }

    private func eraseStanding(_ versions: inout Versions) {
        var leftover: [Int] = []
        for version in versions.standing {
            do throws(SystemError) {
                try files.erase("\(folder)/\(name(version))")
            } catch {
                if error.number != ENOENT { leftover.append(version) }
            }
        }
        versions.standing = leftover
    }

    private func name(_ version: Int) -> String {
        VersionedName(id: id.description, version: version).text
    }
}
