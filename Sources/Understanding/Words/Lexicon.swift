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

    /// What a pattern says of a group.
    struct Meaning {
        let group: Int
        let strength: Keyword.Strength
        let phrase: Int
    }

    /// By pattern; after these by keyword with gaps.
    private(set) var meanings: [[Meaning]] = []
    private var gaps = Stepping()
    private(set) var phraseCount = 0
    let groupCount: Int
    /// All patterns, one after another.
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    /// The spaces within each pattern.
    private var spaceCounts: [Int] = []
    /// For the first three bytes of a pattern: the number of the first pattern that begins so.
    private var firsts: [UInt16] = []
    private var misspellings = Misspellings()

    /// - Parameter groups: A hit tells the place of its group in here.
    init(_ groups: [WordGroup]) {
        groupCount = groups.count
        var patterns: [Pattern] = []
        var withGaps: [Meaning] = []
        for (group, words) in groups.enumerated() {
            for keyword in words.keywords {
                let meaning = Meaning(group: group, strength: keyword.strength, phrase: phraseCount)
                phraseCount += 1
                patterns += keyword.patterns.compactMap { Pattern($0, .meaning(meaning)) }
                guard !keyword.steps.isEmpty else { continue }
                for (place, alternatives) in keyword.steps.enumerated() {
                    let step = Stepping.Step(
                        keyword: withGaps.count, place: place, isLast: place == keyword.steps.count - 1)
                    patterns += alternatives.flatMap(\.patterns).compactMap { Pattern($0, .step(step)) }
                }
                withGaps.append(meaning)
            }
        }
        let order = patterns.indices.map { (first: patterns[$0].first, place: $0) }.sorted {
            $0.first != $1.first ? $0.first < $1.first : patterns[$0.place] < patterns[$1.place]
        }
        firsts = [UInt16](repeating: 0, count: Self.keys + 1)
        var steps: [[Stepping.Step]] = []
        for (number, entry) in order.enumerated() {
            let pattern = patterns[entry.place]
            if number == 0 || patterns[order[number - 1].place] != pattern {
                bytes += pattern.text.utf8
                ends.append(bytes.count)
                meanings.append([])
                steps.append([])
                firsts[pattern.key + 1] += 1
                spaceCounts.append(pattern.text.utf8.dropFirst().dropLast().count { $0 == SpacedText.space })
            }
            switch pattern.says {
            case .meaning(let meaning): meanings[meanings.count - 1].append(meaning)
            case .step(let step): steps[steps.count - 1].append(step)
            }
        }
        gaps = Stepping(steps, keywords: withGaps.count)
        meanings += withGaps.map { [$0] }
        for key in 1...Self.keys { firsts[key] += firsts[key - 1] }
        misspellings = Misspellings(groups.flatMap { $0.keywords.flatMap(\.phrases) })
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
                        let start = pattern == 0 ? 0 : ends[pattern - 1]
                        let size = ends[pattern] - start
                        guard place + size <= length, Self.equal(bytes, start, text, place, size) else {
                            continue
                        }
                        let first = isSpace ? word + 1 : word
                        let spaces = spaceCounts[pattern]
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
                                    pattern: ends.count + step.keyword, range: whole.range,
                                    words: whole.words, isMisspelled: false))
                        }
                    }
                }
            }
        }
        return hits
    }

    // MARK: Keys

    private static let key = 3
    private static let keys = 1 << 15

    /// Five bits of each of three bytes: letters all differ, the rest shares.
    private static func key(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
        Int(bytes[place] & 31) << 10 | Int(bytes[place + 1] & 31) << 5 | Int(bytes[place + 2] & 31)
    }

    /// What stands in a text, and what that says; those with one key beside each other, equal ones too.
    private struct Pattern: Equatable {
        enum Says {
            case meaning(Meaning)
            case step(Stepping.Step)
        }

        let key: Int
        let text: String
        let says: Says

        /// The key and the bytes behind it, by which most patterns are in order already.
        var first: UInt64 {
            var first = UInt64(key)
            var rest = text.utf8.dropFirst(Lexicon.key).makeIterator()
            for _ in 0..<6 { first = first << 8 | UInt64(rest.next() ?? 0) }
            return first
        }

        /// - Returns: nil for what is too short to have a key.
        init?(_ text: String, _ says: Says) {
            guard text.utf8.count >= Lexicon.key else { return nil }
            key = text.utf8.prefix(Lexicon.key).reduce(0) { $0 << 5 | Int($1 & 31) }
            self.text = text
            self.says = says
        }

        static func < (a: Pattern, b: Pattern) -> Bool {
            a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
        }

        static func == (a: Pattern, b: Pattern) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }
    }

    private static func equal(
        _ a: UnsafeBufferPointer<UInt8>, _ start: Int, _ b: UnsafeBufferPointer<UInt8>, _ place: Int,
        _ size: Int
    ) -> Bool {
        for offset in 0..<size where a[start + offset] != b[place + offset] { return false }
        return true
    }
}
