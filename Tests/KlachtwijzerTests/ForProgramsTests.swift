import Foundation
import TestSupport
import Testing

@Suite("Commands for programs")
struct ForProgramsTests {
    private static let case1 = """
        {"verhaal": "De taxi kwam drie keer te laat.", "gevaar": false, "zaak": "iets-ging-mis", "besluit": false,
        "over-wie": "partner", "partijen": ["regiorijder/wmo-vervoer"], "eerder": "nee", "aard": "tijdigheid",
        "wanneer": "2026-11-20", "wens": ["uitleg"], "keuze-partner": "gemeente", "delen": "nee",
        "naam": "Zoë Jansen", "postcode": "2011rd", "huisnummer": "2", "onderwerp": "wmo-vervoer"}
        """

    private func kept(_ program: Program) throws -> String {
        let result = try program.run(
            ["intake", "--antwoorden", "-", "--json", "--vandaag", "2026-11-25"], typing: Self.case1)
        try #require(result.status == 0, "\(result)")
        let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        return try #require(json?["nummer"] as? String)
    }

    @Test func missingAndWrongAnswersAreNamed() throws {
        let answers = #"{"zaak": "onzin", "verzonnen": "1", "gevaar": false}"#
        let result = try Program().run(["wijs"], typing: answers)
        #expect(result.status == 1)
        #expect(result.problems.contains("zaak: 'onzin' past hier niet; kies uit: iets-ging-mis"))
        #expect(result.problems.contains("verzonnen: deze vraag is er niet"))
        let empty = try Program().run(["wijs"], typing: "{}")
        #expect(empty.problems.contains("gevaar: ontbreekt nog"))
        #expect(try Program().run(["wijs"], typing: "geen JSON").status == 2)
    }

    /// A program that knows nothing: it takes the first choice of whatever is still missing.
    @Test func fromTheQuestionsAloneACaseCanBeAnswered() throws {
        let program = Program()
        let questions = try program.run(["vragen", "--json"])
        let json = try JSONSerialization.jsonObject(with: Data(questions.output.utf8)) as? [String: Any]
        let all = try #require(json?["vragen"] as? [[String: Any]])
        var answers: [String: Any] = [:]
        for _ in all {
            let typed = String(decoding: try JSONSerialization.data(withJSONObject: answers), as: UTF8.self)
            let result = try program.run(["wijs", "--json", "--vandaag", "2026-11-25"], typing: typed)
            let told = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
            guard let missing = told?["ontbreekt"] as? [[String: Any]] else {
                #expect(result.status == 0, "\(result)")
                #expect(told?["regel"] is String)
                return
            }
            let id = try #require(missing.first?["vraag"] as? String)
            let question = try #require(all.first { $0["id"] as? String == id })
            let choices = question["keuzes"] as? [[String: Any]] ?? []
            answers[id] = choices.first?["id"] ?? "2026-11-02"
        }
        Issue.record("the case is never complete: \(answers)")
    }

    @Test("a story that may be about a decision makes the question about it one that must be answered")
    func whatTheStorySays() throws {
        func missing(_ command: String, _ story: String, _ more: String = "") throws -> [String]? {
            let answers = #"""
                {"verhaal": "\#(story)", "gevaar": false, "zaak": "vraag"\#(more)}
                """#
            let result = try Program().run(
                [command, "--antwoorden", "-", "--json", "--vandaag", "2026-11-25"], typing: answers)
            let told = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
            return (told?["ontbreekt"] as? [[String: Any]])?.compactMap { $0["vraag"] as? String }
        }
        let refused = "Mijn aanvraag is afgewezen en ik wil bezwaar maken tegen dat besluit."
        for command in ["wijs", "intake"] {
            #expect(try missing(command, refused) == ["besluit"])
            #expect(try missing(command, refused, #", "besluit": "nee""#) == nil)
            #expect(try missing(command, "De taxi kwam niet.") == nil)
        }
    }

    @Test(arguments: ["2026-11", "2026"])
    func aMonthOrAYearIsADate(_ written: String) throws {
        let answers = Self.case1.replacing("2026-11-20", with: written)
        let result = try Program().run(["wijs", "--vandaag", "2026-11-25"], typing: answers)
        #expect(result.status == 0, "\(result)")
    }

    @Test("--waarom-niet names the answers that would lead elsewhere, and playing them leads there")
    func otherOutcome() throws {
        let day = ["--json", "--vandaag", "2026-11-25"]
        let asked = try Program().run(["wijs", "--waarom-niet", "partner"] + day, typing: Self.case1)
        #expect(asked.status == 0, "\(asked)")
        let json = try JSONSerialization.jsonObject(with: Data(asked.output.utf8)) as? [String: Any]
        let told = try #require((json?["uitkomsten"] as? [[String: Any]])?.first)
        #expect(told["uitkomst"] as? String == "kan")
        let changes = try #require(told["anders"] as? [[String: Any]])
        #expect(changes.map { $0["vraag"] as? String } == ["keuze-partner"])
        #expect(changes.first?["van"] as? [String] == ["gemeente"])
        let first = try #require((changes.first?["naar"] as? [[String]])?.first?.first)
        let changed = Self.case1.replacing(
            #""keuze-partner": "gemeente""#, with: #""keuze-partner": "\#(first)""#)
        let decided = try Program().run(["wijs"] + day, typing: changed)
        #expect(decided.output.contains(#""kanaal" : "partner""#), "\(decided)")
        let unknown = try Program().run(["wijs", "--waarom-niet", "qqqqq"] + day, typing: Self.case1)
        #expect(unknown.status == 1)
        #expect(unknown.problems.contains("qqqqq"))
    }

    @Test("--taal changes words, never codes")
    func otherLanguage() throws {
        let program = Program()
        func json(_ command: String, _ options: [String]) throws -> (codes: String, words: String) {
            let result = try program.run(
                [command, "--json", "--vandaag", "2026-11-25"] + options, typing: Self.case1)
            #expect(result.status == 0, "\(result)")
            let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
            let data = try JSONSerialization.data(withJSONObject: Self.codes(json), options: .sortedKeys)
            return (String(decoding: data, as: UTF8.self), result.output)
        }
        for (command, dutch, english) in [
            ("wijs", "Gemeente Haarlem", "Municipality of Haarlem"),
            ("vragen", "Wat is uw naam?", "What is your name?"),
            ("partners", "Afval ophalen", "Waste collection"),
        ] {
            let (usual, other) = (try json(command, []), try json(command, ["--taal", "en"]))
            #expect(usual.codes == other.codes)
            #expect(usual.words.contains(dutch) && !usual.words.contains(english), "\(command)")
            #expect(other.words.contains(english), "\(command)")
        }
        let unknown = try program.run(["vragen", "--taal", "klingon"])
        #expect(unknown.status == 2)
        #expect(unknown.problems.contains("Kies uit: nl, en."), "\(unknown.problems)")
    }

    /// What is left of an answer when the words for people are taken out.
    private static func codes(_ json: Any) -> Any {
        let words: Set = [
            "besluit", "naam", "hoe", "daarna", "vraag", "uitleg", "woorden", "tekst",
        ]
        switch json {
        case let object as [String: Any]:
            return object.filter { !words.contains($0.key) }.mapValues(codes)
        case let list as [Any]: return list.map(codes)
        default: return json
        }
    }

    @Test func partnersAreFoundByAPlainWord() throws {
        let found = try Program().run(["partners", "taxi"])
        #expect(found.status == 0)
        #expect(found.output.hasPrefix("RegioRijder"), "\(found.output)")
        let none = try Program().run(["partners", "qqqqqq"])
        #expect(none.status == 1)
        #expect(none.problems.contains("14 023"))
        let json = try Program().run(["partners", "--json"])
        #expect(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) is [Any])
    }

    @Test func checkingDialogs() throws {
        #expect(try Program().run(["controleer"]).status == 0)
        let program = Program()
        try FileManager.default.copyItem(atPath: Tree.dialogs, toPath: program.folder.path + "/stad")
        let routes = program.folder.path + "/stad/routes.yaml"
        let text = try String(contentsOfFile: routes, encoding: .utf8)
        try Data(text.replacing("gevaar:", with: "gevar:").utf8).write(to: URL(filePath: routes))
        let script = #"exec "$1" controleer --dialogen stad"#
        let wrong = try program.run(script: script, [])
        #expect(wrong.status == 1)
        #expect(wrong.problems.contains("stad/routes.yaml:"), "\(wrong.problems)")
        #expect(wrong.problems.contains("gevar"))
        let none = try program.run(script: #"exec "$1" controleer --dialogen nergens"#, [])
        #expect(none.status == 1)
        #expect(none.problems.contains("De map 'nergens' is er niet."))
    }

    @Test func checkingDialogsAsOfADay() throws {
        let program = Program()
        let now = try program.run(["controleer", "--vandaag", "2026-11-25"])
        #expect(now.status == 0)
        #expect(now.output.contains("Op 2026-11-25 gelden 63 van de 63 regels"), "\(now.output)")

        let before = try program.run(["controleer", "--per", "2005-01-01"])
        #expect(before.status == 1)
        let stopping = before.problems.split(separator: "\n").filter { $0.contains(": fout ") }
        #expect(stopping.contains { $0.contains("/termijnen.yaml") } == false, "\(before.problems)")
        #expect(before.problems.contains("fout artikel-niet-van-kracht\n"), "\(before.problems)")
        #expect(before.problems.contains(" |       - id: ombudsman\n"))

        let json = try program.run(["controleer", "--per", "2005-01-01", "--json"])
        #expect(json.status == 1)
        let told = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        #expect(told?["per"] as? String == "2005-01-01")
        let mistakes = try #require(told?["fouten"] as? [[String: Any]])
        #expect(mistakes.contains { $0["code"] as? String == "termijn-zonder-cijfer" })
        #expect(mistakes.allSatisfy { $0["regel"] is Int && $0["melding"] is String })
        let gone = try #require(told?["nietGeldig"] as? [String: [String]])
        #expect(gone["artikelen"]?.contains("Awb 9:24 lid 1") == true)

        let wrong = try program.run(["controleer", "--per", "morgen"])
        #expect(wrong.status == 2)
        #expect(wrong.problems.contains("'morgen' is geen datum"))
    }

    @Test func aWholeIntakeIsKeptFoundAndShown() throws {
        let program = Program()
        let number = try kept(program)
        #expect(try StoreCheck.schemaProblems(in: program.store) == "")
        #expect(StoreCheck.documents(in: program.store).count == 1)

        let found = try program.run(["zoek", "jansen"])
        #expect(found.status == 0)
        #expect(found.output.contains(number), "\(found.output)")
        let page = try program.run(["toon", number.lowercased()])
        #expect(page.status == 0)
        for words in ["Zoë Jansen", "De taxi kwam drie keer te laat.", "2011 RD"] {
            #expect(page.output.contains(words), "\(page.output)")
        }
        #expect(try program.run(["zoek", "Pietersen"]).status == 1)
    }

    @Test(arguments: [
        ("H26-7K3Q-F8M2-X", "Er is geen klacht met dit nummer."),
        ("H26-7K3Q-F8M2-A", "Dit nummer klopt niet"),
        ("onzin", "Een nummer heeft 12 tekens"),
    ])
    func numbersThatAreNotThere(_ number: String, _ words: String) throws {
        let program = Program()
        _ = try program.run([], typing: "\n")
        let result = try program.run(["toon", number])
        #expect(result.status == 1)
        #expect(result.problems.contains(words), "\(result.problems)")
    }

    @Test(
        "Looking something up makes no store", arguments: [["toon", "H26-7K3Q-F8M2-X"], ["zoek", "jansen"]])
    func lookingMakesNothing(_ words: [String]) throws {
        let program = Program()
        let result = try program.run(words)
        #expect(result.status == 3)
        #expect(result.problems.contains("staat geen opslag van Klachtwijzer"), "\(result.problems)")
        #expect(!FileManager.default.fileExists(atPath: program.store))
    }

    @Test(arguments: ["{\"schemaVersie\" : 99}", "onzin", ""])
    func aRecordThatSomebodySpoilt(_ content: String) throws {
        let program = Program()
        let number = try kept(program)
        let path = try #require(StoreCheck.documents(in: program.store).first)
        try Data(content.utf8).write(to: URL(filePath: path))
        let result = try program.run(["toon", number])
        #expect(result.status == 3, "\(result)")
        #expect(result.problems.contains("Deze klacht is niet te lezen"), "\(result.problems)")
        #expect(result.problems.contains("Wis het bestand niet"), "\(result.problems)")
        let search = try program.run(["zoek", "jansen"])
        #expect(search.problems.contains(path), "\(search)")
    }

    /// One object a line, in the order of the lines, with every key on each.
    @Test func textsAreUnderstoodLineByLine() throws {
        let result = try Program().run(
            ["duid", "--json"], typing: "De container zit vol.\n\nmijn man ademt niet meer, help\n")
        try #require(result.status == 0, "\(result)")
        let lines = result.output.split(separator: "\n")
        try #require(lines.count == 3)
        let told = try lines.map {
            try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        let keys: Set = [
            "soorten", "onderwerpen", "nood", "besluit", "partijen", "algeklaagd", "wanneer", "contact",
            "namens",
            "meerdere", "gezegd", "waarschuwingen",
        ]
        #expect(told.allSatisfy { Set($0.keys) == keys })
        let topics = try #require(told[0]["onderwerpen"] as? [[String: Any]])
        #expect(topics.first?["id"] as? String == "afval")
        #expect(topics.count == 30)
        #expect(told[0]["nood"] is NSNull)
        #expect((told[2]["nood"] as? [String: Any])?["signaal"] as? String == "levensgevaar")
    }

    /// The day is the one that `--vandaag` says.
    @Test func daysContactAndSurplusAreUnderstood() throws {
        let result = try Program().run(
            ["duid", "--json", "--vandaag", "2026-11-25"],
            typing: "ik ben Noor van der Wal, 06 12345678, 2011 RD 4, gisteren kwam de taxi niet, "
                + "bsn 123456782\n")
        let told = try #require(
            JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        let when = try #require(told["wanneer"] as? [String: Any])
        #expect(when["eerste"] as? String == "2026-11-24" && when["precisie"] as? String == "dag")
        let contact = try #require(told["contact"] as? [String: Any])
        #expect(contact["naam"] as? String == "Noor van der Wal")
        #expect(contact["telefoonnummer"] as? String == "+31612345678")
        #expect(contact["postcode"] as? String == "2011 RD" && contact["huisnummer"] as? String == "4")
        let surplus = try #require(told["waarschuwingen"] as? [[String: Any]])
        #expect(surplus.map { $0["soort"] as? String } == ["burgerservicenummer"])
    }

    @Test func aDayThatIsOnlyPerhapsOneIsNotTold() throws {
        let result = try Program().run(
            ["duid", "--json", "--vandaag", "2026-11-25"], typing: "Kan ik op woensdag langskomen?\n")
        #expect(result.output.contains(#""wanneer":null"#), "\(result)")
    }

    @Test func aGemeenteWithoutWordsSaysSo() throws {
        var program = Program()
        program.dialogs = Tree.smallGemeente
        let result = try program.run(["duid", "--json"], typing: "De pont is stuk.\n")
        #expect(result.status == 0)
        #expect(result.problems.contains("nog niets geleerd"))
        #expect(result.output.contains("\"onderwerpen\":[]"))
        #expect(try program.run(["leer"]).status == 1)
    }
}
