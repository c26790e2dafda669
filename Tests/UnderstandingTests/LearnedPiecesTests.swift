import TestSupport
import Testing

@testable import Understanding

@Suite("Pieces of words that examples teach") struct LearnedPiecesTests {
    @Test(arguments: [
        ("zwager", ["_zwa", "zwag", "wage", "ager", "ger_"]), ("bak", ["_bak", "bak_"]), ("de", ["_de_"]),
        ("u", ["_u_"]), ("2", ["_2_"]), ("жук", []),
    ])
    func piecesOfAWord(word: String, pieces: [String]) {
        let codes = LearnedPieces.codes(of: word)
        #expect(codes.map { LearnedPieces.Piece(code: $0, rarity: 1).letters } == pieces)
        for (piece, code) in zip(pieces, codes) {
            #expect(LearnedPieces.Piece(piece, rarity: 1)?.code == code)
        }
    }

    @Test(arguments: ["", "ab", "abcde", "a b_", "één_"])
    func whatIsNoPiece(letters: String) {
        #expect(LearnedPieces.Piece(letters, rarity: 1) == nil)
    }

    private static let texts = [
        "Een twintigje voor de baas", "de bak van de baas", "TWINTIGJES betaald, baas", "twitigje",
    ].map { FreeText($0) }

    @Test func aPieceOfOneOrTwoTextsIsNotLearned() {
        #expect(
            LearnedPieces(of: Self.texts).pieces.map(\.letters) == [
                "_baa", "_twi", "aas_", "baas", "igje", "tigj",
            ])
    }

    private static func size(_ found: [(place: Int, value: Float)]) -> Float {
        found.reduce(0) { $0 + $1.value * $1.value }
    }

    @Test func thePiecesOfATextCountTogetherTheSameInLongAndVeryLong() throws {
        let words = ["zwager", "container", "taxi", "beschikking", "lantaarn", "hulp", "kliko", "stoep"]
        let codes = Set(words.flatMap { LearnedPieces.codes(of: $0) })
        let pieces = LearnedPieces(codes.map { .init(code: $0, rarity: 4) })
        for count in [6, 8] {
            let found = pieces.found(in: FreeText(words.prefix(count).joined(separator: " ")))
            #expect((Self.size(found) - 9).magnitude < 0.001, "\(count)")
            #expect(found.map(\.place) == found.map(\.place).sorted())
        }
        let few = pieces.found(in: FreeText(words.prefix(1).joined(separator: " ")))
        #expect(Self.size(few) < 8)
        #expect(pieces.found(in: FreeText("niets hiervan")).isEmpty)
        #expect(LearnedPieces.none.found(in: FreeText("de baas")).isEmpty)
    }

    @Test func aPieceOfEveryTextSaysNothing() {
        let pieces = LearnedPieces(of: ["de bak", "de tas", "de hond"].map { FreeText($0) })
        #expect(pieces.found(in: FreeText("de")).isEmpty)
    }

    @Test func seldomPiecesCountMore() throws {
        let known = [("_de_", Float(0.5)), ("zwag", 4)].compactMap { LearnedPieces.Piece($0, rarity: $1) }
        let found = LearnedPieces(known).found(in: FreeText("de zwager"))
        #expect(found.count == 2)
        #expect(try #require(found.map(\.value).max()) > 7 * (try #require(found.map(\.value).min())))
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
        // With a slip of the pen, and as part of another word.
        for text in ["de harkpleog is weg", "de bladharkploeg is weg"] {
            #expect(Listener(knowledge, weights).judgement(of: text)?.topics.first?.id == "groen", "\(text)")
        }
        // Shown is the word whose pieces said so.
        let understood = Listener(knowledge, weights).understand("waar blijft die harkploeg")
        #expect(understood.topicWords.map(\.words).contains("harkploeg"), "\(understood.topicWords)")
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
        "a damaged line of pieces is named",
        arguments: [
            "stukjes taxi", "stukjes taxi=veel", "stukjes taxi=1=2", "stukjes taxi=inf", "stukjes taxis=1",
        ])
    func damaged(line: String) {
        let text = "gewichten 2\nwoorden 1\nvoorbeelden 1\n" + line + "\n"
        do {
            _ = try WeightsText(text).weights(Self.knowledge())
            Issue.record("read \(line)")
        } catch {
            #expect(error.line == 4)
        }
    }

    @Test func piecesReadBackWithTheirWeights() throws {
        let knowledge = Self.knowledge()
        let text = """
            gewichten 2
            woorden 1
            voorbeelden 1
            grens nood 0.500
            grens besluit 0.500
            stukjes 1.50 bus_
            stukjes 2.00 taxi
            model onderwerpen 1.000
            zekerheid 0.000 1.000
            ~groen 1.25 taxi
            model nood 1.000
            ~ja -9.00 taxi

            """
        let (weights, _) = try WeightsText(text).weights(knowledge)
        #expect(weights.fits(knowledge))
        #expect(weights.pieces.pieces.map(\.letters) == ["bus_", "taxi"])
        #expect(Listener(knowledge, weights).judgement(of: "taxi")?.topics.first?.id == "groen")
        let written = WeightsText(weights, knowledge, origin: .init(words: 1, examples: 1)).text
        #expect(written.contains("\n~groen 1.25 taxi\n"))
        #expect(written.contains("\n~ja -9.00 taxi\n"))
        #expect(written.contains("\nstukjes 1.50 bus_\nstukjes 2.00 taxi\n"))
    }
}
