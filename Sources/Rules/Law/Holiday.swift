import DialogEngine

/// A day that the Algemene termijnenwet counts with Saturday and Sunday; the raw value is its name.
///
/// Easter Sunday and Whit Sunday are not among them: they are Sundays already.
///
/// Source: Atw 3 lid 1 (the list), lid 2 (Good Friday), lid 3 (days put on a par by decree).
public enum Holiday: String, CaseIterable, Sendable {
    case newYearsDay = "Nieuwjaarsdag"
    case goodFriday = "Goede Vrijdag"
    case easterMonday = "tweede paasdag"
    case kingsDay = "Koningsdag"
    case liberationDay = "Bevrijdingsdag"
    case ascensionDay = "Hemelvaartsdag"
    case whitMonday = "tweede pinksterdag"
    case christmasDay = "eerste kerstdag"
    case boxingDay = "tweede kerstdag"
    case decreed = "aangewezen dag"

    /// The holiday that the Act itself puts on a day; nil when there is none.
    ///
    /// Ascension Day can fall on 5 May (2016); the day then goes by its fixed name.
    init?(statutory day: Day) {
        switch (day.month, day.day) {
        case (1, 1): self = .newYearsDay
        case (5, 5): self = .liberationDay
        case (12, 25): self = .christmasDay
        case (12, 26): self = .boxingDay
        case (4, 26...30) where (1...9999).contains(day.year) && day == Day.kingsDay(day.year):
            self = .kingsDay
        default: self.init(movable: day)
        }
    }

    /// The holidays that move with Easter.
    private init?(movable day: Day) {
        let year = day.year
        // A term counted from the last years a day can be typed in may end after them.
        guard (1...9999).contains(year) else { return nil }
        switch day.ordinal - Day.easterSunday(year).ordinal {
        case -2: self = .goodFriday
        case 1: self = .easterMonday
        case 39: self = .ascensionDay
        case 50: self = .whitMonday
        default: return nil
        }
    }
}
