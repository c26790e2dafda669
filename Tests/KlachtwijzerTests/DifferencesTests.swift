import Foundation
import TestSupport
import Testing

@Suite("verschil") struct DifferencesTests {
    /// A copy of the dialogs of Haarlem with one edit, beside the program.
    private struct Edited {
        let program: Program
        let path: String

        init(_ file: String, _ find: String, _ replacement: String) throws {
            var program = Program()
            program.dialogs = nil
            self.program = program
            path = program.folder.path + "/nieuw"
            try FileManager.default.copyItem(atPath: Tree.dialogs, toPath: path)
            try edit(file, find, replacement)
        }

        func edit(_ file: String, _ find: String, _ replacement: String) throws {
            let text = try String(contentsOfFile: path + "/" + file, encoding: .utf8)
            let range = try #require(text.range(of: find), "\(file) no longer has: \(find)")
            try write(text.replacingCharacters(in: range, with: replacement), to: file)
        }

        func write(_ text: String, to file: String) throws {
            try Data(text.utf8).write(to: URL(filePath: path + "/" + file))
        }

        /// - Parameter store: Plays the complaints of the store again.
        func run(_ options: [String] = [], store: Bool = false) throws -> Program.Result {
            try program.run(
                ["verschil", Tree.dialogs, path, "--vandaag", "2026-11-25"] + options, store: store)
        }

        func json(store: Bool = false) throws -> [String: Any] {
            let result = try run(["--json"], store: store)
            let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
            return try #require(json as? [String: Any], "\(result)")
        }
    }

    private static func movedRule() throws -> Edited {
        try Edited("routes.yaml", "kanaal: gemeente-melding", "kanaal: gemeente-klacht")
    }

    private static func otherWords() throws -> Edited {
        let (find, replacement) = ("Dat is sneller dan een klacht.", "Dat gaat sneller dan een klacht.")
        let edited = try Edited("routes.yaml", find, replacement)
        try edited.edit("teksten/en.yaml", find, replacement)
        return edited
    }

    @Test func wordsOfStoriesAreToldByTopicAndMoveNobody() throws {
        let edited = try Edited(
            "herkennen/onderwerpen.yaml", "vuilnisbak, vuilcontainer,", "vuilcontainer, pedaalemmer,")
        try edited.edit("herkennen/te-veel.yaml", "  - insuline\n", "")
        let result = try edited.run()
        #expect(result.status == 0)
        #expect(
            result.output == """
                Er verandert niets voor bewoners, gerekend op 25 november 2026.

                Andere woorden om een verhaal aan te herkennen; geen weg verandert daardoor
                  herkennen/onderwerpen.yaml: bij afval 'pedaalemmer' erbij, 'vuilnisbak' weg
                  herkennen/te-veel.yaml: bij medisch 'insuline' weg

                """)
        let heard = try #require(try edited.json()["herkennen"] as? [[String: Any]])
        #expect(
            heard.map { $0["bestand"] as? String } == [
                "herkennen/onderwerpen.yaml", "herkennen/te-veel.yaml",
            ])
        let topics = try #require(heard.first?["onderwerpen"] as? [[String: Any]])
        #expect(topics.map { $0["nieuw"] as? [String] } == [["pedaalemmer"]])
    }

    @Test func aMovedRuleIsToldInWordsAndAsksForAReason() throws {
        let edited = try Self.movedRule()
        let bare = try edited.run()
        #expect(bare.status == 1)
        #expect(
            bare.output == """
                Wat er verandert voor bewoners, gerekend op 25 november 2026

                1. Door regel melding-straat, kanaal: gemeente-melding wordt gemeente-klacht
                   Dit gaat ergens anders heen:
                     regel melding-straat, 32 mogelijke gesprekken
                       was een melding bij de gemeente, wordt een klacht bij de gemeente
                   Zo komt een bewoner er:
                     gevaar nu: Nee, er is nu geen gevaar
                     waar het om gaat: Er is iets kapot, vies of onveilig op straat
                     al gemeld: Nee, nog niet
                   wijziging-zonder-toelichting: zet in wijzigingen.yaml waarom, met regels:
                   [melding-straat]

                Wat er anders geschreven staat
                  regel melding-straat, kanaal: gemeente-melding wordt gemeente-klacht

                """)
        try edited.write(
            """
            wijzigingen:
              - datum: '2026-11-25'
                waarom: Dat vroegen bewoners.
                regels: [melding-straat]
            """, to: "wijzigingen.yaml")
        let explained = try edited.run()
        #expect(explained.status == 0)
        #expect(explained.output.contains("   Toelichting van 25 november 2026: Dat vroegen bewoners.\n"))
        #expect(!explained.output.contains("wijziging-zonder-toelichting"))
    }

    @Test func otherWordsNeedNoReasonAndOnlyTheirDifferenceIsShown() throws {
        let edited = try Self.otherWords()
        let result = try edited.run()
        #expect(result.status == 0)
        #expect(result.output.contains("Dezelfde weg; anders: de woorden\n"), "\(result)")
        #expect(
            result.output.contains("was    … er iemand kijken. Dat is sneller dan een klacht."), "\(result)")
        #expect(!result.output.contains("Dit is een melding."), "\(result)")
        #expect(result.output.contains("\n  vertalingen: 1 nieuw, 1 weg\n"), "\(result)")
    }

    @Test func aTermIsOneChangeHoweverManyRulesItMoves() throws {
        let result = try Edited("termijnen.yaml", "termijn: \"P6W\"", "termijn: \"P8W\"").run()
        #expect(result.status == 1)
        #expect(result.output.contains("1. Door termijn klacht-afdoening, termijn: 6 weken wordt 8 weken\n"))
        #expect(result.output.contains("Dezelfde weg; anders: de laatste dagen\n"))
        #expect(!result.output.contains("\n2. "))
        #expect(result.output.contains("waarom, met termijnen:\n   [klacht-afdoening]"), "\(result.output)")
    }

    @Test func identicalFoldersChangeNothing() throws {
        let same = try Program().run(["verschil", Tree.dialogs, Tree.dialogs, "--vandaag", "2026-11-25"])
        #expect(same.status == 0)
        #expect(same.output == "Er verandert niets voor bewoners, gerekend op 25 november 2026.\n")
    }

    @Test func programsGetCodes() throws {
        let told = try Self.movedRule().json()
        #expect(told["per"] as? String == "2026-11-25")
        #expect(told["klachten"] == nil && told["klachtenBekeken"] == nil)
        let moved = try #require((told["verplaatst"] as? [[String: Any]])?.first)
        #expect(moved["regelOud"] as? String == "melding-straat")
        #expect(moved["anders"] as? [String] == ["kanaal"])
        #expect(moved["door"] as? [String] == ["regel melding-straat"])
        #expect(moved["code"] as? String == "wijziging-zonder-toelichting")
        let part = try #require((told["onderdelen"] as? [[String: Any]])?.first)
        let field = try #require((part["velden"] as? [[String: String]])?.first)
        #expect(field == ["veld": "kanaal", "oud": "gemeente-melding", "nieuw": "gemeente-klacht"])
    }

    // MARK: Complaints that are kept

    private static let complaint = """
        {"verhaal": "De taxi kwam drie keer te laat.", "gevaar": false, "zaak": "iets-ging-mis", "besluit": false,
        "over-wie": "partner", "partijen": ["regiorijder/wmo-vervoer"], "eerder": "nee", "aard": "tijdigheid",
        "wanneer": "2026-11-20", "wens": ["uitleg"], "keuze-partner": "gemeente", "delen": "nee",
        "naam": "Zoë Jansen", "postcode": "2011rd", "huisnummer": "2", "onderwerp": "wmo-vervoer"}
        """

    private func keep(_ program: Program) throws -> String {
        var program = program
        program.dialogs = Tree.dialogs
        let result = try program.run(
            ["intake", "--antwoorden", "-", "--json", "--vandaag", "2026-11-25"], typing: Self.complaint)
        let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        return try #require(json?["nummer"] as? String, "\(result)")
    }

    @Test func aKeptComplaintThatMovesIsToldByItsNumberOnly() throws {
        let rule = "  - id: toch-gemeente\n    als: {geldt: kiest-gemeente}\n    bij_onbekend: nee\n"
        let edited = try Edited(
            "routes.yaml", rule + "    kanaal: gemeente-klacht", rule + "    kanaal: gemeente-coordinatie")
        let number = try keep(edited.program)
        let moved = try edited.run(store: true)
        #expect(moved.output.contains("Bewaarde klachten die nu anders zouden gaan: 1 van 1\n"), "\(moved)")
        #expect(moved.output.contains("  1 keer regel toch-gemeente, gaat ergens anders heen;"), "\(moved)")
        #expect(moved.output.contains("    door regel toch-gemeente\n    \(number)\n"), "\(moved)")
        for personal in ["Jansen", "2011", "taxi kwam"] { #expect(!moved.output.contains(personal)) }
        let told = try edited.json(store: true)
        #expect(told["klachtenBekeken"] as? Int == 1)
        let record = try #require((told["klachten"] as? [[String: Any]])?.first)
        #expect(record["nummer"] as? String == number)
        #expect(record["gaatNaarElders"] as? Bool == true)
        #expect(record["door"] as? [String] == ["regel toch-gemeente"])
    }

    @Test func aKeptAnswerThatIsNoLongerThereIsNamed() throws {
        let edited = try Edited("vragen/wanneer.yaml", "      - {id: uitleg,", "      - {id: toelichting,")
        _ = try keep(edited.program)
        let record = try #require((try edited.json(store: true)["klachten"] as? [[String: Any]])?.first)
        #expect(record["gaatNaarElders"] as? Bool == false)
        #expect(record["pastNiet"] as? [String] == ["wens"])
        #expect(record["door"] as? [String] == ["keuze wens/toelichting", "keuze wens/uitleg"])
    }

    @Test func aStoreThatNothingChangesForAndAFileThatIsNoGood() throws {
        let edited = try Self.otherWords()
        _ = try keep(edited.program)
        let same = try edited.run(store: true)
        #expect(same.output.contains("Alle 1 bewaarde klachten zouden nu hetzelfde besluit krijgen."))
        let path = try #require(StoreCheck.documents(in: edited.program.store).first)
        try Data("{\"schemaVersie\": 99}".utf8).write(to: URL(filePath: path))
        let spoilt = try edited.run(store: true)
        #expect(spoilt.output.contains("In deze opslag staan geen klachten."), "\(spoilt)")
        #expect(spoilt.problems.contains(path), "\(spoilt)")
    }
}
