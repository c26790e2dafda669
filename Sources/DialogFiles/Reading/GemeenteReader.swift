import DialogEngine
import Rules

/// Reads `gemeente.yaml`, `nood.yaml`, `termijnen.yaml` and the words of the program.
struct GemeenteReader {
    let diagnostics: Diagnostics

    /// The gemeente, and the names of the question files in the order in which they are played.
    func gemeente(_ node: YAMLNode?) -> (gemeente: Gemeente, questionFiles: [(text: String, place: Place)]) {
        guard let fields = Fields(node, diagnostics) else {
            return (
                Gemeente(
                    name: "", code: "", numberLetter: "", languages: ["nl"], phone: "", draftDays: 1,
                    people: []),
                []
            )
        }
        let people = fields.list("medewerkers").compactMap { node -> Clerk? in
            guard let person = Fields(node, diagnostics) else { return nil }
            defer { person.finish() }
            return Clerk(
                account: person.string("account"), name: person.string("naam"),
                team: person.optionalString("team"),
                role: person.word("rol") ?? .intakeOnly)
        }
        let gemeente = Gemeente(
            name: fields.spoken("naam"), code: fields.string("code"), numberLetter: letters(fields),
            languages: fields.strings("talen"), phone: fields.string("telefoon"),
            draftDays: fields.number("concept_dagen", upTo: 3650), people: people)
        let files = fields.located("vragen")
        fields.finish()
        return (gemeente, files)
    }

    /// The letters with which numbers of complaints begin; those that look like a digit are never in a number.
    private func letters(_ fields: Fields) -> String {
        let letters = fields.string("letter")
        let fits = letters.unicodeScalars.allSatisfy {
            ("A"..."Z").contains($0) && !"ILOU".unicodeScalars.contains($0)
        }
        if !fits || !(1...3).contains(letters.count) {
            diagnostics.add(
                .wrongType, at: fields.placeOfKey("letter"),
                "hier horen een tot drie hoofdletters, zonder I, L, O en U; daarmee begint elk klachtnummer")
        }
        return letters
    }

    func emergencies(_ node: YAMLNode?, _ dialog: Dialog) -> EmergencySigns {
        guard let fields = Fields(node, diagnostics) else { return EmergencySigns(question: "", signs: []) }
        defer { fields.finish() }
        let question = fields.string("vraag")
        let options = dialog.question(question)?.options.map(\.id) ?? []
        if options.isEmpty {
            diagnostics.add(
                .unknownFact, at: fields.placeOfKey("vraag"),
                "er is geen vraag '\(question)'"
                    + Suggestion.near(question, among: dialog.questions.map(\.id)))
        }
        let signs = fields.list("tekens", isRequired: true).compactMap { node -> EmergencySigns.Sign? in
            guard let sign = Fields(node, diagnostics) else { return nil }
            defer { sign.finish() }
            let option = sign.string("keuze")
            if !options.contains(option), !options.isEmpty {
                diagnostics.add(
                    .unknownValue, at: sign.placeOfKey("keuze"),
                    "'\(question)' heeft geen keuze '\(option)'" + Suggestion.near(option, among: options))
            }
            return .init(option: option, phrases: sign.strings("woorden"))
        }
        return EmergencySigns(question: question, signs: signs)
    }

    func answerWords(_ fields: Fields) -> AnswerWords {
        AnswerWords(
            yes: fields.strings("ja"), no: fields.strings("nee"), unknown: fields.strings("weet-ik-niet"),
            declined: fields.strings("wil-ik-niet-zeggen"), small: fields.strings("zegt-niets"),
            loose: LooseWords(
                Dictionary(
                    uniqueKeysWithValues: LooseWords.Role.allCases.map { ($0, fields.strings($0.rawValue)) }))
        )
    }

    /// Every phrase must have its words, and every text must be a phrase.
    func phrases(_ node: YAMLNode?) -> (Phrases, AnswerWords) {
        let none = AnswerWords(yes: [], no: [], unknown: [], declined: [], small: [])
        guard let fields = Fields(node, diagnostics) else { return (Phrases([:]), none) }
        defer { fields.finish() }
        var answerWords = none
        if let block = Fields(fields.required("antwoordwoorden"), diagnostics) {
            answerWords = self.answerWords(block)
            block.finish()
        }
        guard let block = Fields(fields.required("zinnen"), diagnostics) else {
            return (Phrases([:]), answerWords)
        }
        var words: [Phrase: Text] = [:]
        for entry in block.keys {
            guard let phrase = Phrase(rawValue: entry.key) else {
                let known = Phrase.allCases.map(\.rawValue)
                diagnostics.add(
                    .unknownText, at: entry.keyPlace,
                    "het programma zegt nergens '\(entry.key)'" + Suggestion.near(entry.key, among: known))
                continue
            }
            diagnostics.stands(.phrase(entry.key), at: entry.keyPlace)
            words[phrase] = block.text(entry.value)
        }
        for phrase in Phrase.allCases where words[phrase] == nil {
            diagnostics.add(.missingText, at: block.place, "hier ontbreekt de tekst '\(phrase.rawValue)'")
        }
        return (Phrases(words), answerWords)
    }
}
