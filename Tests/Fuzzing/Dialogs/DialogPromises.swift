import DialogEngine
import Rules

/// What the readers promise for any bytes in place of a dialog file.
enum DialogPromises {
    /// The invented gemeente, because reading it whole takes a millisecond.
    private static let folder: DialogFolder = {
        do {
            return try DialogFolder(reading: "Tests/Cases/Gemeenten/duinrode")
        } catch {
            preconditionFailure("this runs in the root of the repository: \(error)")
        }
    }()

    private static let today = Day(ordinal: 20_782)

    /// - Precondition: They hold; otherwise this stops the program and names the one that broke.
    static func check(_ bytes: [UInt8], as name: String) {
        let file = DialogFolder.File(name: name, bytes: bytes)
        let others = folder.files.filter { $0.name != name }
        let folder = DialogFolder(path: folder.path, files: others + [file])
        do {
            let checked = try HandbookReading.check(folder)
            checkPlaces(checked.warnings)
            _ = CheckedForm.decode(CheckedForm.encode(checked.handbook, sourceHash: 1), sourceHash: 1)
            talk(checked.handbook)
            if name.hasPrefix("proeven/") { readCases(folder, checked.handbook) }
        } catch {
            precondition(error.diagnostics.contains { !$0.code.isWarning }, "what is refused has a mistake")
            checkPlaces(error)
            checkPlaces(.init(diagnostics: CaseReading.mistakes(folder), folder: folder))
        }
    }

    /// Reading a handbook does not read its cases.
    private static func readCases(_ folder: DialogFolder, _ handbook: Handbook) {
        do {
            _ = try CaseReading.read(folder, handbook)
        } catch {
            checkPlaces(error)
        }
    }

    /// Every mistake can be shown, in a file of the folder.
    private static func checkPlaces(_ invalid: HandbookReading.Invalid) {
        for diagnostic in invalid.diagnostics {
            let place = diagnostic.place
            precondition(place.line > 0 && place.column > 0, "places are counted from one")
            precondition(place.file.hasPrefix(folder.path + "/"), "a mistake is in the folder")
            precondition(!diagnostic.message.isEmpty && !diagnostic.message.hasSuffix("."), "one sentence")
        }
        precondition(invalid.rendered.utf8.count < 1_000_000, "a list of mistakes has an end")
    }

    /// A handbook without mistakes leads somebody who always takes the last choice to a decision.
    private static func talk(_ handbook: Handbook) {
        var session = handbook.session(on: today)
        for _ in 0..<40 {
            let replay = session.replay()
            _ = handbook.decision(on: session, replay)
            _ = handbook.advice(on: session, replay)
            guard let key = replay.next, let question = handbook.dialog.question(key.question) else { return }
            session.set(answer(to: question), for: key)
        }
    }

    private static func answer(to question: Question) -> Answer {
        switch question.kind {
        case .choice, .multipleChoice: question.options.last.map { .options([$0.id]) } ?? .unknown
        case .date: .date(DateRange(today))
        case .text: .text("x")
        case .lines: .lines(["x"])
        }
    }
}
