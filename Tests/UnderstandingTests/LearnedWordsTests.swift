import TestSupport
import Testing

@testable import Understanding

@Suite("Words that examples teach") struct LearnedWordsTests {
    private static let texts = ["Een twintigje voor de baas", "de bak van de baas", "TWINTIGJE betaald"].map {
        FreeText($0)
    }

    @Test func aWordOfOneTextAloneIsNotLearned() {
        #expect(LearnedWords(of: Self.texts).words.map(\.word) == ["baas", "de", "twintigje"])
    }

    @Test func theWordsOfATextCountTogetherTheSameInShortAndLong() {
        let words = LearnedWords(of: Self.texts)
        for text in ["baas", "de baas wil een twintigje", "baas baas de"] {
            let found = words.found(in: FreeText(text))
            #expect((found.reduce(0) { $0 + $1.value * $1.value } - 9).magnitude < 0.001, "\(text)")
            #expect(found.map(\.place) == found.map(\.place).sorted())
        }
        #expect(words.found(in: FreeText("niets daarvan")).isEmpty)
        #expect(LearnedWords.none.found(in: FreeText("de baas")).isEmpty)
    }

    @Test func aWordOfEveryTextSaysNothing() {
        let words = LearnedWords(of: ["de bak", "de tas"].map { FreeText($0) })
        #expect(words.found(in: FreeText("de")).isEmpty)
    }

    @Test func seldomWordsCountMore() throws {
        let words = LearnedWords([.init("de", rarity: 0.5), .init("zwager", rarity: 4)])
        let found = words.found(in: FreeText("de zwager"))
        #expect(try #require(found.last).value > 7 * (try #require(found.first)).value)
    }

    private static func knowledge() -> Knowledge {
        func group(_ id: String, _ words: [String]) -> WordGroup {
            WordGroup(id: id, keywords: words.compactMap { Keyword($0, reach: .beginning) })
        }
        return Knowledge(
            topics: [group("afval", ["container"]), group("groen", ["kastanje"])],
            kinds: [group("klacht", ["brutaal"]), group("melding", ["verstopt"]), group("nood", [])])
    }

    private static func example(_ text: String, _ kind: String, _ topic: String) -> Example {
        Example(id: text, text: text, language: "nl", kind: kind, topic: topic)
    }

    @Test func aWordThatIsNoKeywordTellsTheTopicOnceExamplesHadIt() {
        let examples = (0..<12).flatMap { _ in
            [
                Self.example("de vrachtauto rijdt langs", "klacht", "afval"),
                Self.example("de harkploeg komt langs", "melding", "groen"),
            ]
        }
        let knowledge = Self.knowledge()
        let weights = Learner(knowledge).learn(examples)
        #expect(weights.fits(knowledge))
        let judged = Listener(knowledge, weights).judgement(of: "waar blijft die harkploeg")
        #expect(judged?.topics.first?.id == "groen")
        #expect(judged?.kinds.first?.id == "melding")
    }

    /// A keyword that was thought of for one example teaches nothing there.
    @Test func aKeywordOfOneExampleAloneIsNoLesson() {
        let reader = FeatureReader(Self.knowledge())
        let texts = ["de container is verstopt", "de container was weg"].map { FreeText($0) }
        let place = reader.list.kinds.lowerBound + 1
        #expect(reader.features(of: texts[0]).places.contains(Int32(place)))
        let lessons = reader.lessons(texts)
        #expect(!lessons[0].places.contains(Int32(place)))
        for lesson in lessons { #expect(lesson.places.contains(Int32(reader.list.topics.lowerBound))) }
    }

    @Test(
        "a damaged line of words is named",
        arguments: ["los taxi", "los taxi=veel", "los taxi=1=2", "los taxi=inf"])
    func damaged(line: String) {
        let text = "gewichten 1\nwoorden 1\nvoorbeelden 1\n" + line + "\n"
        do {
            _ = try WeightsText(text).weights(Self.knowledge())
            Issue.record("read \(line)")
        } catch {
            #expect(error.line == 4)
        }
    }

    @Test func wordsReadBackWithTheirWeights() throws {
        let knowledge = Self.knowledge()
        let text = """
            gewichten 1
            woorden 1
            voorbeelden 1
            grens nood 0.500
            grens besluit 0.500
            los bus=1.500 taxi=2.000
            model onderwerpen 1.000
            zekerheid 0.000 1.000
            groen los:taxi=1.250
            model nood 1.000
            ja los:taxi=9.000

            """
        let (weights, _) = try WeightsText(text).weights(knowledge)
        #expect(weights.fits(knowledge))
        #expect(weights.words.words.map(\.word) == ["bus", "taxi"])
        #expect(Listener(knowledge, weights).judgement(of: "taxi")?.topics.first?.id == "groen")
        #expect(
            WeightsText(weights, knowledge, origin: .init(words: 1, examples: 1)).text.contains(
                "los:taxi=1.250"))
        #expect(!WeightsText(weights, knowledge, origin: .init(words: 1, examples: 1)).text.contains("9.000"))
    }
}
