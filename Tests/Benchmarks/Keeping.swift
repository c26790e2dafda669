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
                    handbook: handbook, store: store, drafts: Drafts(store), desk: desk,
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

    /// A draft with the answers of a talk, to save as after an answer.
    struct OpenDraft {
        private let live: LiveDraft
        private let draft: Draft
        private let folder: String

        /// - Returns: nil when the dialogs cannot be read.
        init?(in folder: String) throws {
            guard let handbook = Deciding.handbook(), let desk, let moment else { return nil }
            let answers = Deciding.talk(handbook).answers.keys.map {
                DraftAnswer(question: $0.question, values: ["ja"])
            }
            var random = SystemRandomNumberGenerator()
            live = try Drafts(Store.open(at: folder)).begin(id: DraftID(using: &random), desk: desk)
            draft = Draft(
                id: live.id, desk: desk, account: "bench", madeAt: moment, voice: .desk,
                dialogVersion: handbook.dialog.version, answers: answers)
            self.folder = folder
        }

        /// - Returns: The seconds it took, and the bytes of the file.
        func save() throws -> (seconds: Double, size: Int) {
            let start = Bench.seconds(CLOCK_MONOTONIC)
            try live.save(draft)
            live.eraseOlder()
            let seconds = Bench.seconds(CLOCK_MONOTONIC) - start
            var status = stat()
            let file = TemporaryFolder.files(below: folder + "/concepten").first
            guard let file, stat(file, &status) == 0 else { return (seconds, 0) }
            return (seconds, Int(status.st_size))
        }
    }

    private static let desk = DeskID("bench")
    private static let moment = Timestamp("2026-11-25T10:00:00+01:00")

    private static func report(_ work: () throws -> Void) {
        do { try work() } catch { print("  \(error)") }
    }
}
