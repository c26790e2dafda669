import DialogEngine
import Proof
import Reports
import Rules

extension Conversation {
    /// What stands behind `/waarom niet`; nil when somebody asks why, not why not.
    func soughtElsewhere(_ argument: String) -> String? {
        let words = argument.split(separator: " ", maxSplits: 1).map(String.init)
        guard let first = words.first?.folded, ["niet", "not"].contains(first) else { return nil }
        return words.count > 1 ? words[1].trimmed : ""
    }

    /// Which answers would have had to be different for another outcome.
    func showWhyNot(_ typed: String) throws {
        if talk == nil, last?.keeps == .count { return try say(wording(.emergencyNothingKept)) }
        guard let session = talk?.session ?? lastTalk, session.replay().isRouteComplete else {
            return try say(wording(.whyNoDecision))
        }
        guard !typed.isEmpty else { return try say(wording(.whyNotWhat)) }
        let wording = talk == nil ? last.map(wording(of:)) ?? wording : wording
        let screen = WhyNotScreen(wording, today: session.today)
        let reading = OutcomeNames(handbook, wording.translation).read(typed)
        if let hint = screen.hint(reading, typed: typed) { return try say(hint, style: .warning) }
        guard case .found(let sought) = reading else { return }
        let parties = session.replay().parties
        for party in parties.isEmpty ? [nil] : parties.map(Optional.some) {
            if let party, parties.count > 1 {
                try say(
                    wording(.partyHeading, ["partij": wording.partyInSentence(party.party.id)]),
                    style: .strong)
            }
            let result = counterfactuals(on: session.today).answer(sought, session, about: party)
            try console.write(screen.lines(result, sought, parties: parties.map(\.party.id)))
        }
    }

    private func counterfactuals(on day: Day) -> Counterfactuals {
        if let known = provenTalks, known.day == day { return known }
        let made = Counterfactuals(handbook, on: day)
        provenTalks = made
        return made
    }
}

extension Session {
    /// The choices and dates only: nothing that was typed in somebody's own words.
    var withoutWords: Session {
        var session = self
        for key in answers.keys {
            switch answers[key] {
            case .text, .lines: session.set(.skipped, for: key)
            case .options, .date, .unknown, .declined, .skipped, nil: continue
            }
        }
        return session
    }
}
