/// A day or a few days that people name instead of a date.
///
/// School holidays differ from year to year and from place to place; they are as wide as they ever are.
enum Feast: Sendable, CaseIterable {
    case newYear, threeKings, valentine, carnival, goodFriday, easter, easterSunday, easterMonday,
        easterWeekend
    case kingsDay, remembranceDay, liberationDay, mothersDay, ascension, ascensionWeekend
    case pentecost, whitSunday, whitMonday, whitWeekend, fathersDay, budgetDay, halloween, saintMartin
    case saintNicholas, christmasEve, christmas, christmasDay, boxingDay, newYearsEve, newYears
    case springHolidays, mayHolidays, summerHolidays, autumnHolidays, christmasHolidays

    /// The feast of a year: the year in which it begins.
    func days(in year: Int) -> DateRange? {
        guard (1900...2999).contains(year) else { return nil }
        return fixed(year) ?? movable(year)
    }

    private func fixed(_ year: Int) -> DateRange? {
        let (month, day, length): (Int, Int, Int)
        switch self {
        case .newYear: (month, day, length) = (1, 1, 1)
        case .threeKings: (month, day, length) = (1, 6, 1)
        case .valentine: (month, day, length) = (2, 14, 1)
        case .remembranceDay: (month, day, length) = (5, 4, 1)
        case .liberationDay: (month, day, length) = (5, 5, 1)
        case .halloween: (month, day, length) = (10, 31, 1)
        case .saintMartin: (month, day, length) = (11, 11, 1)
        case .saintNicholas: (month, day, length) = (12, 5, 1)
        case .christmasEve: (month, day, length) = (12, 24, 1)
        case .christmas: (month, day, length) = (12, 25, 2)
        case .christmasDay: (month, day, length) = (12, 25, 1)
        case .boxingDay: (month, day, length) = (12, 26, 1)
        case .newYearsEve: (month, day, length) = (12, 31, 1)
        case .newYears: (month, day, length) = (12, 31, 2)
        case .springHolidays: (month, day, length) = (2, 10, 30)
        case .mayHolidays: (month, day, length) = (4, 18, 28)
        case .summerHolidays: (month, day, length) = (7, 1, 67)
        case .autumnHolidays: (month, day, length) = (10, 10, 22)
        case .christmasHolidays: (month, day, length) = (12, 19, 23)
        default: return nil
        }
        return Day(year: year, month: month, day: day).map { Feast.stretch($0, length) }
    }

    private func movable(_ year: Int) -> DateRange? {
        let easter = Day.easterSunday(year)
        func fromEaster(_ days: Int, _ length: Int = 1) -> DateRange {
            Feast.stretch(easter.adding(days: days), length)
        }
        return switch self {
        case .carnival: fromEaster(-49, 3)
        case .goodFriday: fromEaster(-2)
        case .easter: fromEaster(0, 2)
        case .easterSunday: fromEaster(0)
        case .easterMonday: fromEaster(1)
        case .easterWeekend: fromEaster(-2, 4)
        case .ascension: fromEaster(39)
        case .ascensionWeekend: fromEaster(39, 4)
        case .pentecost: fromEaster(49, 2)
        case .whitSunday: fromEaster(49)
        case .whitMonday: fromEaster(50)
        case .whitWeekend: fromEaster(48, 3)
        case .kingsDay: DateRange(Day.kingsDay(year))
        case .mothersDay: nth(2, .sunday, month: 5, year)
        case .fathersDay: nth(3, .sunday, month: 6, year)
        case .budgetDay: nth(3, .tuesday, month: 9, year)
        default: nil
        }
    }

    private func nth(_ number: Int, _ weekday: Weekday, month: Int, _ year: Int) -> DateRange? {
        Day(year: year, month: month, day: 7 * number).map {
            DateRange($0.adding(days: -(($0.weekday.rawValue - weekday.rawValue + 7) % 7)))
        }
    }

    private static func stretch(_ first: Day, _ length: Int) -> DateRange {
        length == 1 ? DateRange(first) : DateRange(first, first.adding(days: length - 1), .period)
    }
}

extension Day {
    /// Easter Sunday of a year.
    ///
    /// - Precondition: `year` is 1 to 9999; before 1583 the answer is the rule carried back, not history.
    ///
    /// By the Gregorian reckoning in the form of Meeus, Jones and Butcher: the first Sunday after the church's
    /// full moon on or after 21 March.
    public static func easterSunday(_ year: Int) -> Day {
        let cycle = year % 19
        let (century, yearOfCentury) = year.quotientAndRemainder(dividingBy: 100)
        let moonShift = (century - (century + 8) / 25 + 1) / 3
        let moon = (19 * cycle + century - century / 4 - moonShift + 15) % 30
        let toSunday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - moon - yearOfCentury % 4) % 7
        let lateMoon = (cycle + 11 * moon + 22 * toSunday) / 451
        let count = moon + toSunday - 7 * lateMoon + 114
        return Day(year: year, month: count / 31, day: count % 31 + 1)!
    }
    /// The birthday of the king, before 2014 of the queen: 27 or 30 April, and the day before when that is a Sunday.
    ///
    /// - Precondition: `year` is 1 to 9999; before there was such a day the rule is carried back.
    public static func kingsDay(_ year: Int) -> Day {
        let birthday = Day(year: year, month: 4, day: year >= 2014 ? 27 : 30)!
        return birthday.weekday == .sunday ? birthday.adding(days: -1) : birthday
    }
}
