/// What comes once a year: a date, a month, a week, a season, a feast.
extension DateGrammar {
    /// What it is in a given year; nil when there is none, such as 29 February.
    private typealias Yearly = (Int) -> DateRange?

    /// `12 3 2026`, `12 3 26`, `12 3`, `2026 3 12`, `3 2026`.
    func numeric(_ tokens: Tokens) -> DateRange? {
        var numbers: [(value: Int, digits: Int)] = []
        for token in tokens {
            guard case .number(let value, let digits) = token, digits > 0 else { return nil }
            numbers.append((value, digits))
        }
        switch numbers.count {
        case 2 where numbers[1].digits == 4:
            return (1...12).contains(numbers[0].value) ? month(numbers[1].value, numbers[0].value, nil) : nil
        case 2:
            let (day, month) = (numbers[0].value, numbers[1].value)
            return lastTime { Day(year: $0, month: month, day: day).map { DateRange($0) } }
        case 3 where numbers[0].digits == 4: return date(numbers[0].value, numbers[1].value, numbers[2].value)
        case 3: return date(fullYear(numbers[2].value), numbers[1].value, numbers[0].value)
        default: return nil
        }
    }

    /// `12 maart 2026`, `eind mei vorig jaar`, `afgelopen zomer`, `Pasen`, `de 3e`.
    func yearly(_ tokens: Tokens) -> DateRange? {
        var rest = Array(tokens)
        // "eind vorige zomer" is vorige "eind zomer".
        if rest.count > 2, part(rest[0]) != nil, offset(rest[1]) != nil, !rest[2].isUnit { rest.swapAt(0, 1) }
        if let year = takeYear(&rest) { return within(rest, year) }
        guard let first = rest.first else { return nil }
        if let yearly = yearly(rest) { return lastTime(yearly) }
        switch first {
        case .last, .past, .final:
            return yearly(Array(rest.dropFirst())).flatMap { yearly in lastTime(yearly) { $0.last < today } }
        case .this: return yearly(Array(rest.dropFirst())).flatMap { lastTime($0) }
        case .coming:
            guard let yearly = yearly(Array(rest.dropFirst())) else { return nil }
            return (today.year...today.year + 8).lazy.compactMap(yearly).first { $0.first > today }
        case .ordinal(let day)
        where rest.count == 1 || Array(rest.dropFirst()) == [.unit(.month, isPlural: false)]:
            return lastDay(day)
        default: return nil
        }
    }

    /// Takes "2025", "vorig jaar" or "twee jaar geleden" out.
    private func takeYear(_ tokens: inout [DateToken]) -> Int? {
        for place in tokens.indices.dropLast() {
            guard let offset = offset(tokens[place]), case .unit(.year, _) = tokens[place + 1] else {
                continue
            }
            tokens.removeSubrange(place...place + 1)
            return today.year + offset
        }
        if tokens.count > 3, tokens.last == .ago, let years = count(tokens.suffix(3)[...].dropLast()),
            years.unit == .year, years.halves.upperBound % 2 == 0
        {
            tokens.removeLast(3)
            return today.year - years.halves.upperBound / 2
        }
        if tokens.count > 3, tokens[2] == .ago, let years = count(tokens[..<2]), years.unit == .year,
            years.halves.upperBound % 2 == 0
        {
            tokens.removeFirst(3)
            return today.year - years.halves.upperBound / 2
        }
        if let year = tokens.last?.year {
            tokens.removeLast()
            return year
        }
        if let year = tokens.first?.year {
            tokens.removeFirst()
            return year
        }
        if tokens.count >= 3, tokens[tokens.count - 2].isMonth, tokens[tokens.count - 3].dayOfMonth != nil,
            case .number(let year, digits: 2)? = tokens.last
        {
            tokens.removeLast()
            return fullYear(year)
        }
        return nil
    }

    private func within(_ tokens: [DateToken], _ year: Int) -> DateRange? {
        if tokens.isEmpty { return self.year(year) }
        if tokens.count == 1, let part = part(tokens[0]) { return yearPart(part, year) }
        if tokens.count == 2, case .ordinal(let number) = tokens[0] {
            if tokens[1] == .half, number <= 2 { return months(6 * number - 5, 6, of: year) }
            if tokens[1] == .unit(.quarter, isPlural: false), number <= 4 {
                return months(3 * number - 2, 3, of: year)
            }
        }
        guard let yearly = yearly(tokens) else { return nil }
        let found = yearly(year)
        // "winter 2025" in March of that year is the one that ended then.
        if let found, found.first > today, tokens.contains(where: \.isSeason), let before = yearly(year - 1),
            before.last.year == year
        {
            return before
        }
        return found
    }

    private func yearly(_ tokens: [DateToken]) -> Yearly? {
        var tokens = tokens
        if tokens.count > 1, case .unit(.month, _) = tokens[0], tokens[1].isMonth { tokens.removeFirst() }
        switch tokens.count {
        case 1: return yearly(tokens[0])
        case 2: return yearly(tokens[0], tokens[1])
        case 3: return yearly(tokens[0], tokens[1], tokens[2])
        default: return nil
        }
    }

    private func yearly(_ token: DateToken) -> Yearly? {
        switch token {
        case .month(let month, _): { self.month($0, month, nil) }
        case .season(let season): { months(season.firstMonth, 3, of: $0) }
        case .feast(let feast): { feast.days(in: $0) }
        default: nil
        }
    }

    private func yearly(_ first: DateToken, _ second: DateToken) -> Yearly? {
        switch (first, second) {
        case (_, .month(let month, _)):
            if let part = part(first) { return { self.month($0, month, part) } }
            return first.dayOfMonth.map { day in { date($0, month, day) } }
        // "oktober 25" is a year to most, and a day to some.
        case (.month, .number(let number, digits: 2))
        where (today.year - 9...today.year).contains(2000 + number):
            return nil
        case (.month(let month, _), _): return second.dayOfMonth.map { day in { date($0, month, day) } }
        case (_, .season(let season)):
            guard let part = part(first) else { return nil }
            let later =
                switch part {
                case .beginning: 0
                case .middle: 1
                case .end: 2
                }
            return { months(season.firstMonth + later, 1, of: $0) }
        case (.unit(.week, _), .number(let number, digits: 1...2)): return { week(number, of: $0) }
        case (.unit(let unit, _), .feast(let feast)):
            return { feast.days(in: $0).flatMap { around($0.first, unit) } }
        default: return nil
        }
    }

    private func yearly(_ first: DateToken, _ second: DateToken, _ third: DateToken) -> Yearly? {
        guard case .month(let month, _) = third else { return nil }
        switch (first, second) {
        case (.ordinal(let number), .unit(.week, _)) where number <= 4:
            return { days(7 * number - 6, 7, month, $0) }
        case (.ordinal(let number), .half) where number <= 2:
            return { days(number == 1 ? 1 : 16, number == 1 ? 15 : 16, month, $0) }
        case (.ordinal(let number), .weekday(let weekday, _)) where number <= 4:
            return { nth(weekday, from: 7 * number - 6, month, $0) }
        case (.final, .weekday(let weekday, _)), (.last, .weekday(let weekday, _)):
            return { nth(weekday, from: Day.length(ofMonth: month, year: $0) - 6, month, $0) }
        case (.final, .unit(.day, _)), (.last, .unit(.day, _)):
            return { date($0, month, Day.length(ofMonth: month, year: $0)) }
        case (.final, .unit(.week, _)), (.last, .unit(.week, _)):
            return { days(Day.length(ofMonth: month, year: $0) - 6, 7, month, $0) }
        case (.unit(let unit, _), _):
            guard let day = second.dayOfMonth else { return nil }
            return { date($0, month, day).flatMap { around($0.first, unit) } }
        default: return nil
        }
    }

    // MARK: Stretches of a year

    /// The last time that has begun.
    private func lastTime(_ yearly: Yearly, where fits: (DateRange) -> Bool) -> DateRange? {
        stride(from: today.year, to: today.year - 9, by: -1).lazy.compactMap(yearly).first(where: fits)
    }

    private func lastTime(_ yearly: Yearly) -> DateRange? { lastTime(yearly) { $0.first <= today } }

    /// "de 3e": of this month, or of the last one that had it.
    private func lastDay(_ day: Int) -> DateRange? {
        (0...2).lazy.compactMap { back in
            let month = today.adding(months: -back)
            return Day(year: month.year, month: month.month, day: day)
        }.first { $0 <= today }.map { DateRange($0) }
    }

    private func date(_ year: Int, _ month: Int, _ day: Int) -> DateRange? {
        year < 1900 ? nil : Day(year: year, month: month, day: day).map { DateRange($0) }
    }

    /// The weekday among the seven days that begin with a day of a month.
    private func nth(_ weekday: Weekday, from day: Int, _ month: Int, _ year: Int) -> DateRange? {
        date(year, month, day).map {
            DateRange($0.first.adding(days: (weekday.rawValue - $0.first.weekday.rawValue + 7) % 7))
        }
    }

    func month(_ year: Int, _ month: Int, _ part: DateToken.Part?) -> DateRange? {
        let length = Day.length(ofMonth: month, year: year)
        return switch part {
        case nil: months(month, 1, of: year)
        case .beginning: days(1, 10, month, year)
        case .middle: days(11, 10, month, year)
        case .end: days(21, length - 20, month, year)
        }
    }

    private func days(_ first: Int, _ count: Int, _ month: Int, _ year: Int) -> DateRange? {
        Day(year: year, month: month, day: first).map { first in
            let end = Day.length(ofMonth: month, year: year) - first.day
            return DateRange(first, first.adding(days: min(end, count - 1)), .period)
        }
    }

    /// Whole months, possibly into the next year.
    func months(_ first: Int, _ count: Int, of year: Int) -> DateRange? {
        guard (1900...2999).contains(year), let january = Day(year: year, month: 1, day: 1) else {
            return nil
        }
        let start = january.adding(months: first - 1)
        return DateRange(
            start, start.adding(months: count).adding(days: -1), count == 1 ? .month : .period)
    }

    func year(_ year: Int) -> DateRange? {
        months(1, 12, of: year).map { DateRange($0.first, $0.last, .year) }
    }

    /// "begin 2025", "eind vorig jaar": four months.
    func yearPart(_ part: DateToken.Part, _ year: Int) -> DateRange? {
        switch part {
        case .beginning: months(1, 4, of: year)
        case .middle: months(5, 4, of: year)
        case .end: months(9, 4, of: year)
        }
    }

    /// A week by its number, as in ISO 8601.
    private func week(_ number: Int, of year: Int) -> DateRange? {
        guard (1...53).contains(number), let inFirst = Day(year: year, month: 1, day: 4) else { return nil }
        let monday = inFirst.adding(days: 1 - inFirst.weekday.rawValue + 7 * (number - 1))
        guard monday.adding(days: 3).year == year else { return nil }
        return DateRange(monday, monday.adding(days: 6), .period)
    }

    /// The week or the weekend of a day.
    private func around(_ day: Day, _ unit: DateToken.Unit) -> DateRange? {
        let monday = day.adding(days: 1 - day.weekday.rawValue)
        return switch unit {
        case .week: DateRange(monday, monday.adding(days: 6), .period)
        case .weekend: DateRange(monday.adding(days: 5), monday.adding(days: 6), .period)
        case .minute, .day, .month, .quarter, .year: nil
        }
    }

    private func fullYear(_ year: Int) -> Int { year < 100 ? 2000 + year : year }
}
