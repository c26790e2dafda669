import DialogEngine
import Rules
import Understanding

/// Turns what was heard in a story into answers to the questions of a dialog.
struct StoryFinder {
    let handbook: Handbook
    let heard: Heard
    /// The talk so far: what was answered is not found again.
    let session: Session

    var dialog: Dialog { handbook.dialog }
    var understood: Understood { heard.understood }

    func finds() -> StoryFinds {
        var likely: [String: [String]] = [:]
        var finds = [kind(&likely), topic(&likely), severalMatters, about(&likely)].compactMap { $0 }
        finds += earlier(with: finds)
        finds += [onBehalf, event, place, nature, wishes].compactMap { $0 } + contact
        let offered = asked(finds)
        // Nobody is asked to look at an offer that only says what Enter alone would.
        guard !offered.allSatisfy(isEnter) else { return StoryFinds(offered: [], likely: likely) }
        return StoryFinds(offered: inOrder(offered + asked([singleMatter].compactMap { $0 })), likely: likely)
    }

    // MARK: What it is

    /// The option that goes with the likeliest kind, and with the topic where kinds share options.
    private func kind(_ likely: inout [String: [String]]) -> StoryFind? {
        guard let question = dialog.questions.first(where: { $0.options.contains { !$0.fit.kinds.isEmpty } })
        else { return nil }
        var shares: [String: Double] = [:]
        for kind in understood.kinds {
            let options = options(of: question, forKind: kind.id)
            for option in options { shares[option.id, default: 0] += kind.certainty / Double(options.count) }
        }
        let ranked = question.options.compactMap { option in shares[option.id].map { (option.id, $0) } }
        let best = best(of: ranked, question, understood.kindWords, &likely)
        // What was said is worth showing by itself, and then never surer than its words.
        guard let first = likely[question.id]?.first, let option = question.option(first),
            best == nil || !option.fit.topics.contains(understood.topics.first?.id ?? ""),
            let saying = understood.sayings.first(where: { option.fit.sayings.contains($0.value) })
        else { return best }
        return StoryFind(
            AnswerKey(question.id), .options([first]), from: saying.evidence.map(\.words),
            certainty: min(shares[first] ?? 0, saying.certainty))
    }

    private func options(of question: Question, forKind kind: String) -> [Option] {
        let all = question.options.filter { $0.fit.kinds.contains(kind) }
        let said = all.filter { option in
            understood.sayings.contains { option.fit.sayings.contains($0.value) }
        }
        guard said.isEmpty else { return said }
        let fitting = all.filter { $0.fit.sayings.isEmpty || !$0.fit.topics.isEmpty }
        let topic = understood.topics.first?.id ?? ""
        let ofTopic = fitting.filter { $0.fit.topics.contains(topic) }
        return ofTopic.isEmpty ? fitting.filter(\.fit.topics.isEmpty) : ofTopic
    }

    private func topic(_ likely: inout [String: [String]]) -> StoryFind? {
        guard let question = dialog.question(.topic) else { return nil }
        let ranked = understood.topics.filter { question.option($0.id) != nil }.map { ($0.id, $0.certainty) }
        return best(of: ranked, question, understood.topicWords, &likely)
    }

    /// The best option when it is sure; the three likeliest are remembered.
    private func best(
        of options: [(id: String, certainty: Double)], _ question: Question, _ words: [Evidence],
        _ likely: inout [String: [String]]
    ) -> StoryFind? {
        let ranked = options.enumerated().sorted {
            ($1.element.certainty, $0.offset) < ($0.element.certainty, $1.offset)
        }.map(\.element)
        guard let first = ranked.first, Sureness(first.certainty) >= .likely else { return nil }
        // Of a sure find too: whoever mends it begins with these.
        likely[question.id] = ranked.prefix(StoryFinds.mostLikely).map(\.id)
        guard Sureness(first.certainty) == .sure else { return nil }
        return StoryFind(
            AnswerKey(question.id), .options([first.id]), from: words.map(\.words),
            certainty: first.certainty)
    }

    private var severalMatters: StoryFind? {
        guard !understood.several.isEmpty, let question = dialog.question(.matterCount),
            question.option(KnownChoice.more.rawValue) != nil
        else { return nil }
        return StoryFind(
            AnswerKey(.matterCount), .options([KnownChoice.more.rawValue]),
            from: understood.several.map(\.words), certainty: 0.6)
    }

    /// Without a sign of more there is one matter, which is what Enter alone would say. It was not heard, and the screen does
    /// not say that it was; who names two organisations is asked.
    private var singleMatter: StoryFind? {
        guard understood.several.isEmpty, !namesTwo, let one = dialog.question(.matterCount)?.enterTakes
        else { return nil }
        return StoryFind(AnswerKey(.matterCount), .options([one]), from: [], certainty: 0.7)
    }

    /// Two organisations by their names, which stand at two places of the story.
    private var namesTwo: Bool {
        let named = understood.parties.filter { $0.sureness == .sure }
        return Set(named.map(\.value)).count > 1 && Set(named.flatMap { $0.evidence.map(\.range) }).count > 1
    }

    /// Whether it says no more than Enter alone would.
    private func isEnter(_ find: StoryFind) -> Bool {
        dialog.question(find.key.question)?.enterTakes.map { find.answer == .options([$0]) } ?? false
    }

    /// "Al weken" says no day on which it began, however plainly it was said.
    func certainty(of day: Find<DateMention>) -> Double {
        switch day.value.range.precision {
        case .since, .before: min(day.certainty, 0.7)
        case .day, .period, .month, .year: day.certainty
        }
    }

    private var event: StoryFind? {
        heard.days.event.map {
            StoryFind(
                AnswerKey(.when), .date($0.value.range), from: $0.evidence.map(\.words),
                certainty: certainty(of: $0))
        }
    }

    private var place: StoryFind? {
        heard.places.first.map {
            StoryFind(
                AnswerKey(.place), .text($0.value), from: $0.evidence.map(\.words), certainty: $0.certainty)
        }
    }

    private var nature: StoryFind? {
        understood.nature.map {
            StoryFind(
                AnswerKey(.nature), .options([$0.value]), from: $0.evidence.map(\.words),
                certainty: $0.certainty)
        }
    }

    private var wishes: StoryFind? {
        let wishes = understood.wishes
        guard !wishes.isEmpty, let question = dialog.question(.wishes) else { return nil }
        let chosen = question.kind == .multipleChoice ? wishes : Array(wishes.prefix(1))
        return StoryFind(
            AnswerKey(.wishes), .options(chosen.map(\.value)),
            from: chosen.flatMap { $0.evidence.map(\.words) }, certainty: chosen.map(\.certainty).min() ?? 0)
    }

    // MARK: Who tells it

    private var onBehalf: StoryFind? {
        understood.onBehalf.map {
            StoryFind(
                AnswerKey(.onBehalfOf), .options([$0.value]), from: $0.evidence.map(\.words),
                certainty: $0.certainty)
        }
    }

    /// The first of each that is worth offering.
    private var contact: [StoryFind] {
        var seen: Set<AnswerKey> = []
        return heard.contact.flatMap { find in
            parts(of: find.value).compactMap { known, written in
                guard let question = dialog.question(known), case .text(let shape) = question.kind,
                    case .answer(let answer) = AnswerReader.read(written, as: shape)
                else { return nil }
                return StoryFind(
                    AnswerKey(known), answer, from: find.evidence.map(\.words), certainty: find.certainty)
            }
        }.filter { Sureness($0.certainty) >= .likely && seen.insert($0.key).inserted }
    }

    private func parts(of datum: ContactDatum) -> [(KnownQuestion, String)] {
        switch datum {
        case .name(let name): [(.name, name.spoken)]
        case .phone(let number): [(.phone, number.normalForm)]
        case .email(let address): [(.email, address)]
        case .address(let address):
            // A street without its postcode is as likely the place where it happened.
            address.postcode.map {
                [(.postcode, $0)] + (address.houseNumber.map { [(.houseNumber, $0)] } ?? [])
            }
                ?? []
        case .incomplete: []
        }
    }

    // MARK: What is worth offering

    /// Without what was answered, and what would not be asked when the rest is taken.
    private func asked(_ finds: [StoryFind]) -> [StoryFind] {
        let open = finds.filter {
            session.answers[$0.key] == nil && dialog.question($0.key.question) != nil
                && Sureness($0.certainty) >= .likely
        }
        var taken = session
        for find in open { taken.take(find) }
        let asked = Set(taken.replay().asked)
        let knowsKind = dialog.questions.contains { question in
            question.options.contains { !$0.fit.kinds.isEmpty } && taken.answers[question.id] != nil
        }
        return open.filter { find in
            if asked.contains(find.key) || isAskedLater(find, in: taken) { return true }
            guard let question = dialog.question(find.key.question), !knowsKind || question.stage == .after
            else { return false }
            // Few are asked these: not worth a line before it is known who is.
            return find.key != AnswerKey(.place) && !question.options.contains(where: \.fit.toldBefore)
        }
    }

    private func inOrder(_ finds: [StoryFind]) -> [StoryFind] {
        func place(_ find: StoryFind) -> Int {
            dialog.questions.firstIndex { $0.id == find.key.question } ?? 0
        }
        return finds.sorted { place($0) < place($1) }
    }
}

extension Session {
    /// Gives the answers of a find; what was answered already stays.
    mutating func take(_ find: StoryFind) {
        for (key, answer) in find.besides where answers[key] == nil { set(answer, for: key) }
        set(find.answer, for: find.key)
    }
}
