import DialogEngine
import Glibc
import TestSupport
import Testing

@testable import Records

@Suite("A copy, and putting it back") struct CopyTests {
    private let folder = TemporaryFolder()
    private var act: Act { Act(by: "beheer1", role: "beheer", at: Timestamp("2026-11-26T10:00:00+01:00")!) }
    private var copyPath: String { folder.path + "/kopie" }

    private func filled() throws -> Store {
        let store = try Store.open(at: folder.new)
        try store.create(Samples.complaint())
        try store.create(Samples.complaint(number: Samples.otherNumber))
        try store.createContact(Samples.contact())
        var generator = SeededGenerator(seed: 1)
        try store.count("nood", on: Samples.receivedAt.day, using: &generator)
        return store
    }

    /// A copy of the night before, an erasure, and the copy that is kept up to date.
    ///
    /// - Returns: Where the first is.
    private func erasedBetweenCopies(_ store: Store) throws -> String {
        let old = folder.path + "/oud"
        _ = try store.copy(to: old, act)
        try store.erase(Samples.number, act)
        _ = try store.copy(to: copyPath, act)
        return old
    }

    /// The disk is gone; a new one comes in its place.
    private func emptied() throws -> Store {
        try #require(rename(folder.new, folder.path + "/weg") == 0)
        return try Store.open(at: folder.new)
    }

    @Test func everythingComesBackAndTheChainGoesOn() throws {
        let store = try filled()
        try store.append(Samples.event(.note, text: "later"), to: Samples.number)
        let before = try store.scan().records.map(\.record)
        let report = try store.copy(to: copyPath, act)
        #expect(report.copied == 5)
        #expect((report.damaged, report.lost, report.wrong) == ([], [], []))
        let fresh = try emptied()
        let restored = try fresh.restore(from: copyPath, act)
        #expect((restored.restored, restored.damaged, restored.different) == (4, [], []))
        #expect(try fresh.scan().records.map(\.record) == before)
        #expect(try fresh.contacts().contacts == [Samples.contact()])
        #expect(try fresh.counts().counts == ["nood": 1])
        #expect(try fresh.survey(now: act.at).findings == [])
    }

    @Test func aSecondCopyWritesOnlyWhatIsNewAndDropsOldVersions() throws {
        let store = try filled()
        _ = try store.copy(to: copyPath, act)
        for text in ["een", "twee"] { try store.append(Samples.event(.note, text: text), to: Samples.number) }
        let report = try store.copy(to: copyPath, act)
        #expect((report.copied, report.unchanged, report.removed) == (2, 3, 1))
        #expect(
            try Store.openForReading(at: copyPath).scan().records.map(\.record)
                == store.scan().records.map(\.record))
    }

    @Test func theHashesAreThoseOfSha256sum() throws {
        _ = try filled().copy(to: copyPath, act)
        let lines = String(decoding: try TemporaryFolder.content(copyPath + "/kopie.sha256"), as: UTF8.self)
            .split(separator: "\n")
        #expect(lines.count == 5)
        for line in lines {
            let content = try TemporaryFolder.content("\(copyPath)/\(line.dropFirst(66))")
            #expect(SHA256.hex(content) == line.prefix(64))
        }
    }

    @Test func whatIsErasedGoesOutOfTheNextCopyAndNeverComesBack() throws {
        let store = try filled()
        let old = folder.path + "/oud"
        _ = try store.copy(to: old, act)
        _ = try store.copy(to: copyPath, act)
        try store.erase(Samples.number, act)
        try store.erase(Samples.contact(), act)
        _ = try store.copy(to: copyPath, act)
        let copy = try Store.openForReading(at: copyPath)
        #expect(try copy.scan().records.map(\.record.number) == [Samples.otherNumber])
        #expect(try copy.contacts().contacts == [])
        #expect(try copy.epoch() == 2)
        // A copy from before the erasure.
        let report = try store.restore(from: old, act)
        #expect((report.restored, report.erased, report.standing) == (0, 2, 2))
        #expect(try store.scan().records.map(\.record.number) == [Samples.otherNumber])
        #expect(try store.contacts().contacts == [])
    }

    @Test func whatTheLogbookTellsOfIsNeverWrittenOverInTheCopy() throws {
        let store = try filled()
        try store.append(Samples.event(.note, text: "weggehaald"), to: Samples.number)
        _ = try store.copy(to: copyPath, act)
        let name = "\(Samples.number).2.json"
        let path = StoreLayout.folder("klachten", Samples.receivedAt.day) + "/" + name
        let first = try TemporaryFolder.content("\(copyPath)/\(path)")
        try #require(unlink("\(folder.new)/\(path)") == 0)
        try store.append(Samples.event(.note, text: "in de plaats"), to: Samples.number)
        let report = try store.copy(to: copyPath, act)
        #expect(report.kept == ["\(copyPath)/eerder/\(name)"])
        #expect(try TemporaryFolder.content("\(copyPath)/eerder/\(name)") == first)
        #expect(try store.copy(to: copyPath, act).kept == [])
        #expect(try Store.openForReading(at: copyPath).survey(now: act.at).findings.count == 1)
        // What was erased goes there too.
        try store.erase(Samples.number, act)
        _ = try store.copy(to: copyPath, act)
        #expect(try TemporaryFolder.names(in: "\(copyPath)/eerder") == [])
    }

    @Test func whatCannotBeWrittenAnyMoreCanBeCopied() throws {
        _ = try filled()
        let store = try Store.openForReading(at: folder.new)
        let lines = try LogbookCheck(store.logbook).count
        #expect(try store.copy(to: copyPath, act, isNoted: false).copied == 4)
        #expect(try LogbookCheck(store.logbook).count == lines)
        #expect(try Store.openForReading(at: copyPath).scan().records.count == 2)
    }

    /// Its erasures stand only there.
    @Test func aStoreThatWasSetBackWritesNothingOverItsNewerCopy() throws {
        let store = try filled()
        let old = folder.path + "/oud"
        try TemporaryFolder.copy(folder.new, to: old)
        try store.erase(Samples.number, act)
        _ = try store.copy(to: copyPath, act)
        let files = try TemporaryFolder.files(below: copyPath)
        for add in [false, true] {
            let back = try Store.open(at: old)
            if add { try back.append(Samples.event(.note), to: Samples.otherNumber) }
            #expect(
                thrown { () throws(StoreError) in try back.copy(to: copyPath, act) }?.cause == .copyIsAhead)
            #expect(try TemporaryFolder.files(below: copyPath) == files)
        }
        #expect(try Store.open(at: old).copy(to: folder.path + "/nieuw", act).copied > 0)
    }

    @Test func whatTheRestoreErasedHereIsNamed() throws {
        let store = try filled()
        let old = try erasedBetweenCopies(store)
        let fresh = try emptied()
        _ = try fresh.restore(from: old, act)
        let report = try fresh.restore(from: copyPath, act)
        #expect((report.erasedNow, report.erased) == ([Samples.number], 0))
        #expect(try fresh.restore(from: copyPath, act).erasedNow == [])
    }

    @Test func anExampleOfWhatWasErasedComesBackFromNoCopy() throws {
        let store = try filled()
        _ = try store.keepExample("- tekst: proef", named: "een", of: Samples.number)
        _ = try store.copy(to: copyPath, act)
        let old = try erasedBetweenCopies(store)
        #expect(try TemporaryFolder.names(in: "\(copyPath)/voorbeelden") == [])
        _ = try store.restore(from: old, act)
        #expect(try TemporaryFolder.names(in: "\(folder.new)/voorbeelden") == [])
    }

    @Test func whatWasErasedStaysErasedWhenTheDiskIsGoneAndAnOlderCopyFollows() throws {
        let store = try filled()
        let old = try erasedBetweenCopies(store)
        let fresh = try emptied()
        let report = try fresh.restore(from: copyPath, act)
        #expect((report.erased, report.hasHashes) == (1, true))
        #expect(try fresh.epoch() == 1)
        #expect(try fresh.survey(now: act.at).findings == [])
        #expect(try fresh.restore(from: old, act).restored == 0)
        #expect(try fresh.scan().records.map(\.record.number) == [Samples.otherNumber])
    }

    @Test func aFileThatWasChangedByHandDoesNotTakeThePlaceOfTheGoodOne() throws {
        let store = try filled()
        _ = try store.copy(to: copyPath, act)
        let path = try store.read(Samples.number).path
        try TemporaryFolder.overwrite(path, DocumentCoding.bytes(of: Samples.complaint(name: "C. Ander")))
        #expect(try store.copy(to: copyPath, act).changed == [path])
        #expect(try Store.openForReading(at: copyPath).read(Samples.number).record == Samples.complaint())
    }

    @Test("A file where a folder belongs stops nothing", arguments: ["2025", "2026/13", "2026/11/13"])
    func oddFile(name: String) throws {
        let store = try filled()
        try TemporaryFolder.overwrite("\(store.path)/klachten/\(name)", [])
        #expect(try store.copy(to: copyPath, act).copied >= 4)
        #expect(try store.read(Samples.number).record == Samples.complaint())
        #expect(try store.survey(now: act.at).complaints == 2)
    }

    @Test func aCopyWithoutItsHashesIsSaidToBePerhapsUnfinished() throws {
        let store = try filled()
        _ = try store.copy(to: copyPath, act)
        try #require(unlink(copyPath + "/kopie.sha256") == 0)
        #expect(try !store.restore(from: copyPath, act).hasHashes)
    }

    @Test func nothingNewerIsOverwritten() throws {
        let store = try filled()
        _ = try store.copy(to: copyPath, act)
        try store.append(Samples.event(.note, text: "na de kopie"), to: Samples.number)
        let report = try store.restore(from: copyPath, act)
        #expect(report.restored == 0)
        #expect(try store.read(Samples.number).record.events.last?.text == "na de kopie")
    }

    @Test func whereTheTwoDifferTheStoreStays() throws {
        let store = try filled()
        _ = try store.copy(to: copyPath, act)
        let copy = try Store.open(at: copyPath)
        try copy.append(Samples.event(.note, text: "in de kopie"), to: Samples.number)
        try store.append(Samples.event(.note, text: "in de opslag"), to: Samples.number)
        let report = try store.restore(from: copyPath, act)
        #expect(report.different == [Samples.number])
        #expect(try store.read(Samples.number).record.events.last?.text == "in de opslag")
    }

    @Test func aDamagedComplaintComesBackFromTheCopy() throws {
        let store = try filled()
        _ = try store.copy(to: copyPath, act)
        let path = try store.read(Samples.number).path
        try TemporaryFolder.overwrite(path, Array("{ onzin".utf8))
        // A copy of what is damaged does not take the place of what is good.
        #expect(try store.copy(to: copyPath, act).damaged == [DamagedFile(path: path, problem: .notJSON)])
        #expect(try store.restore(from: copyPath, act).restored == 1)
        #expect(try store.read(Samples.number).record == Samples.complaint())
    }

    @Test func aChangedFileOfTheCopyIsPassedOver() throws {
        let store = try filled()
        _ = try store.copy(to: copyPath, act)
        let path = "\(copyPath)/klachten/2026/11/23/\(Samples.number).1.json"
        try TemporaryFolder.overwrite(path, DocumentCoding.bytes(of: Samples.complaint(name: "C. Ander")))
        let fresh = try emptied()
        let report = try fresh.restore(from: copyPath, act)
        #expect(report.damaged == [path])
        #expect(try fresh.scan().records.map(\.record.number) == [Samples.otherNumber])
    }

    /// By whoever brought the list of hashes up to date, or made the copy in another way.
    @Test func whatTheLogbookOfTheCopyDoesNotKnowIsNamedAndPutBackOnlyWhenAskedFor() throws {
        _ = try filled().copy(to: copyPath, act)
        let path = "\(copyPath)/klachten/2026/11/23/\(Samples.number).1.json"
        let other = Samples.complaint(name: "C. Ander")
        try TemporaryFolder.overwrite(path, DocumentCoding.bytes(of: other))
        try #require(unlink(copyPath + "/kopie.sha256") == 0)
        let fresh = try emptied()
        let report = try fresh.restore(from: copyPath, act)
        #expect(report.changed == [ChangedVersion(number: Samples.number, version: 1, path: path)])
        #expect(report.restored == 3)
        #expect(try fresh.scan().records.map(\.record.number) == [Samples.otherNumber])
        #expect(try fresh.restore(from: copyPath, act, trusting: [Samples.number]).restored == 1)
        #expect(try fresh.read(Samples.number).record == other)
    }

    @Test func anErasureInTheCopyThatNobodyMadeErasesNothing() throws {
        let store = try filled()
        _ = try store.copy(to: copyPath, act)
        let forged = ErasedRecord(
            uuid: nil, number: Samples.number, erasedAt: act.at, by: "x", role: "x", reason: "x")
        let path = "\(copyPath)/klachten/2026/11/23/\(Samples.number).2.json"
        try TemporaryFolder.overwrite(path, DocumentCoding.bytes(of: forged))
        let report = try store.restore(from: copyPath, act)
        #expect(report.changed.map(\.path) == [path])
        #expect(report.erased == 0)
        #expect(try store.read(Samples.number).record == Samples.complaint())
    }

    @Test func aComplaintThatSomebodyTookAwayStaysInTheCopyAndIsNamed() throws {
        let store = try filled()
        _ = try store.copy(to: copyPath, act)
        try #require(unlink(try store.read(Samples.number).path) == 0)
        #expect(try store.copy(to: copyPath, act).lost == [Samples.number])
        #expect(try store.restore(from: copyPath, act).restored == 1)
    }

    @Test func aCopyNeverGoesWhereSomethingElseIs() throws {
        let store = try filled()
        try #require(mkdir(copyPath, 0o700) == 0)
        try TemporaryFolder.overwrite(copyPath + "/vakantie.jpg", [1, 2, 3])
        for path in [copyPath, store.path, store.path + "/klachten"] {
            let error = thrown { () throws(StoreError) in try store.copy(to: path, act) }
            #expect(error?.cause == .noPlaceForCopy)
        }
        #expect(
            thrown { () throws(StoreError) in try store.restore(from: folder.path, act) }?.cause == .notAStore
        )
    }

    @Test func theCopyOfAnotherStoreIsLeftAlone() throws {
        let store = try filled()
        _ = try store.copy(to: copyPath, act)
        let before = try folder.files().filter { $0.key.hasPrefix(copyPath) }
        let other = try Store.open(at: folder.path + "/andere")
        for _ in 1...2 {
            let error = thrown { () throws(StoreError) in try other.copy(to: copyPath, act) }
            #expect(error?.cause == .copyOfAnother)
            #expect(error?.path == copyPath)
            // The second time with something in it.
            try other.create(Samples.complaint(name: "C. Ander"))
        }
        #expect(try folder.files().filter { $0.key.hasPrefix(copyPath) } == before)
        #expect(try store.copy(to: copyPath, act).wrong == [])
    }

    /// The disk is gone, and the copy of every night comes before anybody put the last one back.
    @Test func anEmptyStoreDoesNotTakeThePlaceOfTheLostOneInItsCopy() throws {
        _ = try filled().copy(to: copyPath, act)
        let fresh = try emptied()
        #expect(
            thrown { () throws(StoreError) in try fresh.copy(to: copyPath, act) }?.cause == .copyOfAnother)
        #expect(try fresh.restore(from: copyPath, act).restored == 4)
        #expect(try fresh.copy(to: copyPath, act).wrong == [])
    }

    @Test func whenTheOldestMonthsOfTheLogbookAreTakenOutItIsStillTheSameStore() throws {
        let store = try filled()
        _ = try store.copy(to: copyPath, act)
        let later = Act(by: "beheer1", role: "beheer", at: Timestamp("2026-12-26T10:00:00+01:00")!)
        try store.noteSearch(by: later)
        _ = try store.copy(to: copyPath, later)
        try #require(unlink(folder.new + "/logboek/2026-11.jsonl") == 0)
        #expect(try store.copy(to: copyPath, later).wrong == [])
    }

    @Test func twoCopiesToOnePlaceAreNotMadeAtOnce() throws {
        let store = try filled()
        _ = try store.copy(to: copyPath, act)
        let (_, lock) = try store.placeForCopy(copyPath)
        let error = thrown { () throws(StoreError) in try store.copy(to: copyPath, act) }
        #expect(error?.cause == .copyInUse)
        lock.release()
        #expect(try store.copy(to: copyPath, act).wrong == [])
    }

    /// Begun at the same moment, in a folder that is not there yet.
    @Test func ofManyCopiesAtOnceEachIsMadeOrRefused() async throws {
        _ = try filled()
        let (path, copyPath, act) = (folder.new, copyPath, act)
        let made = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<6 {
                group.addTask {
                    let store = try Store.open(at: path)
                    let error = thrown { () throws(StoreError) in try store.copy(to: copyPath, act) }
                    #expect(error == nil || error?.cause == .copyInUse, "\(error as Any)")
                    return error == nil
                }
            }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(made >= 1)
        #expect(try Store.openForReading(at: copyPath).scan().records.count == 2)
    }

    @Test func aCopyMadeWhileDesksWriteIsWholeAndHasAllThatWasThere() async throws {
        let store = try filled()
        let path = folder.new
        let before = try store.scan().records.map(\.record.number)
        async let writing: Void = Task.detached {
            let desk = try Store.open(at: path)
            var generator = SeededGenerator(seed: 5)
            for index in 0..<40 {
                try desk.append(Samples.event(.note, text: "\(index)"), to: Samples.number)
                try desk.create(
                    Samples.complaint(number: ComplaintNumber(city: "H", year: 2026, using: &generator)))
            }
        }.value
        let report = try store.copy(to: copyPath, act)
        try await writing
        #expect((report.damaged, report.lost, report.wrong) == ([], [], []))
        let found = try Store.openForReading(at: copyPath).scan()
        #expect(found.damaged == [])
        #expect(Set(found.records.map(\.record.number)).isSuperset(of: before))
        #expect(try store.copy(to: copyPath, act).wrong == [])
        #expect(try Store.openForReading(at: copyPath).scan().records.count == 42)
    }
}
