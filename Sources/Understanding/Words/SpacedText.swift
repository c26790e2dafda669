/// The folded words of a text with one space before, between and after them: what patterns are looked for in.
struct SpacedText {
    let bytes: [UInt8]
    /// Where each word begins, in `bytes`.
    let starts: [Int]

    init(_ text: FreeText) {
        var bytes: [UInt8] = [Self.space]
        var starts: [Int] = []
        starts.reserveCapacity(text.words.count)
        for word in text.words {
            starts.append(bytes.count)
            bytes += word.folded.utf8
            bytes.append(Self.space)
        }
        self.bytes = bytes
        self.starts = starts
    }

    /// The words that a piece of it touches.
    func words(_ range: Range<Int>) -> Range<Int> {
        let first = lastStart(
            upTo: bytes[range.lowerBound] == Self.space ? range.lowerBound + 1 : range.lowerBound)
        let end = bytes[range.upperBound - 1] == Self.space ? range.upperBound - 2 : range.upperBound - 1
        return first..<(lastStart(upTo: end) + 1)
    }

    private func lastStart(upTo place: Int) -> Int {
        var (low, high) = (0, starts.count)
        while low + 1 < high {
            let middle = (low + high) / 2
            if starts[middle] <= place { low = middle } else { high = middle }
        }
        return low
    }

    static let space = UInt8(ascii: " ")
}
