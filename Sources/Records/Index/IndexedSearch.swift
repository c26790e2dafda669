import DialogEngine

/// A search through the index: it says where to look, and the files say what is there.
struct IndexedSearch {
    let store: Store
    let query: Query
    let file: IndexFile

    private struct Hit {
        /// Of its folder.
        let day: Day
        let stored: StoredRecord
    }

    /// Beside a limit a few more, for those that no longer hold.
    private static let spare = 8

    /// - Parameter waiting: Days that the index does not know as they are now.
    func run(waiting: Set<Day>) throws -> Result<ScanResult, StoreError> {
        let unread = try IndexUnread(store, file, waiting, isWanted: isWanted)
        var passed = PassedOver(unread.damaged)
        var hits: [Hit] = []
        for day in unread.waiting.sorted(by: >) where isWanted(day) {
            do throws(StoreError) {
                let found = try store.hits(on: day, query)
                hits += found.records.map { Hit(day: day, stored: $0) }
                passed.add(found.damaged)
            } catch {
                return .failure(error)
            }
        }
        hits += try indexed(unread, &passed)
        hits.sort { $0.day != $1.day ? $0.day > $1.day : $0.stored.isNewer(than: $1.stored) }
        let records = hits.prefix(query.limit ?? .max).map(\.stored)
        return .success(ScanResult(records: records, damaged: passed.files))
    }

    /// The hits that hold; as many as are wanted, if there are.
    private func indexed(_ unread: IndexUnread, _ passed: inout PassedOver) throws -> [Hit] {
        var asked = query.limit.map { $0 + Self.spare } ?? .max
        while true {
            var hits: [Hit] = []
            var stale: Set<Day> = []
            let candidates = try file.read {
                try $0.candidates(query.wanted.expression, atMost: asked) {
                    isWanted($0) && !unread.waiting.contains($0)
                }
            }
            for one in candidates where hits.count < query.limit ?? .max {
                let isWhole = !unread.contains(one.number, on: one.day)
                let (stored, damaged) = store.read(one, isWhole: isWhole)
                passed.add(damaged)
                if let stored, query.matches(stored.record) {
                    hits.append(Hit(day: one.day, stored: stored))
                } else {
                    stale.insert(one.day)
                }
            }
            try file.lookAgain(at: stale)
            if candidates.count < asked || hits.count == query.limit { return hits }
            asked *= 2
        }
    }

    private func isWanted(_ day: Day) -> Bool {
        query.from.map { day >= $0 } ?? true && query.through.map { day <= $0 } ?? true
    }
}

/// Counting through the index.
struct IndexedCount {
    let store: Store
    let file: IndexFile

    /// - Parameter waiting: Days that the index does not know as they are now.
    func run(waiting: Set<Day>) throws -> Result<Counts, StoreError> {
        let unread = try IndexUnread(store, file, waiting) { _ in true }
        var passed = PassedOver(unread.damaged)
        var counts = try file.read { try $0.counts(without: unread.waiting) }
        for day in unread.waiting.sorted(by: >) {
            do throws(StoreError) {
                let found = try store.hits(on: day, Query())
                passed.add(found.damaged)
                for stored in found.records { counts.count(IndexedRecord(stored.record)) }
            } catch {
                return .failure(error)
            }
        }
        return .success(Counts(counts: counts, damaged: passed.files))
    }
}

/// The files that were no good when the index was told, judged once more: somebody may have mended them in their place.
struct IndexUnread {
    let damaged: [DamagedFile]
    /// Days of which the files must be read, for the index does not know them as they are now.
    let waiting: Set<Day>
    private let names: [Day: Set<String>]

    init(
        _ store: Store, _ file: IndexFile, _ waiting: Set<Day>, isWanted: (Day) -> Bool
    ) throws {
        names = try file.read { try $0.unread() }
        var damaged: [DamagedFile] = []
        var mended: Set<Day> = []
        for (day, names) in names.sorted(by: { $0.key > $1.key })
        where isWanted(day) && !waiting.contains(day) {
            let (found, strange) = try store.records(on: day)
            damaged += strange
            for one in found where names.contains(one.number.description) {
                let bad = store.judged(one).damaged
                damaged += bad
                if bad.isEmpty { mended.insert(day) }
            }
        }
        try file.lookAgain(at: mended)
        self.damaged = damaged
        self.waiting = waiting.union(mended)
    }

    func contains(_ number: String, on day: Day) -> Bool { names[day]?.contains(number) == true }
}

extension Store {
    /// - Parameter isWhole: Nothing was passed over for it when the index was told.
    fileprivate func read(
        _ one: IndexTables.Candidate, isWhole: Bool
    ) -> (record: StoredRecord?, damaged: [DamagedFile]) {
        guard let number = ComplaintNumber(one.number) else { return (nil, []) }
        let known = FoundRecord(
            number: number, folder: StoreLayout.folder(StoreLayout.records, one.day), versions: [one.version])
        if isWhole, case .success(let stored) = readNewest(known) { return (stored, []) }
        do throws(SystemError) {
            guard let found = try records(on: one.day, only: number).found.first else { return (nil, []) }
            return judged(found)
        } catch {
            return (nil, [DamagedFile(path: error.path, problem: .unreadable(error.number))])
        }
    }
}

/// Files that were left out, each once, in the order in which they were met.
struct PassedOver {
    private(set) var files: [DamagedFile] = []
    private var seen: Set<DamagedFile> = []

    init(_ files: [DamagedFile]) { add(files) }

    mutating func add(_ more: [DamagedFile]) { files += more.filter { seen.insert($0).inserted } }
}
