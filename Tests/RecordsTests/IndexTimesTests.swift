import DialogEngine
import Foundation
import Testing

@testable import Records

/// Git calls it "racily clean": a folder that changed once more within the grain of the clock looks as it did before.
@Suite("The times of folders")
struct IndexTimesTests {
    private static let second = 1_000_000_000
    private static let noon = 1_795_600_800 * second

    /// Looks, puts a second record in with the folder's old time, and looks again.
    private func isSecondSeen(folderTime: Int, lookedAt: Int) throws -> Bool {
        var generator = SeededGenerator(seed: runSeed)
        let desk = try IndexedStore(clock: lookedAt)
        let plain = try desk.plain()
        let first = try plain.create(Samples.complaint())
        let day = URL(filePath: first.path).deletingLastPathComponent().path
        desk.setTime(day, folderTime)
        #expect(try desk.store.search(matching: Query(text: "taxi")).records.count == 1)
        try plain.create(
            Samples.complaint(number: ComplaintNumber(city: "H", year: 2026, using: &generator)))
        desk.setTime(day, folderTime)
        return try desk.store.search(matching: Query(text: "taxi")).records.count == 2
    }

    @Test(
        "A folder that was read shortly after it changed is read again",
        arguments: [
            (-60, false), (-3, false), (-2, false), (-1, true), (0, true), (1, true), (3600, true),
        ])
    func racilyClean(secondsBefore: Int, isSeen: Bool) throws {
        let time = Self.noon + secondsBefore * Self.second
        #expect(try isSecondSeen(folderTime: time, lookedAt: Self.noon) == isSeen)
    }

    @Test("A clock that was set back does no harm")
    func clockSetBack() throws {
        #expect(try isSecondSeen(folderTime: Self.noon, lookedAt: Self.noon - 86_400 * Self.second))
    }

    @Test("A folder with another time, also an older one, is read again")
    func otherTime() throws {
        var generator = SeededGenerator(seed: runSeed)
        let desk = try IndexedStore(clock: Self.noon)
        let plain = try desk.plain()
        let first = try plain.create(Samples.complaint())
        let day = URL(filePath: first.path).deletingLastPathComponent().path
        desk.setTime(day, Self.noon - 100 * Self.second)
        #expect(try desk.store.search().records.count == 1)
        try plain.create(
            Samples.complaint(number: ComplaintNumber(city: "H", year: 2026, using: &generator)))
        desk.setTime(day, Self.noon - 100 * Self.second - 1)
        #expect(try desk.store.search().records.count == 2)
    }

    @Test("What did not change is not read")
    func nothingChanged() throws {
        let desk = try IndexedStore(clock: Self.noon)
        let first = try desk.plain().create(Samples.complaint())
        let day = URL(filePath: first.path).deletingLastPathComponent().path
        desk.setTime(day, Self.noon - 100 * Self.second)
        #expect(try desk.store.countComplaints().counts.isEmpty == false)
        // Only the folder is asked: what was spoilt in its place is still counted.
        #expect(truncate(first.path, 10) == 0)
        #expect(try desk.store.countComplaints().counts.isEmpty == false)
        desk.setTime(day, Self.noon - 99 * Self.second)
        #expect(try desk.store.countComplaints().counts.isEmpty)
    }

    @Test(
        "What was edited in its place, with its length and times, is never shown as it was; repairing finds it"
    )
    func editedInItsPlace() throws {
        let desk = try IndexedStore(clock: Self.noon)
        let stored = try desk.plain().create(Samples.complaint())
        let day = URL(filePath: stored.path).deletingLastPathComponent().path
        for path in [stored.path, day] { desk.setTime(path, Self.noon - 100 * Self.second) }
        let found = { (word: String) in
            try desk.store.search(matching: Query(text: word)).records.count
        }
        #expect(try found("taxi") == 1)
        let text = String(decoding: try TemporaryFolder.content(stored.path), as: UTF8.self)
        try TemporaryFolder.overwrite(stored.path, text.replacing("taxi", with: "boot").utf8)
        desk.setTime(stored.path, Self.noon - 100 * Self.second)
        // Twice: after the first time its folder was read again.
        for _ in 1...2 {
            #expect(try found("taxi") == 0)
            #expect(try found("boot") == 0)
        }
        let now = try #require(Timestamp("2026-11-26T10:00:00+01:00"))
        let caretaker = try desk.plain()
        _ = try caretaker.repair(try caretaker.survey(now: now), Samples.act)
        #expect(try found("taxi") == 0)
        #expect(try found("boot") == 1)
    }
}
