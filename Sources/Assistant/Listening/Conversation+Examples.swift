import DialogEngine
import Records
import Reports
import Rules
import Understanding

extension Conversation {
    /// Makes the story of a finished talk ready to be kept as an example, and says so where it was misunderstood.
    func makeExample(of talk: Talk, _ kept: KeptMatter, _ replay: Replay) throws {
        guard setting.voice != .kiosk, let number = kept.number,
            let listening = setting.listening.listening(),
            case .lines(let lines, _)? = talk.session.answers[.story]
        else { return }
        let story = lines.joined(separator: " ")
        lastExample = KeptExample(
            number: number,
            text: StrippedStory(story, listening, names: names(in: talk.session), known: namesOfPartners)
                .words,
            language: talk.storyLanguage ?? wording.language, kind: kept.kind.rawValue,
            topic: topic(of: talk, kept, replay) ?? listening.listener.understand(story).topics.first?.id
                ?? "anders")
        if talk.wasMended { try say(wording(.exampleOffer), style: .faint) }
    }

    /// Keeps the example that was made of the last talk.
    func keepExample() throws {
        guard talk == nil, let example = lastExample else { return try say(wording(.exampleNone)) }
        let id = "v\(today.iso)-\(DraftID(using: &keeper.setting.random))"
        let path: String
        do {
            path = try setting.store.keepExample(example.yaml(id: id), named: id, of: example.number)
        } catch {
            return try say(error)
        }
        lastExample = nil
        try say(wording(.exampleKept, ["bestand": path, "tekst": example.text]))
    }

    private func names(in session: Session) -> [String] {
        [KnownQuestion.name, .otherName].compactMap { known in
            guard case .text(let name)? = session.answers[known] else { return nil }
            return name
        }
    }

    /// Words with a capital that name no person.
    private var namesOfPartners: Set<String> {
        var names = handbook.rulebook.register.partners.flatMap { partner in
            [partner.name] + partner.aliases + partner.predecessors.map(\.name)
        }
        names.append(handbook.gemeente.name)
        return Set(names.flatMap(\.foldedWords))
    }

    private func topic(of talk: Talk, _ kept: KeptMatter, _ replay: Replay) -> String? {
        if let record = kept.record { return record.topic }
        if case .options(let ids)? = talk.session.answers[.topic] { return ids.first }
        return replay.parties.lazy.compactMap { [handbook] in
            handbook.rulebook.register.service($0.party.id)?.service.topics.first
        }.first
    }
}
