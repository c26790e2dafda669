import Assistant
import DialogEngine
import Glibc
import Records
import Reports
import Rules

/// Writing to a real store, flushes and all.
enum Keeping {
    static func run(_ bench: Bench) {
        guard let handbook = Deciding.handbook(), let desk = DeskID("bench"),
            let moment = Timestamp("2026-11-25T10:00:00+01:00")
        else { return }
        var folder = Array("/tmp/klachtwijzer-bench-XXXXXX".utf8CString)
        guard let made = mkdtemp(&folder) else { return print("  geen tijdelijke map") }
        do {
            let store = try Store.open(at: String(cString: made) + "/opslag")
            let session = Deciding.talk(handbook)
            var random: any RandomNumberGenerator = SystemRandomNumberGenerator()
            let live = try Drafts(store).begin(id: DraftID(using: &random), desk: desk)
            bench.measure("concept bewaren", batch: 10) {
                let draft = Draft(
                    id: live.id, desk: desk, account: "bench", madeAt: moment, voice: .desk,
                    dialogVersion: handbook.dialog.version,
                    answers: session.answers.keys.map { DraftAnswer(question: $0.question, values: ["ja"]) })
                report { try live.save(draft) }
            }
            var keeper = Keeper(
                DeskSetting(
                    handbook: handbook, store: store, desk: desk,
                    clerk: Clerk(account: "bench", name: nil, team: nil, role: .desk), voice: .desk,
                    programVersion: "bench", now: { moment }, random: random, writeFile: { _, _ in nil }))
            let wording = Wording(handbook)
            bench.measure("klacht bewaren", batch: 10) {
                report { _ = try keeper.keep(session, in: wording) }
            }
        } catch {
            print("  \(error)")
        }
    }

    private static func report(_ work: () throws -> Void) {
        do { try work() } catch { print("  \(error)") }
    }
}
