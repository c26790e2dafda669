import Testing

@testable import DialogEngine

/// A talk is its answers: what counts, what comes next and what a change costs follow from them.
struct SessionTests {
    private static let dialog: Dialog = {
        func option(_ id: String, _ traits: [Option.Trait] = [], ends: Bool = false) -> Option {
            Option(id: id, label: Text(id), traits: traits, endsRoute: ends)
        }
        let plain = [
            Question(
                id: "gevaar", kind: .choice, wording: Text("?"), purposes: [.route],
                options: [option("nee"), option("ja", ends: true)], allowsUnknown: true),
            Question(
                id: "wie", kind: .multipleChoice, wording: Text("?"), purposes: [.route],
                options: [option("a", [.init("regime", "wmo")]), option("b", [.init("regime", "awb")])],
                namesParties: true, allowsUnknown: true),
            Question(
                id: "eerder", kind: .choice, wording: Text("?"), purposes: [.route],
                options: [option("nee"), option("ja")], isPerParty: true),
            Question(
                id: "hoe", kind: .choice, wording: Text("?"), purposes: [.route],
                options: [option("goed"), option("slecht")], isPerParty: true),
            Question(id: "naam", kind: .text(.name), wording: Text("?"), purposes: [.reach], stage: .after),
        ]
        let vocabulary = Dialog.vocabulary(
            of: plain, extra: [FactDomain(name: "route.kanaal", values: ["gemeente", "nood"])])
        func fact(_ name: String, _ value: String) -> When {
            let index = vocabulary.index(of: name)!
            return When(
                .fact(index, ValueSet([vocabulary.domains[index].index(of: value)!])), ifUnknown: false)
        }
        func with(_ question: Question, _ when: When) -> Question {
            Question(
                id: question.id, kind: question.kind, wording: question.wording, purposes: question.purposes,
                when: when, options: question.options, stage: question.stage, isPerParty: question.isPerParty)
        }
        let questions = [
            plain[0], plain[1], plain[2], with(plain[3], fact("eerder", "ja")),
            with(plain[4], fact("route.kanaal", "gemeente")),
        ]
        return Dialog(version: "1", languages: ["nl"], vocabulary: vocabulary, questions: questions)
    }()

    private func session(_ given: [(AnswerKey, Answer)] = []) -> Session {
        var session = Session(dialog: Self.dialog, today: Day(ordinal: 20_000)) { general, _ in
            let danger = Self.dialog.vocabulary.index(of: "gevaar")!
            return [("route.kanaal", general[danger] == 1 ? "nood" : "gemeente")]
        }
        for (key, answer) in given { session.set(answer, for: key) }
        return session
    }

    private func names(_ replay: Replay) -> [String] {
        replay.asked.map { key in key.party.map { "\(key.question)@\($0)" } ?? key.question }
    }

    private let calm: (AnswerKey, Answer) = (AnswerKey("gevaar"), .options(["nee"]))
    private let both: (AnswerKey, Answer) = (AnswerKey("wie"), .options(["a", "b"]))

    private func told(_ id: String, _ party: String, _ option: String) -> (AnswerKey, Answer) {
        (AnswerKey(id, party: party), .options([option]))
    }

    @Test func theFirstOpenQuestionComesNext() {
        #expect(session().replay().next == AnswerKey("gevaar"))
        #expect(session([calm]).replay().next == AnswerKey("wie"))
    }

    @Test func aQuestionPerPartyIsPlayedPartyByParty() {
        let replay = session([calm, both, told("eerder", "a", "ja")]).replay()
        #expect(names(replay) == ["gevaar", "wie", "eerder@a", "hoe@a", "eerder@b"])
        #expect(replay.parties.map(\.party.id) == ["a", "b"])
    }

    @Test func aHiddenAnswerDoesNotCountButIsKept() {
        var talk = session([calm, both, told("eerder", "a", "ja"), told("hoe", "a", "slecht")])
        talk.set(.options(["nee"]), for: AnswerKey("eerder", party: "a"))
        #expect(!names(talk.replay()).contains("hoe@a"))
        talk.set(.options(["ja"]), for: AnswerKey("eerder", party: "a"))
        #expect(talk.answers[AnswerKey("hoe", party: "a")] == .options(["slecht"]))
        #expect(names(talk.replay()).contains("hoe@a"))
    }

    @Test func aChangeNamesExactlyWhatFalls() {
        let talk = session([
            calm, both, told("eerder", "a", "ja"), told("hoe", "a", "slecht"), told("eerder", "b", "nee"),
        ])
        #expect(
            talk.falling(with: .options(["nee"]), for: AnswerKey("eerder", party: "a"))
                == [AnswerKey("hoe", party: "a")])
        #expect(
            talk.falling(with: .options(["b"]), for: AnswerKey("wie")) == [
                AnswerKey("eerder", party: "a"), AnswerKey("hoe", party: "a"),
            ])
        #expect(talk.falling(with: .options(["ja"]), for: AnswerKey("eerder", party: "a")) == [])
    }

    @Test func anOptionThatEndsTheRouteAsksNothingMore() {
        let replay = session([(AnswerKey("gevaar"), .options(["ja"]))]).replay()
        #expect(replay.isRouteComplete)
        #expect(replay.next == nil)
        #expect(names(replay) == ["gevaar"])
    }

    @Test func anUnknownPartyIsAPartyToo() {
        let replay = session([calm, (AnswerKey("wie"), .unknown)]).replay()
        #expect(replay.parties.map(\.party.id) == [Answer.unknownID])
        let regime = Self.dialog.vocabulary.index(of: "partij.regime")!
        let value = replay.parties[0].facts[regime].map { Self.dialog.vocabulary.domains[regime].values[$0] }
        #expect(value == Answer.unknownID)
    }

    @Test func whatFollowsTheDecisionIsAskedOnlyWhenTheWayIsKnown() {
        #expect(!names(session([calm, both]).replay()).contains("naam"))
        let talk = session([calm, both, told("eerder", "a", "nee"), told("eerder", "b", "nee")])
        #expect(talk.replay().next == AnswerKey("naam"))
    }

    @Test func theOrderOfGivingMakesNoDifference() {
        let given = [
            calm, both, told("eerder", "a", "ja"), told("hoe", "a", "goed"), told("eerder", "b", "nee"),
        ]
        let expected = session(given).replay()
        #expect(session(given.reversed()).replay().facts == expected.facts)
        #expect(names(session(given.reversed()).replay()) == names(expected))
    }
}
