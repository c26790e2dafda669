/// Two days or stretches that make one: "van 3 tot 5 mei", "maart of april", "rond Pasen", "na de zomer".
extension DateGrammar {
    /// - Parameter joint: What parts the two.
    func joined(_ tokens: Tokens, by joint: DateToken) -> DateRange? {
        guard let place = tokens.firstIndex(of: joint) else { return nil }
        var left = tokens[..<place]
        if left.first == .from { left.removeFirst() }
        return through(left, tokens[(place + 1)...])
    }

    /// From the first day of one through the last of the other; what the first leaves out, the second says.
    private func through(_ left: Tokens, _ right: Tokens) -> DateRange? {
        if right.count == 1, let number = right.first?.dayOfMonth, let start = stretch(left),
            start.precision == .day, left.contains(where: \.isMonth)
        {
            let end = Day(year: start.first.year, month: start.first.month, day: number)
            return end.flatMap { $0 < start.first ? nil : DateRange(start.first, $0, .period) }
        }
        guard let end = stretch(right) else { return nil }
        guard let start = beginning(left, before: end, right), start.first <= end.last else { return nil }
        return DateRange(start.first, end.last, .period)
    }

    /// The stretch that is the last one before another's end.
    private func beginning(_ tokens: Tokens, before end: DateRange, _ right: Tokens) -> DateRange? {
        if tokens.count == 1, let number = tokens.first?.dayOfMonth {
            guard right.contains(where: \.isMonth) || end.precision == .day else { return nil }
            let month = end.last.day >= number ? end.last : end.last.adding(months: -1)
            return Day(year: month.year, month: month.month, day: number).map { DateRange($0) }
        }
        let isOfItself = tokens.contains { token in
            if case .day = token { return true }
            return token.isUnit || token.isWeekday || token == .now
        }
        return isOfItself
            ? stretch(tokens)
            : DateGrammar(today: end.last, isAnswer: isAnswer).stretch(tokens)
    }

    /// "3 en 4 mei", "mei of juni", "eind mei begin juni", "3-5 mei": only where the two lie beside each other.
    func neighbours(_ tokens: Tokens) -> DateRange? {
        for joint in [DateToken.and, .or, .of] {
            guard let place = tokens.firstIndex(of: joint) else { continue }
            let (left, right) = (tokens[..<place], tokens[(place + 1)...])
            guard
                let both = near(
                    through(left, right) ?? through(right, left), withinDays: joint == .and ? 4 : 62),
                both.first < both.last
            else { return nil }
            return both
        }
        if tokens.count >= 3, let first = tokens.first, first.dayOfMonth != nil, first.isNumber,
            tokens.dropFirst().first?.dayOfMonth != nil, tokens.dropFirst(2).first?.isMonth == true
        {
            return near(through(tokens.prefix(1), tokens.dropFirst()), withinDays: 31)
        }
        for place in tokens.indices.dropFirst() where tokens[place].isPart || tokens[place].isMonth {
            let (left, right) = (tokens[..<place], tokens[place...])
            guard left.allSatisfy({ $0.isPart || $0.isMonth }), left.contains(where: \.isMonth),
                right.allSatisfy({ $0.isPart || $0.isMonth || $0.year != nil })
            else { continue }
            if let both = near(through(left, right), withinDays: 62) { return both }
        }
        let days = tokens.allSatisfy(\.isWeekday) && tokens.count == 2
        return days ? near(through(tokens.prefix(1), tokens.suffix(1)), withinDays: 4) : nil
    }

    private func near(_ range: DateRange?, withinDays length: Int) -> DateRange? {
        range.flatMap { $0.last.ordinal - $0.first.ordinal < length ? $0 : nil }
    }

    /// Some days either way; what is vague already stays as it is.
    func around(_ tokens: Tokens) -> DateRange? {
        guard let range = stretch(tokens) else { return nil }
        if tokens.contains(.ago) {
            guard range.first == range.last else { return range }
            let pad = min(7, max(1, (today.ordinal - range.first.ordinal) / 5))
            return widened(range, pad)
        }
        let length = range.last.ordinal - range.first.ordinal
        if tokens.contains(where: \.isFeast) { return length < 7 ? widened(range, 7) : range }
        return length < 4 ? widened(range, 3) : range
    }

    private func widened(_ range: DateRange, _ days: Int) -> DateRange {
        guard range.first <= today else { return range }
        return DateRange(range.first.adding(days: -days), min(today, range.last.adding(days: days)), .period)
    }

    /// "na Pasen", "voor de zomer": the weeks beside it. Beside a day it is open, and only an answer means that.
    func beside(_ side: DateToken, _ tokens: Tokens) -> DateRange? {
        guard let range = stretch(tokens) else { return nil }
        let (before, after) = (range.first.adding(days: -1), range.last.adding(days: 1))
        if tokens.contains(where: { $0.isFeast || $0.isSeason }) {
            let isSeason = tokens.contains(where: \.isSeason) || range.last.ordinal - range.first.ordinal > 30
            return side == .before
                ? DateRange(
                    isSeason ? range.first.adding(months: -1) : range.first.adding(days: -14), before, .period
                )
                : DateRange(
                    after, isSeason ? range.last.adding(months: 1) : range.last.adding(days: 14), .period)
        }
        guard isAnswer else { return nil }
        if side == .before { return .before(range.first) }
        return after > today ? nil : DateRange(after, today, .period)
    }

    /// "de dag na Koningsdag", "twee weken voor Kerst".
    func countedBeside(_ tokens: Tokens) -> DateRange? {
        guard let place = tokens.firstIndex(where: { $0 == .before || $0 == .after }),
            place > tokens.startIndex,
            let count = count(tokens[..<place]), let range = stretch(tokens[(place + 1)...]),
            range.last.ordinal - range.first.ordinal < 5
        else { return nil }
        if tokens[place] == .after { return count.ahead(of: range.last) }
        return count.isOneWeek && tokens[..<place].count == 1
            ? DateRange(range.first.adding(days: -7), range.first.adding(days: -1), .period)
            : count.ago(from: range.first)
    }
}
