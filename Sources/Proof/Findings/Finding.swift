import DialogEngine
import Rules

/// Something that is wrong with the dialogs as a whole, though each file by itself can be read.
public struct Finding: Hashable, Sendable {
    public let code: FindingCode
    /// Where it stands.
    public let part: HandbookPart
    /// One Dutch sentence without its full stop: what is wrong and what to do.
    public let message: String
    /// The shortest talk that leads there, where there is one.
    public let witness: Witness?

    public init(_ code: FindingCode, _ part: HandbookPart, _ message: String, witness: Witness? = nil) {
        self.code = code
        self.part = part
        self.message = message
        self.witness = witness
    }
}

/// The shortest talk that shows something: each question with the answer that leads there.
public struct Witness: Hashable, Sendable {
    public struct Turn: Hashable, Sendable {
        public let question: String
        /// nil outside the questions about one party.
        public let party: String?
        public let answer: Answer
    }

    public let turns: [Turn]

    public init(turns: [Turn]) { self.turns = turns }
}

extension Handbook {
    /// Where an option stands: in the register, among the topics, or at its question.
    func part(_ option: Option, of question: Question) -> HandbookPart {
        if rulebook.register.service(option.id) != nil { return .service(option.id) }
        return option.related.isEmpty && question.id == KnownQuestion.topic.rawValue
            ? .topic(option.id) : .option(question: question.id, id: option.id)
    }
}
