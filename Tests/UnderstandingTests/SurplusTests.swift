import DialogEngine
import DialogFiles
import Rules
import TestSupport
import Testing
import Understanding

@Suite("What does not belong in a complaint") struct SurplusTests {
    private static let table = CaseTable("TooMuch/told.tsv")

    private static let folder: DialogFolder = {
        do {
            return try DialogFolder(reading: Tree.dialogs)
        } catch {
            preconditionFailure("the dialogs of the project can be read: \(error)")
        }
    }()

    private static let words: SurplusWords = {
        do {
            return try ListeningReading.surplusWords(DialogFolder(readingSurplusIn: Tree.dialogs))
        } catch {
            preconditionFailure("the words of the project are in order: \(error)")
        }
    }()

    private static func finds(_ text: String) -> [Find<Surplus>] {
        SurplusFinder(FreeText(text), words).finds()
    }

    @Test(arguments: table.rows) func isNoticed(_ row: CaseTable.Row) {
        let found = Self.finds(row[0]).map { "\($0.value.kind.rawValue): \($0.evidence[0].words)" }
        #expect(found.joined(separator: " | ") == row[1])
    }

    @Test func everyFindIsThePieceThatIsLeftOut() {
        for row in Self.table.rows {
            let bytes = Array(row[0].utf8)
            for find in Self.finds(row[0]) {
                #expect((0...1).contains(find.certainty))
                #expect(find.evidence.map(\.range) == [find.value.range])
                #expect(String(decoding: bytes[find.value.range], as: UTF8.self) == find.evidence[0].words)
            }
        }
    }

    @Test func aGemeenteWithoutWordsStillKnowsNumbers() {
        let text = FreeText("Mijn dochter Fatima el Amrani heeft diabetes en bsn 123456782.")
        #expect(SurplusFinder(text, .none).finds().map(\.value.kind) == [.citizenNumber])
    }

    @Test(
        "A piece is left out, and a word stands in its place",
        arguments: [
            (
                language: "nl", text: "Mijn bsn 123456782 lag op de balie.",
                left: "Mijn bsn [weggelaten: burgerservicenummer] lag op de balie."
            ),
            ("en", "Zoë's IBAN: NL91 ABNA 0417 1643 00!", "Zoë's IBAN: [left out: bank account]!"),
            (
                "nl", "Mijn zoon Ömer van der Meer heeft kanker.",
                "Mijn zoon [weggelaten: naam van een kind] heeft [weggelaten: iets over gezondheid]."
            ),
            ("nl", "Hier staat niets.", "Hier staat niets."), ("nl", "", ""),
        ])
    func leftOut(language: String, text: String, left: String) throws {
        let handbook = try HandbookReading.read(Self.folder)
        let surplus = Self.finds(text).map(\.value)
        #expect(
            Surplus.leaving(
                out: surplus, of: text, handbook.phrases, in: handbook.translation(language)) == left)
    }

    @Test func whatIsLeftOutIsNotFoundAgain() throws {
        let handbook = try HandbookReading.read(Self.folder)
        for row in Self.table.rows {
            let left = Surplus.leaving(out: Self.finds(row[0]).map(\.value), of: row[0], handbook.phrases)
            #expect(Self.finds(left).isEmpty, "\(left)")
        }
    }

    @Test(
        "A mistake in the words is told",
        arguments: [
            (text: "medisch: [me*]\nkind: [zoon]\nander: [oom]\n", code: "verkeerde-soort"),
            ("medisch: [kanker]\nkind: [zoon]\n", "ontbrekende-sleutel"),
            ("medisch: [kanker]\nkind: [zoon]\nander: [oom]\ndier: [hond]\n", "onbekende-sleutel"),
        ])
    func mistake(text: String, code: String) {
        let folder = DialogFolder(path: "map", files: [.init(name: "herkennen/te-veel.yaml", text: text)])
        let error = #expect(throws: HandbookReading.Invalid.self) {
            try ListeningReading.surplusWords(folder)
        }
        #expect(error?.diagnostics.map(\.code.rawValue) == [code])
    }

    @Test(
        "Nine digits carry their own check", arguments: ["123456782", "111222333", "999999990"])
    func citizenNumber(digits: String) {
        #expect(Self.finds("het is \(digits)").map(\.value.kind) == [.citizenNumber])
    }

    @Test(
        "other digits do not", arguments: ["123456789", "000000000", "12345678", "1234567820", "111222334"])
    func noCitizenNumber(digits: String) { #expect(Self.finds("het is \(digits)").isEmpty) }
}
