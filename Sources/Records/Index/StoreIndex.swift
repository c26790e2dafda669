import DialogEngine
import GRDB
import Glibc
import Synchronization

/// What the index of a store is told from outside.
public struct IndexSetting: Sendable {
    public let place: IndexPlace
    /// Nanoseconds since 1970.
    public let now: @Sendable () -> Int
    /// Called once, before the index is opened: what looks things up needs megabytes that nothing before it needed.
    public let makeRoom: @Sendable () -> Void

    public init(
        place: IndexPlace, now: @escaping @Sendable () -> Int, makeRoom: @escaping @Sendable () -> Void = {}
    ) {
        self.place = place
        self.now = now
        self.makeRoom = makeRoom
    }
}

/// The search index of a store: a cache beside the files, brought up to date before each answer.
///
/// Opened when first asked. Whatever is the matter with it, the files answer; only that takes longer.
final class StoreIndex: Sendable {
    private let now: @Sendable () -> Int
    private let makeRoom: @Sendable () -> Void
    private let folder: IndexFolder
    /// Held while anything is done with `opened`.
    private let lock = Mutex(())
    nonisolated(unsafe) private var opened: Opened?

    private struct Opened {
        let file: IndexFile
        let generation: IndexFolder.Generation
    }

    /// Another desk is making or using it in a way that does not go together with what is asked.
    struct Busy: Error {}

    /// - Returns: nil when there is no place for one.
    init?(_ setting: IndexSetting, store: String) {
        switch setting.place {
        case .inStore: folder = IndexFolder(path: "\(store)/\(StoreLayout.index)", store: store)
        case .privateFolder(let path): folder = IndexFolder(path: path, store: path)
        case .nowhere: return nil
        }
        now = setting.now
        makeRoom = setting.makeRoom
    }

    /// Does something with the index as it should be now.
    ///
    /// - Parameter work: Gets the file, and the days that the index could not be told of because another desk was
    ///   writing in it.
    /// - Returns: nil when there is no index to be had now.
    func use<Value: Sendable>(
        _ store: Store, _ progress: WorkProgress, _ work: (IndexFile, Set<Day>) throws -> Value
    ) -> Value? {
        lock.withLock { _ in
            for _ in 0..<2 {
                do {
                    let file = try current(store, progress)
                    return try work(file, catchUp(file, store, progress))
                } catch  where error.isDamageOfIndex {
                    // Made anew the second time.
                    guard discard() else { return nil }
                } catch {
                    return nil
                }
            }
            return nil
        }
    }

    // MARK: The file

    private func current(_ store: Store, _ progress: WorkProgress) throws -> IndexFile {
        let epoch = try store.epoch()
        if opened == nil { makeRoom() }
        if let file = try standing(), try file.isGood(epoch: epoch) { return file }
        opened = nil
        return try make(store, epoch, progress)
    }

    private func make(_ store: Store, _ epoch: Int, _ progress: WorkProgress) throws -> IndexFile {
        guard let lock = try folder.lock(waiting: false) else { throw Busy() }
        defer { lock.release() }
        // Before it answers anything, and before the new one takes room.
        if let standing = try folder.newest(), !isGood(standing, epoch) { try folder.destroy() }
        let generation: IndexFolder.Generation
        if let standing = try folder.newest() {
            // Another desk was just ready.
            generation = standing
        } else {
            let making = IndexMaking(folder: folder, reader: DayReader(store: store, now: now))
            _ = try making.run(epoch: epoch, progress)
            guard let made = try folder.newest() else { throw Busy() }
            generation = made
        }
        let file = try IndexFile(path: generation.path, .using)
        opened = Opened(file: file, generation: generation)
        return file
    }

    private func isGood(_ generation: IndexFolder.Generation, _ epoch: Int) -> Bool {
        do {
            let file = try IndexFile(path: generation.path, .using)
            let isGood = try file.isGood(epoch: epoch)
            try file.close()
            return isGood
        } catch {
            return !error.isDamageOfIndex
        }
    }

    /// - Returns: false when another desk is making one, or it cannot be thrown away.
    private func discard() -> Bool {
        opened = nil
        do {
            guard let lock = try folder.lock(waiting: false) else { return false }
            defer { lock.release() }
            try folder.destroy()
            return true
        } catch {
            return false
        }
    }

    // MARK: Catching up

    /// Reads what changed since the index was last told.
    ///
    /// - Returns: The days of which it could not be told now.
    private func catchUp(_ file: IndexFile, _ store: Store, _ progress: WorkProgress) throws -> Set<Day> {
        let present = try DayFolders(path: store.files.absolute(StoreLayout.records)).all()
        let (known, epoch) = try file.read { (try $0.folders(), try $0.epoch()) }
        let days = Set(present.map(\.day.ordinal))
        let gone = known.keys.filter { !days.contains($0) }.map { Day(ordinal: $0) }
        let changed = present.filter { known[$0.day.ordinal] != $0.changed }.map(\.day)
        if changed.isEmpty && gone.isEmpty { return [] }
        var waiting: Set<Day> = []
        var codes = CodeBook()
        for (done, day) in (gone + changed).enumerated() {
            do {
                try update(file, day, store, epoch, &codes)
            } catch let error as DatabaseError where error.isBusy {
                waiting.insert(day)
                // Nobody waits once more for each of a hundred days.
                waiting.formUnion((gone + changed)[done...])
                return waiting
            }
            if changed.count > 10 { progress(done + 1, gone.count + changed.count) }
        }
        return waiting
    }

    private func update(
        _ file: IndexFile, _ day: Day, _ store: Store, _ epoch: Int, _ codes: inout CodeBook
    ) throws {
        let known = try file.read { try $0.known(day) }
        guard let changes = try changes(day, store, known) else {
            return try file.write { try $0.forgetFolder(day) }
        }
        let isNothing = changes.allSatisfy { $0.records.isEmpty && $0.gone.isEmpty && $0.unread.isEmpty }
        if isNothing, changes.last?.changed == 0 { return }
        try file.write { tables in
            // Erased while we read: what we read may be what was erased.
            guard try tables.epoch() == epoch else { throw Busy() }
            for change in changes { try tables.apply(change, &codes) }
        }
    }

    /// - Returns: nil when the folder is there no more.
    private func changes(
        _ day: Day, _ store: Store, _ known: [String: KnownFile]
    ) throws(SystemError) -> [DayChange]? {
        var changes: [DayChange] = []
        do throws(SystemError) {
            try DayReader(store: store, now: now).read(day, known: known) { changes.append($0) }
        } catch {
            if error.number == ENOENT { return nil }
            throw error
        }
        return changes
    }

    /// Tells the index at once of a record that was just written. When that does not go, the time of its folder tells it
    /// later.
    func noticed(_ stored: StoredRecord, in store: Store) {
        // Nobody who writes waits for who searches.
        _ = lock.withLockIfAvailable { _ in
            do {
                guard let file = try standing(), try file.isGood(epoch: store.epoch()) else { return }
                var facts = stat()
                guard stat(stored.path, &facts) == 0 else { return }
                var change = DayChange(day: stored.record.receivedAt.day)
                change.records = [
                    .init(record: IndexedRecord(stored.record), version: stored.version, stamp: facts.stamp)
                ]
                var codes = CodeBook()
                try file.write { try $0.apply(change, &codes) }
            } catch {
                opened = nil
            }
        }
    }

    /// The newest file, whatever is in it; nil when there is none.
    private func standing() throws -> IndexFile? {
        guard let generation = try folder.newest() else { return nil }
        if let opened, opened.generation == generation { return opened.file }
        opened = nil
        let file = try IndexFile(path: generation.path, .using)
        opened = Opened(file: file, generation: generation)
        return file
    }

    // MARK: Forgetting

    /// Called when nobody can read the record in the store any more, and before that is acknowledged. It may be repeated.
    ///
    /// - Parameter epoch: Of the store, since the erasure began. An index of an older one, made by another desk before
    ///   that, is thrown away; this one goes on.
    func forget(_ number: ComplaintNumber, _ record: ComplaintRecord?, epoch: Int) throws(StoreError) {
        do {
            try lock.withLock { _ in
                guard let lock = try folder.lock(waiting: true) else { throw Busy() }
                defer { lock.release() }
                let isGone = forgetWords(number, record, epoch)
                if !isGone {
                    opened = nil
                    try folder.destroy()
                }
            }
        } catch let error as SystemError {
            throw StoreError(.erase, error, safe: .erasedInPart)
        } catch {
            throw StoreError(.erase, .inUse, path: folder.path, safe: .erasedInPart)
        }
    }

    /// For a desk that keeps no index: whoever has one makes it anew.
    static func throwAway(inStore path: String) throws(StoreError) {
        do throws(SystemError) {
            try IndexFolder(path: "\(path)/\(StoreLayout.index)", store: path).destroy()
        } catch {
            throw StoreError(.erase, error, safe: .erasedInPart)
        }
    }

    /// - Returns: Whether nothing of it is left.
    private func forgetWords(
        _ number: ComplaintNumber, _ record: ComplaintRecord?, _ epoch: Int
    ) -> Bool {
        do {
            guard let file = try standing(), try file.isGood(epoch: 0) else { return false }
            let text = record.map(SearchText.init)
            guard try file.write({ try $0.forget(number.description, text, epoch: epoch) }) else {
                return false
            }
            return try file.emptyLog()
        } catch {
            return false
        }
    }
}
