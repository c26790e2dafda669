import ArgumentParser
import DialogEngine
import DialogFiles
import Proof
import Reports
import Rules

/// `klachtwijzer controleer`: every mistake in the dialogs, at its place.
struct CheckDialogs: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "controleer", helpNames: [])
    @OptionGroup var shared: SharedOptions
    @Flag(name: .customLong("tekening")) var draws = false
    @Argument var drawingFolder: String?
    private var options: Settings { shared.settings }

    func run() throws {
        if let drawingFolder, !draws {
            throw Problem(
                "'\(drawingFolder)' ken ik hier niet. Bedoelde u --tekening \(drawingFolder)?",
                .wrongArguments)
        }
        let folder = try options.dialogFolder()
        do {
            let checked = try HandbookReading.check(folder)
            let (handbook, warnings) = (checked.handbook, checked.warnings)
            let letters = handbook.letters.compactMap(Letters.problem)
            if let first = letters.first { throw Problem(first.words, .notFound) }
            if draws, drawingFolder == "-" {
                return Output.machine(DOTText(DrawingFiles.atlas(checked).whole).text)
            }
            let drawn =
                draws
                ? try DrawingFiles.write(
                    DrawingFiles.atlas(checked), to: drawingFolder ?? DrawingFiles.usualFolder) : nil
            if options.json {
                return Output.machine(
                    JSONOutput.text(
                        CheckResult(fouten: [], letOp: warnings.diagnostics.map(CheckResult.Mistake.init))))
            }
            if !warnings.diagnostics.isEmpty { Output.page(warnings.list + "\n") }
            Output.page(
                "De dialogen zijn in orde: \(handbook.dialog.questions.count) vragen, "
                    + "\(handbook.rulebook.table.rules.count) regels, "
                    + "\(handbook.rulebook.register.partners.count) organisaties.")
            if let drawn { Output.page(drawn) }
        } catch let invalid as HandbookReading.Invalid {
            if options.json {
                Output.machine(
                    JSONOutput.text(CheckResult(invalid)))
                Exit.notFound.leave()
            }
            throw Problem(invalid.rendered, .notFound)
        }
    }
}

struct CheckResult: Encodable {
    struct Mistake: Encodable {
        let code: String
        let bestand: String
        let regel: Int
        let kolom: Int
        let melding: String

        init(_ diagnostic: Diagnostic) {
            code = diagnostic.code.rawValue
            bestand = diagnostic.place.file
            regel = diagnostic.place.line
            kolom = diagnostic.place.column
            melding = diagnostic.message
        }
    }

    let fouten: [Mistake]
    let letOp: [Mistake]
}

extension CheckResult {
    init(_ invalid: HandbookReading.Invalid) {
        let warnings = invalid.diagnostics.filter(\.code.isWarning)
        fouten = invalid.diagnostics.filter { !$0.code.isWarning }.map(Mistake.init)
        letOp = warnings.map(Mistake.init)
    }
}
