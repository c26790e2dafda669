import DialogEngine
import Understanding

/// Reads `herkennen/te-veel.yaml`.
struct SurplusReader {
    let diagnostics: Diagnostics
    /// Those that there are; nil when nobody asks.
    var topics: [String]?

    /// None where the folder has no such file.
    func words(in folder: DialogFolder) -> SurplusWords {
        let name = DialogFolder.surplusFile
        guard folder.file(name) != nil else { return .none }
        let node = folder.text(name, into: diagnostics).flatMap {
            YAMLText.parse($0, file: folder.shown(name), into: diagnostics)
        }
        guard let fields = Fields(node, diagnostics) else { return .none }
        defer { fields.finish() }
        return SurplusWords(
            medical: phrases(fields, "medisch"), children: phrases(fields, "kind"),
            others: phrases(fields, "ander"), topicsOfHealth: topics(fields, "zorg"))
    }

    private func topics(_ fields: Fields, _ key: String) -> [String] {
        fields.located(key).map { topic, place in
            if let topics, !topics.contains(topic) {
                diagnostics.add(
                    .unknownWord, at: place,
                    "er is geen onderwerp '\(topic)'" + Suggestion.near(topic, among: topics))
            }
            return topic
        }
    }

    /// A list that must be there; a `*` only at the end of a word, where enough is left to know it by.
    private func phrases(_ fields: Fields, _ key: String) -> [String] {
        guard fields.has(key) else {
            _ = fields.required(key)
            return []
        }
        return fields.located(key).compactMap { phrase, place in
            let stem = phrase.hasSuffix("*") ? String(phrase.dropLast()) : phrase
            let isOpen = stem.count < phrase.count
            if !stem.contains("*"), stem.contains(where: \.isLetter),
                !isOpen || stem.count >= 4 && !stem.contains(" ")
            {
                return phrase
            }
            diagnostics.add(
                .wrongType, at: place,
                "'\(phrase)' kan hier niet; een * mag alleen achter één woord van vier letters of meer")
            return nil
        }
    }
}
