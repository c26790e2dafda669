import DialogEngine
import Foundation
import Records
import TestSupport

/// `klachtwijzer intake` under `strace`, which lets one system call fail or kills the program at it.
struct Injection {
    private static let strace = "/usr/bin/strace"
    /// What may go wrong with each call: an error, or the end of the program.
    private static let faults: [(call: String, faults: [String])] = [
        ("fsync", ["error=EIO", "error=EINTR", "signal=KILL"]),
        ("fdatasync", ["error=EIO", "error=EINTR", "signal=KILL"]),
        ("pwrite64", ["error=ENOSPC", "error=EIO", "error=EINTR", "signal=KILL"]),
        ("linkat", ["error=ENOSPC", "error=EROFS", "signal=KILL"]),
        ("mkdir", ["error=EROFS", "error=ENOSPC", "signal=KILL"]),
        ("openat", ["error=EMFILE", "signal=KILL"]),
        ("fcntl", ["error=ENOLCK", "signal=KILL"]),
    ]
    private static let answers = """
        {"verhaal": "De taxi kwam drie keer te laat.", "gevaar": false, "zaak": "iets-ging-mis", "besluit": false,
        "over-wie": "partner", "partijen": ["regiorijder/wmo-vervoer"], "eerder": "nee", "aard": "tijdigheid",
        "wanneer": "2026-11-20", "wens": ["uitleg"], "keuze-partner": "gemeente", "delen": "nee",
        "naam": "A. Voorbeeld", "postcode": "2011rd", "huisnummer": "2", "onderwerp": "wmo-vervoer"}
        """

    private let folder = TemporaryFolder()
    private let program: String
    private var runs = 0

    /// - Parameter everyCall: At each call of the program; otherwise at some, by chance.
    /// - Returns: What is wrong; empty when nothing is.
    static func run(everyCall: Bool, _ random: inout SeededGenerator) throws -> [String] {
        guard access(strace, X_OK) == 0 else {
            print("  system calls that fail: not tried, strace is not installed")
            return []
        }
        let program = URL(filePath: ownProgram).deletingLastPathComponent().appending(path: "klachtwijzer")
            .path
        guard access(program, X_OK) == 0 else { return ["klachtwijzer is not built beside this program"] }
        var injection = try Injection(program: program)
        var tries = try injection.counted().flatMap { call, count in
            faults.first { $0.call == call }!.faults.flatMap { fault in
                (1...max(1, count)).map { "\(call):\(fault):when=\($0)" }
            }
        }.sorted()
        if !everyCall { tries = Array(tries.shuffled(using: &random).prefix(25)) }
        var problems: [String] = []
        for one in tries { problems += try injection.tryOnce(one) }
        print("  \(tries.count) system calls of an intake that fail or kill it: wrong: \(problems.count)")
        return problems
    }

    private init(program: String) throws {
        self.program = program
        try Data(Self.answers.utf8).write(to: URL(filePath: "\(folder.path)/antwoorden.json"))
    }

    private struct Run {
        let status: Int32
        let output: String
        let problems: String
        let store: String
        let trace: String
    }

    private mutating func intake(_ options: [String], store: String? = nil) throws -> Run {
        runs += 1
        let (output, trace) = ("\(folder.path)/uitvoer-\(runs)", "\(folder.path)/spoor-\(runs)")
        let store = store ?? "\(folder.path)/opslag-\(runs)"
        let words =
            ["-f", "-qq", "-o", trace] + options + [
                program, "intake", "--antwoorden", "\(folder.path)/antwoorden.json", "--json", "--vandaag",
                "2026-11-25", "--dialogen", Tree.dialogs, "--opslag", store,
            ]
        let child = try Child(
            Self.strace, words,
            environment: [
                "HOME=\(folder.path)", "XDG_CACHE_HOME=\(folder.path)/cache", "LANG=C.UTF-8",
                "PATH=/usr/bin:/bin",
            ],
            standard: [
                ("/dev/null", O_RDONLY), (output, O_WRONLY | O_CREAT), (output + "-2", O_WRONLY | O_CREAT),
            ])
        return Run(
            status: child.waitForEnd(), output: try String(contentsOfFile: output, encoding: .utf8),
            problems: try String(contentsOfFile: output + "-2", encoding: .utf8),
            store: store,
            trace: try String(contentsOfFile: trace, encoding: .utf8))
    }

    /// How often an intake makes each call.
    private mutating func counted() throws -> [String: Int] {
        // The first makes the checked form of the dialogs, which the others find.
        _ = try intake(["-e", "trace=fsync"])
        let calls = Self.faults.map(\.call)
        let run = try intake(["-e", "trace=" + calls.joined(separator: ",")])
        guard run.status == 0 else {
            throw Trouble(
                words: "an intake without faults ended with \(run.status): \(run.output)\(run.problems)")
        }
        return Dictionary(
            uniqueKeysWithValues: calls.map { call in
                (call, run.trace.split(separator: "\n").count { $0.contains(" \(call)(") })
            })
    }

    private mutating func tryOnce(_ fault: String) throws -> [String] {
        let run = try intake(["-e", "trace=" + fault.prefix { $0 != ":" }, "-e", "inject=" + fault])
        let found = try standing(run.store)
        var problems = found.problems
        let told = try? JSONDecoder().decode(Told.self, from: Data(run.output.utf8))
        switch run.status {
        case 0:
            if told?.nummer.flatMap({ ComplaintNumber($0) }).map(found.numbers.contains) != true {
                problems.append("it said that it kept \(told?.nummer ?? "nothing")")
            }
        case 128 + SIGKILL, 1, 2, 3, 127:
            if told?.nummer != nil { problems.append("it told a number and ended with \(run.status)") }
        default: problems.append("it ended with \(run.status)")
        }
        if found.numbers.count > 1 { problems.append("it kept \(found.numbers.count)") }
        if fault.contains("EINTR") && run.status != 0 { problems.append("a signal stopped it") }
        // And the next one works on the same store.
        let next = try intake(["-e", "trace=fsync"], store: run.store)
        if try next.status != 0 || standing(run.store).numbers.count != found.numbers.count + 1 {
            problems.append("the next intake ended with \(next.status)")
        }
        return problems.map { "\(fault): \($0)" }
    }

    private struct Told: Decodable {
        let nummer: String?
    }

    private func standing(_ path: String) throws -> (numbers: [ComplaintNumber], problems: [String]) {
        guard access(path, F_OK) == 0 else { return ([], []) }
        let scanned = try Store.open(at: path).scan()
        return (scanned.records.map(\.record.number), scanned.damaged.map { "half of something: \($0)" })
    }
}
