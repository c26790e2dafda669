import ArgumentParser
import DialogEngine
import DialogFiles
import Proof
import Records
import Reports
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
        let kept = try answers(after.handbook).map {
            KeptRecords($0, before.handbook, after.handbook, differences)
        }
        let heard = HeardWordsChange.all(
            from: DialogFolder(readingWordsIn: old), to: DialogFolder(readingWordsIn: new))
        if shared.json {
            Output.machine(JSONOutput.text(DifferencesResult(differences, heard, kept, on: day)))
        } else {
            Output.page(
                DifferencesText(differences, heard, before.handbook, after.handbook, kept, on: day).text)
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
    private func answers(_ new: Handbook) throws(Problem) -> [RecordedAnswers]? {
        guard shared.store != nil else { return nil }
        try Reading.require(new)
        let wording = Wording(new)
        let store = try shared.settings.openStore(wording)
        do {
            let found = try store.scanAnswers()
            for damaged in found.damaged { Output.problem(wording.problem(damaged)) }
            return found.answers
        } catch {
            throw Problem(wording.problem(error), .store)
        }
    }
}
