import DialogEngine
import Rules

/// The card of a partner's service: with whom, how, what if they do not listen, what help is free.
public struct PartnerCards: Sendable {
    private let wording: Wording
    private let today: Day
    private var register: PartnerRegister { wording.handbook.rulebook.register }

    public init(_ wording: Wording, today: Day) {
        self.wording = wording
        self.today = today
    }

    public struct Card: Sendable {
        /// `stadstaxi/vervoer`.
        public let id: String
        public let partner: Partner
        public let service: Service
        public let ladder: [CardStep]
        public let helpers: [Body]
    }

    /// One rung of the ladder that goes with the regime.
    public struct CardStep: Sendable {
        public let name: String
        public let how: String
        public let opens: String
    }

    /// By service, name, old name or everyday word; best first.
    public func find(_ typed: String) -> [Card] {
        register.search(
            typed, besides: wording.handbook.answerWords.small, translation: wording.translation
        ).map { card($0.partner, $0.service) }
    }

    /// Every service of every partner that works for the gemeente.
    public func all() -> [Card] {
        register.partners.filter { $0.group == .partner }.flatMap { partner in
            partner.services.map { card(partner, $0) }
        }
    }

    private func card(_ partner: Partner, _ service: Service) -> Card {
        let id = partner.serviceID(service)
        let vocabulary = wording.handbook.dialog.vocabulary
        let facts = register.facts(of: partner, service, in: vocabulary)
        let ladder = wording.handbook.rulebook.table.ladder(service.regime)?.steps ?? []
        let steps = ladder.filter { $0.when.holds(facts, vocabulary) }
        let values = ["partij": wording.partyInSentence(id), "hoe": wording.how(service)]
        func name(_ step: StepTemplate) -> String {
            switch step.who {
            case .party: wording.party(id)
            case .body(let body): wording.place(.body(body))
            }
        }
        func nameInSentence(_ step: StepTemplate) -> String {
            switch step.who {
            case .party: wording.partyInSentence(id)
            case .body(let body): wording.placeInSentence(.body(body))
            }
        }
        let told = steps.filter { $0.who != .party }.map { step in
            CardStep(
                name: name(step), how: wording(step.how, values),
                opens: wording.opening(step.opening, on: today) { id in
                    steps.first { $0.id == id }.map(nameInSentence)
                })
        }
        return Card(
            id: id, partner: partner, service: service, ladder: told,
            helpers: service.helpers.compactMap(register.body))
    }

    /// How one complains there; of a partner that does not work here, who helps instead.
    public func how(_ card: Card) -> [String] {
        guard card.partner.isActive(on: today) else {
            return [wording(.partyAbsent, ["partij": wording.partyInSentence(card.id)])]
        }
        return card.service.how.map { wording.translation($0) }
    }

    /// The contacts to be told: none of a partner that does not work here, where they would be dead ends.
    public func contacts(_ card: Card) -> [Contact] {
        card.partner.isActive(on: today) ? card.partner.contacts : []
    }

    /// The card as text; the template is `brieven/kaart.mustache`.
    public func text(_ card: Card) throws(LetterProblem) -> String {
        let partner = card.partner
        let isActive = partner.isActive(on: today)
        let contacts = contacts(card).map(wording.contact)
        let names = partner.aliases + partner.predecessors.map(\.name)
        return try Letters.render(
            .card, wording.handbook,
            [
                "titel": wording.translation(partner.title(of: card.service)),
                "wat": wording.translation(card.service.name),
                "oudeNamen": names.joined(separator: ", "), "heeftOudeNamen": !names.isEmpty,
                "gestopt": partner.validTo.map(wording.dayWithoutWeekday) ?? "",
                "isGestopt": partner.validTo.map { $0 < today } ?? false, "werktHier": isActive,
                "hoe": how(card), "contact": contacts, "heeftContact": !contacts.isEmpty,
                "contactOntbreekt": wording(.contactMissing),
                "stappen": card.ladder.map { ["naam": $0.name, "hoe": $0.how, "opent": $0.opens] },
                "hulp": card.helpers.map { body in
                    [
                        "naam": wording.translation(body.name),
                        "contact": body.contacts.map(wording.contact).joined(separator: ", "),
                    ]
                }, "heeftHulp": !card.helpers.isEmpty, "nietGecontroleerd": partner.toCheck,
                "heeftNietGecontroleerd": !partner.toCheck.isEmpty,
                "bronnen": card.service.sources.compactMap(register.source).map {
                    wording(
                        .cardSource, ["titel": $0.title, "dag": wording.dayWithoutWeekday($0.readOn)])
                }, "gemeente": wording(.cardGemeente),
            ], language: wording.language)
    }
}
