import DialogEngine
import Rules

/// A talk played as it was typed, with the reader of the desk.
///
/// What a story says between the lines is not heard here: every question is asked, as for somebody who told nothing.
struct TypedTalk {
    /// Where the talk went another way than it is written.
    struct Halt: Hashable, Sendable {
        let line: Int
        let words: String
    }

    private(set) var session: Session
    private(set) var halt: Halt?
    private let handbook: Handbook
    private let reader: AnswerReader
    /// Lines of an answer that takes several, until an empty one.
    private var open: [String] = []
    /// The choices left when what was typed fitted more than one.
    private var left: [Option]?
    /// Questions in the order in which they were answered, for going back.
    private var answered: [AnswerKey] = []

    init(_ lines: [DialogCase.Line], _ handbook: Handbook, on day: Day) {
        self.handbook = handbook
        session = handbook.session(on: day)
        reader = AnswerReader(
            words: handbook.answerWords, today: day, danger: handbook.emergencies.question)
        for line in lines {
            halt = play(line.content).map { Halt(line: line.number, words: $0) }
            if halt != nil { return }
        }
        if let key = session.replay().next, !open.isEmpty { give(.lines(open), to: key) }
    }

    /// - Returns: Why it cannot go on; nil when it can.
    private mutating func play(_ content: DialogCase.Line.Content) -> String? {
        let key = session.replay().next
        if content == .typed("<") { return goBack() }
        guard let key, let question = session.dialog.question(key.question) else {
            return "het gesprek is hier al af; haal deze regel weg"
        }
        switch content {
        case .asked(let words): return isAsked(words, question, key) ? nil : otherQuestion(question, key)
        case .typed(let line): return take(line, question, key)
        }
    }

    // MARK: What is asked

    /// The number before a question on the screen may stay; the end of a long one may go.
    private func isAsked(_ words: String, _ question: Question, _ key: AnswerKey) -> Bool {
        let number = words.prefix { $0.isNumber || $0 == " " || $0 == "·" }
        let written = number.contains("·") ? String(words.dropFirst(number.count)) : words
        return asked(question, key).foldedPhrase.hasPrefix(written.foldedPhrase)
    }

    private func otherQuestion(_ question: Question, _ key: AnswerKey) -> String {
        "hier wordt iets anders gevraagd: '\(asked(question, key))' ('\(question.id)'); pas deze regel aan, of de dialogen"
    }

    private func asked(_ question: Question, _ key: AnswerKey) -> String {
        let parties = session.replay().parties.map { name($0.party) }
        let own = session.replay().parties.first { $0.party.id == key.party }.map { name($0.party) }
        return Text.fill(
            question.wording.words,
            ["partij": own ?? Listing.names(parties), "partijen": Listing.names(parties)])
    }

    private func name(_ party: Party) -> String {
        handbook.rulebook.register.service(party.id)?.partner.nameInSentence
            ?? party.option?.label.words ?? party.id
    }

    // MARK: What is typed

    private mutating func take(_ line: String, _ question: Question, _ key: AnswerKey) -> String? {
        if question.kind == .lines, !(line.isEmpty && open.isEmpty) {
            if line.isEmpty { give(.lines(open), to: key) } else { open.append(line) }
            return nil
        }
        let shown = left ?? (question.isSearched ? [] : question.options)
        switch reader.read(line, for: question, shown: shown) {
        case .answer(let answer), .loosely(let answer, _): give(answer, to: key)
        case .several(let ids): left = ids.compactMap(question.option)
        case .wrong:
            let typed = line.isEmpty ? "alleen Enter" : "'\(line)'"
            return
                "\(typed) wordt hier geweigerd; gevraagd wordt '\(asked(question, key))' ('\(question.id)')"
        }
        return nil
    }

    private mutating func give(_ answer: Answer, to key: AnswerKey) {
        session.set(answer, for: key)
        answered.append(key)
        (open, left) = ([], nil)
    }

    private mutating func goBack() -> String? {
        left = nil
        if open.popLast() != nil { return nil }
        guard let last = answered.popLast() else { return "er is nog geen antwoord om terug te nemen" }
        session.set(nil, for: last)
        return nil
    }
}
