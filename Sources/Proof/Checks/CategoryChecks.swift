import DialogEngine
import Rules

/// Can the year report say of each complaint what it is about?
struct CategoryChecks {
    let checker: Checker
    private var diagrams: Diagrams { checker.diagrams }

    func run() {
        let reporting = checker.dialog.questions.filter { $0.purposes.contains(.report) }
        // A gemeente without such a question does not count by category.
        guard !reporting.isEmpty else { return }
        let kept = checker.outcomes.talks(.keeps) { $0 == Keeping.complaint.rawValue }
        for question in reporting where !diagrams.overlap(checker.outcomes.asking(question.id), kept) {
            checker.find(
                .noCategory, .question(question.id),
                "deze vraag is voor het verslag, maar komt nooit in een gesprek waarvan wij een klacht bewaren; "
                    + "pas 'als' aan of haal 'verslag' weg bij 'waarvoor'")
        }
        let asked = diagrams.union(reporting.map { checker.outcomes.asking($0.id) })
        let bare = diagrams.minus(kept, diagrams.or(asked, withTopic))
        for (index, rule) in checker.rules.enumerated() {
            let talks = diagrams.and(bare, checker.outcomes.decided[index])
            guard !talks.isEmpty else { continue }
            checker.find(
                .noCategory, .rule(rule.id),
                "een klacht die hier bewaard wordt, kan zonder categorie in het verslag komen; "
                    + "stel in dit gesprek ook een vraag met 'waarvoor: verslag'",
                in: talks)
        }
    }

    /// The talks about a party whose topic is known from the register.
    private var withTopic: TalkSet {
        diagrams.union(
            checker.paths.space.variables.enumerated().filter { $1.role != .advice }.map { index, variable in
                diagrams.value(index) { value in
                    let parties = variable.classes[value].parties
                    return !parties.isEmpty && parties.allSatisfy { $0.option?.related.isEmpty == false }
                }
            })
    }
}
