/// Where the answers of one question go among the facts, looked up once when the dialog is made.
struct QuestionSlots: Sendable {
    private let own: Int?
    private let traits: [(name: String, fact: Int)]
    /// What each option of a single choice says beside itself.
    private let traitsOfOptions: [String: [Option.Trait]]
    private let count: Int?
    private let contains: [(option: String, fact: Int)]
    private let dateClasses: [DateClass]

    init(_ question: Question, _ vocabulary: Vocabulary) {
        own = vocabulary.index(of: question.id)
        count = vocabulary.index(of: question.id + ".aantal")
        traits = question.traitNames.compactMap { name in
            vocabulary.index(of: question.id + "." + name).map { (name, $0) }
        }
        let hasTraits = count == nil && !traits.isEmpty
        traitsOfOptions = Dictionary(
            hasTraits ? question.options.map { ($0.id, $0.traits) } : [],
            uniquingKeysWith: { first, _ in first })
        dateClasses = if case .date(let classes) = question.kind { classes } else { [] }
        contains =
            question.kind == .multipleChoice
            ? question.options.compactMap { option in
                vocabulary.index(of: question.id + ".bevat." + option.id).map { (option.id, $0) }
            } : []
    }

    /// Writes what an answer says into the facts.
    func record(_ answer: Answer, today: Day, in facts: inout Facts, _ vocabulary: Vocabulary) {
        func set(_ fact: Int, _ value: String) { facts[fact] = vocabulary.domains[fact].index(of: value) }
        func setAll(_ value: String) {
            if let own { set(own, value) }
            if let count { set(count, value) }
            for (_, fact) in traits + contains { set(fact, value) }
        }
        switch answer {
        case .unknown: setAll(Answer.unknownID)
        case .declined: setAll(Answer.declinedID)
        case .skipped:
            if let own { set(own, "leeg") }
            if let count { recordChosen([], count) }
        case .options(let chosen):
            if let count {
                recordChosen(chosen, count)
            } else if let own, let first = chosen.first {
                set(own, first)
                for (name, fact) in traits {
                    if let trait = traitsOfOptions[first]?.first(where: { $0.name == name }) {
                        set(fact, trait.value)
                    }
                }
            }
        case .date(let range):
            if let own, !dateClasses.isEmpty {
                set(own, DateClass.id(of: range, among: dateClasses, today: today))
            }
        case .text(let words):
            if let own { set(own, words.isEmpty ? "leeg" : "gegeven") }
        case .lines(let lines):
            if let own { set(own, lines.isEmpty ? "leeg" : "gegeven") }
        }

        func recordChosen(_ chosen: [String], _ count: Int) {
            set(count, chosen.isEmpty ? "geen" : chosen.count == 1 ? "een" : "meer")
            for (option, fact) in contains { set(fact, chosen.contains(option) ? "ja" : "nee") }
        }
    }
}

extension DateClass {
    /// The class in which the whole range lies; unknown when it crosses a border.
    static func id(of range: DateRange, among classes: [DateClass], today: Day) -> String {
        func single(_ day: Day) -> String? {
            classes.first { $0.atMost.map { day >= $0.before(today) } ?? true }?.id
        }
        guard let first = single(range.first), first == single(range.last) else { return Answer.unknownID }
        return first
    }
}

/// Where a party goes among the facts: `partij` and `partij.<trait>`.
struct PartySlots: Sendable {
    static let fact = "partij"

    private let own: Int?
    private let traits: [(name: String, fact: Int)]

    init(_ questions: [Question], _ vocabulary: Vocabulary) {
        own = vocabulary.index(of: PartySlots.fact)
        traits = PartySlots.traitNames(questions).compactMap { name in
            vocabulary.index(of: PartySlots.fact + "." + name).map { (name, $0) }
        }
    }

    func record(_ party: Party, in facts: inout Facts, _ vocabulary: Vocabulary) {
        guard let own else { return }
        facts[own] = vocabulary.domains[own].index(of: party.id)
        for (name, fact) in traits {
            let value =
                party.option.map { option in option.traits.first { $0.name == name }?.value }
                ?? Answer.unknownID
            facts[fact] = value.flatMap { vocabulary.domains[fact].index(of: $0) }
        }
    }

    static func domains(_ questions: [Question]) -> [FactDomain] {
        let sources = questions.filter(\.namesParties)
        guard !sources.isEmpty else { return [] }
        var ids: [String] = []
        for id in sources.flatMap({ $0.options.map(\.id) }) where !ids.contains(id) { ids.append(id) }
        return [FactDomain(name: fact, values: ids + [Answer.unknownID])]
            + traitNames(questions).map { name in
                var values: [String] = []
                for value in sources.flatMap({ $0.traitValues(name) }) where !values.contains(value) {
                    values.append(value)
                }
                return FactDomain(name: fact + "." + name, values: values + [Answer.unknownID])
            }
    }

    private static func traitNames(_ questions: [Question]) -> [String] {
        var names: [String] = []
        for name in questions.filter(\.namesParties).flatMap(\.traitNames) where !names.contains(name) {
            names.append(name)
        }
        return names
    }
}

extension Dialog {
    /// What one answer says, by fact, whatever else was answered.
    ///
    /// - Parameter party: The party that the answer names, when it names one.
    public func facts(
        saying answer: Answer, to question: Question, about party: Party?, today: Day
    ) -> [Int: Int] {
        guard let index = questions.firstIndex(where: { $0.id == question.id }) else { return [:] }
        var facts = Facts(count: vocabulary.domains.count)
        slots[index].record(answer, today: today, in: &facts, vocabulary)
        if let party { partySlots.record(party, in: &facts, vocabulary) }
        return facts.present
    }

    /// What is known of a party by who it is.
    public func facts(about party: Party) -> [Int: Int] {
        var facts = Facts(count: vocabulary.domains.count)
        partySlots.record(party, in: &facts, vocabulary)
        return facts.present
    }
}

extension Question {
    /// The parties that an answer names.
    public func parties(named answer: Answer) -> [Party] {
        guard namesParties else { return [] }
        return switch answer {
        case .options(let chosen): chosen.map { Party(id: $0, option: option($0)) }
        case .unknown, .declined: [Party(id: Answer.unknownID, option: nil)]
        case .date, .text, .lines, .skipped: []
        }
    }
}

/// One party that the complaint is about.
public struct Party: Hashable, Sendable {
    /// The option's id, or `weet-ik-niet`.
    public let id: String
    /// nil when the person does not know which party it is.
    public let option: Option?

    public init(id: String, option: Option?) {
        self.id = id
        self.option = option
    }
}
