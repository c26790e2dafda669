import DialogEngine
import DialogFiles
import Foundation
import Rules
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
            day: Haarlem.today, why: "Iets anders.", rules: ["melding-overlast"], questions: [])
        #expect(!DialogDifferences(old: old, new: new, notes: [other], on: Haarlem.today).isExplained)
        let own = ChangeNote(
            day: Haarlem.today, why: "Zo besloten.", rules: ["melding-straat"], questions: [])
        #expect(DialogDifferences(old: old, new: new, notes: [own], on: Haarlem.today).isExplained)
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
                ChangeNote(day: day, why: "Zo besloten.", rules: ["melding-straat"], questions: [])
            ])
        #expect(throws: HandbookReading.Invalid.self) { try HandbookReading.check(folder(entry)) }
    }

    @Test("miss no small edit that changes a talk", arguments: [seed()])
    func mutations(seed: UInt64) throws {
        let isLong = ProcessInfo.processInfo.environment["LONG"] != nil
        print("small edits of dialogs: seed \(seed)")
        var random = SeededGenerator(seed: seed)
        // The proof of one dialog is slow without optimization, so only the long tests ask what it notices.
        let tally = try MutationTally(
            Haarlem.folder, isLong ? 100 : 9, isLong ? 1000 : 200, proves: isLong, &random)
        print(tally.told)
        #expect(tally.missedByDifferences == [])
        #expect(tally.harmful > 0)
    }

    private static func seed() -> UInt64 {
        ProcessInfo.processInfo.environment["SEED"].flatMap(UInt64.init) ?? 20_261_126
    }
}
