import DialogEngine
import Records
import Reports
import Rules

extension Conversation {
    // MARK: Overview

    /// The answers so far, numbered; the ones in the list, in order.
    @discardableResult
    func showOverview(_ replay: Replay, title: String) throws -> [AnswerKey] {
        guard let talk else { return [] }
        let keys = replay.asked.filter { talk.session.answers[$0] != nil }
        guard !keys.isEmpty else {
            try say(wording(.overviewEmpty))
            return []
        }
        let parties = talk.parties(replay)
        let names = keys.map { key -> String in
            let short = talk.dialog.question(key.question).map { wording($0.short) } ?? key.question
            return parties.count > 1 ? short + (key.party.map { " (\(wording.party($0)))" } ?? "") : short
        }
        var lines: [ScreenLine] = [.blank, ScreenLine(title, indent: 5, style: .strong)]
        for (index, key) in keys.enumerated() {
            guard let question = talk.dialog.question(key.question), let answer = talk.session.answers[key]
            else {
                continue
            }
            let words = wording.answer(answer, to: question, party: key.party, parties: parties)
            let number = index + 1 < 10 ? " \(index + 1)  " : "\(index + 1)  "
            lines.append(ScreenLine("\(names[index]): \(words)", indent: 5, label: number))
        }
        try console.write(lines)
        return keys
    }

    /// The last look before it is kept.
    func review(_ replay: Replay) throws {
        let title = "\(wording(.overviewTitle)) \(wording(.overviewKeys))"
        let keys = try showOverview(replay, title: title)
        while true {
            switch try read(prompt("review", isDecisive: true)) {
            case .command(let command, let argument):
                if try run(command, argument, at: nil, replay) == .leaveQuestion { return }
            case .unknownCommand(let typed):
                try say(wording(.hintCommand, ["invoer": typed]), style: .warning)
            case .answer(let typed):
                let plain = typed.foldedPhrase
                if plain.isEmpty || Int(plain) == nil && reader.yesOrNo(typed) == true {
                    return try finish(replay)
                }
                if let number = Int(plain), keys.indices.contains(number - 1) {
                    talk?.again = keys[number - 1]
                    return
                }
                let isNumber = Int(plain) != nil
                try say(
                    isNumber
                        ? wording(.hintNoSuchNumber, ["nummer": plain, "aantal": String(keys.count)])
                        : wording(.hintReview, ["aantal": String(keys.count)]), style: .warning)
            }
        }
    }

    // MARK: Finishing

    /// Keeps what is to be kept, tells the outcome, and makes ready for the next.
    func finish(_ replay: Replay) throws {
        let moment = talk?.perhapsKeptAt ?? setting.now()
        // Begun in the old year: the number is of the year in which it is kept.
        if let identity = talk?.identity, !identity.isOf(moment) { try keepDraft() }
        guard let talk else { return }
        let kept: KeptMatter
        do {
            kept = try keeper.keep(
                talk.session, notes: talk.notes, after: talk.after, in: wording,
                storyLanguage: talk.storyLanguage, sources: talk.sources, as: talk.identity, at: moment)
        } catch {
            if error.safe == .oldOrNew { self.talk?.perhapsKeptAt = moment }
            return try notKept(error, talk, replay)
        }
        storeFailed = false
        if kept.keeps == .count { dropDraft() }
        last = kept
        lastTalk = kept.keeps == .count ? nil : talk.session.withoutWords
        try console.write(outcomeScreen.lines(kept))
        // Not before the number is on the screen: who is stopped in between hears it of the draft.
        dropDraft()
        try sayWhatIsSent(kept, talk, replay)
        try makeExample(of: talk, kept, replay)
        self.talk = nil
        if let next = nextMatter(after: talk, kept) {
            try say(wording(kept.record?.complainant.name == nil ? .nextMatter : .nextMatterSamePerson))
            self.talk = next
        } else if try wantsAnother(talk) {
            if kept.record?.complainant.name != nil { try say(wording(.nextMatterSamePerson)) }
            self.talk = another(after: talk, kept.number)
        } else {
            try waitForNext()
        }
    }

    /// The store did not take it: nothing is lost, and the person still hears where to go.
    private func notKept(_ error: StoreError, _ talk: Talk, _ replay: Replay) throws {
        try say(error)
        let advice = handbook.advice(on: talk.session, replay)
        guard advice.keeps == .count else { return try review(replay) }
        let told = telling.told(advice, advice: advice)
        try console.write(
            outcomeScreen.lines(
                KeptMatter(
                    told: told, language: wording.language, keeps: .count, kind: advice.kind, number: nil,
                    record: nil, at: setting.now())))
        dropDraft()
        self.talk = nil
        speakUsualLanguage()
    }

    /// To whom the complaint goes, and to whom nothing goes.
    private func sayWhatIsSent(_ kept: KeptMatter, _ talk: Talk, _ replay: Replay) throws {
        guard let record = kept.record else { return }
        let asked = replay.asked.filter { $0.question == KnownQuestion.sharing.rawValue }
        var yes = asked.filter { talk.session.answers[$0]?.isChoice(.yes) == true }.compactMap(\.party).map(
            wording.partyInSentence)
        if asked.isEmpty, record.consentToForward == true {
            yes = replay.parties.map { wording.partyInSentence($0.party.id) }
        }
        guard !yes.isEmpty else { return }
        // On its own: it is said of this talk, and is none of the points to mind above it.
        try console.write([.blank])
        try say(wording(.sharedWith, ["partijen": wording.enumeration(yes)]))
    }

    // MARK: The next matter of the same person

    /// The matter that the rule itself says comes next, such as the complaint beside an objection.
    private func nextMatter(after talk: Talk, _ kept: KeptMatter) -> Talk? {
        let answers = handbook.rulebook.table.rules.first { $0.id == kept.told.rule }?.thenAnswers ?? []
        guard !answers.isEmpty else { return nil }
        var next = newTalk()
        next.after = kept.number
        next.storyLanguage = talk.storyLanguage
        for key in talk.session.answers.keys { next.session.set(talk.session.answers[key], for: key) }
        for answer in answers { next.session.set(.options([answer.value]), for: AnswerKey(answer.name)) }
        return next
    }

    private func wantsAnother(_ talk: Talk) throws -> Bool {
        guard talk.session.answers[.matterCount]?.isChoice(.more) == true else { return false }
        return try confirm([wording(.anotherMatter)])
    }

    /// A new matter of the same person: who they are is not asked again.
    private func another(after talk: Talk, _ number: ComplaintNumber?) -> Talk {
        var next = newTalk()
        next.after = number
        next.session.set(talk.session.answers[.matterCount], for: AnswerKey(.matterCount))
        for question in talk.dialog.questions
        where question.stage == .after && !question.isPerParty && isPersonal(question)
            && (question.purposes.contains(.complaintLetter) || question.purposes.contains(.reach))
        {
            next.session.set(talk.session.answers[question.id], for: AnswerKey(question.id))
        }
        return next
    }

    private func isPersonal(_ question: Question) -> Bool {
        switch question.kind {
        case .text: true
        case .choice, .multipleChoice, .date, .lines: false
        }
    }

    /// Between talks: commands about the last one, Enter for the next.
    private func waitForNext() throws {
        try console.write([.blank, ScreenLine(wording(.ready), indent: 5, style: .faint)])
        while true {
            switch try read(prompt("ready", title: wording(.readyPrompt))) {
            case .answer(let typed):
                if typed.trimmed.isEmpty { return speakUsualLanguage() }
                try warnOfDanger(typed)
                try say(wording(.ready), style: .faint)
            case .unknownCommand(let typed):
                try say(wording(.hintCommand, ["invoer": typed]), style: .warning)
            case .command(let command, let argument):
                guard try run(command, argument, at: nil, nil) == .leaveQuestion else { continue }
                if talk != nil { return }
                // In another language: whose talk it was is still there.
                try say(wording(.ready), style: .faint)
            }
        }
    }
}
