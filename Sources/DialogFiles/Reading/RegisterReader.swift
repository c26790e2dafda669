import DialogEngine
import Rules

/// Reads `partners.yaml` and `onderwerpen.yaml`.
struct RegisterReader {
    let diagnostics: Diagnostics
    /// Topic ids, for checking the services.
    let topics: [String]

    func register(_ node: YAMLNode?) -> PartnerRegister {
        guard let fields = Fields(node, diagnostics) else {
            return PartnerRegister(version: "", sources: [], partners: [], bodies: [])
        }
        let sources = self.sources(fields)
        let keys = sources.map(\.key)
        let bodyNodes = fields.list("instanties", isRequired: true)
        let bodies = bodyNodes.compactMap { body($0, keys, ids(of: bodyNodes)) }
        checkUnique(bodyNodes, "instantie")
        let partnerNodes = fields.list("partners", isRequired: true)
        let partners = partnerNodes.compactMap { partner($0, keys, bodies.map(\.id)) }
        checkUnique(partnerNodes, "partner")
        let version = fields.string("versie")
        fields.finish()
        return PartnerRegister(version: version, sources: sources, partners: partners, bodies: bodies)
    }

    /// The topics as choices; the trait `groep` feeds conditions.
    static func topics(_ node: YAMLNode?, _ diagnostics: Diagnostics) -> [Option] {
        guard let fields = Fields(node, diagnostics) else { return [] }
        let options = fields.list("onderwerpen", isRequired: true).compactMap { node -> Option? in
            guard let topic = Fields(node, diagnostics) else { return nil }
            _ = topic.strings("uitvoerders")
            _ = topic.optionalString("taak")
            let option = Option(
                id: topic.id(HandbookPart.topic), label: topic.requiredText("naam"),
                words: topic.strings("woorden"),
                traits: [.init("groep", topic.string("groep"))])
            topic.finish()
            return option
        }
        fields.finish()
        return options
    }

    private func checkUnique(_ nodes: [YAMLNode], _ what: String) {
        var seen: Set<String> = []
        for node in nodes {
            guard case .map(let entries, _) = node,
                case .text(let id, let place)? = entries.first(where: { $0.key == "id" })?.value
            else { continue }
            if !seen.insert(id).inserted {
                diagnostics.add(.duplicateID, at: place, "er is al een \(what) '\(id)'; kies een andere naam")
            }
        }
    }

    private func sources(_ fields: Fields) -> [PartnerRegister.Source] {
        guard let block = Fields(fields.required("bronnen"), diagnostics) else { return [] }
        return block.keys.compactMap { entry in
            guard let source = Fields(entry.value, diagnostics) else { return nil }
            let title = source.string("titel")
            let address = source.optionalString("adres")
            let readOn = source.day("gelezen", isRequired: true)
            source.finish()
            return readOn.map { .init(key: entry.key, title: title, address: address, readOn: $0) }
        }
    }

    private func ids(of nodes: [YAMLNode]) -> [String] {
        nodes.compactMap { node in
            guard case .map(let entries, _) = node,
                case .text(let id, _)? = entries.first(where: { $0.key == "id" })?.value
            else { return nil }
            return id
        }
    }

    private func body(_ node: YAMLNode, _ sources: [String], _ bodies: [String]) -> Body? {
        guard let fields = Fields(node, diagnostics) else { return nil }
        defer { fields.finish() }
        checkKnown(fields, "stuurt-door", bodies)
        return Body(
            id: fields.id(HandbookPart.body), name: fields.spoken("naam"),
            nameInSentence: fields.optionalSpoken("in-zin"), what: fields.string("wat"),
            isGemeente: fields.flag("gemeente"), isIndependent: fields.flag("onafhankelijk"),
            contacts: contacts(fields, sources), toCheck: fields.strings("te-controleren"),
            sources: checked(fields, "bron", sources), sendsOnTo: fields.optionalString("stuurt-door"))
    }

    private func checkKnown(_ fields: Fields, _ key: String, _ bodies: [String]) {
        for (body, place) in fields.located(key) where !bodies.contains(body) {
            diagnostics.add(
                .unknownBody, at: place,
                "er is geen instantie '\(body)'" + Suggestion.near(body, among: bodies))
        }
    }

    private func partner(_ node: YAMLNode, _ sources: [String], _ bodies: [String]) -> Partner? {
        guard let fields = Fields(node, diagnostics) else { return nil }
        defer { fields.finish() }
        let predecessors = fields.list("voorgangers").compactMap { node -> Partner.Predecessor? in
            guard let old = Fields(node, diagnostics) else { return nil }
            defer { old.finish() }
            return .init(name: old.string("naam"), until: old.optionalString("tot"))
        }
        let services = fields.list("diensten", isRequired: true)
        let id = fields.id(HandbookPart.partner)
        return Partner(
            id: id, group: fields.word("groep") ?? .partner, name: fields.name("naam"),
            nameInSentence: fields.optionalSpoken("in-zin"), aliases: fields.strings("aliassen"),
            predecessors: predecessors,
            validFrom: fields.day("geldigVan"),
            validTo: fields.day("geldigTot"), legalForm: fields.string("vorm"),
            contacts: contacts(fields, sources),
            toCheck: fields.strings("te-controleren"),
            services: services.compactMap { service($0, of: id, sources, bodies) })
    }

    private func service(_ node: YAMLNode, of partner: String, _ sources: [String], _ bodies: [String])
        -> Service?
    {
        guard let fields = Fields(node, diagnostics) else { return nil }
        defer { fields.finish() }
        _ = fields.optionalString("termijn")
        for (topic, place) in fields.located("onderwerpen") where !topics.contains(topic) {
            diagnostics.add(
                .unknownTopic, at: place,
                "er is geen onderwerp '\(topic)'" + Suggestion.near(topic, among: topics))
        }
        checkKnown(fields, "hulp", bodies)
        return Service(
            id: fields.id { .service(partner + "/" + $0) }, name: fields.spoken("naam"),
            topics: fields.strings("onderwerpen"),
            words: fields.strings("woorden"), regime: fields.string("regime"),
            authority: fields.word("bestuursorgaan") ?? .toCheck, task: fields.word("taak") ?? .none,
            how: fields.spokenList("hoe"), helpers: fields.strings("hulp"),
            sources: checked(fields, "bron", sources))
    }

    private func contacts(_ fields: Fields, _ sources: [String]) -> [Contact] {
        fields.list("contact").compactMap { node in
            guard let contact = Fields(node, diagnostics) else { return nil }
            defer { contact.finish() }
            let kind: Contact.Kind? = contact.word("soort")
            let source = checked(contact, "bron", sources).first
            if !contact.has("bron") { _ = contact.required("bron") }
            // All is read before anything is refused, so that nothing right is called out of place.
            let (value, purpose) = (contact.string("waarde"), contact.string("waarvoor"))
            let (sourceDate, checkedOn) = (contact.optionalString("brondatum"), contact.day("gecontroleerd"))
            guard let kind, let source else { return nil }
            return Contact(
                kind: kind, value: value, purpose: purpose, source: source, sourceDate: sourceDate,
                checkedOn: checkedOn)
        }
    }

    private func checked(_ fields: Fields, _ key: String, _ known: [String]) -> [String] {
        fields.located(key).map { text, place in
            if !known.contains(text) {
                diagnostics.add(
                    .unknownSource, at: place,
                    "er is geen bron '\(text)'" + Suggestion.near(text, among: known))
            }
            return text
        }
    }
}
