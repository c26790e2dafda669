import DialogEngine

/// Reads `teksten/<taal>.yaml`: the Dutch texts that people hear, each with its words in the other language.
struct TranslationReader {
    let diagnostics: Diagnostics
    /// With a mistake elsewhere not every text is known.
    let knowsAll: Bool

    /// A text that misses its words is an error, not a warning: a language that `gemeente.yaml` names is
    /// promised, and one Dutch sentence among English ones may be the one about danger or a last day. Without
    /// the language in `gemeente.yaml` the rest can be used meanwhile.
    ///
    /// - Parameters:
    ///   - node: The file, read when every other file was read, so that all texts are known.
    ///   - language: The code in its name.
    func translation(_ node: YAMLNode?, _ language: String) -> Translation.Packed {
        guard let fields = Fields(node, diagnostics) else { return .init(language: language, pairs: []) }
        defer { fields.finish() }
        let spoken = diagnostics.names.union(diagnostics.spoken.map(\.words))
        var pairs: [(dutch: String, other: String)] = []
        var found: Set<String> = []
        for node in fields.list("woorden", isRequired: true) {
            guard let pair = Fields(node, diagnostics) else { continue }
            defer { pair.finish() }
            let (dutch, other) = (pair.string("nl"), pair.string(language))
            check(
                dutch, other, pair, language, isSpoken: !knowsAll || spoken.contains(dutch),
                isNew: found.insert(dutch).inserted)
            pairs.append((dutch, other))
            let place = pair.node(language)?.place ?? pair.place
            diagnostics.hears(.init(language: language, dutch: dutch, words: other, place: place))
        }
        for text in diagnostics.spoken where knowsAll && !found.contains(text.words) {
            diagnostics.add(
                .missingTranslation, at: text.place,
                "deze tekst staat nog niet in teksten/\(language).yaml; vertaal hem daar, of haal "
                    + "'\(language)' zolang weg bij 'talen' in gemeente.yaml")
            found.insert(text.words)
        }
        return .init(language: language, pairs: pairs)
    }

    private func check(
        _ dutch: String, _ other: String, _ pair: Fields, _ language: String, isSpoken: Bool, isNew: Bool
    ) {
        if !isSpoken, !dutch.isEmpty {
            diagnostics.add(
                .looseTranslation, at: pair.placeOfKey("nl"),
                "deze tekst staat nergens meer in de dialogen; pas hem aan of haal hem weg")
        }
        if other.trimmed.isEmpty, pair.has(language) {
            diagnostics.add(
                .missingTranslation, at: pair.placeOfKey(language),
                "hier staat geen vertaling; schrijf haar erachter")
        }
        if !isNew {
            diagnostics.add(.duplicateID, at: pair.placeOfKey("nl"), "deze tekst is hierboven al vertaald")
        }
        let (mine, theirs) = (Text.places(in: dutch), Text.places(in: other))
        if mine != theirs {
            let names = mine.map { "{\($0)}" }.joined(separator: " ")
            diagnostics.add(
                .otherPlaces, at: pair.placeOfKey(language),
                "hier horen dezelfde invulplekken als in het Nederlands: " + (names.isEmpty ? "geen" : names))
        }
    }
}
