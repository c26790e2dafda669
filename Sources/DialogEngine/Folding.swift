extension StringProtocol {
    /// Lower case without accents, for comparing what people type: `Één` becomes `een`.
    public var folded: String {
        if utf8.allSatisfy({ $0 < 0x80 }) { return lowercased() }
        var result = ""
        result.reserveCapacity(utf8.count)
        for scalar in lowercased().unicodeScalars {
            if scalar.isASCII {
                result.unicodeScalars.append(scalar)
            } else if let plain = Folding.plain[scalar] {
                result += plain
            } else if scalar.properties.canonicalCombiningClass == .notReordered {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// The folded words, without punctuation.
    public var foldedWords: [String] {
        let folded = FoldedWords(self)
        return folded.ranges.map { String(decoding: folded.bytes[$0], as: UTF8.self) }
    }

    /// The folded words with one space between them.
    public var foldedPhrase: String { String(decoding: FoldedWords(self).bytes, as: UTF8.self) }

    /// Without white space at either end.
    public var trimmed: String {
        let text = String(self)
        if let first = text.utf8.first, let last = text.utf8.last, Folding.isInk(first), Folding.isInk(last) {
            return text
        }
        var slice = self[...]
        while slice.first?.isWhitespace == true { slice.removeFirst() }
        while slice.last?.isWhitespace == true { slice.removeLast() }
        return String(slice)
    }
}

/// Folded words of one or more texts, as bytes: a register has thousands of them, and somebody waits while they are
/// looked through.
struct FoldedWords {
    /// One space between neighbours.
    private(set) var bytes: [UInt8] = []
    /// Where each word stands.
    private(set) var ranges: [Range<Int>] = []

    init() {}

    init(_ text: some StringProtocol) { append(text) }

    mutating func append(_ text: some StringProtocol) {
        let (length, count) = (bytes.count, ranges.count)
        if appendPlain(text) { return }
        bytes.removeSubrange(length...)
        ranges.removeSubrange(count...)
        for word in text.folded.split(whereSeparator: { !($0.isLetter || $0.isNumber) }) {
            let start = beginning()
            bytes += word.utf8
            ranges.append(start..<bytes.count)
        }
    }

    /// Letter by letter, as nearly every text allows.
    ///
    /// - Returns: false where a letter needs its neighbours, or Unicode, to be understood.
    private mutating func appendPlain(_ text: some StringProtocol) -> Bool {
        var start: Int?
        for scalar in text.unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9", "A"..."Z":
                start = start ?? beginning()
                let byte = UInt8(truncatingIfNeeded: scalar.value)
                bytes.append(byte < UInt8(ascii: "A") ? byte : byte | 0x20)
            case "\0"..."\u{7F}", "\u{2010}"..."\u{2027}":
                if let start { ranges.append(start..<bytes.count) }
                start = nil
            default:
                guard let plain = Folding.plain[scalar] else { return false }
                start = start ?? beginning()
                bytes += plain.utf8
            }
        }
        if let start { ranges.append(start..<bytes.count) }
        return true
    }

    /// Where a new word begins.
    private mutating func beginning() -> Int {
        if !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
        return bytes.count
    }
}

private enum Folding {
    /// A character of ASCII that is seen.
    static func isInk(_ byte: UInt8) -> Bool { (0x21..<0x7F).contains(byte) }

    /// Letters with accents that occur in Dutch and in the names of people who live there.
    static let plain: [Unicode.Scalar: String] = {
        let groups: [(String, String)] = [
            ("àáâãäåāăą", "a"), ("çćč", "c"), ("ďđ", "d"), ("èéêëēęě", "e"), ("ğģ", "g"),
            ("ìíîïīı", "i"), ("łľ", "l"), ("ñńň", "n"), ("òóôõöøō", "o"), ("řŕ", "r"), ("śşš", "s"),
            ("ťț", "t"), ("ùúûüūů", "u"), ("ýÿ", "y"), ("źżž", "z"), ("ß", "ss"), ("æ", "ae"),
            ("œ", "oe"), ("ĳ", "ij"),
        ]
        var table: [Unicode.Scalar: String] = [:]
        for (accented, letter) in groups {
            for scalar in accented.unicodeScalars { table[scalar] = letter }
        }
        return table
    }()
}
