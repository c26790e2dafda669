import DialogEngine

/// Sorts the words that were hit by what they tell.
struct EvidenceFinder: Sendable {
    /// Its labels; the words are in the lexicon.
    let knowledge: Knowledge
    private let lexicon: Lexicon
    /// Where the groups of each sort stand among all groups.
    private let topics: Range<Int>
    private let dangers: Range<Int>
    private let names: Range<Int>
    private let words: Range<Int>
    private let onBehalf: Range<Int>
    private let complained: Range<Int>
    private let wishes: Range<Int>
    private let natures: Range<Int>
    private let sayings: Range<Int>

    init(_ knowledge: Knowledge, _ lexicon: Lexicon) {
        self.knowledge = knowledge
        self.lexicon = lexicon
        topics = 0..<knowledge.topics.count
        let first = knowledge.topics.count + knowledge.kinds.count
        dangers = first..<(first + knowledge.dangers.count)
        names = Self.after(knowledge.labelled.count, knowledge.parties.count)
        words = Self.after(names.upperBound, knowledge.parties.count)
        onBehalf = Self.after(words.upperBound, knowledge.talk.onBehalf.count)
        complained = Self.after(onBehalf.upperBound, knowledge.talk.complained.count)
        wishes = Self.after(complained.upperBound + 1, knowledge.talk.wishes.count)
        natures = Self.after(wishes.upperBound, knowledge.talk.natures.count)
        sayings = Self.after(natures.upperBound, knowledge.talk.sayings.count)
    }

    private static func after(_ start: Int, _ count: Int) -> Range<Int> { start..<(start + count) }

    /// Words of the text by group of each sort, by places among its words.
    struct Found {
        let knowledge: Knowledge
        var topics: [Int: [Range<Int>]] = [:]
        var kinds: [Int: [Range<Int>]] = [:]
        var dangers: [Int: [Range<Int>]] = [:]
        var weakDangers: [Int: [Range<Int>]] = [:]
        var names: [Int: [Range<Int>]] = [:]
        var words: [Int: [Range<Int>]] = [:]
        var onBehalf: [Int: [Range<Int>]] = [:]
        /// Somebody else is in the story, for whom it may be told: `mijn moeder`.
        var hasOther = false
        var complained: [Int: [Range<Int>]] = [:]
        var several: [Range<Int>] = []
        var wishes: [Int: [Range<Int>]] = [:]
        var natures: [Int: [Range<Int>]] = [:]
        var sayings: [Int: [Range<Int>]] = [:]
    }

    func found(_ hits: [Lexicon.Hit], _ silence: Silence) -> Found {
        var found = Found(knowledge: knowledge)
        for hit in hits {
            for meaning in lexicon.meanings[hit.pattern] {
                guard meaning.strength != .excluded, !silence.covers(hit, of: meaning.group) else {
                    continue
                }
                let group = meaning.group
                let place = hit.words
                switch group {
                case topics: found.topics[group, default: []].append(place)
                case topics.upperBound..<dangers.lowerBound:
                    found.kinds[group - topics.upperBound, default: []].append(place)
                case dangers:
                    if meaning.strength == .plain {
                        found.dangers[group - dangers.lowerBound, default: []].append(place)
                    } else {
                        found.weakDangers[group - dangers.lowerBound, default: []].append(place)
                    }
                case names: found.names[group - names.lowerBound, default: []].append(place)
                case words: found.words[group - words.lowerBound, default: []].append(place)
                case onBehalf where meaning.strength == .weak: found.hasOther = true
                case onBehalf: found.onBehalf[group - onBehalf.lowerBound, default: []].append(place)
                case complained: found.complained[group - complained.lowerBound, default: []].append(place)
                case complained.upperBound: found.several.append(place)
                case wishes: found.wishes[group - wishes.lowerBound, default: []].append(place)
                case natures: found.natures[group - natures.lowerBound, default: []].append(place)
                case sayings: found.sayings[group - sayings.lowerBound, default: []].append(place)
                default: break
                }
            }
        }
        return found
    }
}

extension EvidenceFinder.Found {
    /// The option with most signs; nil when no word of danger stands in the text.
    func danger(in text: FreeText, certainty: Double) -> Find<String>? {
        let signs = dangers.isEmpty ? weakDangers : dangers
        return most(signs).map { group in
            Find(
                knowledge.dangers[group].id, from: evidence(signs[group] ?? [], text), certainty: certainty)
        }
    }

    func complained(in text: FreeText) -> Find<String>? {
        // How it ended says as well that it was told.
        let outcomes = complained.filter { knowledge.talk.complained[$0.key].id != Knowledge.told }
        let told = complained.filter { outcomes[$0.key] == nil }.flatMap(\.value)
        return most(outcomes.isEmpty ? complained : outcomes).map {
            Find(
                knowledge.talk.complained[$0].id, from: evidence(told + (complained[$0] ?? []), text),
                certainty: Self.usual)
        }
    }

    var saysTold: Bool { complained.keys.contains { knowledge.talk.complained[$0].id == Knowledge.told } }

    func onBehalf(in text: FreeText) -> Find<String>? {
        // Who tells of another says "ik" as well.
        let others = onBehalf.filter {
            knowledge.talk.onBehalf[$0.key].id != KnownChoice.myself.rawValue
        }
        // "Mijn moeder kreeg geen hulp en ik ben boos": for whom that is, has to be asked.
        if others.isEmpty, hasOther { return nil }
        return most(others.isEmpty ? onBehalf : others).map {
            Find(
                knowledge.talk.onBehalf[$0].id, from: evidence(onBehalf[$0] ?? [], text),
                certainty: Self.usual)
        }
    }

    func several(in text: FreeText) -> [Evidence] { evidence(several, text) }

    /// Each wish that was spoken, in the order of the question.
    func wishes(in text: FreeText) -> [Find<String>] {
        wishes.sorted { $0.key < $1.key }.map { group, places in
            Find(knowledge.talk.wishes[group].id, from: evidence(places, text), certainty: Self.usual)
        }
    }

    func sayings(in text: FreeText) -> [Find<String>] {
        sayings.sorted { $0.key < $1.key }.map { group, places in
            Find(knowledge.talk.sayings[group].id, from: evidence(places, text), certainty: Self.usual)
        }
    }

    /// The words of the topic and the kind that the text was taken for; none where it was the way of saying.
    func words(ofTopic topic: String?, in text: FreeText) -> [Evidence] {
        let place = knowledge.topics.firstIndex { $0.id == topic }
        return evidence(place.flatMap { topics[$0] } ?? [], text)
    }

    func words(ofKind kind: String?, in text: FreeText) -> [Evidence] {
        let place = knowledge.kinds.firstIndex { $0.id == kind }
        return evidence(place.flatMap { kinds[$0] } ?? [], text)
    }

    /// What is found worst; nil where two things are told as much.
    func nature(in text: FreeText) -> Find<String>? {
        guard let first = most(natures),
            !natures.contains(where: { $0.key != first && $0.value.count == natures[first]?.count })
        else { return nil }
        return Find(
            knowledge.talk.natures[first].id, from: evidence(natures[first] ?? [], text),
            certainty: Self.usual)
    }

    /// How sure a find by one phrase is; it is always offered, never taken.
    static var usual: Double { 0.7 }

    /// The group with most words; of equals the first.
    private func most(_ found: [Int: [Range<Int>]]) -> Int? {
        found.min { (-$0.value.count, $0.key) < (-$1.value.count, $1.key) }?.key
    }

    /// In the order of the text; words that overlap are one piece.
    func evidence(_ places: [Range<Int>], _ text: FreeText) -> [Evidence] {
        var kept: [Range<Int>] = []
        for place in places.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
            if let last = kept.last, place.lowerBound < last.upperBound {
                kept[kept.count - 1] = last.lowerBound..<max(last.upperBound, place.upperBound)
            } else {
                kept.append(place)
            }
        }
        return kept.prefix(Self.mostShown).map { text.evidence($0) }
    }

    /// A text of a hundred pages is not quoted whole.
    private static var mostShown: Int { 20 }
}
