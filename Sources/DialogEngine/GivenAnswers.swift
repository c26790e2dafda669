/// Answers given all at once, by a program or a case, instead of one by one in a talk.
public struct GivenAnswers {
    public struct Wrong: Hashable, Sendable {
        public let question: String
        public let values: [String]
        /// The question does not exist; otherwise the values do not answer it.
        public let isUnknownQuestion: Bool
    }

    public private(set) var answers = Answers()
    public private(set) var wrong: [Wrong] = []
    private var forEveryParty: [(question: Question, answer: Answer)] = []
    /// The talk before anything was answered.
    private let start: Session

    public init(to start: Session) { self.start = start }

    /// - Parameter party: nil for a question per party gives the answer for every party.
    public mutating func give(_ values: [String], to id: String, party: String?) {
        guard let question = start.dialog.question(id) else {
            wrong.append(Wrong(question: id, values: values, isUnknownQuestion: true))
            return
        }
        guard let answer = AnswerCoding.answer(given: values, to: question, today: start.today) else {
            wrong.append(Wrong(question: id, values: values, isUnknownQuestion: false))
            return
        }
        give(answer, to: question, party: party)
    }

    public mutating func give(_ answer: Answer, to question: Question, party: String?) {
        if question.isPerParty, party == nil {
            forEveryParty.append((question, answer))
        } else {
            answers[AnswerKey(question.id, party: party)] = answer
        }
    }

    /// The talk that these answers make, each answer for every party spread over the parties named.
    public func session() -> Session {
        var session = start
        for key in answers.keys { session.set(answers[key], for: key) }
        for party in session.replay().parties {
            for (question, answer) in forEveryParty {
                let key = AnswerKey(question.id, party: party.party.id)
                if session.answers[key] == nil { session.set(answer, for: key) }
            }
        }
        return session
    }
}

extension AnswerCoding {
    /// The same, of values that may as well be a text.
    public static func answer(given values: [String], to question: Question, today: Day) -> Answer? {
        let isCode =
            values == [Answer.unknownID] || values == [Answer.declinedID]
            || values.count == 1 && question.hears.contains { $0.rawValue == values[0] }
        switch question.kind {
        case .text where !isCode, .lines where !isCode:
            return answer([], values.joined(separator: "\n"), to: question, today: today)
        case .choice, .multipleChoice, .date, .text, .lines:
            return answer(values, nil, to: question, today: today)
        }
    }
}

extension Session {
    /// Answers what Enter alone answers at the desk: a program or a case may leave it out.
    public mutating func passOver() {
        while let (key, answer) = nextPassedOver { set(answer, for: key) }
    }

    private var nextPassedOver: (AnswerKey, Answer)? {
        for key in replay().asked where answers[key] == nil {
            guard let question = dialog.question(key.question) else { continue }
            if let taken = question.enterTakes { return (key, .options([taken])) }
            if question.isOptional { return (key, .skipped) }
        }
        return nil
    }
}
