import Rules

/// The days, months, numbers and terms of a language.
struct CalendarWords: Sendable {
    typealias Unit = (one: String, several: String)

    /// From Monday.
    let weekdays: [String]
    let months: [String]
    /// The beginning, the middle and the end of a month, to stand before its name.
    let parts: [String]
    /// From nought.
    let numbers: [String]
    let days: Unit
    let weeks: Unit
    let monthUnit: Unit
    let years: Unit

    func unit(_ unit: Term.Unit) -> Unit {
        switch unit {
        case .days: days
        case .weeks: weeks
        case .months: monthUnit
        case .years: years
        }
    }

    /// - Parameter language: A code; Dutch for one that is not here.
    static func of(_ language: String) -> CalendarWords { language == "en" ? english : dutch }

    private static let dutch = CalendarWords(
        weekdays: ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
        months: [
            "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
            "oktober",
            "november", "december",
        ],
        parts: ["begin ", "half ", "eind "],
        numbers: [
            "nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf",
            "twaalf", "dertien", "veertien",
        ], days: ("dag", "dagen"), weeks: ("week", "weken"), monthUnit: ("maand", "maanden"),
        years: ("jaar", "jaar"))

    private static let english = CalendarWords(
        weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
        months: [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ],
        parts: ["early ", "mid-", "late "],
        numbers: [
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
            "twelve", "thirteen", "fourteen",
        ], days: ("day", "days"), weeks: ("week", "weeks"), monthUnit: ("month", "months"),
        years: ("year", "years"))
}
