import ArgumentParser
import DialogEngine
import DialogFiles
import Proof
import Records
import Rules

/// `klachtwijzer verschil OUD NIEUW`: what a change of the dialogs does to residents.
struct CompareDialogs: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "verschil", helpNames: [])
    @OptionGroup var shared: SharedOptions
    @Argument(help: ArgumentHelp(valueName: "OUD")) var old: String
    @Argument(help: ArgumentHelp(valueName: "NIEUW")) var new: String

    func run() throws {
        let day = try shared.settings.clock()().day
        let before = try checked(old)
        let after = try checked(new)
        let notes = after.changes.filter { !before.changes.contains($0) }
        let differences = DialogDifferences(
            old: Edition(before.handbook, before.laws), new: Edition(after.handbook, after.laws),
            notes: notes, on: day)
        let kept = try records(before.handbook, after.handbook)
        if shared.json {
            Output.machine(JSONOutput.text(DifferencesResult(differences, kept, on: day)))
        } else {
            Output.page(DifferencesText(differences, before.handbook, after.handbook, kept, on: day).text)
        }
        if !differences.isExplained { Exit.notFound.leave() }
    }

    private func checked(_ path: String) throws(Problem) -> HandbookReading.Checked {
        var settings = shared.settings
        settings.dialogs = path
        let folder = try settings.dialogFolder()
        do {
            return try HandbookReading.check(folder)
        } catch {
            throw Problem("\(path):\n\n\(error.rendered)", .notFound)
        }
    }

    /// Only of a store that is named: who compares dialogs need not read complaints.
    private func records(_ old: Handbook, _ new: Handbook) throws(Problem) -> [MovedRecord]? {
        guard shared.store != nil else { return nil }
        try Reading.require(new)
        let store = try shared.settings.openStore()
        let found: ScanResult
        do {
            found = try store.scan()
        } catch {
            throw Problem(error.words, .store)
        }
        for damaged in found.damaged { Output.problem("\(damaged.path): \(damaged.problem.words)") }
        return found.records.compactMap { MovedRecord($0.record, old, new) }
    }
}

/// A complaint in the store that would now go elsewhere, or whose answers no longer fit.
struct MovedRecord: Encodable {
    let nummer: String
    /// The rule that decides on these answers with the old dialogs, and with the new ones.
    let regelOud: String
    let regelNieuw: String
    let gaatNaarElders: Bool
    /// Questions whose answer is gone, or that were not asked then.
    let pastNiet: [String]

    /// - Returns: nil when the same answers come to the same.
    init?(_ record: ComplaintRecord, _ old: Handbook, _ new: Handbook) {
        let before = Self.replay(record, old)
        let after = Self.replay(record, new)
        // What the old dialogs refuse too is not the doing of the change.
        let misfits = after.misfits.filter { !before.misfits.contains($0) }
        let isMoved = !before.decision.endsLike(after.decision)
        guard isMoved || !misfits.isEmpty else { return nil }
        nummer = record.number.description
        regelOud = before.decision.ruleID
        regelNieuw = after.decision.ruleID
        gaatNaarElders = isMoved
        pastNiet = misfits
    }

    private static func replay(
        _ record: ComplaintRecord, _ handbook: Handbook
    ) -> (decision: RouteDecision, misfits: [String]) {
        var given = GivenAnswers(to: handbook.session(on: record.receivedAt.day))
        for answered in record.questions {
            switch answered.answer {
            case .codes(let codes): given.give(codes, to: answered.question, party: answered.party)
            case .text(let text): given.give([text], to: answered.question, party: answered.party)
            }
        }
        let session = given.session()
        let replay = session.replay()
        let next = replay.next.map { [$0.question] } ?? []
        return (handbook.decision(on: session, replay), given.wrong.map(\.question) + next)
    }
}

extension RouteDecision {
    /// Whether somebody with this decision goes to the same place, by the same steps, and the same is kept.
    func endsLike(_ other: RouteDecision) -> Bool {
        channel == other.channel && kind == other.kind && detail == other.detail
            && destination == other.destination && steps == other.steps && keeps == other.keeps
            && perParty.count == other.perParty.count
            && zip(perParty, other.perParty).allSatisfy { $0.decision.endsLike($1.decision) }
    }
}
