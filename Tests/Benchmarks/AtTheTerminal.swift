import Dispatch
import Foundation
import Synchronization
import TestSupport

/// A program on a terminal, for measuring how soon it answers.
final class TimedProgram {
    struct Stuck: Error {
        let name: String
    }

    private let name: String
    private let terminal: PseudoTerminal
    private let child: Child
    private var watcher: ScreenWatcher?

    init(_ name: String, _ words: [String], _ environment: [String]) throws {
        self.name = name
        terminal = try PseudoTerminal(rows: 24, columns: 120)
        child = try terminal.start(words[0], Array(words.dropFirst()), environment: environment)
    }

    /// Types, and waits until this is shown.
    ///
    /// - Returns: Seconds from the first key to the end of what came with it.
    @discardableResult
    func type(_ keys: String, until mark: String) throws -> Double {
        var rest = Array(keys.utf8)[...]
        let start = Bench.seconds(CLOCK_MONOTONIC)
        while !rest.isEmpty { rest = terminal.type(rest) }
        var shown: [UInt8] = []
        let end = Array(mark.utf8)
        while true {
            guard let bytes = terminal.receive(milliseconds: 5000), !bytes.isEmpty else {
                throw Stuck(name: name)
            }
            shown += bytes
            if shown.contains(end) { return Bench.seconds(CLOCK_MONOTONIC) - start }
        }
    }

    /// Types keys whose effect on the screen does not matter.
    func press(_ keys: String) { _ = terminal.type(Array(keys.utf8)[...]) }

    /// Types one key, while a thread waits for the screen as a terminal does.
    ///
    /// - Returns: Seconds until the key was on the screen.
    func echo(_ key: Character) throws -> Double {
        let watcher = watcher ?? ScreenWatcher(terminal, for: key)
        self.watcher = watcher
        watcher.forget()
        // Nobody types faster; and what a program still does after the key before is not part of this one.
        usleep(2_000)
        let start = Bench.seconds(CLOCK_MONOTONIC)
        _ = terminal.type(Array(String(key).utf8)[...])
        guard let end = watcher.wait() else { throw Stuck(name: name) }
        return end - start
    }

    /// What it used so far: it waits for a key, so that ending it changes nothing.
    func end() -> (cpu: Double, memory: Int) {
        kill(child.pid, SIGKILL)
        child.waitForEnd()
        let seconds = { (time: timeval) in Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        return (seconds(child.usage.ru_utime) + seconds(child.usage.ru_stime), child.usage.ru_maxrss)
    }
}

/// Waits for a key to come on the screen, on a thread of its own.
private final class ScreenWatcher: Sendable {
    private let seen = Atomic<UInt64>(0)
    private let isShown = DispatchSemaphore(value: 0)

    init(_ terminal: PseudoTerminal, for key: Character) {
        let bytes = Array(String(key).utf8)
        Thread.detachNewThread { [self] in
            while let news = terminal.receive(milliseconds: 10_000) {
                let now = Bench.seconds(CLOCK_MONOTONIC)
                guard news.contains(bytes) else { continue }
                seen.store(now.bitPattern, ordering: .sequentiallyConsistent)
                isShown.signal()
            }
        }
    }

    /// What was shown before the key does not count.
    func forget() { while isShown.wait(timeout: .now()) == .success {} }

    func wait() -> Double? {
        guard isShown.wait(timeout: .now() + 5) == .success else { return nil }
        return Double(bitPattern: seen.load(ordering: .sequentiallyConsistent))
    }
}

extension [UInt8] {
    fileprivate func contains(_ part: [UInt8]) -> Bool {
        guard count >= part.count else { return false }
        return (0...(count - part.count)).contains { self[$0..<($0 + part.count)].elementsEqual(part) }
    }
}

/// Klachtwijzer at a terminal beside a bare libedit program, the kernel, and two Python libraries.
enum AtTheTerminal {
    /// One of the programs that are compared.
    private struct Rival {
        let name: String
        let words: [String]
        /// What the n-th prompt shows.
        let mark: (Int) -> String
    }

    private static let home = Workplace.folder()
    private static let environment = [
        "HOME=\(home)", "PATH=/usr/bin:/bin", "TERM=xterm-256color", "LANG=C.UTF-8",
        "PROMPT_TOOLKIT_NO_CPR=1",
    ]

    static func run(_ bench: Bench) {
        guard let floor = Workplace.sibling("benchmark-floor"), let own = Workplace.sibling("klachtwijzer")
        else {
            return print("  bouw eerst: swift build -c release --static-swift-stdlib")
        }
        // Without arguments, as the desk is started.
        let ours = Rival(name: "klachtwijzer", words: [own], mark: { _ in "› " })
        let bare = Rival(name: "kale C met libedit", words: [floor, "7"], mark: { _ in "› " })
        var rivals = [bare, ours]
        if let python = Workplace.python {
            for library in ["prompt_toolkit", "questionary"] {
                let script = Tree.root + "/Tests/Benchmarks/Comparison/with_\(library).py"
                rivals.append(Rival(name: library, words: [python, script], mark: { "#\($0) ›" }))
            }
        }
        do {
            try starts(bench, rivals)
            try keys(bench, rivals)
            try enters(bench, rivals)
            try draftWrites(bench, floor)
        } catch {
            print("  \(error)")
        }
    }

    // MARK: Start

    private static func starts(_ bench: Bench, _ rivals: [Rival]) throws {
        print(
            "Start tot de eerste vraag: CPU (minimum van \(bench.rounds)), doorlooptijd (mediaan), geheugen:")
        var cpu: [String: [Double]] = [:]
        var wall: [String: [Double]] = [:]
        var memory: [String: Int] = [:]
        for round in 0...bench.rounds {
            // In turn, so that whatever else the machine does hits all alike; the first round only warms up.
            for rival in rivals {
                let start = Bench.seconds(CLOCK_MONOTONIC)
                let program = try TimedProgram(rival.name, rival.words, environment)
                try program.type("", until: rival.mark(1))
                let time = Bench.seconds(CLOCK_MONOTONIC) - start
                let used = program.end()
                guard round > 0 else { continue }
                cpu[rival.name, default: []].append(used.cpu)
                wall[rival.name, default: []].append(time)
                memory[rival.name] = max(memory[rival.name, default: 0], used.memory)
            }
        }
        let floor = cpu[rivals[0].name]?.min() ?? 1
        for rival in rivals {
            let least = cpu[rival.name]?.min() ?? 0
            print(
                "  \(rival.name): \(Bench.milliseconds(least)) ms CPU (\(Bench.ratio(least, floor)) × de kale C), "
                    + "\(Bench.milliseconds(Bench.median(wall[rival.name] ?? []))) ms, "
                    + "\(Bench.tenths(Double(memory[rival.name] ?? 0) / 1024)) MB")
        }
        print("  grens voor klachtwijzer: 4,0 × de kale C, streven 3,0 ×; 30 MB")
    }

    // MARK: Keys

    private static func keys(_ bench: Bench, _ rivals: [Rival]) throws {
        let count = bench.rounds == 1 ? 5 : 300
        print("\nToets tot op het scherm (mediaan van \(count)):")
        let kernel = Rival(name: "kernel (cat)", words: ["/bin/cat"], mark: { _ in "" })
        var times: [String: [Double]] = [:]
        var programs: [(Rival, TimedProgram)] = []
        for rival in [kernel] + rivals {
            let program = try TimedProgram(rival.name, rival.words, environment)
            if !rival.mark(1).isEmpty { try program.type("", until: rival.mark(1)) }
            programs.append((rival, program))
        }
        for number in 0..<count {
            if number % 60 == 59 {
                // So that a line never wraps. What an empty line shows differs, so give all of them time for it.
                for (_, program) in programs { program.press("\u{15}") }
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
            print(
                "  \(rival.name): \(Bench.microseconds(median)) µs (\(Bench.ratio(median, floor)) × de kernel)"
            )
        }
        print("  grens voor klachtwijzer: 2,0 × de kernel")
    }

    // MARK: Enter

    private static func enters(_ bench: Bench, _ rivals: [Rival]) throws {
        let count = bench.rounds == 1 ? 3 : 60
        print(
            "\nEnter tot de volgende vraag, met zeven regels ertussen (mediaan van \(count)); de opslag van klachtwijzer "
                + "staat in het geheugen (/dev/shm), zodat wachten op de schijf niet meetelt:")
        var times: [String: [Double]] = [:]
        var programs: [(Rival, TimedProgram)] = []
        for rival in rivals {
            let program = try TimedProgram(
                rival.name, rival.words, environment + ["XDG_DATA_HOME=\(Workplace.inMemory())"])
            try program.type("", until: rival.mark(1))
            if rival.name == "klachtwijzer" {
                try program.type("De lift is stuk.\r", until: "› ")
                try program.type("\r", until: "› ")
            }
            programs.append((rival, program))
        }
        for number in 0..<count {
            for (rival, program) in programs {
                let isOurs = rival.name == "klachtwijzer"
                // The danger question has seven lines; its answer stays what it was, and `<` comes back to it.
                try program.type(isOurs ? "<" : "antwoord", until: isOurs ? "<" : "d")
                times[rival.name, default: []].append(
                    try program.type("\r", until: isOurs ? "› " : rival.mark(number + 2)))
                if isOurs { try program.type("\r", until: "› ") }
            }
        }
        for (_, program) in programs { _ = program.end() }
        let floor = Bench.median(times[rivals[0].name] ?? [])
        for rival in rivals {
            let median = Bench.median(times[rival.name] ?? [])
            print(
                "  \(rival.name): \(Bench.microseconds(median)) µs (\(Bench.ratio(median, floor)) × de kale C)"
            )
        }
        print("  grens voor klachtwijzer: 3,0 × de kale C")
    }

    // MARK: The draft

    /// Our draft and the same system calls in C, in turn, in the same kind of folder.
    private static func draftWrites(_ bench: Bench, _ floor: String) throws {
        print("\nEen antwoord in het concept, en dezelfde systeemaanroepen in C (mediaan):")
        let folder = Workplace.folder()
        let output = "\(folder)/tijden"
        var (ours, bare): ([Double], [Double]) = ([], [])
        for round in 0..<(bench.rounds == 1 ? 1 : 5) {
            let saves = Keeping.draftSaves(count: bench.rounds, in: folder + "/opslag-\(round)")
            guard let size = saves.size else { return print("  het concept is niet te bewaren") }
            ours += saves.times
            let own = "\(folder)/c-\(round)"
            mkdir(own, 0o700)
            let child = try Child(
                floor, ["saves", own, String(bench.rounds), String(size)], environment: [],
                standard: [
                    ("/dev/null", O_RDONLY), (output, O_WRONLY | O_CREAT | O_TRUNC), ("/dev/null", O_WRONLY),
                ])
            child.waitForEnd()
            bare += Workplace.numbers(in: output)
        }
        let least = Bench.median(bare)
        print("  C: \(Bench.microseconds(least)) µs")
        print(
            "  klachtwijzer: \(Bench.microseconds(Bench.median(ours))) µs (\(Bench.ratio(Bench.median(ours), least)) × C)"
        )
        print("  grens voor klachtwijzer: 1,25 × C")
    }
}
