import Foundation
import Glibc
import TestSupport
import Testing

@testable import Records

@Suite("The log book") struct LogbookTests {
    private let folder = TemporaryFolder()

    private var act: Act { Samples.act }
    private func store() throws -> Store { try Store.open(at: folder.new) }
    private var path: String { folder.new + "/logboek/2026-11.jsonl" }

    @Test func everyChangeHasALineThatTellsWhoAndWhichVersionButNotWhat() throws {
        let store = try store()
        try store.create(Samples.complaint())
        try store.append(Samples.event(.note, text: "De buurvrouw belde."), to: Samples.number)
        _ = try store.read(Samples.number, by: act)
        try store.noteSearch(by: act)
        let lines = try logLines(path)
        #expect(lines.map(\.action) == [.created, .appended, .read, .searched])
        #expect(lines.map(\.sequence) == [1, 2, 3, 4])
        #expect(
            lines.map(\.subject) == [
                Samples.number.description, Samples.number.description, Samples.number.description, nil,
            ])
        let newest = try Array(
            TemporaryFolder.content(folder.new + "/klachten/2026/11/23/\(Samples.number).2.json"))
        #expect(lines[1].version == 2)
        #expect(lines[1].sha256 == SHA256.hex(newest))
        let text = String(decoding: try TemporaryFolder.content(path), as: UTF8.self)
        #expect(!text.contains("buurvrouw"))
        #expect(!text.contains("Voorb"))
    }

    @Test func everyLineHoldsTheHashOfTheOneBefore() throws {
        let store = try store()
        for _ in 1...5 { try store.noteSearch(by: act) }
        let raw = try TemporaryFolder.content(path).split(separator: UInt8(ascii: "\n"))
        let lines = try logLines(path)
        #expect(lines[0].previous == String(repeating: "0", count: 64))
        for (before, line) in zip(raw, lines.dropFirst()) { #expect(line.previous == SHA256.hex(before)) }
        #expect(store.logbook.head() == LogHead(sequence: 5, hash: SHA256.hex(raw[4])))
    }

    @Test func aLineIsWrittenAsTheEncoderWouldWriteIt() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        for action in LogLine.Action.allCases {
            for (subject, version, hash, reason) in [
                (String?.none, Int?.none, String?.none, String?.none),
                ("H26-7K3Q-F8M2-X", 12, String(repeating: "a", count: 64), "zei: \"né\" \\ / \n\u{1}"),
            ] {
                let act = Act(by: "é\t1", role: "beheer", at: Samples.receivedAt, reason: reason)
                let line = LogLine(
                    sequence: 7, act, action, subject: subject, version: version, sha256: hash,
                    previous: LogLine.noPrevious)
                #expect(line.bytes == Array(try encoder.encode(line)))
                #expect(LogLine.sequence(in: line.bytes[...]) == 7)
            }
        }
    }

    @Test("FIPS 180-4: the hash of abc") func hash() {
        #expect(
            SHA256.hex(Array("abc".utf8))
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test func theChainGoesOnIntoTheNextMonthAndNeverBack() throws {
        let store = try store()
        try store.noteSearch(by: Samples.act)
        try store.noteSearch(by: Act(by: "a", role: "balie", at: Timestamp("2026-12-01T09:00:00+01:00")!))
        // The clock of another desk is behind.
        try store.noteSearch(by: Samples.act)
        let december = try logLines(folder.new + "/logboek/2026-12.jsonl")
        #expect(december.map(\.sequence) == [2, 3])
        #expect(december[0].previous == SHA256.hex(try TemporaryFolder.content(path).dropLast()))
    }

    @Test(arguments: [0, 1, 40, 300])
    func aLineLeftHalfIsClosedOffAndTheChainGoesOn(length: Int) throws {
        let store = try store()
        for _ in 1...3 { try store.noteSearch(by: act) }
        let whole = try TemporaryFolder.content(path)
        let last = whole.split(separator: UInt8(ascii: "\n")).last!
        try TemporaryFolder.overwrite(path, whole + last.prefix(length))
        try store.noteSearch(by: act)
        let raw = try TemporaryFolder.content(path).split(separator: UInt8(ascii: "\n"))
        #expect(raw.count == (length == 0 ? 4 : 5))
        let line = try #require(LogLine(raw.last!))
        #expect(line.sequence == 4)
        #expect(line.previous == SHA256.hex(raw[raw.count - 2]))
    }

    @Test func manyAtOnceMakeOneChain() async throws {
        _ = try store()
        let path = folder.new
        await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<8 {
                group.addTask {
                    let store = try Store.open(at: path)
                    for _ in 0..<20 {
                        try store.noteSearch(
                            by: Act(by: "desk\(writer)", role: "balie", at: Samples.receivedAt))
                    }
                }
            }
        }
        let raw = try TemporaryFolder.content(self.path).split(separator: UInt8(ascii: "\n"))
        let lines = raw.compactMap { LogLine($0) }
        #expect(lines.map(\.sequence) == Array(1...160))
        for (before, line) in zip(raw, lines.dropFirst()) { #expect(line.previous == SHA256.hex(before)) }
    }

    @Test func withoutItsLineNothingIsChangedOrShown() throws {
        let healthy = try store()
        try healthy.create(Samples.complaint())
        // The log book cannot be written: a folder has its name.
        try #require(unlink(path) == 0)
        try #require(mkdir(path, 0o700) == 0)
        let append = thrown { () throws(StoreError) in
            try healthy.append(Samples.event(.note), to: Samples.number)
        }
        #expect(append?.attempt == .appendEvent)
        #expect(append?.safe == .everythingAsBefore)
        let read = thrown { () throws(StoreError) in try healthy.read(Samples.number, by: act) }
        #expect(read?.attempt == .noteInLogbook)
        #expect(try healthy.read(Samples.number).version == 1)
    }

    private func logLines(_ path: String) throws -> [LogLine] {
        try TemporaryFolder.content(path).split(separator: UInt8(ascii: "\n")).map {
            try #require(LogLine($0))
        }
    }
}
