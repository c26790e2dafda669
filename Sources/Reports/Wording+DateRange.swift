import DialogEngine

extension Wording {
    /// A told date as precise as it was told, and so that it reads as the same days: `maart 2026`, `2024`,
    /// `begin november 2026 (1 tot en met 10 november)`, `sinds 1 mei 2026`.
    public func range(_ range: DateRange) -> String {
        switch range.precision {
        case .day: day(range.first)
        case .month: month(range.first)
        case .year: String(range.first.year)
        case .period: period(range.first, range.last)
        case .since: self(.sinceDay, ["dag": dayWithoutWeekday(range.first)])
        case .before: self(.beforeDay, ["dag": dayWithoutWeekday(range.last.adding(days: 1))])
        }
    }

    private func period(_ first: Day, _ last: Day) -> String {
        if first == last { return day(first) }
        if first.day == 1, last.adding(days: 1).day == 1 {
            return through(first.year == last.year ? monthName(first) : month(first), month(last))
        }
        if first.adding(days: 1) == last {
            return self(
                .oneOfDays, ["eerste": shortened(first, before: last), "laatste": dayWithoutWeekday(last)])
        }
        if let part = part(first, last) {
            let days = through(String(first.day), "\(last.day) \(monthName(last))")
            return "\(calendar.parts[part])\(month(first)) (\(days))"
        }
        return through(shortened(first, before: last), dayWithoutWeekday(last))
    }

    private func through(_ first: String, _ last: String) -> String {
        self(.throughDay, ["eerste": first, "laatste": last])
    }

    /// Which third of a month: "begin", "half", "eind".
    private func part(_ first: Day, _ last: Day) -> Int? {
        guard first.year == last.year, first.month == last.month else { return nil }
        return switch (first.day, last.day) {
        case (1, 10): 0
        case (11, 20): 1
        case (21, Day.length(ofMonth: first.month, year: first.year)): 2
        default: nil
        }
    }

    /// A day without what the later one says again.
    private func shortened(_ first: Day, before last: Day) -> String {
        if first.year != last.year { return dayWithoutWeekday(first) }
        return first.month == last.month ? String(first.day) : "\(first.day) \(monthName(first))"
    }

    private func monthName(_ day: Day) -> String { calendar.months[day.month - 1] }

    private func month(_ day: Day) -> String { "\(monthName(day)) \(day.year)" }
}
