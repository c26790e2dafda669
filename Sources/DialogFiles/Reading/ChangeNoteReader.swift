import DialogEngine
import Rules

/// Reads `wijzigingen.yaml`: why paths were moved, and by which rules, questions, organisations and terms.
///
/// What an entry names may be gone by now, so names are not looked up.
struct ChangeNoteReader {
    let diagnostics: Diagnostics

    func notes(_ node: YAMLNode?) -> [ChangeNote] {
        guard let fields = Fields(node, diagnostics) else { return [] }
        defer { fields.finish() }
        return fields.list("wijzigingen", isRequired: true).compactMap(note)
    }

    private func note(_ node: YAMLNode) -> ChangeNote? {
        guard let fields = Fields(node, diagnostics) else { return nil }
        defer { fields.finish() }
        let day = fields.day("datum", isRequired: true)
        let why = fields.string("waarom")
        let rules = fields.strings("regels")
        let questions = fields.strings("vragen")
        let partners = fields.strings("organisaties")
        let figures = fields.strings("termijnen")
        if (rules + questions + partners + figures).isEmpty {
            diagnostics.add(
                .missingKey, at: fields.place,
                "zeg met 'regels', 'vragen', 'organisaties' of 'termijnen' waarover deze wijziging gaat")
        }
        return day.map {
            ChangeNote(
                day: $0, why: why, rules: rules, questions: questions, partners: partners, figures: figures)
        }
    }
}
