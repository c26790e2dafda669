import DialogEngine
import Foundation
import Testing

@testable import Records

@Suite("Drafts, when a store is looked through and repaired") struct DraftCareTests {
    private let folder = TemporaryFolder()
    private let now = Timestamp("2026-11-26T10:00:00+01:00")!
    private var act: Act { Act(by: "beheer1", role: "beheer", at: now, reason: "proef") }
    private var path: String { "\(folder.new)/concepten/\(Samples.desk)/\(Samples.draftId).1.json" }
    private let identity = RecordIdentity(number: Samples.number, uuid: Samples.complaint().uuid)

    /// With a draft that nobody works on.
    private func store() throws -> Store {
        let store = try Store.open(at: folder.new)
        let live = try Drafts(store).begin(id: Samples.draftId, desk: Samples.desk)
        try live.save(Samples.draft(identity: identity))
        live.letGo()
        return store
    }

    @Test func theDraftOfATalkThatIsNotFinishedIsNoFinding() throws {
        let survey = try store().survey(now: now)
        #expect(survey.findings == [])
        #expect(survey.drafts == 1)
    }

    @Test func theDraftOfAComplaintThatWasKeptIsNamedAndGoes() throws {
        let store = try store()
        try store.create(Samples.complaint())
        let survey = try store.survey(now: now)
        #expect(survey.findings == [.draftLeft(path: path, .kept(Samples.number))])
        #expect(try store.repair(survey, act).map(\.outcome) == [.erased])
        #expect(try store.survey(now: now).findings == [])
        #expect(try folder.filesHolding("mevrouw Voorbeeld") == [])
        #expect(try store.scan().records.map(\.record) == [Samples.complaint()])
    }

    @Test func theDraftOfAnErasedComplaintThatIsPutBackIsNamedAndGoes() throws {
        let store = try store()
        let draft = try TemporaryFolder.content(path)
        try store.create(Samples.complaint())
        try store.erase(Samples.number, act)
        #expect(try folder.filesHolding("mevrouw Voorbeeld") == [])
        try TemporaryFolder.overwrite(path, draft)
        let survey = try store.survey(now: now)
        #expect(survey.findings == [.draftLeft(path: path, .erased(Samples.number))])
        #expect(try store.repair(survey, act).map(\.outcome) == [.erased])
        #expect(try store.survey(now: now).findings == [])
        #expect(try folder.filesHolding("mevrouw Voorbeeld") == [])
    }

    @Test func theDraftOfAnErasedContactToo() throws {
        let store = try store()
        let contact = Samples.contact(uuid: identity.uuid)
        try store.createContact(contact)
        #expect(try store.survey(now: now).findings == [.draftLeft(path: path, .kept(Samples.number))])
        let draft = try TemporaryFolder.content(path)
        try store.erase(contact, act)
        #expect(try folder.filesHolding("mevrouw Voorbeeld") == [])
        try TemporaryFolder.overwrite(path, draft)
        #expect(try store.survey(now: now).findings == [.draftLeft(path: path, .erased(Samples.number))])
    }

    @Test func aTalkThatSomebodyIsJustFinishingIsLeftInPeace() throws {
        let store = try store()
        try store.create(Samples.complaint())
        let live = try Drafts(store).resume(Samples.draftId, desk: Samples.desk)
        #expect(try store.survey(now: now).findings == [])
        live.letGo()
        #expect(try store.survey(now: now).findings.count == 1)
    }

    @Test func aDamagedDraftIsNamedAndGoesAside() throws {
        let store = try store()
        try TemporaryFolder.overwrite(path.replacing(".1.json", with: ".2.json"), Array("{ onzin".utf8))
        let damaged = DamagedFile(path: path.replacing(".1.json", with: ".2.json"), problem: .notJSON)
        let survey = try store.survey(now: now)
        #expect(survey.findings == [.damaged(damaged, counts: 1)])
        let aside = "\(folder.new)/opzij/\(Samples.desk).\(Samples.draftId).2.json"
        #expect(try store.repair(survey, act).map(\.outcome) == [.putAside(aside)])
        #expect(try store.survey(now: now).findings == [])
        #expect(try Drafts(store).list(Samples.desk).offers.count == 1)
    }

    @Test func aDraftOfANewerProgramIsNamedAndStays() throws {
        let store = try store()
        let newer = try String(contentsOfFile: path, encoding: .utf8).replacing("\"1.0\"", with: "\"2.0\"")
        try TemporaryFolder.overwrite(path, newer.utf8)
        let survey = try store.survey(now: now)
        let file = DamagedFile(path: path, problem: .unknownSchemaVersion("2.0"))
        #expect(survey.findings == [.damaged(file, counts: nil)])
        #expect(try store.repair(survey, act).map(\.outcome) == [.left])
        #expect(try TemporaryFolder.content(path) == Array(newer.utf8))
    }

    @Test func otherFilesAmongTheDraftsAreStrange() throws {
        let store = try store()
        let stranger = "\(folder.new)/concepten/\(Samples.desk)/kopie van gesprek.json"
        try TemporaryFolder.overwrite(stranger, TemporaryFolder.content(path))
        let survey = try store.survey(now: now)
        #expect(survey.findings == [.strange(path: stranger, holds: nil)])
        #expect(
            try store.repair(survey, act).map(\.outcome)
                == [.putAside("\(folder.new)/opzij/kopie van gesprek.json")])
        #expect(try store.survey(now: now).findings == [])
    }
}
