/// The number of a complaint or a contact, such as `H26-7K3Q-F8M2-X`.
///
/// City, year, forty random bits and a check symbol. There is no counter, so a number tells nobody how many
/// complaints there are, and no desk waits for another. A number with one wrong character, or two characters
/// exchanged, is refused and never looked up as another one.
public struct ComplaintNumber: Hashable, Sendable {
    /// One to three letters, each a symbol: no I, L, O or U.
    public let city: String

    /// The last two digits of the year in which it was given out.
    public let year: Int

    /// Forty random bits.
    let random: UInt64

    /// A new number.
    ///
    /// - Parameters:
    ///   - city: One to three letters other than I, L, O and U.
    ///   - year: Such as 2026; only the last two digits count.
    public init(city: String, year: Int, using generator: inout some RandomNumberGenerator) {
        precondition(
            Self.isCity(city),
            "a city code is one to three capitals other than I, L, O and U, as gemeente.yaml promises")
        precondition(year >= 0, "a year of receipt is not negative")
        self.city = city
        self.year = year % 100
        self.random = generator.next() & (1 << 40 - 1)
    }

    /// Whether these letters can begin a number; for the check of the file that sets them.
    public static func isCity(_ text: String) -> Bool {
        (1...3).contains(text.count) && text.allSatisfy { isLetter($0) }
    }

    /// The number in its one written form; for what a program wrote.
    public init?(_ written: some StringProtocol) {
        guard let number = try? ComplaintNumber(typed: written), number.description == written else {
            return nil
        }
        self = number
    }

    /// The number as a person typed it: small letters, other or no dashes, O for 0, I or L for 1.
    public init(typed: some StringProtocol) throws(Problem) {
        let text = typed.filter { !Self.separators.contains($0) }.map(SymbolAlphabet.folded)
        guard !text.isEmpty else { throw .empty }
        var values: [UInt8] = []
        for character in text {
            guard let value = SymbolAlphabet.value(of: character) else { throw .unknownSymbol(character) }
            values.append(value)
        }
        guard (12...14).contains(text.count) else { throw .wrongLength(text.count) }
        let letters = text.count - 11
        guard text[..<letters].allSatisfy(Self.isLetter), let year = Int(String(text[letters..<letters + 2])),
            let random = SymbolAlphabet.bits(String(text[(letters + 2)..<(letters + 10)]))
        else { throw .wrongBeginning }
        guard SymbolAlphabet.check(values.dropLast()) == values.last else { throw .wrongCheck }
        self.city = String(text[..<letters])
        self.year = year
        self.random = random
    }

    /// What is wrong with a typed number.
    public enum Problem: Error, Hashable, Sendable {
        case empty
        /// A character that occurs in no number, such as `U` or `?`.
        case unknownSymbol(Character)
        case wrongLength(Int)
        /// It does not begin with the city's letters and two digits.
        case wrongBeginning
        /// It looks like a number, but somewhere is a wrong character or two have changed places.
        case wrongCheck

        /// One Dutch sentence with what to do.
        public var words: String {
            switch self {
            case .empty: "Typ een nummer, zoals H26-7K3Q-F8M2-X."
            case .unknownSymbol(let symbol):
                "'\(symbol)' komt in geen nummer voor. Een nummer ziet er zo uit: H26-7K3Q-F8M2-X."
            case .wrongLength(let count):
                "Een nummer heeft 12 tekens, zoals H26-7K3Q-F8M2-X. U typte er \(count)."
            case .wrongBeginning: "Een nummer begint met een letter en het jaar, zoals H26-7K3Q-F8M2-X."
            case .wrongCheck:
                "Dit nummer klopt niet: ergens staat een verkeerd teken, of twee tekens zijn verwisseld. Kijk het nog eens na."
            }
        }
    }

    /// In words of the Dutch telephone alphabet, a comma between the groups.
    public var spelled: String {
        groups.map { group in
            group.compactMap(TelephoneAlphabet.word(for:)).joined(separator: " ")
        }.joined(separator: ", ")
    }

    /// Without dashes, for searching by a part of it.
    var compact: String { groups.joined() }

    private var groups: [String] {
        let beginning = city + (year < 10 ? "0" : "") + String(year)
        let middle = SymbolAlphabet.text(random, count: 8)
        let check = SymbolAlphabet.check((beginning + middle).compactMap(SymbolAlphabet.value(of:)))
        return [
            beginning, String(middle.prefix(4)), String(middle.suffix(4)),
            String(SymbolAlphabet.symbols[Int(check)]),
        ]
    }

    private static func isLetter(_ character: Character) -> Bool {
        ("A"..."Z").contains(character) && SymbolAlphabet.value(of: character) != nil
    }

    // A non-breaking space and the longer dashes come along when a number is pasted from a letter.
    static let separators: Set<Character> = [
        " ", "-", ".", "_", "/", "\t", "\u{A0}", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}",
    ]
}

extension ComplaintNumber: CustomStringConvertible {
    public var description: String { groups.joined(separator: "-") }
}

extension ComplaintNumber: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let number = ComplaintNumber(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no complaint number")
        }
        self = number
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
