import DialogEngine
import Rules

/// Reads `beloften.yaml`: what must hold on every path.
struct PromiseReader {
    let diagnostics: Diagnostics
    let dialog: Dialog
    /// Reads conditions over the answers and over what comes of them.
    let conditions: ConditionReader

    func promises(_ node: YAMLNode?) -> [Promise] {
        guard let fields = Fields(node, diagnostics) else { return [] }
        defer { fields.finish() }
        var seen: Set<String> = []
        return fields.list("beloften", isRequired: true).compactMap { node in
            guard let promise = promise(node) else { return nil }
            if !seen.insert(promise.id).inserted {
                diagnostics.add(
                    .duplicateID, at: node.place, "er is al een belofte '\(promise.id)'; kies een andere naam"
                )
            }
            return promise
        }
    }

    private func promise(_ node: YAMLNode) -> Promise? {
        guard let fields = Fields(node, diagnostics) else { return nil }
        defer { fields.finish() }
        let id = fields.id(HandbookPart.promise)
        let text = fields.string("belofte")
        let source = fields.string("grond")
        guard let claim = claim(fields) else { return nil }
        return Promise(id: id, text: text, source: source, claim: claim)
    }

    /// The words by which a promise says what kind it is.
    private enum ClaimWord: String, CaseIterable {
        case then = "dan"
        case first = "eerst"
        case atMost = "hooguit"
        case unmoved = "verandert_niets"
        case whole = "elk_gesprek"
    }

    private enum WholeWord: String, CaseIterable {
        case oneDecision = "een-besluit"
        case neverTwice = "niets-dubbel"
        case unknownLeadsOn = "weet-ik-niet-leidt-verder"
    }

    private func claim(_ fields: Fields) -> Promise.Claim? {
        let words = ClaimWord.allCases.filter { fields.has($0.rawValue) }
        guard words.count == 1, let word = words.first else {
            let known = ClaimWord.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
            diagnostics.add(
                .missingKey, at: fields.place, "zeg met precies één van \(known) wat er beloofd wordt")
            return nil
        }
        switch word {
        case .then:
            let given = conditions.when(fields)
            return fields.required("dan").flatMap(conditions.condition).map {
                .always(given: given, then: $0)
            }
        case .first:
            return question(fields, "eerst").map { .before(first: $0, others: questions(fields, "voor")) }
        case .atMost:
            return number(fields).map {
                .atMost($0, besides: questions(fields, "zonder"))
            }
        case .unmoved: return question(fields, "verandert_niets").map(Promise.Claim.unmoved)
        case .whole:
            return switch fields.word("elk_gesprek", WholeWord.self) {
            case .oneDecision: .oneDecision
            case .neverTwice: .neverTwice
            case .unknownLeadsOn: .unknownLeadsOn
            case nil: nil
            }
        }
    }

    private func number(_ fields: Fields) -> Int? {
        let text = fields.string("hooguit")
        guard let number = Int(text), number > 0 else {
            diagnostics.add(
                .wrongType, at: fields.placeOfKey("hooguit"), "hier hoort een getal groter dan nul")
            return nil
        }
        return number
    }

    private func question(_ fields: Fields, _ key: String) -> String? { questions(fields, key).first }

    private func questions(_ fields: Fields, _ key: String) -> [String] {
        fields.located(key).filter { text, place in
            if dialog.question(text) != nil { return true }
            diagnostics.add(
                .unknownFact, at: place,
                "er is geen vraag '\(text)'" + Suggestion.near(text, among: dialog.questions.map(\.id)))
            return false
        }.map(\.text)
    }
}
