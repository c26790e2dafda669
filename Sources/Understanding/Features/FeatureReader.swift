/// Reads the features of a text.
struct FeatureReader: Sendable {
    let list: FeatureList
    let lexicon: Lexicon
    /// Their features stand behind those of the list.
    var learned = LearnedPieces.none
    /// By place among all that patterns say: what it adds to a feature, 0 for nothing.
    private let additions: [Float]
    /// By group, as far as groups make features.
    private let features: [Int]
    private let denials: Set<String>
    /// The groups of danger among all.
    private let dangers: Range<Int>

    /// What a weak word counts, and a word with a slip in it.
    private static let (weak, misspelled): (Float, Float) = (0.4, 0.8)

    /// What a word of a topic counts in the first two fifths of a text: people begin with what it is about.
    private static let early: Float = 1.5

    /// The score of one plain word: below it a topic is guessed at.
    private static let clearTopic = Logarithm.onePlus(1)

    init(_ knowledge: Knowledge) {
        let list = FeatureList(knowledge)
        let lexicon = Lexicon(knowledge.groups)
        let families = [list.topics, list.kinds, list.dangers, list.clues]
        let features = families.flatMap { Array($0) }
        additions = (0..<lexicon.meanings.count).flatMap { pattern in
            let meanings = lexicon.meanings[pattern]
            // A word that points to several labels points less to each.
            func sharing(_ feature: Int) -> Int {
                guard meanings.count > 1 else { return 1 }
                let family = families.first { $0.contains(feature) }
                return Set(meanings.filter { $0.strength != .excluded }.map(\.group)).count {
                    $0 < features.count && family?.contains(features[$0]) == true
                }
            }
            return meanings.map { meaning -> Float in
                guard meaning.group < features.count, meaning.strength != .excluded else { return 0 }
                let feature = features[meaning.group]
                let isWeak = meaning.strength == .weak && !list.dangers.contains(feature)
                return (isWeak ? Self.weak : 1) / Float(max(1, sharing(feature))).squareRoot()
            }
        }
        self.features = features
        self.list = list
        self.lexicon = lexicon
        denials = knowledge.denials
        let first = knowledge.topics.count + knowledge.kinds.count
        dangers = first..<(first + knowledge.dangers.count)
    }

    func features(of text: FreeText) -> Features {
        let hits = lexicon.hits(in: SpacedText(text))
        return features(of: text, hits, silenced(hits, text))
    }

    /// What many texts teach: of each its features, without the keywords that stand in it alone.
    ///
    /// Such a keyword was often thought of for that very text, and says there what it will not say elsewhere.
    func lessons(_ texts: [FreeText]) -> [Features] {
        let read = texts.map { text in
            let hits = lexicon.hits(in: SpacedText(text))
            return (text: text, hits: hits, silence: silenced(hits, text))
        }
        var counts = [Int](repeating: 0, count: lexicon.phraseCount)
        for read in read {
            for phrase in Set(read.hits.flatMap { lexicon.meanings[$0.pattern].map(\.phrase) }) {
                counts[phrase] += 1
            }
        }
        let known = counts.map { $0 > 1 }
        return read.map { features(of: $0.text, $0.hits, $0.silence, only: known) }
    }

    /// The pieces of a text in which words say nothing.
    func silenced(_ hits: [Lexicon.Hit], _ text: FreeText) -> Silence {
        Silence(hits, lexicon, denials: denials, dangers: dangers, text)
    }

    /// - Parameter known: By keyword: whether it counts; nil where all do.
    func features(
        of text: FreeText, _ hits: [Lexicon.Hit], _ silence: Silence, only known: [Bool]? = nil
    ) -> Features {
        var scores = [Float](repeating: 0, count: list.count)
        scores[0] = 1
        var seen = [Bool](repeating: false, count: lexicon.phraseCount)
        for hit in hits {
            for place in lexicon.meanings.places(of: hit.pattern) where additions[place] > 0 {
                let meaning = lexicon.meanings.elements[place]
                guard !seen[meaning.phrase], known?[meaning.phrase] ?? true,
                    !silence.covers(hit, of: meaning.group)
                else { continue }
                seen[meaning.phrase] = true
                let isEarly = hit.words.lowerBound * 5 < text.words.count * 2
                let feature = feature(of: meaning)
                scores[feature] +=
                    additions[place] * (hit.isMisspelled ? Self.misspelled : 1)
                    * (isEarly && list.topics.contains(feature) ? Self.early : 1)
            }
        }
        for place in list.topics.lowerBound..<list.clues.upperBound {
            scores[place] = Logarithm.onePlus(scores[place])
        }
        let danger = list.dangers.map { scores[$0] }.max() ?? 0
        for (clue, pair) in zip(list.clues, list.pairs) { scores[pair] = danger * min(scores[clue], 1) }
        // A bare "?" asks nothing.
        for (shape, value) in text.words.isEmpty ? [] : Shape.of(text) { scores[list.shape(shape)] = value }
        let about = list.topics.map { scores[$0] }.max() ?? 0
        scores[list.shape(.noTopic)] = max(0, 1 - about / Self.clearTopic)
        var features = Features()
        for (place, score) in scores.enumerated() { features.add(place, score) }
        for (place, value) in learned.found(in: text) { features.add(list.count + place, value) }
        return features
    }

    /// Weak words of danger make a feature of their own.
    private func feature(of meaning: Lexicon.Meaning) -> Int {
        let feature = features[meaning.group]
        return meaning.strength == .weak && list.dangers.contains(feature)
            ? feature - list.dangers.lowerBound + list.weakDangers.lowerBound : feature
    }
}
