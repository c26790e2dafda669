/// Days by where they lie from today: "vorige week dinsdag", "eind vorige maand", "het weekend".
extension DateGrammar {
    /// A weekday alone is the last one before today.
    func weekday(_ tokens: Tokens) -> DateRange? {
        guard
            let weekday = tokens.lazy.compactMap({ token -> Weekday? in
                if case .weekday(let weekday, _) = token { weekday } else { nil }
            }).first
        else { return nil }
        let others = tokens.filter { !$0.isWeekday && $0 != .daypart && $0 != .day(1) && $0 != .from }
        guard tokens.count(where: \.isWeekday) == 1 else { return nil }
        switch others.count {
        case 0: return DateRange(last(weekday))
        case 1:
            switch others[0] {
            case .last, .past, .final, .this: return DateRange(last(weekday))
            case .coming:
                return DateRange(last(weekday).adding(days: last(weekday).adding(days: 7) > today ? 7 : 14))
            default: return nil
            }
        default: break
        }
        if others.count == 2, case .unit(.week, _) = others[1], let offset = offset(others[0]) {
            return DateRange(week(offset).first.adding(days: weekday.rawValue - 1))
        }
        guard others.last == .ago, let count = count(others.dropLast()[...]), count.unit == .week else {
            return nil
        }
        return DateRange(week(-count.halves.upperBound / 2).first.adding(days: weekday.rawValue - 1))
    }

    /// "vorige week", "eind vorige maand", "de 3e van deze maand", "de afgelopen drie weken".
    func relative(_ tokens: Tokens) -> DateRange? {
        var tokens = tokens
        if tokens.count == 3, let day = tokens.first?.dayOfMonth,
            let offset = offset(tokens[tokens.startIndex + 1]),
            case .unit(.month, _)? = tokens.last
        {
            let month = today.adding(months: offset)
            return Day(year: month.year, month: month.month, day: day).map { DateRange($0) }
        }
        let part = tokens.first.flatMap(part)
        let isWord = tokens.first != .half
        if part != nil { tokens.removeFirst() }
        if tokens == [.unit(.weekend, isPlural: false)] { return weekend(0) }
        // "half jaar" is a length.
        if tokens.count == 1, part != nil, isWord, case .unit(let unit, isPlural: false)? = tokens.first {
            return stretch(unit, 0, part)
        }
        guard let first = tokens.first, let offset = offset(first), tokens.count > 1 else { return nil }
        let length = tokens.dropFirst()
        if length.count == 1, case .unit(let unit, isPlural: false)? = length.first {
            if unit == .year, part == nil, first == .past || first == .final {
                return DateRange(today.adding(years: -1), today, .since)
            }
            return stretch(unit, offset, part)
        }
        guard part == nil, first == .past || first == .last || first == .final else { return nil }
        if let start = vagueStart(length) { return tillToday(DateRange(start)) }
        return count(length).map { DateRange($0.point($0.halves.upperBound, from: today), today, .since) }
    }

    /// How many weeks, months or years on.
    func offset(_ token: DateToken) -> Int? {
        switch token {
        case .last, .past, .final: -1
        case .lastButOne: -2
        case .this: 0
        case .coming: 1
        default: nil
        }
    }

    func part(_ token: DateToken) -> DateToken.Part? {
        if case .part(let part) = token { part } else { token == .half ? .middle : nil }
    }

    private func stretch(_ unit: DateToken.Unit, _ offset: Int, _ part: DateToken.Part?) -> DateRange? {
        switch unit {
        case .minute, .day: return nil
        case .weekend: return part == nil ? weekend(offset) : nil
        case .week:
            let monday = week(offset).first
            return switch part {
            case nil: week(offset)
            case .beginning: DateRange(monday, monday.adding(days: 1), .period)
            case .middle: DateRange(monday.adding(days: 1), monday.adding(days: 3), .period)
            case .end: DateRange(monday.adding(days: 3), monday.adding(days: 6), .period)
            }
        case .month:
            let day = today.adding(months: offset)
            return month(day.year, day.month, part)
        case .quarter:
            guard part == nil else { return nil }
            let day = today.adding(months: 3 * offset)
            return months((day.month - 1) / 3 * 3 + 1, 3, of: day.year)
        case .year:
            guard let part else { return year(today.year + offset) }
            return yearPart(part, today.year + offset)
        }
    }

    func week(_ offset: Int) -> DateRange {
        let monday = today.adding(days: 1 - today.weekday.rawValue + 7 * offset)
        return DateRange(monday, monday.adding(days: 6), .period)
    }

    /// The last one that has begun; "vorig weekend" is the last that has ended.
    private func weekend(_ offset: Int) -> DateRange {
        let saturday = week(0).first.adding(days: 5)
        let hasBegun = saturday <= today
        let weeks = offset > 0 ? (hasBegun ? 1 : 0) : (hasBegun ? offset : min(-1, offset))
        let first = saturday.adding(days: 7 * weeks)
        return DateRange(first, first.adding(days: 1), .period)
    }

    private func last(_ weekday: Weekday) -> Day {
        let back = (today.weekday.rawValue - weekday.rawValue + 7) % 7
        return today.adding(days: back == 0 ? -7 : -back)
    }
}
