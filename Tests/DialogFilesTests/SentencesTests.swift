import DialogEngine
import Testing

@testable import DialogFiles

struct SentencesTests {
    private static let sentences = Sentences(abbreviations: ["bijv.", "art.", "nr."])

    private func cut(_ text: String) -> [String] {
        Self.sentences.sentences(of: text).map { $0.words.joined(separator: " ") }
    }

    @Test(arguments: [
        ("Wij bellen u. Daarna krijgt u een brief.", 2), ("Stoppen? Typ /stop.", 2),
        ("Bel nu! Wacht niet.", 2),
        ("Neem bijv. Haarlem of Zandvoort mee.", 1), ("Zie art. 9 en nr. 3 van de Awb.", 1),
        ("Dit geldt o.a. Spaarne en e.g. the court.", 1), ("Vraag naar J. Jansen van team Klachten.", 1),
        ("Zie lid 1 c en e. Een klacht blijft 5 jaar.", 2), ("Bel 14 023. Dat kan elke dag.", 2),
        ("Volgens Awb 9:11 en 9.12 is dat zo.", 1), ("Mail naam@voorbeeld.nl. Wij lezen alles.", 2),
        ("'Waarom?' vraagt u dan.", 1), ("Hij zei 'Kom morgen.' Dat deed u.", 2),
        ("Typ een antwoord, of ? voor uitleg.", 1),
        ("Dat duurt … nog even.", 1), ("Vraag {naam}. {partij} antwoordt.", 2),
        ("Enter = verder   < = terug   ? = uitleg", 3), ("Eerste regel\nTweede regel", 2), ("", 0),
    ])
    func sentencesAreCutWhereTheyEnd(_ text: String, _ count: Int) {
        #expect(cut(text).count == count, "\(cut(text))")
    }

    @Test(arguments: [
        ("Bel 14 023 of kom langs.", 5), ("Awb 9:11", 2), ("Enter = verder", 2), ("{partij} – dienst", 2),
        ("'s avonds en zo'n foto", 5), ("op 12 maart 2026", 4),
    ])
    func numbersAndMarksAreCountedAsTheyAreSaid(_ text: String, _ count: Int) {
        #expect(Self.sentences.sentences(of: text).first?.count == count)
    }

    @Test func breathEndsAtEveryRestAndNotWithinANumber() throws {
        let text =
            "Is er brand, bel dan 112: de brandweer (ook 's nachts) komt om 9:11 of 1,5 uur later; wacht – buiten."
        let sentence = try #require(Self.sentences.sentences(of: text).first)
        #expect(
            Sentences.breaths(of: sentence).map { $0.words.joined(separator: " ") } == [
                "Is er brand,", "bel dan 112:", "de brandweer", "(ook 's nachts)",
                "komt om 9:11 of 1,5 uur later;",
                "wacht –", "buiten.",
            ])
    }

    @Test(arguments: [
        ("Zeg 'dat wil je niet' en ga door.", "Zeg   en ga door."),
        ("Zo'n foto's 's avonds.", "Zo'n foto's 's avonds."),
        ("'s Avonds belt u 'je zus' niet.", "'s Avonds belt u   niet."), ("Hij zei: \"jij\".", "Hij zei:  ."),
        ("Typ ‘je naam’ of “jouw dag”.", "Typ   of  ."), ("Een ' alleen.", "Een ' alleen."),
    ])
    func quotationsAreLeftOut(_ text: String, _ kept: String) {
        #expect(Sentences.withoutQuotations(text) == kept)
    }

    @Test func longSentenceIsKnownByItsBeginning() {
        let long = Self.sentences.sentences(of: "een twee drie vier vijf zes")[0]
        #expect(long.beginning == "een twee drie vier …")
        #expect(Self.sentences.sentences(of: "een twee")[0].beginning == "een twee")
    }
}

struct WordingChecksTests {
    @Test(arguments: [
        ("Uw klacht wordt gelezen en daarna wordt u gebeld", 2), ("Hij is gemaakt en was opgebeld", 2),
        ("Er is een fout gemaakt, of iets is kwijt", 1), ("Wat is er gebeurd en is het gestopt", 0),
        ("Het is het gebied met geluid en geweld", 0), ("Wij sturen zijn gegevens en zijn klacht door", 0),
        ("Zij worden ziek", 1), ("Het wordt nu gemaakt", 1), ("Het is nooit gelukt", 0),
    ])
    func passivesAreCountedWithCare(_ sentence: String, _ count: Int) {
        #expect(PassiveVoice.count(in: sentence.foldedWords) == count)
    }

    @Test func difficultWordIsFoundInAnyFormAndOnlyWhole() {
        var jargon = Jargon()
        jargon.add("indien", plain: "als")
        jargon.add("d.m.v.", plain: "met")
        jargon.add("dient te", plain: "moet")
        jargon.add("initiële", plain: "eerste")
        func found(_ text: String) -> [String] { jargon.found(in: text.foldedWords).map(\.plain) }
        #expect(
            found("Indien u d.m.v. een brief de INITIELE klacht dient te sturen") == [
                "als", "met", "eerste", "moet",
            ])
        #expect(found("Dit kunt u indienen. Een klacht dient u in te sturen.") == [])
    }
}
