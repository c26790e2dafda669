/// A telephone number in one form, and what kind of number it is.
public struct PhoneNumber: Hashable, Sendable {
    /// As other systems name them: 112 and 14 0… are no numbers of E.164, and nobody is called back on them.
    public enum Kind: String, Sendable, CaseIterable {
        case mobile = "mobiel"
        case fixed = "vast"
        case foreign = "buitenland"
        /// 088, 085 and the like: of an organisation, or of a person through a company.
        case organisation = "organisatie"
        /// 0800.
        case free = "gratis"
        /// 0900, 0906, 0909.
        case paid = "betaald"
        /// 112, 113, 144, 116 000, 14 0….
        case short = "kort"
    }

    /// `+31612345678`; a number that is called only within the country as it is written there: `14 0…`, `0800-1202`.
    public let normalForm: String
    public let kind: Kind

    /// Whether somebody may be reached there: a clerk can call it back.
    public var canBeCalledBack: Bool {
        switch kind {
        case .mobile, .fixed, .foreign, .organisation: true
        case .free, .paid, .short: false
        }
    }

    /// Whether it is likely to be a resident's own.
    public var isPersonal: Bool { canBeCalledBack && kind != .organisation }
}

/// Reads telephone numbers as people type and say them.
public enum PhoneReader {
    public enum Outcome: Hashable, Sendable {
        case number(PhoneNumber)
        /// Digits, but too few or too many of them for how they begin: `06`, ten.
        case count(Int, beginning: String, needed: Int)
        /// Nine digits of which only the 0 before them seems to be missing.
        case noZero
        case none
    }

    /// - Parameter line: Digits, number words and what people put between them; nothing else.
    public static func read(_ line: String) -> Outcome {
        guard let dialled = dialled(line) else { return .none }
        return dialled.hasPrefix("+") ? abroad(dialled) : atHome(dialled)
    }

    /// The number as keys that are pressed: digits, with `+` before those of a country.
    private static func dialled(_ line: String) -> String? {
        var words: [String] = []
        var current = ""
        var isInternational = false
        var hasDigits: Bool { !words.isEmpty || !current.isEmpty }
        // `+31 (0)6`: that 0 is not dialled together with the country.
        let text = line.utf8.contains(UInt8(ascii: "(")) ? line.replacing("(0)", with: " () ") : line
        for character in text {
            if isDigit(character) || character.isLetter {
                current.append(character)
                continue
            }
            if character == "+" {
                guard !hasDigits, !isInternational else { return nil }
                isInternational = true
            } else if !separators.contains(character) {
                return nil
            }
            if !current.isEmpty { words.append(current.folded) }
            current = ""
        }
        if !current.isEmpty { words.append(current.folded) }
        if words.first == "plus", !isInternational {
            isInternational = true
            words.removeFirst()
        }
        guard var digits = SpokenDigits.digits(words), !digits.isEmpty else { return nil }
        if !isInternational, digits.hasPrefix("00") {
            isInternational = true
            digits.removeFirst(2)
        }
        let leftOut = text.count > line.count
        // `(0)23 511…` without a country is a number at home.
        if leftOut, !isInternational, !digits.hasPrefix("0") { digits = "0" + digits }
        return isInternational ? "+" + digits : digits
    }

    private static func isDigit(_ character: Character) -> Bool {
        character.asciiValue.map { (0x30...0x39).contains($0) } ?? false
    }

    private static let separators = Set<Character>(" -./(),:\u{A0}\u{2010}\u{2011}\u{2012}\u{2013}\u{202F}\t")

    private static func abroad(_ dialled: String) -> Outcome {
        var number = dialled
        for country in countriesWithTrunkZero where number.hasPrefix("+\(country)0") {
            number = "+\(country)" + number.dropFirst(country.count + 2)
        }
        if number.hasPrefix("+31") {
            let home = atHome("0" + number.dropFirst(3))
            if case .count(let count, let beginning, let needed) = home {
                let start = "+31 " + beginning.dropFirst()
                return .count(count + 1, beginning: start, needed: needed + 1)
            }
            return home
        }
        // E.164: at most fifteen digits; a country never begins with 0.
        guard (8...15).contains(number.count - 1), !number.hasPrefix("+0") else { return .none }
        return .number(PhoneNumber(normalForm: number, kind: .foreign))
    }

    /// Countries near and far whose people write the 0 of their own country after its code.
    private static let countriesWithTrunkZero = ["31", "32", "33", "44", "49", "90", "212"]

    private static func atHome(_ digits: String) -> Outcome {
        if let short = short(digits) { return .number(short) }
        guard digits.hasPrefix("0"), !digits.hasPrefix("00") else {
            // As a telephone shows it in a list of calls.
            if digits.hasPrefix("31"), digits.count == 11 { return atHome("0" + digits.dropFirst(2)) }
            if digits.count == 9, !digits.hasPrefix("0") { return .noZero }
            return .none
        }
        for (beginning, kind) in services where digits.hasPrefix(beginning) {
            guard [8, 11].contains(digits.count) else {
                return .count(digits.count, beginning: beginning, needed: digits.count < 8 ? 8 : 11)
            }
            return .number(PhoneNumber(normalForm: "\(beginning)-\(digits.dropFirst(4))", kind: kind))
        }
        let kind: PhoneNumber.Kind =
            switch digits.prefix(2) {
            case "06": .mobile
            case "08", "09": .organisation
            default: .fixed
            }
        guard digits.count == 10 else {
            guard digits.count >= 6 else { return .none }
            let beginning = kind == .mobile ? "06" : String(digits.prefix(3))
            return .count(digits.count, beginning: beginning, needed: 10)
        }
        return .number(PhoneNumber(normalForm: "+31" + digits.dropFirst(), kind: kind))
    }

    private static let services: [(String, PhoneNumber.Kind)] = [
        ("0800", .free), ("0900", .paid), ("0906", .paid), ("0909", .paid),
    ]

    /// Numbers without a net number. Source: Nummerplan telefoon- en ISDN-diensten.
    private static func short(_ digits: String) -> PhoneNumber? {
        switch (digits.count, digits.prefix(3)) {
        case (3, "112"), (3, "113"), (3, "144"): PhoneNumber(normalForm: digits, kind: .short)
        case (6, "116"): PhoneNumber(normalForm: "116 \(digits.suffix(3))", kind: .short)
        case (5, "140") where digits.dropFirst(3).first != "0",
            (6, "140") where digits.dropFirst(3).first != "0":
            PhoneNumber(normalForm: "14 \(digits.dropFirst(2))", kind: .short)
        default: nil
        }
    }
}
