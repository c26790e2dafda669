/// The 32 symbols of numbers that people read aloud and type over.
///
/// All digits, and the letters without I, L, O and U: what looks like one of those is read as the symbol it
/// looks like. A symbol is also an element of the field of 32 elements, which gives a check symbol with a
/// proof.
enum SymbolAlphabet {
    static let symbols: [Character] = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    private static let values = Dictionary(
        uniqueKeysWithValues: symbols.enumerated().map { ($1, UInt8($0)) })

    /// - Returns: nil when this is no symbol; small letters and look-alikes are not folded here.
    static func value(of symbol: Character) -> UInt8? { values[symbol] }

    /// Capitals, and the digit for a letter that looks like it.
    static func folded(_ typed: Character) -> Character {
        switch typed {
        case "o", "O": "0"
        case "i", "I", "l", "L": "1"
        case "a"..."z": Character(typed.uppercased())
        default: typed
        }
    }

    /// So many symbols for the lowest bits, five a symbol, most significant first.
    static func text(_ bits: UInt64, count: Int) -> String {
        String((0..<count).reversed().map { symbols[Int((bits >> UInt64($0 * 5)) & 31)] })
    }

    /// - Returns: nil when a character is no symbol. At most twelve symbols.
    static func bits(_ text: some StringProtocol) -> UInt64? {
        guard text.count <= 12 else { return nil }
        var bits: UInt64 = 0
        for character in text {
            guard let value = value(of: character) else { return nil }
            bits = bits << 5 | UInt64(value)
        }
        return bits
    }

    /// The check symbol's value for these values.
    ///
    /// The i-th of n values weighs αⁿ⁻ⁱ and the check symbol weighs 1, with α a generator of the field; α has
    /// order 31, so up to 30 values have weights that differ from each other and from 1, and none is 0. The
    /// weighted sum of a good number is a constant. One wrong symbol changes it by weight × difference, two
    /// exchanged symbols by (difference of weights) × (difference of values): products of two non-zero
    /// elements of a field, hence never 0. Every single error and every swap, of neighbours or not, is found.
    static func check(_ values: [UInt8]) -> UInt8 {
        precondition(values.count <= 30, "the weights of a check symbol are distinct for 30 values at most")
        return check(sum: values.reduce(0) { sum, value in adding(value, to: sum) })
    }

    /// One step of `check`, for who has the values one by one.
    static func adding(_ value: UInt8, to sum: UInt8) -> UInt8 { timesGenerator(sum ^ value) }

    static func check(sum: UInt8) -> UInt8 { sum ^ constant }

    // Makes `H26-7K3Q-F8M2-X`, the example in every text, a good number.
    private static let constant: UInt8 = 12

    /// Multiplication by x in GF(2)[x] / (x⁵ + x² + 1).
    private static func timesGenerator(_ element: UInt8) -> UInt8 {
        let shifted = element << 1
        return shifted & 32 == 0 ? shifted : shifted ^ 0b10_0101
    }
}
