import DialogEngine
import Foundation
import Records
import TestSupport

/// The search index: opening, finding, counting, and making it from the files.
enum Searching {
    private static let python = """
        import os, sys, time, orjson
        start = time.perf_counter()
        count = 0
        for folder, _, names in os.walk(sys.argv[1]):
            for name in names:
                with open(os.path.join(folder, name), 'rb') as file:
                    count += len(orjson.loads(file.read())['zaaknummer']) > 0
        print(count, time.perf_counter() - start)
        """

    static func run(_ bench: Bench) {
        let count = words.compactMap { Int($0) }.first ?? (bench.rounds == 1 ? 300 : 100_000)
        do {
            let records = try ManyRecords(at: Workplace.folder() + "/opslag", count: count)
            print("  \(count) klachten")
            try make(records, bench)
            try memory(records)
            try find(records, bench)
            try newRecord(records, bench)
            try open(records, bench)
        } catch {
            print("  \(error)")
        }
    }

    private static func store(_ path: String) throws -> Store {
        try Store.open(at: path).indexed(
            IndexSetting(place: .inStore) {
                Int(Bench.seconds(CLOCK_REALTIME) * 1e9)
            })
    }

    // MARK: Making

    /// In turn with Python, which only reads the same files: both find them in memory.
    private static func make(_ records: ManyRecords, _ bench: Bench) throws {
        var own: [Double] = []
        var other: [Double] = []
        for _ in 0..<(bench.rounds == 1 ? 1 : 3) {
            if let seconds = try pythonSeconds(records.path) { other.append(seconds) }
            try? FileManager.default.removeItem(atPath: records.path + "/zoekindex")
            own.append(try time { _ = try store(records.path).search(matching: Query(text: "nergens")) })
        }
        let best = own.min() ?? 0
        let judged = other.min().map {
            Bench.beside(best, $0, "Python met orjson dat alleen leest", limit: 2)
        }
        print("  index maken: \(Bench.milliseconds(best)) ms; \(judged ?? "zonder Python met orjson")")
    }

    private static func pythonSeconds(_ path: String) throws -> Double? {
        guard let python = Workplace.orjson else { return nil }
        let script = Workplace.folder() + "/lees.py"
        try Data(Self.python.utf8).write(to: URL(filePath: script))
        let text = Workplace.output(of: [python, script, path + "/klachten"])
        return text?.split(separator: " ").last.flatMap { Double($0.trimmingCharacters(in: .newlines)) }
    }

    /// Of the program itself, with all it has in it, while it makes the index.
    private static func memory(_ records: ManyRecords) throws {
        guard let own = Workplace.sibling("klachtwijzer") else {
            return print("  geheugen: bouw eerst met swift build -c release --static-swift-stdlib")
        }
        try? FileManager.default.removeItem(atPath: records.path + "/zoekindex")
        let child = try Child(
            own, ["zoek", "nergens", "--opslag", records.path, "--dialogen", Tree.dialogs],
            environment: ["LANG=C.UTF-8", "HOME=" + Workplace.folder()],
            standard: [("/dev/null", O_RDONLY), ("/dev/null", O_WRONLY), ("/dev/null", O_WRONLY)])
        var peak = 0
        while let now = peakMemory(child.pid) {
            peak = max(peak, now)
            usleep(2000)
        }
        _ = child.waitForEnd()
        print("  geheugen daarbij: \(Bench.megabytes(peak)) MB (grens 60)")
    }

    /// In bytes; nil when the program has ended.
    private static func peakMemory(_ pid: pid_t) -> Int? {
        guard let text = try? String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8),
            let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") })
        else { return nil }
        return line.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 * 1024 }
    }

    // MARK: Finding and counting

    private static func find(_ records: ManyRecords, _ bench: Bench) throws {
        let store = try store(records.path)
        _ = try store.search(matching: Query(text: "nergens"))
        let all = records.words
        for (name, word) in [("vaak", all[0]), ("soms", all[300]), ("zelden", all[9000])] {
            try show("een woord dat \(name) voorkomt", limit: 10, bench) {
                _ = try store.search(matching: Query(text: word, limit: 20))
            }
        }
        for part in ["ver", "klach", "geld"] {
            try show("een begin: \(part)", limit: 50, bench) {
                _ = try store.search(matching: Query(text: part, limit: 20))
            }
        }
        try show("een naam: van der \(all[0].prefix(4))", limit: 50, bench) {
            _ = try store.search(matching: Query(text: "van der \(all[0].prefix(4))", limit: 20))
        }
        try show("partner × aard × afhandeling × kwartaal", limit: records.isLarge ? 400 : 50, bench) {
            _ = try store.countComplaints()
        }
    }

    /// Another desk wrote a complaint; this one finds it.
    private static func newRecord(_ records: ManyRecords, _ bench: Bench) throws {
        let store = try store(records.path)
        _ = try store.search(matching: Query(text: "nergens"))
        var random = SeededGenerator(seed: 1)
        var times: [Double] = []
        for _ in 0..<bench.rounds {
            let number = try records.add("Een nieuwkomer.", &random)
            times.append(
                try time {
                    let found = try store.search(matching: Query(text: number)).records
                    if found.count != 1 { print("  \(number) is niet gevonden") }
                })
        }
        print("  een nieuwe klacht van een ander: \(Self.judged(times, limit: 10))")
    }

    /// Opening and a first search, beside the same in an empty store.
    private static func open(_ records: ManyRecords, _ bench: Bench) throws {
        let empty = Workplace.folder() + "/opslag"
        _ = try store(empty).search(matching: Query(text: "nergens"))
        let day = records.lastDay.iso.replacingOccurrences(of: "-", with: "/")
        ManyRecords.setOld("\(records.path)/klachten/\(day)")
        _ = try store(records.path).search(matching: Query(text: "nergens"))
        var times: [[Double]] = [[], []]
        for _ in 0..<bench.rounds {
            for (index, path) in [empty, records.path].enumerated() {
                times[index].append(
                    try time { _ = try store(path).search(matching: Query(text: "nergens")) })
            }
        }
        let medians = times.map(Bench.median)
        let more = max(0, medians[1] - medians[0])
        print(
            "  openen en zoeken, niets veranderd: \(Bench.milliseconds(medians[1])) ms, "
                + "\(Bench.milliseconds(more)) ms meer dan een lege opslag "
                + judged(more, limit: records.isLarge ? 10 : 5))
    }

    // MARK: Telling

    private static func show(
        _ name: String, limit: Double, _ bench: Bench, _ work: () throws -> Void
    ) throws {
        print("  \(name): \(judged(try (0..<bench.rounds).map { _ in try time(work) }, limit: limit))")
    }

    private static func judged(_ times: [Double], limit: Double) -> String {
        let median = Bench.median(times)
        return "mediaan \(Bench.milliseconds(median)) ms \(judged(median, limit: limit))"
    }

    private static func judged(_ seconds: Double, limit: Double) -> String {
        "(grens \(Bench.tenths(limit)) ms\(seconds * 1e3 > limit ? ", erboven" : ""))"
    }

    private static func time(_ work: () throws -> Void) rethrows -> Double {
        let start = Bench.seconds(CLOCK_MONOTONIC)
        try work()
        return Bench.seconds(CLOCK_MONOTONIC) - start
    }
}
