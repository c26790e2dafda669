import DialogEngine

/// What a person told, typed or dictated, cut into words once for all who look for something in it.
public struct FreeText: Sendable {
    /// A run of letters and digits.
    public struct Word: Hashable, Sendable {
        /// Lower case without accents.
        public let folded: String
        /// Where it stands, in bytes of UTF-8.
        public let range: Range<Int>
        /// How many sentences ended before it: a full stop in `14.30` or `a.u.b.` ends none.
        public let sentence: Int
    }

    public let text: String
    public let words: [Word]

    public init(_ text: String) {
        self.text = text
        var words: [Word] = []
        var current = ""
        var (start, offset) = (0, 0)
        var (sentence, mayEnd, ends) = (0, false, false)
        func end() {
            guard !current.isEmpty else { return }
            if ends { sentence += 1 }
            (mayEnd, ends) = (false, false)
            words.append(Word(folded: current.folded, range: start..<offset, sentence: sentence))
            current = ""
        }
        for character in text {
            if character.isLetter || character.isNumber {
                if current.isEmpty { start = offset }
                current.append(character)
            } else {
                end()
                if mayEnd, character.isWhitespace { ends = true }
                mayEnd = character == "." || character == "!" || character == "?"
            }
            offset += character.utf8.count
        }
        end()
        self.words = words
    }

    /// The text of some neighbouring words, as it was written, with what stands between them.
    public func evidence(_ range: Range<Int>) -> Evidence {
        let place = words[range.lowerBound].range.lowerBound..<words[range.upperBound - 1].range.upperBound
        return evidence(bytes: place)
    }

    /// - Parameter bytes: On borders of characters.
    public func evidence(bytes: Range<Int>) -> Evidence {
        let utf8 = text.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: bytes.lowerBound)
        return Evidence(String(text[start..<utf8.index(start, offsetBy: bytes.count)]), at: bytes)
    }

    /// Whether words stand in a run without white space that has an `@` in it.
    func isInEmail(_ range: Range<Int>) -> Bool {
        let utf8 = text.utf8
        func isGap(_ byte: UInt8) -> Bool { byte <= 0x20 }
        let first = utf8.index(utf8.startIndex, offsetBy: words[range.lowerBound].range.lowerBound)
        let last = utf8.index(utf8.startIndex, offsetBy: words[range.upperBound - 1].range.upperBound)
        let start = utf8[..<first].lastIndex(where: isGap) ?? utf8.startIndex
        let end = utf8[last...].firstIndex(where: isGap) ?? utf8.endIndex
        return utf8[start..<end].contains(UInt8(ascii: "@"))
    }

    /// Whether a part of a sentence ends between a word and the one before it.
    func hasPause(before index: Int) -> Bool {
        let utf8 = text.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: words[index - 1].range.upperBound)
        return utf8[start...].prefix(words[index].range.lowerBound - words[index - 1].range.upperBound)
            .contains { ".,;:!?()\n".utf8.contains($0) }
    }
}
