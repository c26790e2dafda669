import Assistant
import DialogEngine
import Glibc
import Records
import Reports
import Rules
import TestSupport

/// Writing to a real store, flushes and all.
enum Keeping {
    static func run(_ bench: Bench) {
        guard let handbook = Deciding.handbook(), let desk, let moment else { return }
        do {
            let store = try Store.open(at: Workplace.folder() + "/opslag")
            let session = Deciding.talk(handbook)
            var keeper = Keeper(
                DeskSetting(
                    handbook: handbook, store: store, desk: desk,
                    clerk: Clerk(account: "bench", name: nil, team: nil, role: .desk), voice: .desk,
                    programVersion: "bench", now: { moment }, random: SystemRandomNumberGenerator(),
                    writeFile: { _, _ in nil }))
            let wording = Wording(handbook)
            bench.measure("klacht bewaren", batch: 10) {
                report { _ = try keeper.keep(session, in: wording) }
            }
        } catch {
            print("  \(error)")
        }
    }

    /// Seconds of each save of a draft, as after an answer, and its size in bytes.
    static func draftSaves(count: Int, in folder: String) -> (times: [Double], size: Int?) {
        guard let handbook = Deciding.handbook(), let desk, let moment else { return ([], nil) }
        let answers = Deciding.talk(handbook).answers.keys.map {
            DraftAnswer(question: $0.question, values: ["ja"])
        }
        do {
            var random = SystemRandomNumberGenerator()
            let live = try Drafts(Store.open(at: folder)).begin(id: DraftID(using: &random), desk: desk)
            let draft = Draft(
                id: live.id, desk: desk, account: "bench", madeAt: moment, voice: .desk,
                dialogVersion: handbook.dialog.version, answers: answers)
            let times = try (0..<count).map { _ in
                let start = Bench.seconds(CLOCK_MONOTONIC)
                try live.save(draft)
                return Bench.seconds(CLOCK_MONOTONIC) - start
            }
            let files = TemporaryFolder.files(below: folder + "/concepten")
            var status = stat()
            return (times, files.first.flatMap { stat($0, &status) == 0 ? Int(status.st_size) : nil })
        } catch {
            return ([], nil)
        }
    }

    private static let desk = DeskID("bench")
    private static let moment = Timestamp("2026-11-25T10:00:00+01:00")

    private static func report(_ work: () throws -> Void) {
        do { try work() } catch { print("  \(error)") }
    }
}
