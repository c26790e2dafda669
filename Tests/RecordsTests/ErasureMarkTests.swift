import Glibc
import Testing

@testable import Records

@Suite("What the log book says was erased stays erased") struct ErasureMarkTests {
    private let folder = TemporaryFolder()
    private let now = Timestamp("2026-11-26T10:00:00+01:00")!
    private var act: Act { Act(by: "beheer1", role: "beheer", at: now, reason: "verzoek") }
    private var day: String { folder.new + "/klachten/2026/11/23" }
    private var mark: String { "\(day)/\(Samples.number).2.json" }
    private var copyPath: String { folder.path + "/kopie" }
    private var unmarked: StoreFinding { .erasureUnmarked(Samples.number, by: "beheer1", at: now) }

    /// With a copy from before one of its two complaints was erased.
    private func erased() throws -> Store {
        let store = try Store.open(at: folder.new)
        try store.create(Samples.complaint())
        try store.create(Samples.complaint(number: Samples.otherNumber))
        _ = try store.copy(to: copyPath, act)
        try store.erase(Samples.number, act)
        return store
    }

    @Test func withoutItsMarkItIsNamedAndNoCopyBringsItBack() throws {
        let store = try erased()
        try #require(unlink(mark) == 0)
        #expect(try store.survey(now: now).findings == [unmarked])
        let report = try store.restore(from: copyPath, act, trusting: [Samples.number])
        #expect((report.restored, report.erased) == (0, 1))
        #expect(try store.scan().records.map(\.record.number) == [Samples.otherNumber])
    }

    @Test func theMarkIsWrittenAnewFromTheLogbook() throws {
        let store = try erased()
        let repairer = Act(by: "beheer2", role: "beheer", at: Timestamp("2026-11-27T10:00:00+01:00")!)
        for version in 2...3 {
            try #require(unlink("\(day)/\(Samples.number).\(version).json") == 0)
            let survey = try store.survey(now: now)
            #expect(survey.findings == [unmarked])
            let path = "\(day)/\(Samples.number).\(version + 1).json"
            #expect(try store.repair(survey, repairer).map(\.outcome) == [.rebuilt(path)])
            let error = thrown { () throws(StoreError) in try store.read(Samples.number) }
            let expected = ErasedRecord(
                uuid: nil, number: Samples.number, erasedAt: now, by: "beheer1", role: "beheer",
                reason: "verzoek")
            #expect(error?.cause == .erased(expected))
            #expect(try store.survey(now: now).findings == [])
        }
    }

    @Test func aDamagedMarkGoesAsideAndIsWrittenAnew() throws {
        let store = try erased()
        try TemporaryFolder.overwrite(mark, Array("{ onzin".utf8))
        let survey = try store.survey(now: now)
        #expect(
            survey.findings
                == [.damaged(DamagedFile(path: mark, problem: .notJSON), counts: nil), unmarked])
        _ = try store.repair(survey, act)
        #expect(try store.survey(now: now).findings == [])
        #expect(try store.restore(from: copyPath, act).restored == 0)
    }

    @Test func underAnotherNameItDoesNotComeBackEither() throws {
        let store = try erased()
        try #require(unlink(mark) == 0)
        try TemporaryFolder.overwrite("\(day)/kopie.json", DocumentCoding.bytes(of: Samples.complaint()))
        _ = try store.repair(try store.survey(now: now), act)
        #expect(try store.scan().records.map(\.record.number) == [Samples.otherNumber])
        #expect(
            try folder.filesHolding(Samples.complaint().conduct.story).allSatisfy { $0.hasPrefix(copyPath) })
        #expect(try store.survey(now: now).findings == [])
    }

    @Test func anErasureThatFailedIsNone() throws {
        let store = try Store.open(at: folder.new)
        let path = try store.create(Samples.complaint()).path
        _ = try store.copy(to: copyPath, act)
        let id = Samples.number.description
        try store.logbook.add(
            act, .erased, subject: id, version: 2, sha256: String(repeating: "a", count: 64))
        store.noteFailure(act, id, 2)
        try #require(unlink(path) == 0)
        #expect(try store.restore(from: copyPath, act).restored == 1)
    }
}
