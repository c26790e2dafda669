import Dispatch
import Foundation
import Synchronization
import TestSupport

/// A program on a terminal, for measuring how soon it answers.
final class TimedProgram {
    struct Stuck: Error, CustomStringConvertible {
        let name: String
        var description: String { "\(name) antwoordt niet meer" }
    }

    /// What came on the screen, and how many seconds that took.
    struct Answer {
        let seconds: Double
        let shown: [UInt8]
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
    @discardableResult
    func type(_ keys: String, until mark: String) throws -> Answer {
        var rest = Array(keys.utf8)[...]
        let start = Bench.seconds(CLOCK_MONOTONIC)
        while !rest.isEmpty { rest = terminal.type(rest) }
        var shown: [UInt8] = []
        let end = Array(mark.utf8)
        while true {
            guard let bytes = terminal.receive(milliseconds: 5000), !bytes.isEmpty else {
                throw Stuck(name: name)
            }
            // Looking for the mark is not the program's work; it goes on meanwhile, so there is little of it.
            let received = Bench.seconds(CLOCK_MONOTONIC)
            let new = max(0, shown.count - end.count)
            shown += bytes
            if Array(shown[new...]).holds(end) { return Answer(seconds: received - start, shown: shown) }
        }
    }

    /// Types keys whose effect on the screen does not matter.
    func press(_ keys: String) { _ = terminal.type(Array(keys.utf8)[...]) }

    /// Takes in what is shown until the program has nothing more to show.
    func settle() throws {
        repeat {
            guard let news = terminal.receive(milliseconds: 15) else { throw Stuck(name: name) }
            if news.isEmpty { return }
        } while true
    }

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

    /// What it used: seconds of the processor, and its peak memory in bytes when it did not end by itself.
    ///
    /// The system's own count of the peak starts with the memory of who started the program, so the program's
    /// own is read while it still waits for a key.
    ///
    /// - Parameter byItself: It ends without being told to.
    func end(byItself: Bool = false) -> (cpu: Double, memory: Int?) {
        var memory: Int?
        if !byItself {
            let status = (try? String(contentsOfFile: "/proc/\(child.pid)/status", encoding: .utf8)) ?? ""
            let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
            memory = line?.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 * 1024 }
            kill(child.pid, SIGKILL)
        }
        child.waitForEnd()
        let seconds = { (time: timeval) in Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        return (seconds(child.usage.ru_utime) + seconds(child.usage.ru_stime), memory)
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
                guard news.holds(bytes) else { continue }
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
    fileprivate func holds(_ part: [UInt8]) -> Bool {
        guard count >= part.count else { return false }
        return (0...(count - part.count)).contains { self[$0..<($0 + part.count)].elementsEqual(part) }
    }
}
