import DialogEngine
import Rules
import Testing

@Suite struct LegalCalendarTests {
    @Test(
        "Easter falls where the almanac says",
        arguments: [
            "1818-03-22", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23", "2008-03-23", "2019-04-21",
            "2026-04-05", "2027-03-28", "2028-04-16", "2038-04-25", "2049-04-18", "2076-04-19", "2285-03-22",
        ])
    func easter(_ sunday: String) {
        #expect(Day.easterSunday(Day(sunday).year).iso == sunday)
    }

    @Test func easterIsASundayFrom22MarchTo25April() {
        for year in 1...9999 {
            let easter = Day.easterSunday(year)
            let earliest = Day(year: year, month: 3, day: 22)!
            let latest = Day(year: year, month: 4, day: 25)!
            #expect(easter.weekday == .sunday && (earliest...latest).contains(easter), "year \(year)")
        }
    }

    @Test(
        "The holidays of three years",
        arguments: [
            (
                year: 2026,
                holidays: [
                    "01-01 Nieuwjaarsdag", "01-02 aangewezen dag", "04-03 Goede Vrijdag",
                    "04-06 tweede paasdag",
                    "04-27 Koningsdag", "05-05 Bevrijdingsdag", "05-14 Hemelvaartsdag",
                    "05-15 aangewezen dag",
                    "05-25 tweede pinksterdag", "12-25 eerste kerstdag", "12-26 tweede kerstdag",
                ]
            ),
            (
                year: 2027,
                holidays: [
                    "01-01 Nieuwjaarsdag", "03-26 Goede Vrijdag", "03-29 tweede paasdag", "04-27 Koningsdag",
                    "05-05 Bevrijdingsdag", "05-06 Hemelvaartsdag", "05-07 aangewezen dag",
                    "05-17 tweede pinksterdag", "12-25 eerste kerstdag", "12-26 tweede kerstdag",
                ]
            ),
            (
                year: 2028,
                holidays: [
                    "01-01 Nieuwjaarsdag", "04-14 Goede Vrijdag", "04-17 tweede paasdag", "04-27 Koningsdag",
                    "04-28 aangewezen dag", "05-05 Bevrijdingsdag", "05-25 Hemelvaartsdag",
                    "05-26 aangewezen dag",
                    "06-05 tweede pinksterdag", "12-25 eerste kerstdag", "12-26 tweede kerstdag",
                ]
            ),
        ])
    func holidays(year: Int, holidays: [String]) {
        let first = Day(year: year, month: 1, day: 1)!
        let found = (first.ordinal..<first.adding(years: 1).ordinal).compactMap { ordinal in
            let day = Day(ordinal: ordinal)
            return LegalCalendar.known.holiday(on: day).map { "\(day.iso.dropFirst(5)) \($0.rawValue)" }
        }
        #expect(found == holidays)
    }

    @Test(
        "The birthday of the King or Queen",
        arguments: [
            "2011-04-30", "2012-04-30", "2013-04-30", "2014-04-26", "2015-04-27", "2019-04-27", "2024-04-27",
            "2025-04-26", "2031-04-26",
        ])
    func kingsDay(_ celebrated: String) {
        let march = Day(year: Day(celebrated).year, month: 3, day: 31)!
        let found = (1...31).map { march.adding(days: $0) }.filter {
            LegalCalendar.known.holiday(on: $0) == .kingsDay
        }
        #expect(found.map(\.iso) == [celebrated])
    }

    @Test func ascensionDayOnTheFifthOfMayIsOneHoliday() {
        #expect(LegalCalendar.known.holiday(on: Day("2016-05-05")) == .liberationDay)
        #expect(LegalCalendar.known.isFreeDay(Day("2016-05-05")))
    }

    @Test func daysOutsideTheYearsThatCanBeTypedAreAnsweredToo() {
        let last = LegalCalendar.known.lastDay(of: .weeks(6), after: Day("9999-12-31"))
        #expect(last.rawDay - Day("9999-12-31") == 42)
        #expect(!LegalCalendar.known.isFreeDay(last.day))
        #expect(LegalCalendar.known.holiday(on: Day(ordinal: -800_000)) == nil)
    }
}

private func - (a: Day, b: Day) -> Int { a.ordinal - b.ordinal }
