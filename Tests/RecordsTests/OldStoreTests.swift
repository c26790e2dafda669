import DialogEngine
import Foundation
import Testing

@testable import Records

/// Stores as earlier programs left them, in `Cases/OldRecords`; nothing in them is ever written anew. Where a format
/// changes, a folder comes beside these.
@Suite("Stores of earlier programs") struct OldStoreTests {
    private let folder = TemporaryFolder()
    private let now = Timestamp("2026-11-26T12:00:00+01:00")!

    /// Git keeps no empty folders; opening makes them anew.
    private func opened(_ name: String) throws -> Store {
        let source = Tree.cases.appending(path: "OldRecords/\(name)")
        if ProcessInfo.processInfo.environment["NEW_OLD_STORE"] == name { try Self.fill(source.path) }
        try FileManager.default.copyItem(atPath: source.path, toPath: folder.new)
        return try Store.open(at: folder.new)
    }

    @Test func formatTwo() throws {
        let store = try opened("formaat-2")
        let found = try store.scan()
        #expect(found.damaged == [])
        #expect(found.records.map(\.version).sorted() == [1, 2])
        let told = found.records.map(\.record)
        #expect(told.allSatisfy { $0.conduct.story.hasPrefix("De taxi kwam drie keer niet.") })
        #expect(told.allSatisfy { $0.complainant.name == "A. Voorbéeld" })
        #expect(try store.read(Self.numbers[1]).record.events.last?.text == "Gebeld.")
        #expect(try store.contacts().contacts.map(\.number) == [Self.numbers[3]])
        #expect(try store.counts().counts == ["nood": 1])
        let erased = thrown { () throws(StoreError) in try store.read(Self.numbers[2]) }
        guard case .erased(let mark) = erased?.cause else { return #expect(Bool(false), "it is not erased") }
        #expect(mark.reason == "proef")
        #expect(try store.epoch() == 1)
        let drafts = try Drafts(store).list(Samples.desk)
        #expect(drafts.offers.map(\.id) == [Samples.draftId])
        // Git keeps no rights, so all may read it.
        let survey = try store.survey(now: now)
        #expect(survey.findings.allSatisfy { if case .openToOthers = $0 { true } else { false } })
        _ = try store.repair(survey, Samples.act)
        #expect(try store.survey(now: now).findings == [])
        // And it can be gone on with.
        try store.append(Samples.event(.note), to: Self.numbers[0])
        #expect(try store.survey(now: now).findings == [])
    }

    private static let numbers: [ComplaintNumber] = {
        var generator = SeededGenerator(seed: 2026)
        return (0..<4).map { _ in ComplaintNumber(city: "H", year: 2026, using: &generator) }
    }()

    /// How this format was written, for the next one: `NEW_OLD_STORE=formaat-3 swift test --filter OldStore`.
    private static func fill(_ path: String) throws {
        let store = try Store.open(at: path)
        for number in numbers[..<3] { try store.create(Samples.complaint(number: number)) }
        try store.append(Samples.event(.note, text: "Gebeld."), to: numbers[1])
        try store.createContact(Samples.contact(number: numbers[3]))
        var generator = SeededGenerator(seed: 1)
        try store.count("nood", on: Samples.receivedAt.day, using: &generator)
        try store.erase(numbers[2], Samples.act.because("proef"))
        let draft = try Drafts(store).begin(id: Samples.draftId, desk: Samples.desk)
        try draft.save(Samples.draft())
        draft.letGo()
    }
}
