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
        let folded = folded
        // Nearly every word is plain, and a letter among bytes is found far sooner than among characters.
        guard folded.utf8.allSatisfy({ $0 < 0x80 }) else {
            return folded.split { !($0.isLetter || $0.isNumber) }.map(String.init)
        }
        return folded.utf8.split { !Folding.isLetterOrDigit($0) }.map { String(Substring($0)) }
    }

    /// Without white space at either end.
    public var trimmed: String {
        var slice = self[...]
        while slice.first?.isWhitespace == true { slice.removeFirst() }
        while slice.last?.isWhitespace == true { slice.removeLast() }
        return String(slice)
    }
}

private enum Folding {
    static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

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
