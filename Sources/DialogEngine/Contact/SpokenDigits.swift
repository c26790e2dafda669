/// Numbers as people say them, digit by digit or in pairs, in Dutch and English: `nul zes twaalf vierendertig`.
public enum SpokenDigits {
    /// The digits that some words stand for, one after the other.
    ///
    /// - Parameter words: Folded; each a number in digits or in words.
    /// - Returns: nil when one of them is something else.
    public static func digits(_ words: [String]) -> String? {
        var digits = ""
        var index = 0
        while index < words.count {
            if let times = repeats[words[index]] {
                guard index + 1 < words.count, let digit = one(words[index + 1]), digit.count == 1 else {
                    return nil
                }
                digits += String(repeating: digit, count: times)
                index += 2
            } else if let pair = apart(words[index...]) {
                digits += pair.digits
                index += pair.words
            } else if let digit = one(words[index]) {
                digits += digit
                index += 1
            } else {
                return nil
            }
        }
        return digits
    }

    /// Whether a word can be part of a number that is said.
    public static func isNumber(_ word: String) -> Bool { one(word) != nil || repeats[word] != nil }

    /// One word: `12`, `vierendertig`, `vijfhonderdelf`, `tweeduizend`, `oh`.
    static func one(_ word: String) -> String? {
        if !word.isEmpty, word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return word }
        return value(word).map(String.init) ?? (word == "oh" ? "0" : nil)
    }

    /// `drie en twintig`, `thirty four`, `tweeduizend elf`: one number in several words.
    private static func apart(_ words: ArraySlice<String>) -> (digits: String, words: Int)? {
        let words = Array(words.prefix(3))
        guard let first = words.first.flatMap(value) else { return nil }
        if words.count == 3, words[1] == "en", (1...9).contains(first), let tens = dutchTens[words[2]] {
            return (String(tens + first), 3)
        }
        guard words.count >= 2, let second = value(words[1]) else { return nil }
        if englishTens[words[0]] != nil, (1...9).contains(second), englishSmall[words[1]] != nil {
            return (String(first + second), 2)
        }
        let isThousand = words[0].hasSuffix("duizend")
        return isThousand && first % 1000 == 0 && second < 1000 ? (String(first + second), 2) : nil
    }

    /// 0 to 9999, in one word.
    private static func value(_ word: String) -> Int? {
        // Every word of a long text is looked at: most are no number by their first letter.
        guard let first = word.utf8.first, firstLetters.contains(first) else { return nil }
        if let small = dutchSmall[word] ?? dutchTens[word] ?? englishSmall[word] ?? englishTens[word] {
            return small
        }
        guard word.utf8.count > 6 else { return nil }
        return compound(word, at: "duizend", of: 1000) ?? compound(word, at: "honderd", of: 100) ?? tens(word)
    }

    /// `vijfhonderdelf`: what stands before the hundred, and after it.
    private static func compound(_ word: String, at size: String, of amount: Int) -> Int? {
        guard let place = word.firstRange(of: size) else { return nil }
        let (before, after) = (String(word[..<place.lowerBound]), word[place.upperBound...])
        guard let count = before.isEmpty ? 1 : dutchSmall[before], (1...9).contains(count) else { return nil }
        if after.isEmpty { return count * amount }
        let rest = value(String(after)) ?? (after.hasPrefix("en") ? value(String(after.dropFirst(2))) : nil)
        guard let rest, (1..<amount).contains(rest) else { return nil }
        return count * amount + rest
    }

    /// `vierendertig`.
    private static func tens(_ word: String) -> Int? {
        for (name, tens) in dutchTens where word.hasSuffix(name) {
            let before = word.dropLast(name.count)
            guard before.hasSuffix("en"), let unit = dutchSmall[String(before.dropLast(2))],
                (1...9).contains(unit)
            else { continue }
            return tens + unit
        }
        return nil
    }

    private static let dutchSmall = numbered([
        "nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf",
        "twaalf",
        "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
    ])
    private static let dutchTens = [
        "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70,
        "tachtig": 80, "negentig": 90,
    ]
    private static let englishSmall = numbered([
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ])
    private static let englishTens = [
        "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
        "ninety": 90,
    ]
    private static let repeats = ["dubbel": 2, "dubbele": 2, "double": 2, "driedubbel": 3, "triple": 3]

    private static let firstLetters = Set("nedtvzahosf".utf8)

    private static func numbered(_ words: [String]) -> [String: Int] {
        Dictionary(uniqueKeysWithValues: words.enumerated().map { ($0.element, $0.offset) })
    }
}
