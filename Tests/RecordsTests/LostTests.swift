import Glibc
import Testing

@testable import Records

@Suite("What is lost stays named until somebody says so") struct LostTests {
    private let folder = TemporaryFolder()
    private let now = Timestamp("2026-11-26T10:00:00+01:00")!
    private var act: Act { Act(by: "beheer1", role: "beheer", at: now) }
    private var copyPath: String { folder.path + "/kopie" }
    private func path(_ version: Int) -> String {
        "\(folder.new)/klachten/2026/11/23/\(Samples.number).\(version).json"
    }

    private func filled() throws -> Store {
        let store = try Store.open(at: folder.new)
        try store.create(Samples.complaint())
        try store.create(Samples.complaint(number: Samples.otherNumber))
        _ = try store.copy(to: copyPath, act)
        return store
    }

    /// Every version holds nonsense, and goes aside.
    private func damaged(versions: Int) throws -> Store {
        let store = try filled()
        for _ in 1..<versions { try store.append(Samples.event(.note), to: Samples.number) }
        for version in 1...versions { try TemporaryFolder.overwrite(path(version), Array("{ onzin".utf8)) }
        let repairs = try store.repair(try store.survey(now: now), act)
        #expect(repairs.count == versions)
        return store
    }

    @Test("What was damaged and put aside is missed", arguments: [1, 2]) func aside(versions: Int) throws {
        let store = try damaged(versions: versions)
        let event = versions == 1 ? Samples.complaint().events[0] : Samples.event(.note)
        let lost = StoreFinding.lost(Samples.number, version: versions, by: event.by, at: event.at)
        for _ in 1...2 {
            let survey = try store.survey(now: now)
            #expect(survey.findings == [lost])
            #expect(try store.repair(survey, act).map(\.outcome) == [.left])
        }
    }

    @Test("Who accepts it hears no more of it", arguments: [1, 2]) func accepted(versions: Int) throws {
        let store = try damaged(versions: versions)
        let repairs = try store.repair(try store.survey(now: now), act, accepting: [Samples.number])
        #expect(repairs.map(\.outcome) == [.noted])
        #expect(try store.survey(now: now).findings == [])
    }

    @Test func whenItIsPutBackOrErasedItIsNotMissed() throws {
        let store = try damaged(versions: 1)
        #expect(try store.restore(from: copyPath, act).restored == 1)
        #expect(try store.survey(now: now).findings == [])
        try TemporaryFolder.overwrite(path(1), Array("{ onzin".utf8))
        _ = try store.repair(try store.survey(now: now), act)
        try store.erase(Samples.number, act)
        #expect(try store.survey(now: now).findings == [])
    }

    @Test func twoFilesThatChangedNamesAreGivenTheirOwnBack() throws {
        let store = try filled()
        let before = try store.scan().records.map(\.record)
        let other = "\(folder.new)/klachten/2026/11/23/\(Samples.otherNumber).1.json"
        try #require(rename(path(1), path(1) + "~") == 0)
        try #require(rename(other, path(1)) == 0)
        try #require(rename(path(1) + "~", other) == 0)
        let outcomes = try store.repair(try store.survey(now: now), act).map(\.outcome)
        #expect(outcomes.allSatisfy { if case .rebuilt = $0 { true } else { false } }, "\(outcomes)")
        #expect(try store.scan().records.map(\.record) == before)
        #expect(try store.survey(now: now).findings == [])
        #expect(try TemporaryFolder.names(in: folder.new + "/opzij") == [])
    }

    @Test func aLinkInThePlaceOfAComplaintMakesRoomForTheCopy() throws {
        let store = try filled()
        _ = try store.copy(to: copyPath, act)
        try #require(rename(path(1), folder.path + "/ergens.json") == 0)
        try #require(symlink(folder.path + "/ergens.json", path(1)) == 0)
        let outcomes = try store.repair(try store.survey(now: now), act).map(\.outcome)
        #expect(outcomes.contains(.putAside("\(folder.new)/opzij/\(Samples.number).1.json")), "\(outcomes)")
        #expect(try store.restore(from: copyPath, act).restored == 1)
        #expect(try store.survey(now: now).findings == [])
    }

    /// A mark in the place of versions that were taken away.
    @Test func aMarkThatStandsAloneAndIsUnknownIsLeftToAPerson() throws {
        let store = try filled()
        let forged = ErasedRecord(
            uuid: nil, number: Samples.number, erasedAt: now, by: "x", role: "x", reason: "x")
        try #require(unlink(path(1)) == 0)
        try TemporaryFolder.overwrite(path(2), DocumentCoding.bytes(of: forged))
        let survey = try store.survey(now: now)
        #expect(survey.findings == [.halfErased(Samples.number, paths: [], mark: path(2))])
        #expect(try store.repair(survey, act).map(\.outcome) == [.left])
        #expect(try store.survey(now: now).findings == survey.findings)
    }

    @Test func whatIsLostAndThenErasedGoesOutOfTheCopyToo() throws {
        let store = try filled()
        try #require(unlink(path(1)) == 0)
        try store.erase(Samples.number, act)
        let report = try store.copy(to: copyPath, act)
        #expect(report.lost == [])
        #expect(
            try Store.openForReading(at: copyPath).scan().records.map(\.record.number) == [
                Samples.otherNumber
            ])
        #expect(try store.survey(now: now).findings == [])
    }

    /// The event that came with a damaged version stands only in the copy, and its number is used again.
    @Test func whatWentAsideHereStaysInTheCopy() throws {
        let store = try filled()
        try store.append(Samples.event(.note, text: "alleen in de kopie"), to: Samples.number)
        _ = try store.copy(to: copyPath, act)
        try TemporaryFolder.overwrite(path(2), Array("{ onzin".utf8))
        _ = try store.repair(try store.survey(now: now), act)
        try store.append(Samples.event(.note, text: "daarna"), to: Samples.number)
        let report = try store.copy(to: copyPath, act)
        #expect(report.kept.count == 1, "\(report)")
        let kept = String(decoding: try TemporaryFolder.content(report.kept[0]), as: UTF8.self)
        #expect(kept.contains("alleen in de kopie"))
    }

    @Test func aRestoreThatFailedLeavesItMissed() throws {
        let store = try filled()
        let content = try TemporaryFolder.content(path(1))
        try #require(unlink(path(1)) == 0)
        let id = Samples.number.description
        let hash = SHA256.hex(content)
        try store.logbook.add(act, .restored, subject: id, version: 1, sha256: hash)
        store.noteFailure(act, id, 1, content)
        let finding = try store.survey(now: now).findings.first
        guard case .lost(Samples.number, 1, _, _) = finding else {
            return #expect(Bool(false), "\(finding as Any)")
        }
    }

    /// Its talk is kept once more, with another time in it.
    @Test func aTalkThatWasStoppedWhileItWasKeptIsNoLoss() throws {
        let store = try Store.open(at: folder.new)
        try store.logbook.add(
            act, .created, subject: Samples.number.description, version: 1,
            sha256: String(repeating: "a", count: 64))
        try store.create(Samples.complaint())
        #expect(try store.survey(now: now).findings == [])
    }

    @Test func aVersionThatWasTakenAwayAndWrittenOverIsNamedOnce() throws {
        let store = try filled()
        try store.append(Samples.event(.note, text: "weggehaald"), to: Samples.number)
        try #require(unlink(path(2)) == 0)
        try store.append(Samples.event(.note, text: "daarna"), to: Samples.number)
        for _ in 1...2 { try store.append(Samples.event(.note, text: "later"), to: Samples.number) }
        let survey = try store.survey(now: now)
        #expect(survey.findings == [.reused(Samples.number, version: 2)])
        #expect(try store.repair(survey, act).map(\.outcome) == [.noted])
        #expect(try store.survey(now: now).findings == [])
    }

    @Test func whatWasForgedAndWrittenOnIsStillNamedWhenItIsGone() throws {
        let store = try filled()
        try store.append(Samples.event(.note, text: "echt"), to: Samples.number)
        let forged = Samples.complaint(name: "Iemand Anders").appending(Samples.event(.note, text: "echt"))
        try TemporaryFolder.overwrite(path(2), DocumentCoding.bytes(of: forged))
        for _ in 1...3 { try store.append(Samples.event(.note, text: "later"), to: Samples.number) }
        let survey = try store.survey(now: now)
        #expect(survey.findings == [.builtOnChange(Samples.number, version: 3)])
        #expect(try store.repair(survey, act).map(\.outcome) == [.noted])
        #expect(try store.survey(now: now).findings == [])
    }

    /// Its line says that it never came, so nothing was taken away.
    @Test func aVersionThatFailedMayBeWrittenAgain() throws {
        let store = try filled()
        let id = Samples.number.description
        try store.logbook.add(
            act, .appended, subject: id, version: 2, sha256: String(repeating: "a", count: 64))
        store.noteFailure(act, id, 2)
        try store.append(Samples.event(.note), to: Samples.number)
        #expect(try store.survey(now: now).findings == [])
    }

    @Test func ofMoreVersionsThatAreGoneOneAcceptanceIsEnough() throws {
        let store = try filled()
        try store.append(Samples.event(.note), to: Samples.number)
        for version in 1...2 { try #require(unlink(path(version)) == 0) }
        _ = try store.repair(try store.survey(now: now), act, accepting: [Samples.number])
        #expect(try store.survey(now: now).findings == [])
    }
}
