import DialogEngine
import Testing

@Suite struct FoldingTests {
    @Test(
        "Without accents and capitals",
        arguments: [
            (typed: "Één", folded: "een"), ("E\u{301}e\u{301}n", "een"), ("ÇA Ñandú Łódź", "ca nandu lodz"),
            ("Straße", "strasse"), ("IJmuiden", "ijmuiden"), ("ĳs", "ijs"), ("Œuvre", "oeuvre"), ("", ""),
            ("12 A", "12 a"), ("И 李", "и 李"),
        ])
    func folded(typed: String, folded: String) { #expect(typed.folded == folded) }

    @Test func wordsLosePunctuation() {
        #expect("Zo'n 3, weken-geleden?!".foldedWords == ["zo", "n", "3", "weken", "geleden"])
        #expect(" .,- ".foldedWords.isEmpty)
    }

    @Test func trimmedLosesWhiteSpaceAtTheEndsOnly() {
        #expect("\t een  twee \u{a0}\n".trimmed == "een  twee")
        #expect("   ".trimmed == "")
    }
}

@Suite struct TextTests {
    @Test(
        "Filling in",
        arguments: [
            (template: "Over {partij}:", filled: "Over DOCK:"), ("{partij}{partij}", "DOCKDOCK"),
            ("{onbekend} blijft", "{onbekend} blijft"), ("Open {partij", "Open {partij"),
            ("} los {", "} los {"),
            ("", ""), ("niets", "niets"), ("{}", "{}"), ("{naam}", "{partij}"),
        ])
    func fill(template: String, filled: String) {
        #expect(Text.fill(template, ["partij": "DOCK", "naam": "{partij}"]) == filled)
    }

    @Test(arguments: [
        ("dag {wie}", ["wie"]), ("{a} en {b}, {a}", ["a", "a", "b"]), ("geen", []), ("{open", []), ("", []),
    ])
    func places(template: String, names: [String]) { #expect(Text.places(in: template) == names) }
}

@Suite struct TranslationTests {
    private let english = Translation(
        .init(
            language: "en",
            pairs: [(dutch: "dag {wie}", other: "hi {wie}"), (dutch: "Vervoer", other: "Transport")]))

    @Test(arguments: [
        ("dag {wie}", "hi {wie}"), ("niet vertaald", "niet vertaald"),
        ("RegioRijder – Vervoer", "RegioRijder – Transport"), ("A – B", "A – B"), ("", ""),
    ])
    func words(dutch: String, other: String) {
        #expect(english(dutch) == other)
        #expect(Translation.dutch(dutch) == dutch)
    }

    @Test func choicesAreFoundInBothLanguages() {
        let options = [Option(id: "v", label: Text("Vervoer")), Option(id: "z", label: Text("Zorg"))]
        for typed in ["transport", "trans", "vervoer"] {
            #expect(
                Choices.matching(typed, in: options, besides: [], translation: english).map(\.id) == ["v"])
        }
        #expect(Choices.matching("transport", in: options, besides: [], translation: .dutch).isEmpty)
    }
}

@Suite struct EmergencySignsTests {
    private static let signs = EmergencySigns(
        question: "gevaar",
        signs: [
            .init(option: "zelf", phrases: ["ik wil dood", "voor de trein"]),
            .init(option: "brand", phrases: ["er is brand", "Gáslek"]),
        ])

    @Test(
        "A sign inside a line",
        arguments: [
            (line: "Ik wil dood.", option: "zelf"), ("soms denk ik: IK WIL DOOD", "zelf"),
            ("straks spring ik voor de trein hoor", "zelf"), ("help, er is brand!", "brand"),
            ("een gaslek", "brand"), ("er is brand en ik wil dood", "zelf"),
        ])
    func found(line: String, option: String) { #expect(Self.signs.option(in: line) == option) }

    @Test(
        "No sign inside another word, nor in words that stand apart",
        arguments: [
            "ik wil doodgewoon antwoord", "er is brandhout gestolen", "ik wil niet dood", "voor de treinreis",
            "gaslekkage", "", "  ", "brand",
        ])
    func notFound(line: String) { #expect(Self.signs.option(in: line) == nil) }
}

@Suite struct ChoicesTests {
    private static let small: Set<String> = ["de", "het", "mijn", "niet", "gemeente"]
    private static let options = [
        Option(
            id: "taxi", label: Text("RegioRijder – Wmo-vervoer"), words: ["taxi", "regiotaxi", "chauffeur"]),
        Option(
            id: "afval", label: Text("Spaarnelanden – afval"),
            words: ["vuilnis", "container", "container vol"]),
        Option(id: "groen", label: Text("Spaarnelanden – groen"), words: ["boom", "bomen", "plantsoen"]),
        Option(id: "lamp", label: Text("Verlichting"), words: ["lantaarnpaal", "lamp"]),
    ]

    @Test(
        "Everyday words",
        arguments: [
            (typed: "de taxi kwam niet", ids: ["taxi"]), ("mijn regiotaxi was te laat", ["taxi"]),
            ("de containers zijn vol", ["afval"]), ("lampen doen het niet", ["lamp"]),
            ("Spaarnelanden", ["afval", "groen"]), ("spaarnelanden groen", ["groen"]),
            ("RegioRijder", ["taxi"]), ("VUILNIS!", ["afval"]), ("ver", ["lamp"]), ("bomén", ["groen"]),
        ])
    func matching(typed: String, ids: [String]) {
        #expect(
            Choices.matching(typed, in: Self.options, besides: Self.small, translation: .dutch).map(\.id)
                == ids)
    }

    @Test("Nothing fits", arguments: ["", "?!", "fiets", "de gemeente", "xx"])
    func nothing(typed: String) {
        #expect(Choices.matching(typed, in: Self.options, besides: Self.small, translation: .dutch).isEmpty)
    }
}

@Suite struct DateClassTests {
    private static let question = Question(
        id: "wanneer",
        kind: .date([
            DateClass(id: "korter", atMost: .init(months: 12)), DateClass(id: "langer", atMost: nil),
        ]), wording: Text("Wanneer?"), allowsUnknown: true)

    private static func kind(_ first: String, _ last: String, today: String) -> String? {
        let vocabulary = Dialog.vocabulary(of: [question], extra: [])
        let dialog = Dialog(version: "1", languages: ["nl"], vocabulary: vocabulary, questions: [question])
        var session = Session(dialog: dialog, today: Day(iso: today)!) { _, _ in [] }
        let range = DateRange(Day(iso: first)!, Day(iso: last)!, .period)
        session.set(.date(range), for: AnswerKey("wanneer"))
        return session.replay().facts.named(vocabulary).first?.value
    }

    @Test(
        "Shorter or longer than a year ago",
        arguments: [
            (first: "2026-11-25", last: "2026-11-25", today: "2026-11-25", kind: "korter"),
            ("2025-11-25", "2025-11-25", "2026-11-25", "korter"),  // exactly a year ago is not longer
            ("2025-11-24", "2025-11-24", "2026-11-25", "langer"),
            ("2025-11-25", "2025-12-31", "2026-11-25", "korter"),
            ("2025-11-24", "2025-11-25", "2026-11-25", "weet-ik-niet"),  // crosses the border
            ("2025-01-01", "2025-12-31", "2026-11-25", "weet-ik-niet"),
            ("2023-02-28", "2023-02-28", "2024-02-29", "korter"),  // 29 February looks back to 28 February
            ("2023-02-27", "2023-02-27", "2024-02-29", "langer"),
            ("2024-02-29", "2024-02-29", "2025-02-28", "korter"),
            ("2024-02-29", "2024-02-29", "2025-03-01", "langer"),
        ])
    func border(first: String, last: String, today: String, kind: String) {
        #expect(Self.kind(first, last, today: today) == kind)
    }
}
