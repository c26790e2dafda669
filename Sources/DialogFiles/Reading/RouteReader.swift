import DialogEngine
import Rules

/// Reads `routes.yaml` and `ladders.yaml`.
struct RouteReader {
    let diagnostics: Diagnostics
    let conditions: ConditionReader
    let register: PartnerRegister
    let terms: LawTerms
    let dialog: Dialog

    func table(routes: YAMLNode?, ladders: YAMLNode?) -> RoutingTable {
        let ladders = self.ladders(ladders)
        guard let fields = Fields(routes, diagnostics) else {
            return RoutingTable(
                rules: [], ladders: ladders, mentions: [], leading: [], contactOnly: .always)
        }
        let defaults = Fields(fields.node("standaard"), diagnostics)
        let standard = Standard(
            owner: defaults?.optionalString("eigenaar") ?? "",
            source: defaults?.optionalString("bron") ?? "", validFrom: defaults?.day("geldigVan"),
            reviewOn: defaults?.day("herzien"))
        defaults?.finish()
        let nodes = fields.list("regels", isRequired: true)
        let rules = nodes.compactMap { rule($0, standard, ladders) }
        checkRules(rules, nodes, fields)
        let mentions = fields.list("vermeldingen").compactMap(mention)
        diagnostics.stands(.leading, at: fields.placeOfKey("leidend"))
        let leading = fields.located("leidend").compactMap { text, place -> Channel? in
            let known = Channel.allCases.map(\.rawValue)
            if !known.contains(text) {
                diagnostics.add(
                    .unknownWord, at: place,
                    "er is geen kanaal '\(text)'" + Suggestion.near(text, among: known))
            }
            return Channel(rawValue: text)
        }
        let contactOnly = Fields(fields.node("alleen_contact"), diagnostics)
        let alone = contactOnly.map(conditions.when) ?? .always
        contactOnly?.finish()
        fields.finish()
        return RoutingTable(
            rules: rules, ladders: ladders, mentions: mentions, leading: leading, contactOnly: alone)
    }

    private struct Standard {
        let owner: String
        let source: String
        let validFrom: Day?
        let reviewOn: Day?
    }

    private func rule(_ node: YAMLNode, _ standard: Standard, _ ladders: [Ladder]) -> Rule? {
        guard let fields = Fields(node, diagnostics) else { return nil }
        defer { fields.finish() }
        let when = conditions.when(fields)
        let ladder = fields.optionalString("ladder")
        let here = fields.string("hier")
        let known = ladders.filter { ladder == nil || $0.id == ladder }
        if known.isEmpty, let ladder {
            diagnostics.add(
                .unknownLadder, at: fields.placeOfKey("ladder"),
                "er is geen ladder '\(ladder)'" + Suggestion.near(ladder, among: ladders.map(\.id)))
        } else if !known.contains(where: { $0.steps.contains { $0.id == here } }) {
            diagnostics.add(
                .unknownStep, at: fields.placeOfKey("hier"),
                "er is geen stap '\(here)'" + Suggestion.near(here, among: known.flatMap(\.steps).map(\.id)))
        }
        guard let channel: Channel = fields.word("kanaal"), let kind: MatterKind = fields.word("soort"),
            let keeps: Keeping = fields.word("bewaart")
        else { return nil }
        var then: [Option.Trait] = []
        if let block = Fields(fields.node("daarna"), diagnostics) {
            then = block.keys.compactMap(thenAnswer)
        }
        guard let validFrom = fields.day("geldigVan") ?? standard.validFrom else {
            diagnostics.add(
                .missingKey, at: fields.place,
                "hier ontbreekt 'geldigVan'; zet het bij deze regel, of voor alle regels bij 'standaard'")
            return nil
        }
        return Rule(
            id: fields.id(HandbookPart.rule), when: when, channel: channel, kind: kind,
            detail: fields.optionalString("detail"),
            ladder: ladder, here: here, keeps: keeps, because: fields.requiredText("reden"), law: law(fields),
            source: fields.optionalString("bron") ?? standard.source,
            owner: fields.optionalString("eigenaar") ?? standard.owner, validFrom: validFrom,
            validTo: fields.day("geldigTot"), reviewOn: fields.day("herzien") ?? standard.reviewOn,
            thenAnswers: then)
    }

    private func thenAnswer(_ entry: YAMLNode.Entry) -> Option.Trait? {
        guard case .text(let value, let place) = entry.value else { return nil }
        guard let question = dialog.question(entry.key) else {
            diagnostics.add(
                .unknownFact, at: entry.keyPlace,
                "er is geen vraag '\(entry.key)'"
                    + Suggestion.near(entry.key, among: dialog.questions.map(\.id)))
            return nil
        }
        if !question.values.contains(value) {
            diagnostics.add(
                .unknownValue, at: place,
                "'\(entry.key)' heeft geen keuze '\(value)'" + Suggestion.near(value, among: question.values))
        }
        return .init(entry.key, value)
    }

    private func checkRules(_ rules: [Rule], _ nodes: [YAMLNode], _ fields: Fields) {
        var seen: Set<String> = []
        for (rule, node) in zip(rules, nodes) where !seen.insert(rule.id).inserted {
            diagnostics.add(.duplicateID, at: node.place, "er is al een regel '\(rule.id)'")
        }
        guard let last = rules.last, last.when == .always, last.validTo == nil else {
            diagnostics.add(
                .noLastRule, at: nodes.last?.place ?? fields.place,
                "de laatste regel moet altijd gelden: schrijf daar 'als: altijd', zodat niemand tussen wal en schip valt"
            )
            return
        }
    }

    private func mention(_ node: YAMLNode) -> Mention? {
        guard let fields = Fields(node, diagnostics) else { return nil }
        defer { fields.finish() }
        return Mention(
            id: fields.id(HandbookPart.mention), when: conditions.when(fields),
            text: fields.requiredText("tekst"),
            law: law(fields))
    }

    private func law(_ fields: Fields) -> [LawReference] { fields.strings("wet").map { LawReference($0) } }

    // MARK: Ladders

    private func ladders(_ node: YAMLNode?) -> [Ladder] {
        guard let fields = Fields(node, diagnostics) else { return [] }
        defer { fields.finish() }
        let nodes = fields.list("ladders", isRequired: true)
        let ladders = nodes.compactMap { node -> Ladder? in
            guard let ladder = Fields(node, diagnostics) else { return nil }
            defer { ladder.finish() }
            let stepNodes = ladder.list("stappen", isRequired: true)
            let ids = stepNodes.compactMap { Fields($0, diagnostics)?.string("id") }
            let id = ladder.id(HandbookPart.ladder)
            return Ladder(id: id, steps: stepNodes.compactMap { step($0, ids, ladder: id) })
        }
        for regime in Set(register.partners.flatMap { $0.services.map(\.regime) } + choiceRegimes)
            .union(["onbekend"]).sorted()
        where !ladders.contains(where: { $0.id == regime }) {
            diagnostics.add(
                .unknownLadder, at: fields.place,
                "er is geen ladder voor het regime '\(regime)' uit partners.yaml"
                    + Suggestion.near(regime, among: ladders.map(\.id))
                    + "; neem het regime van een organisatie die erop lijkt, of maak hier een ladder met die naam"
            )
        }
        return ladders
    }

    /// Regimes that choices written in the questions themselves name.
    private var choiceRegimes: [String] {
        dialog.questions.filter(\.namesParties).flatMap(\.options).flatMap(\.traits)
            .filter { $0.name == "regime" }.map(\.value)
    }

    private func step(_ node: YAMLNode, _ stepIDs: [String], ladder: String) -> StepTemplate? {
        guard let fields = Fields(node, diagnostics) else { return nil }
        defer { fields.finish() }
        let id = fields.id { .step(ladder: ladder, id: $0) }
        let who = fields.string("wie")
        let bodies = register.bodies.map(\.id)
        if who != "partij", !bodies.contains(who) {
            diagnostics.add(
                .unknownBody, at: fields.placeOfKey("wie"),
                "er is geen instantie '\(who)'" + Suggestion.near(who, among: bodies + ["partij"]))
        }
        return StepTemplate(
            id: id, who: who == "partij" ? .party : .body(who), how: fields.requiredText("hoe"),
            opening: opening(fields, stepIDs),
            limits: fields.list("termijnen").compactMap { limit($0, stepIDs) },
            when: conditions.when(fields), law: law(fields))
    }

    private func opening(_ fields: Fields, _ stepIDs: [String]) -> Opening {
        switch fields.required("opent") {
        case .text("nu", _): return .now
        case .text("ernaast", _): return .beside
        case .map(_, _):
            guard let block = Fields(fields.node("opent"), diagnostics) else { return .now }
            defer { block.finish() }
            let after = block.string("na")
            check(step: after, stepIDs, block.placeOfKey("na"))
            let without = block.string("zonder_antwoord")
            switch without {
            case "nooit": return .after(step: after, orWithoutAnswer: .never)
            case "eigen": return .after(step: after, orWithoutAnswer: .ownTerm)
            default:
                check(figure: without, block.placeOfKey("zonder_antwoord"))
                return .after(step: after, orWithoutAnswer: .figure(without))
            }
        case .some(let other):
            diagnostics.add(
                .unknownWord, at: other.place,
                "schrijf hier nu, ernaast, of een blok met 'na' en 'zonder_antwoord'")
            return .now
        case nil: return .now
        }
    }

    private func limit(_ node: YAMLNode, _ stepIDs: [String]) -> Limit? {
        guard let fields = Fields(node, diagnostics) else { return nil }
        defer { fields.finish() }
        let figure = fields.string("termijn")
        check(figure: figure, fields.placeOfKey("termijn"))
        let when = conditions.when(fields)
        guard let role: Limit.Role = fields.word("rol") else { return nil }
        let from = fields.string("vanaf")
        let place = fields.placeOfKey("vanaf")
        if from == "ontvangst" { return Limit(role: role, figure: figure, from: .receipt, when: when) }
        let parts = from.split(separator: " ", maxSplits: 1).map(String.init)
        switch (parts.first, parts.last) {
        case ("antwoord", let step?):
            check(step: step, stepIDs, place)
            return Limit(role: role, figure: figure, from: .answer(step: step), when: when)
        case ("vraag", let question?):
            guard case .date? = dialog.question(question)?.kind else {
                diagnostics.add(.unknownFact, at: place, "er is geen datumvraag '\(question)'")
                return nil
            }
            return Limit(role: role, figure: figure, from: .question(question), when: when)
        default:
            diagnostics.add(
                .unknownWord, at: place,
                "schrijf 'ontvangst', 'antwoord' met een stap, of 'vraag' met een datumvraag")
            return nil
        }
    }

    private func check(figure: String, _ place: Place) {
        let known = terms.figures.map(\.id)
        if !known.contains(figure) {
            diagnostics.add(
                .unknownFigure, at: place,
                "'\(figure)' staat niet in termijnen.yaml" + Suggestion.near(figure, among: known))
        }
    }

    private func check(step: String, _ known: [String], _ place: Place) {
        if !known.contains(step) {
            diagnostics.add(
                .unknownStep, at: place,
                "er is geen stap '\(step)' in deze ladder" + Suggestion.near(step, among: known))
        }
    }
}
