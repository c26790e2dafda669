import DialogEngine
import Foundation
import GRDB
import Testing

@testable import Records

@Suite("An index that is no good")
struct IndexDamageTests {
    /// A store with some records and a whole index, whose search is known.
    private func desk(_ generator: inout SeededGenerator, records: Int = 30) throws -> IndexedStore {
        let desk = try IndexedStore()
        for _ in 0..<records {
            try desk.store.create(
                Samples.complaint(number: ComplaintNumber(city: "H", year: 2026, using: &generator)))
        }
        #expect(try desk.store.search(matching: Query(text: "taxi")).records.count == records)
        #expect(desk.hasIndex())
        return desk
    }

    @Test(
        "is made anew",
        arguments: ["gone", "folder gone", "empty", "random", "truncated", "header", "format", "half made"])
    func damage(kind: String) throws {
        var generator = SeededGenerator(seed: runSeed)
        let desk = try desk(&generator)
        let path = try desk.indexFile()
        // Nobody has it open.
        let other = try desk.otherDesk()
        let size = try #require(try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int)
        for rest in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + rest) }
        switch kind {
        case "gone": try FileManager.default.removeItem(atPath: path)
        case "folder gone":
            try FileManager.default.removeItem(at: URL(filePath: path).deletingLastPathComponent())
        case "empty": #expect(truncate(path, 0) == 0)
        case "random":
            let bytes = (0..<size).map { _ in UInt8.random(in: 0...255, using: &generator) }
            try Data(bytes).write(to: URL(filePath: path))
        case "truncated": #expect(truncate(path, off_t(size / 4096 / 2 * 4096)) == 0)
        case "header":
            var data = try Data(contentsOf: URL(filePath: path))
            data.replaceSubrange(0..<16, with: Data(repeating: 7, count: 16))
            try data.write(to: URL(filePath: path))
        case "format", "half made":
            let queue = try DatabaseQueue(path: path)
            let sql = kind == "format" ? "PRAGMA user_version = 99" : "UPDATE state SET isWhole = 0"
            try queue.inDatabase { try $0.execute(sql: sql) }
            try queue.close()
        default: Issue.record("no such kind")
        }
        try expectSame(other, desk.plain(), Query(text: "taxi"))
        try expectSame(other, desk.plain(), Query(text: "voorb", limit: 5))
        #expect(desk.isSound(for: other))
    }

    @Test("never stops the program nor invents a hit, whatever the bytes", arguments: [runSeed])
    func randomBytes(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let desk = try desk(&generator)
        let plain = try desk.plain()
        let all = Set(try plain.scan(matching: Query(text: "taxi")).records.map(\.record.number))
        for _ in 0..<40 {
            let path = try desk.indexFile()
            var data = try Data(contentsOf: URL(filePath: path))
            for _ in 0..<Int.random(in: 1...200, using: &generator) {
                data[Int.random(in: 0..<data.count, using: &generator)] = UInt8.random(
                    in: 0...255, using: &generator)
            }
            for rest in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + rest) }
            try data.write(to: URL(filePath: path))
            let found = try desk.otherDesk().search(matching: Query(text: "taxi"))
            #expect(Set(found.records.map(\.record.number)).isSubset(of: all))
            _ = try desk.otherDesk().countComplaints()
        }
    }

    @Test("is not waited for when another holds it; the files answer, also with what is new")
    func locked() throws {
        var generator = SeededGenerator(seed: runSeed)
        let desk = try desk(&generator)
        let other = try DatabaseQueue(path: try desk.indexFile())
        try other.inDatabase { database in
            try database.execute(sql: "BEGIN IMMEDIATE")
            try desk.plain().create(
                Samples.complaint(number: ComplaintNumber(city: "H", year: 2026, using: &generator)))
            try expectSame(desk.store, desk.plain(), Query(text: "taxi", limit: 7))
            try expectSame(desk.store, desk.plain(), Query(text: "taxi"))
            #expect(try desk.store.countComplaints() == desk.plain().countComplaints())
            // A record is written all the same.
            try desk.store.create(
                Samples.complaint(number: ComplaintNumber(city: "H", year: 2026, using: &generator)))
            try database.execute(sql: "COMMIT")
        }
        try expectSame(desk.store, desk.plain(), Query(text: "taxi"))
        #expect(desk.hasIndex())
    }

    @Test("is not waited for when another makes it")
    func beingMade() throws {
        var generator = SeededGenerator(seed: runSeed)
        let desk = try desk(&generator)
        try FileManager.default.removeItem(atPath: try desk.indexFile())
        let folder = IndexFolder(path: "\(desk.folder.new)/zoekindex", store: desk.folder.new)
        let lock = try #require(try folder.lock(waiting: false))
        let other = try desk.otherDesk()
        try expectSame(other, desk.plain(), Query(text: "taxi"))
        #expect(try folder.newest() == nil)
        lock.release()
        try expectSame(other, desk.plain(), Query(text: "taxi"))
        #expect(try folder.newest()?.number == 1)
    }

    @Test("may not be made here: the files answer")
    func notAllowed() throws {
        let desk = try IndexedStore(place: .privateFolder("/proc/nergens"))
        try desk.store.create(Samples.complaint())
        try expectSame(desk.store, desk.plain(), Query(text: "taxi"))
        #expect(!desk.hasIndex())
        let nowhere = try IndexedStore(place: .nowhere)
        try nowhere.store.create(Samples.complaint())
        try expectSame(nowhere.store, nowhere.plain(), Query(text: "taxi"))
    }

    @Test("Many desks at once, in threads, find what there is", arguments: [runSeed])
    func threads(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let desk = try desk(&generator, records: 5)
        let numbers = (0..<40).map { _ in ComplaintNumber(city: "H", year: 2026, using: &generator) }
        let desks = try (0..<4).map { _ in try desk.otherDesk() }
        DispatchQueue.concurrentPerform(iterations: 4) { thread in
            for (index, number) in numbers.enumerated() where index % 4 == thread {
                do {
                    try desks[thread].create(Samples.complaint(number: number))
                    let found = try desks[thread].search(matching: Query(text: "\(number)")).records
                    #expect(found.map(\.record.number) == [number])
                } catch {
                    Issue.record(error)
                }
            }
        }
        for store in desks + [desk.store] { try expectSame(store, desk.plain(), Query(text: "taxi")) }
        #expect(desk.isSound())
    }
}
