import DialogEngine
import Rules
import TestSupport
import Testing

@testable import DialogFiles
@testable import Understanding

/// The words of a talk as they are kept beside the checked form: the same words, or none.
struct KeptWordsTests {
    private static let handbook: Handbook = {
        do {
            return try HandbookReading.read(DialogFolder(reading: Tree.dialogs))
        } catch {
            preconditionFailure("the dialogs of Haarlem can be read: \(error)")
        }
    }()

    private static func small() -> KeptWords {
        func group(_ id: String, _ words: [String]) -> WordGroup {
            WordGroup(id: id, keywords: words.compactMap { Keyword($0, reach: .beginning) })
        }
        let knowledge = Knowledge(
            topics: [group("afval", ["bak", "vuilnis"]), group("groen", ["boom ... om/scheef"])],
            kinds: [group("klacht", ["boos"]), group("nood", [])], dangers: [group("gevaar", ["brand"])],
            clues: [group("nu", ["=nu"])],
            parties: [.init(id: "a/b", names: [], words: [], topics: ["afval"])],
            talk: .init(several: [Keyword("ook nog", reach: .beginning)].compactMap { $0 }),
            denials: ["geen"])
        var weights = Weights(priors: Priors(knowledge, FeatureList(knowledge)), knowledge)
        weights.topics.sureness = .init(shift: 0.5, slope: 0.25)
        return KeptWords(
            knowledge: knowledge, weights: weights,
            surplus: SurplusWords(medical: ["griep", "depressi*"], children: ["zoon"], others: ["buurman"]))
    }

    @Test func theRealWordsReadBackEqual() throws {
        let read = try #require(
            try ListeningReading.read(DialogFolder(readingWordsIn: Tree.dialogs), Self.handbook))
        let words = KeptWords(
            knowledge: read.knowledge, weights: try #require(read.weights),
            surplus: try ListeningReading.surplusWords(DialogFolder(readingSurplusIn: Tree.dialogs)))
        let bytes = CheckedForm.encode(value: words, sourceHash: 7)
        let again = try #require(CheckedForm.decode(value: KeptWords.self, bytes, sourceHash: 7))
        #expect(CheckedForm.encode(value: again, sourceHash: 7) == bytes)
        #expect(Mirrored.difference(words, again) == nil)
    }

    @Test func aFormOfSomethingElseGivesNothing() {
        let bytes = CheckedForm.encode(value: Self.small(), sourceHash: 7)
        #expect(CheckedForm.decode(value: KeptWords.self, bytes, sourceHash: 8) == nil)
        #expect(CheckedForm.decode(bytes, sourceHash: 7) == nil)
        let handbook = CheckedForm.encode(CheckedSample.tiny(), sourceHash: 7)
        #expect(CheckedForm.decode(value: KeptWords.self, handbook, sourceHash: 7) == nil)
    }

    /// Hostile bytes have a right checksum: they may come to other words, never to a crash.
    @Test func changedBytesUnderARightChecksumNeverStopTheProgram() throws {
        let bytes = CheckedForm.encode(value: Self.small(), sourceHash: 7)
        var random = SeededRandom.printed("changedBytesUnderARightChecksumNeverStopTheProgram")
        var decodedCount = 0
        for _ in 0..<2_000 {
            var payload = Array(bytes[CheckedForm.headLength...])
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                payload[Int.random(in: payload.indices, using: &random)] = UInt8.random(
                    in: 0...255, using: &random)
            }
            let changed = CheckedForm.sealed(payload, sourceHash: 7)
            guard let words = CheckedForm.decode(value: KeptWords.self, changed, sourceHash: 7) else {
                continue
            }
            decodedCount += 1
            _ = Listener(words.knowledge, words.weights).understand("de boom staat nu scheef, er is brand")
        }
        #expect(decodedCount > 0)
    }

    @Test(arguments: ["as it was", "damaged", "of other words"])
    func theDeskReadsTheSameAgain(_ what: String) throws {
        try withTemporaryFolder { cache in
            let story = "Er is brand bij de buren en de container is vol."
            let first = try #require(
                ListeningReading.readForDesk(Tree.dialogs, Self.handbook, cacheFolder: cache))
            let heard = first.listener.understand(story)
            let name = try #require(names(in: cache).first)
            #expect(names(in: cache).count == 1)
            #expect(name.hasPrefix("dialogen-herkennen-"))
            let file = CacheFile(folder: cache, mark: String(name.dropFirst(9).dropLast(3)))
            let good = try #require(file.read())
            switch what {
            case "damaged": #expect(file.write(good.map { $0 ^ 1 }))
            case "of other words": #expect(file.write(CheckedForm.encode(value: Self.small(), sourceHash: 1)))
            default: break
            }
            let again = ListeningReading.readForDesk(Tree.dialogs, Self.handbook, cacheFolder: cache)
            #expect(again?.listener.understand(story) == heard)
            #expect(again?.surplusWords == first.surplusWords)
            #expect(first.surplusWords != .none)
            #expect(file.read() == good)
        }
    }
}
