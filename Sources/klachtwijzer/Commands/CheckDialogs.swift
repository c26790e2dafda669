import ArgumentParser
import DialogEngine
import DialogFiles
import Proof
import Records
import Reports
import Rules

/// `klachtwijzer controleer`: every mistake in the dialogs, at its place, as of a day.
struct CheckDialogs: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "controleer", helpNames: [])
    @OptionGroup var shared: SharedOptions
    /// As of which day; law, partners and rules change in the course of time.
    @ArgumentParser.Option(name: .customLong("per")) var asOf: String?
    @Flag(name: .customLong("tekening")) var draws = false
    @Argument var drawingFolder: String?
    private var options: Settings { shared.settings }

    func run() throws {
        if let drawingFolder, !draws {
            throw Problem(
                "'\(drawingFolder)' ken ik hier niet. Bedoelde u --tekening \(drawingFolder)?",
                .wrongArguments)
        }
        let dialogs = try options.dialogFolder()
        let words = DialogFolder(readingWordsIn: dialogs.path)
        // Mistakes in both are told with their lines.
        let folder = DialogFolder(path: dialogs.path, files: dialogs.files + words.files)
        let day = try day()
        let checked: HandbookReading.Checked
        let listening: ListeningReading.Read?
        do {
            checked = try HandbookReading.check(dialogs)
            listening = try ListeningReading.read(words, checked.handbook)
        } catch {
            let known = Set(error.diagnostics)
            let ofCases = CaseReading.mistakes(folder).filter { !known.contains($0) }
            let unreadable = Found.sorted((error.diagnostics + ofCases).map(Found.init))
            return try report(unreadable, folder, CheckResult(unreadable), after: [])
        }
        if let first = checked.handbook.letters.compactMap(Letters.problem).first {
            throw Problem(Wording(checked.handbook).problem(first), .notFound)
        }
        if draws, drawingFolder == "-" {
            return Output.machine(DOTText(DrawingFiles.atlas(checked).whole).text)
        }
        let drawn =
            draws
            ? try DrawingFiles.write(
                DrawingFiles.atlas(checked), to: drawingFolder ?? DrawingFiles.usualFolder,
                in: Wording(checked.handbook)) : nil
        let began = ContinuousClock.now
        let dated = DayProof(checked.handbook, checked.laws, on: day)
        let proof = DialogProof(checked.handbook, checked.promises, named: checked.terms, on: day)
        let took = ContinuousClock.now - began
        let cases = PlayedCases(folder, checked.handbook)
        let findings = dated.findings + proof.findings + cases.findings
        let kept = listening.flatMap { listening in
            options.keptExamples.flatMap { KeptExamples(in: $0, listening, checked.handbook) }
        }
        let heard = listening?.warnings.diagnostics ?? []
        let found = Found.sorted(
            (checked.warnings.diagnostics + cases.mistakes + heard).map(Found.init)
                + findings.map { Found($0, in: checked, cases.written, folder, on: day) })
        let told = FiguresText(proof.figures, checked, took)
        try report(
            found, folder, CheckResult(found, dated.inForce, proof.figures, took, cases.coverage, kept),
            after: [dated.inForce.words, told.words] + cases.words + (kept?.words ?? [])
                + [summary(checked)]
                + (drawn.map { [$0] } ?? []))
    }

    private func day() throws(Problem) -> Day {
        guard let asOf else { return try options.clock()().day }
        guard let day = Day(iso: asOf) else {
            throw Problem("'\(asOf)' is geen datum. Schrijf hem als 2026-11-25.", .wrongArguments)
        }
        return day
    }

    private func summary(_ checked: HandbookReading.Checked) -> String {
        "De dialogen zijn in orde: \(checked.handbook.dialog.questions.count) vragen, "
            + "\(checked.handbook.rulebook.table.rules.count) regels, "
            + "\(checked.handbook.rulebook.register.partners.count) organisaties. "
            + "Alle \(checked.promises.count) beloften zijn bewezen."
    }

    /// - Parameter after: What is said when nothing stops the dialogs from being used.
    private func report(
        _ found: [Found], _ folder: DialogFolder, _ result: CheckResult, after: [String]
    ) throws(Problem) {
        let mistakes = found.count { !$0.isWarning }
        if options.json {
            Output.machine(JSONOutput.text(result))
            if mistakes > 0 { Exit.notFound.leave() }
            return
        }
        let list = found.map { $0.rendered(folder) }
        guard mistakes == 0 else {
            let count = mistakes == 1 ? "1 fout" : "\(mistakes) fouten"
            let later = found.contains { DiagnosticCode(rawValue: $0.code)?.hidesPart == true }
            throw Problem(
                (list + (later ? [HandbookReading.Invalid.lookAgain] : []) + [
                    "\(count) in de dialogen. Er is niets gestart of veranderd."
                ]).joined(
                    separator: "\n\n"), .notFound)
        }
        if !list.isEmpty { Output.page(list.joined(separator: "\n\n") + "\n") }
        Output.page(after.joined(separator: "\n"))
    }
}
