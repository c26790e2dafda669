import Rules
import Testing

@testable import DialogFiles

/// A language that is promised is whole.
struct TranslationTests {
    @Test func languageThatIsNotPromisedNeedsNoWords() throws {
        let edit = (file: "gemeente.yaml", find: "talen: [nl, en]", replacement: "talen: [nl]")
        let handbook = try HandbookReading.read(
            CaseFiles.edited([edit, (file: "teksten/en.yaml", find: "*", replacement: "")]))
        #expect(handbook.translations.isEmpty)
    }

    @Test func textWithoutItsWordsIsToldForEveryLanguage() {
        var folder = CaseFiles.edited([
            ("gemeente.yaml", "talen: [nl, en]", "talen: [nl, en, de]"),
            ("vragen/gegevens.yaml", "vraag: Wat is uw naam?", "vraag: Hoe heet u?"),
        ])
        let english = folder.files.first { $0.name == "teksten/en.yaml" }
        let german = english?.text.replacing("    en: ", with: "    de: ") ?? ""
        folder = DialogFolder(
            path: folder.path, files: folder.files + [.init(name: "teksten/de.yaml", text: german)])
        let missing = CaseFiles.mistakes(folder).filter { $0.code == .missingTranslation }
        #expect(missing.count == 2)
        #expect(missing.allSatisfy { $0.place.file.hasSuffix("vragen/gegevens.yaml") })
    }

    @Test(arguments: ["", " "]) func emptyTranslationIsNone(_ words: String) {
        let folder = CaseFiles.edited([("teksten/en.yaml", "en: 'What is your name?'", "en: '\(words)'")])
        #expect(CaseFiles.mistakes(folder).map(\.code) == [.missingTranslation])
    }
}
