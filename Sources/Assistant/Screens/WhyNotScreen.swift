import DialogEngine
import Proof
import Reports
import Rules

/// Says which answers would have had to be different for another outcome.
public struct WhyNotScreen {
    let wording: Wording
    let today: Day

    public init(_ wording: Wording, today: Day) {
        self.wording = wording
        self.today = today
    }

    /// - Parameter parties: Of the talk as it was held.
    public func lines(_ result: Counterfactual, _ sought: OutcomeSought, parties: [String]) -> [ScreenLine] {
        switch result.verdict {
        case .already:
            let place = wording.placeInSentence(result.decision.destination)
            return [line(wording(.whyNotAlready, ["plek": place, "regel": result.decision.ruleID]))]
        case .impossible:
            let later = sought.isStep(of: result.decision) ? " " + wording(.whyNotLater) : ""
            return [line(wording(.whyNotNever) + later)] + obstacle(result)
        case .notFound: return [line(wording(.whyNotNotFound))] + obstacle(result)
        case .possible(let alternative):
            return changes(alternative, parties) + obstacle(result)
        }
    }

    /// What to say of words that do not mean one outcome; nil when they do.
    public func hint(_ reading: OutcomeSought.Reading, typed: String) -> String? {
        switch reading {
        case .found: return nil
        case .several(let names):
            let shown = names.prefix(6).joined(separator: ", ") + (names.count > 6 ? ", …" : "")
            return wording(.whyNotSeveral, ["invoer": typed, "namen": shown])
        case .unknown(let near?): return wording(.whyNotNear, ["invoer": typed, "naam": near])
        case .unknown(nil): return wording(.whyNotUnknown, ["invoer": typed])
        }
    }

    private func line(_ text: String) -> ScreenLine { ScreenLine(text, indent: 5) }

    // MARK: The answers

    private func changes(_ alternative: Alternative, _ parties: [String]) -> [ScreenLine] {
        let place = wording.placeInSentence(alternative.place)
        let then = alternative.parties
        if let only = alternative.changes.first, alternative.changes.count == 1 {
            let phrase: Phrase = only.from == nil ? .whyNotOpen : .whyNotOne
            let values = values(only, then: then).merging(["plek": place]) { own, _ in own }
            return [line([wording(phrase, values), said(only, parties)].joined(separator: " "))]
        }
        return [line(wording(.whyNotMore, ["plek": place]))]
            + alternative.changes.map { change in
                let words = wording(.whyNotAnswer, values(change, then: then))
                return ScreenLine("\(words) \(said(change, parties))", indent: 5, label: "- ")
            }
    }

    /// - Parameter then: The parties that it is about by those answers.
    private func values(_ change: Alternative.Change, then: [String]) -> [String: String] {
        guard let question = wording.handbook.dialog.question(change.question) else { return [:] }
        return [
            "vraag": wording.question(question, party: change.party, parties: then),
            "antwoord": wording.anyOf(
                change.to, to: question, party: change.party, parties: then, today: today),
        ]
    }

    private func said(_ change: Alternative.Change, _ parties: [String]) -> String {
        guard let question = wording.handbook.dialog.question(change.question), let from = change.from else {
            return wording(.whyNotNew)
        }
        let words = wording.answer(from, to: question, party: change.party, parties: parties)
        return wording(.whyNotSaid, ["antwoord": words])
    }

    // MARK: The rule

    private func obstacle(_ result: Counterfactual) -> [ScreenLine] {
        guard let obstacle = result.obstacle else { return [] }
        var sentences: [String] = []
        if let before = obstacle.before { sentences.append(wording(.whyNotOvertaken, ["regel": before])) }
        switch obstacle.reason {
        case .notMet(let parts):
            sentences.append(wording(.whyNotMet, ["regel": obstacle.rule, "deel": words(parts)]))
        case .notKnown(let parts):
            sentences.append(wording(.whyNotKnown, ["regel": obstacle.rule, "deel": words(parts)]))
        case .notInForce: sentences.append(wording(.whyNotInForce, ["regel": obstacle.rule]))
        case .overtaken: break
        }
        return [line(sentences.joined(separator: " "))]
    }

    private func words(_ parts: [Condition]) -> String {
        parts.map { wording.condition($0, today: today) }.joined(separator: "; ")
    }
}
