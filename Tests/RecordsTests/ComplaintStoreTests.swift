import DialogEngine
import Testing

@testable import Records

/// What every store promises, whatever is behind it.
@Suite("What a store promises") struct ComplaintStoreTests {
    enum Kind: CaseIterable, Sendable { case folder, indexedFolder, memory }

    /// The folder stays as long as the store is used.
    private struct Subject {
        let store: any ComplaintStore
        let folder: AnyObject?
    }

    private func subject(_ kind: Kind) throws -> any ComplaintStore { try made(kind).store }

    private func made(_ kind: Kind) throws -> Subject {
        switch kind {
        case .memory: return Subject(store: MemoryStore(), folder: nil)
        case .folder: return Subject(store: try Store.open(at: folder.new), folder: folder)
        case .indexedFolder:
            let setting = IndexSetting(place: .inStore, now: { .max / 2 })
            return Subject(store: try Store.open(at: folder.new).indexed(setting), folder: folder)
        }
    }

    private let folder = TemporaryFolder()

    @Test(arguments: Kind.allCases) func whatIsKeptIsReadTheSame(kind: Kind) throws {
        let store = try subject(kind)
        let kept = try store.create(Samples.complaint())
        #expect(kept.version == 1)
        #expect(try store.read(Samples.number, by: Samples.act).record == Samples.complaint())
    }

    @Test(arguments: Kind.allCases) func theSameOnceMoreIsNoOtherOneAndAnotherIsRefused(kind: Kind) throws {
        let store = try subject(kind)
        try store.create(Samples.complaint())
        try store.create(Samples.complaint())
        let other = thrown { () throws(StoreError) in try store.create(Samples.complaint(name: "C. Ander")) }
        #expect(other?.cause == .numberTaken)
        #expect(try store.search(matching: Query(), by: Samples.act) { _, _ in }.records.count == 1)
    }

    @Test(arguments: Kind.allCases) func eventsStandInTheOrderInWhichTheyCame(kind: Kind) throws {
        let store = try subject(kind)
        let seen = try store.create(Samples.complaint())
        for text in ["een", "twee"] {
            try store.append(Samples.event(.note, text: text), to: Samples.number, seen: seen)
        }
        let events = try store.read(Samples.number, by: Samples.act).record.events
        #expect(events.compactMap(\.text) == ["een", "twee"])
    }

    @Test(arguments: Kind.allCases) func whoContradictsWhatCameMeanwhileIsShownIt(kind: Kind) throws {
        let store = try subject(kind)
        let seen = try store.create(Samples.complaint())
        let first = Samples.event(.settled)
        try store.append(first, to: Samples.number, seen: seen)
        let error = thrown { () throws(StoreError) in
            try store.append(Samples.event(.withdrawn), to: Samples.number, seen: seen)
        }
        #expect(error?.cause == .changedMeanwhile([first]))
        #expect(error?.safe == .everythingAsBefore)
    }

    @Test(arguments: Kind.allCases) func whatIsNotThereIsNotFound(kind: Kind) throws {
        let store = try subject(kind)
        let causes = [
            thrown { () throws(StoreError) in try store.read(Samples.number, by: Samples.act) },
            thrown { () throws(StoreError) in
                try store.append(Samples.event(.note), to: Samples.number, seen: nil)
            },
            thrown { () throws(StoreError) in try store.erase(Samples.number, Samples.act, selectionList: nil)
            },
        ].map { $0?.cause }
        #expect(causes == [.notFound, .notFound, .notFound])
    }

    @Test(arguments: Kind.allCases) func theErasedIsGoneForGood(kind: Kind) throws {
        let store = try subject(kind)
        try store.create(Samples.complaint())
        let erased = try store.erase(Samples.number, Samples.act.because("proef"), selectionList: "13.1")
        #expect((erased.reason, erased.selectionList) == ("proef", "13.1"))
        #expect(try store.erase(Samples.number, Samples.act, selectionList: nil) == erased)
        let attempts = [
            thrown { () throws(StoreError) in try store.read(Samples.number, by: Samples.act) },
            thrown { () throws(StoreError) in
                try store.append(Samples.event(.note), to: Samples.number, seen: nil)
            },
        ]
        #expect(attempts.map { $0?.cause } == [.erased(erased), .erased(erased)])
        let again = thrown { () throws(StoreError) in try store.create(Samples.complaint(name: "C. Ander")) }
        #expect(again?.cause == .numberTaken)
        #expect(
            try store.search(matching: Query(text: "voorbeeld"), by: Samples.act) { _, _ in }.records == [])
        #expect(try store.countComplaints { _, _ in }.counts == [:])
    }

    @Test("A desk that was stopped hears what became of its talk", arguments: Kind.allCases)
    func fates(kind: Kind) throws {
        let store = try subject(kind)
        let day = Samples.receivedAt.day
        let complaint = RecordIdentity(number: Samples.number, uuid: Samples.complaint().uuid)
        let contact = RecordIdentity(number: Samples.otherNumber, uuid: Samples.contact().uuid)
        for identity in [complaint, contact] { #expect(try store.fate(of: identity, since: day) == nil) }
        try store.create(Samples.complaint())
        try store.createContact(Samples.contact(number: Samples.otherNumber))
        for identity in [complaint, contact] {
            #expect(try store.fate(of: identity, since: day) == .kept(identity.number))
            // Another talk that drew the same number was not kept.
            let another = RecordIdentity(number: identity.number, uuid: "een andere")
            #expect(try store.fate(of: another, since: day) == nil)
        }
        #expect(try store.search(matching: Query(), by: Samples.act) { _, _ in }.records.count == 1)
        #expect(try store.contacts(from: nil, through: nil).contacts.count == 1)
        try store.erase(Samples.number, Samples.act, selectionList: nil)
        #expect(try store.fate(of: complaint, since: day) == .erased(Samples.number))
    }

    @Test(arguments: Kind.allCases) func complaintsAreFoundByNumberNameAndStory(kind: Kind) throws {
        let store = try subject(kind)
        try store.create(Samples.complaint())
        try store.create(Samples.complaint(number: Samples.otherNumber, name: "D. van der Bérg"))
        for (text, count) in [
            ("voorbeeld", 1), ("BERG", 1), ("van der berg", 1), ("taxi regen", 2), ("zwembad", 0),
            (Samples.number.description, 1), ("", 2),
        ] {
            let found = try store.search(matching: Query(text: text), by: Samples.act) { _, _ in }
            #expect(found.records.count == count, "\(text)")
        }
        #expect(
            try store.search(matching: Query(limit: 1), by: Samples.act) { _, _ in }.records.count == 1)
    }

    @Test(arguments: Kind.allCases) func complaintsAreCountedByWhatIsPublished(kind: Kind) throws {
        let store = try subject(kind)
        try store.create(Samples.complaint())
        let counts = try store.countComplaints { _, _ in }.counts
        #expect(counts.keys.allSatisfy { $0.partner == "voorbeeld-vervoer" })
        #expect(Set(counts.keys.map(\.nature)) == Set(Samples.complaint().natures))
    }

    @Test(arguments: Kind.allCases) func contactsCountsAndExamplesAreKeptByDay(kind: Kind) throws {
        let store = try subject(kind)
        let day = Samples.receivedAt.day
        for _ in 1...2 { try store.createContact(Samples.contact()) }
        let other = thrown { () throws(StoreError) in
            try store.createContact(Samples.contact(uuid: "6a1d7f0e-2a56-4d0e-9d38-8f3f7f6a1b22"))
        }
        #expect(other?.cause == .numberTaken)
        #expect(try store.contacts(from: day, through: day).contacts == [Samples.contact()])
        #expect(try store.contacts(from: day.adding(days: 1), through: nil).contacts == [])
        var generator = SeededGenerator(seed: 3)
        for _ in 1...3 { try store.count("nood", on: day, using: &generator) }
        #expect(try store.counts(from: nil, through: day).counts == ["nood": 3])
        #expect(try store.counts(from: nil, through: day.adding(days: -1)).counts == [:])
    }

    @Test("An example goes with the complaint that it was made of", arguments: Kind.allCases)
    func exampleIsErasedToo(kind: Kind) throws {
        let store = try subject(kind)
        let (mine, other) = (Samples.complaint(), Workload.small(2))
        for record in [mine, other] {
            try store.create(record)
            _ = try store.keepExample("- tekst: proef", named: "abc", of: record.number)
        }
        func isFree(_ number: ComplaintNumber) -> Bool {
            let error = thrown { () throws(StoreError) in try store.keepExample("x", named: "abc", of: number)
            }
            return error?.cause != .numberTaken
        }
        #expect(!isFree(mine.number))
        _ = try store.erase(mine.number, Samples.act, selectionList: nil)
        #expect(isFree(mine.number))
        #expect(!isFree(other.number))
    }
}
