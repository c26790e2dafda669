import DialogEngine
import Rules

/// What each text of a handbook is for, by its Dutch words; one text may be for several things.
struct TextKinds {
    private var kinds: [String: Set<TextKind>] = [:]

    init(_ handbook: Handbook, names: Set<String>) {
        let table = handbook.rulebook.table
        let register = handbook.rulebook.register
        for question in handbook.dialog.questions { add(question, handbook.emergencies.question) }
        for rule in table.rules {
            add(.reason, [rule.because])
            if rule.channel == .emergency { add(.danger, [rule.because]) }
        }
        let dangerous = Set(table.rules.filter { $0.channel == .emergency }.compactMap(\.ladder))
        for ladder in table.ladders {
            add(.step, ladder.steps.map(\.how))
            if dangerous.contains(ladder.id) { add(.danger, ladder.steps.map(\.how)) }
        }
        add(.mention, table.mentions.map(\.text))
        add(.program, Phrase.allCases.map(handbook.phrases.text))
        add(.danger, [.emergencySign, .emergencyNothingKept].map(handbook.phrases.text))
        add(.step, register.partners.flatMap(\.services).flatMap(\.how).map { Text($0) })
        add(
            .name,
            register.partners.flatMap(\.services).map { Text($0.name) }
                + register.partners.map { Text($0.nameInSentence) }
                + register.bodies.flatMap { [Text($0.name), Text($0.nameInSentence)] }
                + (names + [handbook.gemeente.name]).map { Text($0) })
    }

    func callAsFunction(_ dutch: String) -> Set<TextKind> { kinds[dutch] ?? [] }

    private mutating func add(_ question: Question, _ danger: String) {
        add(.question, [question.wording])
        add(.help, [question.help])
        add(.short, [question.short])
        add(.choice, question.options.map(\.label))
        if question.id == danger { add(.danger, [question.wording] + question.options.map(\.label)) }
    }

    private mutating func add(_ kind: TextKind, _ texts: [Text]) {
        for text in texts where !text.isEmpty { kinds[text.words, default: []].insert(kind) }
    }
}
