import Foundation
import TestSupport
import Testing

/// As whoever looks after a store types it.
@Suite("Looking after a store") struct StoreCareTests {
    private static let answers = """
        {"verhaal": "De taxi kwam drie keer niet en ik stond in de regen.", "gevaar": "nee", "aantal-zaken": "een",
         "zaak": "iets-ging-mis", "besluit": "nee", "over-wie": "partner", "partijen": ["regiorijder/wmo-vervoer"],
         "eerder": "nee", "wanneer": "2026-11-18", "wens": ["uitleg"], "namens": "mijzelf", "aard": "weet-ik-niet",
         "onderwerp": "wmo-vervoer", "keuze-partner": "gemeente", "delen": "ja", "naam": "T. Proef",
         "postcode": "2011 RD", "huisnummer": "4", "telefoonnummer": "0612345678", "brief": "niets"}
        """
    private let day = ["--vandaag", "2026-11-26"]

    private func care(_ program: Program, _ words: [String], _ status: Int32 = 0) throws -> String {
        let result = try program.run(["opslag"] + words + day)
        #expect(result.status == status, "\(words): \(result)")
        // A sentence may go on in the next line.
        return (result.output + result.problems).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// A store with one complaint, and its number.
    private func filled(name: String = "T. Proef") throws -> (program: Program, number: String) {
        let program = Program()
        let result = try program.run(
            ["intake", "--antwoorden", "-", "--json"] + day,
            typing: Self.answers.replacing("T. Proef", with: name))
        let number = try #require(result.output.firstMatch(of: /H26-[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]/))
        return (program, String(number.output))
    }

    private func path(_ program: Program, _ number: String) -> URL {
        URL(filePath: "\(program.store)/klachten/2026/11/26/\(number).1.json")
    }

    @Test func aHealthyStore() throws {
        let (program, _) = try filled()
        #expect(try care(program, ["controleer"]).contains("1 klacht, 0 contacten"))
        #expect(try care(program, ["controleer"]).hasSuffix("Alles is heel."))
        #expect(try care(program, ["herstel"]) == "Alles is heel; er is niets veranderd.")
    }

    @Test func withoutSayingWhatTheChoicesAreTold() throws {
        let result = try Program().run(["opslag"])
        #expect(result.status == 2)
        #expect(result.problems.contains("klachtwijzer opslag kopie MAP"), "\(result)")
    }

    /// A damaged newest version took something with it, though the one before it counts.
    @Test func whatWentWithANewestVersionIsSaid() throws {
        let (program, number) = try filled()
        let newest = path(program, number).path().replacing(".1.json", with: ".2.json")
        try Data("{ onzin".utf8).write(to: URL(filePath: newest))
        let odd = path(program, number).deletingLastPathComponent().path() + "Alles\nis heel.json"
        try Data().write(to: URL(filePath: odd))
        let told = try care(program, ["herstel", "--json"], 1)
        #expect(told.contains(#""nummer" : "\#(number)""#), "\(told)")
        #expect(told.contains("Wat daarin was toegevoegd, is kwijt"), "\(told)")
        #expect(told.contains("Alles?is heel.json hoort hier niet"), "\(told)")
    }

    @Test(
        "What stays for good names nobody",
        arguments: [
            "moeder van Kevin de Groot", "op verzoek van Zwartkopf", "verzoek van t. proef", "bel 0612345678",
        ])
    func aReasonThatTells(reason: String) throws {
        let (program, number) = try filled()
        #expect(try care(program, ["wis", number, "--waarom", reason], 2).contains("Er is niets gewist"))
        #expect(
            try care(program, ["wis", number, "--waarom", "Verzoek, AVG artikel 17"]).contains("is gewist"))
    }

    @Test func aContactIsKnownAndErasedByItsNumber() throws {
        let program = Program()
        let result = try program.run(
            ["intake", "--antwoorden", "-", "--json"] + day,
            typing: Self.answers.replacing(
                "\"keuze-partner\": \"gemeente\"", with: "\"keuze-partner\": \"zelf\""))
        let found = try #require(
            result.output.firstMatch(of: /H26-[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]/), "\(result)")
        let number = String(found.output)
        let shown = try program.run(["toon", number] + day)
        #expect(shown.status == 1 && shown.problems.contains("geen klacht, maar een contact van"), "\(shown)")
        let erased = try care(program, ["wis", number, "--waarom", "verzoek"])
        #expect(erased.contains("Contact \(number) is gewist."))
        #expect(try care(program, ["controleer"]).hasSuffix("Alles is heel."))
    }

    @Test func whatOthersMayReadIsNamedAndClosed() throws {
        let (program, number) = try filled()
        let path = path(program, number).path()
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        let words = "Anderen op deze computer kunnen dit lezen of veranderen: \(path)."
        #expect(try care(program, ["controleer"], 1).contains(words))
        #expect(try care(program, ["herstel"]).contains("\(words) Dat kan nu niet meer."))
        #expect(try care(program, ["controleer"]).hasSuffix("Alles is heel."))
    }

    @Test func nonsenseIsNamedPutAsideAndBroughtBackFromTheCopy() throws {
        let (program, number) = try filled()
        let copy = program.folder.path + "/kopie"
        #expect(try care(program, ["kopie", copy]).contains("1 nieuw bestand"))
        try Data("{ onzin".utf8).write(to: path(program, number))
        #expect(try care(program, ["controleer"], 1).contains("Van deze klacht is geen goede versie over."))
        #expect(try care(program, ["herstel"], 1).contains("is kwijt, tenzij u een kopie terugzet"))
        #expect(try care(program, ["terugzet", copy]).contains("Teruggezet: 1."))
        #expect(try program.run(["toon", number] + day).output.contains("in de regen"))
        #expect(try care(program, ["controleer"]).contains("In de map opzij ligt 1 bestand"))
    }

    @Test func aLostComplaintIsNamedUntilSomebodySaysThatItIsKnown() throws {
        let (program, number) = try filled()
        try FileManager.default.removeItem(at: path(program, number))
        for _ in 1...2 {
            #expect(try care(program, ["controleer"], 1).contains("Klacht \(number) is er niet."))
            #expect(try care(program, ["herstel"], 1).contains("opslag herstel --kwijt \(number)"))
        }
        #expect(try care(program, ["herstel", "--kwijt", number]).contains("Dat staat nu in het logboek."))
        #expect(try care(program, ["controleer"]).hasSuffix("Alles is heel."))
        #expect(try program.run(["toon", number] + day).problems.contains("Deze klacht was er wel"))
    }

    @Test func aComplaintThatWasChangedInTheCopyComesBackOnlyWhenAskedFor() throws {
        let (program, number) = try filled()
        let copy = program.folder.path + "/kopie"
        _ = try care(program, ["kopie", copy])
        let copied = "\(copy)/klachten/2026/11/26/\(number).1.json"
        let changed = try String(contentsOfFile: copied, encoding: .utf8).replacing("regen", with: "zon")
        try changed.write(toFile: copied, atomically: false, encoding: .utf8)
        try FileManager.default.removeItem(atPath: copy + "/kopie.sha256")
        try FileManager.default.removeItem(at: path(program, number))
        let refused = try care(program, ["terugzet", copy], 1)
        #expect(refused.contains("Teruggezet: 0."))
        #expect(refused.contains("Versie 1 van klacht \(number) in de kopie is niet wat er volgens"))
        #expect(try care(program, ["terugzet", copy, "--toch", number]).contains("Teruggezet: 1."))
        #expect(try program.run(["toon", number] + day).output.contains("in de zon"))
    }

    /// A `van` between names stands in every reason; an accent that was not typed is the same name.
    @Test func aReasonMayHoldNoNameHoweverItIsSpelled() throws {
        let (program, number) = try filled(name: "Anneke van den Bérg")
        for told in ["mevrouw berg vroeg het", "ANNEKE wil het"] {
            #expect(try care(program, ["wis", number, "--waarom", told], 2).contains("Noem er geen naam"))
        }
        #expect(
            try care(program, ["wis", number, "--waarom", "verzoek van de bewoner"])
                .contains("Klacht \(number) is gewist."))
    }

    @Test func erasingLeavesNoWordAndStaysErased() throws {
        let (program, number) = try filled()
        let copy = program.folder.path + "/kopie"
        _ = try care(program, ["kopie", copy])
        #expect(try care(program, ["wis", number], 2).contains("Zeg met --waarom waarom u wist"))
        for told in ["T. Proef belde", "06 1234 5678"] {
            #expect(
                try care(program, ["wis", number, "--waarom", told], 2).contains("Noem er geen naam, nummer"))
        }
        #expect(
            try care(program, ["wis", number, "--waarom", "verzoek"]).contains("Klacht \(number) is gewist."))
        let left = FileManager.default.enumerator(atPath: program.store)?.compactMap { $0 as? String } ?? []
        for file in left {
            guard let data = FileManager.default.contents(atPath: "\(program.store)/\(file)") else {
                continue
            }
            for word in ["in de regen", "T. Proef", "612345678"] {
                #expect(data.range(of: Data(word.utf8)) == nil, "\(file)")
            }
        }
        let shown = try program.run(["toon", number] + day)
        #expect(shown.problems.contains("Deze klacht is gewist, op donderdag 26 november 2026."))
        #expect(try care(program, ["terugzet", copy]).contains("dus niet teruggezet: 1."))
        #expect(try care(program, ["controleer"]).contains("1 gewiste klacht"))
    }

    /// A wrong name must not make a store, and a copy may lie on a disk that nobody can write.
    @Test func lookingMakesAndChangesNothing() throws {
        let (program, _) = try filled()
        let before = try FileManager.default.subpathsOfDirectory(atPath: program.store).sorted()
        _ = try care(program, ["controleer"])
        #expect(try FileManager.default.subpathsOfDirectory(atPath: program.store).sorted() == before)
        let other = Program()
        #expect(try care(other, ["controleer"], 3).contains("staat geen opslag van Klachtwijzer"))
        #expect(!FileManager.default.fileExists(atPath: other.store))
    }

    @Test func aSearchWithoutAWordShowsNobody() throws {
        let (program, _) = try filled()
        for word in ["%", ""] {
            let result = try program.run(["zoek", word] + day)
            #expect(result.status == 2 && !result.output.contains("T. Proef"), "\(result)")
        }
    }

    @Test func aLinkToTheStoreIsNoPlaceForACopy() throws {
        let (program, _) = try filled()
        let link = program.folder.path + "/link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: program.store)
        #expect(try care(program, ["kopie", link], 3).contains("kan geen kopie komen"))
    }

    @Test func aMistypedNumberErasesNothing() throws {
        let (program, number) = try filled()
        let typo = String(number.dropLast()) + (number.hasSuffix("A") ? "B" : "A")
        _ = try care(program, ["wis", typo, "--waarom", "proef"], 1)
        #expect(FileManager.default.fileExists(atPath: path(program, number).path()))
    }

    @Test func theTermOfTheSelectielijst() throws {
        let (program, _) = try filled()
        #expect(try care(program, ["bewaartermijn"]) == "Niets staat er langer dan mag.")
        try Data("{ onzin".utf8).write(to: URL(filePath: "\(program.store)/opzij/kapot.json"))
        #expect(try care(program, ["bewaartermijn"]).contains("In de map opzij ligt 1 bestand waarvan"))
    }

    @Test func whoLooksAfterNothingMayOnlyLook() throws {
        var (program, number) = try filled()
        let folder = program.folder.path + "/dialogen"
        try FileManager.default.copyItem(atPath: Tree.dialogs, toPath: folder)
        let file = URL(filePath: folder + "/gemeente.yaml")
        let list = "medewerkers: [{account: \(NSUserName()), naam: A. Balie, team: KCC, rol: balie}]"
        try String(contentsOf: file, encoding: .utf8).replacing("medewerkers: []", with: list)
            .write(to: file, atomically: true, encoding: .utf8)
        program.dialogs = folder
        for words in [
            ["wis", number, "--waarom", "proef"], ["herstel"], ["kopie", program.folder.path + "/kopie"],
        ] {
            #expect(try care(program, words, 1).contains("Dit mag alleen wie in gemeente.yaml"))
        }
        #expect(try care(program, ["controleer"]).hasSuffix("Alles is heel."))
    }

    @Test func forPrograms() throws {
        let (program, number) = try filled()
        try Data("{ onzin".utf8).write(to: path(program, number))
        let result = try program.run(["opslag", "controleer", "--json"] + day)
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        let findings = try #require(json["bevindingen"] as? [[String: Any]])
        #expect(findings.map { $0["soort"] as? String } == ["beschadigd"])
        #expect(result.status == 1)
    }
}
