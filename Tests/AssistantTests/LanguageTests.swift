import Assistant
import DialogEngine
import Rules
import TestSupport
import Testing

@Suite("Two languages")
struct LanguageTests {
    private static let reader = AnswerReader(
        words: MemoryDesk.handbook.answerWords, today: Day(iso: "2026-11-25")!,
        translation: MemoryDesk.handbook.translation("en"))

    private static let question = Question(
        id: "besluit", kind: .choice, wording: Text("Vraag?"),
        options: [Option(id: "nee", label: Text("Nee")), Option(id: "ja", label: Text("Ja"))],
        allowsUnknown: true, allowsDeclined: true)

    @Test(
        "Plain answers in both languages come to one answer",
        arguments: [
            (typed: "yes", answer: Answer.options(["ja"])), ("Yes please!", .options(["ja"])),
            ("ja hoor", .options(["ja"])), ("sure", .options(["ja"])), ("no", .options(["nee"])),
            ("No, thanks.", .options(["nee"])), ("nee", .options(["nee"])), ("I don't know", .unknown),
            ("not sure", .unknown), ("weet ik niet", .unknown), ("I'd rather not say", .declined),
            ("prefer not to say", .declined), ("wil ik niet zeggen", .declined),
        ])
    func plainAnswers(typed: String, answer: Answer) {
        #expect(
            Self.reader.read(typed, for: Self.question, shown: Self.question.options) == .answer(answer))
    }

    @Test("A language is called by its code or by its name in either language")
    func names() throws {
        let english = "We go on in English."
        let dutch = "Wij gaan verder in het Nederlands."
        for (command, words) in [
            ("/taal", english), ("/taal en", english), ("/taal Engels", english),
            ("/language English", english),
            ("/taal nl", dutch), ("/taal nederlands", dutch), ("/lang dutch", dutch),
            ("/taal klingon", "De taal klingon ken ik niet. Er is: nl, en."),
        ] {
            #expect(try shown([command, "/stop"]).contains(words), "\(command)")
        }
    }

    @Test("A language that the gemeente does not list cannot be chosen")
    func notListed() throws {
        // With or without a list there is Dutch.
        for languages in [["nl"], []] {
            let shown = try shown(["/taal en", "/taal", "/stop"], languages: languages)
            #expect(shown.contains("De taal en ken ik niet. Er is: nl."))
            #expect(shown.contains("Wij gaan verder in het Nederlands."))
            #expect(shown.hasSuffix("Tot ziens.\n"))
        }
    }

    /// Tab once gave the Dutch name, which the screen does not show.
    @Test("Tab offers organisations by the name on the screen, and they are found by it")
    func partnersInEnglish() throws {
        for name in ["Municipality of Haarlem", "Salvation Army (Leger des Heils)", "Leger des Heils"] {
            let console = try MemoryDesk().play(Transcript(typing: ["/taal", "/partners \(name)", "/stop"]))
            #expect(!console.shown.contains("I find no organisation"), "\(name)")
            #expect(
                console.completer.completion(of: "/partners salv")
                    == .line("/partners Salvation Army (Leger des Heils)"))
        }
    }

    private func shown(_ typed: [String], languages: [String] = ["nl", "en"]) throws -> String {
        let all = MemoryDesk.handbook
        let mine = all.gemeente
        let gemeente = Gemeente(
            name: mine.name, code: mine.code, numberLetter: mine.numberLetter, languages: languages,
            phone: mine.phone, draftDays: mine.draftDays, people: mine.people)
        let handbook = Handbook(
            gemeente: gemeente, dialog: all.dialog, rulebook: all.rulebook, phrases: all.phrases,
            answerWords: all.answerWords, emergencies: all.emergencies, letters: all.letters,
            translations: all.translations)
        return try MemoryDesk().play(Transcript(typing: typed), with: handbook).shown
    }
}
