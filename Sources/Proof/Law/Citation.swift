import DialogEngine
import Rules

/// An article that is named somewhere in the dialogs.
struct Citation {
    let reference: LawReference
    let part: HandbookPart

    /// Every article cited on a day, with all places that cite it; the own norm is none.
    static func grouped(in handbook: Handbook, on day: Day) -> [(
        reference: LawReference, parts: [HandbookPart]
    )] {
        var order: [LawReference] = []
        var parts: [LawReference: [HandbookPart]] = [:]
        for citation in all(in: handbook, on: day) where citation.reference != .ownNorm {
            if parts[citation.reference] == nil { order.append(citation.reference) }
            parts[citation.reference, default: []].append(citation.part)
        }
        return order.map { ($0, parts[$0] ?? []) }
    }

    private static func all(in handbook: Handbook, on day: Day) -> [Citation] {
        let book = handbook.rulebook
        let rules = book.table.rules.filter { $0.isValid(on: day) }.map { ($0.law, HandbookPart.rule($0.id)) }
        let steps = book.table.ladders.flatMap { ladder in
            ladder.steps.map { ($0.law, HandbookPart.step(ladder: ladder.id, id: $0.id)) }
        }
        let mentions = book.table.mentions.map { ($0.law, HandbookPart.mention($0.id)) }
        let figures = book.terms.figures.filter { $0.isValid(on: day) }.map {
            ($0.articles, HandbookPart.figure($0.id))
        }
        return (rules + steps + mentions + figures).flatMap { law, part in
            law.map { Citation(reference: $0, part: part) }
        }
    }
}
