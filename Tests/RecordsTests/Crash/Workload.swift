import DialogEngine
import Records
import Testing

/// What a desk does with a store, on a disk of its own.
struct Workload: Sendable, CustomTestStringConvertible {
    let name: String
    var hasUnnamedFiles = true
    let body: @Sendable (Desk) throws -> Void

    var testDescription: String { name }

    /// - Parameter wrapping: What stands between the store and the disk.
    func run(
        wrapping: (any FileSystem) -> any FileSystem = { $0 }
    ) throws -> (disk: MemoryDisk, ledger: Ledger) {
        let disk = MemoryDisk()
        let ledger = Ledger(disk)
        let desk = try Desk(
            wrapping(hasUnnamedFiles ? disk : Between.withoutUnnamedFiles(disk)), disk, ledger)
        try body(desk)
        return (disk, ledger)
    }
}

/// One desk: its store, and acts of which the ledger knows.
struct Desk {
    let store: Store
    let drafts: Drafts
    let fileSystem: any FileSystem
    let disk: MemoryDisk
    let ledger: Ledger

    init(_ fileSystem: any FileSystem, _ disk: MemoryDisk, _ ledger: Ledger) throws {
        store = try ledger.ask(.open) { () throws(StoreError) in
            try Store.open(at: StateCheck.path, fileSystem: fileSystem)
        }
        drafts = Drafts(store)
        self.fileSystem = fileSystem
        self.disk = disk
        self.ledger = ledger
    }

    func create(_ record: ComplaintRecord) throws {
        try ledger.ask(.record(record)) { () throws(StoreError) in try store.create(record) }
    }

    /// Something more happens to a record that the store has promised.
    func append(_ text: String, to number: ComplaintNumber) throws {
        let record = try #require(ledger.promised.records[number])
        let event = Samples.event(.note, text: text)
        try ledger.ask(.record(record.appending(event))) { () throws(StoreError) in
            try store.append(event, to: number)
        }
    }

    func contact(_ contact: ContactRecord) throws {
        try ledger.ask(.contact(contact)) { () throws(StoreError) in try store.createContact(contact) }
    }

    func count(_ kind: String, _ random: inout SeededGenerator) throws {
        try ledger.ask(.count(kind)) { () throws(StoreError) in
            try store.count(kind, on: Samples.receivedAt.day, using: &random)
        }
    }

    func keepExample(_ id: String, _ text: String) throws {
        try ledger.ask(.example(id, text)) { () throws(StoreError) in
            try store.keepExample(text, named: id, of: Samples.number)
        }
    }

    func save(_ draft: Draft, _ live: LiveDraft) throws {
        try ledger.ask(.draft(draft)) { () throws(StoreError) in try live.save(draft) }
    }

    /// The prompt is shown, and nobody waits.
    func eraseOlder(_ live: LiveDraft) throws {
        try ledger.ask(.tidy) { () throws(StoreError) in live.eraseOlder() }
    }

    func letGo(_ live: LiveDraft) throws {
        try ledger.ask(.tidy) { () throws(StoreError) in live.letGo() }
    }

    func erase(_ draft: Draft, _ live: LiveDraft) throws {
        try ledger.ask(.erase(draft)) { () throws(StoreError) in try live.remove() }
    }

    func erase(_ number: ComplaintNumber) throws {
        let record = try #require(ledger.promised.records[number])
        try ledger.ask(.eraseRecord(record)) { () throws(StoreError) in try store.erase(number, Samples.act) }
    }

    func begin(_ draft: Draft) throws -> LiveDraft { try drafts.begin(id: draft.id, desk: draft.desk) }
}

extension Workload {
    /// Small, so that every state can be looked at.
    static let short = [
        creating, appending, contacts, drafts, erasing, keeping, erasingARecord, settingAside, twoDesks,
        withoutUnnamedFiles, stopped,
    ]

    static let creating = Workload(name: "creating") { desk in
        try desk.create(small(1))
        try desk.create(small(2))
    }

    static let appending = Workload(name: "appending") { desk in
        try desk.create(small(1))
        for text in ["eerste", "tweede", "derde"] { try desk.append(text, to: small(1).number) }
    }

    static let contacts = Workload(name: "contacts, counts and examples") { desk in
        var random = SeededGenerator(seed: 1)
        try desk.contact(Samples.contact())
        try desk.count("nood", &random)
        try desk.count("nood", &random)
        try desk.keepExample("een", "verhaal: De lamp is stuk.\n")
    }

    static let drafts = Workload(name: "a draft") { desk in
        let live = try desk.begin(draft(1))
        try desk.save(draft(1), live)
        try desk.save(draft(2), live)
        try desk.eraseOlder(live)
        try desk.save(draft(3), live)
    }

    static let erasing = Workload(name: "erasing a draft") { desk in
        let live = try desk.begin(draft(1))
        try desk.save(draft(1), live)
        try desk.save(draft(2), live)
        try desk.erase(draft(2), live)
    }

    /// In folders that are there already, so that what is erased makes room for what comes.
    static let keeping = Workload(name: "a draft that becomes a record") { desk in
        try desk.create(small(3))
        let live = try desk.begin(draft(1))
        try desk.save(draft(1), live)
        try desk.save(draft(2), live)
        try desk.eraseOlder(live)
        try desk.create(small(1))
        try desk.erase(draft(2), live)
        try desk.create(small(2))
    }

    /// Somebody edited a draft into nonsense; what stands in it is kept for a person.
    static let settingAside = Workload(name: "setting a damaged draft aside") { desk in
        let live = try desk.begin(draft(1))
        try desk.save(draft(1), live)
        try desk.letGo(live)
        let path = "\(StateCheck.path)/concepten/\(Samples.desk)/\(draft(1).id).1.json"
        desk.ledger.note { $0.isJudged = false }
        let file = try desk.disk.openExisting(path)
        try desk.disk.write(Array("{ \"antwoorden\": [ niet".utf8), to: file)
        // Only what is done with it after that is judged.
        try desk.disk.synchronise(file)
        desk.disk.close(file)
        let nonsense = try desk.disk.read(path, limit: 10_000)
        desk.ledger.note {
            $0.isJudged = true
            $0.promised.drafts = [:]
            $0.promised.kept = [nonsense]
        }
        try desk.ledger.ask(.tidy) { () throws(StoreError) in _ = try desk.drafts.list(Samples.desk) }
        try desk.create(small(1))
    }

    /// In turn at the same record and the same day.
    static let twoDesks = Workload(name: "two desks") { desk in
        let other = try Desk(desk.fileSystem, desk.disk, desk.ledger)
        try desk.create(small(1))
        try other.create(small(2))
        try other.append("tweede", to: small(1).number)
        try desk.append("derde", to: small(1).number)
        try other.append("vierde", to: small(1).number)
    }

    static let withoutUnnamedFiles = Workload(
        name: "without unnamed files", hasUnnamedFiles: false
    ) { desk in
        try desk.create(small(1))
        try desk.append("eerste", to: small(1).number)
        let live = try desk.begin(draft(1))
        try desk.save(draft(1), live)
        try desk.erase(draft(1), live)
    }

    static let erasingARecord = Workload(name: "erasing a record") { desk in
        try desk.create(small(1))
        try desk.append("eerste gesprek", to: small(1).number)
        try desk.erase(small(1).number)
        try desk.create(small(2))
    }

    /// A program is stopped when its complaint has a name and the disk does not know it yet; the next one tells that it
    /// was kept.
    static let stopped = Workload(name: "a talk that was kept by a program that was stopped") { desk in
        let record = small(1)
        let identity = RecordIdentity(number: record.number, uuid: record.uuid)
        let draft = draft(1, identity: identity)
        let live = try desk.begin(draft)
        try desk.save(draft, live)
        try desk.letGo(live)
        let stopping = FaultyFileSystem(desk.disk, mode: .fromThenOn)
        let store = try Store.open(at: StateCheck.path, fileSystem: stopping)
        stopping.failAt(try stepsToItsName(record) + 1)
        desk.ledger.note { $0.underway.append(.record(record)) }
        #expect(thrown { () throws(StoreError) in try store.create(record) }?.safe == .oldOrNew)
        let offer = try #require(try desk.drafts.list(draft.desk).offers.first)
        let fate = try desk.ledger.ask(.record(record)) { () throws(StoreError) in
            try desk.ledger.ask(.erase(draft)) { () throws(StoreError) in
                try desk.drafts.settle(offer, desk: draft.desk, in: desk.store)
            }
        }
        #expect(fate == .kept(record.number))
        desk.ledger.note { $0.underway = [] }
        try desk.create(small(2))
    }

    /// How many operations it takes until a new complaint has its name.
    private static func stepsToItsName(_ record: ComplaintRecord) throws -> Int {
        let counting = FaultyFileSystem(MemoryDisk())
        let store = try Store.open(at: StateCheck.path, fileSystem: counting)
        counting.failAt(nil)
        try store.create(record)
        return try #require(counting.log.lastIndex(of: "link")) + 1
    }

    static func small(_ number: Int, on day: Int = 23) -> ComplaintRecord {
        var random = SeededGenerator(seed: UInt64(number))
        return Samples.smallComplaint(
            number: ComplaintNumber(city: "H", year: 2026, using: &random),
            receivedAt: Timestamp("2026-11-\(day)T10:14:00+01:00")!)
    }

    static func draft(_ answers: Int, bits: UInt64 = 1, identity: RecordIdentity? = nil) -> Draft {
        var random = SeededGenerator(seed: bits)
        let id = DraftID(using: &random)
        return Draft(
            id: id, desk: Samples.desk, account: "balie3", madeAt: Samples.receivedAt, voice: .desk,
            dialogVersion: "2026-11",
            answers: (0..<answers).map { DraftAnswer(question: "vraag-\($0)", values: ["ja"]) },
            storyInProgress: ["De bak van \(id) staat er nog."], identity: identity)
    }
}

extension Samples {
    /// Hardly more than there must be.
    static func smallComplaint(number: ComplaintNumber, receivedAt: Timestamp) -> ComplaintRecord {
        ComplaintRecord(
            uuid: "0b9a52cf-7ff2-4f1c-8f0f-3f5b2d1c0a99", number: number, kind: "klacht", topic: "afval",
            natures: [], form: .oral, isSigned: false, missingForWrittenComplaint: [],
            countsForPublication: false, receivedAt: receivedAt, channel: .desk, enteredBy: clerk,
            complainant: Complainant(
                name: nil, address: nil, digitalAddresses: [], representative: nil, isAnonymous: true),
            conduct: Conduct(
                story: "De bak van \(number) staat er nog.", from: nil, until: nil, precision: nil,
                towards: "klager",
                place: nil),
            parties: [], earlierComplaints: [], wishes: [], documents: [], consentToForward: nil,
            questions: [],
            decision: ToldDecision(
                advice: .init(channel: "gemeente-klacht", whereId: "gemeente", name: "Gemeente"),
                chosen: .init(channel: "gemeente-klacht", whereId: "gemeente", name: "Gemeente"),
                reason: "x", rule: "r", law: [], steps: [], remarks: [], explanation: []),
            versions: versions, relatedCases: [],
            events: [RecordEvent(kind: .received, at: receivedAt, by: "balie3", role: "balie")])
    }
}
