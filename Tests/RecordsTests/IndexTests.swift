import DialogEngine
import Foundation
import Testing

@testable import Records

@Suite("The search index")
struct IndexTests {
    @Test("finds what the files have, whatever happened to them", arguments: [runSeed])
    func random(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<4 {
            let desk = try IndexedStore()
            var changes = RandomChanges(desk, &generator)
            for step in 0..<25 {
                let told = try changes.step(&generator)
                let query = changes.query(&generator)
                try expectSame(desk.store, desk.plain(), query, "step \(step), \(told), \(query.text)")
                guard step % 5 == 4 else { continue }
                #expect(desk.hasIndex(), "step \(step)")
                let counted = try desk.store.countComplaints()
                let expected = try desk.plain().countComplaints()
                #expect(counted.counts == expected.counts, "step \(step), \(told)")
                #expect(Set(counted.damaged) == Set(expected.damaged), "step \(step), \(told)")
            }
        }
    }

    @Test("lies in the store only when somebody searched")
    func lazily() throws {
        let desk = try IndexedStore()
        try desk.store.create(Samples.complaint())
        #expect(try desk.folder.files().keys.filter { $0.contains("zoekindex") }.isEmpty)
        #expect(try desk.store.search(matching: Query(text: "taxi")).records.count == 1)
        #expect(try desk.indexFile().hasSuffix("/opslag/zoekindex/zoek-1.sqlite"))
    }

    @Test("is told at once of what this desk writes, and sees at the next search what another writes")
    func twoDesks() throws {
        var generator = SeededGenerator(seed: runSeed)
        let desk = try IndexedStore()
        let other = try desk.otherDesk()
        for store in [desk.store, other, desk.store] {
            let new = Samples.randomComplaint(using: &generator)
            try store.create(new)
            for reader in [desk.store, other] {
                let found = try reader.search(matching: Query(text: new.number.description))
                #expect(found.records.map(\.record) == [new])
            }
        }
        let number = try #require(try desk.store.search().records.first?.record.number)
        try other.append(Samples.event(.settled), to: number)
        #expect(try desk.store.search(matching: Query(text: "\(number)")).records.map(\.version) == [2])
        try expectSame(desk.store, desk.plain(), Query())
    }

    @Test("tells how far it is when it is made")
    func progress() throws {
        var generator = SeededGenerator(seed: runSeed)
        let desk = try IndexedStore()
        for _ in 0..<12 { try desk.store.create(Samples.randomComplaint(using: &generator)) }
        var heard: [Int] = []
        _ = try desk.store.search(matching: Query(text: "x")) { done, total in
            #expect(total == 12)
            heard.append(done)
        }
        #expect(heard.first == 0 && heard.last == 12 && heard == heard.sorted())
        heard = []
        _ = try desk.store.search(matching: Query(text: "x")) { done, _ in heard.append(done) }
        #expect(heard == [])
    }

    @Test("gives the newest, also when records came in another order", arguments: [runSeed])
    func order(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let desk = try IndexedStore()
        for _ in 0..<60 {
            let minute = Int.random(in: 10...59, using: &generator)
            let day = ["23", "24"].randomElement(using: &generator)!
            try desk.store.create(
                Samples.complaint(
                    number: ComplaintNumber(city: "H", year: 2026, using: &generator),
                    receivedAt: Timestamp("2026-11-\(day)T10:\(minute):00+01:00")!))
            if generator.oneIn(10) { _ = try desk.store.search(matching: Query(text: "taxi", limit: 1)) }
        }
        for limit in [1, 2, 5, 30, 60, 100] {
            try expectSame(desk.store, desk.plain(), Query(text: "taxi", limit: limit), "\(limit)")
            try expectSame(desk.store, desk.plain(), Query(limit: limit), "\(limit)")
        }
    }

    @Test("leaves out what is no good, and says so each time")
    func damage() throws {
        var generator = SeededGenerator(seed: runSeed)
        let desk = try IndexedStore()
        let good = try desk.store.create(Samples.complaint())
        let bad = try desk.store.create(
            Samples.complaint(number: ComplaintNumber(city: "H", year: 2026, using: &generator)))
        #expect(truncate(bad.path, 100) == 0)
        for _ in 0..<2 {
            let found = try desk.store.search(matching: Query(text: "taxi"))
            #expect(found.records == [good])
            #expect(found.damaged.map(\.path) == [bad.path])
        }
        // Mended in its place, which the folder does not show.
        try Data(DocumentCoding.bytes(of: bad.record)).write(to: URL(filePath: bad.path), options: [])
        #expect(try desk.store.search(matching: Query(text: "taxi")).damaged == [])
        try expectSame(desk.store, desk.plain(), Query(text: "taxi"))
    }

    @Test("finds no more what was edited away in its place, and what came instead when the folder changes")
    func editedInPlace() throws {
        let desk = try IndexedStore()
        let stored = try desk.store.create(Samples.complaint())
        #expect(try desk.store.search(matching: Query(text: "taxi")).records.count == 1)
        let text = String(decoding: try Data(contentsOf: URL(filePath: stored.path)), as: UTF8.self)
        let edited = text.replacingOccurrences(of: "De taxi kwam", with: "De tram kwam niet of")
        try Data(edited.utf8).write(to: URL(filePath: stored.path), options: [])
        #expect(try desk.store.search(matching: Query(text: "taxi")).records == [])
        // The miss was noted.
        #expect(try desk.store.search(matching: Query(text: "tram")).records.count == 1)
        try expectSame(desk.store, desk.plain(), Query(text: "tram"))
    }

    @Test("knows of no erased record any more")
    func erased() throws {
        let desk = try IndexedStore()
        try desk.store.create(Samples.complaint())
        #expect(try desk.store.countComplaints().counts.isEmpty == false)
        // By a desk without an index.
        try desk.plain().erase(Samples.number, Samples.act)
        #expect(try desk.store.search(matching: Query(text: "taxi")) == ScanResult(records: [], damaged: []))
        #expect(try desk.store.countComplaints() == Counts(counts: [:], damaged: []))
        #expect(desk.hasIndex())
    }
}

/// Things that happen to a store, through it or behind its back.
private struct RandomChanges {
    private let desk: IndexedStore
    private var numbers: [ComplaintNumber] = []
    private var words: [String] = ["taxi", "a", "van der berg", ""]

    init(_ desk: IndexedStore, _ generator: inout SeededGenerator) { self.desk = desk }

    mutating func step(_ generator: inout SeededGenerator) throws -> String {
        let stores = [desk.store, try desk.plain()]
        let store = stores.randomElement(using: &generator)!
        let all = try desk.plain().scan().records
        switch Int.random(in: 0..<11, using: &generator) {
        case 10:
            guard let one = all.randomElement(using: &generator) else { return "nothing" }
            try store.erase(one.record.number, Samples.act)
            return "erased"
        case 0, 1, 2, 3: return try create(store, &generator)
        case 4, 5:
            guard let one = all.randomElement(using: &generator) else { return "nothing" }
            let kind = RecordEvent.Kind.allCases.randomElement(using: &generator)!
            try store.append(Samples.event(kind), to: one.record.number)
            return "event"
        case 6:
            guard let one = all.randomElement(using: &generator) else { return "nothing" }
            try FileManager.default.removeItem(atPath: one.path)
            return "removed"
        case 7:
            guard let one = all.randomElement(using: &generator) else { return "nothing" }
            return try damage(one, &generator)
        case 8:
            guard let one = all.randomElement(using: &generator) else { return "nothing" }
            let folder = URL(filePath: one.path).deletingLastPathComponent()
            if generator.oneIn(2) {
                try FileManager.default.removeItem(at: folder)
                return "folder removed"
            }
            try Data().write(to: folder.appending(path: "notities \(numbers.count).txt"))
            return "strange file"
        default:
            // By another program that writes whole files anew, and takes the old one away.
            guard let one = all.randomElement(using: &generator) else { return "nothing" }
            let text = String(decoding: try Data(contentsOf: URL(filePath: one.path)), as: UTF8.self)
            try Data(text.replacingOccurrences(of: "\"verhaal\" : \"", with: "\"verhaal\" : \"taxi ").utf8)
                .write(to: URL(filePath: one.path), options: .atomic)
            return "edited"
        }
    }

    private mutating func create(_ store: Store, _ generator: inout SeededGenerator) throws -> String {
        let receivedAt =
            "202\(Int.random(in: 4...6, using: &generator))-0\(Int.random(in: 1...9, using: &generator))"
        let base = Samples.randomComplaint(using: &generator)
        let record =
            generator.oneIn(2)
            ? base
            : Samples.complaint(
                number: base.number, receivedAt: Timestamp("\(receivedAt)-11T10:14:00+01:00")!,
                name: ["J. van der Berg", "A. Voorbéeld", nil].randomElement(using: &generator)!)
        try store.create(record)
        numbers.append(record.number)
        words += Folding.words(record.conduct.story + " " + (record.complainant.name ?? ""))
        words.append(String(record.number.description.dropLast(6)))
        return "created"
    }

    private func damage(_ one: StoredRecord, _ generator: inout SeededGenerator) throws -> String {
        let next = one.path.replacingOccurrences(of: ".\(one.version).json", with: ".\(one.version + 1).json")
        switch Int.random(in: 0..<3, using: &generator) {
        case 0:
            try Data("{".utf8).write(to: URL(filePath: next))
            return "damaged newer version"
        case 1:
            let bytes = DocumentCoding.bytes(of: Samples.complaint())
            try Data(bytes).write(to: URL(filePath: next))
            return "another number"
        default:
            try Data(count: 10).write(to: URL(filePath: one.path), options: .atomic)
            return "blank"
        }
    }

    mutating func query(_ generator: inout SeededGenerator) -> Query {
        var text = words.randomElement(using: &generator)!
        if generator.oneIn(3) { text = String(text.prefix(3)) }
        if generator.oneIn(4) { text += " " + words.randomElement(using: &generator)! }
        let from = generator.oneIn(4) ? Day(iso: "2025-04-01") : nil
        let through = generator.oneIn(4) ? Day(iso: "2026-06-30") : nil
        let limit = generator.oneIn(3) ? Int.random(in: 1...6, using: &generator) : nil
        return Query(text: text, from: from, through: through, limit: limit)
    }
}
