import DialogEngine
import Foundation
import Glibc
import Rules
import TestSupport
import Testing

@testable import Records

@Suite("Looking a store through, and repairing it") struct CareTests {
    private let folder = TemporaryFolder()
    private let now = Timestamp("2026-11-26T10:00:00+01:00")!
    private var act: Act { Act(by: "beheer1", role: "beheer", at: now) }
    private var day: String { folder.new + "/klachten/2026/11/23" }
    private var path: String { "\(day)/\(Samples.number).1.json" }

    private func store() throws -> Store { try Store.open(at: folder.new) }

    /// A complaint, and another that nothing happens to.
    private func filled() throws -> Store {
        let store = try store()
        try store.create(Samples.complaint())
        try store.create(Samples.complaint(number: Samples.otherNumber))
        return store
    }

    @Test func aHealthyStoreHasNoFindings() throws {
        let store = try filled()
        try store.append(Samples.event(.note), to: Samples.number)
        try store.createContact(Samples.contact())
        try Drafts(store).begin(id: Samples.draftId, desk: Samples.desk).save(Samples.draft())
        _ = try store.read(Samples.number, by: act)
        let survey = try store.survey(now: now)
        #expect(survey.findings == [])
        #expect(
            (survey.complaints, survey.contacts, survey.drafts, survey.logLines) == (2, 1, 1, 5))
    }

    @Test func nonsenseInTheNewestVersionGoesAsideAndTheOneBeforeCounts() throws {
        let store = try filled()
        try store.append(Samples.event(.note), to: Samples.number)
        let second = "\(day)/\(Samples.number).2.json"
        try TemporaryFolder.overwrite(second, Array("{ onzin".utf8))
        let damaged = DamagedFile(path: second, problem: .notJSON)
        let survey = try store.survey(now: now)
        #expect(survey.findings == [.damaged(damaged, counts: 1)])
        let repairs = try store.repair(survey, act)
        #expect(repairs.map(\.outcome) == [.putAside("\(folder.new)/opzij/\(Samples.number).2.json")])
        #expect(try store.read(Samples.number).version == 1)
        #expect(try store.survey(now: now).findings == [])
        #expect(try store.survey(now: now).aside == 1)
    }

    @Test func aFileUnderAnotherNameGetsItsOwnBack() throws {
        let store = try filled()
        let stranger = "\(day)/kopie van klacht.json"
        try #require(rename(path, stranger) == 0)
        let survey = try store.survey(now: now)
        #expect(survey.findings == [.strange(path: stranger, holds: Samples.number)])
        #expect(try store.repair(survey, act).map(\.outcome) == [.rebuilt(path)])
        #expect(try store.read(Samples.number).record == Samples.complaint())
        #expect(try store.survey(now: now).findings == [])
    }

    @Test func aCopyUnderAnotherNameGoesAndADifferentOneGoesAside() throws {
        let store = try filled()
        let content = try TemporaryFolder.content(path)
        let other = DocumentCoding.bytes(of: Samples.complaint(name: "C. Ander"))
        try TemporaryFolder.overwrite("\(day)/kopie.json", content)
        try TemporaryFolder.overwrite("\(day)/oud.json", other)
        let outcomes = try store.repair(try store.survey(now: now), act).map(\.outcome)
        #expect(outcomes == [.erased, .putAside("\(folder.new)/opzij/oud.json")])
        #expect(try store.survey(now: now).findings == [])
    }

    @Test func oneNumberOnTwoDaysComesTogetherAndNothingIsLost() throws {
        let store = try filled()
        let old = try TemporaryFolder.content(path)
        try store.append(Samples.event(.note, text: "later"), to: Samples.number)
        let elsewhere = folder.new + "/klachten/2026/11/20"
        try #require(mkdir(elsewhere, 0o700) == 0)
        try TemporaryFolder.overwrite("\(elsewhere)/\(Samples.number).1.json", old)
        let survey = try store.survey(now: now)
        #expect(survey.findings == [.doubled(Samples.number, paths: [day, elsewhere])])
        #expect(try store.repair(survey, act).map(\.outcome) == [.erased])
        #expect(try store.read(Samples.number).record.events.last?.text == "later")
        #expect(try store.survey(now: now).findings == [])
    }

    @Test func aComplaintOnTheWrongDayIsBroughtToItsOwn() throws {
        let store = try filled()
        let elsewhere = folder.new + "/klachten/2026/11/20"
        try #require(mkdir(elsewhere, 0o700) == 0)
        try #require(rename(path, "\(elsewhere)/\(Samples.number).1.json") == 0)
        let survey = try store.survey(now: now)
        #expect(
            survey.findings == [
                .wrongDay(
                    Samples.number, path: "\(elsewhere)/\(Samples.number).1.json",
                    received: Day(iso: "2026-11-23")!)
            ])
        #expect(try store.repair(survey, act).map(\.outcome) == [.rebuilt("\(day)/\(Samples.number).2.json")])
        #expect(try store.read(Samples.number).record == Samples.complaint())
        #expect(try store.survey(now: now).findings == [])
    }

    @Test func aMomentThatHasNotComeYetIsNamed() throws {
        let store = try store()
        try store.create(Samples.complaint())
        let before = Timestamp("2026-11-23T09:00:00+01:00")!
        #expect(
            try store.survey(now: before).findings
                == [.inFuture(Samples.number, path: path, Samples.receivedAt)])
    }

    @Test func whatWasHalfErasedIsErasedToTheEnd() throws {
        let store = try filled()
        let content = try TemporaryFolder.content(path)
        try store.erase(Samples.number, act)
        try TemporaryFolder.overwrite(path, content)
        let survey = try store.survey(now: now)
        #expect(
            survey.findings == [
                .halfErased(Samples.number, paths: [path], mark: "\(day)/\(Samples.number).2.json")
            ])
        #expect(try store.repair(survey, act).map(\.outcome) == [.erased])
        #expect(try store.survey(now: now).findings == [])
    }

    @Test func anErasureThatWasCutOffIsFinished() throws {
        let store = try filled()
        try store.logbook.add(
            act, .erased, subject: Samples.number.description, version: 2,
            sha256: String(repeating: "a", count: 64))
        let survey = try store.survey(now: now)
        #expect(survey.findings == [.erasureUnfinished(Samples.number)])
        #expect(try store.repair(survey, act).map(\.outcome) == [.erased])
        #expect(try store.scan().records.map(\.record.number) == [Samples.otherNumber])
        #expect(try store.survey(now: now).findings == [])
    }

    /// Somebody put it there, or an older log book came in the place of this one: the story stays, and stays unread.
    @Test func ofAMarkThatTheLogbookDoesNotKnowAPersonJudges() throws {
        let store = try filled()
        let forged = ErasedRecord(
            uuid: nil, number: Samples.number, erasedAt: now, by: "x", role: "x", reason: "x")
        let mark = "\(day)/\(Samples.number).2.json"
        try TemporaryFolder.overwrite(mark, DocumentCoding.bytes(of: forged))
        let survey = try store.survey(now: now)
        #expect(
            survey.findings == [
                .halfErased(Samples.number, paths: ["\(day)/\(Samples.number).1.json"], mark: mark)
            ])
        #expect(try store.repair(survey, act).map(\.outcome) == [.left])
        #expect(thrown { () throws(StoreError) in try store.read(Samples.number) } != nil)
        try store.erase(Samples.number, act)
        #expect(try store.survey(now: now).findings == [])
    }

    @Test func ofTwoDaysTheOneCountsThatTheLogbookKnows() throws {
        let store = try filled()
        let later = folder.new + "/klachten/2027/01/05"
        try FileManager.default.createDirectory(atPath: later, withIntermediateDirectories: true)
        let other = Samples.complaint(receivedAt: Timestamp("2027-01-05T10:14:00+01:00")!, name: "C. Ander")
        try TemporaryFolder.overwrite(
            "\(later)/\(Samples.number).1.json",
            DocumentCoding.bytes(of: other.appending(Samples.event(.note, text: "langer"))))
        _ = try store.repair(try store.survey(now: now), act)
        #expect(try store.read(Samples.number).record == Samples.complaint())
    }

    @Test func aStrangeFileBetweenTheDraftsIsNamedAndStopsNothing() throws {
        let store = try filled()
        try TemporaryFolder.overwrite(folder.new + "/concepten/.DS_Store", [0, 1])
        #expect(
            try store.survey(now: now).findings
                == [.strange(path: folder.new + "/concepten/.DS_Store", holds: nil)])
        try store.erase(Samples.number, act)
        #expect(try store.scan().records.count == 1)
    }

    @Test func aNumberThatNobodyReachesIsNoVersion() throws {
        let store = try filled()
        for name in [
            "\(day)/\(Samples.number).9223372036854775807.json",
            folder.new + "/wissingen.9223372036854775807.json",
        ] {
            try TemporaryFolder.overwrite(name, TemporaryFolder.content(path))
        }
        try store.erase(Samples.number, act)
        #expect(try store.epoch() == 1)
    }

    @Test func aComplaintThatIsGoneIsNamedUntilSomebodySaysThatItIsLost() throws {
        let store = try filled()
        try #require(unlink(path) == 0)
        let event = Samples.complaint().events[0]
        let lost = StoreFinding.lost(Samples.number, version: 1, by: event.by, at: event.at)
        for _ in 1...2 {
            let survey = try store.survey(now: now)
            #expect(survey.findings == [lost])
            #expect(
                try store.repair(survey, act, accepting: [Samples.otherNumber]).map(\.outcome) == [.left])
        }
        let accepted = try store.repair(try store.survey(now: now), act, accepting: [Samples.number])
        #expect(accepted.map(\.outcome) == [.noted])
        #expect(try store.survey(now: now).findings == [])
    }

    @Test func aVersionThatIsGoneIsMissedOnce() throws {
        let store = try filled()
        let stored = try store.append(Samples.event(.note), to: Samples.number)
        try #require(unlink(stored.path) == 0)
        let survey = try store.survey(now: now)
        let event = Samples.event(.note)
        #expect(
            survey.findings == [
                .missing(subject: Samples.number.description, version: 2, by: event.by, at: event.at)
            ])
        #expect(try store.repair(survey, act).map(\.outcome) == [.noted])
        #expect(try store.survey(now: now).findings == [])
    }

    /// Its program was stopped before there was a file; the talk is offered again, under the same number.
    @Test func aComplaintWhoseDraftIsThereIsNotLost() throws {
        let store = try filled()
        let identity = RecordIdentity(number: Samples.number, uuid: Samples.complaint().uuid)
        let live = try Drafts(store).begin(id: Samples.draftId, desk: Samples.desk)
        try live.save(Samples.draft(identity: identity))
        live.letGo()
        try #require(unlink(path) == 0)
        #expect(try store.survey(now: now).findings == [])
        try store.create(Samples.complaint())
        try live.remove()
        #expect(try store.survey(now: now).findings == [])
    }

    @Test func whoAsksForAComplaintThatIsGoneHearsThatItWasThere() throws {
        let store = try filled()
        try #require(unlink(path) == 0)
        _ = try store.repair(try store.survey(now: now), act, accepting: [Samples.number])
        let lost = thrown { () throws(StoreError) in try store.read(Samples.number, by: act) }
        #expect(lost?.cause == .lost)
    }

    @Test func aChangeByHandIsSeenAndNoted() throws {
        let store = try filled()
        try TemporaryFolder.overwrite(path, DocumentCoding.bytes(of: Samples.complaint(name: "C. Ander")))
        let survey = try store.survey(now: now)
        #expect(survey.findings == [.changedOutside(Samples.number, version: 1, path: path)])
        #expect(try store.repair(survey, act).map(\.outcome) == [.noted])
        #expect(try store.survey(now: now).findings == [])
    }

    @Test func aStoreFromBeforeTheLogbookIsTakenUp() throws {
        let store = try filled()
        try #require(unlink(folder.new + "/logboek/2026-11.jsonl") == 0)
        try #require(unlink(folder.new + "/sloten/logboek") == 0)
        let survey = try store.survey(now: now)
        #expect(survey.findings.count == 2)
        #expect(try store.repair(survey, act).allSatisfy { $0.outcome == .noted })
        #expect(try store.survey(now: now).findings == [])
    }

    // MARK: The chain

    private var logPath: String { folder.new + "/logboek/2026-11.jsonl" }

    @Test func aChangedLineOfTheLogbookIsNamed() throws {
        let store = try filled()
        _ = try store.read(Samples.number, by: act)
        let text = String(decoding: try TemporaryFolder.content(logPath), as: UTF8.self)
        try TemporaryFolder.overwrite(
            logPath, text.replacing("\"balie\"", with: "\"beheer\"", maxReplacements: 1).utf8)
        #expect(
            try store.survey(now: now).findings == [.logbook(.changed(LogPlace(path: logPath, line: 1)))])
    }

    @Test func aChangedLastLineToo() throws {
        let store = try filled()
        _ = try store.read(Samples.number, by: act)
        let text = String(decoding: try TemporaryFolder.content(logPath), as: UTF8.self)
        try TemporaryFolder.overwrite(logPath, text.replacing("beheer1", with: "beheer2").utf8)
        #expect(
            try store.survey(now: now).findings == [.logbook(.changed(LogPlace(path: logPath, line: 3)))])
    }

    @Test func aCutTailIsNamedAndTheVersionsItToldOfToo() throws {
        let store = try filled()
        let lines = try TemporaryFolder.content(logPath).split(separator: UInt8(ascii: "\n"))
        try TemporaryFolder.overwrite(logPath, lines[0] + [UInt8(ascii: "\n")])
        let survey = try store.survey(now: now)
        #expect(survey.findings.first == .logbook(.cutOff(after: LogPlace(path: logPath, line: 1), count: 1)))
        #expect(survey.findings.count == 2)
        _ = try store.repair(survey, act)
        #expect(try store.survey(now: now).findings == [])
    }

    @Test func aCutTailIsStillNamedWhenLinesCameAfterIt() throws {
        let store = try filled()
        _ = try store.read(Samples.number, by: act)
        let lines = try TemporaryFolder.content(logPath).split(separator: UInt8(ascii: "\n"))
        try TemporaryFolder.overwrite(
            logPath, lines[0] + [UInt8(ascii: "\n")] + lines[1] + [UInt8(ascii: "\n")])
        for _ in 1...3 { try store.noteSearch(by: act) }
        let gap = StoreFinding.logbook(.missing(before: LogPlace(path: logPath, line: 3), count: 1))
        let survey = try store.survey(now: now)
        #expect(survey.findings == [gap])
        _ = try store.repair(survey, act)
        #expect(try store.survey(now: now).findings == [])
    }

    @Test func aLineTakenOutIsNamed() throws {
        let store = try filled()
        _ = try store.read(Samples.number, by: act)
        let lines = try TemporaryFolder.content(logPath).split(separator: UInt8(ascii: "\n"))
        try TemporaryFolder.overwrite(
            logPath, lines[0] + [UInt8(ascii: "\n")] + lines[2] + [UInt8(ascii: "\n")])
        let findings = try store.survey(now: now).findings
        #expect(findings.first == .logbook(.missing(before: LogPlace(path: logPath, line: 2), count: 1)))
    }

    @Test("What stands in the way of the log book goes aside", arguments: [true, false])
    func noLogbook(isFolder: Bool) throws {
        let store = try filled()
        let moved = folder.path + "/elders.jsonl"
        try #require(rename(logPath, moved) == 0)
        try #require((isFolder ? mkdir(logPath, 0o700) : symlink(moved, logPath)) == 0)
        #expect(throws: StoreError.self) { try store.read(Samples.number, by: act) }
        let survey = try store.survey(now: now)
        #expect(survey.findings.contains(.logbook(.noFile(path: logPath))))
        let repairs = try store.repair(survey, act)
        #expect(repairs.first?.outcome == .putAside(folder.new + "/opzij/2026-11.jsonl"))
        #expect(!repairs.contains { if case .failed = $0.outcome { true } else { false } })
        #expect(try store.read(Samples.number, by: act).record == Samples.complaint())
        // What it told is gone, and was said once more of each complaint.
        _ = try store.repair(try store.survey(now: now), act)
        #expect(try store.survey(now: now).findings == [])
        #expect(try store.copy(to: folder.path + "/kopie", act).damaged == [])
    }

    @Test("What anybody does to the bytes is no reason to stop") func anyBytes() throws {
        var generator = SeededGenerator(seed: runSeed)
        for _ in 0..<40 {
            let folder = TemporaryFolder()
            let store = try Store.open(at: folder.new)
            try store.create(Samples.complaint())
            _ = try store.read(Samples.number, by: act)
            for (path, content) in try folder.files() where generator.oneIn(3) {
                var content = content
                for _ in 0..<Int.random(in: 1...20, using: &generator) where !content.isEmpty {
                    content[Int.random(in: 0..<content.count, using: &generator)] = UInt8.random(
                        in: 0...255, using: &generator)
                }
                if generator.oneIn(4) { content.removeLast(content.count / 2) }
                try TemporaryFolder.overwrite(path, content)
            }
            let survey = try store.survey(now: now)
            _ = try store.repair(survey, act)
            // What is left after a repair is only what no program can mend.
            for finding in try store.survey(now: now).findings {
                switch finding {
                case .inFuture, .damaged, .lost, .logbook: break
                default: Issue.record("SEED=\(runSeed): \(finding)")
                }
            }
        }
    }
}
