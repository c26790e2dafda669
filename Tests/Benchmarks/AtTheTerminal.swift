import Foundation
import TestSupport

/// Klachtwijzer at a terminal beside a bare libedit program, the kernel, and two Python libraries.
struct AtTheTerminal {
    /// One of the programs that are compared.
    private struct Rival {
        let name: String
        let words: [String]
        /// What the n-th prompt shows.
        let mark: (Int) -> String
    }

    private static let ours = "klachtwijzer"
    private static let environment = [
        "HOME=\(Workplace.folder())", "PATH=/usr/bin:/bin", "TERM=xterm-256color", "LANG=C.UTF-8",
        "PROMPT_TOOLKIT_NO_CPR=1",
    ]

    private let bench: Bench
    private let talk: TimedTalk
    private let floor: String
    private let desk: Rival
    private let bare: Rival
    /// The bare program first.
    private let rivals: [Rival]

    static func run(_ bench: Bench) {
        guard let floor = Workplace.sibling("benchmark-floor"), let own = Workplace.sibling(ours) else {
            return print("  bouw eerst: swift build -c release --static-swift-stdlib")
        }
        print("  vergeleken met: \(Workplace.versions.joined(separator: ", "))")
        do {
            let python = Workplace.python
            let all = try AtTheTerminal(bench, floor, own, python)
            try all.starts()
            try all.keys("aan het eind van de regel", before: "")
            try all.keys("midden in de regel", before: String(repeating: "x", count: 20) + "\u{01}")
            try all.enters()
            try all.draftWrites(in: Workplace.folder(), "op de schijf")
            try all.draftWrites(in: Workplace.inMemory(), "in het geheugen, zonder wachten op een schijf")
        } catch {
            print("  \(error)")
        }
    }

    private init(_ bench: Bench, _ floor: String, _ own: String, _ python: String?) throws {
        self.bench = bench
        self.floor = floor
        // Once, so that the checked form of the dialogs is there, as on any day but the first.
        let talk = try TimedTalk([own], Self.environment)
        self.talk = talk
        desk = Rival(name: Self.ours, words: [own], mark: { _ in TimedTalk.mark })
        let counter = { (number: Int) in "#\(number) ›" }
        let size = try Keeping.OpenDraft(in: Workplace.inMemory())?.save().size ?? 0
        let drafts = Workplace.inMemory()
        mkdir(drafts, 0o700)
        bare = Rival(
            name: "kale C met libedit", words: [floor, "talk", talk.screens, drafts, String(size)],
            mark: counter)
        let libraries = python.map { python in
            ["prompt_toolkit", "questionary"].map { library in
                let script = Tree.root + "/Tests/Benchmarks/Comparison/with_\(library).py"
                return Rival(name: library, words: [python, script, talk.screens], mark: counter)
            }
        }
        rivals = [bare, desk] + (libraries ?? [])
    }

    // MARK: Start

    private func starts() throws {
        print("\nStart tot de eerste vraag, \(bench.rounds) keer, minimum en mediaan:")
        let nothing = Rival(name: "/bin/true", words: ["/bin/true"], mark: { _ in "" })
        var cpu: [String: [Double]] = [:]
        var wall: [String: [Double]] = [:]
        var memory: [String: Int] = [:]
        for round in 0...bench.rounds {
            // In turn, so that whatever else the machine does hits all alike; the first round only warms up.
            for rival in [nothing] + rivals {
                // Klachtwijzer without arguments, as a desk is started; nothing is kept before an answer.
                let endsByItself = rival.name == nothing.name
                let start = Bench.seconds(CLOCK_MONOTONIC)
                let program = try TimedProgram(rival.name, rival.words, Self.environment)
                if !endsByItself { try program.type("", until: rival.mark(1)) }
                let shown = Bench.seconds(CLOCK_MONOTONIC) - start
                let used = program.end(byItself: endsByItself)
                guard round > 0 else { continue }
                let time = endsByItself ? Bench.seconds(CLOCK_MONOTONIC) - start : shown
                cpu[rival.name, default: []].append(used.cpu)
                wall[rival.name, default: []].append(time)
                memory[rival.name] = used.memory.map { max(memory[rival.name, default: 0], $0) }
            }
        }
        let least = { (name: String) in cpu[name]?.min() ?? 0 }
        for rival in [nothing] + rivals {
            let times = { (all: [Double]) in
                "\(Bench.milliseconds(all.min() ?? 0)) en \(Bench.milliseconds(Bench.median(all))) ms"
            }
            let megabytes = memory[rival.name].map { ", \(Bench.megabytes($0)) MB" } ?? ""
            let limit = rival.name == desk.name ? 4.0 : nil
            print(
                "  \(rival.name): CPU \(times(cpu[rival.name] ?? [])), "
                    + Bench.beside(least(rival.name), least(bare.name), "de kale C", limit: limit)
                    + "; doorlooptijd \(times(wall[rival.name] ?? []))\(megabytes)")
        }
        print("  streven voor klachtwijzer: 3,00 × de kale C")
        if let peak = talk.memory {
            print("  klachtwijzer na een heel gesprek: \(Bench.megabytes(peak)) MB (grens 30,0 MB)")
        }
    }

    // MARK: Keys

    /// - Parameter before: What is typed on each new line before it is measured.
    private func keys(_ place: String, before: String) throws {
        let count = bench.rounds == 1 ? 5 : 320
        print("\nToets tot op het scherm, \(place) (mediaan van \(count)):")
        let kernel = Rival(name: "kernel (cat)", words: ["/bin/cat"], mark: { _ in "" })
        var times: [String: [Double]] = [:]
        var programs: [(Rival, TimedProgram)] = []
        for rival in [kernel] + rivals {
            let program = try TimedProgram(rival.name, rival.words, Self.environment)
            if !rival.mark(1).isEmpty { try program.type("", until: rival.mark(1)) }
            programs.append((rival, program))
        }
        for number in 0..<count {
            if number % 40 == 0 {
                // A new line, so that none wraps. What an empty line shows differs, so give all time for it.
                for (_, program) in programs { program.press("\u{05}\u{15}" + before) }
                usleep(100_000)
            }
            for (rival, program) in programs {
                times[rival.name, default: []].append(try program.echo("="))
            }
        }
        for (_, program) in programs { _ = program.end() }
        let floor = Bench.median(times[kernel.name] ?? [])
        for rival in [kernel] + rivals {
            let median = Bench.median(times[rival.name] ?? [])
            let limit = rival.name == desk.name ? 2.0 : nil
            print(
                "  \(rival.name): \(Bench.microseconds(median)) µs, "
                    + Bench.beside(median, floor, "de kernel", limit: limit))
        }
    }

    // MARK: Enter

    private func enters() throws {
        let rounds = bench.rounds == 1 ? 1 : 5
        print(
            "\nEnter tot de volgende vraag, een heel gesprek van \(talk.typed.count) regels, \(rounds) keer; "
                + "allen tonen hetzelfde, en C bewaart evenveel.\n  De opslag staat in het geheugen (/dev/shm), "
                + "zodat wachten op de schijf niet meetelt:")
        var times: [String: [[Double]]] = [:]
        for _ in 0..<rounds {
            var programs: [(Rival, TimedProgram)] = []
            for rival in rivals {
                let program =
                    rival.name == desk.name
                    ? try TimedTalk.start(rival.words, Self.environment)
                    : try TimedProgram(rival.name, rival.words, Self.environment)
                try program.type("", until: rival.mark(1))
                programs.append((rival, program))
            }
            for (number, line) in talk.typed.enumerated() {
                for (rival, program) in programs {
                    program.press(line)
                    try program.settle()
                    let time = try program.type("\r", until: rival.mark(number + 2)).seconds
                    times[rival.name, default: talk.typed.map { _ in [] }][number].append(time)
                }
            }
            for (_, program) in programs { _ = program.end() }
        }
        // Per line of the talk first: its screens differ in length.
        let medians = times.mapValues { $0.map(Bench.median) }
        let floor = Bench.median(medians[bare.name] ?? [])
        for rival in rivals {
            let own = medians[rival.name] ?? []
            let slowest = own.indices.max { own[$0] < own[$1] } ?? 0
            let limit = rival.name == desk.name ? 3.0 : nil
            print(
                "  \(rival.name): mediaan \(Bench.microseconds(Bench.median(own))) µs, "
                    + Bench.beside(Bench.median(own), floor, "de kale C", limit: limit)
                    + "; langzaamste \(Bench.microseconds(own[slowest])) µs, na '\(talk.typed[slowest].prefix(20))'"
            )
        }
        let above = zip(medians[desk.name] ?? [], medians[bare.name] ?? []).count { $0 > 3 * $1 }
        print("  regels waar klachtwijzer boven 3,00 × de kale C komt: \(above) van \(talk.typed.count)")
    }

    // MARK: The draft

    /// Our draft and the same system calls in C, in turn, in the same kind of folder.
    private func draftWrites(in folder: String, _ place: String) throws {
        print("\nEen antwoord in het concept, en dezelfde systeemaanroepen in C, \(place) (mediaan):")
        mkdir(folder, 0o700)
        guard let draft = try Keeping.OpenDraft(in: folder + "/opslag") else {
            return print("  het concept is niet te bewaren")
        }
        let other = folder + "/c"
        mkdir(other, 0o700)
        let size = try draft.save().size
        let program = try TimedProgram("C", [floor, "saves", other, String(size)], Self.environment)
        var (ours, bare): ([Double], [Double]) = ([], [])
        for round in 0..<(bench.rounds == 1 ? 1 : 150) {
            // What the save before left to the disk is not part of this one: a pause, and turns at going first.
            usleep(5_000)
            if round.isMultiple(of: 2) { ours.append(try draft.save().seconds) }
            usleep(5_000)
            let answer = try program.type("\r", until: "seconden").shown
            let words = String(decoding: answer, as: UTF8.self).split(whereSeparator: \.isWhitespace)
            bare += words.compactMap { Double($0) }.prefix(1)
            usleep(5_000)
            if !round.isMultiple(of: 2) { ours.append(try draft.save().seconds) }
        }
        _ = program.end()
        let (own, least) = (Bench.median(ours), Bench.median(bare))
        print("  C: \(Bench.microseconds(least)) µs voor \(size) bytes")
        print(
            "  klachtwijzer: \(Bench.microseconds(own)) µs, "
                + Bench.beside(own, least, "C", limit: place == "op de schijf" ? 1.25 : nil))
    }
}
