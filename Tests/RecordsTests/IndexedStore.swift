import DialogEngine
import Foundation
import Synchronization
import Testing

@testable import Records

/// A store with an index and a clock that goes when it is told to.
final class IndexedStore: Sendable {
    let folder = TemporaryFolder()
    let store: Store
    let clock: Moment

    /// A number that tests turn.
    final class Moment: Sendable {
        private let value: Atomic<Int>

        init(_ value: Int) { self.value = Atomic(value) }

        var now: Int {
            get { value.load(ordering: .relaxed) }
            set { value.store(newValue, ordering: .relaxed) }
        }
    }

    /// - Parameter clock: Long after everything, unless it is about that.
    init(clock: Int = .max / 2, place: IndexPlace = .inStore) throws {
        let clock = Moment(clock)
        store = try Store.open(at: folder.new).indexed(IndexSetting(place: place, now: { clock.now }))
        self.clock = clock
    }

    /// Another desk at the same store.
    func otherDesk() throws -> Store {
        let clock = clock
        return try Store.open(at: folder.new).indexed(IndexSetting(place: .inStore, now: { clock.now }))
    }

    /// One that looks in the files.
    func plain() throws -> Store { try Store.open(at: folder.new) }

    /// The file of the index.
    func indexFile() throws -> String {
        try #require(try folder.files().keys.filter { $0.hasSuffix(".sqlite") }.max())
    }

    /// Whether the index itself answers, not the files in its place.
    func hasIndex() -> Bool { index(of: store) { _ in true } }

    /// Whether all of the index is as it should be.
    func isSound(for desk: Store? = nil) -> Bool { index(of: desk ?? store) { try $0.isSound() } }

    private func index(of store: Store, _ work: (IndexFile) throws -> Bool) -> Bool {
        let nobody: WorkProgress = { _, _ in }
        return store.index?.use(store, nobody, { file, _ in try work(file) }) ?? false
    }

    /// Sets when a file or folder changed last, in nanoseconds.
    func setTime(_ path: String, _ nanoseconds: Int) {
        let time = timespec(tv_sec: nanoseconds / 1_000_000_000, tv_nsec: nanoseconds % 1_000_000_000)
        #expect(utimensat(AT_FDCWD, path, [time, time], 0) == 0)
    }
}

/// That a search through the index finds what going through all files finds.
func expectSame(
    _ indexed: Store, _ plain: Store, _ query: Query, _ comment: Comment? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let found = try indexed.search(matching: query)
    let expected = try plain.scan(matching: query)
    let numbers = { (result: ScanResult) in result.records.map { "\($0.record.number) \($0.version)" } }
    #expect(numbers(found) == numbers(expected), comment, sourceLocation: sourceLocation)
    #expect(found.records == expected.records, comment, sourceLocation: sourceLocation)
    if query.limit == nil {
        #expect(Set(found.damaged) == Set(expected.damaged), comment, sourceLocation: sourceLocation)
    }
}
