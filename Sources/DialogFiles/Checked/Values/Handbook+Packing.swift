import DialogEngine
import Rules

extension Clerk.Role: PackableWord {}
extension Phrase: PackableWord {}
extension LooseWords.Role: PackableWord {}

extension Handbook: Packable {
    func pack(into packer: inout Packer) {
        precondition(dialog.vocabulary == rulebook.vocabulary, "a handbook has one vocabulary")
        // The vocabulary first: conditions are checked against it.
        packer.add(dialog.vocabulary, dialog.version, dialog.languages, dialog.questions)
        packer.add(rulebook.table, rulebook.register, rulebook.terms, rulebook.calendar)
        packer.add(gemeente, phrases, answerWords, emergencies, letters, translations)
    }

    convenience init(from unpacker: inout Unpacker) throws(Damage) {
        let vocabulary: Vocabulary = try unpacker.next()
        unpacker.valueCounts = vocabulary.domains.map(\.values.count)
        let dialog = Dialog(
            version: try unpacker.next(), languages: try unpacker.next(), vocabulary: vocabulary,
            questions: try unpacker.next())
        let rulebook = Rulebook(
            table: try unpacker.next(), register: try unpacker.next(), terms: try unpacker.next(),
            calendar: try unpacker.next(), vocabulary: vocabulary)
        guard rulebook.table.decidesAlways(for: dialog) else { throw Damage() }
        self.init(
            gemeente: try unpacker.next(), dialog: dialog, rulebook: rulebook, phrases: try unpacker.next(),
            answerWords: try unpacker.next(), emergencies: try unpacker.next(), letters: try unpacker.next(),
            translations: try unpacker.next())
    }
}

extension RoutingTable {
    /// What the program relies on when it decides: the last rule applies, and no ladder is missing.
    fileprivate func decidesAlways(for dialog: Dialog) -> Bool {
        guard let last = rules.last, last.when == .always, last.validTo == nil else { return false }
        var needed: Set<String> = ["onbekend"]
        for rule in rules { if let ladder = rule.ladder { needed.insert(ladder) } }
        for option in dialog.questions.lazy.filter(\.namesParties).flatMap(\.options) {
            let regime = option.traits.first { $0.name == "regime" }
            if let regime { needed.insert(regime.value) }
        }
        return needed.isSubset(of: ladders.map(\.id))
    }
}

extension Handbook.Letter: Packable {
    func pack(into packer: inout Packer) { packer.add(name, template) }

    init(from unpacker: inout Unpacker) throws(Damage) {
        self.init(name: try unpacker.next(), template: try unpacker.next())
    }
}

extension Gemeente: Packable {
    func pack(into packer: inout Packer) {
        packer.add(name, code, numberLetter, languages, phone, draftDays, people)
    }

    init(from unpacker: inout Unpacker) throws(Damage) {
        self.init(
            name: try unpacker.next(), code: try unpacker.next(), numberLetter: try unpacker.next(),
            languages: try unpacker.next(), phone: try unpacker.next(), draftDays: try unpacker.next(),
            people: try unpacker.next())
        guard (1...1_000_000).contains(draftDays) else { throw Damage() }
    }
}

extension Clerk: Packable {
    func pack(into packer: inout Packer) { packer.add(account, name, team, role) }

    init(from unpacker: inout Unpacker) throws(Damage) {
        self.init(
            account: try unpacker.next(), name: try unpacker.next(), team: try unpacker.next(),
            role: try unpacker.next())
    }
}

/// In the order of the phrases; the format knows their names.
extension Phrases: Packable {
    func pack(into packer: inout Packer) { packer.add(Phrase.allCases.map(text)) }

    init(from unpacker: inout Unpacker) throws(Damage) {
        let texts: [Text] = try unpacker.next()
        guard texts.count == Phrase.allCases.count else { throw Damage() }
        self.init(
            Dictionary(
                uniqueKeysWithValues: zip(Phrase.allCases, texts).lazy.filter { !$0.1.isEmpty }))
    }
}

extension AnswerWords: Packable {
    func pack(into packer: inout Packer) { packer.add(yes, no, unknown, declined, small.sorted(), loose) }

    init(from unpacker: inout Unpacker) throws(Damage) {
        self.init(
            foldedYes: try unpacker.next(), no: try unpacker.next(), unknown: try unpacker.next(),
            declined: try unpacker.next(), small: try unpacker.next(), loose: try unpacker.next())
    }
}

extension LooseWords: Packable {
    func pack(into packer: inout Packer) { packer.add(words) }

    init(from unpacker: inout Unpacker) throws(Damage) {
        guard let read = LooseWords(folded: try unpacker.next()) else { throw Damage() }
        self = read
    }
}

extension EmergencySigns: Packable {
    func pack(into packer: inout Packer) { packer.add(question, signs) }

    init(from unpacker: inout Unpacker) throws(Damage) {
        self.init(question: try unpacker.next(), signs: try unpacker.next())
    }
}

extension EmergencySigns.Sign: Packable {
    func pack(into packer: inout Packer) { packer.add(option, phrases) }

    init(from unpacker: inout Unpacker) throws(Damage) {
        self.init(option: try unpacker.next(), folded: try unpacker.next())
    }
}
