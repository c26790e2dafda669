import DialogEngine
import DialogFiles
import Proof
import Rules

/// What `verschil --json` writes.
struct DifferencesResult: Encodable {
    struct Moved: Encodable {
        let regelOud: String
        let regelNieuw: String
        let anders: [String]
        let weg: [String]
        let nieuw: [String]
        let gesprekken: Double
        let gesprek: [CheckResult.Mistake.Turn]?
        let door: [String]
        let toelichting: [String]
        /// `wijziging-zonder-toelichting`, or absent.
        let code: String?
    }

    struct Part: Encodable {
        struct Field: Encodable {
            let veld: String
            let oud: String
            let nieuw: String
        }

        let soort: String
        let id: String
        let wijziging: String
        let velden: [Field]
        let code: String?
    }

    /// Words by which stories are understood: no way changes with them.
    struct Heard: Encodable {
        struct Topic: Encodable {
            let naam: String
            let nieuw: [String]
            let weg: [String]
            let anders: [String]
        }

        let bestand: String
        let onderwerpen: [Topic]
    }

    static let unexplained = "wijziging-zonder-toelichting"

    let per: String
    let verplaatst: [Moved]
    let onderdelen: [Part]
    let herkennen: [Heard]
    /// How many complaints were played again; absent without a store.
    let klachtenBekeken: Int?
    /// Those of them that would come to something else.
    let klachten: [MovedRecord]?

    init(
        _ differences: DialogDifferences, _ heard: [HeardWordsChange], _ records: KeptRecords?, on day: Day
    ) {
        per = day.iso
        verplaatst = differences.moved.map { group in
            Moved(
                regelOud: group.oldRule, regelNieuw: group.newRule, anders: group.aspects.map(\.rawValue),
                weg: group.gone.map(Self.name), nieuw: group.come.map(Self.name), gesprekken: group.count,
                gesprek: group.witness?.turns.map {
                    .init(vraag: $0.question, partij: $0.party, antwoord: $0.answer.asWritten)
                },
                door: group.movedBy.map(Self.name), toelichting: group.notes.map(\.why),
                code: group.isExplained ? nil : Self.unexplained)
        }
        onderdelen = differences.parts.map { part in
            let isUnexplained = differences.unexplainedParts.contains(part)
            let (word, fields) = Self.words(part.change)
            return Part(
                soort: part.part.kind.rawValue, id: part.part.id, wijziging: word, velden: fields,
                code: isUnexplained ? Self.unexplained : nil)
        }
        herkennen = heard.map { change in
            Heard(
                bestand: change.file,
                onderwerpen: change.topics.map {
                    .init(naam: $0.name, nieuw: $0.added, weg: $0.removed, anders: $0.changed)
                })
        }
        klachtenBekeken = records?.count
        klachten = records?.moved
    }

    private static func name(_ part: PartKey) -> String { "\(part.kind.rawValue) \(part.id)" }

    private static func words(_ change: PartDifference.Change) -> (String, [Part.Field]) {
        switch change {
        case .added: ("nieuw", [])
        case .removed: ("weg", [])
        case .changed(let fields):
            ("anders", fields.map { Part.Field(veld: $0.name, oud: $0.old, nieuw: $0.new) })
        }
    }
}
