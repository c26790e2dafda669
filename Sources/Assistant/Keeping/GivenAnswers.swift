import DialogEngine
import Rules

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
    private let handbook: Handbook
    private let today: Day

    public init(_ handbook: Handbook, today: Day) {
        self.handbook = handbook
        self.today = today
    }

    /// - Parameter party: nil for a question per party gives the answer for every party.
    public mutating func give(_ values: [String], to id: String, party: String?) {
        guard let question = handbook.dialog.question(id) else {
            wrong.append(Wrong(question: id, values: values, isUnknownQuestion: true))
            return
        }
        guard let answer = coded(values, question) else {
            wrong.append(Wrong(question: id, values: values, isUnknownQuestion: false))
            return
        }
        if question.isPerParty, party == nil {
            forEveryParty.append((question, answer))
        } else {
            answers[AnswerKey(id, party: party)] = answer
        }
    }

    /// The talk that these answers make, each answer for every party spread over the parties named.
    public func session() -> Session {
        var session = handbook.session(on: today, answers: answers)
        for party in session.replay().parties {
            for (question, answer) in forEveryParty {
                let key = AnswerKey(question.id, party: party.party.id)
                if session.answers[key] == nil { session.set(answer, for: key) }
            }
        }
        return session
    }

    private func coded(_ values: [String], _ question: Question) -> Answer? {
        let isRefusal = values == [Answer.unknownID] || values == [Answer.declinedID]
        switch question.kind {
        case .text where !isRefusal, .lines where !isRefusal:
            return AnswerCoding.answer([], values.joined(separator: "\n"), to: question, today: today)
        case .choice, .multipleChoice, .date, .text, .lines:
            return AnswerCoding.answer(values, nil, to: question, today: today)
        }
    }
}
