import DialogEngine
import Rules

/// Finds the classes of answers of a question, over all the dialogs looked at.
struct ClassMaker {
    let worlds: [World]

    /// Multiple choices of which conditions look for more options than this are too many to combine.
    static let mostLookedFor = 10

    func classes(of id: String) -> [AnswerClass] {
        let kinds = worlds.compactMap { $0.handbook.dialog.question(id)?.kind }
        let answers = kinds.first == .multipleChoice ? selections(id) : singleAnswers(id)
        return merged(answers.map { answer($0, to: id) }) { _ in "" }
    }

    /// The classes of the one party looked at, out of a multiple choice.
    func parties(of id: String) -> [AnswerClass] {
        var parties = options(id).map { Party(id: $0.id, option: $0) }
        if worlds.contains(where: { allows(.unknown, id, in: $0) || allows(.declined, id, in: $0) }) {
            parties.append(Party(id: Answer.unknownID, option: nil))
        }
        let lookedFor = Set(lookedFor(id))
        return merged(parties.map { self.party($0, of: id) }) { party in
            let own = party.parties.first
            return (own.map { lookedFor.contains($0.id) ? $0.id : "" } ?? "-")
        }
    }

    // MARK: Answers

    private func options(_ id: String) -> [Option] {
        var seen: Set<String> = []
        return worlds.flatMap { $0.handbook.dialog.question(id)?.options ?? [] }
            .filter { seen.insert($0.id).inserted }
    }

    private func singleAnswers(_ id: String) -> [Answer] {
        var answers: [Answer] = []
        for world in worlds {
            guard let question = world.handbook.dialog.question(id) else { continue }
            switch question.kind {
            case .choice: answers += question.options.map { .options([$0.id]) }
            case .date(let classes):
                answers += DateClass.examples(classes, before: world.day).map(Answer.date)
            case .text: answers.append(.text("…"))
            case .lines: answers += [.lines(["…"])] + question.hears.map { .lines(["…"], heard: $0) }
            case .multipleChoice: break
            }
            if question.allowsUnknown || question.isDate { answers.append(.unknown) }
            if question.allowsDeclined { answers.append(.declined) }
            if question.isOptional { answers.append(.skipped) }
        }
        var seen: Set<Answer> = []
        return answers.filter { seen.insert($0).inserted }
    }

    /// The options that some condition looks for (`bevat`).
    private func lookedFor(_ id: String) -> [String] {
        options(id).map(\.id).filter { option in
            worlds.contains { world in
                world.vocabulary.index(of: "\(id).bevat.\(option)").map { !world.leaves[$0].isEmpty } ?? false
            }
        }
    }

    /// A multiple choice of which conditions look for more options than are combined.
    func isTooWide(_ id: String) -> Bool {
        worlds.contains { $0.handbook.dialog.question(id)?.kind == .multipleChoice }
            && lookedFor(id).count > ClassMaker.mostLookedFor
    }

    /// No option, one, or more, with every combination of those looked for.
    private func selections(_ id: String) -> [Answer] {
        let wanted = Array(lookedFor(id).prefix(ClassMaker.mostLookedFor))
        let others = options(id).map(\.id).filter { !wanted.contains($0) }
        var answers: [Answer] = []
        for pattern in 0..<(1 << wanted.count) {
            let chosen = wanted.indices.filter { pattern & (1 << $0) != 0 }.map { wanted[$0] }
            if chosen.count == 1 { answers.append(.options(chosen)) }
            if chosen.isEmpty { answers += others.prefix(1).map { .options([$0]) } }
            let filled = chosen + others.prefix(max(0, 2 - chosen.count))
            if filled.count > 1 { answers.append(.options(filled)) }
        }
        if worlds.contains(where: { allows(.unknown, id, in: $0) }) { answers.append(.unknown) }
        if worlds.contains(where: { allows(.declined, id, in: $0) }) { answers.append(.declined) }
        if worlds.contains(where: { allows(.skipped, id, in: $0) }) { answers.append(.skipped) }
        return answers
    }

    private func allows(_ answer: Answer, _ id: String, in world: World) -> Bool {
        guard let question = world.handbook.dialog.question(id) else { return false }
        return switch answer {
        case .unknown: question.allowsUnknown || question.isDate
        case .declined: question.allowsDeclined
        case .skipped: question.isOptional
        case .options(let chosen): chosen.allSatisfy { question.option($0) != nil }
        case .date, .text, .lines: true
        }
    }

    // MARK: Classes

    private func answer(_ answer: Answer, to id: String) -> AnswerClass {
        var facts: [[Int: Int]] = []
        var ends: [Bool] = []
        var parties: [Party] = []
        var count = 0
        var contained: Set<String> = []
        if case .options(let chosen) = answer { contained = Set(chosen).intersection(lookedFor(id)) }
        for world in worlds {
            guard let question = world.handbook.dialog.question(id) else {
                facts.append([:])
                ends.append(false)
                continue
            }
            let named = question.parties(named: answer)
            if question.namesParties { count = max(count, min(2, named.count)) }
            if question.namesParties, question.kind != .multipleChoice, parties.isEmpty { parties = named }
            facts.append(
                world.handbook.dialog.facts(
                    saying: answer, to: question,
                    about: question.kind == .multipleChoice ? nil : named.first, today: world.day))
            ends.append(question.ends(with: answer))
        }
        return AnswerClass(
            answers: [answer], facts: facts, endsRoute: ends,
            isValid: worlds.map { allows(answer, id, in: $0) }, parties: parties, partyCount: count,
            contained: contained)
    }

    private func knows(_ party: Party, _ id: String, in world: World) -> Bool {
        world.handbook.dialog.question(id).map { $0.option(party.id) != nil } ?? true
    }

    private func party(_ party: Party, of id: String) -> AnswerClass {
        AnswerClass(
            answers: [], facts: worlds.map { $0.handbook.dialog.facts(about: $0.own(party, id)) },
            endsRoute: worlds.map { _ in false },
            isValid: worlds.map { party.option == nil || knows(party, id, in: $0) }, parties: [party],
            partyCount: 1, contained: party.option == nil ? [] : [party.id])
    }

    /// Those that nothing can tell apart become one.
    private func merged(_ classes: [AnswerClass], _ extra: (AnswerClass) -> String) -> [AnswerClass] {
        var merged: [AnswerClass] = [.notAsked(worlds: worlds.count)]
        var places: [ClassKey: Int] = [:]
        for one in classes {
            let key = ClassKey(
                signature: zip(worlds, one.facts).map { $0.signature($1) }, ends: one.endsRoute,
                isValid: one.isValid, parties: one.partyCount,
                regime: worlds.map { $0.regime(of: one.parties.first) },
                isAbsent: worlds.map { world in one.parties.contains(where: world.isAbsent) },
                contained: one.contained, extra: extra(one))
            if let place = places[key] {
                merged[place].answers += one.answers
                merged[place].parties += one.parties
            } else {
                places[key] = merged.count
                merged.append(one)
            }
        }
        return merged
    }

    private struct ClassKey: Hashable {
        let signature: [[Int]]
        let ends: [Bool]
        let isValid: [Bool]
        let parties: Int
        let regime: [String?]
        let isAbsent: [Bool]
        let contained: Set<String>
        let extra: String
    }
}

extension Option {
    /// The law under which a party is complained about: names its ladder.
    var regime: String? { traits.first { $0.name == "regime" }?.value }
}

extension World {
    /// The party as this dialog knows it: another may give it other traits.
    func own(_ party: Party, _ question: String) -> Party {
        guard party.option != nil, let own = handbook.dialog.question(question)?.option(party.id) else {
            return party
        }
        return Party(id: party.id, option: own)
    }
}

extension Question {
    var isDate: Bool {
        if case .date = kind { return true }
        return false
    }

    func ends(with answer: Answer) -> Bool {
        guard case .options(let chosen) = answer else { return false }
        return chosen.contains { option($0)?.endsRoute == true }
    }
}

extension DateClass {
    /// For each class a day in it, as far as it has one.
    static func examples(_ classes: [DateClass], before today: Day) -> [DateRange] {
        var younger = today.adding(days: 1)
        var examples: [DateRange] = []
        for one in classes {
            guard let span = one.atMost else {
                examples.append(DateRange(younger.adding(days: -1)))
                break
            }
            let oldest = span.before(today)
            if oldest < younger {
                examples.append(DateRange(younger.adding(days: -1)))
                younger = oldest
            }
        }
        return examples
    }
}
