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
        _ about: String, _ party: (question: String, id: String), _ more: [AnswerKey: String] = [:]
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
}
