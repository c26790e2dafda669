/// A length of time as people say it: "drie weken", "een jaar of twee", "anderhalf jaar", "een paar dagen".
struct DateCount {
    let unit: DateToken.Unit
    /// From the least to the most that is meant, in halves.
    let halves: ClosedRange<Int>
    /// "een dag of tien".
    var isRough = false

    /// The one week of "de week voor Kerst".
    var isOneWeek: Bool { unit == .week && halves == 2...2 }

    /// So long before a day, as precise as it was said.
    func ago(from day: Day) -> DateRange {
        let (least, most) = (halves.lowerBound, halves.upperBound)
        if isOneDay { return DateRange(point(most, from: day)) }
        let (first, last) = (point(most, from: day), point(least, from: day))
        return switch unit {
        case .minute: DateRange(day)
        case .day:
            DateRange(
                first.adding(days: isRough ? -margin : 0), last.adding(days: isRough ? margin : 0), .period)
        case .week, .weekend: DateRange(first.adding(days: -3), last.adding(days: 3), .period)
        case .month, .quarter: DateRange(first.adding(days: -15), last.adding(days: 15), .period)
        case .year where least == most && [1, 3].contains(abs(most)):
            DateRange(first.adding(days: -15), last.adding(days: 15), .period)
        case .year: DateRange(first.adding(months: -3), last.adding(months: 3), .period)
        }
    }

    /// So long after a day; nil for some hours, which are no other day.
    func ahead(of day: Day) -> DateRange? {
        guard unit != .minute else { return nil }
        let mirrored = DateCount(
            unit: unit, halves: -halves.upperBound ... -halves.lowerBound, isRough: isRough)
        let range = mirrored.ago(from: day)
        let next = day.adding(days: 1)
        return range.first > day ? range : DateRange(next, max(next, range.last), .period)
    }

    /// The day exactly so long before another.
    func point(_ halves: Int, from day: Day) -> Day {
        switch unit {
        case .minute: day
        case .day: day.adding(days: -halves / 2)
        case .week: day.adding(days: -(7 * halves) / 2)
        case .weekend: day.adding(days: -(7 * halves) / 2)
        case .month: day.adding(months: -(halves / 2)).adding(days: halves % 2 * -15)
        case .quarter: day.adding(months: -(halves * 3 / 2))
        case .year: day.adding(months: -6 * halves)
        }
    }

    /// The whole length in days, about.
    var days: Int {
        let unitDays =
            switch unit {
            case .minute: 0
            case .day: 1
            case .week, .weekend: 7
            case .month: 30
            case .quarter: 91
            case .year: 365
            }
        return unitDays * halves.upperBound / 2
    }

    private var isOneDay: Bool {
        unit == .minute || unit == .day && halves.lowerBound == halves.upperBound && !isRough
    }
    private var margin: Int { max(1, abs(halves.upperBound) / 10) }
}

extension DateGrammar {
    /// A length, and nothing beside it.
    func count(_ tokens: Tokens) -> DateCount? {
        var tokens = tokens.filter { $0 != .filler && $0 != .around }[...]
        // "een week of drie", "een paar dagen", "een half jaar": the first word is no number there.
        if case .number(1, digits: 0)? = tokens.first, let next = tokens.dropFirst().first,
            tokens.count > 2, next.isUnit || next == .few || next == .half || next == .oneAndHalf
        {
            tokens.removeFirst()
        }
        // "2 à 3 weken" folds to "2 a 3".
        if tokens.count == 4, tokens.dropFirst().first == .number(1, digits: 0) {
            tokens.remove(at: tokens.startIndex + 1)
        }
        if tokens.last == .clock { return hours(tokens.dropLast()) }
        let units = tokens.compactMap { token -> (unit: DateToken.Unit, isPlural: Bool)? in
            if case .unit(let unit, let isPlural) = token { (unit, isPlural) } else { nil }
        }
        guard units.count == 1, let (unit, isPlural) = units.first else { return nil }
        let rest = tokens.filter { !$0.isUnit }
        // "week 12" is no twelve weeks.
        guard tokens.last?.isUnit == true || rest.first == .of || rest.first == .or else { return nil }
        if rest.isEmpty { return isPlural ? nil : DateCount(unit: unit, halves: 2...2) }
        guard let halves = halves(rest), halves.upperBound <= (unit == .year ? 200 : 3998) else { return nil }
        return DateCount(unit: unit, halves: halves, isRough: rest.first == .of)
    }

    /// The number of a length, in halves, from the least to the most that is meant.
    private func halves(_ tokens: [DateToken]) -> ClosedRange<Int>? {
        func whole(_ number: Int) -> Int? { (1..<2000).contains(number) ? 2 * number : nil }
        func between(_ least: Int, _ most: Int) -> ClosedRange<Int>? {
            guard least < most, let least = whole(least), let most = whole(most) else { return nil }
            return least...most
        }
        switch (tokens.count, tokens[0], tokens.last ?? tokens[0]) {
        case (1, .number(let number, _), _), (2, .of, .number(let number, _)):
            return whole(number).map { $0...$0 }
        case (1, .few, _): return 4...8
        case (1, .half, _): return 1...1
        case (1, .oneAndHalf, _): return 3...3
        case (2, .number(let number, _), .half): return whole(number).map { $0 + 1...$0 + 1 }
        case (2, .or, .number(let most, _)): return between(1, most)
        case (2, .number(let least, _), .number(let most, _)): return between(least, most)
        case (3, .number(let least, _), .number(let most, _)):
            return [.of, .or, .to].contains(tokens[1]) ? between(least, most) : nil
        default: return nil
        }
    }

    /// "twee uur", "48 uur": some hours are the same day.
    private func hours(_ tokens: Tokens) -> DateCount? {
        guard tokens.count <= 1 else { return nil }
        switch tokens.first {
        case .number(let number, _)? where (24..<1000).contains(number):
            return DateCount(unit: .day, halves: 2 * (number / 24)...2 * (number / 24))
        case .number?, .few?, .half?, .oneAndHalf?, nil: return DateCount(unit: .minute, halves: 2...2)
        default: return nil
        }
    }
}
