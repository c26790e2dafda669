import DialogEngine
import Proof
import Rules

/// What a change of the dialogs does, in words that somebody can put a signature under.
struct DifferencesText {
    private let differences: DialogDifferences
    private let old: Handbook
    private let new: Handbook
    private let records: [MovedRecord]?
    private let day: Day

    init(
        _ differences: DialogDifferences, _ old: Handbook, _ new: Handbook, _ records: [MovedRecord]?,
        on day: Day
    ) {
        self.differences = differences
        self.old = old
        self.new = new
        self.records = records
        self.day = day
    }

    var text: String {
        if differences.areNone { return "Er verandert niets voor bewoners, gerekend op \(day.iso).\n" }
        var pieces = ["Wat er verandert voor bewoners, gerekend op \(day.iso):"]
        pieces += differences.moved.map(moved)
        if differences.moved.isEmpty { pieces.append("Geen gesprek komt ergens anders uit.") }
        pieces.append(
            (["Wat er anders geschreven staat:"] + differences.parts.map(part)).joined(separator: "\n"))
        pieces += differences.unexplainedParts.map {
            "wijziging-zonder-toelichting: \($0.part.kind.rawValue) \($0.part.id)\n  "
                + "Zet in wijzigingen.yaml waarom dit verandert, met de vraag erbij."
        }
        if let records { pieces.append(told(records)) }
        return pieces.joined(separator: "\n\n") + "\n"
    }

    // MARK: Talks

    private func moved(_ group: MovedTalks) -> String {
        let rules =
            group.oldRule == group.newRule
            ? "Regel \(group.oldRule)" : "Van regel \(group.oldRule) naar regel \(group.newRule)"
        var lines = ["\(rules): \(Self.rounded(group.count)) gesprekken"]
        lines.append("  anders: " + group.aspects.map(\.rawValue).joined(separator: ", "))
        if !group.gone.isEmpty { lines.append("  dit ging weg: " + Self.names(group.gone)) }
        if !group.come.isEmpty { lines.append("  dit kwam: " + Self.names(group.come)) }
        lines.append("  door: " + Self.names(group.movedBy))
        if let witness = group.witness {
            lines.append("  zo komt een bewoner er:")
            lines += witness.turns.map(turn)
        }
        if group.isExplained {
            lines += group.notes.map { "  toelichting van \($0.day.iso): \($0.why)" }
        } else {
            lines.append(
                "  wijziging-zonder-toelichting: zet in wijzigingen.yaml waarom, met de regel of de vraag erbij"
            )
        }
        return lines.joined(separator: "\n")
    }

    private func turn(_ turn: Witness.Turn) -> String {
        guard let question = old.dialog.question(turn.question) ?? new.dialog.question(turn.question) else {
            return "    \(turn.question)"
        }
        let answer =
            switch turn.answer {
            case .options(let ids):
                ids.map { id in question.option(id)?.label.words ?? id }.joined(separator: ", ")
            case .skipped: "(overgeslagen)"
            case .unknown: new.phrases(.notKnownAnswer)
            case .declined: new.phrases(.notSaidAnswer)
            case .date, .text, .lines: turn.answer.asWritten.joined(separator: ", ")
            }
        return "    \(question.wording.words) › \(answer)"
    }

    /// Hundreds of thousands of talks are not counted to the last one by anybody.
    static func rounded(_ count: Double) -> String {
        if count < 10_000 { return String(Int(count)) }
        if count < 1e6 { return "\(Int(count / 1e3)) duizend" }
        return count < 1e9 ? "\(Int(count / 1e6)) miljoen" : "meer dan een miljard"
    }

    // MARK: Parts

    private static let longestList = 12

    private static func names(_ parts: [PartKey]) -> String {
        let shown = parts.prefix(longestList).map { "\($0.kind.rawValue) \($0.id)" }.joined(separator: ", ")
        return parts.count > longestList ? shown + " en nog \(parts.count - longestList)" : shown
    }

    private func part(_ difference: PartDifference) -> String {
        let name = "  \(difference.part.kind.rawValue) \(difference.part.id)"
        switch difference.change {
        case .added: return name + ": nieuw"
        case .removed: return name + ": weg"
        case .changed(let fields):
            return
                ([name + ":"]
                + fields.flatMap {
                    [
                        "    \(Self.fieldWords[$0.name] ?? $0.name)", "      was   \($0.old)",
                        "      wordt \($0.new)",
                    ]
                })
                .joined(separator: "\n")
        }
    }

    /// As the writer of the dialogs knows the fields.
    private static let fieldWords = [
        "wording": "vraag", "help": "uitleg", "short": "kort", "purposes": "waarvoor", "when": "als",
        "order": "volgorde", "stage": "fase", "label": "label", "words": "woorden", "traits": "kenmerken",
        "related": "ook", "endsRoute": "einde", "channel": "kanaal", "kind": "soort", "here": "hier",
        "keeps": "bewaart", "because": "reden", "law": "wet", "source": "bron", "owner": "eigenaar",
        "validFrom": "geldigVan", "validTo": "geldigTot", "reviewOn": "herzien", "who": "wie", "how": "hoe",
        "opening": "opent", "limits": "termijnen", "text": "tekst", "contacts": "contact", "name": "naam",
        "authority": "bestuursorgaan", "task": "taak", "topics": "onderwerpen", "term": "termijn",
        "articles": "artikelen", "questions": "vragen", "rules": "regels", "mentions": "vermeldingen",
        "partners": "organisaties", "leading": "leidend", "template": "tekst", "phrases": "woorden",
    ]

    // MARK: Complaints that are kept

    private func told(_ records: [MovedRecord]) -> String {
        if records.isEmpty { return "Alle bewaarde klachten zouden nu hetzelfde antwoord krijgen." }
        let lines = records.map { record -> String in
            let way =
                record.gaatNaarElders
                ? "regel \(record.regelOud) → regel \(record.regelNieuw)" : "zelfde weg"
            guard !record.pastNiet.isEmpty else { return "  \(record.nummer): \(way)" }
            return "  \(record.nummer): \(way); past niet meer: " + record.pastNiet.joined(separator: ", ")
        }
        return (["Bewaarde klachten die nu anders zouden gaan: \(records.count)"] + lines).joined(
            separator: "\n")
    }
}
