import DialogEngine
import Testing

@Suite struct AnswerReaderTests {
    private static let reader = AnswerReader(
        words: AnswerWords(
            yes: ["ja", "ja hoor", "oké"], no: ["nee", "nee hoor"], unknown: ["weet ik niet", "geen idee"],
            declined: ["wil ik niet zeggen"], small: ["de", "als", "een"]),
        today: Day(iso: "2026-11-25")!)

    private static let colours = [
        Option(id: "rood", label: Text("Rood, als een brandweerauto"), words: ["vuur"]),
        Option(id: "groen", label: Text("Groen als gras"), words: ["gras"]),
        Option(id: "grijs", label: Text("Grijs als de lucht"), words: ["wolken"]),
    ]

    private static func question(
        _ kind: Question.Kind, _ options: [Option] = [], unknown: Bool = true, declined: Bool = true,
        optional: Bool = false, enter: String? = nil
    ) -> Question {
        Question(
            id: "vraag", kind: kind, wording: Text("Vraag?"), options: options, allowsUnknown: unknown,
            allowsDeclined: declined, isOptional: optional, enterTakes: enter)
    }

    private static func read(_ typed: String, _ question: Question) -> Reading {
        reader.read(typed, for: question, shown: question.options)
    }

    @Test(
        "One choice",
        arguments: [
            (typed: "1", answer: Answer.options(["rood"])), (" 3 ", .options(["grijs"])), ("4", .unknown),
            ("5", .declined), ("rood", .options(["rood"])), ("ROOD", .options(["rood"])),
            ("Groen als", .options(["groen"])), ("vuur", .options(["rood"])),
            ("het lijkt op gras", .options(["groen"])), ("Weet ik niet.", .unknown), ("geen idee", .unknown),
            ("wil ik niet zeggen", .declined),
        ])
    func choice(typed: String, answer: Answer) {
        #expect(Self.read(typed, Self.question(.choice, Self.colours)) == .answer(answer))
    }

    @Test(
        "No choice",
        arguments: [
            (typed: "0", hint: Reading.Hint.noSuchNumber(0, count: 5)), ("6", .noSuchNumber(6, count: 5)),
            ("blauw", .noSuchChoice("blauw", count: 3)), ("?!", .noSuchChoice("?!", count: 3)),
            ("-1", .noSuchChoice("-1", count: 3)), ("", .empty), ("   ", .empty),
            ("99999999999999999999", .noSuchChoice("99999999999999999999", count: 3)),
            ("9223372036854775807", .noSuchNumber(9_223_372_036_854_775_807, count: 5)),
        ])
    func noChoice(typed: String, hint: Reading.Hint) {
        #expect(Self.read(typed, Self.question(.choice, Self.colours)) == .wrong(hint))
    }

    @Test func aBeginningThatFitsTwoChoicesNamesThem() {
        let tones = [
            Option(id: "licht", label: Text("Blauw, licht")),
            Option(id: "donker", label: Text("Blauw, donker")),
        ]
        #expect(Self.read("blauw", Self.question(.choice, tones)) == .several(["licht", "donker"]))
    }

    @Test func numbersFollowWhatIsOnTheScreen() {
        let question = Self.question(.choice, Self.colours)
        let shown = [Self.colours[2], Self.colours[0]]
        #expect(Self.reader.read("1", for: question, shown: shown) == .answer(.options(["grijs"])))
        #expect(Self.reader.read("3", for: question, shown: shown) == .answer(.unknown))
        #expect(Self.reader.read("5", for: question, shown: shown) == .wrong(.noSuchNumber(5, count: 4)))
        #expect(Self.reader.read("groen", for: question, shown: shown) == .answer(.options(["groen"])))
    }

    @Test(
        "A day that comes soon is not taken for last year's without its year",
        arguments: [
            (typed: "1 december", toCome: "2026-12-01"), ("3-12", "2026-12-03"), ("11 jan", "2027-01-11"),
        ])
    func dayOfNextMonth(typed: String, toCome: String) throws {
        let day = try #require(Day(iso: toCome))
        #expect(Self.read(typed, Self.question(.date([]))) == .wrong(.futureDate(day)))
    }

    @Test(
        "A day is last year's where that was said, and where the next one is far",
        arguments: [
            (typed: "1 december 2025", day: "2025-12-01"), ("1-12-25", "2025-12-01"),
            ("1 december vorig jaar", "2025-12-01"), ("1 maart", "2026-03-01"), ("gisteren", "2026-11-24"),
        ])
    func dayWithItsYear(typed: String, day: String) throws {
        let day = try #require(Day(iso: day))
        #expect(Self.read(typed, Self.question(.date([]))) == .answer(.date(DateRange(day))))
    }

    @Test(
        "Plain yes and no, where these are the choices",
        arguments: [
            (typed: "ja", answer: "ja"), ("Ja hoor!", "ja"), ("oké", "ja"), ("OKE", "ja"),
            ("nee hoor", "nee"),
            ("Nee.", "nee"), ("1", "ja"), ("2", "nee"),
        ])
    func yesAndNo(typed: String, answer: String) {
        let question = Self.question(
            .choice, [Option(id: "ja", label: Text("Ja, dat mag")), Option(id: "nee", label: Text("Nee"))])
        #expect(Self.read(typed, question) == .answer(.options([answer])))
    }

    @Test func yesIsNoAnswerToAnotherQuestion() {
        #expect(
            Self.read("ja", Self.question(.choice, Self.colours)) == .wrong(.noSuchChoice("ja", count: 3)))
    }

    @Test func notKnowingIsRefusedWhereAnAnswerIsNeeded() {
        let strict = Self.question(.choice, Self.colours, unknown: false, declined: false)
        #expect(Self.read("weet ik niet", strict) == .wrong(.unknownNotPossible))
        #expect(Self.read("wil ik niet zeggen", strict) == .wrong(.unknownNotPossible))
        #expect(Self.read("4", strict) == .wrong(.noSuchNumber(4, count: 3)))
    }

    @Test func enterTakesTheChoiceOrPassesOver() {
        #expect(
            Self.read("", Self.question(.choice, Self.colours, enter: "groen"))
                == .answer(.options(["groen"])))
        #expect(Self.read("", Self.question(.text(.phone), optional: true)) == .answer(.skipped))
        #expect(Self.read(" ", Self.question(.text(.phone))) == .wrong(.empty))
    }

    @Test("There is none to give", arguments: ["Nee", "nee hoor"])
    func nothingToGive(typed: String) {
        #expect(Self.read(typed, Self.question(.text(.phone), optional: true)) == .answer(.skipped))
        #expect(Self.read(typed, Self.question(.text(.email), optional: true)) == .answer(.skipped))
        #expect(Self.read(typed, Self.question(.text(.phone))) != .answer(.skipped))
        #expect(Self.read(typed, Self.question(.text(.free), optional: true)) != .answer(.skipped))
        #expect(Self.read("06 1234", Self.question(.text(.phone), optional: true)) != .answer(.skipped))
    }

    @Test(
        "Several choices",
        arguments: [
            (typed: "1, 3 en 2", chosen: ["rood", "grijs", "groen"]), ("1 3", ["rood", "grijs"]),
            ("1,1,1", ["rood"]), ("1+2", ["rood", "groen"]), ("rood, groen", ["rood", "groen"]),
            ("vuur en wolken", ["rood", "grijs"]), ("2", ["groen"]), ("wolken", ["grijs"]),
            ("rood, groen en grijs", ["rood", "groen", "grijs"]),
        ])
    func several(typed: String, chosen: [String]) {
        #expect(
            Self.read(typed, Self.question(.multipleChoice, Self.colours)) == .answer(.options(chosen)))
    }

    @Test(
        "Several choices of which one does not fit",
        arguments: [
            (typed: "1, 9", reading: Reading.wrong(.noSuchNumber(9, count: 5))),
            ("rood, blauw", .wrong(.noSuchChoice("blauw", count: 3))),
            ("1, 4", .wrong(.unknownNotPossible)), (",,", .wrong(.empty)), ("4", .answer(.unknown)),
            ("weet ik niet", .answer(.unknown)),
            ("blauw en paars", .wrong(.noSuchChoice("blauw en paars", count: 3))),
        ])
    func severalWrong(typed: String, reading: Reading) {
        #expect(Self.read(typed, Self.question(.multipleChoice, Self.colours)) == reading)
    }

    @Test(
        "Days",
        arguments: [
            (typed: "gisteren", reading: Reading.answer(.date(DateRange(Day(iso: "2026-11-24")!)))),
            ("overmorgn", .wrong(.noDate("overmorgn"))), ("31 februari", .wrong(.noDate("31 februari"))),
            ("1 december 2026", .wrong(.futureDate(Day(iso: "2026-12-01")!))),
            ("2027", .wrong(.futureDate(Day(iso: "2027-01-01")!))), ("weet ik niet", .answer(.unknown)),
            ("wil ik niet zeggen", .answer(.declined)), ("", .wrong(.empty)),
        ])
    func date(typed: String, reading: Reading) {
        #expect(Self.read(typed, Self.question(.date([]))) == reading)
    }

    @Test func aMonthThatIsNotOverEndsToday() {
        let range = DateRange(Day(iso: "2026-11-01")!, Day(iso: "2026-11-25")!, .month)
        #expect(Self.read("november", Self.question(.date([]))) == .answer(.date(range)))
    }

    @Test func wordsForNotKnowingAreTextWhereNothingElseIsAsked() {
        let free = Self.question(.text(.free), unknown: false, declined: false)
        #expect(Self.read("geen idee", free) == .answer(.text("geen idee")))
        #expect(Self.read("geen idee", Self.question(.text(.free))) == .answer(.unknown))
        #expect(Self.read("wil ik niet zeggen", Self.question(.text(.name))) == .answer(.declined))
        let name = Self.question(.text(.name), unknown: false)
        #expect(Self.read("weet ik niet", name) == .wrong(.unknownNotPossible))
    }

    @Test func aStoryIsKeptAsTyped() {
        #expect(Self.read(" weet ik niet ", Self.question(.lines)) == .answer(.lines(["weet ik niet"])))
    }
}
