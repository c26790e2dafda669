import DialogEngine
import Rules

/// A talk that shows a mistake, as a person reads it and as a case for `proeven/`.
public struct WitnessText {
    private let witness: Witness
    private let handbook: Handbook
    private let day: Day

    public init(_ witness: Witness, _ handbook: Handbook, on day: Day) {
        self.witness = witness
        self.handbook = handbook
        self.day = day
    }

    /// One line per turn: the question's short wording, and the answer as a citizen sees it.
    public var turns: [String] {
        witness.turns.compactMap { turn in
            guard let question = handbook.dialog.question(turn.question) else { return nil }
            let short = question.short.isEmpty ? question.wording : question.short
            let about = turn.party.map { " (\(name($0)))" } ?? ""
            return fill(short.words, turn) + about + ": " + answer(turn, question)
        }
    }

    /// The same talk, to be put under `proeven:`.
    public func dialogCase(named name: String) -> String {
        var lines = ["  - naam: '\(name)'", "    vandaag: '\(day.iso)'", "    antwoorden:"]
        var told: Set<String> = []
        for turn in witness.turns where told.insert(turn.question).inserted {
            let same = witness.turns.filter { $0.question == turn.question }
            if turn.party == nil {
                if let written = written(turn) { lines.append("      \(turn.question): \(written)") }
                continue
            }
            lines.append("      \(turn.question):")
            for one in same {
                if let party = one.party, let written = written(one) {
                    lines.append("        \(party): \(written)")
                }
            }
        }
        return (lines + ["    verwacht: {regel: \(rule)}"]).joined(separator: "\n")
    }

    private var rule: String {
        var answers = Answers()
        for turn in witness.turns { answers[AnswerKey(turn.question, party: turn.party)] = turn.answer }
        let session = handbook.session(on: day, answers: answers)
        return handbook.decision(on: session, session.replay()).ruleID
    }

    // MARK: As a citizen sees it

    private func answer(_ turn: Witness.Turn, _ question: Question) -> String {
        switch turn.answer {
        case .options(let ids):
            Listing.names(ids.map { fill(question.option($0)?.label.words ?? $0, turn) })
        case .date(let range): range.first.iso
        case .lines(_, .mentionsDecision?): "(een verhaal waarin het om een besluit kan gaan)"
        case .text, .lines: "(wat iemand invult)"
        case .unknown: "weet ik niet"
        case .declined: "wil ik niet zeggen"
        case .skipped: "(alleen Enter)"
        }
    }

    private func fill(_ words: String, _ turn: Witness.Turn) -> String {
        let parties = witness.turns.flatMap { turn -> [String] in
            guard handbook.dialog.question(turn.question)?.namesParties == true,
                case .options(let ids) = turn.answer
            else { return [] }
            return ids.map(name)
        }
        let all = Listing.names(parties)
        return Text.fill(words, ["partij": turn.party.map(name) ?? all, "partijen": all])
    }

    private func name(_ party: String) -> String {
        for question in handbook.dialog.questions where question.namesParties {
            if let option = question.option(party) { return option.label.words }
        }
        return party
    }

    // MARK: As it is written in a case

    /// nil for what is passed over.
    private func written(_ turn: Witness.Turn) -> String? {
        switch turn.answer {
        case .options(let ids): ids.count == 1 ? ids[0] : "[" + ids.joined(separator: ", ") + "]"
        case .date(let range): "'\(range.first.iso)'"
        case .unknown: Answer.unknownID
        case .declined: Answer.declinedID
        case .skipped: nil
        case .lines(_, let heard): heard?.rawValue ?? "Dit ging er mis."
        case .text: sample(turn.question)
        }
    }

    private func sample(_ question: String) -> String {
        guard case .text(let shape)? = handbook.dialog.question(question)?.kind else { return "tekst" }
        return switch shape {
        case .free: "tekst"
        case .name: "Anna Voorbeeld"
        case .phone: "023 511 0000"
        case .email: "'anna@voorbeeld.nl'"
        case .postcode: "2011 RD"
        case .houseNumber: "'1'"
        }
    }
}
