import DialogEngine
import Rules

extension LegalCalendar {
    /// The calendar with every day decreed for 2023 to 2028.
    static let known = LegalCalendar(
        decreedDays: [
            "2023-04-28", "2023-05-19", "2024-05-10", "2024-12-27", "2025-05-30", "2026-01-02",
            "2026-05-15", "2027-05-07", "2028-04-28", "2028-05-26",
        ].map { Day($0) },
        decreesKnownThrough: Day("2028-12-31"))
}

extension Day {
    /// A day that the test itself wrote down rightly.
    init(_ iso: String) { self = Day(iso: iso)! }
}
