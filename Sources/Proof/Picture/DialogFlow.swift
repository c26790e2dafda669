import DialogEngine
import Rules

/// The dialogs and rules of a handbook as one net: who reads what. Everything that is drawn comes from here.
struct DialogFlow {
    let handbook: Handbook
    let speaker: ConditionSpeaker
    /// In the order in which they are looked at: those that find the way, then those after it.
    let questions: [Question]
    /// The named conditions that a question or a rule reads, also by way of another one.
    let terms: [NamedCondition]
    /// The file of each question.
    private let subjectByQuestion: [String: String]
    private let positions: [Origin: Int]

    var table: RoutingTable { handbook.rulebook.table }

    init(_ handbook: Handbook, subjects: [String: String], terms: [NamedCondition]) {
        self.handbook = handbook
        let dialog = handbook.dialog
        let speaker = ConditionSpeaker(
            vocabulary: dialog.vocabulary, terms: terms, questions: dialog.questions)
        let questions =
            dialog.questions.filter { $0.stage == .route } + dialog.questions.filter { $0.stage == .after }
        self.speaker = speaker
        self.questions = questions
        subjectByQuestion = subjects
        let conditions =
            questions.map(\.when.condition) + handbook.rulebook.table.rules.map(\.when.condition)
        self.terms = Self.used(terms, by: conditions, speaker)
        positions = Self.positions(questions, terms, speaker)
    }

    func subject(of question: Question) -> String { subjectByQuestion[question.id] ?? "vragen" }

    /// The subjects in the order of their first question.
    var subjects: [String] {
        var names: [String] = []
        for name in questions.map(subject) where !names.contains(name) { names.append(name) }
        return names
    }

    /// The channels that a rule leads to, in the order of the first.
    var channels: [Channel] {
        var found: [Channel] = []
        for channel in table.rules.map(\.channel) where !found.contains(channel) { found.append(channel) }
        return found
    }

    /// Counted from one, in the order in which they are looked at.
    func number(of question: Question) -> Int {
        (questions.firstIndex { $0.id == question.id } ?? questions.count) + 1
    }

    func number(of rule: Rule) -> Int {
        (table.rules.firstIndex { $0.id == rule.id } ?? table.rules.count) + 1
    }

    func readings(of question: Question) -> [Reading] { speaker.readings(question.when.condition) }
    func readings(of rule: Rule) -> [Reading] { speaker.readings(rule.when.condition) }

    func readings(of term: NamedCondition) -> [Reading] {
        speaker.readings(term.condition, defining: term.name)
    }

    /// What completes a rule's condition: the rest of it was answered before.
    func deciding(_ rule: Rule) -> [Reading] {
        speaker.deciding(rule.when.condition) { positions[$0.origin] ?? 0 }
    }

    /// The regimes of the organisations that can be chosen, with the questions that offer them and how many.
    var regimes: [(name: String, offers: [(question: Question, count: Int)])] {
        var found: [(name: String, offers: [(question: Question, count: Int)])] = []
        for question in questions where question.namesParties {
            for option in question.options {
                guard let name = option.traits.first(where: { $0.name == "regime" })?.value else { continue }
                let regime = found.firstIndex { $0.name == name } ?? found.count
                if regime == found.count { found.append((name, [])) }
                if let last = found[regime].offers.last, last.question.id == question.id {
                    found[regime].offers[found[regime].offers.count - 1].count += 1
                } else {
                    found[regime].offers.append((question, 1))
                }
            }
        }
        return found
    }

    private static func used(
        _ terms: [NamedCondition], by conditions: [Condition], _ speaker: ConditionSpeaker
    ) -> [NamedCondition] {
        var names: Set<String> = []
        func add(_ readings: [Reading]) {
            for case .term(let name) in readings.map(\.origin) where names.insert(name).inserted {
                guard let term = terms.first(where: { $0.name == name }) else { continue }
                add(speaker.readings(term.condition, defining: name))
            }
        }
        for condition in conditions { add(speaker.readings(condition)) }
        return terms.filter { names.contains($0.name) }
    }

    /// How late in a talk each thing is known.
    private static func positions(
        _ questions: [Question], _ terms: [NamedCondition], _ speaker: ConditionSpeaker
    ) -> [Origin: Int] {
        var positions: [Origin: Int] = [:]
        for (index, question) in questions.enumerated() { positions[.question(question.id)] = 2 * index }
        positions[.party] = (questions.lastIndex { $0.namesParties } ?? 0) * 2 + 1
        positions[.advice] = (questions.lastIndex { $0.stage == .route } ?? 0) * 2 + 1
        for term in terms {
            let readings = speaker.readings(term.condition, defining: term.name)
            positions[.term(term.name)] = readings.compactMap { positions[$0.origin] }.max() ?? 0
        }
        return positions
    }
}
