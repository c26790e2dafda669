import DialogEngine
import Rules
import Understanding

/// How many questions a talk has with and without listening, for a story of which is known what it is about.
///
/// Who answers knows the kind and the topic of the example; what else the story says is true, and the rest is the
/// first answer that goes on. A wrong find is not taken, so that its question is asked all the same.
public struct SavedQuestions: Sendable {
    public let without: Int
    /// With the one prompt at which everything that was heard is taken.
    public let with: Int

    private let example: Example
    private let handbook: Handbook
    private let today: Day

    /// - Parameter heard: What was heard in the text of the example.
    public init(_ example: Example, _ heard: Heard, _ handbook: Handbook, today: Day) {
        (self.example, self.handbook, self.today) = (example, handbook, today)
        let story = Answer.lines([example.text], heard: heard.storyClass)
        var start = handbook.session(on: today)
        start.set(story, for: AnswerKey(.story))
        let finds = StoryFinder(handbook: handbook, heard: heard, session: start).finds().offered
        let truth = Truth(example, finds, handbook, today)
        var silent = handbook.session(on: today)
        silent.set(.lines([example.text]), for: AnswerKey(.story))
        without = truth.asked(from: silent, besides: [])
        let right = finds.filter { truth.agrees($0) }
        var told = start
        for find in right { told.take(find) }
        with = truth.asked(from: told, besides: Set(told.answers.keys)) + (finds.isEmpty ? 0 : 1)
    }
}

/// What the person of an example would answer.
private struct Truth {
    private let example: Example
    private let finds: [AnswerKey: Answer]
    private let handbook: Handbook
    private let today: Day

    init(_ example: Example, _ finds: [StoryFind], _ handbook: Handbook, _ today: Day) {
        self.example = example
        self.handbook = handbook
        self.today = today
        var said: [AnswerKey: Answer] = [:]
        for find in finds {
            said.merge(find.besides) { old, _ in old }
            said[find.key] = find.answer
        }
        self.finds = said
    }

    /// Kind and topic are known of an example; the rest of what was heard is taken for right.
    func agrees(_ find: StoryFind) -> Bool {
        guard let known = known(find.key) else { return true }
        return known == find.answer
    }

    /// How many questions are asked until the talk is complete; the story counts, what was told does not.
    func asked(from start: Session, besides told: Set<AnswerKey>) -> Int {
        var session = start
        while let key = session.replay().next, let question = handbook.dialog.question(key.question) {
            session.set(answer(to: question, key), for: key)
        }
        return session.replay().asked.count { $0 == AnswerKey(.story) || !told.contains($0) }
    }

    private func known(_ key: AnswerKey) -> Answer? {
        guard let question = handbook.dialog.question(key.question) else { return nil }
        if key == AnswerKey(.topic) {
            return question.option(example.topic).map { .options([$0.id]) }
        }
        let fitting = question.options.filter { $0.fit.kinds.contains(example.kind) }
        guard !fitting.isEmpty else { return nil }
        let ofTopic = fitting.first { $0.fit.topics.contains(example.topic) }
        return (ofTopic ?? fitting.first(where: \.fit.topics.isEmpty) ?? fitting.first).map {
            .options([$0.id])
        }
    }

    private func sample(_ shape: TextShape) -> String {
        switch shape {
        case .free, .name: "Anna Voorbeeld"
        case .phone: "+31235110000"
        case .email: "anna@voorbeeld.nl"
        case .postcode: "2011 RD"
        case .houseNumber: "1"
        }
    }

    private func answer(to question: Question, _ key: AnswerKey) -> Answer {
        if let known = known(key) ?? finds[key] { return known }
        if let taken = question.enterTakes { return .options([taken]) }
        if question.isOptional { return .skipped }
        switch question.kind {
        case .choice, .multipleChoice:
            let going = question.options.filter { !$0.endsRoute }
            let ofTopic = going.first { $0.related.contains(example.topic) }
            return (ofTopic ?? going.first).map { .options([$0.id]) } ?? .unknown
        case .date: return .date(DateRange(today.adding(days: -1)))
        case .text(let shape): return .text(sample(shape))
        case .lines: return .lines([example.text])
        }
    }
}
