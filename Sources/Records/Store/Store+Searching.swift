import DialogEngine

/// Finding and counting, with an index where there is one.
extension Store {
    /// The same store with a search index beside it. Nothing of it is opened or made before it is needed.
    public func indexed(_ setting: IndexSetting) -> Store {
        Store(files: files, isOnNetwork: isOnNetwork, index: StoreIndex(setting, store: path))
    }

    /// All records that match, newest first: what `scan` finds, sooner. Every hit was read from its file.
    ///
    /// - Parameter progress: Hears how far it is when the index must be made first.
    public func search(
        matching query: Query = Query(), _ progress: WorkProgress = { _, _ in }
    ) throws(StoreError) -> ScanResult {
        let found = index?.use(self, progress) { file, waiting in
            try IndexedSearch(store: self, query: query, file: file).run(waiting: waiting)
        }
        guard let found else { return try scan(matching: query) }
        return try found.get()
    }

    /// How many complaints there are, by what the gemeente publishes each year.
    public func countComplaints(_ progress: WorkProgress = { _, _ in }) throws(StoreError) -> Counts {
        let counted = index?.use(self, progress) { file, waiting in
            try IndexedCount(store: self, file: file).run(waiting: waiting)
        }
        if let counted { return try counted.get() }
        let all = try scan()
        var counts: [CountedBy: Int] = [:]
        for stored in all.records { counts.count(IndexedRecord(stored.record)) }
        return Counts(counts: counts, damaged: all.damaged)
    }

    /// Leaves nothing of an erased record in the files of the index: neither its words nor its number.
    ///
    /// - Parameter record: As it stood; without it the whole index is thrown away, and made anew at the next search.
    func forgetInIndex(_ number: ComplaintNumber, as record: ComplaintRecord?) throws(StoreError) {
        do throws(StoreError) {
            if let index { return try index.forget(number, record, epoch: try epoch()) }
            return try StoreIndex.throwAway(inStore: path)
        } catch {
            throw StoreError(.erase, error.cause, path: error.path, safe: .erasedInPart)
        }
    }
}
