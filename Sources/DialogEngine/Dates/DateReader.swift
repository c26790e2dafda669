/// What words say of a day.
public enum DateReading: Hashable, Sendable {
    /// It has been; no day of it lies after today.
    case past(DateRange)
    /// It is still to come; its first day.
    case toCome(Day)
}

/// Reads days as people say them, in Dutch and in English; what happened lies in the past.
///
/// Choices where people may mean more than one thing:
/// * A day, month, season or feast without a year is the last one that has begun.
/// * "begin", "half" and "eind" are the thirds of a month or a season and four months of a year.
/// * "drie weken geleden" is three days either way, "drie maanden" half a month, "drie jaar" a quarter.
/// * "een week of drie" is about three; "een paar" two to four.
/// * "rond" is three days either way, and a week for a feast. "Voor" and "na" a feast are two weeks, a season a month.
/// * "sinds" and "al" run till today. "Meer dan" and "minstens" are open towards the past, "ruim" is not; "bijna" lies on
///   both sides.
/// * "vannacht" is yesterday or today.
public struct DateReader: Sendable {
    public let today: Day

    public init(today: Day) { self.today = today }

    /// - Parameter typed: A whole answer; "drie weken" alone is then three weeks ago.
    /// - Returns: nil when no day can be read, or when it is still to come.
    public func read(_ typed: String) -> DateRange? {
        guard case .past(let range)? = reading(typed) else { return nil }
        return range
    }

    /// - Returns: nil when no day can be read.
    public func reading(_ typed: String) -> DateReading? {
        let trimmed = withoutRemark(typed.trimmed)
        if let iso = Day(iso: trimmed) { return placed(DateRange(iso)) }
        if let first = Day(iso: trimmed + "-01") {
            return placed(DateRange(first, first.adding(months: 1).adding(days: -1), .month))
        }
        let words = DateReader.withHalves(trimmed).foldedWords
        guard words.count <= DateReader.longest,
            let tokens = DateLexicon.tokens(words, skipsSmallTalk: true)
        else { return nil }
        return DateGrammar(today: today, isAnswer: true).read(tokens).flatMap(placed)
    }

    /// Reads neighbouring words of a longer text: as few as say it.
    public func reading(of words: DateWords, in place: Range<Int>) -> DateReading? {
        guard let first = place.first, place.count <= DateReader.longest,
            Self.canBegin(words.tokens[first]), Self.canEnd(words.tokens[place.upperBound - 1]),
            let tokens = words.tokens(place), tokens.first != .now,
            words.tokens[first] != .from || tokens.contains(.to), !Self.endsInArticle(tokens)
        else { return nil }
        return DateGrammar(today: today, isAnswer: false).read(tokens).flatMap(placed)
    }

    /// "in juni een vergunning" is no first of June.
    private static func endsInArticle(_ tokens: [DateToken]) -> Bool {
        tokens.count > 1 && tokens[tokens.count - 1] == .number(1, digits: 0)
            && tokens[tokens.count - 2].isMonth
    }

    /// Whether the month may come first, as many write it in English: `11/03`, but not `25/03`.
    ///
    /// - Parameter numbers: Neighbouring words of a date that is all numbers.
    public static func mayBeginWithMonth(_ numbers: [String]) -> Bool {
        guard numbers.count == 2 || numbers.count == 3, let first = Int(numbers[0]),
            let second = Int(numbers[1])
        else { return false }
        return first != second && (1...12).contains(first) && (1...12).contains(second)
    }

    private static func canBegin(_ token: DateToken?) -> Bool {
        switch token {
        case .filler, .of, .or, .and, .to, .at: false
        default: true
        }
    }

    private static func canEnd(_ token: DateToken?) -> Bool {
        switch token {
        case .from, .within, .over: false
        default: canBegin(token)
        }
    }

    /// Whether a folded word is a day of the week or a month cut short, such as "zo" or "nov".
    public static func isShort(_ word: String) -> Bool {
        switch DateLexicon.token(word) {
        case .month(_, isShort: true), .weekday(_, isShort: true): true
        default: false
        }
    }

    /// Whether a folded word is a month in full.
    public static func isMonth(_ word: String) -> Bool {
        if case .month(_, isShort: false) = DateLexicon.token(word) { true } else { false }
    }

    /// Whether a folded word is a day of the week in full.
    public static func isWeekday(_ word: String) -> Bool {
        if case .weekday(_, isShort: false) = DateLexicon.token(word) { true } else { false }
    }

    /// Whether a folded word is a number in a row, such as "3e" or "derde".
    public static func isOrdinal(_ word: String) -> Bool {
        if case .ordinal = DateLexicon.token(word) { true } else { false }
    }

    /// Words in the longest date that is read.
    public static let longest = 16

    /// "eind mei (21 tot en met 31 mei)" says the same days twice; what else is added there belongs to the date.
    private func withoutRemark(_ typed: String) -> String {
        guard typed.hasSuffix(")"), let start = typed.lastIndex(of: "("), start > typed.startIndex else {
            return typed
        }
        let remark = String(typed[start...].dropFirst().dropLast())
        let rest = typed[..<start].trimmed
        guard remark.contains(where: \.isNumber) else { return rest }
        if Int(remark.trimmed) == nil, case .past(let range) = reading(remark), range.first < range.last {
            return rest
        }
        return "\(rest) \(remark)"
    }

    private static func withHalves(_ typed: String) -> String {
        typed.replacing(",5 ", with: " en een half ").replacing("½", with: " en een half ")
    }

    private func placed(_ range: DateRange) -> DateReading? {
        if range.first > today { return .toCome(range.first) }
        return .past(
            range.last > today ? DateRange(range.first, today, range.precision) : range)
    }
}
