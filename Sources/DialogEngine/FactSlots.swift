/// Where the answers of one question go among the facts, looked up once when the dialog is made: a replay records
/// every answer anew, at every prompt.
///
/// A class, though it never changes: a copy for every record would be felt.
final class QuestionSlots: Sendable {
    /// One fact, and the index of its value in the domain.
    private typealias Setting = (fact: Int, value: Int?)

    private let own: Int?
    /// What each option of a single choice says: itself and its traits.
    private let choices: [(option: String, says: [Setting])]
    private let unknown: [Setting]
    private let declined: [Setting]
    private let skipped: [Setting]
    private let several: Several?
    private let dateClasses: [DateClass]

    /// The facts of a question that takes several options.
    private struct Several {
        let count: Int
        let none, one, more: Int?
        let contains: [(option: String, fact: Int, yes: Int?, no: Int?)]
    }

    init(_ question: Question, _ vocabulary: Vocabulary) {
        func setting(_ fact: Int, _ value: String) -> Setting {
            (fact, vocabulary.domains[fact].index(of: value))
        }
        let own = vocabulary.index(of: question.id)
        let traits = question.traitNames.compactMap { name in
            vocabulary.index(of: question.id + "." + name).map { (name: name, fact: $0) }
        }
        let several = vocabulary.index(of: question.id + ".aantal").map { count in
            let domain = vocabulary.domains[count]
            return Several(
                count: count, none: domain.index(of: "geen"), one: domain.index(of: "een"),
                more: domain.index(of: "meer"),
                contains: question.options.compactMap { option in
                    vocabulary.index(of: question.id + ".bevat." + option.id).map { fact in
                        let domain = vocabulary.domains[fact]
                        return (option.id, fact, domain.index(of: "ja"), domain.index(of: "nee"))
                    }
                })
        }
        let all =
            [own, several?.count].compactMap { $0 } + traits.map(\.fact)
            + (several?.contains.map(\.fact) ?? [])
        unknown = all.map { setting($0, Answer.unknownID) }
        declined = all.map { setting($0, Answer.declinedID) }
        skipped = own.map { [setting($0, "leeg")] } ?? []
        choices =
            several == nil
            ? question.options.map { option in
                let ofTraits = traits.compactMap { trait in
                    option.traits.first { $0.name == trait.name }.map { setting(trait.fact, $0.value) }
                }
                return (option.id, (own.map { [setting($0, option.id)] } ?? []) + ofTraits)
            } : []
        dateClasses = if case .date(let classes) = question.kind { classes } else { [] }
        (self.own, self.several) = (own, several)
    }

    /// Writes what an answer says into the facts.
    func record(_ answer: Answer, today: Day, in facts: inout Facts, _ vocabulary: Vocabulary) {
        func set(_ settings: [Setting]) {
            for setting in settings { facts[setting.fact] = setting.value }
        }
        func setOwn(_ value: String) {
            if let own { facts[own] = vocabulary.domains[own].index(of: value) }
        }
        switch answer {
        case .unknown: set(unknown)
        case .declined: set(declined)
        case .skipped:
            set(skipped)
            recordSeveral([], in: &facts)
        case .options(let chosen):
            recordSeveral(chosen, in: &facts)
            if let choice = choices.first(where: { $0.option == chosen.first }) { set(choice.says) }
        case .date(let range):
            if !dateClasses.isEmpty { setOwn(DateClass.id(of: range, among: dateClasses, today: today)) }
        case .text(let words): setOwn(words.isEmpty ? "leeg" : "gegeven")
        case .lines(let lines, let heard): setOwn(heard?.rawValue ?? (lines.isEmpty ? "leeg" : "gegeven"))
        }
    }

    private func recordSeveral(_ chosen: [String], in facts: inout Facts) {
        guard let several else { return }
        facts[several.count] =
            chosen.isEmpty ? several.none : chosen.count == 1 ? several.one : several.more
        for (option, fact, yes, no) in several.contains { facts[fact] = chosen.contains(option) ? yes : no }
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
