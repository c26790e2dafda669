import DialogEngine
import Rules

/// Reads `proeven/*.yaml`.
public enum CaseReading {
    public struct Cases: Sendable {
        public let cases: [DialogCase]
        /// Where each case, what it gives and what it expects stand.
        public let places: [HandbookPart: Place]
    }

    public static func read(
        _ folder: DialogFolder, _ handbook: Handbook
    ) throws(HandbookReading.Invalid) -> Cases {
        let diagnostics = Diagnostics()
        let cases = CaseReader(diagnostics: diagnostics, handbook: handbook).cases(folder)
        guard diagnostics.isSound else {
            throw HandbookReading.Invalid(diagnostics: diagnostics.sorted, folder: folder)
        }
        return Cases(cases: cases, places: diagnostics.places)
    }

    /// What is wrong with the cases by themselves, when the dialogs that they name cannot be read.
    public static func mistakes(_ folder: DialogFolder) -> [Diagnostic] {
        let diagnostics = Diagnostics()
        _ = CaseReader(diagnostics: diagnostics, handbook: nil).cases(folder)
        return diagnostics.sorted
    }
}

/// One reading of all cases of a folder.
private struct CaseReader {
    let diagnostics: Diagnostics
    /// nil when there is none to look names up in.
    let handbook: Handbook?

    func cases(_ folder: DialogFolder) -> [DialogCase] {
        var names: Set<String> = []
        return folder.names(in: "proeven").flatMap { name -> [DialogCase] in
            guard let text = folder.text(name, into: diagnostics),
                let fields = Fields(
                    YAMLText.parse(text, file: folder.shown(name), into: diagnostics), diagnostics)
            else { return [] }
            defer { fields.finish() }
            let lines = folder.lines(of: folder.shown(name))
            return fields.list("proeven", isRequired: true).compactMap { dialogCase($0, lines, &names) }
        }
    }

    /// - Parameter lines: Of its file, for the places of what is typed.
    private func dialogCase(_ node: YAMLNode, _ lines: [Substring], _ names: inout Set<String>)
        -> DialogCase?
    {
        guard let fields = Fields(node, diagnostics) else { return nil }
        defer { fields.finish() }
        let name = fields.string("naam")
        let place = fields.node("naam")?.place ?? node.place
        if !name.isEmpty, !names.insert(name).inserted {
            diagnostics.add(
                .duplicateID, at: place, "er is al een proef '\(name)'; geef deze een andere naam")
        }
        diagnostics.stands(.dialogCase(name), at: place)
        let today = fields.day("vandaag", isRequired: true)
        let talk = fields.node("gesprek").map {
            TypedTalkReader(diagnostics: diagnostics, lines: lines).read($0, of: name)
        }
        if talk != nil, let answers = fields.node("antwoorden") {
            diagnostics.add(
                .wrongType, at: answers.place, "een proef heeft 'antwoorden' of een 'gesprek', niet allebei")
        }
        let given = talk == nil ? Fields(fields.required("antwoorden"), diagnostics) : nil
        let expected = Fields(fields.required("verwacht"), diagnostics).map { self.expected($0, of: name) }
        guard let today, given != nil || talk != nil, let expected else { return nil }
        return DialogCase(
            name: name, today: today, given: given?.keys.flatMap { answers($0, today, of: name) } ?? [],
            talk: talk ?? [], expected: expected)
    }

    // MARK: Answers

    private func answers(_ entry: YAMLNode.Entry, _ today: Day, of name: String) -> [DialogCase.Given] {
        guard let handbook else { return [] }
        guard let question = handbook.dialog.question(entry.key) else {
            diagnostics.add(
                .unknownFact, at: entry.keyPlace,
                "er is geen vraag '\(entry.key)'"
                    + Suggestion.near(entry.key, among: handbook.dialog.questions.map(\.id)))
            return []
        }
        guard case .map(let parts, let place) = entry.value else {
            diagnostics.stands(.given(case: name, question: question.id, party: nil), at: entry.keyPlace)
            return answer(entry.value, to: question, today).map {
                [.init(question: question.id, party: nil, answer: $0)]
            } ?? []
        }
        guard question.isPerParty else {
            diagnostics.add(
                .wrongType, at: place,
                "'\(question.id)' wordt niet per organisatie gevraagd; schrijf hier één antwoord")
            return []
        }
        return parts.compactMap { part in
            guard isParty(part, handbook.dialog) else { return nil }
            let given = HandbookPart.given(case: name, question: question.id, party: part.key)
            diagnostics.stands(given, at: part.keyPlace)
            return answer(part.value, to: question, today).map {
                .init(question: question.id, party: part.key, answer: $0)
            }
        }
    }

    private func isParty(_ entry: YAMLNode.Entry, _ dialog: Dialog) -> Bool {
        let known = dialog.parties
        if known.contains(entry.key) { return true }
        diagnostics.add(
            .unknownValue, at: entry.keyPlace,
            "er is geen organisatie '\(entry.key)'" + Suggestion.near(entry.key, among: known))
        return false
    }

    private func answer(_ node: YAMLNode, to question: Question, _ today: Day) -> Answer? {
        let written: [(text: String, place: Place)]
        switch node {
        case .text(let text, let place): written = [(text, place)]
        case .list(let nodes, _):
            written = nodes.compactMap { node in
                guard case .text(let text, let place) = node else {
                    diagnostics.add(.wrongType, at: node.place, "hier hoort een antwoord")
                    return nil
                }
                return (text, place)
            }
        case .map(_, let place):
            diagnostics.add(.wrongType, at: place, "hier hoort een antwoord of een lijst van antwoorden")
            return nil
        }
        if question.kind == .choice || question.kind == .multipleChoice {
            let known = question.values
            let odd = written.filter { !known.contains($0.text) }
            for (text, place) in odd {
                diagnostics.add(
                    .unknownValue, at: place,
                    "'\(question.id)' heeft geen keuze '\(text)'" + Suggestion.near(text, among: known))
            }
            if !odd.isEmpty { return nil }
        }
        if let answer = AnswerCoding.answer(given: written.map(\.text), to: question, today: today) {
            return answer
        }
        let words = Self.allowed(question)
        diagnostics.add(
            .refusedAnswer, at: node.place,
            "het programma weigert dit antwoord op '\(question.id)'; schrijf \(words)")
        return nil
    }

    /// What an answer looks like, after "schrijf".
    private static func allowed(_ question: Question) -> String {
        let words =
            switch question.kind {
            case .choice: "één keuze"
            case .multipleChoice: "een of meer keuzes"
            case .date: "een datum als 2026-11-02, 2026-11 of 2026, niet na 'vandaag'"
            case .text(let shape): "een tekst (\(shape.rawValue))"
            case .lines: "een tekst"
            }
        let refusals =
            (question.allowsUnknown ? [Answer.unknownID] : [])
            + (question.allowsDeclined ? [Answer.declinedID] : [])
        return ([words] + refusals).joined(separator: ", of ")
    }

    // MARK: What must come out

    private func expected(_ fields: Fields, of name: String) -> DialogCase.Expected {
        defer { fields.finish() }
        var expected = DialogCase.Expected()
        // All are asked for, so that what is mistyped finds its near miss.
        let written = DialogCase.Expectation.allCases.filter { fields.node($0.rawValue) != nil }
        for expectation in written {
            let place = fields.node(expectation.rawValue)?.place ?? fields.place
            diagnostics.stands(.expected(case: name, expectation), at: place)
            read(expectation, fields, into: &expected)
        }
        if written.isEmpty {
            let known = DialogCase.Expectation.allCases.map(\.rawValue).joined(separator: ", ")
            diagnostics.add(
                .missingKey, at: fields.place, "deze proef verwacht niets; noem een van \(known)")
        }
        return expected
    }

    private func read(
        _ expectation: DialogCase.Expectation, _ fields: Fields, into expected: inout DialogCase.Expected
    ) {
        let key = expectation.rawValue
        switch expectation {
        case .rule:
            expected.rule =
                known(fields, key, .unknownRule, "regel") { $0.rulebook.table.rules.map(\.id) }.first
        case .channel: expected.channel = fields.word(key)
        case .kind: expected.kind = fields.word(key)
        case .detail:
            expected.detail =
                known(fields, key, .unknownDetail, "detail") { $0.rulebook.table.rules.compactMap(\.detail) }
                .first
        case .place: expected.place = known(fields, key, .unknownBody, "instantie of dienst", \.places).first
        case .keeps: expected.keeps = fields.word(key)
        case .ladder:
            expected.ladder =
                known(fields, key, .unknownLadder, "ladder") { $0.rulebook.table.ladders.map(\.id) }.first
        case .steps:
            expected.steps = known(fields, key, .unknownStep, "stap") {
                $0.rulebook.table.ladders.flatMap { $0.steps.map(\.id) }
            }
        case .lastDay: expected.lastDay = fields.day(key, isRequired: true)
        case .mentions:
            expected.mentions = known(fields, key, .unknownMention, "vermelding") {
                $0.rulebook.table.mentions.map(\.id)
            }
        }
    }

    /// The names of a field, all of which must exist.
    private func known(
        _ fields: Fields, _ key: String, _ code: DiagnosticCode, _ what: String,
        _ names: (Handbook) -> [String]
    ) -> [String] {
        let written = fields.located(key)
        guard let handbook else { return [] }
        let names = names(handbook)
        for (text, place) in written where !names.contains(text) {
            diagnostics.add(
                code, at: place, "er is geen \(what) '\(text)'" + Suggestion.near(text, among: names))
        }
        return written.map(\.text)
    }
}

extension Handbook {
    /// Where a matter can lie.
    fileprivate var places: [String] {
        rulebook.register.bodies.map(\.id) + dialog.parties
    }
}

extension Dialog {
    /// Whom a talk can be about.
    fileprivate var parties: [String] {
        questions.filter(\.namesParties).flatMap { $0.options.map(\.id) } + [Answer.unknownID]
    }
}
