import Assistant
import DialogEngine
import Proof
import Reports
import Rules

/// `klachtwijzer wijs --waarom-niet X`: which answers would have to be different for another outcome.
struct WhyNot {
    let sought: OutcomeSought
    let typed: String
    let session: Session
    let wording: Wording

    /// - Throws: `Problem` when the words do not mean one outcome.
    init(_ typed: String, _ session: Session, _ wording: Wording) throws(Problem) {
        let reading = OutcomeNames(wording.handbook, wording.translation).read(typed)
        guard case .found(let sought) = reading else {
            let screen = WhyNotScreen(wording, today: session.today)
            throw Problem(screen.hint(reading, typed: typed) ?? typed, .notFound)
        }
        self.sought = sought
        self.typed = typed
        self.session = session
        self.wording = wording
    }

    func tell(json: Bool) {
        let parties = session.replay().parties
        let sets = Counterfactuals(wording.handbook, on: session.today)
        let screen = WhyNotScreen(wording, today: session.today)
        var told: [WhyNotJSON.Part] = []
        for party in parties.isEmpty ? [nil] : parties.map(Optional.some) {
            let result = sets.answer(sought, session, about: party)
            let lines = screen.lines(result, sought, parties: parties.map(\.party.id))
            told.append(WhyNotJSON.Part(result, party: party?.party.id, lines, wording))
            guard !json else { continue }
            if let party, parties.count > 1 {
                let heading = wording(.partyHeading, ["partij": wording.partyInSentence(party.party.id)])
                Output.show([ScreenLine(heading, indent: 5, style: .strong)])
            }
            Output.show(lines)
        }
        if json { Output.machine(JSONOutput.text(WhyNotJSON(gevraagd: typed, uitkomsten: told))) }
    }
}

/// The same for programs: codes, and the sentences beside them.
struct WhyNotJSON: Encodable {
    struct Change: Encodable {
        let vraag: String
        let partij: String?
        let van: [String]?
        /// Each of them would do.
        let naar: [[String]]
    }

    struct Part: Encodable {
        let partij: String?
        /// `al-zo`, `kan-niet`, `niet-gevonden` or `kan`.
        let uitkomst: String
        let regel: String?
        let waar: String?
        let anders: [Change]
        /// The rule that came first.
        let eerder: String?
        /// What did not hold, as a writer of dialogs would say it.
        let nietVervuld: [String]
        let nietBekend: [String]
        let zinnen: [String]

        init(_ result: Counterfactual, party: String?, _ lines: [ScreenLine], _ wording: Wording) {
            partij = party
            zinnen = lines.map(\.text)
            eerder = result.obstacle?.before
            let spoken = { (parts: [Condition]) in
                parts.map { $0.spoken(wording.handbook.dialog.vocabulary) }
            }
            switch result.obstacle?.reason {
            case .notMet(let parts): (nietVervuld, nietBekend) = (spoken(parts), [])
            case .notKnown(let parts): (nietVervuld, nietBekend) = ([], spoken(parts))
            case .notInForce, .overtaken, nil: (nietVervuld, nietBekend) = ([], [])
            }
            switch result.verdict {
            case .already:
                uitkomst = "al-zo"
                regel = result.decision.ruleID
                waar = result.decision.destination.id
                anders = []
            case .impossible, .notFound:
                uitkomst = if case .impossible = result.verdict { "kan-niet" } else { "niet-gevonden" }
                regel = result.obstacle?.rule
                waar = nil
                anders = []
            case .possible(let alternative):
                uitkomst = "kan"
                regel = alternative.rule
                waar = alternative.place.id
                anders = alternative.changes.map { change in
                    Change(
                        vraag: change.question, partij: change.party,
                        van: change.from.map { AnswerCoding.values($0).values },
                        naar: change.to.map { AnswerCoding.values($0).values })
                }
            }
        }
    }

    let gevraagd: String
    let uitkomsten: [Part]
}
