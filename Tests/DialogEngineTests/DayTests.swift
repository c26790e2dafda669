import DialogEngine
import Testing

@Suite struct DayTests {
    @Test func everyDayFrom1900To2100ReadsBack() throws {
        // Counted up by hand, so that the arithmetic under test does not judge itself.
        var ordinal = -25_567
        var weekday = 1
        for year in 1900...2100 {
            let isLeapYear = year % 4 == 0 && year != 1900 && year != 2100
            let lengths = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            for (month, length) in zip(1..., lengths) {
                for date in 1...length {
                    let day = try #require(Day(year: year, month: month, day: date))
                    try #require(day.ordinal == ordinal)
                    try #require((day.year, day.month, day.day) == (year, month, date))
                    try #require(day.weekday.rawValue == weekday)
                    try #require(Day(iso: day.iso) == day)
                    ordinal += 1
                    weekday = weekday % 7 + 1
                }
                try #require(Day(year: year, month: month, day: length + 1) == nil)
            }
        }
    }

    @Test(
        "Known days",
        arguments: [
            (iso: "0001-01-01", ordinal: -719_162, weekday: Weekday.monday), ("1900-01-01", -25_567, .monday),
            ("1969-12-31", -1, .wednesday), ("1970-01-01", 0, .thursday), ("2000-02-29", 11_016, .tuesday),
            ("2026-11-25", 20_782, .wednesday), ("9999-12-31", 2_932_896, .friday),
        ])
    func known(iso: String, ordinal: Int, weekday: Weekday) throws {
        let day = try #require(Day(iso: iso))
        #expect(day.ordinal == ordinal)
        #expect(day.weekday == weekday)
        #expect(day.iso == iso)
        #expect(Day(ordinal: ordinal) == day)
    }

    @Test(
        "No such day",
        arguments: [
            "2026-02-29", "1900-02-29", "2100-02-29", "2026-04-31", "2026-00-10", "2026-13-01", "2026-01-00",
            "2026-01-32", "0000-01-01", "", "2026", "2026-1-1", "26-01-01", "2026/01/01", "2026-01-01 ",
            " 2026-01-01",
            "-2026-01-01", "2026-01-01-", "+026-01-01", "2026-01-0１", "20260101", "2026-01-01T00:00",
            "12026-01-01",
        ])
    func invalid(_ text: String) {
        #expect(Day(iso: text) == nil)
    }

    @Test func partsOutsideTheCalendarMakeNoDay() {
        #expect(Day(year: 0, month: 1, day: 1) == nil)
        #expect(Day(year: 10_000, month: 1, day: 1) == nil)
        #expect(Day(year: 2026, month: Int.max, day: 1) == nil)
        #expect(Day(year: 2026, month: 1, day: Int.min) == nil)
    }

    @Test(
        "Months on",
        arguments: [
            (day: "2026-01-31", months: 1, result: "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
            ("2026-03-31", 1, "2026-04-30"), ("2026-11-30", 3, "2027-02-28"), ("2026-12-01", 1, "2027-01-01"),
            ("2026-01-15", 12, "2027-01-15"), ("2026-01-15", 0, "2026-01-15"),
            ("2026-03-31", -1, "2026-02-28"),
            ("2026-01-15", -1, "2025-12-15"), ("2026-01-15", -13, "2024-12-15"),
            ("2026-12-31", -22, "2025-02-28"),
        ])
    func months(day: String, months: Int, result: String) throws {
        let day = try #require(Day(iso: day))
        #expect(day.adding(months: months).iso == result)
    }

    @Test(
        "Years on",
        arguments: [
            (day: "2024-02-29", years: 1, result: "2025-02-28"), ("2024-02-29", 4, "2028-02-29"),
            ("2026-11-25", 5, "2031-11-25"), ("2026-11-25", -1, "2025-11-25"),
        ])
    func years(day: String, years: Int, result: String) throws {
        let day = try #require(Day(iso: day))
        #expect(day.adding(years: years).iso == result)
    }

    @Test func monthsKeepTheDateOrTakeTheLastOfTheMonth() throws {
        let first = try #require(Day(year: 1999, month: 1, day: 1))
        for ordinal in first.ordinal..<first.adding(years: 9).ordinal {
            let day = Day(ordinal: ordinal)
            for months in -14...14 {
                let moved = day.adding(months: months)
                let count = day.year * 12 + day.month - 1 + months
                try #require(moved.year * 12 + moved.month - 1 == count)
                let length = Day.length(ofMonth: moved.month, year: moved.year)
                try #require(moved.day == min(day.day, length))
            }
        }
    }

    @Test func daysAreOrderedAsTheyCome() throws {
        let day = try #require(Day(iso: "2026-12-31"))
        #expect(day < day.adding(days: 1))
        #expect(day.adding(days: 1).iso == "2027-01-01")
        #expect(day.adding(days: -365).iso == "2025-12-31")
        #expect(day.adding(days: 7).weekday == day.weekday)
    }
}
