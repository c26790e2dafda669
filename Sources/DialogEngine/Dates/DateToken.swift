/// A word as `DateGrammar` understands it, whatever its language.
enum DateToken: Hashable, Sendable {
    /// - Parameter digits: How many were typed; 0 for a number in words.
    case number(Int, digits: Int)
    case ordinal(Int)
    case month(Int, isShort: Bool)
    case weekday(Weekday, isShort: Bool)
    case season(Season)
    case feast(Feast)
    case unit(Unit, isPlural: Bool)
    /// So many days from today: "gisteren" is -1.
    case day(Int)
    case now
    /// "vannacht": between yesterday and today.
    case lastNight
    case daypart
    case part(Part)
    /// "half mei", "een half jaar", "de eerste helft".
    case half
    case oneAndHalf
    /// "een paar": two to four.
    case few
    /// "vorige": the one before this one.
    case last
    /// "voorvorige".
    case lastButOne
    /// "afgelopen": the one that ended last.
    case past
    /// "laatste": of May, or those that ended last.
    case final
    case this
    case coming
    case ago
    case since
    /// "al": drie weken, sinds mei.
    case already
    /// English "for": three weeks.
    case lasting
    case around
    case before
    case after
    case more
    /// "ruim": a little more.
    case amply
    case less
    case atLeast
    case almost
    case exactly
    case from
    case to
    case between
    case and
    case or
    /// Dutch "or" and English "of".
    case of
    /// Dutch "in future" and English "more than" or "during".
    case over
    /// "in": the summer, and English: in two weeks.
    case within
    /// Before a time of the day.
    case at
    /// "uur" after a time of the day; also a unit.
    case clock
    /// Says nothing of a day.
    case filler

    enum Unit: Sendable {
        case minute, day, week, weekend, month, quarter, year
    }

    enum Part: Sendable {
        case beginning, middle, end
    }

    /// By the months of the weather, as people mean them: summer is June to August.
    enum Season: Int, Sendable {
        case spring = 3
        case summer = 6
        case autumn = 9
        case winter = 12

        var firstMonth: Int { rawValue }
    }

    var isNumber: Bool { if case .number = self { true } else { false } }
    var isMonth: Bool { if case .month = self { true } else { false } }
    var isWeekday: Bool { if case .weekday = self { true } else { false } }
    func isWeekday(of day: Day) -> Bool { if case .weekday(day.weekday, _) = self { true } else { false } }
    var isFeast: Bool { if case .feast = self { true } else { false } }
    var isSeason: Bool { if case .season = self { true } else { false } }
    var isPart: Bool { if case .part = self { true } else { self == .half } }
    var isUnit: Bool { if case .unit = self { true } else { self == .clock } }

    /// The number, in digits or in words.
    var number: Int? { if case .number(let number, _) = self { number } else { nil } }

    /// "3" or "3e", from 1 to 31.
    var dayOfMonth: Int? {
        switch self {
        case .number(let number, _), .ordinal(let number): (1...31).contains(number) ? number : nil
        default: nil
        }
    }

    /// A number that can only be a year.
    var year: Int? {
        if case .number(let year, digits: 4) = self, (1900...2999).contains(year) { year } else { nil }
    }
}
