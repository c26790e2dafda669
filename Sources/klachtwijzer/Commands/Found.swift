import DialogEngine
import DialogFiles
import Proof

/// One thing found in the dialogs at its place, in one file or in the whole.
struct Found {
    let code: String
    let isWarning: Bool
    let place: Place
    let message: String
    let witness: Witness?
    /// The witness for people.
    private var talk: WitnessText?

    init(_ diagnostic: Diagnostic) {
        code = diagnostic.code.rawValue
        isWarning = diagnostic.code.isWarning
        place = diagnostic.place
        message = diagnostic.message
        witness = nil
    }

    init(
        _ finding: Finding, in checked: HandbookReading.Checked, _ cases: CaseReading.Cases?,
        _ folder: DialogFolder, on day: Day
    ) {
        code = finding.code.rawValue
        isWarning = finding.code.isWarning
        // What stands nowhere by itself is told at the top of the file that names the others.
        place =
            checked.places[finding.part] ?? cases?.places[finding.part]
            ?? Place(file: folder.path + "/gemeente.yaml", line: 1, column: 1)
        message = finding.message
        witness = finding.witness
        talk = finding.witness.map { WitnessText($0, checked.handbook, on: day) }
    }

    /// All of a folder, by file, line and column.
    static func sorted(_ found: [Found]) -> [Found] {
        found.sorted {
            ($0.place.file, $0.place.line, $0.place.column, $0.code)
                < ($1.place.file, $1.place.line, $1.place.column, $1.code)
        }
    }

    func rendered(_ folder: DialogFolder) -> String {
        let told = place.rendered(code: code, isWarning: isWarning, message, line: folder.line(place))
        guard let talk else { return told }
        let name = "\(code) (regel \(place.line))"
        return told + "\n   zo komt u er:\n" + talk.turns.map { "     " + $0 }.joined(separator: "\n")
            + "\n   als proef, voor een bestand in proeven/:\n" + talk.dialogCase(named: name)
    }
}

extension Answer {
    /// As a program would give it; of a text only that there is one.
    var asWritten: [String] {
        switch self {
        case .options(let ids): ids
        case .date(let range): [range.first.iso]
        case .text, .lines: ["…"]
        case .unknown: [Answer.unknownID]
        case .declined: [Answer.declinedID]
        case .skipped: []
        }
    }
}
