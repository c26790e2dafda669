import DialogEngine
import Reports
import Rules
import Understanding

extension Conversation {
    /// Looks for signs of danger before a line is kept; on one, danger is asked about at once.
    ///
    /// - Parameter isName: It should be a name or a number, in which a single word says nothing.
    /// - Returns: whether there is danger, so that the talk ends at the right number.
    func isDanger(_ typed: String, isName: Bool = false) throws -> Bool {
        guard talk?.calmedLines.contains(typed.folded) == false,
            let sign = isName ? handbook.emergencies.option(in: typed) : sign(in: typed)
        else { return false }
        if try askDanger(sign, saying: .emergencySign) { return true }
        talk?.calmedLines.insert(typed.folded)
        return false
    }

    /// Looks for danger in an answer that tells more than which choice it is: `ik ben bang voor hem`. At the question about
    /// danger itself such an answer is asked about, for a wrong number there costs the most.
    ///
    /// - Returns: whether the question is left: there is danger, or it was answered meanwhile.
    func isDanger(toldIn typed: String, at question: Question) throws -> Bool {
        switch question.kind {
        case .choice, .multipleChoice: break
        case .date, .text, .lines: return false
        }
        let plain = typed.foldedPhrase
        guard plain.split(separator: " ").count > 2,
            !Choices.isBeginningOfName(plain, in: question.options, wording.translation)
        else { return false }
        guard question.id == handbook.emergencies.question else { return try isDanger(typed) }
        guard beginsWithYes(typed) else { return try isDanger(typed) }
        _ = try askDanger(sign(in: typed), saying: .emergencyNumbers)
        return true
    }

    /// The option of the question about danger that a line points to.
    private func sign(in typed: String) -> String? {
        handbook.emergencies.option(in: typed)
            ?? setting.listening.listening()?.listener.understand(typed).danger?.value
    }

    /// Where no story is asked for: the numbers, for somebody who says all the same that there is danger.
    func warnOfDanger(_ typed: String) throws {
        guard sign(in: typed) != nil else { return }
        try say(wording(.emergencyNumbers), style: .warning)
    }

    /// Says the numbers, and in a talk asks which danger there is: one key at every prompt.
    func showNumbers() throws -> AfterCommand {
        guard talk != nil else {
            try say(wording(.emergencyNumbers), style: .warning)
            return .stayAtQuestion
        }
        _ = try askDanger(nil, saying: .emergencyNumbers)
        return .leaveQuestion
    }

    /// - Parameters:
    ///   - sign: The option that a line points to; it comes first.
    ///   - phrase: What is said before the question.
    private func askDanger(_ sign: String?, saying phrase: Phrase) throws -> Bool {
        guard let danger = handbook.dialog.question(handbook.emergencies.question) else { return false }
        let shown =
            [sign.flatMap(danger.option)].compactMap { $0 } + danger.options.filter { $0.id != sign }
        func ask() throws {
            try say(wording(phrase), style: .warning)
            try console.write([ScreenLine(wording.question(danger), indent: 5, style: .strong)])
            try showChoices()
        }
        func showChoices() throws {
            try console.write(
                QuestionScreen(wording: wording, question: danger, party: nil, parties: []).choices(
                    shown, nil))
        }
        try ask()
        while true {
            let reply = try answerAside("danger", help: danger.help, ask: ask, again: showChoices)
            // "Ja, het stinkt naar gas" is another danger than the one that was asked about.
            if let sign, beginsWithYes(reply), let other = self.sign(in: reply), other != sign {
                return try askDanger(other, saying: .emergencyNumbers)
            }
            if let answer = dangerAnswer(reply, sign, danger, shown) { return takeDanger(answer, danger) }
            try say(wording(.emergencyNumbers), style: .warning)
            try showChoices()
        }
    }

    private func takeDanger(_ answer: Answer, _ danger: Question) -> Bool {
        guard case .options(let ids) = answer, danger.option(ids[0])?.endsRoute == true else {
            talk?.session.set(answer, for: AnswerKey(danger.id))
            return false
        }
        // Nothing of the story goes on from here.
        dropDraft()
        talk = newTalk()
        talk?.session.set(answer, for: AnswerKey(danger.id))
        return true
    }

    /// A plain yes means what the sign pointed to.
    private func dangerAnswer(
        _ reply: String, _ sign: String?, _ danger: Question, _ shown: [Option]
    ) -> Answer? {
        if let sign, reader.yesOrNo(reply) == true || beginsWithYes(reply) { return .options([sign]) }
        guard case .answer(let answer) = reader.read(reply, for: danger, shown: shown) else { return nil }
        return answer
    }

    /// "Ja, ik ben bang": a yes, and no word that takes it back.
    private func beginsWithYes(_ reply: String) -> Bool {
        let words = reply.foldedWords
        guard let first = words.first, reader.yesOrNo(first) == true else { return false }
        return !words.contains { reader.yesOrNo($0) == false || Self.denials.contains($0) }
    }

    private static let denials: Set<String> = ["niet", "geen", "not", "nee", "no", "maar", "but"]

}
