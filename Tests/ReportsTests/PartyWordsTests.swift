import DialogEngine
import Records
import Rules
import Testing

@testable import Reports

/// How a decision speaks of the party, and of a place where the person was or will not go.
struct PartyWordsTests {
    private static let today = Day(year: 2026, month: 11, day: 26)!

    /// - Parameter party: The question that names it, and its id.
    private func told(
        _ about: String, _ party: (question: String, id: String), _ more: [AnswerKey: String] = [:],
        days: [AnswerKey: Day] = [:]
    )
        -> ToldDecision
    {
        var session = Haarlem.handbook.session(on: Self.today)
        session.set(.lines(["Niemand belt terug."]), for: AnswerKey("verhaal"))
        let first = ["gevaar": "nee", "aantal-zaken": "een", "zaak": "iets-ging-mis", "besluit": "nee"]
        for (question, choice) in first { session.set(.options([choice]), for: AnswerKey(question)) }
        session.set(.options([about]), for: AnswerKey("over-wie"))
        session.set(.options([party.id]), for: AnswerKey(party.question))
        session.set(.unknown, for: AnswerKey("wanneer"))
        for question in ["onderwerp", "aard", "wens"] { session.set(.unknown, for: AnswerKey(question)) }
        session.set(.options(["mijzelf"]), for: AnswerKey("namens"))
        for (key, choice) in more { session.set(.options([choice]), for: key) }
        for (key, day) in days {
            session.set(.date(DateRange(day)), for: key)
        }
        let replay = session.replay()
        return DecisionTelling(Wording(Haarlem.handbook), today: Self.today).told(
            Haarlem.handbook.decision(on: session, replay),
            advice: Haarlem.handbook.advice(on: session, replay))
    }

    @Test func aPartyHasItsArticleInsideASentence() {
        let police = "politie/klacht"
        let told = told("ander-orgaan", ("orgaan", police), [AnswerKey("eerder", party: police): "nee"])
        #expect(told.steps.first?.name == "Politie")
        #expect(told.steps.contains { $0.opens.hasPrefix("na het antwoord van de politie,") })
        #expect(told.steps.contains { $0.how.contains("Alleen de politie mag erover oordelen.") })
    }

    @Test func nobodyLooksUpTheNeighbours() {
        let told = told("privaat", ("bedrijf", "buren/overlast"))
        #expect(told.steps.first?.name == "Buren" && told.steps.first?.contact == [])
        #expect(told.steps.contains { $0.contact.contains { $0.contains("zoekt het voor u op") } })
    }

    /// A program may ask before the resident has chosen.
    @Test func withoutTheChoiceOfTheResidentNothingIsSent() {
        let police = "politie/klacht"
        let earlier = [AnswerKey("eerder", party: police): "nee"]
        let undecided = told("ander-orgaan", ("orgaan", police), earlier).steps.first
        #expect(undecided?.opens == "begin hier" && undecided?.how.hasPrefix("Geef uw klacht door") == true)
        let choice = [AnswerKey("keuze-partner"): "doorsturen"]
        let sent = told("ander-orgaan", ("orgaan", police), earlier.merging(choice) { $1 }).steps.first
        #expect(sent?.opens == "hier gaat uw klacht naartoe")
    }

    @Test func whoDaresNotGoIsNotToldToGoThereFirst() {
        let taxi = "regiorijder/wmo-vervoer"
        let told = told(
            "partner", ("partijen", taxi), [AnswerKey("eerder", party: taxi): "liever-niet"])
        let step = told.steps.first { $0.whereId == taxi }
        #expect(step?.opens == "kan altijd" && step?.how.contains("eerst") == false)
    }

    /// Who complained there does not begin there; the promise of the law is told as kept, due or broken.
    @Test(arguments: [
        (Day(year: 2026, month: 11, day: 4)!, "moet er uiterlijk woensdag 16 december 2026 antwoord zijn"),
        (
            Day(year: 2026, month: 10, day: 5)!,
            "had er uiterlijk maandag 16 november 2026 antwoord moeten zijn"
        ),
    ])
    func whoWaitsHearsWhetherTheAnswerIsLate(told earlier: Day, words: String) {
        let office = "uwv/klacht"
        let told = told(
            "ander-orgaan", ("orgaan", office),
            [
                AnswerKey("eerder", party: office): "ja",
                AnswerKey("eerder-uitkomst", party: office): "geen-antwoord",
            ],
            days: [AnswerKey("eerder-wanneer", party: office): earlier])
        #expect(told.steps.first?.opens == "hier ligt uw klacht nu; u bent hier al geweest")
        #expect(told.steps.first?.until?.contains(words) == true)
    }

    @Test func whoHadAnAnswerIsNotToldWhenItHadToBeThere() {
        let office = "uwv/klacht"
        let told = told(
            "ander-orgaan", ("orgaan", office),
            [
                AnswerKey("eerder", party: office): "ja",
                AnswerKey("eerder-uitkomst", party: office): "behandeld",
            ],
            days: [
                AnswerKey("eerder-wanneer", party: office): Day(year: 2026, month: 7, day: 20)!,
                AnswerKey("antwoord-wanneer", party: office): Day(year: 2026, month: 9, day: 1)!,
            ])
        #expect(told.steps.first?.until == nil)
        #expect(told.steps.last?.until?.contains("1 september 2027") == true)
    }

    /// Over a company no letter starts a term of the law.
    @Test func onlyWhereTheLawGivesATermALetterIsSaidToStartIt() {
        let law = "moet dat volgens de wet"
        let company = told(
            "privaat", ("bedrijf", "post-en-pakket/post"), [AnswerKey("keuze-elders"): "gemeente"])
        #expect(company.steps.first?.until?.hasPrefix("Wij willen u uiterlijk") == true)
        #expect(company.steps.first?.until?.contains(law) == false)
        let gemeente = told("gemeente", ("onderdeel", "gemeente-haarlem/medewerker"))
        #expect(gemeente.steps.first?.until?.contains(law) == true)
    }
}
