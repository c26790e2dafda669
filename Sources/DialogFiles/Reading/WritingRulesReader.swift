import DialogEngine

/// Reads `schrijfwijze.yaml`.
struct WritingRulesReader {
    let diagnostics: Diagnostics

    func rules(_ node: YAMLNode?) -> WritingRules {
        var rules = WritingRules()
        guard let fields = Fields(node, diagnostics) else { return rules }
        defer { fields.finish() }
        if let languages = Fields(fields.required("woorden_per_zin"), diagnostics) {
            rules.limits = limits(languages)
        }
        rules.readAloud = Set(kinds(fields))
        if let screen = Fields(fields.required("scherm"), diagnostics) {
            rules.screen = .init(
                columns: screen.number("breed", upTo: 200), rows: screen.number("hoog", upTo: 200),
                filling: screen.number("invulplek", upTo: 80))
            screen.finish()
        }
        rules.passives = fields.number("lijdende_vormen", upTo: 20)
        rules.otherAddress = Set(fields.strings("niet_u").map(\.folded))
        rules.abbreviations = Set(fields.strings("afkortingen").map { $0.lowercased() })
        rules.sameEverywhere = Set(fields.strings("gelijk"))
        for node in fields.list("moeilijk", isRequired: true) {
            guard let entry = Fields(node, diagnostics) else { continue }
            defer { entry.finish() }
            if !entry.has("woord") { _ = entry.required("woord") }
            let plain = entry.string("liever")
            for word in entry.strings("woord") { rules.jargon.add(word, plain: plain) }
        }
        return rules
    }

    private func limits(_ languages: Fields) -> [String: WritingRules.Limits] {
        var limits: [String: WritingRules.Limits] = [:]
        for entry in languages.keys {
            guard let limit = Fields(entry.value, diagnostics) else { continue }
            limits[entry.key] = .init(
                sentence: limit.number("zin", upTo: 100), breath: limit.number("adem", upTo: 100))
            limit.finish()
        }
        return limits
    }

    private func kinds(_ fields: Fields) -> [TextKind] {
        fields.located("voorlezen").compactMap { text, place in
            if let kind = TextKind(rawValue: text) { return kind }
            let known = TextKind.allCases.map(\.rawValue)
            diagnostics.add(
                .unknownWord, at: place,
                "'\(text)' ken ik hier niet" + Suggestion.near(text, among: known) + " (mogelijk: "
                    + known.joined(separator: ", ") + ")")
            return nil
        }
    }
}
