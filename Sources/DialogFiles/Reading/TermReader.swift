import DialogEngine
import Rules

/// Reads `termijnen.yaml`: figures of the law by date, and the holidays by decree.
struct TermReader {
    let diagnostics: Diagnostics

    func read(_ node: YAMLNode?) -> (LawTerms, LegalCalendar) {
        guard let fields = Fields(node, diagnostics) else {
            return (
                LawTerms(figures: []), LegalCalendar(decreedDays: [], decreesKnownThrough: Day(ordinal: 0))
            )
        }
        defer { fields.finish() }
        let figures = fields.list("termijnen", isRequired: true).compactMap(figure)
        let days = fields.list("aangewezenDagen", isRequired: true).compactMap { node -> Day? in
            guard let decree = Fields(node, diagnostics) else { return nil }
            defer { decree.finish() }
            _ = decree.string("bron")
            return decree.day("dag", isRequired: true)
        }
        let knownThrough = fields.day("aangewezenDagenBekendTot", isRequired: true) ?? Day(ordinal: 0)
        return (
            LawTerms(figures: figures), LegalCalendar(decreedDays: days, decreesKnownThrough: knownThrough)
        )
    }

    private func figure(_ node: YAMLNode) -> LawTerms.Figure? {
        guard let fields = Fields(node, diagnostics) else { return nil }
        defer { fields.finish() }
        let id = fields.id(HandbookPart.figure)
        let written = fields.string("termijn")
        guard let term = Term(iso: written) else {
            diagnostics.addBadDuration(written, at: fields.placeOfKey("termijn"))
            return nil
        }
        let articles = fields.strings("artikelen").map { LawReference($0) }
        guard !articles.isEmpty else {
            diagnostics.add(
                .missingKey, at: fields.place, "noem bij 'artikelen' het artikel dat deze termijn geeft")
            return nil
        }
        guard let from = fields.day("geldigVan", isRequired: true) else { return nil }
        return LawTerms.Figure(
            id: id, term: term, articles: articles,
            validFrom: from,
            validTo: fields.day("geldigTot"), source: fields.string("bron"),
            note: fields.optionalString("toelichting") ?? "",
            extendedBy: fields.has("verlenging") ? fields.word("verlenging") ?? .termijnenwet : .termijnenwet,
            isUnverified: fields.flag("te-controleren"))
    }
}
