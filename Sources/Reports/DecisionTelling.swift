import DialogEngine
import Records
import Rules

/// Puts a decision into the words that the resident sees, the record keeps and a program reads.
public struct DecisionTelling: Sendable {
    public let wording: Wording
    private let today: Day

    public init(_ wording: Wording, today: Day) {
        self.wording = wording
        self.today = today
    }

    /// - Parameters:
    ///   - decision: What the resident goes by: the choice where one was made, else the advice.
    ///   - advice: What we advised.
    public func told(_ decision: RouteDecision, advice: RouteDecision) -> ToldDecision {
        let parties = decision.perParty
        var steps: [ToldStep] = []
        if parties.isEmpty {
            steps = self.steps(of: decision)
        } else {
            // The party whose decision leads comes first; a step that two parties share is told once.
            let ordered =
                parties.filter { $0.decision.ruleID == decision.ruleID }
                + parties.filter { $0.decision.ruleID != decision.ruleID }
            for step in ordered.flatMap({ self.steps(of: $0.decision) })
            where !steps.contains(where: { $0.whereId == step.whereId && $0.how == step.how }) {
                steps.append(step)
            }
        }
        return ToldDecision(
            advice: destination(advice),
            chosen: decision.ruleID == advice.ruleID ? nil : destination(decision),
            reason: wording(decision.because, fillings(decision)), rule: decision.ruleID,
            law: decision.law.map(citation), steps: steps, remarks: remarks(decision),
            explanation: explanation(decision))
    }

    private func destination(_ decision: RouteDecision) -> ToldDecision.Destination {
        ToldDecision.Destination(
            channel: decision.channel.rawValue, kind: decision.kind.rawValue, detail: decision.detail,
            whereId: decision.destination.id, name: wording.place(decision.destination))
    }

    private func fillings(_ decision: RouteDecision) -> [String: String] {
        let party = decision.steps.lazy.compactMap { step -> String? in
            if case .service(let id) = step.place { id } else { nil }
        }.first
        var values = ["partij": party.map(wording.partyInSentence) ?? wording(.unknownPlace)]
        if let party, let service = wording.handbook.rulebook.register.service(party)?.service {
            values["hoe"] = wording.how(service)
        } else {
            values["hoe"] = ""
        }
        return values
    }

    // MARK: Steps

    private func steps(of decision: RouteDecision) -> [ToldStep] {
        let values = fillings(decision)
        return decision.steps.map { step in
            let limit = step.limits.first
            return ToldStep(
                name: wording.place(step.place), whereId: step.place.id, how: how(step, in: decision, values),
                contact: contact(step.place), opens: opens(step, in: decision),
                until: step.limits.isEmpty
                    ? nil : step.limits.map { words($0, in: decision) }.joined(separator: " "),
                untilDay: limit?.deadline?.day, ground: ground(step), complaintLiesHere: step.isHere)
        }
    }

    /// What to do there; not again what was done already, or what we do.
    private func how(_ step: Step, in decision: RouteDecision, _ values: [String: String]) -> String {
        guard case .service = step.place else { return wording(step.how, values) }
        if step.isHere, step.isSentOn { return wording(.sentHow) }
        return step.wasVisited ? wording(.visitedHow) : wording(step.how, values)
    }

    private func contact(_ place: Place) -> [String] {
        let contacts = wording.contacts(place)
        if !contacts.isEmpty { return contacts.map(wording.contact) }
        return isLookedUp(place) ? [wording(.contactMissing)] : []
    }

    /// Neighbours, a shop, or who sent the letter: the person knows where they are, and we do not.
    private func isLookedUp(_ place: Place) -> Bool {
        switch place {
        case .service(let id): wording.handbook.rulebook.register.service(id)?.partner.group != .company
        case .body(let id): wording.handbook.rulebook.register.body(id)?.toCheck.isEmpty != true
        case .unknownParty: false
        }
    }

    private func ground(_ step: Step) -> String {
        var grounds = step.law.map(citation)
        for text in step.limits.flatMap({ ($0.deadline?.ground ?? $0.figure.articles).map(citation) })
        where !grounds.contains(text) {
            grounds.append(text)
        }
        return grounds.isEmpty ? wording(.ownPractice) : grounds.joined(separator: "; ")
    }

    /// A statute is cited as it is; what the gemeente promises of its own accord has words.
    private func citation(_ law: LawReference) -> String {
        law == .ownNorm ? wording(.ownNorm) : law.text
    }

    private func opens(_ step: Step, in decision: RouteDecision) -> String {
        let visited = step.wasVisited ? "; " + wording(.visited) : ""
        if step.isHere { return wording(here(decision, step)) + visited }
        if step.wasVisited, step.opening == .now || step.opening == .beside { return wording(.visited) }
        return wording.opening(step.opening, on: today) { id in
            decision.steps.first { $0.id == id }.map { wording.placeInSentence($0.place) }
        } + visited
    }

    /// Whether the matter lies there already, goes there, or the person begins there alone.
    private func here(_ decision: RouteDecision, _ step: Step) -> Phrase {
        guard decision.keeps == .complaint else { return .beginHere }
        switch decision.channel {
        case .gemeenteComplaint, .coordination: return .hereNow
        case .partner, .otherBody, .ombudsman:
            if step.isSentOn { return .sentHere }
            // Who complained there already waits for an answer, and does not begin.
            return step.wasVisited ? .hereNow : .beginHere
        case .emergency, .integrity, .discrimination, .objection, .publicSpaceReport, .damage,
            .informationRequest,
            .question, .idea:
            return .beginHere
        }
    }

    private func words(_ limit: StepLimit, in decision: RouteDecision) -> String {
        guard let deadline = limit.deadline else { return relativeWords(limit, in: decision) }
        let day = wording.day(deadline.day)
        let proviso = deadline.isProvisional ? " " + wording(.provisional) : ""
        switch limit.role {
        case .submit:
            let isPassed = deadline.day < today
            let isOpen = limit.latest.map { $0.day >= today } ?? false
            let phrase: Phrase = isPassed ? isOpen ? .submitByMaybePassed : .submitByPassed : .submitBy
            return wording(phrase, ["dag": day]) + proviso
        case .answer:
            if limit.figure.isOwnNorm {
                let law = limit.becomesLaw ? " " + wording(.answerPromiseLaw) : ""
                return wording(.answerPromise, ["dag": day]) + law + proviso
            }
            // Told with a week or a month, it is late once the last day that can be meant is.
            let due = deadline.day < today ? limit.latest ?? deadline : deadline
            return wording(due.day < today ? .answerByPassed : .answerBy, ["dag": wording.day(due.day)])
                + proviso
        }
    }

    private func relativeWords(_ limit: StepLimit, in decision: RouteDecision) -> String {
        let from: String
        switch limit.from {
        case .receipt: from = wording(.receipt)
        case .answer(let id):
            let name =
                decision.steps.first { $0.id == id }.map { wording.placeInSentence($0.place) }
                ?? wording(.unknownPlace)
            from = limit.role == .submit ? wording(.answerOf, ["naam": name]) : wording(.receipt)
        case .question(let id): from = wording.handbook.dialog.question(id).map { wording($0.short) } ?? id
        }
        let phrase: Phrase =
            switch limit.role {
            case .submit: .submitWithin
            case .answer: limit.figure.isOwnNorm ? .promiseWithin : .answerWithin
            }
        return wording(phrase, ["termijn": wording.term(limit.figure.term), "vanaf": from])
    }

    // MARK: Remarks and why

    private func remarks(_ decision: RouteDecision) -> [String] {
        var remarks = absent(decision) + mentions(decision)
        let helpers = decision.helpers.compactMap { wording.handbook.rulebook.register.body($0) }
        for helper in helpers {
            let contact = helper.contacts.map(wording.contact).joined(separator: ", ")
            remarks.append(
                "\(wording(.helpFree)): \(wording.place(.body(helper.id)))"
                    + (contact.isEmpty ? "." : ", \(contact)."))
        }
        return remarks
    }

    /// What fits one party of several names that party, and not the one that leads.
    private func mentions(_ decision: RouteDecision) -> [String] {
        var told: [String] = []
        for mention in decision.mentions {
            let own = decision.perParty.map(\.decision).filter { $0.mentions.contains(mention) }
            for words in (own.isEmpty ? [decision] : own).map({ wording(mention.text, fillings($0)) })
            where !told.contains(words) {
                told.append(words)
            }
        }
        return told
    }

    /// Each party named that does not work here, once.
    private func absent(_ decision: RouteDecision) -> [String] {
        var told: [String] = []
        for party in ([decision] + decision.perParty.map(\.decision)).compactMap(\.absentParty) {
            let words = wording(.partyAbsent, ["partij": wording.partyInSentence(party)])
            if !told.contains(words) { told.append(words) }
        }
        return told
    }

    /// The rules that were passed over because something was not known, and the one that applied.
    private func explanation(_ decision: RouteDecision) -> [String] {
        decision.explanation.map { trace in
            let words: Phrase =
                switch trace.outcome {
                case .applied: .traceApplied
                case .notMet: .traceNotMet
                case .passedUnknown: .traceUnknown
                case .notInForce: .traceNotInForce
                }
            return "\(trace.ruleID): \(wording(words))"
        }
    }
}
