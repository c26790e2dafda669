import DialogEngine
import Foundation
import Records
import Testing

/// The power fails after every change, in every way in which a disk may then come out.
@Suite("Power cuts")
struct CrashTests {
    @Test("Every state after every change, in short workloads", arguments: Workload.short, DiskModel.judged)
    func everyState(workload: Workload, model: DiskModel) throws {
        var random = SeededGenerator(seed: runSeed)
        let (disk, ledger) = try workload.run()
        let begin = workload.name == Workload.creating.name ? 0 : ledger.opened
        let report = CrashReport(disk, ledger, model, after: begin, &random)
        print("power cuts, \(workload.name), \(model): \(report.states) states, \(report.ways) ways")
        let isExhaustive = report.isExhaustive
        #expect(isExhaustive)
        #expect(
            report.problems == [], "\(report.problemCount) in \(workload.name), \(model), SEED=\(runSeed)")
    }

    /// Another desk does all of its work between any two system calls of the first.
    @Test("Another desk comes in between", arguments: DiskModel.judged)
    func inBetween(model: DiskModel) throws {
        var random = SeededGenerator(seed: runSeed)
        var (places, states) = (0, 0)
        for place in 1... {
            let disk = MemoryDisk()
            let ledger = Ledger(disk)
            let desk = try Desk(disk, disk, ledger)
            let other = try Desk(disk, disk, ledger)
            let opened = disk.log.count
            let cameBy = Flag()
            disk.beforeOperation { number in
                guard number >= place, !cameBy.isRaised else { return }
                do {
                    try other.create(Workload.small(2))
                    cameBy.raise()
                } catch let error as StoreError where error.errorNumber == EDEADLK {
                    // It would wait until the first lets go of the log book.
                } catch {
                    Issue.record("\(error)")
                }
            }
            try desk.create(Workload.small(1))
            disk.beforeOperation(nil)
            guard cameBy.isRaised else { break }
            let report = CrashReport(disk, ledger, model, after: opened, limit: 500, &random)
            places += 1
            states += report.states
            #expect(report.problems == [], "before operation \(place), \(model), SEED=\(runSeed)")
        }
        print("power cuts, another desk at \(places) places, \(model): \(states) states")
        #expect(places > 15)
    }

    /// Days of work by three desks with power cuts, one after another, on the same disk.
    @Test("Long lives", arguments: DiskModel.judged)
    func longLives(model: DiskModel) throws {
        let isLong = ProcessInfo.processInfo.environment["LONG"] != nil
        var random = SeededGenerator(seed: runSeed)
        var states = 0
        for life in 1...(isLong ? 60 : 1) {
            var content = MemoryDisk.Content()
            var promised = Expectation.Promised()
            for day in 1...3 {
                let disk = MemoryDisk(content)
                let ledger = Ledger(disk, knowing: promised)
                try Life.live(disk, ledger, acts: 12, &random)
                let report = CrashReport(disk, ledger, model, startingFrom: content, limit: 4, &random)
                states += report.states
                let place = "life \(life), day \(day), \(model), SEED=\(runSeed)"
                #expect(report.problems == [], "\(place)")
                guard report.problems == [], let end = report.anyEnd else { break }
                content = end.left.repaired
                promised = try StateCheck(expected: end.expected, model: model).standing(content)
            }
        }
        print("power cuts, long lives, \(model): \(states) states")
        #expect(states > 100)
    }

    /// Not judged: on a disk that is as bad as POSIX allows, waiting for a file says nothing of its name.
    @Test("What a disk that keeps to the letter of POSIX would lose")
    func posix() throws {
        var random = SeededGenerator(seed: runSeed)
        let (disk, ledger) = try Workload.creating.run()
        let report = CrashReport(disk, ledger, .posix, &random)
        print("power cuts, posix (told, not judged): \(report.problemCount) of \(report.states) states")
        #expect(report.states > 10)
    }
}
