import DialogEngine
import Rules

/// Is every question reached, and does every answer lead on?
struct QuestionChecks {
    let checker: Checker
    /// Everything that an answer can change for a person.
    private let consequences: [TalkSet]
    private var diagrams: Diagrams { checker.diagrams }
    private var paths: Paths { checker.paths }

    init(checker: Checker) {
        self.checker = checker
        consequences = QuestionChecks.consequences(checker)
    }

    private static func consequences(_ checker: Checker) -> [TalkSet] {
        let steps = checker.outcomes.steps
        let limits = steps.flatMap { shown in
            shown.step.limits.map {
                checker.diagrams.and(shown.talks, checker.paths.finders[0].holds($0.when))
            }
        }
        let sets =
            checker.outcomes.decided + checker.table.mentions.map(checker.outcomes.mentioning)
            + steps.map(\.talks) + limits
        return Array(Set(sets))
    }

    func run() {
        // Only a question without answers can hold a talk up.
        let mayGetStuck = paths.space.variables.contains { $0.classes.count == 1 }
        for question in checker.dialog.questions {
            checkReached(question)
            if mayGetStuck { checkLeadsOn(question) }
            if question.purposes.contains(.route) { checkMatters(question) }
        }
        checkTwice()
        checkParties()
        for id in paths.space.tooWide {
            checker.find(
                .tooWide, .question(id),
                "voorwaarden letten op meer dan \(ClassMaker.mostLookedFor) keuzes van deze meerkeuzevraag; "
                    + "maak er kenmerken van of vraag het apart")
        }
    }

    // MARK: Is it asked?

    private func checkReached(_ question: Question) {
        guard question.when.condition != .always else { return }
        let reaching = checker.reaching(question)
        let holds = checker.finder(at: question).holds(question.when)
        if holds.isEmpty {
            checker.find(
                .neverAsked, .question(question.id),
                "deze vraag wordt nooit gesteld: haar voorwaarde spreekt zichzelf tegen; verander het 'als' of haal de vraag weg"
            )
        } else if checker.outcomes.asking(question.id).isEmpty {
            checker.find(
                .cutOff, .question(question.id),
                "deze vraag wordt nooit gesteld: wat zij nodig heeft, komt nooit samen met wat er dan al is geantwoord; verander het 'als' of haal de vraag weg"
            )
        } else {
            ConditionChecks(checker: checker, finder: checker.finder(at: question), context: reaching)
                .check(question.when, .question(question.id))
        }
    }

    // MARK: Does each answer lead on?

    private func checkLeadsOn(_ question: Question) {
        let variable = checker.variable(question)
        let asked = diagrams.and(checker.reaching(question), paths.asked[0][variable])
        for (index, one) in paths.space.variables[variable].classes.enumerated().dropFirst() {
            let answered = diagrams.value(variable) { $0 == index }
            guard diagrams.overlap(asked, answered), !diagrams.overlap(paths.talks, answered) else {
                continue
            }
            let part: HandbookPart =
                if case .options(let chosen)? = one.answers.first, let option = chosen.first {
                    .option(question: question.id, id: option)
                } else {
                    .question(question.id)
                }
            checker.find(
                .noEnd, part,
                "na dit antwoord komt het gesprek nooit aan een einde: een latere vraag heeft geen antwoorden; geef die vraag keuzes"
            )
        }
    }

    // MARK: Does it change anything?

    /// A question that is asked to find the way must be able to change the way.
    private func checkMatters(_ question: Question) {
        guard !givesLastDay(question) else { return }
        let variable = checker.variable(question)
        let isReached = paths.space.variables[variable].classes.indices.dropFirst().filter { index in
            diagrams.overlap(paths.talks, diagrams.value(variable) { $0 == index })
        }
        guard isReached.count != 1 || paths.space.variables[variable].classes.count > 2 else {
            return report(question)
        }
        guard let first = isReached.first else { return }
        let differs = consequences.contains { part in
            let one = diagrams.fixed(part, variable, first)
            return isReached.contains { diagrams.fixed(part, variable, $0) != one }
        }
        if !differs { report(question) }
    }

    /// A term counts from the date itself.
    private func givesLastDay(_ question: Question) -> Bool {
        checker.outcomes.steps.contains { shown in
            !shown.talks.isEmpty && shown.step.limits.contains { $0.from == .question(question.id) }
        }
    }

    private func report(_ question: Question) {
        checker.find(
            .noEffect, .question(question.id),
            "wat hier ook wordt geantwoord, de weg blijft gelijk; haal 'route' weg bij 'waarvoor', of gebruik het antwoord"
        )
    }

    // MARK: Is it asked twice?

    private func checkTwice() {
        for pair in askedTogether(checker.dialog.questions, where: { $0.asksTheSame(as: $1) }) {
            checker.find(
                .askedTwice, .question(pair.later.id),
                "dit is in hetzelfde gesprek al gevraagd bij '\(pair.first.id)'; gebruik dat antwoord",
                in: pair.talks)
        }
    }

    private func checkParties() {
        for pair in askedTogether(checker.dialog.questions.filter(\.namesParties), where: { _, _ in true }) {
            checker.find(
                .twoPartyQuestions, .question(pair.later.id),
                "'\(pair.first.id)' vroeg in hetzelfde gesprek al over wie het gaat; laat er één over",
                in: pair.talks)
        }
    }

    /// Each two of a kind that some talk asks both.
    private func askedTogether(
        _ questions: [Question], where areAlike: (Question, Question) -> Bool
    ) -> [(first: Question, later: Question, talks: TalkSet)] {
        questions.indices.flatMap { index in
            questions.dropFirst(index + 1).filter { areAlike(questions[index], $0) }.compactMap { later in
                let both = diagrams.and(
                    checker.outcomes.asking(questions[index].id), checker.outcomes.asking(later.id))
                return both.isEmpty ? nil : (questions[index], later, both)
            }
        }
    }
}

extension Question {
    /// The same words, or the same choices for the same use.
    fileprivate func asksTheSame(as other: Question) -> Bool {
        if wording == other.wording { return true }
        guard kind == .choice || kind == .multipleChoice, kind == other.kind else { return false }
        let own = options.map(\.label)
        return own.count > 2 && own == other.options.map(\.label)
    }
}
