import DialogEngine
import Glibc
import Rules
import Testing

@testable import Records

@Suite("What has been kept long enough") struct RetentionTests {
    private let folder = TemporaryFolder()
    private var act: Act { Act(by: "beheer1", role: "beheer", at: Timestamp("2026-11-26T10:00:00+01:00")!) }

    private func filled() throws -> Store {
        let store = try Store.open(at: folder.new)
        try store.create(Samples.complaint())
        try store.createContact(Samples.contact())
        return store
    }

    private let table = RetentionTable(rows: [
        .init(outcome: .handled, number: "13.1", term: .years(5), source: "proef"),
        .init(outcome: .throughOmbudsman, number: "13.1.2", term: .years(10), source: "proef"),
        .init(outcome: .withdrawn, number: "13.2", term: .years(1), source: "proef"),
        .init(outcome: .notAdmissible, number: "13.1.4", term: nil, source: "proef"),
        .init(outcome: .contact, number: "6.1", term: .years(1), source: "proef"),
    ])

    @Test(arguments: [
        // Events of Samples are of 24 November 2026.
        ([RecordEvent.Kind.settled], "2031-11-24", nil), ([.settled], "2031-11-25", "13.1"),
        ([.withdrawn], "2027-11-25", "13.2"), ([.settled, .ombudsmanOpened], "2036-11-24", nil),
        ([.settled, .ombudsmanOpened], "2036-11-25", "13.1.2"), ([.refused], "2099-01-01", nil),
        ([.note], "2099-01-01", nil), ([.settled, .reopened], "2099-01-01", nil),
    ])
    func aTermCountsFromTheEnd(kinds: [RecordEvent.Kind], day: String, number: String?) throws {
        let store = try Store.open(at: folder.new)
        try store.create(Samples.complaint())
        for kind in kinds { try store.append(Samples.event(kind), to: Samples.number) }
        let survey = try store.expired(on: Day(iso: day)!, by: table)
        #expect(survey.expired.map(\.selectionList) == (number.map { [$0] } ?? []))
        #expect((survey.damaged, survey.doubtful) == ([], []))
    }

    @Test func whatIsPastItsTermIsErasedWithItsNumberOfTheList() throws {
        let store = try filled()
        try store.append(Samples.event(.withdrawn), to: Samples.number)
        let expired = try store.expired(on: Day(iso: "2027-12-01")!, by: table).expired
        #expect(expired.map(\.kind) == [.contact, .complaint])
        for one in expired { try store.erase(one, act) }
        #expect(try store.contacts().contacts == [])
        let error = thrown { () throws(StoreError) in try store.read(Samples.number) }
        guard case .erased(let erased) = error?.cause else { return #expect(Bool(false), "still there") }
        #expect(erased.selectionList == "13.2")
        #expect(try store.expired(on: Day(iso: "2027-12-01")!, by: table).expired == [])
    }

    /// In an editor, or by a program that does not know what it does.
    @Test("What was written outside the program erases nothing", arguments: ["2010-01-01", "2026-11-25"])
    func aChangedEndErasesNothing(day: String) throws {
        let store = try filled()
        let settled = RecordEvent(
            kind: .settled, at: Timestamp("\(day)T10:00:00+01:00")!, by: "x", role: "balie")
        let path = folder.new + "/klachten/2026/11/23/\(Samples.number).1.json"
        try TemporaryFolder.overwrite(path, DocumentCoding.bytes(of: Samples.complaint().appending(settled)))
        let survey = try store.expired(on: Day(iso: "2039-12-01")!, by: table)
        #expect(survey.expired.allSatisfy { $0.kind == .contact })
        #expect(survey.doubtful == [Samples.number])
    }

    @Test func whatWasPutAsideIsJudgedTooOrSaidToBeUnknown() throws {
        let store = try filled()
        let aside = folder.new + "/opzij"
        let settled = Samples.complaint().appending(Samples.event(.settled))
        try TemporaryFolder.overwrite(aside + "/oud.json", DocumentCoding.bytes(of: settled))
        try TemporaryFolder.overwrite(aside + "/open.json", DocumentCoding.bytes(of: Samples.complaint()))
        try TemporaryFolder.overwrite(aside + "/kapot.json", Array("{ onzin".utf8))
        let contact = DocumentCoding.bytes(of: Samples.contact())
        try TemporaryFolder.overwrite(aside + "/contact.json", contact)
        try #require(unlink(folder.new + "/contacten/2026/11/23/\(Samples.number).json") == 0)
        let soon = try store.expired(on: Day(iso: "2027-12-01")!, by: table)
        #expect(soon.expired.map(\.path) == ["opzij/contact.json"])
        #expect(soon.unknownAside == 2)
        let later = try store.expired(on: Day(iso: "2031-11-25")!, by: table).expired
        #expect(later.map(\.path) == ["opzij/contact.json", "opzij/oud.json"])
        for one in later { try store.erase(one, act) }
        #expect(try DiskFileSystem().list(aside) == ["kapot.json", "open.json"])
    }
}
