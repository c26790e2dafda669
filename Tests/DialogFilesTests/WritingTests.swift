import DialogEngine
import Rules
import Testing

@testable import DialogFiles

/// How the texts of the real dialogs are written, and when that is looked at.
struct WritingTests {
    @Test func dialogsOfHaarlemHaveNothingToMend() throws {
        let found = try HandbookReading.check(CaseFiles.haarlem).warnings
        #expect(found.diagnostics.isEmpty, "\(found.list)")
    }

    @Test func gemeenteWithoutRulesOfWritingWritesAsItLikes() {
        let edit = (file: "schrijfwijze.yaml", find: "*", replacement: "")
        #expect(mistakes(CaseFiles.edited([edit, Self.longEnglish])).isEmpty)
    }

    @Test func mistakeInTheRulesStopsTheCheckAndNotTheDesk() throws {
        let edit = (file: "schrijfwijze.yaml", find: "adem: 12", replacement: "adm: 12")
        let folder = CaseFiles.edited([edit])
        #expect(Set(mistakes(folder).map(\.code)) == [.unknownKey, .missingKey])
        _ = try HandbookReading.read(folder)
    }

    @Test func newTextIsJudgedBeforeItIsTranslated() {
        let folder = CaseFiles.edited([
            ("vragen/gegevens.yaml", "vraag: Wat is uw naam?", "vraag: Wat is derhalve je naam?")
        ])
        #expect(
            Set(mistakes(folder).map(\.code)).isSuperset(of: [
                .missingTranslation, .difficultWord, .otherAddress,
            ]))
    }

    @Test func lettersAreReadLikeOtherTexts() {
        let told = mistakes(
            CaseFiles.edited([
                ("brieven/bewijs.mustache", "Wat u vertelde", "Wat jij {{naam}} derhalve vertelde")
            ]))
        #expect(Set(told.map(\.code)) == [.difficultWord, .otherAddress])
        #expect(told.first?.place.file == "Dialogs/haarlem/brieven/bewijs.mustache")
        #expect(mistakes(CaseFiles.edited([("brieven/bewijs.mustache", "{{reden}}", "{{je}}")])).isEmpty)
    }

    @Test func englishSentencesAreCountedToo() {
        let told = mistakes(CaseFiles.edited([Self.longEnglish]))
        #expect(told.map(\.code) == [.longSentence])
        #expect(told.first?.place.file == "Dialogs/haarlem/teksten/en.yaml")
    }

    private static let longEnglish = (
        file: "teksten/en.yaml", find: "en: 'What is your name?'",
        replacement:
            "en: 'Please tell us here and now, in full and with all first names, what your own name is and "
            + "was before.'"
    )

    @Test func quotedWordsAndWordsOfTheResidentAreFine() {
        let folder = CaseFiles.edited([
            (
                "vragen/gegevens.yaml", "vraag: Wat is uw naam?",
                "vraag: 'Staat er \"jouw derhalve\" bij mijn naam?'"
            )
        ])
        #expect(mistakes(folder).map(\.code).filter { $0 != .missingTranslation } == [.looseTranslation])
    }

    private func mistakes(_ folder: DialogFolder) -> [Diagnostic] {
        do {
            return try HandbookReading.check(folder).warnings.diagnostics
        } catch {
            return error.diagnostics
        }
    }
}
