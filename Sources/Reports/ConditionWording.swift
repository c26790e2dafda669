import DialogEngine
import Rules

extension Wording {
    /// A condition as one would say it: `al daar geklaagd: ja of weet ik niet`.
    ///
    /// What only the dialogs know of an organisation goes by the name that it has there.
    public func condition(_ condition: Condition, today: Day) -> String {
        switch condition {
        case .always: self(.yes)
        case .fact(let fact, let wanted): part(fact, wanted, today)
        case .all(let parts):
            parts.map { self.condition($0, today: today) }.joined(separator: " \(self(.and)) ")
        case .any(let parts):
            parts.map { self.condition($0, today: today) }.joined(separator: ", \(self(.or)) ")
        case .not(let part): self(.whyNotNegated, ["deel": "(\(self.condition(part, today: today)))"])
        }
    }

    private func part(_ fact: Int, _ wanted: ValueSet, _ today: Day) -> String {
        let domain = handbook.dialog.vocabulary.domains[fact]
        let values = wanted.indexes.map { domain.values[$0] }
        if let question = handbook.dialog.question(domain.name) {
            let words = values.map { value(of: $0, question, today) }
            return "\(self(question.short)): \(shortened(words))"
        }
        if domain.name == "partij" {
            return self(.whyNotParty, ["kenmerk": shortened(values.map(party))])
        }
        let name = domain.name.split(separator: ".", maxSplits: 1)
        let words = shortened(values)
        guard name.first == "partij" else { return "\(domain.name): \(words)" }
        return self(.whyNotParty, ["kenmerk": "\(name.last ?? ""): \(words)"])
    }

    private func value(of id: String, _ question: Question, _ today: Day) -> String {
        if id == Answer.unknownID { return self(.notKnownAnswer) }
        if id == Answer.declinedID { return self(.notSaidAnswer) }
        if case .date(let classes) = question.kind, let index = classes.firstIndex(where: { $0.id == id }) {
            return dateClass(index, of: classes, today)
        }
        return question.option(id).map { self($0.label, fillings(party: nil, parties: [])) } ?? id
    }

    /// A stretch of time by its days: `een dag voor 25 november 2025`.
    func dateClass(_ index: Int, of classes: [DateClass], _ today: Day) -> String {
        let oldest = classes[index].atMost?.before(today)
        let younger = index > 0 ? classes[index - 1].atMost?.before(today) : nil
        switch (oldest, younger) {
        case (let oldest?, nil): return self(.whyNotSince, ["dag": dayWithoutWeekday(oldest)])
        case (let oldest?, let younger?):
            return self(
                .betweenDays,
                [
                    "eerste": dayWithoutWeekday(oldest),
                    "laatste": dayWithoutWeekday(younger.adding(days: -1)),
                ])
        case (nil, let younger?): return self(.whyNotBefore, ["dag": dayWithoutWeekday(younger)])
        case (nil, nil): return classes[index].id
        }
    }

    /// Answers of which each would do; of many the first, as an example.
    public func anyOf(
        _ answers: [Answer], to question: Question, party: String?, parties: [String], today: Day
    ) -> String {
        let words = answers.map { answer -> String in
            if case .date(let range) = answer, case .date(let classes) = question.kind {
                let index = classes.firstIndex { one in
                    one.atMost.map { $0.before(today) <= range.first } ?? true
                }
                return index.map { dateClass($0, of: classes, today) } ?? self.range(range)
            }
            return self.answer(answer, to: question, party: party, parties: parties)
        }
        guard words.count > 3, let first = words.first else { return enumeration(words, with: self(.or)) }
        return self(.whyNotExample, ["antwoord": first])
    }

    private func shortened(_ words: [String]) -> String {
        let most = 4
        guard words.count > most else { return enumeration(words, with: self(.or)) }
        return words.prefix(most).joined(separator: ", ") + " …"
    }
}
