import DialogEngine
import Reports
import Rules

/// Plays a set of answers to its decision, for the cases that writers add.
public struct CaseRun {
    public let session: Session
    public let replay: Replay
    public let decision: RouteDecision
    public let wrong: [GivenAnswers.Wrong]

    public init(_ given: GivenAnswers, _ handbook: Handbook) {
        session = given.session()
        replay = session.replay()
        decision = handbook.decision(on: session, replay)
        wrong = given.wrong
    }

    /// Route questions that count and have no answer; the story is passed over.
    public var missing: [AnswerKey] {
        replay.asked.filter { key in
            guard session.answers[key] == nil, let question = session.dialog.question(key.question) else {
                return false
            }
            return question.stage == .route && question.purposes.contains(.route)
        }
    }

    /// The last day of the step where the matter lies, or of the first step that has one.
    public var lastDay: Day? {
        let here = decision.steps.filter(\.isHere) + decision.steps
        return here.lazy.flatMap(\.limits).compactMap(\.deadline?.day).first
    }
}
