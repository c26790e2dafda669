import DialogEngine
import DialogFiles
import Foundation
import Rules
import SmallEdits
import TestSupport
import Testing

@testable import Proof

/// What `verschil` says, against an oracle that plays talks with the engine and knows nothing of the sets.
@Suite("Differences")
struct DifferenceTests {
    @Test("of identical folders: none") func identical() {
        #expect(DialogDifferences(old: Haarlem.edition, new: Haarlem.edition, on: Haarlem.today).areNone)
    }

    /// Without this the pairs of rules would never be looked at when nothing is written otherwise.
    @Test("the sets of one dialog against itself have no moved talk") func unmoved() {
        let world = World(Haarlem.handbook, on: Haarlem.today)
        #expect(Comparison(Paths([world, world]), changed: [], notes: []).moved().isEmpty)
    }

    @Test("a moved talk without a note is told, and a note that names its rule is its reason")
    func notes() throws {
        let old = Haarlem.edition
        let find = "kanaal: gemeente-melding"
        let new = Edition(
            try HandbookReading.check(Haarlem.edited("routes.yaml", find, "kanaal: gemeente-klacht")))
        let bare = DialogDifferences(old: old, new: new, on: Haarlem.today)
        #expect(!bare.isExplained)
        let moved = try #require(bare.moved.first)
        #expect(moved.oldRule == "melding-straat" && moved.newRule == "melding-straat")
        #expect(moved.aspects.contains(.channel))
        #expect(moved.movedBy.contains(PartKey(.rule, "melding-straat")))
        let witness = try #require(moved.witness)
        #expect(witness.turns.contains { $0.question == "zaak" })
        let other = ChangeNote(
            day: Haarlem.today, why: "Iets anders.", rules: ["melding-overlast"])
        #expect(!DialogDifferences(old: old, new: new, notes: [other], on: Haarlem.today).isExplained)
        let own = ChangeNote(
            day: Haarlem.today, why: "Zo besloten.", rules: ["melding-straat"])
        #expect(DialogDifferences(old: old, new: new, notes: [own], on: Haarlem.today).isExplained)
    }

    @Test("a term asks for a note that names it, other words for none") func termsAndWords() throws {
        func differences(_ file: String, _ find: String, _ replace: String, _ notes: [ChangeNote] = [])
            throws -> DialogDifferences
        {
            let new = try HandbookReading.check(Haarlem.edited(file, find, replace))
            return DialogDifferences(
                old: Haarlem.edition, new: Edition(new), notes: notes, on: Haarlem.today)
        }
        let note = ChangeNote(day: Haarlem.today, why: "Zo besloten.", figures: ["klacht-afdoening"])
        let longer = try differences("termijnen.yaml", "termijn: \"P6W\"", "termijn: \"P8W\"")
        #expect(longer.unexplained.allSatisfy { $0.aspects == [.limits] && !$0.goesElsewhere })
        #expect(!longer.isExplained)
        #expect(
            try differences("termijnen.yaml", "termijn: \"P6W\"", "termijn: \"P8W\"", [note]).isExplained)

        let (find, replace) = ("Dit is een melding. Dan gaat", "Dit is een melding. Dan komt")
        let folder = Haarlem.edited("routes.yaml", find, replace).edited("teksten/en.yaml", find, replace)
        let words = DialogDifferences(
            old: Haarlem.edition, new: Edition(try HandbookReading.check(folder)), on: Haarlem.today)
        #expect(words.moved.map(\.aspects) == [[.words]])
        #expect(words.isExplained)
    }

    @Test("no field goes by a name of the program") func fieldNames() throws {
        let parts = Inventory(Haarlem.edition).parts
        let made = [
            "volgorde", "regels", "vragen", "vermeldingen", "organisaties", "leidend", "noodsignalen",
        ]
        let dutch = Set(FieldNames.names.values).union(made).union(LooseWords.Role.allCases.map(\.rawValue))
        #expect(Set(parts.values.flatMap(\.keys)).subtracting(dutch) == [])
        let partner = try #require(parts[PartKey(.partner, "cocensus")])
        #expect(partner["contact"]?.hasPrefix("soort: website, waarde: ") == true, "\(partner)")
        let step = try #require(parts[PartKey(.step, "melding-straat/klacht")])
        #expect(step["wie"] == "instantie: gemeente-klacht")
        #expect(step["opent"] == "na: stap: melding, zonder_antwoord: eigen")
    }

    @Test("wijzigingen.yaml is read, and an entry about nothing is told") func reading() throws {
        func folder(_ text: String) -> DialogFolder {
            let file = DialogFolder.File(name: "wijzigingen.yaml", text: text)
            return DialogFolder(path: Haarlem.folder.path, files: Haarlem.folder.files + [file])
        }
        let entry = "wijzigingen:\n  - datum: '2026-11-25'\n    waarom: Zo besloten.\n"
        let checked = try HandbookReading.check(folder(entry + "    regels: [melding-straat]\n"))
        let day = try #require(Day(iso: "2026-11-25"))
        #expect(
            checked.changes == [
                ChangeNote(day: day, why: "Zo besloten.", rules: ["melding-straat"])
            ])
        #expect(throws: HandbookReading.Invalid.self) { try HandbookReading.check(folder(entry)) }
    }

    @Test("miss no small edit that changes a talk", arguments: [seed()])
    func mutations(seed: UInt64) throws {
        print("small edits of dialogs: SEED=\(seed)")
        var random = SeededGenerator(seed: seed)
        let tally = try MutationTally(
            Haarlem.folder, on: Haarlem.today, edits: 10, talks: 100, proves: false, &random)
        print(tally.told)
        #expect(tally.missedByDifferences == [])
        #expect(tally.wrongWitnesses == [])
        #expect(tally.harmful > 0)
    }

    private static func seed() -> UInt64 {
        ProcessInfo.processInfo.environment["SEED"].flatMap(UInt64.init) ?? 20_261_126
    }
}
