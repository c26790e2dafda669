import DialogEngine
import Rules
import TestSupport
import Testing
import Understanding

@testable import DialogFiles

@Suite("The words by which texts are understood") struct ListeningReadingTests {
    private static let handbook: Handbook = {
        do {
            return try HandbookReading.read(DialogFolder(reading: Tree.dialogs))
        } catch {
            preconditionFailure("the dialogs of Haarlem can be read: \(error)")
        }
    }()

    private static let whole = DialogFolder(readingWordsIn: Tree.dialogs)

    /// What is found when a piece of one file is something else.
    private func found(_ name: String, _ old: String, _ new: String) -> [Diagnostic] {
        let files = Self.whole.files.map { file in
            file.name == "herkennen/" + name
                ? DialogFolder.File(
                    name: file.name, text: file.text.replacing(old, with: new, maxReplacements: 1)) : file
        }
        return read(files)
    }

    private func read(_ files: [DialogFolder.File]) -> [Diagnostic] {
        do {
            return try ListeningReading.read(DialogFolder(path: "haarlem", files: files), Self.handbook)?
                .warnings
                .diagnostics ?? []
        } catch {
            return error.diagnostics
        }
    }

    @Test func asItIsNothingIsWrong() { #expect(read(Self.whole.files) == []) }

    @Test func withoutTheFolderNothingIsKnownAndNothingIsWrong() throws {
        let folder = DialogFolder(readingWordsIn: Tree.smallGemeente)
        #expect(try ListeningReading.read(folder, Self.handbook) == nil)
    }

    @Test func theDeskUnderstandsTheSameWithoutTheExamples() throws {
        let whole = try #require(try ListeningReading.read(Self.whole, Self.handbook)).listener
        let read = try #require(
            ListeningReading.readForDesk(Tree.dialogs, Self.handbook, cacheFolder: nil))
        let desk = read.listener
        let story = "De taxi van de Wmo kwam weer niet, mijn moeder staat al een uur op straat."
        #expect(desk.understand(story) == whole.understand(story))
        #expect(!desk.understand(story).topics.isEmpty)
        let surplus = DialogFolder(readingSurplusIn: Tree.dialogs)
        #expect(read.surplusWords == (try ListeningReading.surplusWords(surplus)))
        #expect(ListeningReading.readForDesk(Tree.smallGemeente, Self.handbook, cacheFolder: nil) == nil)
    }

    @Test(
        "a mistake is named at its place",
        arguments: [
            (
                "onderwerpen.yaml", "  afval:", "  afvl:", "onbekend-woord",
                "er is geen onderwerp 'afvl'; bedoelde u 'afval'?"
            ),
            ("soorten.yaml", "  klacht:", "  klaag:", "onbekend-woord", "er is geen soort 'klaag'"),
            (
                "nood.yaml", "  levensgevaar:", "  gevaar-nu:", "onbekend-woord",
                "er is geen teken 'gevaar-nu'"
            ),
            (
                "gesprek.yaml", "  ander:", "  andre:", "onbekend-woord",
                "er is geen keuze 'andre'; bedoelde u 'ander'?"
            ),
            (
                "voorbeelden.yaml", "onderwerp: wonen", "onderwerp: woonen", "onbekend-woord",
                "'woonen' is er niet; bedoelde u 'wonen'?"
            ),
            ("voorbeelden.yaml", "    soort: klacht\n", "", "ontbrekende-sleutel", "hier ontbreekt 'soort'"),
            (
                "verhalen/straat-1.txt", "klacht afval:", "klacht afvl:", "onbekend-woord",
                "'afvl' is er niet; bedoelde u 'afval'?"
            ),
            (
                "verhalen/straat-1.txt", "klacht afval:", "klaag+klacht afval:", "onbekend-woord",
                "'klaag' is er niet"
            ),
            ("verhalen/straat-1.txt", "klacht afval:", "klacht+ afval:", "onbekend-woord", "'' is er niet"),
            (
                "verhalen/straat-1.txt", "klacht afval:", "klacht afval fr:", "onbekend-woord",
                "'fr' is er niet"
            ),
            (
                "verhalen/straat-1.txt", "klacht afval:", "klacht:", "verkeerde-soort",
                "schrijf hier: soort, spatie"
            ),
            (
                "verhalen/straat-1.txt", "klacht afval: ", "klacht afval: 12\n", "verkeerde-soort",
                "schrijf hier"
            ),
            (
                "te-veel.yaml", "zorg: [", "zorg: [jeugdhulpp, ", "onbekend-woord",
                "er is geen onderwerp 'jeugdhulpp'; bedoelde u 'jeugdhulp'?"
            ),
            ("besluit.yaml", "herkomst:", "herkomt:", "onbekende-sleutel", "'herkomt' hoort hier niet"),
            ("zinsbouw.yaml", "tekens:", "tekens: [", "schrijfwijze", ""),
            (
                "onderwerpen.yaml", "[vuilnisbak,", "[vuilnisbak, '?!',", "verkeerde-soort",
                "in '?!' staat geen woord"
            ),
            (
                "onderwerpen.yaml", "[vuilnisbak,", "[vuilnisbak, 'bak ...',", "verkeerde-soort",
                "zet voor en achter elke '...' een woord"
            ),
        ])
    func mistake(file: String, old: String, new: String, code: String, message: String) {
        let found = found(file, old, new)
        #expect(found.contains { $0.code.rawValue == code && $0.message.contains(message) }, "\(found)")
        #expect(found.allSatisfy { $0.place.file == "haarlem/herkennen/" + file }, "\(found)")
    }

    @Test func oneHomeForEachWord() {
        let twice = found("onderwerpen.yaml", "[vuilnisbak,", "[vuilnisbak, Vuilnisbak,")
        #expect(twice.map(\.code).contains(.duplicateWord))
        let elsewhere = found("onderwerpen.yaml", "[vuilnisbak,", "[vuilnisbak, kliko,")
        #expect(elsewhere.map(\.code).contains(.duplicateWord), "kliko stands in onderwerpen.yaml itself")
    }

    @Test func whatWasLearnedFromOtherWordsIsTold() {
        #expect(
            found("onderwerpen.yaml", "[vuilnisbak,", "[vuilnisbak, asemmer,").map(\.code) == [.staleWeights])
        #expect(found("voorbeelden.yaml", "soort: klacht", "soort: melding").map(\.code) == [.staleWeights])
        #expect(found("gewichten.txt", "gewichten 2", "gewichten 9").map(\.code) == [.staleWeights])
        #expect(
            found("verhalen/straat-1.txt", "klacht afval:", "melding afval:").map(\.code) == [.staleWeights])
        let files = Self.whole.files.filter { $0.name != DialogFolder.weightsFile }
        #expect(read(files).map(\.code) == [.staleWeights])
    }

    /// What can be made anew keeps nobody from making it.
    @Test func weightsThatCannotBeReadAreOnlyStale() {
        let others = Self.whole.files.filter { $0.name != DialogFolder.weightsFile }
        for broken in [
            DialogFolder.File(name: DialogFolder.weightsFile, bytes: [0xFF, 0xFE]),
            DialogFolder.File(
                name: DialogFolder.weightsFile, bytes: [], problem: .tooLarge(bytes: 2_000_000)),
        ] {
            #expect(read(others + [broken]).map(\.code) == [.staleWeights])
        }
    }

    @Test func aStoryIsALine() throws {
        let text = """
            # wie dit schreef
            klacht+melding afval+groen en: Look: they left it. Again!

            vraag afval: Waar moet het heen?
            """
        let diagnostics = Diagnostics()
        let reader = StoryReader(
            diagnostics: diagnostics, kinds: ["klacht", "melding", "vraag"], topics: ["afval", "groen"])
        let read = reader.examples(in: text, file: "f", "verhalen/f.txt")
        #expect(diagnostics.sorted.isEmpty)
        #expect(
            read == [
                Example(
                    id: "verhalen/f.txt:2", text: "Look: they left it. Again!", language: "en",
                    kind: "klacht",
                    topic: "afval", alsoKinds: ["melding"], alsoTopics: ["groen"], isApart: true,
                    isStory: true),
                Example(
                    id: "verhalen/f.txt:4", text: "Waar moet het heen?", language: "nl", kind: "vraag",
                    topic: "afval", isApart: true, isStory: true),
            ])
    }
}
