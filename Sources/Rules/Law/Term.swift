/// A length of time as a statute words it: a whole number of days, weeks, months or years.
///
/// Six weeks and forty-two days stay different terms, because the Algemene termijnenwet looks at the
/// wording (Atw 4, onder a). Hours are not terms here: every deadline in this program is a day.
public struct Term: Hashable, Sendable, CustomStringConvertible {
    /// The unit in which the statute counts; the raw value is its letter in an ISO 8601 duration.
    public enum Unit: Character, CaseIterable, Sendable {
        case days = "D"
        case weeks = "W"
        case months = "M"
        case years = "Y"
    }

    /// How many of the unit: 1 to 9999.
    public let amount: Int
    public let unit: Unit

    /// - Precondition: `amount` is 1 to 9999.
    public init(amount: Int, unit: Unit) {
        precondition(Term.amounts.contains(amount), "a term has an amount of 1 to 9999")
        self.amount = amount
        self.unit = unit
    }

    /// Reads an ISO 8601 duration of one unit, such as `P6W`, `P14D`, `P1M` or `P1Y`.
    ///
    /// - Returns: nil for anything else: an amount of zero or with more than four digits, several units,
    ///   a time part, small letters.
    public init?(iso: some StringProtocol) {
        let digits = iso.dropFirst().dropLast()
        guard iso.first == "P", let last = iso.last, let unit = Unit(rawValue: last),
            (1...4).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) }),
            let amount = Int(digits), Term.amounts.contains(amount)
        else { return nil }
        self.init(amount: amount, unit: unit)
    }

    public static func days(_ amount: Int) -> Term { Term(amount: amount, unit: .days) }
    public static func weeks(_ amount: Int) -> Term { Term(amount: amount, unit: .weeks) }
    public static func months(_ amount: Int) -> Term { Term(amount: amount, unit: .months) }
    public static func years(_ amount: Int) -> Term { Term(amount: amount, unit: .years) }

    /// As an ISO 8601 duration: `P6W`.
    public var iso: String { "P\(amount)\(unit.rawValue)" }

    public var description: String { iso }

    /// Whether the Algemene termijnenwet applies to a statutory term of this length.
    ///
    /// False for more than 90 days, more than twelve weeks, more than three months, and for years.
    ///
    /// Source: Atw 4, onder a.
    public var isExtendedByAtw: Bool {
        switch unit {
        case .days: amount <= 90
        case .weeks: amount <= 12
        case .months: amount <= 3
        case .years: false
        }
    }

    /// Whether the term is at least so many days long, for a number of days no longer than a week.
    func lasts(atLeastDays minimum: Int) -> Bool {
        precondition((1...7).contains(minimum), "compared with at most a week")
        return switch unit {
        case .days: amount >= minimum
        case .weeks, .months, .years: true
        }
    }

    private static let amounts = 1...9999
}
