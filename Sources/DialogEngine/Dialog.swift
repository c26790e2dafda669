/// The questions of a gemeente, checked: every name a condition uses exists.
///
/// A class, though it never changes: every talk and every replay has it, and copying its parts shows there.
public final class Dialog: Sendable {
    /// Changes whenever a file of the dialog changes; stands in every record.
    public let version: String
    public let languages: [String]
    public let vocabulary: Vocabulary
    /// In the order in which a person would ask them.
    public let questions: [Question]
    private let indexByID: [String: Int]
    let slots: [QuestionSlots]
    let partySlots: PartySlots
    /// Where the questions of each stage stand.
    let routeIndexes: [Int]
    let laterIndexes: [Int]

    public init(version: String, languages: [String], vocabulary: Vocabulary, questions: [Question]) {
        self.version = version
        self.languages = languages
        self.vocabulary = vocabulary
        self.questions = questions
        indexByID = Dictionary(
            questions.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first }
        )
        slots = questions.map { QuestionSlots($0, vocabulary) }
        partySlots = PartySlots(questions, vocabulary)
        routeIndexes = questions.indices.filter { questions[$0].stage == .route }
        laterIndexes = questions.indices.filter { questions[$0].stage == .after }
    }

    public func question(_ id: String) -> Question? { indexByID[id].map { questions[$0] } }

    /// The facts that a dialog's questions give, in their order; `extra` are those of decisions.
    public static func vocabulary(of questions: [Question], extra: [FactDomain]) -> Vocabulary {
        var domains: [FactDomain] = []
        for question in questions { domains += question.domains }
        domains += PartySlots.domains(questions)
        return Vocabulary(domains + extra)
    }
}

extension Question {
    /// The values of its fact, refusals included.
    public var values: [String] {
        var values: [String]
        switch kind {
        case .choice, .multipleChoice: values = options.map(\.id)
        case .date(let classes): values = classes.map(\.id) + [Answer.unknownID]
        case .text, .lines: values = ["gegeven"] + hears.map(\.rawValue) + ["leeg"]
        }
        if allowsUnknown, !values.contains(Answer.unknownID) { values.append(Answer.unknownID) }
        if allowsDeclined { values.append(Answer.declinedID) }
        return values
    }

    var traitNames: [String] {
        var names: [String] = []
        for trait in options.lazy.flatMap(\.traits) where !names.contains(trait.name) {
            names.append(trait.name)
        }
        return names
    }

    func traitValues(_ name: String) -> [String] {
        var values: [String] = []
        for trait in options.lazy.flatMap(\.traits) where trait.name == name && !values.contains(trait.value)
        {
            values.append(trait.value)
        }
        return values
    }

    /// The facts it gives: itself, its options' traits, and for a multiple choice the count and each option.
    fileprivate var domains: [FactDomain] {
        switch kind {
        case .multipleChoice:
            let refusals = values.filter { $0 == Answer.unknownID || $0 == Answer.declinedID }
            return [FactDomain(name: id + ".aantal", values: ["geen", "een", "meer"] + refusals)]
                + options.map { FactDomain(name: id + ".bevat." + $0.id, values: ["ja", "nee"] + refusals) }
        case .choice:
            return [FactDomain(name: id, values: values)]
                + traitNames.map {
                    FactDomain(
                        name: id + "." + $0,
                        values: traitValues($0) + (allowsUnknown ? [Answer.unknownID] : []))
                }
        case .date, .text, .lines:
            return [FactDomain(name: id, values: values)]
        }
    }
}
