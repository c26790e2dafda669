public import DialogEngine

/// Which records are looked for. Without anything: all.
public struct Query: Equatable, Sendable {
    /// Words of a name or a part of a number; case, accents and dashes do not matter.
    public let text: String
    /// First and last day of receipt.
    public let from: Day?
    public let through: Day?
    /// No more than so many, the newest.
    public let limit: Int?

    private let words: [String]
    /// The text as a part of a number; nil when it cannot be one.
    private let numberPart: String?

    public init(text: String = "", from: Day? = nil, through: Day? = nil, limit: Int? = nil) {
        self.text = text
        self.from = from
        self.through = through
        self.limit = limit
        self.words = Folding.words(text)
        let symbols = text.filter { !ComplaintNumber.separators.contains($0) }.map(SymbolAlphabet.folded)
        // Fewer say too little: half of all numbers has an A or a B somewhere.
        self.numberPart =
            symbols.count >= 3 && symbols.allSatisfy { SymbolAlphabet.value(of: $0) != nil }
            ? String(symbols) : nil
    }

    /// - Returns: false when the number alone shows that the record cannot match.
    func mayMatch(_ number: ComplaintNumber) -> Bool {
        // A text with digits is no name.
        guard let numberPart, text.contains(where: \.isNumber) else { return true }
        return number.compact.contains(numberPart)
    }

    public func matches(_ record: ComplaintRecord) -> Bool {
        if words.isEmpty { return true }
        if let numberPart, record.number.compact.contains(numberPart) { return true }
        let names = [record.complainant.name, record.complainant.representative?.name]
        return names.contains { name in
            guard let name else { return false }
            let folded = Folding.words(name).joined(separator: " ")
            return words.allSatisfy { folded.contains($0) }
        }
    }
}

public struct ScanResult: Equatable, Sendable {
    /// Newest first.
    public let records: [StoredRecord]
    /// Files that were passed over.
    public let damaged: [DamagedFile]

    public init(records: [StoredRecord], damaged: [DamagedFile]) {
        self.records = records
        self.damaged = damaged
    }
}

/// Names without case and accents, to compare what was typed with what was written.
enum Folding {
    /// Letters and digits, small and bare, in words.
    static func words(_ text: String) -> [String] {
        var words: [String] = []
        var word = ""
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .nonspacingMark: continue
            // "d'Ém" and "dém" are the same to who types it.
            case .otherPunctuation, .finalPunctuation, .initialPunctuation: continue
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
                .decimalNumber:
                word += bare(scalar)
            default:
                if !word.isEmpty { words.append(word) }
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
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
}
