import Records
import Synchronization
import Testing

/// Broken on purpose: one thing that the store waits for is left out, and a power cut must show it.
@Suite("Something is not waited for")
struct LeftOutTests {
    struct LeftOut: CustomTestStringConvertible, Sendable {
        let call: Between.Call
        let workload: Workload
        /// Which disks must show it.
        let shownBy: Set<DiskModel>
        /// Files and folders of which it must be shown once; nil where each time must be shown.
        var places: Set<String>?

        var testDescription: String { "\(call) in \(workload.name)" }
    }

    static let all = [
        LeftOut(
            call: .newContent, workload: .creating, shownBy: [.journalling, .none, .unchecked]),
        LeftOut(call: .newContent, workload: .drafts, shownBy: [.none, .unchecked]),
        LeftOut(call: .file, workload: .creating, shownBy: [.journalling, .none, .unchecked]),
        // With a journal, what is waited for when the older version is erased makes up for it.
        LeftOut(call: .file, workload: .appending, shownBy: [.none, .unchecked]),
        LeftOut(call: .zeros, workload: .erasing, shownBy: [.journalling, .none, .unchecked]),
        LeftOut(
            call: .line, workload: .appending, shownBy: [.journalling, .none, .unchecked], places: [logbook]),
        LeftOut(call: .file, workload: .creating, shownBy: [.none, .unchecked], places: [logbook]),
        // What is moved has its new name before the old one goes.
        LeftOut(
            call: .file, workload: .settingAside, shownBy: [.none, .unchecked],
            places: ["\(drafts)/\(Workload.draft(1).id).1.json"]),
        LeftOut(
            call: .folder, workload: .creating, shownBy: [.none, .unchecked],
            places: ["/", "\(records)", "\(records)/2026", "\(records)/2026/11"]),
        // That a new folder is in the table of the disk as well.
        LeftOut(
            call: .folder, workload: .creating, shownBy: [.unchecked],
            places: ["\(StateCheck.path)/contacten", "\(StateCheck.path)/sloten"]),
        // Another file takes the place of what was erased, behind a name that is still on the disk.
        LeftOut(call: .folder, workload: .keeping, shownBy: [.none, .unchecked], places: [drafts]),
        LeftOut(
            call: .folder, workload: .withoutUnnamedFiles, shownBy: [.unchecked],
            places: ["\(StateCheck.path)/tijdelijk"]),
    ]

    /// The mark of the format, which is made anew when it is gone; and the log book, which has its own rows.
    private static let others: Set<String> = [StateCheck.path, logbook]
    private static let logbook = "\(StateCheck.path)/logboek/2026-11.jsonl"
    private static let records = "\(StateCheck.path)/klachten"
    private static let drafts = "\(StateCheck.path)/concepten/\(Samples.desk)"

    @Test("One at a time", arguments: all)
    func oneAtATime(_ leftOut: LeftOut) throws {
        var shown: [String: Set<DiskModel>] = [:]
        for n in 1... {
            let gap = Gap(at: n, of: leftOut.call)
            let (disk, ledger) = try leftOut.workload.run { Between($0, gap.allows) }
            guard let place = gap.place else { break }
            if let places = leftOut.places, !places.contains(place) { continue }
            if leftOut.places == nil && Self.others.contains(place) { continue }
            var random = SeededGenerator(seed: runSeed)
            let models = DiskModel.judged.filter { model in
                let report = CrashReport(disk, ledger, model, limit: 1000, stopsAtProblem: true, &random)
                return !report.problems.isEmpty
            }
            print("left out, \(leftOut.workload.name), \(leftOut.call) \(n), \(place): shown by \(models)")
            if leftOut.places == nil {
                #expect(leftOut.shownBy.isSubset(of: models), "\(leftOut.call) \(n) of \(place)")
            }
            shown[place, default: []].formUnion(models)
        }
        for place in leftOut.places ?? [] {
            #expect(leftOut.shownBy.isSubset(of: shown[place] ?? []), "\(leftOut.call) of \(place)")
        }
        #expect(!shown.isEmpty)
    }
}

/// Leaves out one call of a kind, and remembers which it was.
private final class Gap: Sendable {
    private let number: Int
    private let call: Between.Call
    private let state = Mutex<(count: Int, place: String?)>((0, nil))

    init(at number: Int, of call: Between.Call) {
        self.number = number
        self.call = call
    }

    var place: String? { state.withLock(\.place) }

    @Sendable func allows(_ call: Between.Call, _ path: String) -> Bool {
        guard call == self.call else { return true }
        return state.withLock { state in
            state.count += 1
            if state.count == number { state.place = path }
            return state.count != number
        }
    }
}
