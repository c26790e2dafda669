/// The patterns of many keywords on their way into a lexicon: without a text or an array for each.
struct Patterns {
    enum Says {
        case meaning(Lexicon.Meaning)
        case step(Stepping.Step)
    }

    private struct Entry {
        /// The key and the bytes behind it, by which most patterns are in order already.
        let first: UInt64
        let start: UInt32
        let says: Says
        let count: UInt16

        var end: Int { Int(start) + Int(count) }
    }

    private var bytes: [UInt8] = []
    private var entries: [Entry] = []

    /// - Parameter most: About how many will come.
    init(most: Int) {
        entries.reserveCapacity(most + most / 4)
        bytes.reserveCapacity(most * 16)
    }

    var count: Int { entries.count }
    var byteCount: Int { bytes.count }

    /// What is too short to have a key, or no word by its length, is passed over.
    mutating func add(_ pattern: String, _ says: Says) {
        var pattern = pattern
        pattern.withUTF8 { pattern in
            guard pattern.count >= Lexicon.key, let count = UInt16(exactly: pattern.count) else { return }
            var first = UInt64(Lexicon.key(pattern, at: 0))
            for place in Lexicon.key..<(Lexicon.key + 6) {
                first = first << 8 | UInt64(place < pattern.count ? pattern[place] : 0)
            }
            entries.append(
                Entry(first: first, start: UInt32(bytes.count), says: says, count: count))
            bytes += pattern
        }
    }

    /// Each different pattern with all that it says, those with one key beside each other.
    mutating func eachInOrder(
        _ body: (_ pattern: ArraySlice<UInt8>, _ meanings: [Lexicon.Meaning], _ steps: [Stepping.Step]) ->
            Void
    ) {
        let bytes = bytes
        bytes.withUnsafeBufferPointer { buffer in
            func text(_ entry: Entry) -> Slice<UnsafeBufferPointer<UInt8>> {
                buffer[Int(entry.start)..<entry.end]
            }
            entries.sort {
                if $0.first != $1.first { return $0.first < $1.first }
                // What says the same letters keeps its order.
                if text($0).elementsEqual(text($1)) { return $0.start < $1.start }
                return text($0).lexicographicallyPrecedes(text($1))
            }
            var (meanings, steps): ([Lexicon.Meaning], [Stepping.Step]) = ([], [])
            for (number, entry) in entries.enumerated() {
                switch entry.says {
                case .meaning(let meaning): meanings.append(meaning)
                case .step(let step): steps.append(step)
                }
                let isLast =
                    number + 1 == entries.count || entries[number + 1].first != entry.first
                    || !text(entries[number + 1]).elementsEqual(text(entry))
                guard isLast else { continue }
                body(bytes[Int(entry.start)..<entry.end], meanings, steps)
                meanings.removeAll(keepingCapacity: true)
                steps.removeAll(keepingCapacity: true)
            }
        }
    }
}
