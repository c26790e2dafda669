import DialogEngine
import Foundation
import Records
import TestSupport

/// A complaint of two kilobytes, sure to be on the disk, beside a C program that makes the same system calls.
enum KeepingDurably {
    private static let size = 2000
    private static let writers = 16

    static func run(_ bench: Bench) {
        guard let floor = Workplace.sibling("benchmark-floor") else {
            return print("  bouw eerst: swift build -c release --static-swift-stdlib")
        }
        print("  van 2 kB, beurtelings met dezelfde systeemaanroepen in C: \(floor) records MAP \(size)")
        do {
            try alone(bench, floor)
            try together(bench, floor)
        } catch {
            print("  \(error)")
        }
    }

    // MARK: One writer

    private static func alone(_ bench: Bench, _ floor: String) throws {
        let ours = try Store.open(at: Workplace.folder() + "/opslag")
        let theirs = try Store.open(at: Workplace.folder() + "/opslag")
        var random = SystemRandomNumberGenerator()
        // The folders of the day and the log book are there from then on, for both.
        for store in [ours, theirs] { try store.create(try complaint(&random)) }
        let program = try TimedProgram("C", [floor, "records", theirs.path, String(size)], [])
        var (own, bare): ([Double], [Double]) = ([], [])
        for round in 0..<(bench.rounds == 1 ? 1 : 200) {
            let record = try complaint(&random)
            // What was left to the disk is not part of the next; they take turns at going first.
            usleep(5_000)
            if round.isMultiple(of: 2) { own.append(try seconds { try ours.create(record) }) }
            usleep(5_000)
            let answer = try program.type("\r", until: "seconden").shown
            let words = String(decoding: answer, as: UTF8.self).split(whereSeparator: \.isWhitespace)
            bare += words.compactMap { Double($0) }.prefix(1)
            usleep(5_000)
            if !round.isMultiple(of: 2) { own.append(try seconds { try ours.create(record) }) }
        }
        _ = program.end()
        let (mine, least) = (Bench.median(own), Bench.median(bare))
        print("  C: \(Bench.microseconds(least)) µs")
        print(
            "  klachtwijzer: \(Bench.microseconds(mine)) µs, " + Bench.beside(mine, least, "C", limit: 1.25))
    }

    private static func seconds(_ work: () throws -> Void) rethrows -> Double {
        let start = Bench.seconds(CLOCK_MONOTONIC)
        try work()
        return Bench.seconds(CLOCK_MONOTONIC) - start
    }

    // MARK: Sixteen at once

    private static func together(_ bench: Bench, _ floor: String) throws {
        let own = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().path
        let count = bench.rounds == 1 ? 2 : 100
        var (ours, theirs): ([Double], [Double]) = ([], [])
        for _ in 0..<(bench.rounds == 1 ? 1 : 5) {
            ours.append(
                try throughput(count) { store, writer in [own, writerWord, store, String(count), writer] })
            theirs.append(
                try throughput(count) { store, writer in
                    [floor, "many", store, String(size), String(count), writer]
                })
        }
        let (mine, most) = (Bench.median(ours), Bench.median(theirs))
        let ratio = mine / max(most, 1e-9)
        print("  \(writers) schrijvers tegelijk, C: \(Int(most)) klachten per seconde")
        print(
            "  \(writers) schrijvers tegelijk, klachtwijzer: \(Int(mine)) klachten per seconde, "
                + "\(Bench.tenths(ratio, digits: 2)) × C (grens minstens 0,80\(ratio < 0.8 ? ", eronder" : ""))"
        )
    }

    /// - Returns: Complaints a second, from when the first writer began until the last was done.
    private static func throughput(
        _ count: Int, _ words: (_ store: String, _ writer: String) -> [String]
    ) throws -> Double {
        let folder = Workplace.folder()
        var random = SystemRandomNumberGenerator()
        let store = try Store.open(at: folder + "/opslag")
        try store.create(try complaint(&random))
        // They begin together: starting sixteen programs takes longer than what is measured.
        let gate = folder + "/start"
        guard mkfifo(gate, 0o600) == 0 else { throw NotWritten() }
        var children: [Child] = []
        for writer in 0..<writers {
            let words = words(store.path, String(writer)) + [gate]
            children.append(
                try Child(
                    words[0], Array(words.dropFirst()), environment: [],
                    standard: [
                        ("/dev/null", O_RDONLY), ("\(folder)/\(writer)", O_WRONLY | O_CREAT),
                        ("/dev/null", O_WRONLY),
                    ]))
        }
        for writer in 0..<writers { try waitUntilReady("\(folder)/\(writer)") }
        let opened = open(gate, O_WRONLY)
        defer { close(opened) }
        for child in children where child.waitForEnd() != 0 { throw NotWritten() }
        let times = try (0..<writers).flatMap { writer in
            try String(contentsOfFile: "\(folder)/\(writer)", encoding: .utf8).split(
                whereSeparator: \.isWhitespace
            )
            .compactMap { Double($0) }
        }
        guard times.count == 2 * writers, let start = times.min(), let end = times.max() else {
            throw NotWritten()
        }
        return Double(writers * count) / (end - start)
    }

    /// Who comes to the gate when the others have gone would be measured as if it was slow.
    private static func waitUntilReady(_ output: String) throws {
        for _ in 0..<10_000 {
            if try String(contentsOfFile: output, encoding: .utf8).contains(ready) {
                // From its word to the gate.
                _ = usleep(2_000)
                return
            }
            usleep(2_000)
        }
        throw NotWritten()
    }

    private static let ready = "klaar"

    private struct NotWritten: Error {}

    /// The word by which this program becomes one of the writers.
    static let writerWord = "--schrijver"

    /// One of the writers, in a process of its own.
    ///
    /// - Parameter gate: A pipe with a name; opening it waits until somebody opens the other end.
    static func write(_ store: String, _ count: Int, gate: String) throws {
        let store = try Store.open(at: store)
        var random = SystemRandomNumberGenerator()
        let records = try (0..<count).map { _ in try complaint(&random) }
        // A desk writes all day: what its first complaint alone must wait for is not what is measured.
        try store.create(try complaint(&random))
        print(ready)
        fflush(nil)
        guard open(gate, O_RDONLY) >= 0 else { throw NotWritten() }
        let start = Bench.seconds(CLOCK_MONOTONIC)
        for record in records { try store.create(record) }
        print("\(start) \(Bench.seconds(CLOCK_MONOTONIC))")
    }

    // MARK: The complaint

    private static func complaint(_ random: inout some RandomNumberGenerator) throws -> ComplaintRecord {
        guard let moment = Timestamp("2026-11-25T10:00:00+01:00") else { throw NotWritten() }
        let party = ToldDecision.Destination(
            channel: "gemeente-klacht", whereId: "gemeente", name: "Gemeente")
        return ComplaintRecord(
            uuid: "0b9a52cf-7ff2-4f1c-8f0f-3f5b2d1c0a99",
            number: ComplaintNumber(city: "H", year: 2026, using: &random), kind: "klacht", topic: "afval",
            natures: [], form: .oral, isSigned: false, missingForWrittenComplaint: [],
            countsForPublication: false, receivedAt: moment, channel: .desk,
            enteredBy: EnteredBy(account: "bench", name: nil, team: nil, role: "balie"),
            complainant: Complainant(
                name: nil, address: nil, digitalAddresses: [], representative: nil, isAnonymous: true),
            conduct: Conduct(
                story: String(repeating: "De bak staat er nog. ", count: 22), from: nil, until: nil,
                precision: nil, towards: "klager", place: nil),
            parties: [], earlierComplaints: [], wishes: [], documents: [], consentToForward: nil,
            questions: [],
            decision: ToldDecision(
                advice: party, chosen: party, reason: "proef", rule: "proef", law: [], steps: [], remarks: [],
                explanation: []),
            versions: Versions(program: "1", dialog: "1", register: "1"), relatedCases: [],
            events: [RecordEvent(kind: .received, at: moment, by: "bench", role: "balie")])
    }
}
