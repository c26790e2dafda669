import DialogEngine
import Rules
import Understanding

/// Whom a story is about, and what was said to them before.
extension StoryFinder {
    /// The parties that were named; or the one that goes with everyday words, when there is one only.
    var parties: [Find<String>] {
        let named = understood.parties.filter { $0.sureness == .sure }
        if !named.isEmpty { return named }
        return understood.parties.count == 1 ? understood.parties : []
    }

    func about(_ likely: inout [String: [String]]) -> StoryFind? {
        let parties = self.parties
        let ids = parties.map(\.value)
        let sorts = sorts(of: ids)
        let words = parties.flatMap { $0.evidence.map(\.words) }
        let certainty = parties.map(\.certainty).min() ?? 0
        guard Set(ids.map(organisation)).count == ids.count, let question = partyQuestion(for: ids) else {
            // One of several services of whom was named: which one is asked, what sort of party it is was said.
            rememberParties(&likely)
            return sorts.first.map {
                StoryFind($0.key, $0.value, from: words, certainty: certainty)
            }
        }
        var seen: Set<String> = []
        let chosen = ids.compactMap { option($0, in: question)?.id }.filter { seen.insert($0).inserted }
        return StoryFind(
            AnswerKey(question.id), .options(chosen), besides: sorts, from: words, certainty: certainty)
    }

    /// The answers that say what sort of party it is; none for no party.
    private func sorts(of ids: [String]) -> [AnswerKey: Answer] {
        let groups = ids.compactMap { handbook.rulebook.register.service($0)?.partner.group.rawValue }
        guard let group = groups.first else { return [:] }
        let sort = Set(ids.map(organisation)).count > 1 ? StoryFit.severalParties : group
        var answers: [AnswerKey: Answer] = [:]
        for question in dialog.questions {
            guard let option = question.options.first(where: { $0.fit.groups.contains(sort) }) else {
                continue
            }
            answers[AnswerKey(question.id)] = .options([option.id])
        }
        return answers
    }

    private func organisation(_ id: String) -> String { String(id.prefix { $0 != "/" }) }

    /// Everyday words that go with several services: those come first when the question is asked.
    private func rememberParties(_ likely: inout [String: [String]]) {
        let ids = understood.parties.map(\.value)
        for question in dialog.questions where question.namesParties {
            let own = ids.filter { question.option($0) != nil }
            let listed = own.isEmpty ? ofTopic(question) : Array(own.prefix(StoryFinds.mostLikely))
            if !listed.isEmpty { likely[question.id] = listed }
        }
    }

    /// The services that go with the topic, where nobody was named.
    private func ofTopic(_ question: Question) -> [String] {
        guard understood.parties.isEmpty, let topic = understood.topics.first, topic.sureness >= .likely
        else {
            return []
        }
        return question.options.filter { $0.related.contains(topic.id) }.prefix(6).map(\.id)
    }

    /// The first question in which all of them can be chosen.
    private func partyQuestion(for ids: [String]) -> Question? {
        dialog.questions.first { question in
            question.namesParties && !ids.isEmpty && (ids.count == 1 || question.kind == .multipleChoice)
                && ids.allSatisfy { option($0, in: question) != nil }
        }
    }

    /// The same service, or what stands for its organisation among others.
    private func option(_ id: String, in question: Question) -> Option? {
        if let same = question.option(id) { return same }
        let own = question.options.filter { option in
            option.traits.contains { $0.name == "organisatie" && $0.value == organisation(id) }
        }
        return own.count == 1 ? own[0] : nil
    }

    // MARK: What was done before

    /// That it was told to the party, when, and how that ended; or that it was reported.
    func earlier(with finds: [StoryFind]) -> [StoryFind] {
        let day = heard.days.first { $0.value.role == .complained }
        // "Vorige week gebeld met de thuiszorg" says that it was told, and when.
        // How something ended says by itself that it was told: "niet mee eens" may be about anything.
        guard understood.saysTold || day != nil,
            let told = understood.complained
                ?? day.map({ Find(Knowledge.told, from: $0.evidence, certainty: 0.7) })
        else { return [] }
        let words = told.evidence.map(\.words)
        let reported = dialog.questions.compactMap { question in
            question.options.first(where: \.fit.toldBefore).map { option in
                StoryFind(
                    AnswerKey(question.id), .options([option.id]), from: words, certainty: told.certainty)
            }
        }
        guard parties.count == 1, let party = finds.lazy.compactMap(party(namedBy:)).first else {
            return reported
        }
        var all = [
            StoryFind(
                AnswerKey(.toldParty, party: party), .options([KnownChoice.yes.rawValue]), from: words,
                certainty: told.certainty)
        ]
        if dialog.question(.partyOutcome)?.option(told.value) != nil {
            all.append(
                StoryFind(
                    AnswerKey(.partyOutcome, party: party), .options([told.value]), from: words,
                    certainty: told.certainty))
        }
        if let day, isDayAsked(whenItEnded: told.value) {
            all.append(
                StoryFind(
                    AnswerKey(.toldPartyOn, party: party), .date(day.value.range),
                    from: day.evidence.map(\.words), certainty: certainty(of: day)))
        }
        return reported + all
    }

    /// The day on which it was told is asked of who still waits; who had an answer is asked when that was.
    private func isDayAsked(whenItEnded outcome: String) -> Bool {
        guard let day = dialog.question(.toldPartyOn), let outcomes = dialog.question(.partyOutcome),
            outcomes.option(outcome) != nil
        else { return true }
        let asking = outcomes.options.map(\.id).filter { id in
            var facts = Facts(count: dialog.vocabulary.domains.count)
            facts.set(KnownQuestion.toldParty.rawValue, KnownChoice.yes.rawValue, in: dialog.vocabulary)
            facts.set(KnownQuestion.partyOutcome.rawValue, id, in: dialog.vocabulary)
            return day.when.holds(facts, dialog.vocabulary)
        }
        // None: whether it is asked hangs on something else.
        return asking.isEmpty || asking.contains(outcome)
    }

    /// As long as it was not said how it ended, the day on which it was told may still be asked: it is kept, and goes
    /// quietly when there was an answer.
    func isAskedLater(_ find: StoryFind, in talk: Session) -> Bool {
        guard let party = find.key.party, find.key == AnswerKey(.toldPartyOn, party: party) else {
            return false
        }
        let outcome = AnswerKey(.partyOutcome, party: party)
        guard talk.answers[outcome] == nil, let question = dialog.question(.partyOutcome) else {
            return false
        }
        return question.options.contains { option in
            var later = talk
            later.set(.options([option.id]), for: outcome)
            return later.replay().asked.contains(find.key)
        }
    }

    private func party(namedBy find: StoryFind) -> String? {
        guard dialog.question(find.key.question)?.namesParties == true, case .options(let ids) = find.answer
        else { return nil }
        return ids.count == 1 ? ids[0] : nil
    }
}
