import DialogEngine
import Rules

/// Reads conditions against the facts that exist, and the named conditions of `begrippen.yaml`.
final class ConditionReader {
    private let vocabulary: Vocabulary
    private let diagnostics: Diagnostics
    private var terms: [String: Condition] = [:]
    /// The named conditions that could be read, in the order written.
    private(set) var named: [NamedCondition] = []
    /// How many facts, from the first, are known where the condition stands; nil for all.
    var factsKnown: Int?

    init(_ vocabulary: Vocabulary, _ diagnostics: Diagnostics) {
        self.vocabulary = vocabulary
        self.diagnostics = diagnostics
    }

    /// Reads `begrippen.yaml`: each may use those above it.
    func readTerms(_ node: YAMLNode?) {
        guard let fields = Fields(node, diagnostics) else { return }
        for entry in fields.keys {
            diagnostics.stands(.term(entry.key), at: entry.keyPlace)
            guard let condition = condition(entry.value) else { continue }
            terms[entry.key] = condition
            named.append(NamedCondition(entry.key, condition))
        }
    }

    /// Reads `als` and `bij_onbekend` of a block; without `als` it always holds.
    func when(_ fields: Fields) -> When {
        let written = fields.has("bij_onbekend")
        let ifUnknown = fields.flag("bij_onbekend")
        guard let node = fields.node("als"), let condition = condition(node) else { return .always }
        if condition.mayBeUnknown(vocabulary), !written {
            diagnostics.add(
                .missingUnknown, at: node.place,
                "hier kan 'weet ik niet' geantwoord zijn; zeg met 'bij_onbekend: ja' of 'nee' of dit dan geldt"
            )
        }
        return When(condition, ifUnknown: ifUnknown)
    }

    func condition(_ node: YAMLNode) -> Condition? {
        if case .text("altijd", _) = node { return .always }
        guard case .map(let entries, let place) = node else {
            diagnostics.add(
                .wrongType, at: node.place, "hier hoort een voorwaarde, bijvoorbeeld { zaak: klacht }")
            return nil
        }
        let parts = entries.compactMap(part)
        guard parts.count == entries.count, !parts.isEmpty else {
            if entries.isEmpty { diagnostics.add(.wrongType, at: place, "deze voorwaarde is leeg") }
            return nil
        }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private func part(_ entry: YAMLNode.Entry) -> Condition? {
        switch entry.key {
        case "alle": conditions(entry.value).map(Condition.all)
        case "een_van": conditions(entry.value).map(Condition.any)
        case "niet": condition(entry.value).map(Condition.not)
        case "geldt": term(entry.value)
        default: leaf(entry)
        }
    }

    private func conditions(_ node: YAMLNode) -> [Condition]? {
        guard case .list(let nodes, _) = node else {
            diagnostics.add(.wrongType, at: node.place, "hier hoort een lijst van voorwaarden")
            return nil
        }
        let parts = nodes.compactMap(condition)
        return parts.count == nodes.count ? parts : nil
    }

    private func term(_ node: YAMLNode) -> Condition? {
        guard case .text(let name, let place) = node else {
            diagnostics.add(.wrongType, at: node.place, "hier hoort de naam van een begrip")
            return nil
        }
        guard let condition = terms[name] else {
            diagnostics.add(
                .unknownTerm, at: place,
                "er is geen begrip '\(name)' in begrippen.yaml"
                    + Suggestion.near(name, among: terms.keys.sorted()))
            return nil
        }
        return condition
    }

    private func leaf(_ entry: YAMLNode.Entry) -> Condition? {
        guard let fact = vocabulary.index(of: entry.key) else {
            diagnostics.add(
                .unknownFact, at: entry.keyPlace,
                "er is geen vraag '\(entry.key)'"
                    + Suggestion.near(entry.key, among: vocabulary.domains.map(\.name)))
            return nil
        }
        if let factsKnown, fact >= factsKnown {
            diagnostics.add(
                .forwardReference, at: entry.keyPlace,
                "'\(entry.key)' wordt pas later gevraagd; zet die vraag eerder of gebruik een andere")
            return nil
        }
        let written: [(String, Place)]
        switch entry.value {
        case .text(let text, let place): written = [(text, place)]
        case .list(let nodes, _):
            written = nodes.compactMap {
                if case .text(let text, let place) = $0 { (text, place) } else { nil }
            }
        case .map(_, let place):
            diagnostics.add(.wrongType, at: place, "hier hoort een keuze of een lijst van keuzes")
            return nil
        }
        let domain = vocabulary.domains[fact]
        let indexes = written.compactMap { value, place -> Int? in
            if let index = domain.index(of: value) { return index }
            diagnostics.add(
                .unknownValue, at: place,
                "'\(entry.key)' heeft geen keuze '\(value)'"
                    + Suggestion.nearOrAll(value, among: domain.values))
            return nil
        }
        return indexes.count == written.count ? .fact(fact, ValueSet(indexes)) : nil
    }
}
