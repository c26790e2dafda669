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
        let scores = Scores(Self.judged.filter { !$0.example.isStory })
        #expect(scores.topicFirst.value >= 0.75)
        #expect(scores.topicAmongThree.value >= 0.90)
        #expect(scores.kindFirst.value >= 0.72)
        #expect(scores.kindAmongThree.value >= 0.93)
        #expect(scores.dangerSeen.value >= 0.90)
        #expect(scores.dangerFalse.value <= 0.05)
        #expect(scores.decisionAsked.value >= 0.95)
        #expect(scores.decisionFalse.value <= 0.08)
        #expect(scores.topicSure.value >= 0.90)
        #expect(scores.kindSure.value >= 0.90)
        #expect(scores.topicCalibration <= 0.10)
        #expect(scores.kindCalibration <= 0.10)
    }

    /// They were written to be hard: one-liners, riddles, and what people say without naming it.
    @Test func storiesAreUnderstoodTooByWeightsThatHadNotSeenThem() {
        let scores = Scores(Self.judged.filter(\.example.isStory))
        #expect(scores.topicAmongThree.count >= 4500)
        #expect(scores.topicFirst.value >= 0.59)
        #expect(scores.topicAmongThree.value >= 0.78)
        #expect(scores.kindFirst.value >= 0.77)
        #expect(scores.kindAmongThree.value >= 0.96)
        #expect(scores.dangerSeen.value >= 0.80)
        #expect(scores.decisionAsked.value >= 0.94)
        #expect(scores.kindCalibration <= 0.05)
    }

    @Test func whatIsShownAsSureIsRightOnTextsThatNobodyLookedAt() {
        let scores = Scores(Self.judged.filter { $0.example.isApart && !$0.example.isStory })
        #expect(scores.topicSure.value >= 0.90)
        #expect(scores.kindSure.value >= 0.90)
        #expect(scores.topicSure.count >= 30)
    }

    @Test(
        "the likeliest is told as sure as it is right, and stays the likeliest",
        arguments: [
            ([0.9, 0.06, 0.04], [0.75, 0.15, 0.10]), ([0.5, 0.5], [0.5, 0.5]),
            ([0.25, 0.25, 0.25, 0.25], [0.366, 0.211, 0.211, 0.211]), ([1.0], [1.0]), ([1, 0], [1, 0]),
        ])
    func sureness(certainties: [Double], told: [Double]) {
        let line = LinearModel.Sureness(shift: 0, slope: 0.5)
        for (found, expected) in zip(line.told(certainties), told) {
            #expect((found - expected).magnitude < 0.001, "\(line.told(certainties))")
        }
        #expect(LinearModel.Sureness.asItIs.told(certainties) == certainties)
    }

    @Test func aLineIsFoundThroughWhatWasTooBold() {
        let bold = (0..<400).map { (certainty: 0.99, isRight: $0 % 10 != 0) }
        let humble = (0..<400).map { (certainty: 0.2, isRight: $0 % 2 == 0) }
        let line = Calibration.sureness(bold + humble)
        #expect((line.certainty(0.99) - 0.9).magnitude < 0.01)
        #expect((line.certainty(0.2) - 0.5).magnitude < 0.01)
        #expect(Calibration.sureness([]) == .asItIs)
    }

    @Test(arguments: [(0.85, Sureness.sure), (0.84, .likely), (0.4, .likely), (0.39, .unsure), (0, .unsure)])
    func threeWaysToUseAFind(certainty: Double, sureness: Sureness) {
        #expect(Find("", from: [], certainty: certainty).sureness == sureness)
        #expect(Understood.Ranked(id: "", certainty: certainty).sureness == sureness)
    }

    @Test func englishIsUnderstoodToo() {
        #expect(
            Scores(Self.judged.filter { $0.example.language == "en" && !$0.example.isStory }).topicFirst.value
                >= 0.70)
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
            ("", 1), ("gewichten 1\n", 1), ("gewichten 2\n", 2),
            ("gewichten 2\nwoorden 1\nvoorbeelden 1\nmodel onzin 1\n", 4),
            ("gewichten 2\nwoorden 1\nvoorbeelden 1\nmodel soorten 1\nklacht altijd=veel\n", 5),
            ("gewichten 2\nwoorden 1\nvoorbeelden 1\nmodel soorten nan\n", 4),
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
