import DialogEngine
import Rules

/// A case, played to its decision.
public struct CaseRun: Sendable {
    public let written: DialogCase
    public let session: Session
    public let replay: Replay
    public let decision: RouteDecision
    public let advice: RouteDecision
    /// The ladder of the steps; with several parties that of the one that leads.
    public let ladder: String?
    /// Where a talk that is written line by line goes another way.
    let halt: TypedTalk.Halt?

    public init(_ written: DialogCase, _ handbook: Handbook) {
        self.written = written
        let typed = written.talk.isEmpty ? nil : TypedTalk(written.talk, handbook, on: written.today)
        halt = typed?.halt
        var session = typed?.session ?? Self.session(written, handbook)
        session.passOver()
        self.session = session
        replay = session.replay()
        decision = handbook.decision(on: session, replay)
        advice = handbook.advice(on: session, replay)
        ladder = Self.ladder(decision, replay.parties.map(\.party), handbook.rulebook.table)
    }

    private static func session(_ written: DialogCase, _ handbook: Handbook) -> Session {
        var given = GivenAnswers(to: handbook.session(on: written.today))
        for answer in written.given {
            guard let question = handbook.dialog.question(answer.question) else { continue }
            given.give(answer.answer, to: question, party: answer.party)
        }
        return given.session()
    }

    private static func ladder(_ decision: RouteDecision, _ parties: [Party], _ table: RoutingTable)
        -> String?
    {
        let leading = decision.perParty.first { $0.decision.ruleID == decision.ruleID }?.party
        return table.rules.first { $0.id == decision.ruleID }.map {
            table.ladder(of: $0, about: leading ?? parties.first).id
        }
    }

    /// Questions that find the way, count, and have no answer, in the order asked.
    public var missing: [String] {
        var missing: [String] = []
        for key in replay.asked where session.answers[key] == nil && !missing.contains(key.question) {
            guard let question = session.dialog.question(key.question) else { continue }
            if question.stage == .route, question.purposes.contains(.route) { missing.append(key.question) }
        }
        return missing
    }

    /// Answers to questions that are not asked in this talk: they would prove nothing.
    public var idle: [DialogCase.Given] {
        let asked = Set(replay.asked)
        let questions = Set(replay.asked.map(\.question))
        return written.given.filter { given in
            given.party == nil
                ? !questions.contains(given.question)
                : !asked.contains(AnswerKey(given.question, party: given.party))
        }
    }

    /// The last day of the step where the matter lies, or of the first step that has one.
    public var lastDay: Day? {
        let here = decision.steps.filter(\.isHere) + decision.steps
        return here.lazy.flatMap(\.limits).compactMap(\.deadline?.day).first
    }
}
