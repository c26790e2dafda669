/// What each word means for a day, in Dutch and in English together: few of them clash.
enum DateLexicon {
    /// The tokens of folded words.
    ///
    /// - Parameter skipsSmallTalk: Whether "ik denk" and the like say nothing; so in an answer.
    /// - Returns: nil when a word has nothing to do with days.
    static func tokens(_ words: [String], skipsSmallTalk: Bool) -> [DateToken]? {
        var tokens: [DateToken] = []
        var index = 0
        while index < words.count {
            if let (length, meaning) = phrase(words, at: index) {
                tokens += meaning
                index += length
            } else if let token = token(words[index]) {
                tokens.append(token)
                index += 1
            } else if skipsSmallTalk, smallTalk.contains(words[index]) {
                index += 1
            } else {
                return nil
            }
        }
        return joiningTens(tokens)
    }

    /// Whether a word can stand in a date.
    static func knows(_ word: String) -> Bool {
        token(word) != nil || phrases[word] != nil || inside.contains(word)
    }

    /// The tokens of the longest phrase that begins here.
    private static func phrase(_ words: [String], at index: Int) -> Phrase? {
        guard let candidates = phrases[words[index]] else { return nil }
        return candidates.first { words[(index + 1)...].starts(with: $0.0) }.map { ($0.0.count + 1, $0.1) }
    }

    /// How many words it has, and what they mean together.
    typealias Phrase = (count: Int, meaning: [DateToken])

    /// Every phrase that begins here, the longest first.
    static func allPhrases(_ words: [String], at index: Int) -> [Phrase] {
        guard let candidates = phrases[words[index]] else { return [] }
        return candidates.filter { words[(index + 1)...].starts(with: $0.0) }.map { ($0.0.count + 1, $0.1) }
    }

    static func token(_ word: String) -> DateToken? {
        if let token = words[word] { return token }
        guard let first = word.utf8.first else { return nil }
        if (48...57).contains(first) { return numeral(word) }
        // "maar" begins as maart does.
        guard word.utf8.count >= 3, word != "maar",
            let index = months.firstIndex(where: { $0.hasPrefix(word) })
        else {
            return nil
        }
        return .month(index + 1, isShort: true)
    }

    /// `12`, `3e`, `3rd`.
    private static func numeral(_ word: String) -> DateToken? {
        let digits = word.utf8.prefix { (48...57).contains($0) }.count
        guard digits <= 9, let number = Int(word.prefix(digits)) else { return nil }
        let rest = word.dropFirst(digits)
        if rest.isEmpty { return .number(number, digits: digits) }
        return ["st", "nd", "rd", "th", "e", "de", "ste"].contains(String(rest)) ? .ordinal(number) : nil
    }

    /// "twenty first" is one number in two words.
    static func joiningTens(_ tokens: [DateToken]) -> [DateToken] {
        var joined: [DateToken] = []
        for token in tokens {
            if case .number(let tens, digits: 0)? = joined.last, tens == 20 || tens == 30 {
                switch token {
                case .number(let ones, digits: 0) where ones < 10:
                    joined[joined.count - 1] = .number(tens + ones, digits: 0)
                    continue
                case .ordinal(let ones) where ones < 10:
                    joined[joined.count - 1] = .ordinal(tens + ones)
                    continue
                default: break
                }
            }
            joined.append(token)
        }
        return joined
    }

    private static let months = [
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
        "november", "december",
    ]

    private static let smallTalk: Set<String> = [
        "ik", "denk", "dacht", "geloof", "volgens", "mij", "dat", "ergens", "gebeurde", "gebeurd",
        "misschien",
        "waarschijnlijk", "vermoedelijk", "i", "think", "maybe", "probably", "somewhere", "happened", "that",
        "ergens", "er", "weer", "alweer", "sometime", "time", "nog",
    ]

    /// Words that are only inside a phrase.
    private static let inside = Set(phrases.values.flatMap { $0.flatMap(\.0) })

    /// Phrases by their first word, the longest first.
    private static let phrases: [String: [([String], [DateToken])]] = {
        var table: [String: [([String], [DateToken])]] = [:]
        for (text, meaning) in phraseList {
            let words = text.split(separator: " ").map(String.init)
            table[words[0], default: []].append((Array(words.dropFirst()), meaning))
        }
        return table.mapValues { $0.sorted { $0.0.count > $1.0.count } }
    }()

    private static let words: [String: DateToken] = {
        var table: [String: DateToken] = [:]
        func put(_ words: String, _ token: DateToken) {
            for word in words.split(separator: " ") { table[String(word)] = token }
        }
        for (words, token) in wordList { put(words, token) }
        for (index, words) in monthWords.enumerated() {
            put(words.long, .month(index + 1, isShort: false))
            put(words.short, .month(index + 1, isShort: true))
        }
        for (index, words) in weekdayWords.enumerated() {
            guard let weekday = Weekday(rawValue: index + 1) else { continue }
            put(words.long, .weekday(weekday, isShort: false))
            put(words.short, .weekday(weekday, isShort: true))
            for daypart in dayparts { put(words.dutch + daypart, .weekday(weekday, isShort: false)) }
        }
        for daypart in dayparts {
            put("gister\(daypart) gisteren\(daypart)", .day(-1))
            put("eergister\(daypart) eergisteren\(daypart)", .day(-2))
            put("morgen\(daypart)", .day(1))
        }
        for (index, word) in cardinals.enumerated() { put(word, .number(index + 1, digits: 0)) }
        for (index, word) in tens.enumerated() { put(word, .number(40 + 10 * index, digits: 0)) }
        for (index, word) in ordinals.enumerated() { put(word, .ordinal(index + 1)) }
        return table
    }()

    private static let dayparts = ["ochtend", "morgen", "middag", "avond", "nacht"]
}
