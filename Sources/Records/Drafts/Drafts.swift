public import DialogEngine
import Glibc

/// The intakes in progress of a store, a folder for each desk: `concepten/<desk>/<id>.<version>.json`.
///
/// Who works on a draft holds a lock on it. The system lets that go when the program ends in whatever way, so
/// what a killed program left is offered again, and what a running one works on never is.
public struct Drafts: Sendable {
    private let files: DurableFiles
    private let store: Store

    public init(_ store: Store) {
        self.store = store
        self.files = store.files
    }

    /// A new draft; nothing is on the disk before the first save.
    public func begin(id: DraftID, desk: DeskID) throws(StoreError) -> LiveDraft {
        let lock = try lock(id, for: .saveDraft)
        return LiveDraft(id: id, desk: desk, found: nil, files: files, lock: lock, standing: [], highest: 0)
    }

    /// Takes up a draft of this desk.
    public func resume(_ id: DraftID, desk: DeskID) throws(StoreError) -> LiveDraft {
        let lock = try lock(id, for: .readDraft)
        let inspected: Inspected
        do throws(SystemError) {
            inspected = try inspect(id, desk)
        } catch {
            throw StoreError(.readDraft, error)
        }
        guard let draft = inspected.draft else {
            let path = files.absolute(folder(desk))
            throw inspected.setAside.isEmpty
                ? StoreError(.readDraft, .notFound, path: path, safe: .everythingAsBefore)
                : StoreError(.readDraft, .damaged(inspected.setAside), path: path, safe: .otherRecords)
        }
        return LiveDraft(
            id: id, desk: desk, found: draft, files: files, lock: lock, standing: inspected.standing,
            highest: inspected.highest)
    }

    /// Puts aside what is no good of one draft that nobody works on, as `list` does.
    func setAsideDamaged(_ id: DraftID, desk: DeskID) throws(StoreError) -> [DamagedFile] {
        let lock = try lock(id, for: .repair)
        defer { lock.release() }
        do throws(SystemError) {
            return try inspect(id, desk).setAside
        } catch {
            throw StoreError(.repair, error)
        }
    }

    /// Looks whether a talk that is still offered came to its end after all; then its draft goes.
    public func settle(
        _ offer: DraftSummary, desk: DeskID, in complaints: any ComplaintStore
    ) throws(StoreError) -> TalkFate? {
        guard offer.identity != nil else { return nil }
        let live = try resume(offer.id, desk: desk)
        return try live.settle(in: complaints)
    }

    /// The drafts that this desk may be offered. Damaged files are moved to `opzij`.
    ///
    /// - Parameter topicQuestion: Id of the question about the topic.
    public func list(_ desk: DeskID, topicQuestion: String = KnownQuestion.topic.rawValue) throws(StoreError)
        -> DraftList
    {
        var offers: [DraftSummary] = []
        var setAside: [DamagedFile] = []
        var inUse = 0
        do throws(SystemError) {
            for id in try ids(in: desk) {
                guard let lock = try files.lock(StoreLayout.draftLocks, byte: id.bits, waiting: false) else {
                    inUse += 1
                    continue
                }
                defer { lock.release() }
                // Listed anew under the lock: it may just have changed or gone.
                let inspected = try inspect(id, desk)
                setAside += inspected.setAside
                if let draft = inspected.draft {
                    offers.append(DraftSummary(draft, topicQuestion: topicQuestion))
                }
            }
        } catch {
            throw StoreError(.listDrafts, error)
        }
        offers.sort { ($0.changedAt, $0.id.description) > ($1.changedAt, $1.id.description) }
        return DraftList(offers: offers, inUse: inUse, setAside: setAside)
    }

    /// Erases the drafts, of all desks, that were last changed more than so many days ago and that nobody
    /// works on. None while the clock may be ahead (`Store.isBelievable`).
    ///
    /// - Returns: The ids of what was erased, and what was set aside.
    public func expire(
        olderThanDays days: Int, today: Day
    ) throws(StoreError) -> (erased: [DraftID], setAside: [DamagedFile]) {
        let (offers, setAside) = try allOffers()
        let old = offers.filter { $0.draft.changedAt.day.adding(days: days) < today }
        guard !old.isEmpty, try store.isBelievable(today, besides: offers.map(\.draft.changedAt.day)) else {
            return ([], setAside)
        }
        var erased: [DraftID] = []
        for (desk, draft) in old {
            do throws(StoreError) {
                let live = try resume(draft.id, desk: desk)
                // Someone may have taken it up again since.
                guard let found = live.found, found.changedAt.day.adding(days: days) < today else { continue }
                try live.remove()
                erased.append(draft.id)
            } catch let error where error.cause == .inUse || error.cause == .notFound {
                continue
            }
        }
        return (erased, setAside)
    }

    private func allOffers() throws(StoreError) -> (
        offers: [(desk: DeskID, draft: DraftSummary)], setAside: [DamagedFile]
    ) {
        let desks: [DeskID]
        do throws(SystemError) {
            desks = try files.list(StoreLayout.drafts).compactMap(DeskID.init)
        } catch {
            throw StoreError(.listDrafts, error)
        }
        var offers: [(DeskID, DraftSummary)] = []
        var setAside: [DamagedFile] = []
        for desk in desks {
            let list = try list(desk)
            setAside += list.setAside
            offers += list.offers.map { (desk, $0) }
        }
        return (offers, setAside)
    }

    // MARK: Looking at files

    private struct Inspected {
        /// The newest version that is good; nil when there is none.
        var draft: Draft?
        /// Versions of it that are there, damaged ones no longer.
        var standing: [Int] = []
        /// The highest version that anything is called; it is not used again.
        var highest = 0
        var setAside: [DamagedFile] = []
    }

    /// Reads the versions of a draft, newest first, sets aside what is damaged and finishes what was being
    /// erased.
    ///
    /// Only for who holds the lock.
    private func inspect(_ id: DraftID, _ desk: DeskID) throws(SystemError) -> Inspected {
        var inspected = Inspected()
        let names = try names(in: desk).filter { $0.id == id.description }
        for name in names.sorted(by: { $0.version > $1.version }) {
            let path = "\(folder(desk))/\(name.text)"
            inspected.highest = max(inspected.highest, name.version)
            // The older ones too, before they are erased: on a disk without a journal, a name may have got
            // another file in a power cut.
            switch read(path, id, desk) {
            case .success(let draft):
                inspected.draft = inspected.draft ?? draft
                inspected.standing.append(name.version)
            case .failure(.blank):
                // Zeros were written over it, but the program was stopped before it was unlinked: the last
                // version of a draft that was removed, or one that was never acknowledged. What stays behind
                // now is met again next time.
                try? files.erase(path)
            case .failure(.unreadable(ENOENT)):
                break
            case .failure(.unreadable) where inspected.draft != nil:
                inspected.standing.append(name.version)
            // Nothing is known of it; perhaps it can be read in a moment, or by a newer program.
            case .failure(let problem) where problem.isOfTheMoment:
                inspected.setAside.append(DamagedFile(path: files.absolute(path), problem: problem))
            case .failure(let problem):
                let place =
                    (try? files.move(path, to: StoreLayout.aside, name: "\(desk).\(name.text)")) ?? path
                inspected.setAside.append(DamagedFile(path: files.absolute(place), problem: problem))
            }
        }
        return inspected
    }

    func read(_ path: String, _ id: DraftID, _ desk: DeskID) -> Result<Draft, DocumentProblem> {
        store.readDocument(Draft.self, path).flatMap { draft in
            guard draft.id == id else {
                return .failure(
                    .numberMismatch(fileName: id.description, content: draft.id.description))
            }
            guard draft.desk == desk else {
                return .failure(.wrongValue("werkplek"))
            }
            return .success(draft)
        }
    }

    private func names(in desk: DeskID) throws(SystemError) -> [VersionedName] {
        try files.list(folder(desk)).compactMap(VersionedName.init)
    }

    private func ids(in desk: DeskID) throws(SystemError) -> Set<DraftID> {
        Set(try names(in: desk).compactMap { DraftID($0.id) })
    }

    private func folder(_ desk: DeskID) -> String { "\(StoreLayout.drafts)/\(desk)" }

    private func lock(_ id: DraftID, for attempt: StoreError.Attempt) throws(StoreError) -> HeldLock {
        let lock: HeldLock?
        do throws(SystemError) {
            lock = try files.lock(StoreLayout.draftLocks, byte: id.bits, waiting: false)
        } catch {
            throw StoreError(attempt, error)
        }
        guard let lock else {
            throw StoreError(
                attempt, .inUse, path: files.absolute(StoreLayout.drafts), safe: .everythingAsBefore)
        }
        return lock
    }
}
