import DialogEngine

extension PartnerRegister {
    /// The services as choices of a question, for the groups given; the traits feed conditions.
    public func options(of groups: [Partner.Group], on day: Day? = nil) -> [Option] {
        partners.filter { groups.contains($0.group) && (day.map($0.isActive(on:)) ?? true) }.flatMap {
            partner in
            partner.services.map { option(partner, $0) }
        }
    }

    /// What conditions can know of a service when nothing has been asked yet.
    public func facts(of partner: Partner, _ service: Service, in vocabulary: Vocabulary) -> Facts {
        var facts = Facts(count: vocabulary.domains.count)
        let option = option(partner, service)
        facts.set("partij", option.id, in: vocabulary)
        for trait in option.traits { facts.set("partij." + trait.name, trait.value, in: vocabulary) }
        return facts
    }

    /// - Parameter translation: Of the name that stands among the words.
    private func option(
        _ partner: Partner, _ service: Service, _ translation: Translation = .dutch
    ) -> Option {
        let names = translation.isDutch ? [partner.name] : [partner.name, translation(partner.name)]
        return Option(
            id: partner.serviceID(service), label: Text(partner.title(of: service)),
            words: names + partner.aliases + partner.predecessors.map(\.name) + service.words,
            traits: [
                .init("groep", partner.group.rawValue), .init("regime", service.regime),
                .init("bestuursorgaan", service.authority.rawValue), .init("taak", service.task.rawValue),
                .init("organisatie", partner.id),
            ], related: service.topics)
    }

    /// Services that a word may mean: by name, alias, old name, service or everyday word; best first.
    ///
    /// - Parameters:
    ///   - smallWords: Words that do not tell one service from another, folded.
    ///   - translation: Of the names that people see; the Dutch ones count too.
    public func search(
        _ typed: String, besides smallWords: Set<String>, translation: Translation = .dutch
    ) -> [(partner: Partner, service: Service)] {
        let options = partners.flatMap { partner in
            partner.services.map { option(partner, $0, translation) }
        }
        return Choices.matching(typed, in: options, besides: smallWords, translation: translation)
            .compactMap { service($0.id) }
    }
}

extension Partner {
    /// `Stadstaxi – Vervoer`, or only the name when it does one thing.
    public func title(of service: Service) -> String {
        switch group {
        case .gemeente: service.name
        case .authority, .company: name
        case .partner: services.count == 1 && service.name == name ? name : "\(name) – \(service.name)"
        }
    }
}
