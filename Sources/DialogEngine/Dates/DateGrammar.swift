/// How tokens make a stretch of days; the whole of them, or nothing.
///
/// It goes from the loosest binding to the tightest: "sinds" before "tot", "tot" before "eind mei".
struct DateGrammar {
    let today: Day
    /// In an answer to "when?", "drie weken" is three weeks ago; in a story it is how long somebody waited.
    let isAnswer: Bool

    /// - Returns: Possibly a stretch that is still to come, wholly or in part.
    func read(_ tokens: [DateToken]) -> DateRange? {
        let tokens = withoutTime(tokens)
        if let first = tokens.first, first == .within || first == .over,
            tokens.count > 2, tokens[1] != .filler, let ahead = count(tokens[1...])
        {
            return ahead.ahead(of: today)
        }
        let core = tokens.filter { $0 != .filler && $0 != .within && $0 != .at }
        return core.isEmpty ? nil : stretch(core[...])
    }

    typealias Tokens = ArraySlice<DateToken>

    func stretch(_ tokens: Tokens) -> DateRange? {
        guard let first = tokens.first, let last = tokens.last else { return nil }
        let rest = tokens.dropFirst()
        switch first {
        case .since: return stretch(rest).map(tillToday)
        case .already: return lasting(rest) ?? stretch(rest)
        case .lasting: return lastingInEnglish(rest)
        case .around: return around(rest)
        case .before, .after: return beside(first, rest)
        case .more, .amply, .less, .atLeast, .almost, .exactly: return measured(first, rest)
        case .over where last == .ago: return measured(.more, rest)
        case .over where rest.contains(where: { $0.isFeast || $0.isSeason }): return stretch(rest)
        case .between: return joined(rest, by: .and)
        case .now where !rest.isEmpty: return stretch(rest)
        default: break
        }
        switch last {
        case .already where tokens.count > 1: return lasting(tokens.dropLast())
        case .around where tokens.count > 1: return around(tokens.dropLast())
        default: break
        }
        return countedBeside(tokens) ?? joined(tokens, by: .to) ?? atom(tokens)
            ?? (saysOf(tokens) ? atom(tokens.filter { $0 != .of }[...]) : nil) ?? neighbours(tokens)
    }

    /// English "the 3rd of May"; in "3 mei of 20 juni" it is the Dutch "or".
    private func saysOf(_ tokens: Tokens) -> Bool {
        guard let place = tokens.firstIndex(of: .of) else { return false }
        if case .number(_, digits: 1...2)? = tokens[(place + 1)...].first { return false }
        return true
    }

    /// One day, week, month, season, feast or year.
    private func atom(_ tokens: Tokens) -> DateRange? {
        let tokens = tokens.contains(.from) ? tokens.filter { $0 != .from }[...] : tokens
        guard let first = tokens.first else { return nil }
        if first == .daypart, tokens.count > 1 { return stretch(tokens.dropFirst()) }
        if let day = dayBehindWeek(tokens) { return day }
        if first.isWeekday, tokens.contains(where: { $0.dayOfMonth != nil }),
            let day = atom(tokens.dropFirst()), day.first == day.last
        {
            // The weekday is what people know best: where it does not fit, the day or the year is another.
            return first.isWeekday(of: day.first) ? day : nil
        }
        return named(tokens) ?? weekday(tokens) ?? relative(tokens) ?? ago(tokens) ?? numeric(tokens)
            ?? yearly(tokens)
    }

    /// "vorige week dinsdag 10 november", "afgelopen dinsdag 10 november": the day itself is what is known best.
    private func dayBehindWeek(_ tokens: Tokens) -> DateRange? {
        guard let first = tokens.first, offset(first) != nil else { return nil }
        var rest = tokens.dropFirst()
        if case .unit(.week, isPlural: false)? = rest.first { rest.removeFirst() }
        guard rest.first?.isWeekday == true, rest.contains(where: \.isMonth),
            rest.contains(where: { $0.dayOfMonth != nil })
        else { return nil }
        return atom(rest)
    }

    /// "gisteren", "vanochtend", "vannacht".
    private func named(_ tokens: Tokens) -> DateRange? {
        switch tokens.first {
        case .day(let offset) where tokens.dropFirst().allSatisfy { $0 == .daypart || $0 == .day(1) }:
            DateRange(today.adding(days: offset))
        case .now where tokens.count == 1, .this where Array(tokens.dropFirst()) == [.daypart]:
            DateRange(today)
        case .lastNight where tokens.count == 1:
            DateRange(today.adding(days: -1), today, .period)
        default: nil
        }
    }

    /// Without "om half tien" or "rond 15.00 uur".
    private func withoutTime(_ tokens: [DateToken]) -> [DateToken] {
        if let place = tokens.lastIndex(of: .at), place > 0, isTime(tokens[(place + 1)...]) {
            return Array(tokens[..<place])
        }
        guard tokens.last == .clock else { return tokens }
        let before = tokens.dropLast().reversed().prefix { $0.isNumber }.count
        guard (1...2).contains(before), tokens.count > before + 2 else { return tokens }
        var rest = tokens.dropLast(before + 1)
        guard let last = rest.last, last == .around || last == .at || rest.contains(where: isOwnDay) else {
            return tokens
        }
        if last == .around { rest.removeLast() }
        return Array(rest)
    }

    private func isOwnDay(_ token: DateToken) -> Bool {
        if case .day = token { true } else { token.isWeekday || token.isMonth }
    }

    private func isTime(_ tokens: Tokens) -> Bool {
        let numbers = tokens.filter { $0 != .clock && $0 != .half && $0 != .around }
        return (1...2).contains(numbers.count) && numbers.allSatisfy { ($0.number ?? 99) < 60 }
    }

    func tillToday(_ range: DateRange) -> DateRange {
        range.first <= today ? DateRange(range.first, today, .since) : range
    }
}
