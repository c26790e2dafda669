import DialogEngine
import Reports
import Rules

extension Conversation {
    /// Asks one question until it is answered or a command leads elsewhere.
    func ask(_ key: AnswerKey, _ replay: Replay) throws {
        guard let talk, let question = talk.dialog.question(key.question) else { return }
        let screen = QuestionScreen(
            wording: wording, question: question, party: key.party, parties: talk.parties(replay))
        var (shown, heading) = choices(for: question, replay)
        let number = (replay.asked.firstIndex(of: key) ?? 0) + 1
        let current = talk.session.answers[key]
        try console.write(screen.lines(number: number, shown: shown, heading: heading, current: current))
        let expected = max(number, expectedQuestions(replay))
        let note = wording(.progress, ["nummer": String(number), "aantal": String(expected)])

        let completer = completer(for: question, party: key.party, parties: talk.parties(replay))
        var refused = ""

        while true {
            let prompt = prompt(
                key.party.map { "\(key.question) \($0)" } ?? key.question, note: note, completer: completer,
                takesLines: question.kind == .lines, refused: refused)
            switch try read(prompt) {
            case .command(let command, let argument):
                if try run(command, argument, at: key, replay) == .leaveQuestion { return }
            case .unknownCommand(let typed):
                try say(wording(.hintCommand, ["invoer": typed]), style: .warning)
            case .answer(let typed):
                if question.kind == .lines {
                    if try takeLines(typed, question, key, current) { return }
                    continue
                }
                if current != nil, typed.trimmed.isEmpty {
                    self.talk?.again = nil
                    return
                }
                if try isDanger(typed, question) { return }
                switch reader.read(typed, for: question, shown: shown) {
                case .answer(let answer):
                    if try give(answer, to: key) { return }
                    // Left as it was: the question is asked as before.
                    return
                case .loosely(let answer, let rest):
                    try give(answer, with: rest, to: key, question)
                    return
                case .several(let ids):
                    heading = wording(.whichOne)
                    shown = ids.compactMap(question.option)
                    try console.write(screen.choices(shown, heading))
                case .wrong(let hint):
                    refused = typed
                    try console.write([screen.hint(hint, typed: typed)])
                }
            }
        }
    }

    var reader: AnswerReader {
        AnswerReader(
            words: handbook.answerWords, today: today, translation: wording.translation,
            danger: handbook.emergencies.question)
    }

    /// The route is rarely known to the end; what is visible now is a fair guess.
    private func expectedQuestions(_ replay: Replay) -> Int {
        replay.isRouteComplete ? replay.asked.count : max(replay.asked.count + 4, 9)
    }

    /// The options to number: all, or for a long list those that go with the story or an earlier answer.
    private func choices(for question: Question, _ replay: Replay) -> (shown: [Option], heading: String?) {
        guard question.isSearched else { return (question.options, nil) }
        if let from = question.suggestFrom, case .options(let ids)? = talk?.session.answers[from] {
            let related = question.options.filter { !$0.related.filter(ids.contains).isEmpty }
            if !related.isEmpty { return (Array(related.prefix(8)), wording(.shownByTopic)) }
        }
        guard case .lines(let story)? = talk?.session.answers[.story] else { return ([], nil) }
        let matches = Choices.matching(
            story.joined(separator: " "), in: question.options, besides: handbook.answerWords.small,
            translation: wording.translation)
        return (Array(matches.prefix(6)), matches.isEmpty ? nil : wording(.shownByStory))
    }

    // MARK: Several lines

    /// Takes what was typed or pasted: empty lines within it do not end the answer.
    ///
    /// - Returns: whether the question is done.
    private func takeLines(
        _ typed: String, _ question: Question, _ key: AnswerKey, _ current: Answer?
    ) throws -> Bool {
        let lines = typed.split(separator: "\n").map(String.init).filter { !$0.trimmed.isEmpty }
        guard lines.count > 1 else { return try takeLine(lines.first ?? "", question, key, current) }
        for line in lines where try takeLine(line, question, key, current) { return true }
        return false
    }

    /// Takes one line of an answer of several. - Returns: whether the question is done.
    private func takeLine(_ typed: String, _ question: Question, _ key: AnswerKey, _ current: Answer?) throws
        -> Bool
    {
        guard let talk else { return true }
        if typed.trimmed.isEmpty {
            if talk.openLines.isEmpty {
                if current != nil {
                    self.talk?.again = nil
                    return true
                }
                if question.isOptional { return try give(.skipped, to: key) }
                try say(wording(.hintEmpty), style: .warning)
                return false
            }
            let lines = talk.openLines
            self.talk?.openLines = []
            if key == AnswerKey(.story) { self.talk?.storyLanguage = wording.language }
            return try give(.lines(lines), to: key)
        }
        if try isDanger(typed, question) { return true }
        // Not the copy from above: the question about danger may have changed the talk.
        self.talk?.openLines.append(typed)
        try keepDraft()
        return false
    }

    /// Looks for signs of danger before a line is kept; on one, danger is asked about at once.
    ///
    /// - Returns: whether there is danger, so that the talk ends at the right number.
    private func isDanger(_ typed: String, _ question: Question, isRest: Bool = false) throws -> Bool {
        guard isRest || isFreeText(question), talk?.calmedLines.contains(typed.folded) == false,
            let sign = handbook.emergencies.option(in: typed),
            let danger = handbook.dialog.question(handbook.emergencies.question)
        else { return false }
        try say(wording(.emergencySign), style: .warning)
        func choices() -> [ScreenLine] {
            QuestionScreen(wording: wording, question: danger, party: nil, parties: []).choices(shown, nil)
        }
        let shown = [danger.option(sign)].compactMap { $0 } + danger.options.filter { $0.id != sign }
        try console.write([ScreenLine(wording.question(danger), indent: 5, style: .strong)])
        try console.write(choices())
        while true {
            switch try read(prompt("danger", isDecisive: true)) {
            case .answer(let reply):
                guard let answer = dangerAnswer(reply, sign, danger, shown) else { break }
                if case .options(let ids) = answer, danger.option(ids[0])?.endsRoute == true {
                    // Nothing of the story goes on from here.
                    dropDraft()
                    talk = newTalk()
                    talk?.session.set(answer, for: AnswerKey(danger.id))
                    return true
                }
                talk?.calmedLines.insert(typed.folded)
                talk?.session.set(answer, for: AnswerKey(danger.id))
                return false
            case .command(.stop, _): throw Leaving(ending: .stopped)
            case .command(.language, let argument):
                _ = try switchLanguage(argument)
                try say(wording(.emergencySign), style: .warning)
                try console.write([ScreenLine(wording.question(danger), indent: 5, style: .strong)])
            case .command(let command, let argument) where [.help, .privacy, .partners].contains(command):
                _ = try run(command, argument, at: nil, nil)
            case .command, .unknownCommand: break
            }
            try console.write(choices())
        }
    }

    /// A plain yes means what the sign pointed to.
    private func dangerAnswer(
        _ reply: String, _ sign: String, _ danger: Question, _ shown: [Option]
    ) -> Answer? {
        if reader.yesOrNo(reply) == true { return .options([sign]) }
        guard case .answer(let answer) = reader.read(reply, for: danger, shown: shown) else { return nil }
        return answer
    }

    private func isFreeText(_ question: Question) -> Bool {
        switch question.kind {
        case .lines, .text(.free): true
        case .choice, .multipleChoice, .date, .text: false
        }
    }

    // MARK: Giving an answer

    /// Gives an answer that was not said outright, shows it, and keeps what was said besides as a note.
    private func give(_ answer: Answer, with rest: String, to key: AnswerKey, _ question: Question) throws {
        if !rest.isEmpty, try isDanger(rest, question, isRest: true) { return }
        guard try give(answer, to: key, isLoose: true), !rest.isEmpty else { return }
        talk?.notes.append("\(question.short.words): \(rest)")
        try keepDraft()
        try say(wording(.restKept, ["tekst": rest]), style: .faint)
    }

    /// Gives an answer; when a change would cost other answers it says so first.
    ///
    /// - Parameter isLoose: It was not said outright: show what was taken.
    /// - Returns: whether it was given.
    @discardableResult
    func give(_ answer: Answer, to key: AnswerKey, isLoose: Bool = false) throws -> Bool {
        guard var talk else { return false }
        let isChange = talk.session.answers[key] != nil
        if isChange {
            let falling = talk.session.falling(with: answer, for: key)
            if !falling.isEmpty {
                guard try confirm([cost(falling, talk.dialog), wording(.changeConfirm)]) else {
                    self.talk?.again = nil
                    try say(wording(.changeLeft))
                    return false
                }
            }
            talk.beforeChange = talk.session
        } else {
            talk.beforeChange = nil
        }
        talk.session.set(answer, for: key)
        talk.again = nil
        self.talk = talk
        if isChange { try say(wording(.changeDone)) }
        try showTaken(answer, key, isLoose: isLoose)
        try keepDraft()
        return true
    }

    /// Which answers fall when another one changes.
    private func cost(_ falling: [AnswerKey], _ dialog: Dialog) -> String {
        let names = falling.compactMap { dialog.question($0.question).map { wording($0.short) } }
        return wording(.changeCosts, ["antwoorden": wording.enumeration(names)])
    }

    /// After a search, or an answer in passing, it is not plain from the screen what was taken.
    private func showTaken(_ answer: Answer, _ key: AnswerKey, isLoose: Bool) throws {
        guard let question = talk?.dialog.question(key.question) else { return }
        switch question.kind {
        case .date:
            guard case .date = answer else { return }
        case .choice, .multipleChoice:
            guard question.isSearched || isLoose else { return }
        case .text, .lines: return
        }
        let words = wording.answer(answer, to: question, party: key.party)
        try say(wording(.taken, ["keuze": words]), style: .faint)
    }
}
