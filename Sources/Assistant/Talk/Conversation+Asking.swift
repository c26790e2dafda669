import DialogEngine
import Records
import Reports
import Rules

extension Conversation {
    /// Asks one question until it is answered or a command leads elsewhere.
    func ask(_ key: AnswerKey, _ replay: Replay) throws {
        guard let talk, let question = talk.dialog.question(key.question) else { return }
        let screen = QuestionScreen(
            wording: wording, question: question, party: key.party, parties: talk.parties(replay),
            isReadAloud: setting.voice == .phone)
        var (shown, heading) = choices(for: question, replay)
        let number = talk.number(of: key, replay)
        let current = talk.session.answers[key]
        try console.write(screen.lines(number: number, shown: shown, heading: heading, current: current))
        let expected = max(number, expectedQuestions(talk, replay))
        let note = wording(.progress, ["nummer": String(number), "aantal": String(expected)])

        let completer = completer(for: question, party: key.party, parties: talk.parties(replay))
        var refused = ""

        while true {
            let prompt = prompt(
                key.party.map { "\(key.question) \($0)" } ?? key.question, note: note, completer: completer,
                takesLines: question.kind == .lines, refused: refused)
            switch try firstInput(key) ?? read(prompt) {
            case .command(let command, let argument):
                if try run(command, argument, at: key, replay) == .leaveQuestion { return }
            case .unknownCommand(let typed):
                try say(wording(.hintCommand, ["invoer": typed]), style: .warning)
            case .answer(let typed):
                if question.kind == .lines {
                    if try takeLines(typed, question, key, current) { return }
                    continue
                }
                if typed.trimmed.isEmpty {
                    if current != nil {
                        self.talk?.again = nil
                        return
                    }
                    if !question.isSearched, shown.count < question.options.count {
                        (shown, heading) = (question.options, nil)
                        try console.write(screen.choices(shown, heading))
                        continue
                    }
                }
                if case .text(let shape) = question.kind, try isDanger(typed, isName: shape != .free) {
                    return
                }
                if try isDanger(toldIn: typed, at: question) { return }
                let typed = try withoutSecrets(typed, for: question)
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
                    if try isDanger(typed) { return }
                    if setting.voice == .phone, try hearNote(typed) { return }
                    refused = typed
                    // Who would rather not say it may need them all the same.
                    if hint == .unknownNotPossible, question.id == handbook.emergencies.question {
                        try say(wording(.emergencyNumbers), style: .warning)
                    }
                    try console.write([screen.hint(hint, typed: typed)])
                }
            }
        }
    }

    /// What was told before the story was asked, as if it was typed here.
    private func firstInput(_ key: AnswerKey) throws -> Input? {
        guard key == AnswerKey(.story), let line = firstLine else { return nil }
        firstLine = nil
        try console.write([ScreenLine(line, indent: 5, label: "› ")])
        return .answer(line)
    }

    var reader: AnswerReader {
        let day = today
        if let known = knownReader, known.today == day, known.translation.language == wording.language {
            return known
        }
        let reader = AnswerReader(
            words: handbook.answerWords, today: day, translation: wording.translation,
            danger: handbook.emergencies.question)
        knownReader = reader
        return reader
    }

    /// The route is rarely known to the end; what is visible now is a fair guess.
    private func expectedQuestions(_ talk: Talk, _ replay: Replay) -> Int {
        let count = replay.asked.count(where: talk.isAsked)
        return replay.isRouteComplete ? count : max(count + 4, 9)
    }

    /// The options to number: all, or those that go best with what was told.
    private func choices(for question: Question, _ replay: Replay) -> (shown: [Option], heading: String?) {
        if let likely = talk?.likely[question.id],
            question.isSearched || talk?.session.answers[question.id] == nil
        {
            let heading: Phrase = question.isSearched ? .shownByStory : .shownByStoryOfAll
            return (likely.compactMap(question.option), wording(heading))
        }
        guard question.isSearched else { return (question.options, nil) }
        if let from = question.suggestFrom, case .options(let ids)? = talk?.session.answers[from] {
            let related = question.options.filter { !$0.related.filter(ids.contains).isEmpty }
            if !related.isEmpty { return (Array(related.prefix(8)), wording(.shownByTopic)) }
        }
        guard case .lines(let story, _)? = talk?.session.answers[.story] else { return ([], nil) }
        let matches = Choices.matching(
            story.joined(separator: " "), in: question.options, besides: handbook.answerWords.small,
            translation: wording.translation)
        return (Array(matches.prefix(6)), matches.isEmpty ? nil : wording(.shownByStory))
    }

    // MARK: Giving an answer

    /// Gives an answer that was not said outright, shows it, and keeps what was said besides as a note.
    private func give(_ answer: Answer, with rest: String, to key: AnswerKey, _ question: Question) throws {
        if !rest.isEmpty, try isDanger(rest) { return }
        guard try give(answer, to: key, isLoose: true), !rest.isEmpty else { return }
        let note = try withoutSurplus(rest)
        talk?.notes.append("\(question.short.words): \(note)")
        hearBesides(note)
        try keepDraft()
        try say(wording(.restKept, ["tekst": note]), style: .faint)
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
