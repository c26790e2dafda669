/// Texts without case, accents and punctuation, to compare what was typed with what was written.
enum Folding {
    /// Letters and digits, small and bare, in words.
    static func words(_ text: String) -> [String] {
        var text = text
        var folded: [UInt8] = []
        text.withUTF8 { append($0, to: &folded) }
        return folded.split(separator: space).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Puts the words of a text behind what stands there, a space before each.
    ///
    /// - Parameter joining: Whether an apostrophe is passed over; otherwise it ends a word.
    static func append(_ text: UnsafeBufferPointer<UInt8>, to folded: inout [UInt8], joining: Bool = true) {
        var isInWord = false
        var at = 0
        while at < text.count {
            let byte = text[at]
            if byte < 0x80 {
                at += 1
                switch ascii[Int(byte)] {
                case separator: isInWord = false
                case joiner: if !joining { isInWord = false }
                case let letter:
                    if !isInWord { folded.append(space) }
                    folded.append(letter)
                    isInWord = true
                }
                continue
            }
            guard let (scalar, length) = scalar(text, at) else {
                at += 1
                isInWord = false
                continue
            }
            at += length
            guard let letters = meaning(of: scalar) else {
                isInWord = false
                continue
            }
            if letters.isEmpty {
                if !joining, apostrophes.contains(scalar) { isInWord = false }
                continue
            }
            if !isInWord { folded.append(space) }
            folded += letters
            isInWord = true
        }
    }

    static let space = UInt8(ascii: " ")

    /// Whether this may be a part of an apostrophe.
    static func mayJoin(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`") || byte >= 0x80
    }

    /// "IJsbrandij" and "Ysbrandy" are one name to who hears it.
    ///
    /// - Returns: The word with y for each ij; nil when there is neither in it.
    static func withLongIJ(_ word: String) -> String? {
        guard word.utf8.contains(UInt8(ascii: "y")) || word.utf8.contains(UInt8(ascii: "j")) else {
            return nil
        }
        var folded = ""
        var before: Character?
        for letter in word {
            if letter == "j", before == "i" {
                folded.removeLast()
                folded.append("y")
            } else {
                folded.append(letter)
            }
            before = letter
        }
        return folded.contains("y") ? folded : nil
    }

    // MARK: Letters

    private static let separator: UInt8 = 0
    private static let joiner: UInt8 = 1

    private static let ascii: [UInt8] = (0..<128).map { code in
        switch UInt8(code) {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): UInt8(code)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt8(code) + 32
        // "d'Ém" and "dém" are the same to who types it.
        case UInt8(ascii: "'"), UInt8(ascii: "`"): joiner
        default: separator
        }
    }

    private static let apostrophes: Set<Unicode.Scalar> = [
        "\u{B4}", "\u{2B9}", "\u{2BB}", "\u{2BC}", "\u{2018}", "\u{2019}", "\u{201B}", "\u{2032}",
    ]

    /// Those of Europe, looked up once.
    private static let european: [[UInt8]?] = (0..<0x250).map { code in
        Unicode.Scalar(code).flatMap(letters)
    }

    /// - Returns: The bare letters; none for what belongs to a letter, nil for what ends a word.
    private static func meaning(of scalar: Unicode.Scalar) -> [UInt8]? {
        scalar.value < 0x250 ? european[Int(scalar.value)] : letters(scalar)
    }

    private static func letters(_ scalar: Unicode.Scalar) -> [UInt8]? {
        if apostrophes.contains(scalar) { return [] }
        switch scalar.properties.generalCategory {
        case .nonspacingMark: return []
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber:
            return bare(scalar).unicodeScalars
                .filter { $0.properties.generalCategory != .nonspacingMark }
                .flatMap { Array(String($0).utf8) }
        default: return nil
        }
    }

    // The name of a letter says which letter it is: LATIN SMALL LETTER E WITH ACUTE.
    private static func bare(_ scalar: Unicode.Scalar) -> String {
        let small = scalar.properties.lowercaseMapping
        guard !scalar.isASCII, let name = small.unicodeScalars.first?.properties.name else { return small }
        switch name {
        case "LATIN SMALL LETTER SHARP S": return "ss"
        case "LATIN SMALL LETTER AE": return "ae"
        case "LATIN SMALL LIGATURE IJ": return "ij"
        case "LATIN SMALL LIGATURE OE": return "oe"
        case "LATIN SMALL LETTER DOTLESS I": return "i"
        default:
            let words = name.split(separator: " ")
            guard words.count > 4, words[..<3] == ["LATIN", "SMALL", "LETTER"], words[3].count == 1,
                words[4] == "WITH"
            else { return small }
            return words[3].lowercased()
        }
    }

    /// The letter that begins here, in UTF-8 that may be broken.
    private static func scalar(
        _ text: UnsafeBufferPointer<UInt8>, _ at: Int
    ) -> (Unicode.Scalar, length: Int)? {
        let first = text[at]
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 0
        guard length > 0, at + length <= text.count else { return nil }
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for byte in text[(at + 1)..<(at + length)] {
            guard byte & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        return Unicode.Scalar(value).map { ($0, length) }
    }
}
