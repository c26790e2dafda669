import Glibc

/// Two marks at the top of a store: the format it has, and how often something was erased. Both stand in the name of
/// a file, `formaat.2.json` and `wissingen.17.json`, so that opening a store reads nothing and no mark is ever half.
extension Store {
    private static let formatMark = "formaat"
    private static let erasureMark = "wissingen"

    static func isMark(_ name: VersionedName) -> Bool { [formatMark, erasureMark].contains(name.id) }

    /// The format of a store; nil for a new folder, and for a store from before there was a mark.
    ///
    /// A newer format is refused, before anything is touched.
    static func format(of files: DurableFiles) throws(StoreError) -> Int? {
        let format: Int?
        do throws(SystemError) {
            format = try newest(formatMark, files)
        } catch {
            throw StoreError(.openStore, error)
        }
        if let format, format > StoreLayout.format {
            throw StoreError(
                .openStore, .newerFormat(found: format, known: StoreLayout.format), path: files.root,
                safe: .everythingAsBefore)
        }
        return format
    }

    static func markFormat(of files: DurableFiles) throws(SystemError) {
        try mark(formatMark, StoreLayout.format, files)
    }

    /// How many erasures there were. Whoever keeps a copy of what stands in the store, an index for example, throws
    /// it away when it is of an older epoch.
    public func epoch() throws(StoreError) -> Int {
        do throws(SystemError) {
            return try Self.newest(Self.erasureMark, files) ?? 0
        } catch {
            throw StoreError(.readRecord, error)
        }
    }

    /// One more, before anything is erased.
    func raiseEpoch() throws(SystemError) { try moveEpoch { $0 + 1 } }

    /// At least as many erasures as the store that this is a copy of, or that is put back from one.
    func takeEpoch(from other: Store) throws(SystemError) {
        let epoch = try Self.newest(Self.erasureMark, other.files) ?? 0
        try moveEpoch { max($0, epoch) }
    }

    private func moveEpoch(_ next: (Int) -> Int) throws(SystemError) {
        let lock = try files.waitForLock(StoreLayout.markLock, byte: 0)
        defer { lock.release() }
        let numbers = try Self.numbers(Self.erasureMark, files)
        let standing = numbers.max() ?? 0
        guard next(standing) > standing else { return }
        try Self.mark(Self.erasureMark, next(standing), files)
        // Nobody takes notice of the lower ones.
        for old in numbers {
            try files.fileSystem.unlink(
                files.absolute(VersionedName(id: Self.erasureMark, version: old).text))
        }
    }

    private static func newest(_ mark: String, _ files: DurableFiles) throws(SystemError) -> Int? {
        try numbers(mark, files).max()
    }

    private static func numbers(_ mark: String, _ files: DurableFiles) throws(SystemError) -> [Int] {
        try files.fileSystem.list(files.root).compactMap { VersionedName($0) }.filter { $0.id == mark }
            .map(\.version)
    }

    private static func mark(_ mark: String, _ number: Int, _ files: DurableFiles) throws(SystemError) {
        do throws(DurableFiles.WriteFailure) {
            try files.create(
                Array("{ \"\(mark)\": \(number) }\n".utf8), in: "",
                name: VersionedName(id: mark, version: number).text)
        } catch {
            // Another desk may have been first.
            guard error.isTaken else { throw error.system }
        }
    }
}
