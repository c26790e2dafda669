import DialogEngine
import DialogFiles
import Proof
import Reports
import Rules

/// What a change of the dialogs does, in words that somebody can put a signature under.
struct DifferencesText {
    private let differences: DialogDifferences
    private let heard: HeardWordsText
    private let old: Handbook
    private let new: Handbook
    private let records: KeptRecords?
    private let day: Day
    private let names: PartNames
    private let wording: Wording

    init(
        _ differences: DialogDifferences, _ heard: [HeardWordsChange], _ old: Handbook, _ new: Handbook,
        _ records: KeptRecords?, on day: Day
    ) {
        self.differences = differences
        self.heard = HeardWordsText(changes: heard)
        self.old = old
        self.new = new
        self.records = records
        self.day = day
        names = PartNames(old: old, new: new)
        wording = Wording(new)
    }

    var text: String {
        let date = wording.dayWithoutWeekday(day)
        if differences.areNone {
            let nothing = "Er verandert niets voor bewoners, gerekend op \(date)."
            return ([nothing] + [heard.text].compactMap { $0 }).joined(separator: "\n\n")
        }
        var pieces = ["Wat er verandert voor bewoners, gerekend op \(date)"]
        pieces += MovedBlock.all(differences.moved).enumerated().map { block($1, number: $0 + 1) }
        if differences.moved.isEmpty { pieces.append("Geen gesprek komt ergens anders uit.") }
        let unexplained = differences.unexplainedParts.map(unexplained)
        if !unexplained.isEmpty { pieces.append(unexplained.joined(separator: "\n")) }
        if let records { pieces.append(KeptRecordsText(records, names).text) }
        pieces += [written, heard.text].compactMap { $0 }
        return pieces.joined(separator: "\n\n")
    }

    // MARK: Talks

    private static let mostMoves = 8

    private func block(_ block: MovedBlock, number: Int) -> String {
        var lines = ["\(number). Door \(cause(block.causes))"]
        lines += block.goesElsewhere ? moves(block) : staying(block)
        let parts = block.parts
        if !parts.come.isEmpty { lines.append("   Erbij: " + names.list(parts.come)) }
        if !parts.gone.isEmpty { lines.append("   Weg: " + names.list(parts.gone)) }
        if !parts.other.isEmpty { lines.append("   Anders: " + names.list(parts.other)) }
        lines += example(block)
        lines += block.notes.map {
            "   Toelichting van \(wording.dayWithoutWeekday($0.day)): \($0.why)"
        }
        if !block.isExplained {
            lines.append(
                "   \(DifferencesResult.unexplained): zet in wijzigingen.yaml waarom, met \(block.suggestion)"
            )
        } else if block.notes.isEmpty {
            lines.append("   Alleen andere woorden; daar hoort geen toelichting bij.")
        }
        return lines.joined(separator: "\n")
    }

    /// Of one change what it is.
    private func cause(_ causes: [PartKey]) -> String {
        guard let only = causes.first, causes.count == 1,
            let part = differences.parts.first(where: { $0.part == only })
        else { return names.list(causes) }
        switch part.change {
        case .added: return names(only) + ", die is nieuw"
        case .removed: return names(only) + ", die is weg"
        case .changed(let fields):
            let changes = fields.map { FieldChange($0) }.filter { !$0.isToldElsewhere }
            guard changes.count == 1, let short = changes[0].short else { return names(only) }
            return "\(names(only)), \(short)"
        }
    }

    private func moves(_ block: MovedBlock) -> [String] {
        var lines = ["   Dit gaat ergens anders heen:"]
        let alone = block.groups.filter { !$0.needsSeveral }
        let shown = Array((alone.isEmpty ? block.groups : alone).prefix(Self.mostMoves))
        for group in shown {
            lines.append("     \(pair(group)), \(talks(group.count))")
            if let ending = ending(group) { lines.append("       \(ending)") }
        }
        return lines + rest(block, shown: shown)
    }

    private func rest(_ block: MovedBlock, shown: [MovedTalks]) -> [String] {
        let rest = block.groups.dropFirst(shown.count)
        guard !rest.isEmpty else { return [] }
        let count = rest.reduce(0) { $0 + $1.count }
        let what = rest.allSatisfy(\.needsSeveral) ? "bij klachten over meer organisaties tegelijk " : ""
        let ways = rest.count == 1 ? "1 andere weg" : "\(rest.count) andere wegen"
        return ["     en \(what)nog \(ways), \(talks(count)); --json noemt ze alle"]
    }

    private func staying(_ block: MovedBlock) -> [String] {
        let rules = block.groups.map(\.oldRule)
        return [
            "   Dezelfde weg; anders: " + block.aspects.map(\.words).joined(separator: ", "),
            "   Bij \(rules.count == 1 ? "regel" : "\(rules.count) regels:") \(PartNames.list(rules)), "
                + talks(block.count),
        ]
    }

    private func pair(_ group: MovedTalks) -> String {
        group.oldRule == group.newRule
            ? "regel \(group.oldRule)" : "van regel \(group.oldRule) naar \(group.newRule)"
    }

    /// `was een melding bij de gemeente, wordt een klacht bij de gemeente`.
    private func ending(_ group: MovedTalks) -> String? {
        guard let first = old.rulebook.table.rules.first(where: { $0.id == group.oldRule }),
            let second = new.rulebook.table.rules.first(where: { $0.id == group.newRule })
        else { return nil }
        let (was, becomes) = (EndingWords(rule: first).place, EndingWords(rule: second).place)
        guard was != becomes else {
            return group.aspects.isEmpty
                ? nil : "anders: " + group.aspects.map(\.words).joined(separator: ", ")
        }
        // Who goes elsewhere hears all else otherwise too; what is kept of him is not so plain.
        let keeps = group.aspects.contains(.keeps) ? "; ook anders is wat wij bewaren" : ""
        return "was \(was), wordt \(becomes)\(keeps)"
    }

    private func talks(_ count: Double) -> String {
        count == 1 ? "1 mogelijk gesprek" : "\(FiguresText.large(count)) mogelijke gesprekken"
    }

    /// A talk to try, without what has no say in the way.
    private func example(_ block: MovedBlock) -> [String] {
        guard let group = block.example, let witness = group.witness else { return [] }
        let turns = witness.turns.filter { turn in
            guard case .options = turn.answer else { return turn.answer == .unknown }
            return new.dialog.question(turn.question)?.purposes.contains(.route) != false
        }
        let told = WitnessText(Witness(turns: turns), new, on: day).turns
        guard !told.isEmpty else { return [] }
        let about = block.groups.count == 1 ? "" : " (\(pair(group)))"
        return ["   Zo komt een bewoner er\(about):"] + told.map { "     " + $0 }
    }

    // MARK: What is written

    private static let mostOfAKind = 12

    private var written: String {
        let translations = differences.parts.filter { $0.part.kind == .translation }
        let (added, removed) = (
            translations.count { $0.change == .added }, translations.count { $0.change == .removed }
        )
        let parts = differences.parts.filter {
            !names.isMade($0.part)
                && !($0.part.kind == .translation && [.added, .removed].contains($0.change))
        }
        var lines = ["Wat er anders geschreven staat"]
        for kind in PartKey.Kind.allCases {
            let told = parts.filter { $0.part.kind == kind }.compactMap(part)
            lines += told.prefix(Self.mostOfAKind)
            let rest = told.count - Self.mostOfAKind
            if rest > 0 { lines.append("  en nog \(rest) keer: \(kind.rawValue)") }
        }
        // They go with the Dutch texts, which are told above.
        if added + removed > 0 { lines.append("  vertalingen: \(added) nieuw, \(removed) weg") }
        return lines.joined(separator: "\n")
    }

    /// nil when it is told of other parts.
    private func part(_ difference: PartDifference) -> String? {
        let name = "  " + names(difference.part)
        switch difference.change {
        case .added: return name + ": nieuw"
        case .removed: return name + ": weg"
        case .changed(let fields):
            let changes = fields.map { FieldChange($0) }.filter { !$0.isToldElsewhere }
            guard !changes.isEmpty else { return nil }
            if changes.count == 1, let short = changes[0].short { return "\(name), \(short)" }
            return ([name] + changes.flatMap(\.lines).map { "    " + $0 }).joined(separator: "\n")
        }
    }

    private func unexplained(_ difference: PartDifference) -> String {
        let change = difference.change == .added ? "is nieuw" : "is weg"
        return
            "\(DifferencesResult.unexplained): \(names(difference.part)) \(change); zet in wijzigingen.yaml "
            + "waarom, met vragen: [\(difference.part.whole)]"
    }
}
