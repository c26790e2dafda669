/// Finds every keyword of many groups in a text, in one pass.
///
/// Patterns are sorted and reached by their first three bytes, so that a place in a text is compared with a
/// handful of them, and the time is linear in the text.
struct Lexicon: Sendable {
    struct Hit {
        let pattern: Int
        /// In the bytes of the spaced text, with slips mended, without the spaces around it.
        let range: Range<Int>
        /// The places of the words that it touches.
        let words: Range<Int>
        /// A word of it is one slip of the pen away from the keyword's.
        var isMisspelled: Bool
    }

    /// What a pattern says of a group: in few bytes, as there are tens of thousands.
    struct Meaning {
        private let groupAndStrength: UInt32
        private let phraseNumber: UInt32

        var group: Int { Int(groupAndStrength >> 2) }
        var strength: Keyword.Strength { Keyword.Strength(rawValue: UInt8(groupAndStrength & 3)) ?? .plain }
        var phrase: Int { Int(phraseNumber) }

        init(group: Int, strength: Keyword.Strength, phrase: Int) {
            groupAndStrength = UInt32(group) << 2 | UInt32(strength.rawValue)
            phraseNumber = UInt32(phrase)
        }
    }

    /// By pattern; after these by keyword with gaps.
    private(set) var meanings = Rows<Meaning>()
    private var gaps = Stepping()
    private(set) var phraseCount = 0
    let groupCount: Int
    /// All patterns, one after another.
    private var bytes: [UInt8] = []
    private var ends: [UInt32] = []
    /// For the first three bytes of a pattern: the number of the first pattern that begins so.
    private var firsts = [UInt32](repeating: 0, count: Self.keys + 1)
    private let misspellings: Misspellings

    /// - Parameter groups: A hit tells the place of its group in here.
    init(_ groups: [WordGroup]) {
        groupCount = groups.count
        misspellings = Misspellings(groups)
        var collected = Patterns(most: groups.reduce(0) { $0 + $1.keywords.count })
        var withGaps: [Meaning] = []
        for (group, words) in groups.enumerated() {
            for keyword in words.keywords {
                let meaning = Meaning(group: group, strength: keyword.strength, phrase: phraseCount)
                phraseCount += 1
                for pattern in keyword.patterns { collected.add(pattern, .meaning(meaning)) }
                guard !keyword.steps.isEmpty else { continue }
                let number = gaps.addKeyword()
                for (place, alternatives) in keyword.steps.enumerated() {
                    let step = Stepping.Step(
                        keyword: number, place: UInt8(place), isLast: place == keyword.steps.count - 1)
                    for pattern in alternatives.flatMap(\.patterns) { collected.add(pattern, .step(step)) }
                }
                withGaps.append(meaning)
            }
        }
        bytes.reserveCapacity(collected.byteCount)
        meanings.reserve(collected.count)
        collected.eachInOrder { pattern, meanings, steps in
            bytes += pattern
            ends.append(UInt32(bytes.count))
            pattern.withUnsafeBufferPointer { firsts[Self.key($0, at: 0) + 1] += 1 }
            self.meanings.add(meanings)
            gaps.addPattern(steps)
        }
        for meaning in withGaps { meanings.add(CollectionOfOne(meaning)) }
        for key in 1...Self.keys { firsts[key] += firsts[key - 1] }
    }

    /// In the order of the text.
    func hits(in text: SpacedText) -> [Hit] {
        let hits = found(in: text)
        var isKnown = [Bool](repeating: false, count: text.starts.count)
        for hit in hits { for word in hit.words { isKnown[word] = true } }
        var mended: [Int: [UInt8]] = [:]
        for (word, isKnown) in isKnown.enumerated() where !isKnown {
            mended[word] = misspellings.mended(text.word(word))
        }
        guard !mended.isEmpty else { return hits }
        return found(in: text.replacing(mended)).map { hit in
            var hit = hit
            hit.isMisspelled = hit.words.contains { mended[$0] != nil }
            return hit
        }
    }

    private func found(in text: SpacedText) -> [Hit] {
        var hits: [Hit] = []
        let length = text.bytes.count
        guard length >= Self.key else { return [] }
        var walk = gaps.walk
        text.bytes.withUnsafeBufferPointer { bytes in
            let sentences = text.sentences
            let text = bytes
            self.bytes.withUnsafeBufferPointer { bytes in
                var word = -1
                for place in 0...(length - Self.key) {
                    let isSpace = text[place] == SpacedText.space
                    if !isSpace, text[place - 1] == SpacedText.space { word += 1 }
                    let key = Self.key(text, at: place)
                    for pattern in Int(firsts[key])..<Int(firsts[key + 1]) {
                        let start = pattern == 0 ? 0 : Int(ends[pattern - 1])
                        let size = Int(ends[pattern]) - start
                        guard place + size <= length, Self.equal(bytes, start, text, place, size) else {
                            continue
                        }
                        let first = isSpace ? word + 1 : word
                        let spaces = text[(place + 1)..<(place + size - 1)].count { $0 == SpacedText.space }
                        let end = place + size - (text[place + size - 1] == SpacedText.space ? 1 : 0)
                        let hit = Hit(
                            pattern: pattern, range: (isSpace ? place + 1 : place)..<end,
                            words: first..<(first + spaces + 1),
                            isMisspelled: false)
                        if !meanings[pattern].isEmpty { hits.append(hit) }
                        for step in gaps.steps[pattern] {
                            guard let whole = walk.take(step, hit, sentences) else { continue }
                            hits.append(
                                Hit(
                                    pattern: ends.count + Int(step.keyword), range: whole.range,
                                    words: whole.words, isMisspelled: false))
                        }
                    }
                }
            }
        }
        return hits
    }

    // MARK: Keys

    /// Bytes of a key; a shorter pattern has none, and is not looked for.
    static let key = 3
    private static let keys = 1 << 15

    /// Five bits of each of three bytes: letters all differ, the rest shares.
    static func key(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
        Int(bytes[place] & 31) << 10 | Int(bytes[place + 1] & 31) << 5 | Int(bytes[place + 2] & 31)
    }

    private static func equal(
        _ a: UnsafeBufferPointer<UInt8>, _ start: Int, _ b: UnsafeBufferPointer<UInt8>, _ place: Int,
        _ size: Int
    ) -> Bool {
        for offset in 0..<size where a[start + offset] != b[place + offset] { return false }
        return true
    }
}
