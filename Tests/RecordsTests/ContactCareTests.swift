import Glibc
import Testing

@testable import Records

@Suite("Contacts and the log book") struct ContactCareTests {
    private let folder = TemporaryFolder()
    private let now = Timestamp("2026-11-26T10:00:00+01:00")!
    private var act: Act { Act(by: "beheer1", role: "beheer", at: now, reason: "verzoek") }
    private var day: String { folder.new + "/contacten/2026/11/23" }
    private var path: String { "\(day)/\(Samples.number).json" }
    private var mark: String { "\(day)/\(Samples.number).gewist.json" }
    private var copyPath: String { folder.path + "/kopie" }
    private var lost: StoreFinding {
        .contactLost(Samples.number, by: Samples.clerk.account, at: Samples.receivedAt)
    }

    private func filled() throws -> Store {
        let store = try Store.open(at: folder.new)
        try store.createContact(Samples.contact())
        try store.createContact(Samples.contact(number: Samples.otherNumber))
        _ = try store.copy(to: copyPath, act)
        return store
    }

    @Test func oneThatIsGoneIsNamedUntilItIsPutBackOrAccepted() throws {
        let store = try filled()
        try #require(unlink(path) == 0)
        for _ in 1...2 {
            let survey = try store.survey(now: now)
            #expect(survey.findings == [lost])
            #expect(try store.repair(survey, act).map(\.outcome) == [.left])
        }
        #expect(try store.restore(from: copyPath, act).restored == 1)
        #expect(try store.survey(now: now).findings == [])
        try #require(unlink(path) == 0)
        let survey = try store.survey(now: now)
        #expect(try store.repair(survey, act, accepting: [Samples.number]).map(\.outcome) == [.noted])
        #expect(try store.survey(now: now).findings == [])
    }

    @Test func oneThatWasChangedByHandIsNamedAndNoted() throws {
        let store = try filled()
        let text = String(decoding: try TemporaryFolder.content(path), as: UTF8.self)
        try TemporaryFolder.overwrite(path, text.replacing("bezwaar", with: "melding").utf8)
        let survey = try store.survey(now: now)
        #expect(survey.findings == [.contactChanged(Samples.number, path: path)])
        #expect(try store.repair(survey, act).map(\.outcome) == [.noted])
        #expect(try store.survey(now: now).findings == [])
    }

    @Test func oneThatWasDamagedIsMissedWhenItWasPutAside() throws {
        let store = try filled()
        try TemporaryFolder.overwrite(path, Array("{ onzin".utf8))
        let survey = try store.survey(now: now)
        #expect(
            survey.findings == [.damaged(DamagedFile(path: path, problem: .notJSON), counts: nil)])
        _ = try store.repair(survey, act)
        #expect(try store.survey(now: now).findings == [lost])
    }

    @Test func whatWasErasedStaysErasedWhenItsMarkIsGone() throws {
        let store = try filled()
        try store.erase(Samples.contact(), act)
        #expect(try store.survey(now: now).findings == [])
        let content = try TemporaryFolder.content(mark)
        try #require(unlink(mark) == 0)
        let survey = try store.survey(now: now)
        #expect(survey.findings == [.contactUnmarked(Samples.number, by: "beheer1", at: now)])
        #expect(try store.restore(from: copyPath, act).restored == 0)
        #expect(try store.repair(survey, act).map(\.outcome) == [.rebuilt(mark)])
        #expect(try TemporaryFolder.content(mark).count < content.count)
        #expect(try store.survey(now: now).findings == [])
    }

    @Test func anErasureThatWasCutOffIsFinished() throws {
        let store = try filled()
        try store.logbook.add(
            act, .erased, subject: Samples.number.description, sha256: String(repeating: "a", count: 64))
        _ = try store.repair(try store.survey(now: now), act)
        #expect(try store.contacts().contacts.map(\.number) == [Samples.otherNumber])
        #expect(try store.survey(now: now).findings == [])
    }

    @Test func aNumberThatWasTakenChangesNothingOfTheOneThatStands() throws {
        let store = try filled()
        let other = Samples.contact(uuid: "00000000-2a56-4d0e-9d38-8f3f7f6a1b22")
        #expect(
            thrown { () throws(StoreError) in try store.createContact(other) }?.cause == .numberTaken)
        #expect(try store.survey(now: now).findings == [])
    }
}
