/// Mends words that are one slip away from a word of the keywords: a letter more, less or other, or a swap.
///
/// Both sides are tried with each letter left out; what then is equal is compared in full. So a word costs
/// its length in look-ups, however many words there are.
struct Misspellings: Sendable {
    /// The words that can be mended, one after another.
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    /// Every word of every keyword, by its hash.
    private var correct: Set<UInt64> = []
    /// What the words come to with a letter left out, those with the same first bits beside each other.
    private var entries: [Entry] = []
    /// By first bits: where their entries begin.
    private var firsts: [UInt32] = []

    private struct Entry {
        let hash: UInt32
        let word: UInt32
    }

    /// Below, another word is as likely as a slip; above, it is no word.
    private static let lengths = 5...24
    /// Up to here only letters swapped or doubled are slips: with another letter it may be another word.
    private static let short = 5

    init() {}

    init(_ phrases: some Sequence<String>) {
        for phrase in phrases {
            var phrase = phrase
            phrase.withUTF8 { phrase in
                for word in phrase.split(separator: SpacedText.space)
                where correct.insert(Self.hash(word)).inserted && Self.lengths.contains(word.count) {
                    bytes += word
                    ends.append(bytes.count)
                }
            }
        }
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
                    entries[Int(next[place])] = Entry(hash: hash, word: UInt32(word))
                    next[place] += 1
                    return true
                }
            }
        }
    }

    private func range(of word: Int) -> Range<Int> { (word == 0 ? 0 : ends[word - 1])..<ends[word] }

    /// - Returns: nil for a word that is right as it is, and for one that is near to nothing.
    func mended(_ word: ArraySlice<UInt8>) -> [UInt8]? {
        guard Self.lengths.contains(word.count), !entries.isEmpty else { return nil }
        return word.withUnsafeBufferPointer { typed in
            guard !correct.contains(Self.hash(typed[...])) else { return nil }
            var found: [UInt8]?
            Self.eachShorter(typed[...]) { hash in
                let place = Self.place(of: hash)
                for entry in entries[Int(firsts[place])..<Int(firsts[place + 1])] where entry.hash == hash {
                    let right = Array(bytes[range(of: Int(entry.word))])
                    guard Self.isOneSlip(right, word) else { continue }
                    found = right
                    return false
                }
                return true
            }
            return found
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
            var hash: UInt32 = 2_166_136_261
            for place in word.indices where place != left {
                hash = (hash ^ UInt32(word[place])) &* 16_777_619
            }
            // Short words differ in their last bits alone.
            guard isWanted(hash &* 0x9E37_79B1) else { return }
        }
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
