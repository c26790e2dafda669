import Assistant
import Rules
import TestSupport
import Testing

/// An invented gemeente with questions, rules and words of its own: what it can do is not written in the code.
@Suite("Another gemeente") struct SmallGemeenteTests {
    @Test func aWholeTalkLeavesAValidRecord() throws {
        let talk = Transcript(typing: [
            "De pont vertrok te vroeg.", "", "nee", "niet geholpen", "pont", "nee", "gisteren",
            "gemeente", "liever niet",
            "Proef Persoon",
            "1234 ab", "7", "", "/print", "/stop",
        ])
        let desk = MemoryDesk()
        let console = try desk.play(talk, with: MemoryDesk.smallGemeente)
        #expect(!console.ranOut)
        #expect(console.waiting == [])
        #expect(console.shown.contains("Welkom bij de gemeente Duinrode"))
        #expect(console.shown.contains("U mag altijd bij de gemeente klagen."))
        #expect(try StoreCheck.schemaProblems(in: desk.folder.store) == "")
        let records = try StoreCheck.records(in: desk.folder.store)
        try #require(records.count == 1)
        #expect((records[0]["zaaknummer"] as? String)?.hasPrefix("DR26-") == true)
        #expect(records[0]["onderwerp"] as? String == "veerpont")
        #expect(
            (records[0]["gedraging"] as? [String: Any])?["verhaal"] as? String == "De pont vertrok te vroeg.")
        #expect((records[0]["klager"] as? [String: Any])?["contactnaam"] as? String == "Proef Persoon")
    }

    @Test func whoGoesAloneLeavesOnlyAContact() throws {
        let talk = Transcript(typing: [
            "Wij stonden machteloos langs de kade.", "", "nee", "niet geholpen", "pont", "nee", "gisteren",
            "zelf", "",
            "/stop",
        ])
        let desk = MemoryDesk()
        let console = try desk.play(talk, with: MemoryDesk.smallGemeente)
        #expect(!console.ranOut)
        #expect(try StoreCheck.schemaProblems(in: desk.folder.store) == "")
        #expect(StoreCheck.documents(in: desk.folder.store).count == 1)
        #expect(try StoreCheck.records(in: desk.folder.store).isEmpty)
        #expect(try StoreCheck.traces(of: [talk.typed[0]], in: desk.folder.store) == [])
    }

    @Test func itsOwnSignsOfDangerLeaveNothing() throws {
        let talk = Transcript(typing: ["Er ligt een drenkeling bij de pont!", "ja", "", "/stop"])
        let desk = MemoryDesk()
        let console = try desk.play(talk, with: MemoryDesk.smallGemeente)
        #expect(console.shown.contains("Is iemand nu in gevaar?"))
        #expect(console.shown.contains("Bel nu."))
        #expect(StoreCheck.documents(in: desk.folder.store) == [])
        #expect(try StoreCheck.traces(of: talk.typed, in: desk.folder.store) == [])
    }

    /// Each term is told only here: nothing of Haarlem shines through.
    @Test func nothingOfAnotherGemeenteIsSaid() throws {
        let talk = Transcript(typing: [
            "De pont vertrok te vroeg.", "", "nee", "?", "niet geholpen", "/help", "weet ik niet", "/privacy",
            "/partners pont", "nee", "gisteren", "wil ik niet zeggen", "", "/print", "/waarom", "/stop",
        ])
        let console = try MemoryDesk().play(talk, with: MemoryDesk.smallGemeente)
        #expect(!console.shown.contains("Haarlem"))
        #expect(!console.shown.contains(MemoryDesk.handbook.gemeente.phone))
        for partner in MemoryDesk.handbook.rulebook.register.partners where partner.group == .partner {
            #expect(!console.shown.contains(partner.name), "\(partner.id)")
        }
    }
}
