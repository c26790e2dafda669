import DialogEngine
import Records
import Rules
import Testing

@testable import Reports

/// Days, terms and places in words, with the words of the real dialogs.
struct WordingTests {
    private let wording = Wording(Haarlem.handbook)
    private let today = Day(year: 2026, month: 11, day: 25)!

    @Test(arguments: [
        ("2027-01-04", "maandag 4 januari 2027"), ("2026-12-28", "maandag 28 december 2026"),
        ("2028-02-29", "dinsdag 29 februari 2028"),
    ])
    func aDayIsSaidInFull(iso: String, words: String) throws {
        #expect(wording.day(try #require(Day(iso: iso))) == words)
    }

    @Test(arguments: [
        ("P6W", "zes weken"), ("P14D", "veertien dagen"), ("P1Y", "een jaar"), ("P1M", "een maand"),
        ("P90D", "90 dagen"),
    ])
    func aTermIsSaidInWords(iso: String, words: String) throws {
        #expect(wording.term(try #require(Term(iso: iso))) == words)
    }

    @Test func aToldDateIsNoMorePreciseThanItWasTold() throws {
        let first = try #require(Day(iso: "2026-11-01"))
        #expect(wording.range(DateRange(first, first.adding(days: 29), .month)) == "november 2026")
        #expect(
            wording.range(DateRange(first, first.adding(days: 9), .period))
                == "begin november 2026 (1 tot en met 10 november)")
    }

    @Test(arguments: [
        ("+31612345678", "06 12 34 56 78"), ("+31235115115", "023 511 51 15"), ("+4912345678", "+4912345678"),
    ])
    func aPhoneNumberIsShownAsPeopleWriteIt(stored: String, shown: String) {
        #expect(wording.phone(stored) == shown)
    }

    @Test func anUncheckedContactSaysSo() {
        let contact = Contact(
            kind: .phone, value: "020 000 0000", purpose: "klacht", source: "X", sourceDate: nil,
            checkedOn: nil)
        #expect(wording.contact(contact) == "020 000 0000 (nog niet gecontroleerd)")
    }

    @Test func everyLetterOfTheGemeenteCanBeRead() {
        #expect(Haarlem.handbook.letters.count >= 3)
        for letter in Haarlem.handbook.letters { #expect(Letters.problem(with: letter) == nil) }
    }

    /// Recommendation 1 and 2: of every party it can be said how to complain, and what comes after.
    @Test func everyPartnerHasACardWithHowAndWhatComesAfter() throws {
        let cards = PartnerCards(wording, today: today)
        #expect(cards.all().count > 30)
        for card in cards.all() {
            let text = try cards.text(card)
            #expect(!card.service.how.isEmpty, "\(card.id)")
            #expect(
                card.ladder.contains { $0.name.contains("Haarlem") },
                "\(card.id): de gemeente staat er altijd naast")
            #expect(card.ladder.count >= 2, "\(card.id): een tweede lijn")
            #expect(!text.contains("{"), "\(card.id): niets bleef oningevuld")
            if card.service.authority == .toCheck {
                let judged = card.ladder.filter {
                    $0.name == "Nationale ombudsman" && $0.opens.contains(card.partner.name)
                }
                #expect(judged.isEmpty, "\(card.id): te controleren is geen feit")
            }
        }
    }
}
