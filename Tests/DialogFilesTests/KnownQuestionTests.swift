import DialogEngine
import Rules
import TestSupport
import Testing

@testable import DialogFiles

/// The questions that the program reads itself: in one list, and checked in every folder.
struct KnownQuestionTests {
    private static func small(_ edits: [(file: String, find: String, replacement: String)] = []) throws
        -> DialogFolder
    {
        let folder = try DialogFolder(reading: Tree.smallGemeente)
        let files = folder.files.map { file in
            let text = edits.filter { $0.file == file.name }.reduce(file.text) {
                $0.replacing($1.find, with: $1.replacement)
            }
            return DialogFolder.File(name: file.name, text: text)
        }
        return DialogFolder(path: "duinrode", files: files)
    }

    @Test func anotherGemeenteIsWithoutMistakes() throws {
        #expect(try HandbookReading.check(Self.small()).warnings.diagnostics == [])
    }

    @Test func anotherGemeenteGoesThroughTheCheckedForm() throws {
        let folder = try Self.small()
        let bytes = CheckedForm.encode(try HandbookReading.read(folder), sourceHash: folder.contentHash)
        #expect(CheckedForm.decode(bytes, sourceHash: folder.contentHash) != nil)
    }

    @Test(
        "A question that must be there is missed at the list of files",
        arguments: KnownQuestion.allCases.filter(\.isRequired))
    func missing(_ known: KnownQuestion) throws {
        let id = "id: \(known.rawValue)\n"
        let folder = try Self.small(
            ["vragen/begin.yaml", "vragen/daarna.yaml"].map { ($0, id, "id: \(known.rawValue)-x\n") })
        let told = try #require(CaseFiles.mistakes(folder).first { $0.code == .missingQuestion })
        #expect(told.place.file == "duinrode/gemeente.yaml")
        #expect(told.message.hasPrefix("er is geen vraag '\(known.rawValue)' (soort: "))
    }

    @Test(
        "A question that is not what the program reads is told at its id",
        arguments: [
            ("soort: regels", "soort: tekst\n    vorm: vrij", "verhaal", "soort: regels"),
            ("id: al-gezegd\n", "id: wens\n", "wens", "soort: meerkeuze"),
            ("id: soort-bericht\n", "id: eerder\n", "eerder", "soort: keuze, per_partij: ja"),
        ])
    func wrongKind(_ find: String, _ replacement: String, _ id: String, _ words: String) throws {
        let folder = try Self.small([("vragen/begin.yaml", find, replacement)])
        let told = CaseFiles.mistakes(folder).filter { $0.message.contains("leest '\(id)' zelf") }
        try #require(told.count == 1)
        #expect(told[0].message.contains("schrijf hier \(words), of"))
        #expect(folder.line(told[0].place)?.contains("- id: \(id)") == true)
    }

    @Test func aNatureThatNoRecordTakesIsTold() throws {
        let folder = try Self.small([("vragen/begin.yaml", "id: spoed\n", "id: aard\n")])
        let told = CaseFiles.mistakes(folder).filter { $0.message.contains("past niet in een klacht") }
        #expect(told.map(\.message).contains { $0.hasPrefix("de keuze 'niemand'") })
    }

    /// Nothing in Haarlem's own folder may differ from what the program reads.
    @Test func haarlemHasThemAll() throws {
        let dialog = try HandbookReading.read(CaseFiles.haarlem).dialog
        for known in KnownQuestion.allCases {
            let question = try #require(dialog.question(known), "\(known.rawValue)")
            #expect(known.fits(question))
        }
    }

    @Test("A letter that the program prints must be there", arguments: KnownLetter.allCases)
    func letter(_ known: KnownLetter) throws {
        let name = "brieven/\(known.rawValue).mustache"
        let folder = try Self.small()
        let rest = DialogFolder(path: folder.path, files: folder.files.filter { $0.name != name })
        let told = CaseFiles.mistakes(rest)
        #expect(told.map(\.code) == [.missingFile])
        #expect(told.map(\.place) == [Place(file: "duinrode/\(name)", line: 1, column: 1)])
    }

    @Test("Letters that no number can begin with", arguments: ["h", "HAAR", "I", "''", "Ö", "A1"])
    func letters(_ letters: String) throws {
        let folder = try Self.small([("gemeente.yaml", "letter: DR", "letter: \(letters)")])
        let told = CaseFiles.mistakes(folder)
        #expect(told.count == 1)
        #expect(told.first?.message.hasPrefix("hier horen een tot drie hoofdletters") == true)
    }

    @Test("Days that are no number of days", arguments: ["0", "-1", "3651", "veel", "99999999999999999999"])
    func days(_ days: String) throws {
        let folder = try Self.small([("gemeente.yaml", "'3'", "'\(days)'")])
        #expect(CaseFiles.mistakes(folder).map(\.message) == ["hier hoort een getal van 1 tot en met 3650"])
    }
}
