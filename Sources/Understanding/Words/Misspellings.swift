/// Mends words that are one slip away from a word of the keywords: a letter more, less or other, or a swap.
///
/// Both sides are tried with each letter left out; what then is equal is compared in full. So a word costs
/// its length in look-ups, however many words there are.
struct Misspellings: Sendable {
    private struct Entry {
        let hash: UInt32
        let word: UInt32
    }

    /// Every word of every keyword, once.
    private var words: [[UInt8]] = []
    private var correct: Set<[UInt8]> = []
    /// By hash.
    private var entries: [Entry] = []

    /// Below, another word is as likely as a slip; above, it is no word.
    private static let lengths = 6...24

    init() {}

    init(_ phrases: some Sequence<String>) {
        for phrase in phrases {
            for word in phrase.utf8.split(separator: SpacedText.space).map(Array.init)
            where correct.insert(word).inserted && Self.lengths.contains(word.count) {
                for hash in Self.hashes(word[...]) {
                    entries.append(Entry(hash: hash, word: UInt32(words.count)))
                }
                words.append(word)
            }
        }
        entries.sort { ($0.hash, $0.word) < ($1.hash, $1.word) }
    }

    /// - Returns: nil for a word that is right as it is, and for one that is near to nothing.
    func mended(_ word: ArraySlice<UInt8>) -> [UInt8]? {
        guard Self.lengths.contains(word.count), !entries.isEmpty, !correct.contains(Array(word)) else {
            return nil
        }
        for hash in Self.hashes(word) {
            var place = firstPlace(of: hash)
            while place < entries.count, entries[place].hash == hash {
                let right = words[Int(entries[place].word)]
                if Self.isOneSlip(right, word) { return right }
                place += 1
            }
        }
        return nil
    }

    private func firstPlace(of hash: UInt32) -> Int {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].hash < hash { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Of the word, and of the word without each of its letters.
    private static func hashes(_ word: ArraySlice<UInt8>) -> [UInt32] {
        ([word.endIndex] + word.indices).map { left in
            var hash: UInt32 = 2_166_136_261
            for place in word.indices where place != left {
                hash = (hash ^ UInt32(word[place])) &* 16_777_619
            }
            return hash
        }
    }

    private static func isOneSlip(_ right: [UInt8], _ word: ArraySlice<UInt8>) -> Bool {
        let word = Array(word)
        let same = zip(right, word).prefix { $0 == $1 }.count
        let (a, b) = (right[same...], word[same...])
        switch a.count - b.count {
        case 1: return a.dropFirst().elementsEqual(b)
        case -1: return a.elementsEqual(b.dropFirst())
        case 0:
            if a.dropFirst().elementsEqual(b.dropFirst()) { return true }
            return a.count >= 2 && a[same] == b[same + 1] && a[same + 1] == b[same]
                && a.dropFirst(2).elementsEqual(b.dropFirst(2))
        default: return false
        }
    }
}
