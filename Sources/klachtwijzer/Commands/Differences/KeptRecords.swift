import DialogEngine
import Proof
import Records
import Rules

/// The complaints in a store, played again with the old and the new dialogs.
struct KeptRecords {
    let count: Int
    /// Those of which something comes out otherwise.
    let moved: [MovedRecord]

    init(_ answers: [RecordedAnswers], _ old: Handbook, _ new: Handbook, _ differences: DialogDifferences) {
        count = answers.count
        moved = answers.compactMap { MovedRecord($0, old, new, differences) }
    }
}

/// A complaint in the store that would now go elsewhere, or whose answers no longer fit.
struct MovedRecord: Encodable {
    let nummer: String
    /// The rule that decides on these answers with the old dialogs, and with the new ones.
    let regelOud: String
    let regelNieuw: String
    let gaatNaarElders: Bool
    /// What is not the same, as in `verplaatst`.
    let anders: [String]
    /// Questions whose answer is gone, or that were not asked then.
    let pastNiet: [String]
    /// What was changed and moved it.
    let door: [String]
    let movers: [PartKey]

    private enum CodingKeys: String, CodingKey {
        case nummer, regelOud, regelNieuw, gaatNaarElders, anders, pastNiet, door
    }

    /// - Returns: nil when the same answers come to the same.
    init?(_ answers: RecordedAnswers, _ old: Handbook, _ new: Handbook, _ differences: DialogDifferences) {
        let before = Self.replay(answers, old)
        let after = Self.replay(answers, new)
        // What the old dialogs refuse too is not the doing of the change.
        let misfits = after.misfits.filter { !before.misfits.contains($0) }
        let pairs = Self.pairs(before.decision, after.decision)
        // Where an answer that finds the way is gone there is no decision before it is asked again.
        let isOpen = !misfits.isEmpty && !after.isComplete
        let found =
            isOpen ? nil : pairs.lazy.map { ($0, DecisionChange($0.old, $0.new)) }.first { !$0.1.isNone }
        guard found != nil || !misfits.isEmpty else { return nil }
        let pair = found?.0 ?? pairs[0]
        nummer = answers.number.description
        regelOud = pair.old.ruleID
        regelNieuw = pair.new.ruleID
        gaatNaarElders = found?.1.goesElsewhere ?? false
        anders = (found?.1.aspects ?? []).map(\.rawValue)
        pastNiet = Set(misfits).sorted()
        movers = Self.movers(pair.old.ruleID, pair.new.ruleID, misfits, differences)
        door = movers.map { "\($0.kind.rawValue) \($0.id)" }
    }

    private static func replay(
        _ answers: RecordedAnswers, _ handbook: Handbook
    ) -> (decision: RouteDecision, misfits: [String], isComplete: Bool) {
        var given = GivenAnswers(to: handbook.session(on: answers.receivedOn))
        for one in answers.given {
            switch one.answer {
            case .codes(let codes): given.give(codes, to: one.question, party: one.party)
            case .text(let text):
                given.give([one.storyClass ?? text], to: one.question, party: one.party)
            }
        }
        // Each was given about its own party, so none has to be spread over several.
        let session = handbook.session(on: answers.receivedOn, answers: given.answers)
        let replay = session.replay()
        let missing = replay.asked.filter { session.answers[$0] == nil }
        let misfits = given.wrong.map(\.question) + missing.map(\.question)
        return (handbook.decision(on: session, replay), misfits, replay.isRouteComplete)
    }

    /// The decisions per party, or the one there is.
    private static func pairs(
        _ old: RouteDecision, _ new: RouteDecision
    ) -> [(old: RouteDecision, new: RouteDecision)] {
        guard old.perParty.count == new.perParty.count, !old.perParty.isEmpty else { return [(old, new)] }
        return [(old, new)] + zip(old.perParty, new.perParty).map { ($0.decision, $1.decision) }
    }

    private static func movers(
        _ old: String, _ new: String, _ misfits: [String], _ differences: DialogDifferences
    ) -> [PartKey] {
        if let moved = differences.moved.first(where: { $0.oldRule == old && $0.newRule == new }) {
            return moved.movedBy
        }
        let parts = differences.parts.filter { difference in
            [.question, .option].contains(difference.part.kind) && misfits.contains(difference.part.whole)
        }
        let cameOrWent = parts.filter { [.added, .removed].contains($0.change) }
        return (cameOrWent.isEmpty ? parts : cameOrWent).map(\.part)
    }
}

/// What is not the same in two decisions, besides their words.
private struct DecisionChange {
    let aspects: [MovedTalks.Aspect]
    let goesElsewhere: Bool
    var isNone: Bool { aspects.isEmpty && !goesElsewhere }

    init(_ old: RouteDecision, _ new: RouteDecision) {
        var found: [MovedTalks.Aspect] = []
        if old.channel != new.channel { found.append(.channel) }
        if old.kind != new.kind { found.append(.kind) }
        if old.detail != new.detail { found.append(.detail) }
        if old.keeps != new.keeps { found.append(.keeps) }
        goesElsewhere = !found.isEmpty || old.destination != new.destination
        let isSame = old.steps.count == new.steps.count
        let steps = zip(old.steps, new.steps)
        if !isSame || steps.contains(where: { Self.isOther($0, $1) }) { found.append(.steps) }
        if isSame, steps.contains(where: { $0.limits != $1.limits }) { found.append(.limits) }
        aspects = found
    }

    private static func isOther(_ old: Step, _ new: Step) -> Bool {
        old.id != new.id || old.place != new.place || old.opening != new.opening || old.isHere != new.isHere
    }
}
