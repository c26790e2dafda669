import DialogEngine
import Rules
import TestSupport
import Testing

@testable import DialogFiles

/// One broken edit of the real dialogs per diagnostic, with the message that a writer gets.
///
/// `UPDATE_CASES=1` rewrites the messages.
struct BadFileTests {
    @Test(arguments: BadFile.all) func theMistakeIsToldAtItsPlace(_ bad: BadFile) throws {
        let told = bad.told()
        if CaseFiles.isUpdating { try bad.broken.update(told) }
        #expect(told == bad.broken.message)
        #expect(told.contains("fout \(bad.broken.code)") || told.contains("let op \(bad.broken.code)"))
    }

    @Test func everyCodeHasItsCase() {
        // What is no file at all has its cases in `HostileFolderTests`, the folder `herkennen` in
        // `ListeningReadingTests`.
        let elsewhere: [DiagnosticCode] = [.unreadableFile, .duplicateWord, .staleWeights]
        let codes = Set(BadFile.all.map(\.broken.code) + elsewhere.map(\.rawValue))
        let missing = DiagnosticCode.allCases.map(\.rawValue).filter { !codes.contains($0) }
        #expect(missing == [])
    }

    @Test func allMistakesOfAllFilesAreToldAtOnce() {
        let folder = CaseFiles.edited([
            ("nood.yaml", "vraag: gevaar", "vraag: gevar"), ("gemeente.yaml", "letter: H", "leter: H"),
            ("routes.yaml", "kanaal: noodnummer", "kanaal: noodnumer"),
        ])
        let told = CaseFiles.mistakes(folder)
        #expect(Set(told.map(\.place.file)).count == 3)
    }

    /// Without the questions of a file every rule would name what is not there.
    @Test func whatComesOfAFileThatCannotBeReadIsNotTold() {
        let folder = CaseFiles.edited([
            ("vragen/zaak.yaml", "    soort: keuze", "\tsoort: keuze"),
            ("gemeente.yaml", "letter: H", "leter: H"),
        ])
        let told = CaseFiles.mistakes(folder)
        #expect(Set(told.map(\.code)) == [.syntax, .missingKey, .wrongType, .unknownKey])
        #expect(
            HandbookReading.Invalid(diagnostics: told, folder: folder).rendered.contains("kijk dan nog eens"))
    }

    @Test func aContactThatMissesItsSourceIsToldOnce() {
        let folder = CaseFiles.edited([
            (
                "partners.yaml", "{soort: telefoon, waarde: '14 023', waarvoor: algemeen, bron: S35,",
                "{soort: telefoon, waarde: '14 023', waarvoor: algemeen,"
            )
        ])
        #expect(CaseFiles.mistakes(folder).map(\.code) == [.missingKey])
    }

    @Test(arguments: ["\u{FEFF}", "\r"]) func signsOfOtherSystemsDoNoHarm(_ sign: String) throws {
        let files = CaseFiles.haarlem.files.map { file in
            let text = sign == "\r" ? file.text.replacing("\n", with: "\r\n") : sign + file.text
            return DialogFolder.File(name: file.name, text: file.name == "nood.yaml" ? text : file.text)
        }
        _ = try HandbookReading.read(DialogFolder(path: "Dialogs/haarlem", files: files))
    }

    /// They stop publication, never a talk.
    @Test(arguments: ["beloften.yaml", "wetten.yaml", "schrijfwijze.yaml", "wijzigingen.yaml"])
    func aDeskOpensWithAMistakeInWhatOnlyACheckReads(_ name: String) throws {
        let others = CaseFiles.haarlem.files.filter { $0.name != name }
        let folder = DialogFolder(
            path: "Dialogs/haarlem", files: others + [DialogFolder.File(name: name, text: "kapot: [")])
        _ = try HandbookReading.read(folder)
        #expect(!CaseFiles.mistakes(folder).isEmpty)
    }

    @Test func aliasesAreNotFollowedEvenWhenTheyStandForMillions() {
        var text = "a: &a [x, x, x, x, x, x, x, x, x]\n"
        for index in 1...9 {
            text +=
                "b\(index): &b\(index) [\((0..<9).map { _ in index == 1 ? "*a" : "*b\(index - 1)" }.joined(separator: ", "))]\n"
        }
        let files =
            CaseFiles.haarlem.files.filter { $0.name != "nood.yaml" }
            + [DialogFolder.File(name: "nood.yaml", text: text)]
        let told = CaseFiles.mistakes(DialogFolder(path: "Dialogs/haarlem", files: files))
        #expect(told.contains { $0.code == .anchor })
    }

    @Test func everyWordStaysText() {
        let diagnostics = Diagnostics()
        let node = YAMLText.parse("a: 9:11\nb: on\nc: 0800\nd: ja", file: "x", into: diagnostics)
        guard case .map(let entries, _)? = node else { return #expect(Bool(false), "no block") }
        let words = entries.compactMap { if case .text(let text, _) = $0.value { text } else { nil } }
        #expect(words == ["9:11", "on", "0800", "ja"])
    }

    @Test func theCaretStandsUnderItsLetterAfterAnAccent() {
        let place = Place(file: "x.yaml", line: 3, column: 7)
        let text = Diagnostic(code: .unknownKey, place: place, message: "hier").rendered(line: "één: {q: 1}")
        #expect(text == "x.yaml:3:7: fout onbekende-sleutel\n3 | één: {q: 1}\n          ^ hier")
    }

    @Test func aFolderThatIsNoneSaysSo() {
        #expect(throws: DialogFolder.Problem.notThere("/nergens/te/vinden")) {
            try DialogFolder(reading: "/nergens/te/vinden")
        }
        #expect(throws: DialogFolder.Problem.notAFolder(#filePath)) { try DialogFolder(reading: #filePath) }
    }
}
