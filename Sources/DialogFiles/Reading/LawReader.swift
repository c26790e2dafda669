import DialogEngine
import Rules

/// Reads `wetten.yaml`: the articles that the dialogs cite.
struct LawReader {
    let diagnostics: Diagnostics

    func read(_ node: YAMLNode?) -> LawTable {
        guard let fields = Fields(node, diagnostics) else { return LawTable(laws: []) }
        defer { fields.finish() }
        return LawTable(laws: fields.list("wetten", isRequired: true).compactMap(law))
    }

    /// What holds for all articles of a law, unless one says otherwise.
    private struct Standard {
        let link: String
        let source: String
        let checkedOn: Day?
    }

    private func law(_ node: YAMLNode) -> LawTable.Law? {
        guard let fields = Fields(node, diagnostics) else { return nil }
        defer { fields.finish() }
        let key = fields.string("wet")
        let standard = Standard(
            link: fields.optionalString("link") ?? "", source: fields.optionalString("bron") ?? "",
            checkedOn: fields.day("gecontroleerd"))
        var articles: [LawTable.Article] = []
        for node in fields.list("artikelen", isRequired: true) {
            guard let (article, place) = article(node, of: key, standard) else { continue }
            if articles.contains(where: { $0.reference == article.reference && $0.overlaps(article) }) {
                diagnostics.add(
                    .duplicateID, at: place,
                    "'\(article.reference)' staat er al voor dezelfde tijd; geef de eerste een 'geldigTot'")
            }
            articles.append(article)
        }
        return LawTable.Law(
            key: key, name: fields.string("naam"), numbers: fields.strings("bestaat"), articles: articles)
    }

    private func article(_ node: YAMLNode, of law: String, _ standard: Standard)
        -> (LawTable.Article, Place)?
    {
        guard let fields = Fields(node, diagnostics) else { return nil }
        defer { fields.finish() }
        let number = fields.string("artikel")
        let reference = LawReference(law + " " + number)
        let place = fields.node("artikel")?.place ?? fields.place
        diagnostics.stands(.article(reference.text), at: place)
        let link = fields.optionalString("link") ?? standard.link
        let whole = number.prefix { $0 != " " }.filter { $0 != ":" }
        return (
            LawTable.Article(
                reference: reference, validFrom: fields.day("geldigVan"), validTo: fields.day("geldigTot"),
                link: link.replacing("{nummer}", with: whole), terms: terms(fields),
                source: fields.optionalString("bron") ?? standard.source,
                checkedOn: fields.day("gecontroleerd") ?? standard.checkedOn,
                isUnverified: fields.flag("te-controleren")), place
        )
    }

    private func terms(_ fields: Fields) -> [Term] {
        fields.located("termijnen").compactMap { written, place in
            if let term = Term(iso: written) { return term }
            diagnostics.addBadDuration(written, at: place)
            return nil
        }
    }
}

extension LawTable.Article {
    fileprivate func overlaps(_ other: LawTable.Article) -> Bool {
        let startsInTime = validFrom.flatMap { from in other.validTo.map { from <= $0 } } ?? true
        let endsInTime = other.validFrom.flatMap { from in validTo.map { from <= $0 } } ?? true
        return startsInTime && endsInTime
    }
}

extension Diagnostics {
    func addBadDuration(_ written: String, at place: Place) {
        add(
            .badDuration, at: place,
            "'\(written)' is geen termijn; schrijf bijvoorbeeld P6W (weken), P14D (dagen) of P1Y (jaar)")
    }
}
