/// Reads postcodes and numbers of houses as people type and say them.
public enum AddressReader {
    public enum PostcodeOutcome: Hashable, Sendable {
        /// And what stands behind it, such as the number of the house.
        case postcode(String, rest: String)
        /// Four digits without the two letters.
        case noLetters
        /// SA, SD and SS are no letters of a postcode.
        case neverIssued(String)
        case none
    }

    /// Four digits not beginning with 0 and two letters, never SA, SD or SS: `2011 RD`, `2011 r.d.`, `twintig elf RD`.
    public static func postcode(_ line: String) -> PostcodeOutcome {
        let pieces = pieces(line)
        for count in [4, 3, 2, 1] where count <= pieces.count {
            let digits = SpokenDigits.digits(pieces.prefix(count).map(\.text.folded))
            guard let digits, digits.utf8.count == 4, !digits.hasPrefix("0") else { continue }
            return postcode(digits, then: Array(pieces.dropFirst(count)), of: line)
        }
        return .none
    }

    private static func postcode(_ digits: String, then pieces: [Piece], of line: String) -> PostcodeOutcome {
        guard let first = pieces.first else { return .noLetters }
        var used = 1
        var letters = first.text
        if letters.count == 1, pieces.count > 1, pieces[1].text.count == 1 {
            letters += pieces[1].text
            used = 2
        }
        letters = letters.uppercased()
        guard letters.count == 2, letters.allSatisfy({ ("A"..."Z").contains($0) }) else {
            return first.text.first?.isNumber == true ? .noLetters : .none
        }
        guard !["SA", "SD", "SS"].contains(letters) else { return .neverIssued(letters) }
        let rest = line[pieces[used - 1].range.upperBound...].drop { " ,.-:;".contains($0) }
        if smallWords.contains(first.text), isSentence(String(rest)) { return .noLetters }
        return .postcode("\(digits) \(letters)", rest: String(rest).trimmed)
    }

    /// Words of two letters that people put behind four digits: "2011 is de postcode". "2011 de 12" is an address.
    private static let smallWords: Set<String> = [
        "al", "de", "en", "er", "if", "in", "is", "me", "nl", "of", "om", "op", "or", "te",
    ]

    /// Whether more is said than the number of a house.
    private static func isSentence(_ rest: String) -> Bool {
        guard let first = rest.first else { return false }
        if !first.isNumber { return true }
        return if case .none = postcode(rest) { false } else { true }
    }

    /// A number of 1 to 99999 with an optional letter and addition: `12`, `12A`, `12 bis`, `4-huis`, `nummer 4 zwart`.
    ///
    /// - Returns: The number and addition with one space between them.
    public static func houseNumber(_ line: String) -> String? {
        var rest = line[...]
        let first = rest.prefix { $0.isLetter || $0 == "." || $0 == "#" }
        if leads.contains(first.filter { $0 != "." }.folded) {
            rest = rest.dropFirst(first.count).drop { $0 == " " || $0 == ":" }
        }
        var digits = rest.prefix { $0.isASCII && $0.isNumber }
        rest = rest.dropFirst(digits.count)
        if digits.isEmpty {
            let word = rest.prefix { $0.isLetter }
            guard let said = SpokenDigits.one(word.folded) else { return nil }
            digits = said[...]
            rest = rest.dropFirst(word.count)
        }
        guard let number = Int(digits), (1...99_999).contains(number) else { return nil }
        let addition = rest.drop { $0 == " " || $0 == "-" || $0 == "/" }
        guard addition.count <= 5,
            addition.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == " " })
        else { return nil }
        return addition.isEmpty ? String(number) : "\(number) \(addition)"
    }

    private static let leads: Set<String> = ["nummer", "nr", "no", "huisnummer", "huisnr", "number", "#"]

    /// Runs of digits, and runs of letters.
    private struct Piece {
        let text: String
        let range: Range<String.Index>
    }

    private static func pieces(_ line: String) -> [Piece] {
        let text = line
        var pieces: [Piece] = []
        var start = text.startIndex
        func kind(_ character: Character) -> Int {
            if ("0"..."9").contains(character) { return 1 }
            return character.isLetter || character.isNumber ? 2 : 0
        }
        var index = start
        while index < text.endIndex {
            let now = kind(text[index])
            start = index
            while index < text.endIndex, kind(text[index]) == now { index = text.index(after: index) }
            if now > 0 { pieces.append(Piece(text: String(text[start..<index]), range: start..<index)) }
        }
        return pieces
    }
}
