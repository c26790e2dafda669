/// Mends words that are one slip away from a word of the keywords: a letter more, less or other, or a swap.
///
/// Both sides are tried with each letter left out; what then is equal is compared in full. So a word costs
/// its length in look-ups, however many words there are.
struct Misspellings: Sendable {
    /// The words that can be mended, one after another.
    private var bytes: [UInt8] = []
    private var ends: [UInt32] = []
    /// What the words come to with a letter left out and whole, those with the same first bits beside each other.
    private var entries: [Entry] = []
    /// By first bits: where their entries begin.
    private var firsts: [UInt32] = []

    /// A word in the lower bits, and in the upper ones what its place does not tell of the hash.
    private struct Entry {
        private static let wordBits: UInt32 = 22
        private let value: UInt32

        init(hash: UInt32, word: Int) {
            value = Self.mark(hash) << Self.wordBits | UInt32(word) & (1 << Self.wordBits - 1)
        }

        var word: Int { Int(value & (1 << Self.wordBits - 1)) }
        func has(_ hash: UInt32) -> Bool { value >> Self.wordBits == Self.mark(hash) }

        private static func mark(_ hash: UInt32) -> UInt32 {
            hash >> (wordBits - UInt32(Misspellings.bits)) & (1 << (32 - wordBits) - 1)
        }
    }

    /// Below, another word is as likely as a slip; above, it is no word.
    private static let lengths = 5...24
    /// Up to here only letters swapped or doubled are slips: with another letter it may be another word.
    private static let short = 5

    /// Every word of every keyword is right.
    init(_ groups: [WordGroup]) {
        var seen: Set<UInt64> = []
        func take(_ phrase: String) {
            var phrase = phrase
            phrase.withUTF8 { phrase in
                for word in phrase.split(separator: SpacedText.space)
                where Self.lengths.contains(word.count) && seen.insert(Self.hash(word)).inserted {
                    bytes += word
                    ends.append(UInt32(bytes.count))
                }
            }
        }
        for group in groups {
            for keyword in group.keywords {
                if keyword.steps.isEmpty { take(keyword.phrase) }
                for alternatives in keyword.steps { for step in alternatives { take(step.phrase) } }
            }
        }
        seen = []
        sortEntries()
    }

    /// By counting, twice: the number of entries is known for every place.
    private mutating func sortEntries() {
        firsts = [UInt32](repeating: 0, count: Self.places + 1)
        bytes.withUnsafeBufferPointer { bytes in
            for word in ends.indices {
                Self.eachShorter(bytes[range(of: word)]) {
                    firsts[Self.place(of: $0) + 1] += 1
                    return true
                }
            }
            for place in 1...Self.places { firsts[place] += firsts[place - 1] }
            entries = [Entry](repeating: Entry(hash: 0, word: 0), count: Int(firsts[Self.places]))
            var next = firsts
            for word in ends.indices {
                Self.eachShorter(bytes[range(of: word)]) { hash in
                    let place = Self.place(of: hash)
                    entries[Int(next[place])] = Entry(hash: hash, word: word)
                    next[place] += 1
                    return true
                }
            }
        }
    }

    private func range(of word: Int) -> Range<Int> {
        (word == 0 ? 0 : Int(ends[word - 1]))..<Int(ends[word])
    }

    /// - Returns: nil for a word that is right as it is, and for one that is near to nothing.
    func mended(_ word: ArraySlice<UInt8>) -> [UInt8]? {
        guard Self.lengths.contains(word.count), !entries.isEmpty else { return nil }
        return word.withUnsafeBufferPointer { typed in
            let whole = Self.shortened(typed[...], without: typed.endIndex)
            guard !among(whole, { $0.elementsEqual(word) }) else { return nil }
            var found: [UInt8]?
            Self.eachShorter(typed[...]) { hash in
                !among(hash) { right in
                    guard Self.isOneSlip(Array(right), word) else { return false }
                    found = Array(right)
                    return true
                }
            }
            return found
        }
    }

    /// Whether one of the words with a hash is wanted.
    private func among(_ hash: UInt32, _ isWanted: (ArraySlice<UInt8>) -> Bool) -> Bool {
        let place = Self.place(of: hash)
        return entries[Int(firsts[place])..<Int(firsts[place + 1])].contains {
            $0.has(hash) && isWanted(bytes[range(of: $0.word)])
        }
    }

    // MARK: Hashes

    private static let bits = 14
    private static let places = 1 << bits
    private static func place(of hash: UInt32) -> Int { Int(hash >> UInt32(32 - bits)) }

    private static func hash(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
        word.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    /// The hash of a word and of the word without each of its letters, as long as `isWanted`.
    private static func eachShorter(
        _ word: Slice<UnsafeBufferPointer<UInt8>>, _ isWanted: (UInt32) -> Bool
    ) {
        for left in word.startIndex...word.endIndex {
            guard isWanted(shortened(word, without: left)) else { return }
        }
    }

    private static func shortened(_ word: Slice<UnsafeBufferPointer<UInt8>>, without left: Int) -> UInt32 {
        var hash: UInt32 = 2_166_136_261
        for place in word.indices where place != left {
            hash = (hash ^ UInt32(word[place])) &* 16_777_619
        }
        // Short words differ in their last bits alone.
        return hash &* 0x9E37_79B1
    }

    private static func isOneSlip(_ right: [UInt8], _ word: ArraySlice<UInt8>) -> Bool {
        let word = Array(word)
        let same = zip(right, word).prefix { $0 == $1 }.count
        let (a, b) = (right[same...], word[same...])
        let isShort = right.count <= short
        switch a.count - b.count {
        case 1: return !isShort && a.dropFirst().elementsEqual(b)
        case -1:
            guard !isShort || same > 0 && word[same] == word[same - 1] else { return false }
            return a.elementsEqual(b.dropFirst())
        case 0:
            if !isShort, a.dropFirst().elementsEqual(b.dropFirst()) { return true }
            return a.count >= 2 && a[same] == b[same + 1] && a[same + 1] == b[same]
                && a.dropFirst(2).elementsEqual(b.dropFirst(2))
        default: return false
        }
    }
}
