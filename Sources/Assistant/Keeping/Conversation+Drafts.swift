import DialogEngine
import Records
import Reports
import Rules

extension Conversation {
    private var drafts: Drafts { setting.drafts }

    /// Puts the talk on disk as it stands. When the disk does not take it, says so; the talk goes on.
    func keepDraft() throws {
        guard var talk, talk.isWorthKeeping else { return }
        do {
            if talk.draft == nil {
                talk.draft = try drafts.begin(id: DraftID(using: &keeper.setting.random), desk: setting.desk)
            }
            // Before anything can be kept under it.
            if talk.identity?.isOf(setting.now()) != true {
                talk.identity = keeper.newIdentity(setting.now())
            }
            self.talk = talk
            guard let live = talk.draft else { return }
            try live.save(
                Draft(
                    id: live.id, desk: live.desk, account: setting.clerk.account, madeAt: talk.madeAt,
                    changedAt: setting.now(), voice: setting.voice, dialogVersion: handbook.dialog.version,
                    answers: talk.session.answers.draftAnswers(from: talk.sources),
                    storyInProgress: talk.openLines,
                    notes: talk.notes, language: talk.language, storyLanguage: talk.storyLanguage,
                    offer: talk.isOfferAnswered ? Draft.answeredOffer : nil, identity: talk.identity))
            storeFailed = false
        } catch {
            // Why and what to do is said once, that it is not there each time; it is tried again with the next answer.
            if storeFailed {
                try say(wording(.answerNotEither), style: .warning)
            } else {
                try say(error)
            }
        }
    }

    /// The talk is finished or must leave no trace.
    func dropDraft() {
        guard let live = talk?.draft else { return }
        do {
            try live.remove()
        } catch {
            // What stays behind is offered at the next start, and goes after the days set.
            live.letGo()
        }
        talk?.draft = nil
    }

    func eraseOldDrafts() throws {
        let damaged: [DamagedFile]
        do {
            damaged = try drafts.expire(olderThanDays: handbook.gemeente.draftDays, today: today).setAside
        } catch {
            storeFailed = true
            return
        }
        // Here, because they are not met again: what is damaged stands apart from now on.
        try say(setAside: damaged)
    }

    private func say(setAside files: [DamagedFile]) throws {
        for file in files where toldFiles.insert(file).inserted {
            try say(
                file.problem.isOfTheMoment
                    ? wording.problem(file) : wording(.draftDamaged, ["plek": file.path]), style: .warning)
        }
    }

    /// Offers what this desk left unfinished, without showing what was said.
    ///
    /// - Parameter isAsked: Somebody asked for it, so say when there is nothing.
    /// - Returns: whether another talk was taken up.
    @discardableResult
    func offerDrafts(isAsked: Bool = false) throws -> Bool {
        let list: DraftList
        do {
            list = try drafts.list(setting.desk)
        } catch {
            try say(error)
            return false
        }
        try say(setAside: list.setAside)
        let offers = try unfinished(list.offers)
        guard !offers.isEmpty else {
            if isAsked { try say(wording(.noDrafts)) }
            return false
        }
        return try chooseDraft(offers)
    }

    /// Without those that came to their end: of these it is said how.
    private func unfinished(_ offers: [DraftSummary]) throws -> [DraftSummary] {
        var unfinished: [DraftSummary] = []
        for offer in offers {
            let settled = Result { () throws(StoreError) in
                try drafts.settle(offer, desk: setting.desk, in: setting.store)
            }
            switch settled {
            case .success(let fate?): try say(fate)
            case .failure(let error) where error.attempt == .removeDraft:
                try say(wording.problem(error), style: .warning)
            // What may not have been kept is offered: a complaint too many is better than none.
            case .success(nil), .failure: unfinished.append(offer)
            }
        }
        return unfinished
    }

    private func say(_ fate: TalkFate) throws {
        switch fate {
        case .kept(let number): try say(wording(.draftWasKept, ["nummer": number.description]))
        case .erased(let number): try say(wording(.draftOfErased, ["nummer": number.description]))
        }
    }

    private func show(_ offers: [DraftSummary]) throws {
        try console.write([.blank])
        try say(wording(.draftsFound))
        for (index, offer) in offers.enumerated() {
            let text = wording(
                .draftLine,
                [
                    "dag": wording.dayWithoutWeekday(offer.madeAt.day), "tijd": offer.madeAt.clockTime,
                    "aantal": String(offer.answerCount),
                ])
            try console.write([ScreenLine(text, indent: 5, label: "\(index + 1)  ")])
        }
        try say(wording(.draftChoice))
    }

    private func chooseDraft(_ offers: [DraftSummary]) throws -> Bool {
        try show(offers)
        while true {
            let input = try read(prompt("drafts"))
            if case .command(.language, let argument) = input {
                _ = try switchLanguage(argument)
                try show(offers)
                continue
            }
            if case .command(.danger, _) = input {
                _ = try showNumbers()
                continue
            }
            guard case .answer(let typed) = input else { return false }
            if typed.trimmed.isEmpty { return false }
            guard let (number, isErased) = draftNumber(typed) else {
                // Somebody who begins to tell: it is the first line of the next talk.
                if reader.yesOrNo(typed) != false, talk?.isWorthKeeping != true { firstLine = typed }
                return false
            }
            guard offers.indices.contains(number - 1) else {
                try say(
                    wording(
                        .hintNoSuchNumber, ["nummer": String(number), "aantal": String(offers.count)]),
                    style: .warning)
                continue
            }
            do {
                let live = try drafts.resume(offers[number - 1].id, desk: setting.desk)
                if isErased {
                    try live.remove()
                    try say(wording(.draftThrownAway))
                    return false
                }
                if let fate = try live.settle(in: setting.store) {
                    try say(fate)
                    return false
                }
                try takeUp(live)
                return true
            } catch let error as StoreError {
                try say(wording.problem(error), style: .warning)
                return false
            }
        }
    }

    /// A number and nothing else, or after the word that erases; what somebody tells may have a number in it too.
    private func draftNumber(_ typed: String) -> (number: Int, isErased: Bool)? {
        let words = typed.foldedWords
        if words.count == 1, let number = Int(words[0]) { return (number, false) }
        let erase = [handbook.phrases(.draftEraseWord), wording(.draftEraseWord)]
        if words.count == 2, erase.contains(words[0]), let number = Int(words[1]) { return (number, true) }
        return reader.yesOrNo(typed) == true ? (1, false) : nil
    }

    /// Goes on with a draft: its answers are played against today's dialog, and only what is missing is asked.
    private func takeUp(_ live: LiveDraft) throws {
        guard let draft = live.found else { return }
        talk?.draft?.letGo()
        let (answers, lost) = Answers.from(draft.answers, handbook.dialog, today: today)
        var resumed = Talk(
            session: handbook.session(on: today, answers: answers), language: draft.language ?? "nl",
            madeAt: draft.madeAt)
        for entry in draft.answers {
            let key = AnswerKey(entry.question, party: entry.party)
            if let source = entry.heard, let answer = answers[key] { resumed.heard[key] = (answer, source) }
        }
        resumed.openLines = draft.storyInProgress
        resumed.notes = draft.notes
        resumed.storyLanguage = draft.storyLanguage
        resumed.draft = live
        resumed.identity = draft.identity
        talk = resumed
        beginVisit()
        speak(resumed.language)
        try say(wording(.draftResumed))
        for question in lost {
            let name = handbook.dialog.question(question).map { wording($0.short) } ?? question
            try say(wording(.draftNoLongerFits, ["vraag": name]))
        }
        if draft.offer == nil { hearStoryAgain() }
        talk?.isOfferAnswered = draft.offer != nil
        // In a draft from before it was noted; who has nothing left to answer saves nothing more.
        if resumed.identity == nil { try keepDraft() }
        for line in resumed.openLines { try console.write([ScreenLine(line, indent: 5, label: "› ")]) }
    }
}

extension RecordIdentity {
    /// Of the same year, which stands in the number.
    func isOf(_ moment: Timestamp) -> Bool { number.year == moment.day.year % 100 }
}
