import DialogEngine
import Glibc
import Records

/// The time in the Netherlands, whatever the time zone of the machine.
///
/// Summer time runs from the last Sunday of March to the last Sunday of October, at 01:00 UTC (Directive
/// 2000/84/EC). Counted here because a slim machine may have no time zone files.
enum AmsterdamClock {
    /// - Parameter seconds: Since 1970-01-01 00:00 UTC.
    static func timestamp(secondsSince1970 seconds: Int) -> Timestamp {
        let offset = isSummer(seconds) ? 2 : 1
        let local = seconds + offset * 3600
        let day = Day(ordinal: local >= 0 ? local / 86_400 : (local - 86_399) / 86_400)
        let second = local - day.ordinal * 86_400
        let time = "\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))"
        guard let timestamp = Timestamp("\(day.iso)T\(time)+0\(offset):00") else {
            preconditionFailure("a moment of these years can be written down")
        }
        return timestamp
    }

    static func now() -> Timestamp {
        timestamp(secondsSince1970: time(nil))
    }

    /// A fixed day for replaying a talk: ten in the morning.
    static func morning(of day: Day) -> Timestamp {
        let noonUTC = day.ordinal * 86_400 + 12 * 3600
        return timestamp(secondsSince1970: day.ordinal * 86_400 + (isSummer(noonUTC) ? 8 : 9) * 3600)
    }

    private static func isSummer(_ seconds: Int) -> Bool {
        let year = Day(ordinal: seconds / 86_400).year
        return seconds >= change(year, 3) && seconds < change(year, 10)
    }

    /// 01:00 UTC on the last Sunday of the month.
    private static func change(_ year: Int, _ month: Int) -> Int {
        guard let last = Day(year: year, month: month, day: 31) else {
            preconditionFailure("March and October have 31 days")
        }
        return (last.ordinal - last.weekday.rawValue % 7) * 86_400 + 3600
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
