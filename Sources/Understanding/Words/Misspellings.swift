/// Finds the keywords that a word is one slip away from: a letter more, less or other, or two swapped.
///
/// Both sides are tried with each letter left out; what then is equal is compared in full. So a word costs
/// its length in look-ups, however many keywords there are.
struct Misspellings: Sendable {
    private struct Entry {
        let hash: UInt32
        let word: UInt32
    }

    private var words: [(letters: [UInt8], pattern: Int)] = []
    /// By hash.
    private var entries: [Entry] = []

    /// Below, another word is as likely as a slip; above, it is no word.
    private static let lengths = 7...24

    init() {}

    /// - Parameter keywords: Those of one word, with the number to give back.
    init(_ keywords: [(phrase: String, pattern: Int)]) {
        for (phrase, pattern) in keywords where !phrase.utf8.contains(SpacedText.space) {
            let letters = Array(phrase.utf8)
            guard Self.lengths.contains(letters.count) else { continue }
            for hash in Self.hashes(letters[...]) {
                entries.append(Entry(hash: hash, word: UInt32(words.count)))
            }
            words.append((letters, pattern))
        }
        entries.sort { ($0.hash, $0.word) < ($1.hash, $1.word) }
    }

    func patterns(for word: ArraySlice<UInt8>) -> [Int] {
        guard Self.lengths.contains(word.count), !entries.isEmpty else { return [] }
        var found: [Int] = []
        for hash in Self.hashes(word) {
            var place = firstPlace(of: hash)
            while place < entries.count, entries[place].hash == hash {
                let (letters, pattern) = words[Int(entries[place].word)]
                if !found.contains(pattern), Self.isOneSlip(letters, word) { found.append(pattern) }
                place += 1
            }
        }
        return found
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

    private static func isOneSlip(_ keyword: [UInt8], _ word: ArraySlice<UInt8>) -> Bool {
        let word = Array(word)
        let same = zip(keyword, word).prefix { $0 == $1 }.count
        let (a, b) = (keyword[same...], word[same...])
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
