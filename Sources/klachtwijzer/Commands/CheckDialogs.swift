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
    private var options: Settings { shared.settings }

    func run() throws {
        let folder = try options.dialogFolder()
        let day = try day()
        let checked: HandbookReading.Checked
        do {
            checked = try HandbookReading.check(folder)
        } catch {
            let unreadable = error.diagnostics.map(Found.init)
            return try report(unreadable, folder, CheckResult(unreadable), after: [])
        }
        if let first = checked.handbook.letters.compactMap(Letters.problem).first {
            throw Problem(first.words, .notFound)
        }
        let proof = DayProof(checked.handbook, on: day)
        let found = Found.sorted(
            checked.warnings.diagnostics.map(Found.init)
                + proof.findings.map { Found($0, in: checked, folder) })
        try report(
            found, folder, CheckResult(found, proof.inForce),
            after: [proof.inForce.words, summary(checked.handbook)])
    }

    private func day() throws(Problem) -> Day {
        guard let asOf else { return try options.clock()().day }
        guard let day = Day(iso: asOf) else {
            throw Problem("'\(asOf)' is geen datum. Schrijf hem als 2026-11-25.", .wrongArguments)
        }
        return day
    }

    private func summary(_ handbook: Handbook) -> String {
        "De dialogen zijn in orde: \(handbook.dialog.questions.count) vragen, "
            + "\(handbook.rulebook.table.rules.count) regels, "
            + "\(handbook.rulebook.register.partners.count) organisaties."
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
            throw Problem(
                (list + ["\(count) in de dialogen. Er is niets gestart of veranderd."]).joined(
                    separator: "\n\n"), .notFound)
        }
        if !list.isEmpty { Output.page(list.joined(separator: "\n\n") + "\n") }
        Output.page(after.joined(separator: "\n"))
    }
}

struct CheckResult: Encodable {
    struct Mistake: Encodable {
        struct Turn: Encodable {
            let vraag: String
            let partij: String?
            let antwoord: [String]
        }

        let code: String
        let bestand: String
        let regel: Int
        let kolom: Int
        let melding: String
        let gesprek: [Turn]?

        init(_ found: Found) {
            code = found.code
            bestand = found.place.file
            regel = found.place.line
            kolom = found.place.column
            melding = found.message
            gesprek = found.witness?.turns.map {
                Turn(vraag: $0.question, partij: $0.party, antwoord: $0.answer.asWritten)
            }
        }
    }

    struct Names: Encodable {
        let regels: [String]
        let termijnen: [String]
        let artikelen: [String]
    }

    let per: String?
    let fouten: [Mistake]
    let letOp: [Mistake]
    /// Absent when the files cannot be read.
    let geldig: Names?
    let nietGeldig: Names?

    init(_ found: [Found], _ inForce: InForce? = nil) {
        fouten = found.filter { !$0.isWarning }.map(Mistake.init)
        letOp = found.filter(\.isWarning).map(Mistake.init)
        per = inForce?.day.iso
        geldig = inForce.map {
            Names(regels: $0.rules.valid, termijnen: $0.figures.valid, artikelen: $0.articles.valid)
        }
        nietGeldig = inForce.map {
            Names(regels: $0.rules.other, termijnen: $0.figures.other, artikelen: $0.articles.other)
        }
    }
}
