import DialogEngine
import Rules

/// Reads `bewaren.yaml`: how long what is kept, by how it ended.
struct RetentionReader {
    let diagnostics: Diagnostics

    func table(_ node: YAMLNode?) -> RetentionTable {
        guard let fields = Fields(node, diagnostics) else { return RetentionTable(rows: []) }
        defer { fields.finish() }
        let source = fields.string("bron")
        var rows: [RetentionTable.Row] = []
        for node in fields.list("bewaren", isRequired: true) {
            guard let row = row(node, source) else { continue }
            if rows.contains(where: { $0.outcome == row.outcome }) {
                diagnostics.add(
                    .duplicateID, at: node.place,
                    "van '\(row.outcome.rawValue)' staat al hoe lang wij het bewaren")
            }
            rows.append(row)
        }
        return RetentionTable(rows: rows)
    }

    private func row(_ node: YAMLNode, _ source: String) -> RetentionTable.Row? {
        guard let fields = Fields(node, diagnostics) else { return nil }
        defer { fields.finish() }
        let outcome = fields.word("afloop", RetentionTable.Outcome.self)
        let number = fields.string("nummer")
        let written = fields.string("termijn")
        let term = Term(iso: written)
        if term == nil, written != "blijvend", fields.has("termijn") {
            diagnostics.addBadDuration(written, at: fields.placeOfKey("termijn"))
        }
        return outcome.map {
            .init(outcome: $0, number: number, term: term, source: fields.optionalString("bron") ?? source)
        }
    }
}
