import DialogEngine
import Foundation
import Testing

@testable import Records

@Suite("What the index forgets")
struct IndexForgettingTests {
    private static let secret = "Zwartekousenbuurt"
    private static let name = "Xaveria Quistorp"

    private func secretRecord(_ generator: inout SeededGenerator) -> ComplaintRecord {
        let base = Samples.complaint(
            number: ComplaintNumber(city: "H", year: 2026, using: &generator), name: Self.name)
        return ComplaintRecord(
            uuid: base.uuid, number: base.number, kind: base.kind, topic: base.topic, natures: base.natures,
            form: base.form, isSigned: false, missingForWrittenComplaint: [], countsForPublication: false,
            receivedAt: base.receivedAt, channel: .desk, enteredBy: base.enteredBy,
            complainant: base.complainant,
            conduct: Conduct(story: "In de \(Self.secret) blaft iets.", towards: "klager"),
            parties: base.parties, questions: [], decision: base.decision, versions: base.versions,
            events: base.events)
    }

    /// Names of files of the index in which something of the secret stands.
    private func traces(_ folder: String, _ number: ComplaintNumber) throws -> [String] {
        var found: [String] = []
        let words = [Self.secret, "xaveria", "quistorp", number.description, number.compact]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
            let bytes = try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))
            for word in words {
                // FTS5 leaves out the beginning that a word has in common with the one before it.
                for part in [word.lowercased(), word, String(word.lowercased().dropFirst(3))]
                where bytes.range(of: Data(part.utf8)) != nil {
                    found.append("\(name): \(part)")
                }
            }
        }
        return found
    }

    private func makeStore(
        _ generator: inout SeededGenerator
    ) throws -> (desk: IndexedStore, record: StoredRecord, folder: String) {
        let desk = try IndexedStore()
        for _ in 0..<20 { try desk.store.create(Samples.randomComplaint(using: &generator)) }
        _ = try desk.store.search()
        let stored = try desk.store.create(secretRecord(&generator))
        for _ in 0..<20 { try desk.store.create(Samples.randomComplaint(using: &generator)) }
        #expect(try desk.store.search(matching: Query(text: Self.secret)).records.count == 1)
        #expect(try desk.store.search(matching: Query(text: Self.name)).records.count == 1)
        let folder = "\(desk.folder.new)/zoekindex"
        #expect(try traces(folder, stored.record.number).count >= 3)
        return (desk, stored, folder)
    }

    @Test("is nowhere in its files, and the rest is still found")
    func leavesNothing() throws {
        var generator = SeededGenerator(seed: runSeed)
        let (desk, stored, folder) = try makeStore(&generator)
        let file = try desk.indexFile()
        let number = stored.record.number
        try desk.store.erase(number, Samples.act)
        #expect(try traces(folder, number) == [])
        try expectSame(desk.store, desk.plain(), Query())
        try expectSame(desk.otherDesk(), desk.plain(), Query(text: "x"))
        // It was not made anew for that.
        #expect(try desk.indexFile() == file)
        #expect(desk.isSound())
        #expect(try traces(folder, number) == [])
    }

    @Test("is nowhere when nobody knows any more what stood in it", arguments: [true, false])
    func withoutTheRecord(wasEdited: Bool) throws {
        var generator = SeededGenerator(seed: runSeed)
        let (desk, stored, folder) = try makeStore(&generator)
        let number = stored.record.number
        if wasEdited {
            // Its first words are still in the index, where nobody looks.
            let text = String(decoding: try Data(contentsOf: URL(filePath: stored.path)), as: UTF8.self)
            try Data(text.replacingOccurrences(of: Self.secret, with: "straat").utf8)
                .write(to: URL(filePath: stored.path), options: .atomic)
            #expect(try desk.store.search(matching: Query(text: Self.secret)).records == [])
        } else {
            #expect(truncate(stored.path, 100) == 0)
        }
        try desk.store.erase(number, Samples.act)
        #expect(try traces(folder, number) == [])
        try expectSame(desk.store, desk.plain(), Query())
        #expect(try traces(folder, number) == [])
    }

    @Test("An index from before an erasure is thrown away before it answers")
    func olderEpoch() throws {
        var generator = SeededGenerator(seed: runSeed)
        let (desk, stored, folder) = try makeStore(&generator)
        try FileManager.default.removeItem(atPath: stored.path)
        try desk.store.raiseEpoch()
        #expect(try desk.store.search(matching: Query(text: Self.secret)).records == [])
        #expect(try traces(folder, stored.record.number) == [])
        #expect(try desk.indexFile().hasSuffix("zoek-1.sqlite"))
        try expectSame(desk.store, desk.plain(), Query())
    }

    @Test("A desk that keeps no index leaves none behind either")
    func byAnotherDesk() throws {
        var generator = SeededGenerator(seed: runSeed)
        let (desk, stored, folder) = try makeStore(&generator)
        try desk.plain().erase(stored.record.number, Samples.act)
        #expect(try traces(folder, stored.record.number) == [])
        try expectSame(desk.store, desk.plain(), Query())
    }

    @Test("An erasure that was cut short is finished by doing it again")
    func again() throws {
        var generator = SeededGenerator(seed: runSeed)
        let (desk, stored, folder) = try makeStore(&generator)
        let number = stored.record.number
        try desk.store.erase(number, Samples.act)
        let file = try desk.indexFile()
        try desk.store.erase(number, Samples.act)
        #expect(try desk.indexFile() == file)
        #expect(try traces(folder, number) == [])
        try expectSame(desk.store, desk.plain(), Query())
    }

    @Test("A private index lies in its folder, and goes with the epoch too")
    func privateIndex() throws {
        let caches = TemporaryFolder()
        let place = IndexPlace.privateFolder("\(caches.path)/a/b")
        let desk = try IndexedStore(place: place)
        try desk.store.create(Samples.complaint())
        #expect(try desk.store.search(matching: Query(text: "taxi")).records.count == 1)
        #expect(try desk.folder.files().keys.filter { $0.contains("zoekindex") } == [])
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: "\(caches.path)/a/b").contains(
                "zoek-1.sqlite"))
        try desk.store.raiseEpoch()
        try expectSame(desk.store, desk.plain(), Query(text: "taxi"))
    }

    @Test("Its place is the store, and on a network disk a folder of the user")
    func places() throws {
        let folder = TemporaryFolder()
        func place(onNetwork: Bool, caches: String? = "/c", areCachesThere: Bool = false) -> IndexPlace {
            .suitable(forStoreAt: folder.path, onNetwork: onNetwork, caches: caches) { path in
                #expect(path == "/c")
                return areCachesThere
            }
        }
        #expect(place(onNetwork: false) == .inStore)
        #expect(place(onNetwork: true, areCachesThere: true) == .nowhere)
        #expect(place(onNetwork: true, caches: nil) == .nowhere)
        guard case .privateFolder(let path) = place(onNetwork: true) else {
            Issue.record("no private folder")
            return
        }
        #expect(path.hasPrefix("/c/") && path.count > 10)
        #expect(place(onNetwork: true) == .privateFolder(path))
        #expect(!IndexPlace.isOnNetwork("\(folder.path)/is/er/nog/niet"))
    }

    @Test("has the rights of the store")
    func rights() throws {
        let desk = try IndexedStore()
        try desk.store.create(Samples.complaint())
        #expect(chmod(desk.folder.new, 0o2770) == 0)
        _ = try desk.store.search()
        func mode(_ path: String) throws -> Int {
            try #require(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
        }
        #expect(try mode("\(desk.folder.new)/zoekindex") & 0o770 == 0o770)
        for name in ["zoek-1.sqlite", "zoek-1.sqlite-wal", "zoek-1.sqlite-shm", "slot"] {
            #expect(try mode("\(desk.folder.new)/zoekindex/\(name)") & 0o777 == 0o660, "\(name)")
        }
        let own = try IndexedStore()
        try own.store.create(Samples.complaint())
        _ = try own.store.search()
        #expect(try mode("\(own.folder.new)/zoekindex") & 0o777 == 0o700)
        #expect(try mode("\(own.folder.new)/zoekindex/zoek-1.sqlite") & 0o777 == 0o600)
    }
}
