import DialogFiles
import TestSupport
import Testing

@testable import Understanding

@Suite("How well texts are understood that were not learned from") struct LearningTests {
    private static let judged: [(example: Example, judgement: Judgement)] = {
        let examples = Haarlem.listening.examples
        return Array(zip(examples, Learner(Haarlem.listening.knowledge).judgedUnseen(examples))).map {
            ($0, $1)
        }
    }()

    @Test func scoresOfTheExamplesAreAboveTheFloor() {
        let scores = Scores(Self.judged)
        #expect(scores.topicFirst.value >= 0.75)
        #expect(scores.topicAmongThree.value >= 0.90)
        #expect(scores.kindFirst.value >= 0.72)
        #expect(scores.kindAmongThree.value >= 0.93)
        #expect(scores.dangerFalse.value <= 0.06)
        #expect(scores.decisionAsked.value >= 0.95)
        #expect(scores.decisionFalse.value <= 0.08)
        #expect(scores.topicSure.value >= 0.90)
        #expect(scores.kindSure.value >= 0.90)
    }

    @Test func englishIsUnderstoodToo() {
        #expect(Scores(Self.judged.filter { $0.example.language == "en" }).topicFirst.value >= 0.70)
    }

    /// The file in the folder is what the command makes of the words and examples there, byte for byte.
    @Test func theWeightsAreThoseOfTheWordsAndExamples() throws {
        let (knowledge, examples) = (Haarlem.listening.knowledge, Haarlem.listening.examples)
        #expect(Haarlem.listening.warnings.diagnostics == [])
        let text = WeightsText(
            Learner(knowledge).learn(examples), knowledge, origin: .init(knowledge, examples)
        ).text
        let kept = try #require(
            DialogFolder(readingWordsIn: Tree.dialogs).files.first { $0.name == DialogFolder.weightsFile })
        #expect(kept.text == text)
    }

    @Test func weightsReadBackAsTheyWereWritten() throws {
        let knowledge = Haarlem.listening.knowledge
        let weights = try #require(Haarlem.listening.weights)
        let origin = WeightsText.Origin(words: 1, examples: .max)
        let text = WeightsText(weights, knowledge, origin: origin).text
        let (again, from) = try WeightsText(text).weights(knowledge)
        #expect(from == origin)
        #expect(WeightsText(again, knowledge, origin: from).text == text)
    }

    @Test(
        "a damaged line is named",
        arguments: [
            ("", 1), ("gewichten 2\n", 1), ("gewichten 1\n", 2),
            ("gewichten 1\nwoorden 1\nvoorbeelden 1\nmodel onzin 1\n", 4),
            ("gewichten 1\nwoorden 1\nvoorbeelden 1\nmodel soorten 1\nklacht altijd=veel\n", 5),
            ("gewichten 1\nwoorden 1\nvoorbeelden 1\nmodel soorten nan\n", 4),
        ])
    func damaged(text: String, line: Int) {
        #expect(throws: WeightsText.Wrong.self) { try WeightsText(text).weights(Haarlem.listening.knowledge) }
        do {
            _ = try WeightsText(text).weights(Haarlem.listening.knowledge)
        } catch {
            #expect(error.line == line)
        }
    }

    @Test(
        "a share lies between borders",
        arguments: [(9, 10, 0.596, 0.982), (0, 10, 0.0, 0.278), (0, 0, 0.0, 1.0)])
    func interval(hits: Int, count: Int, low: Double, high: Double) {
        let interval = Scores.Share(hits: hits, count: count).interval
        #expect((interval.lowerBound - low).magnitude < 0.001)
        #expect((interval.upperBound - high).magnitude < 0.001)
    }

    @Test(
        "logarithm and exponential are what they should be",
        arguments: [1e-6, 0.5, 1.0, 2.718281828459045, 1e6])
    func logarithm(x: Double) {
        #expect((Logarithm.exponential(Logarithm.natural(x)) / x - 1).magnitude < 1e-10)
    }
}
