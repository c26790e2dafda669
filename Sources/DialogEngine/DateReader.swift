/// Reads days as people type them, in Dutch or in English; what happened lies in the past.
public struct DateReader: Sendable {
    public let today: Day

    public init(today: Day) { self.today = today }

    /// - Returns: nil when no day can be read. A day without a year is the last one that is not in the future.
    public func read(_ typed: String) -> DateRange? {
        let trimmed = typed.trimmed
        if let iso = Day(iso: trimmed) { return DateRange(iso) }
        if let first = Day(iso: trimmed + "-01") {
            return DateRange(first, first.adding(months: 1).adding(days: -1), .month)
        }
        var words = EnglishDates.inDutch(typed.foldedWords).filter { !DateReader.filler.contains($0) }
        guard !words.isEmpty else { return nil }
        words = withYearLast(words)
        if let relative = relative(words) { return relative }
        if let numeric = numeric(words) { return numeric }
        var part: Part?
        if let first = words.first, let found = Part(rawValue: first) ?? Part.others[first] {
            part = found
            words.removeFirst()
        }
        if words.count > 1, Weekday(dutch: words[0]) != nil { words.removeFirst() }
        return named(words, part)
    }

    /// `mei vorig jaar` and `vorig jaar mei` are `mei 2025`; `vorige mei` is the last May before this month.
    private func withYearLast(_ words: [String]) -> [String] {
        guard let month = words.lazy.compactMap(DateReader.month).first else { return words }
        if let place = words.firstRange(of: ["vorig", "jaar"]) {
            return Array(words[..<place.lowerBound] + words[place.upperBound...]) + [String(today.year - 1)]
        }
        guard words.count == 2, ["vorige", "afgelopen"].contains(words[0]) else { return words }
        return [words[1], String(month < today.month ? today.year : today.year - 1)]
    }

    private static let filler: Set<String> = [
        "op", "in", "de", "van", "om", "rond", "sinds", "ongeveer", "zo", "n", "circa", "het", "was",
    ]

    private enum Part: String {
        case beginning = "begin"
        case middle = "half"
        case end = "eind"

        static let others: [String: Part] = ["einde": .end, "medio": .middle, "midden": .middle]
    }

    private func relative(_ words: [String]) -> DateRange? {
        switch words {
        case ["vandaag"], ["nu"], ["net"], ["vanochtend"], ["vanmorgen"], ["vanmiddag"]:
            return DateRange(today)
        case ["gisteren"], ["gister"], ["gisteravond"]: return DateRange(today.adding(days: -1))
        case ["eergisteren"]: return DateRange(today.adding(days: -2))
        case ["deze", "week"]: return week(0)
        case ["vorige", "week"], ["afgelopen", "week"]: return week(-1)
        case ["deze", "maand"]: return month(today.year, today.month, nil)
        case ["vorige", "maand"], ["afgelopen", "maand"]:
            let day = today.adding(months: -1)
            return month(day.year, day.month, nil)
        case ["dit", "jaar"]: return year(today.year)
        case ["vorig", "jaar"]: return year(today.year - 1)
        default: break
        }
        if words.count <= 2, let weekday = words.last.flatMap({ Weekday(dutch: $0) }),
            words.count == 1 || words[0] == "afgelopen" || words[0] == "vorige"
        {
            return DateRange(last(weekday, before: today))
        }
        if words.count == 3, words[0] == "vorige", words[1] == "week", let weekday = Weekday(dutch: words[2])
        {
            return DateRange(week(-1).first.adding(days: weekday.rawValue - 1))
        }
        return ago(words)
    }

    /// "drie weken geleden"; "een jaar of twee terug" comes to its last number, "een paar weken" to two.
    /// "Meer dan een jaar geleden" is no day: a term may have ended between that and a year ago.
    private func ago(_ words: [String]) -> DateRange? {
        guard words.last == "geleden" || words.last == "terug",
            words.allSatisfy({ !DateReader.vague.contains($0) })
        else { return nil }
        if let halves = halfYears(words) {
            let day = today.adding(months: -6 * halves)
            return DateRange(day.adding(days: -15), day.adding(days: 15), .period)
        }
        let numbers = words.compactMap(DateReader.number)
        let takesLast = words.contains("of") || words.contains("paar")
        guard let count = takesLast ? numbers.last : numbers.first, count < 2000 else { return nil }
        for word in words {
            switch word {
            case "dag", "dagen": return DateRange(today.adding(days: -count))
            case "week", "weken":
                let day = today.adding(days: -7 * count)
                return DateRange(day.adding(days: -3), min(today, day.adding(days: 3)), .period)
            case "maand", "maanden":
                let day = today.adding(months: -count)
                return DateRange(day.adding(days: -15), min(today, day.adding(days: 15)), .period)
            case "jaar", "jaren":
                let day = today.adding(years: -count)
                return DateRange(day.adding(months: -3), min(today, day.adding(months: 3)), .period)
            default: continue
            }
        }
        return nil
    }

    private static let vague: Set<String> = ["meer", "langer", "ruim", "minder", "bijna", "less"]

    /// "een half jaar" is one, "anderhalf jaar" three.
    private func halfYears(_ words: [String]) -> Int? {
        guard words.contains("jaar") else { return nil }
        if words.contains("anderhalf") { return 3 }
        return words.dropLast(2).last == "half" ? 1 : nil
    }

    /// `12 3 2026`, `12 3 26`, `12 3`, `2026 3 12`.
    private func numeric(_ words: [String]) -> DateRange? {
        let numbers = words.compactMap { Int($0) }
        guard numbers.count == words.count else { return nil }
        switch numbers.count {
        case 1: return words[0].count == 4 ? year(numbers[0]) : nil
        case 2: return lastTime(day: numbers[0], month: numbers[1])
        case 3 where words[0].count == 4:
            return Day(year: numbers[0], month: numbers[1], day: numbers[2]).map { DateRange($0) }
        case 3:
            return Day(year: fullYear(numbers[2]), month: numbers[1], day: numbers[0]).map { DateRange($0) }
        default: return nil
        }
    }

    /// `12 maart 2026`, `12 maart`, `maart 2026`, `maart`, with or without `begin`, `half`, `eind`.
    private func named(_ words: [String], _ part: Part?) -> DateRange? {
        guard let position = words.firstIndex(where: { DateReader.month($0) != nil }),
            let month = DateReader.month(words[position])
        else { return part.flatMap { yearPart(words, $0) } }
        let before = words[..<position]
        let after = words[(position + 1)...]
        guard before.count <= 1, after.count <= 1 else { return nil }
        let givenYear = after.first.flatMap { Int($0) }.map(fullYear)
        guard after.isEmpty || givenYear != nil else { return nil }
        if let word = before.first {
            guard part == nil, let day = DateReader.number(word) else { return nil }
            if let givenYear { return Day(year: givenYear, month: month, day: day).map { DateRange($0) } }
            return lastTime(day: day, month: month)
        }
        if let givenYear { return self.month(givenYear, month, part) }
        guard let found = self.month(today.year, month, part), found.first <= today else {
            return self.month(today.year - 1, month, part)
        }
        return found
    }

    /// "begin 2025", "eind vorig jaar": four months.
    private func yearPart(_ words: [String], _ part: Part) -> DateRange? {
        let year: Int? =
            switch words {
            case ["dit", "jaar"]: today.year
            case ["vorig", "jaar"]: today.year - 1
            default: words.count == 1 && words[0].count == 4 ? Int(words[0]) : nil
            }
        let firstMonth =
            switch part {
            case .beginning: 1
            case .middle: 5
            case .end: 9
            }
        guard let year, let whole = self.year(year), let first = Day(year: year, month: firstMonth, day: 1)
        else { return nil }
        return DateRange(first, min(whole.last, first.adding(months: 4).adding(days: -1)), .period)
    }

    private func lastTime(day: Int, month: Int) -> DateRange? {
        for year in stride(from: today.year, to: today.year - 9, by: -1) {
            if let found = Day(year: year, month: month, day: day), found <= today { return DateRange(found) }
        }
        return nil
    }

    private func month(_ year: Int, _ month: Int, _ part: Part?) -> DateRange? {
        let length = Day.length(ofMonth: month, year: year)
        let bounds =
            switch part {
            case nil: (1, length)
            case .beginning: (1, 10)
            case .middle: (11, 20)
            case .end: (21, length)
            }
        guard let first = Day(year: year, month: month, day: bounds.0),
            let last = Day(year: year, month: month, day: bounds.1)
        else { return nil }
        return DateRange(first, last, part == nil ? .month : .period)
    }

    private func year(_ year: Int) -> DateRange? {
        guard (1900...today.year + 1).contains(year), let first = Day(year: year, month: 1, day: 1),
            let last = Day(year: year, month: 12, day: 31)
        else { return nil }
        return DateRange(first, last, .year)
    }

    private func week(_ offset: Int) -> DateRange {
        let monday = today.adding(days: 1 - today.weekday.rawValue + 7 * offset)
        return DateRange(monday, monday.adding(days: 6), .period)
    }

    private func last(_ weekday: Weekday, before day: Day) -> Day {
        let back = (day.weekday.rawValue - weekday.rawValue + 7) % 7
        return day.adding(days: back == 0 ? -7 : -back)
    }

    private func fullYear(_ year: Int) -> Int { year < 100 ? 2000 + year : year }

    static func isMonth(_ word: String) -> Bool { month(word) != nil }

    private static func month(_ word: String) -> Int? {
        let names = [
            "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
            "oktober", "november", "december",
        ]
        if word == "mrt" { return 3 }
        guard word.count >= 3 else { return nil }
        return names.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 }
    }

    private static func number(_ word: String) -> Int? {
        let names = [
            "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
            "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien", "twintig",
        ]
        if word == "dertig" { return 30 }
        if word == "paar" { return 2 }
        return Int(word) ?? names.firstIndex(of: word).map { $0 + 1 }
    }
}

extension Weekday {
    /// `maandag`, `ma`.
    init?(dutch word: String) {
        let names = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
        guard let index = names.firstIndex(where: { $0 == word || $0.prefix(2) == word }) else { return nil }
        self.init(rawValue: index + 1)
    }
}
