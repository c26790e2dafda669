import DialogEngine
import Rules
import Understanding

/// The examples, and what was learned from them.
extension ListeningReader {
    func examples(_ knowledge: Knowledge) -> [Example] {
        guard let fields = fields("voorbeelden") else { return [] }
        return examples(in: fields, knowledge) + stories(knowledge)
    }

    private func stories(_ knowledge: Knowledge) -> [Example] {
        let reader = StoryReader(
            diagnostics: diagnostics, kinds: knowledge.kinds.map(\.id), topics: knowledge.topics.map(\.id))
        return folder.files.filter { DialogFolder.isStories($0.name) }.flatMap { file in
            folder.tell(file, diagnostics)
                ? reader.examples(in: file.text, file: folder.shown(file.name), file.name) : []
        }
    }

    func examples(in fields: Fields, _ knowledge: Knowledge) -> [Example] {
        defer { fields.finish() }
        let kinds = knowledge.kinds.map(\.id)
        let topics = knowledge.topics.map(\.id)
        return fields.list("voorbeelden", isRequired: true).compactMap { node in
            guard let example = Fields(node, diagnostics) else { return nil }
            defer { example.finish() }
            func known(_ key: String, _ ids: [String]) -> [String] {
                example.located(key).compactMap { id, place in
                    if ids.contains(id) { return id }
                    diagnostics.add(
                        .unknownWord, at: place, "'\(id)' is er niet" + Suggestion.near(id, among: ids))
                    return nil
                }
            }
            if !example.has("soort") { _ = example.required("soort") }
            if !example.has("onderwerp") { _ = example.required("onderwerp") }
            return Example(
                id: example.string("id"), text: example.string("tekst"),
                language: example.optionalString("taal") ?? "nl", kind: known("soort", kinds).first ?? "",
                topic: known("onderwerp", topics).first ?? "", alsoKinds: known("ook_soort", kinds),
                alsoTopics: known("ook_onderwerp", topics), isApart: example.flag("apart"))
        }
    }

    /// nil, with a warning, where nothing was learned yet.
    ///
    /// - Parameter origin: What they should have been learned from; nil when nobody asks.
    func weights(_ knowledge: Knowledge, origin: WeightsText.Origin?) -> Weights? {
        let name = DialogFolder.weightsFile
        func tell(_ code: DiagnosticCode, line: Int, _ words: String) {
            diagnostics.add(code, at: Place(file: folder.shown(name), line: line, column: 1), words)
        }
        guard let file = folder.file(name) else {
            tell(.staleWeights, line: 1, "er is nog niets geleerd van de voorbeelden; typ: klachtwijzer leer")
            return nil
        }
        // Whatever is wrong with it, it can be made anew.
        guard file.problem == nil, file.isText else {
            tell(
                .staleWeights, line: 1,
                "dit bestand is niet te lezen; maak het opnieuw met: klachtwijzer leer")
            return nil
        }
        do {
            let (weights, learnedFrom) = try WeightsText(file.text).weights(knowledge)
            if let origin, origin != learnedFrom {
                tell(
                    .staleWeights, line: 2,
                    "de woorden of voorbeelden zijn hierna gewijzigd; typ: klachtwijzer leer")
            }
            return weights
        } catch {
            tell(
                .staleWeights, line: error.line,
                error.words + "; maak het bestand opnieuw met: klachtwijzer leer")
            return nil
        }
    }
}
