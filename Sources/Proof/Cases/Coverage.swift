import DialogEngine
import Rules

/// Of all that a talk can ask, offer and say, what the cases touch.
///
/// The reason of a decision belongs to its rule; what the program says of itself stands in `programma.yaml` and is
/// the same for every gemeente's cases.
public struct Coverage: Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case rules = "regels"
        case questions = "vragen"
        /// Options, classes of dates, and every way not to answer.
        case choices = "keuzes"
        /// The steps of ladders, each with its own words.
        case steps = "stappen"
        /// The terms that are told at a step.
        case terms = "termijnen"
        case mentions = "vermeldingen"
    }

    public struct Item: Hashable, Sendable {
        /// Different for each of a kind.
        public let name: String
        public let part: HandbookPart
    }

    public struct Part: Sendable {
        public let kind: Kind
        public let all: Int
        public let untouched: [Item]
        public var touched: Int { all - untouched.count }

        /// Of neighbours with one question, or one step, the first names it.
        fileprivate var shortNames: [String] {
            var last: Substring?
            return untouched.map { item in
                let parts = item.name.split(separator: ": ", maxSplits: 1)
                defer { last = parts.first }
                return parts.count == 2 && parts[0] == last ? String(parts[1]) : item.name
            }
        }
    }

    public let cases: Int
    /// One for each kind.
    public let parts: [Part]

    init(_ runs: [CaseRun], _ handbook: Handbook) {
        let items = CoverageItems(handbook)
        var touched = Touched(handbook, items)
        // Where a talk goes another way than it is written, it shows nothing.
        for run in runs where run.halt == nil { touched.add(run) }
        cases = runs.count
        parts = Kind.allCases.map { kind in
            let names = touched.names[kind] ?? []
            let all = items.all(kind)
            return Part(kind: kind, all: all.count, untouched: all.filter { !names.contains($0.name) })
        }
    }

    /// One for each kind of which something is left out.
    var findings: [Finding] {
        parts.compactMap { part in
            guard let first = part.untouched.first else { return nil }
            let names = Listing.names(part.shortNames)
            return Finding(
                part.kind.code, first.part,
                "geen proef komt langs \(part.kind.inSentence): \(names); schrijf er een voor")
        }
    }
}

extension Coverage.Kind {
    fileprivate var code: FindingCode {
        switch self {
        case .rules: .ruleWithoutCase
        case .questions: .questionWithoutCase
        case .choices: .choiceWithoutCase
        case .steps: .stepWithoutCase
        case .terms: .termWithoutCase
        case .mentions: .mentionWithoutCase
        }
    }

    fileprivate var inSentence: String {
        switch self {
        case .rules: "deze regels"
        case .questions: "deze vragen"
        case .choices: "deze keuzes"
        case .steps: "deze stappen"
        case .terms: "deze termijnen"
        case .mentions: "deze vermeldingen"
        }
    }
}

/// Everything that a case can touch, by kind, with its name.
private struct CoverageItems {
    let handbook: Handbook
    /// By ladder: the name of each step and of its terms.
    let steps: [String: [(name: String, terms: [String])]]

    init(_ handbook: Handbook) {
        self.handbook = handbook
        steps = Dictionary(
            handbook.rulebook.table.ladders.map { ($0.id, Self.names(of: $0)) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Two steps of a ladder may have one id, for two kinds of parties.
    private static func names(of ladder: Ladder) -> [(name: String, terms: [String])] {
        var taken: Set<String> = []
        func name(_ wanted: String) -> String {
            var (name, number) = (wanted, 2)
            while !taken.insert(name).inserted {
                name = "\(wanted) (\(number))"
                number += 1
            }
            return name
        }
        return ladder.steps.map { step in
            let own = name("\(ladder.id)/\(step.id)")
            return (own, step.limits.map { name("\(own): \($0.figure)") })
        }
    }

    func all(_ kind: Coverage.Kind) -> [Coverage.Item] {
        let table = handbook.rulebook.table
        switch kind {
        case .rules: return table.rules.map { .init(name: $0.id, part: .rule($0.id)) }
        case .questions: return handbook.dialog.questions.map { .init(name: $0.id, part: .question($0.id)) }
        case .choices: return handbook.dialog.questions.flatMap(choices)
        case .steps, .terms: return table.ladders.flatMap { steps(of: $0, kind) }
        case .mentions: return table.mentions.map { .init(name: $0.id, part: .mention($0.id)) }
        }
    }

    private func choices(of question: Question) -> [Coverage.Item] {
        question.values.compactMap { value in
            if value == Answer.unknownID, !question.allowsUnknown { return nil }
            if value == "leeg", !question.isOptional { return nil }
            let part = question.option(value).map { handbook.part($0, of: question) }
            return .init(name: "\(question.id): \(value)", part: part ?? .question(question.id))
        }
    }

    private func steps(of ladder: Ladder, _ kind: Coverage.Kind) -> [Coverage.Item] {
        zip(ladder.steps, steps[ladder.id] ?? []).flatMap { step, names in
            (kind == .steps ? [names.name] : names.terms).map {
                .init(name: $0, part: .step(ladder: ladder.id, id: step.id))
            }
        }
    }
}

/// What the cases played so far touched.
private struct Touched {
    private(set) var names: [Coverage.Kind: Set<String>] = [:]
    private let handbook: Handbook
    private let items: CoverageItems
    private var book: Rulebook { handbook.rulebook }

    init(_ handbook: Handbook, _ items: CoverageItems) {
        self.handbook = handbook
        self.items = items
    }

    private mutating func touch(_ kind: Coverage.Kind, _ name: String) {
        names[kind, default: []].insert(name)
    }

    mutating func add(_ run: CaseRun) {
        for key in run.replay.asked {
            touch(.questions, key.question)
            guard let answer = run.session.answers[key] else { continue }
            for value in values(of: answer, to: key.question, run.written.today) {
                touch(.choices, "\(key.question): \(value)")
            }
        }
        add(run.decision, run.replay.facts, run.replay.parties, run.written.today)
        // An advice that was not taken was shown too.
        if run.replay.isRouteComplete {
            add(run.advice, run.replay.routeFacts, run.replay.routeParties, run.written.today)
        }
    }

    private func values(of answer: Answer, to id: String, _ today: Day) -> [String] {
        switch answer {
        case .options(let chosen): return chosen
        case .unknown: return [Answer.unknownID]
        case .declined: return [Answer.declinedID]
        case .skipped: return ["leeg"]
        case .text: return ["gegeven"]
        case .lines(_, let heard): return [heard?.rawValue ?? "gegeven"]
        case .date:
            let vocabulary = handbook.dialog.vocabulary
            guard let question = handbook.dialog.question(id), let fact = vocabulary.index(of: id),
                let value = handbook.dialog.facts(saying: answer, to: question, about: nil, today: today)[
                    fact]
            else { return [] }
            return [vocabulary.domains[fact].values[value]]
        }
    }

    private mutating func add(
        _ decision: RouteDecision, _ facts: Facts, _ parties: [PartyFacts], _ today: Day
    ) {
        guard !decision.perParty.isEmpty else {
            return add(decision, parties.first?.facts ?? facts, parties.first?.party, today)
        }
        for (part, party) in zip(decision.perParty, parties) {
            add(part.decision, party.facts, party.party, today)
        }
    }

    private mutating func add(_ decision: RouteDecision, _ facts: Facts, _ party: Party?, _ today: Day) {
        touch(.rules, decision.ruleID)
        for mention in decision.mentions { touch(.mentions, mention.id) }
        guard let rule = book.table.rules.first(where: { $0.id == decision.ruleID }) else { return }
        let ladder = book.table.ladder(of: rule, about: party)
        for (step, names) in zip(ladder.steps, items.steps[ladder.id] ?? [])
        where step.when.holds(facts, book.vocabulary) {
            if decision.absentParty != nil, step.who == .party { continue }
            touch(.steps, names.name)
            for (limit, name) in zip(step.limits, names.terms)
            where limit.when.holds(facts, book.vocabulary)
                && book.terms.figure(limit.figure, on: today) != nil
            {
                touch(.terms, name)
            }
        }
    }
}
