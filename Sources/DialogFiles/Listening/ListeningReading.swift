import DialogEngine
import Rules
import Understanding

/// Reads what a gemeente laid down to understand texts: words, examples, and what was learned from them.
public enum ListeningReading {
    /// Words, examples and weights, with what is worth mending in them.
    public struct Read: Sendable {
        public let knowledge: Knowledge
        public let examples: [Example]
        /// nil where nothing was learned yet.
        public let weights: Weights?
        public let warnings: HandbookReading.Invalid

        public var listener: Listener { Listener(knowledge, weights) }
    }

    /// - Parameter folder: With the files of `DialogFolder.init(readingWordsIn:)`.
    /// - Returns: nil where a gemeente has no words to understand texts by.
    public static func read(_ folder: DialogFolder, _ handbook: Handbook) throws(HandbookReading.Invalid)
        -> Read?
    {
        guard !folder.files.isEmpty else { return nil }
        let diagnostics = Diagnostics()
        let reader = ListeningReader(folder: folder, diagnostics: diagnostics, handbook: handbook)
        let knowledge = reader.knowledge()
        let examples = reader.examples(knowledge)
        _ = SurplusReader(diagnostics: diagnostics, topics: knowledge.topics.map(\.id)).words(in: folder)
        let weights =
            diagnostics.isSound
            ? reader.weights(knowledge, origin: WeightsText.Origin(knowledge, examples)) : nil
        let found = HandbookReading.Invalid(diagnostics: diagnostics.sorted, folder: folder)
        guard diagnostics.isSound else { throw found }
        return Read(knowledge: knowledge, examples: examples, weights: weights, warnings: found)
    }

    /// What a talk is understood by.
    public struct ForDesk: Sendable {
        public let listener: Listener
        /// None where they are wrong: `controleer` tells what is, and a talk goes on without.
        public let surplusWords: SurplusWords
    }

    /// What a talk is understood by, read quickly: without the examples, and by its kept form where there is one.
    ///
    /// - Parameters:
    ///   - path: The folder of the gemeente, where `handbook` was read from.
    ///   - cacheFolder: Where checked forms stand, as for `HandbookCache`; nil or empty for none.
    /// - Returns: nil where a gemeente has no words to understand by, and where they are wrong: `controleer`
    ///   tells what is, and a talk goes on without.
    public static func readForDesk(_ path: String, _ handbook: Handbook, cacheFolder: String?) -> ForDesk? {
        guard let words = kept(path, handbook, cacheFolder ?? "") else { return nil }
        return ForDesk(
            listener: Listener(words.knowledge, words.weights), surplusWords: words.surplus)
    }

    private static func kept(_ path: String, _ handbook: Handbook, _ cacheFolder: String) -> KeptWords? {
        guard let hash = hash(of: path, handbook) else { return nil }
        let file = CacheFile(folder: cacheFolder, mark: "herkennen-" + DialogFolder.written(hash))
        defer { FreeMemory.giveBack() }
        if cacheFolder.isEmpty { return words(path, handbook) }
        if let words = read(file, hash) { return words }
        guard let bytes = encoded(path, handbook, hash) else { return nil }
        if file.write(bytes) { file.removeOlder() }
        // Read back as on any other day: what the words were made of lies scattered between what is kept of them, and
        // would stay as long as the talk.
        FreeMemory.giveBack()
        return CheckedForm.decode(value: KeptWords.self, bytes, sourceHash: hash)
    }

    private static func encoded(_ path: String, _ handbook: Handbook, _ hash: UInt64) -> [UInt8]? {
        guard let words = words(path, handbook) else { return nil }
        FreeMemory.giveBack()
        return CheckedForm.encode(value: words, sourceHash: hash)
    }

    private static func read(_ file: CacheFile, _ hash: UInt64) -> KeptWords? {
        file.read().flatMap { CheckedForm.decode(value: KeptWords.self, $0, sourceHash: hash) }
    }

    /// A mark of all that the words are read from; nil where there is nothing. What was read is let go again: a desk
    /// that has the kept form needs no more of it.
    private static func hash(of path: String, _ handbook: Handbook) -> UInt64? {
        let folder = DialogFolder(readingWordsForDeskIn: path)
        guard !folder.files.isEmpty else { return nil }
        // Names and topics stand in the dialogs themselves.
        var hash = WordHash(folder.contentHash)
        hash.add(handbook.dialog.version)
        return hash.value
    }

    /// None where they are wrong.
    private static func rightSurplusWords(_ folder: DialogFolder) -> SurplusWords {
        do {
            return try surplusWords(folder)
        } catch {
            return .none
        }
    }

    private static func words(_ path: String, _ handbook: Handbook) -> KeptWords? {
        let folder = DialogFolder(readingWordsForDeskIn: path)
        let diagnostics = Diagnostics()
        let reader = ListeningReader(folder: folder, diagnostics: diagnostics, handbook: handbook)
        let knowledge = reader.knowledge()
        guard diagnostics.isSound, let weights = reader.weights(knowledge, origin: nil) else { return nil }
        return KeptWords(knowledge: knowledge, weights: weights, surplus: rightSurplusWords(folder))
    }

    /// The words by which a gemeente notices what does not belong in a complaint; none where it lays down no words.
    ///
    /// - Parameter folder: With at least the files of `DialogFolder.init(readingSurplusIn:)`.
    public static func surplusWords(_ folder: DialogFolder) throws(HandbookReading.Invalid) -> SurplusWords {
        let diagnostics = Diagnostics()
        for file in folder.files where file.name == DialogFolder.surplusFile {
            folder.tell(file, diagnostics)
        }
        let words = SurplusReader(diagnostics: diagnostics).words(in: folder)
        guard diagnostics.isSound else {
            throw HandbookReading.Invalid(diagnostics: diagnostics.sorted, folder: folder)
        }
        return words
    }
}

extension ListeningReading {
    /// Reads the examples that were kept one by one, each in a file of its own.
    ///
    /// - Parameter path: A folder that need not be there.
    public static func keptExamples(in path: String, _ knowledge: Knowledge, _ handbook: Handbook)
        -> (examples: [Example], mistakes: [Diagnostic])
    {
        let folder = DialogFolder(readingExamplesIn: path)
        let diagnostics = Diagnostics()
        let reader = ListeningReader(folder: folder, diagnostics: diagnostics, handbook: handbook)
        var examples: [Example] = []
        for file in folder.files {
            folder.tell(file, diagnostics)
            guard let text = folder.text(file.name, into: diagnostics),
                let fields = Fields(
                    YAMLText.parse(text, file: folder.shown(file.name), into: diagnostics), diagnostics)
            else { continue }
            _ = fields.string("herkomst")
            examples += reader.examples(in: fields, knowledge)
        }
        return (examples, diagnostics.sorted)
    }
}

/// One reading of the folder.
struct ListeningReader {
    let folder: DialogFolder
    let diagnostics: Diagnostics
    let handbook: Handbook

    func knowledge() -> Knowledge {
        for file in folder.files
        where file.name.hasSuffix(".yaml") || file.problem != nil && file.name != DialogFolder.weightsFile {
            folder.tell(file, diagnostics)
        }
        let topics = handbook.dialog.question(KnownQuestion.topic.rawValue)?.options ?? []
        let dangers = handbook.emergencies.signs
        // The words of an emergency stand by what is in danger.
        let kinds = MatterKind.allCases.filter { $0 != .emergency }
        let talk = fields("gesprek")
        let danger = fields("nood")
        let denials = danger.map { Set($0.strings("ontkenning").map(\.foldedPhrase)) } ?? []
        let knowledge = Knowledge(
            topics: groups(
                fields("onderwerpen"), "onderwerpen", .anywhere, known: topics.map { ($0.id, $0.words) },
                what: "onderwerp"),
            kinds: groups(
                fields("soorten"), "soorten", .beginning, known: kinds.map { ($0.rawValue, []) },
                what: "soort")
                + [WordGroup(id: MatterKind.emergency.rawValue, keywords: [])],
            dangers: groups(
                danger, "tekens", .beginning, known: dangers.map { ($0.option, $0.phrases) },
                what: "teken"),
            clues: clues(),
            parties: parties(talk),
            talk: .init(
                onBehalf: groups(
                    talk, "namens", .beginning, known: options(.onBehalfOf).map { ($0, []) }, what: "keuze",
                    mayLack: true),
                complained: groups(
                    talk, "geklaagd", .beginning,
                    known: (["ja"] + options(.partyOutcome)).map { ($0, []) },
                    what: "keuze", mayLack: true),
                several: talk?.node("meerdere").map { keywords($0, .beginning, besides: [:]) } ?? [],
                wishes: spoken(talk, "wensen", .wishes), natures: spoken(talk, "aard", .nature),
                sayings: sayings(talk)),
            denials: denials)
        talk?.finish()
        return knowledge
    }

    /// Words by option of a question, where there are any.
    private func spoken(_ talk: Fields?, _ key: String, _ question: KnownQuestion) -> [WordGroup] {
        guard talk?.has(key) == true else { return [] }
        return groups(
            talk, key, .beginning, known: options(question).map { ($0, []) }, what: "keuze", mayLack: true)
    }

    /// The names of the register, and where they name none: `naar Zuiddorp` is no complaint about that gemeente.
    private func parties(_ talk: Fields?) -> [Knowledge.PartyWords] {
        let register = handbook.rulebook.register
        let named = PartyNames.words(register)
        guard talk?.has("partijen") == true else { return named }
        let silent = groups(
            talk, "partijen", .whole, known: register.partners.map { ($0.id, []) }, what: "organisatie",
            mayLack: true)
        return named.map { party in
            guard let own = silent.first(where: { party.id.hasPrefix($0.id + "/") }) else { return party }
            return Knowledge.PartyWords(
                id: party.id, names: party.names + own.keywords, words: party.words, topics: party.topics)
        }
    }

    /// Words by what an option goes with, where there are any.
    private func sayings(_ talk: Fields?) -> [WordGroup] {
        guard talk?.has("gezegd") == true else { return [] }
        var names: [String] = []
        for name in handbook.dialog.questions.flatMap(\.options).flatMap(\.fit.sayings)
        where !names.contains(name) { names.append(name) }
        return groups(
            talk, "gezegd", .beginning, known: names.map { ($0, []) }, what: "'gezegd'", mayLack: true)
    }

    private func options(_ question: KnownQuestion) -> [String] {
        handbook.dialog.question(question.rawValue)?.options.map(\.id) ?? []
    }

    // MARK: Words

    /// The block of a file; nil, with a diagnostic, where it cannot be read.
    func fields(_ name: String) -> Fields? {
        let file = DialogFolder.listening + "/" + name + ".yaml"
        guard let text = folder.text(file, into: diagnostics),
            let fields = Fields(
                YAMLText.parse(text, file: folder.shown(file), into: diagnostics), diagnostics)
        else { return nil }
        _ = fields.string("herkomst")
        return fields
    }

    /// A group of words per label that exists.
    ///
    /// - Parameter known: With the words that stand elsewhere already, and count here too.
    private func groups(
        _ fields: Fields?, _ key: String, _ reach: Keyword.Reach, known: [(id: String, words: [String])],
        what: String,
        mayLack: Bool = false
    ) -> [WordGroup] {
        guard let fields, let block = Fields(fields.required(key), diagnostics) else { return [] }
        if !mayLack { fields.finish() }
        let ids = known.map(\.id)
        for entry in block.keys where !ids.contains(entry.key) {
            diagnostics.add(
                .unknownWord, at: entry.keyPlace,
                "er is geen \(what) '\(entry.key)'" + Suggestion.near(entry.key, among: ids))
        }
        return known.compactMap { id, words in
            guard let node = block.node(id) else {
                if !mayLack {
                    diagnostics.add(.missingKey, at: block.place, "hier ontbreken de woorden van '\(id)'")
                }
                return mayLack
                    ? nil : WordGroup(id: id, keywords: words.compactMap { Keyword($0, reach: reach) })
            }
            var elsewhere: [String: Keyword] = [:]
            for keyword in words.compactMap({ Keyword($0, reach: reach) }) {
                elsewhere[keyword.phrase] = keyword
            }
            return WordGroup(id: id, keywords: keywords(node, reach, besides: elsewhere))
        }
    }

    /// Signs of how something is said: every name counts by itself.
    private func clues() -> [WordGroup] {
        ["zinsbouw", "besluit"].flatMap { name -> [WordGroup] in
            guard let fields = fields(name), let block = Fields(fields.required("tekens"), diagnostics)
            else { return [] }
            fields.finish()
            return block.keys.map {
                WordGroup(id: $0.key, keywords: keywords($0.value, .beginning, besides: [:]))
            }
        }
    }

    /// - Parameter elsewhere: Terms of this label in another file; here they may only be called weak.
    private func keywords(_ node: YAMLNode, _ reach: Keyword.Reach, besides elsewhere: [String: Keyword])
        -> [Keyword]
    {
        guard let fields = Fields(node, diagnostics) else { return [] }
        defer { fields.finish() }
        let lists: [(key: String, reach: Keyword.Reach, strength: Keyword.Strength)] = [
            ("nl", reach, .plain), ("en", .plural, .plain), ("zwak", reach, .weak),
            ("zwak_en", .plural, .weak),
            ("niet", .anywhere, .excluded),
        ]
        var seen: Set<String> = []
        var weakened: Set<String> = []
        var keywords: [Keyword] = []
        for list in lists {
            for (written, place) in fields.located(list.key) {
                guard let keyword = Keyword(written, reach: list.reach, list.strength) else {
                    let what =
                        written.contains(Keyword.gap)
                        ? "zet voor en achter elke '...' een woord, ook bij elke '/'; er mogen er hooguit twee in"
                        : "in '\(written)' staat geen woord"
                    diagnostics.add(.wrongType, at: place, what)
                    continue
                }
                if list.strength == .excluded {
                    keywords.append(keyword)
                    continue
                }
                if elsewhere[keyword.phrase] != nil, list.strength == .weak {
                    weakened.insert(keyword.phrase)
                }
                let isElsewhere = elsewhere[keyword.phrase] != nil && list.strength == .plain
                if isElsewhere || !seen.insert(keyword.phrase).inserted {
                    diagnostics.add(
                        .duplicateWord, at: place,
                        "'\(written)' staat hier al bij, of in het bestand met dezelfde naam")
                    continue
                }
                keywords.append(keyword)
            }
        }
        return elsewhere.values.sorted { $0.phrase < $1.phrase }.filter { !weakened.contains($0.phrase) }
            + keywords
    }
}
