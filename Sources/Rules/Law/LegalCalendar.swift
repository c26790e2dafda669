import DialogEngine

/// Which days the law does not let a term end on.
///
/// Right for days from 10 October 2010, when the present wording of the Algemene termijnenwet began, and for
/// as long as the King's birthday is celebrated on 27 April (since 2014; 30 April before). Decreed days are
/// known only as far as the government has named them; later days are answered all the same, and a deadline
/// that rests on them is marked provisional.
///
/// Source: Atw 3.
public struct LegalCalendar: Equatable, Sendable {
    /// Days put on a par with a holiday by decree, such as the Friday after Ascension Day (Atw 3 lid 3).
    public let decreedDays: Set<Day>
    /// The last day for which every decree is known.
    public let decreesKnownThrough: Day

    public init(decreedDays: [Day], decreesKnownThrough: Day) {
        self.decreedDays = Set(decreedDays)
        self.decreesKnownThrough = decreesKnownThrough
    }

    /// The holiday on a day, whatever the day of the week; nil when it is none.
    public func holiday(on day: Day) -> Holiday? {
        Holiday(statutory: day) ?? (decreedDays.contains(day) ? .decreed : nil)
    }

    /// Whether the day is a Saturday, a Sunday or a holiday.
    ///
    /// Source: Atw 1 lid 1 and 3.
    public func isFreeDay(_ day: Day) -> Bool {
        switch day.weekday {
        case .saturday, .sunday: true
        case .monday, .tuesday, .wednesday, .thursday, .friday: holiday(on: day) != nil
        }
    }
}
