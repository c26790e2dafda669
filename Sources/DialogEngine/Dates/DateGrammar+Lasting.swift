/// Lengths of time before today: "drie weken geleden", "al drie weken", "meer dan een jaar geleden".
extension DateGrammar {
    func ago(_ tokens: Tokens) -> DateRange? {
        guard tokens.last == .ago else {
            // "15 uur" is a time of the day.
            guard isAnswer, tokens.count > 1, tokens.last != .clock else { return nil }
            return count(tokens)?.ago(from: today)
        }
        let length = tokens.dropLast()
        // In a story the number may be a word that is not known: "honderdtien jaar geleden".
        if !isAnswer, length.count == 1 { return nil }
        if case .day(let offset)? = length.first, let count = count(length.dropFirst()) {
            return DateRange(count.point(count.halves.upperBound, from: today.adding(days: offset)))
        }
        return count(length)?.ago(from: today)
    }

    /// "meer dan", "minstens", "ruim", "bijna", "nog geen" and "precies" before a length.
    func measured(_ measure: DateToken, _ tokens: Tokens) -> DateRange? {
        let isAgo = tokens.last == .ago
        guard let count = count(isAgo ? tokens.dropLast() : tokens) else {
            return measure == .exactly ? stretch(tokens) : nil
        }
        guard isAgo || isAnswer else { return nil }
        let point = count.point(count.halves.upperBound, from: today)
        let days = count.days
        switch measure {
        case .exactly: return DateRange(point)
        case .more: return .before(point)
        case .atLeast: return .before(point.adding(days: 1))
        case .less:
            return point < today ? DateRange(point.adding(days: 1), today, .period) : DateRange(today)
        case .almost:
            let last = min(today, point.adding(days: max(1, days / 6)))
            return DateRange(point.adding(days: -max(1, days / 24)), last, .period)
        default:
            return DateRange(point.adding(days: -max(1, days / 3)), point.adding(days: -1), .period)
        }
    }

    /// "al drie weken", "al maanden", "al meer dan een jaar": since then, till today.
    ///
    /// - Returns: nil when it tells of a day after all: "al in mei", "al twee weken geleden".
    func lasting(_ tokens: Tokens) -> DateRange? {
        guard let first = tokens.first, tokens.last != .ago else { return nil }
        if let start = vagueStart(tokens) { return tillToday(DateRange(start)) }
        if tokens.count > 1, let count = count(tokens) {
            return count.unit == .minute ? nil : tillToday(count.ago(from: today))
        }
        guard [.more, .over, .amply, .less, .atLeast, .almost].contains(first),
            let count = count(tokens.dropFirst())
        else {
            return nil
        }
        let point = count.point(count.halves.upperBound, from: today)
        switch first {
        case .less: return tillToday(DateRange(min(today, point.adding(days: 1))))
        case .almost: return tillToday(DateRange(point.adding(days: -max(1, count.days / 24))))
        default: return tillToday(DateRange(point.adding(days: -max(1, count.days / 2))))
        }
    }

    /// "for three weeks now": without "now" an English story tells how long something took.
    func lastingInEnglish(_ tokens: Tokens) -> DateRange? {
        if tokens.last == .now { return lasting(tokens.dropLast()) }
        if tokens.first == .past || tokens.first == .last { return stretch(tokens) }
        return isAnswer ? lasting(tokens) : nil
    }

    /// Plain "weken", "maanden" and "jaren": as long as they may be meant.
    func vagueStart(_ tokens: Tokens) -> Day? {
        guard tokens.count == 1, case .unit(let unit, isPlural: true)? = tokens.first else { return nil }
        return switch unit {
        case .minute: today
        case .day: today.adding(days: -6)
        case .week, .weekend: today.adding(days: -8 * 7)
        case .month, .quarter: today.adding(months: -11)
        case .year: today.adding(years: -10)
        }
    }
}
