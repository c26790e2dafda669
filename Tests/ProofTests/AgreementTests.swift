import DialogEngine
import DialogFiles
import Rules
import SmallEdits
import TestSupport
import Testing

@testable import Proof

/// What the sets say of a talk must be what the engine and the rules make of it.
@Suite("The sets agree with the engine")
struct AgreementTests {
    @Test("in three thousand random talks", arguments: [UInt64(1), 20_261_125])
    func agree(seed: UInt64) {
        print("random talks against the sets: seed \(seed)")
        let handbook = Haarlem.handbook
        let paths = Paths(World(handbook, on: Haarlem.today))
        var random = SeededGenerator(seed: seed)
        for _ in 0..<1500 {
            var session = handbook.session(on: Haarlem.today)
            while let key = session.replay().next, let question = handbook.dialog.question(key.question) {
                session.set(RandomAnswer.make(question, Haarlem.today, &random), for: key)
            }
            let replay = session.replay()
            let decision = handbook.decision(on: session, replay)
            for index in 0..<max(1, replay.parties.count) {
                let party = replay.parties.isEmpty ? nil : replay.parties[index]
                let values = TalkPlace(paths).values(session.answers, replay, party).compactMap(\.self)
                guard values.count == paths.space.variables.count else {
                    Issue.record("no class for \(session.answers)")
                    return
                }
                #expect(paths.holds(values, paths.talks), "\(session.answers)")
                let own = decision.perParty.isEmpty ? decision : decision.perParty[index].decision
                let rule = paths.worlds[0].rules.firstIndex { $0.id == own.ruleID } ?? -1
                #expect(paths.holds(values, paths.decided[0][rule]), "\(own.ruleID) \(session.answers)")
            }
        }
    }

    @Test("every talk in the sets can be had", arguments: [UInt64(7)])
    func reachable(seed: UInt64) {
        print("talks out of the sets: seed \(seed)")
        let handbook = Haarlem.handbook
        let paths = Paths(World(handbook, on: Haarlem.today))
        let walks = Walks(paths)
        for (index, rule) in paths.worlds[0].rules.enumerated() {
            guard let witness = walks.shortest(paths.decided[0][index]) else {
                Issue.record("no talk comes to \(rule.id)")
                continue
            }
            let talk = TalkMaker(paths).talk(witness)
            let session = handbook.session(on: Haarlem.today, answers: talk.answers)
            let replay = session.replay()
            #expect(replay.next == nil, "\(rule.id): \(talk.answers)")
            let decision = handbook.decision(on: session, replay)
            let own = decision.perParty.first { $0.party.id == talk.party }?.decision ?? decision
            #expect(own.ruleID == rule.id)
        }
    }
}
