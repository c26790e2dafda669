import DialogEngine
import Records
import Understanding

/// An answer that was heard in a story: it is offered, and given when the person takes it.
public struct StoryFind: Sendable {
    public let key: AnswerKey
    public let answer: Answer
    /// What it says besides: who it is about says as well what sort of party that is.
    public let besides: [AnswerKey: Answer]
    /// The words of the story that say so; none where the way of telling said it.
    public let words: [String]
    /// From 0 to 1, as a share of such finds that are right.
    public let certainty: Double

    init(
        _ key: AnswerKey, _ answer: Answer, besides: [AnswerKey: Answer] = [:], from words: [String],
        certainty: Double
    ) {
        self.key = key
        self.answer = answer
        self.besides = besides
        self.words = words
        self.certainty = certainty
    }

    /// Offered as sure: nine of ten such finds are right.
    public var isSure: Bool { Sureness(certainty) == .sure }

    var source: HeardSource { HeardSource(words: words, percent: Int((certainty * 100).rounded())) }
}

/// What a story says already, and what it leaves between a few choices.
public struct StoryFinds: Sendable {
    /// In the order in which a talk would ask.
    public let offered: [StoryFind]
    /// By question, the three likeliest options, best first.
    public let likely: [String: [String]]

    static let mostLikely = 3
}

extension Question {
    /// Its answer says what a story is about: what words are there to understand.
    var isAboutTheStory: Bool {
        namesParties || id == KnownQuestion.topic.rawValue || options.contains { !$0.fit.kinds.isEmpty }
    }
}
