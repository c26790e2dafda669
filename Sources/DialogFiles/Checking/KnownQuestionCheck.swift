import DialogEngine
import Rules

/// Checks that the questions which the program reads itself are there, and are what it reads.
struct KnownQuestionCheck {
    let diagnostics: Diagnostics

    /// - Parameter place: Where the list of question files stands, for a question that is nowhere.
    func check(_ drafts: [QuestionReader.Draft], at place: Place) {
        for known in KnownQuestion.allCases {
            if let draft = drafts.first(where: { $0.question.id == known.rawValue }) {
                check(draft, known)
            } else if known.isRequired {
                diagnostics.add(
                    .missingQuestion, at: place,
                    "er is geen vraag '\(known.rawValue)' (\(words(known))); zonder dat antwoord kan een klacht niet worden bewaard"
                        + Suggestion.near(known.rawValue, among: drafts.map(\.question.id)))
            }
        }
    }

    private func check(_ draft: QuestionReader.Draft, _ known: KnownQuestion) {
        let question = draft.question
        let place = draft.fields.node("id")?.place ?? draft.place
        guard known.fits(question) else {
            diagnostics.add(
                .wrongType, at: place,
                "het programma leest '\(known.rawValue)' zelf; schrijf hier \(words(known)), of kies een andere id"
            )
            return
        }
        let ids = question.options.map(\.id)
        for choice in known.choices where !ids.contains(choice.rawValue) {
            diagnostics.add(
                .missingChoice, at: place,
                "'\(known.rawValue)' moet een keuze '\(choice.rawValue)' hebben, want die leest het programma zelf"
                    + Suggestion.near(choice.rawValue, among: ids))
        }
        guard let only = known.onlyChoices else { return }
        for id in ids where !only.contains(id) {
            diagnostics.add(
                .unknownWord, at: diagnostics.places[.option(question: question.id, id: id)] ?? place,
                "de keuze '\(id)' past niet in een klacht" + Suggestion.near(id, among: only) + " (mogelijk: "
                    + only.joined(separator: ", ") + ")")
        }
    }

    /// As a writer writes it: `soort: tekst, vorm: naam`.
    private func words(_ known: KnownQuestion) -> String {
        let kind =
            switch known.kind {
            case .choice: "soort: keuze"
            case .multipleChoice: "soort: meerkeuze"
            case .date: "soort: datum"
            case .text(let shape): "soort: tekst, vorm: \(shape.rawValue)"
            case .lines: "soort: regels"
            }
        return kind + (known.isPerParty ? ", per_partij: ja" : "")
    }
}
