public import DialogEngine

/// How long the gemeente keeps what: the selectielijst gemeenten 2020, procestype 13 and 6 (Archiefwet 1995 art. 5).
public struct RetentionTable: Hashable, Sendable {
    /// How something ended, as far as its term depends on it.
    public enum Outcome: String, CaseIterable, Sendable {
        case handled = "afgehandeld"
        /// About money: damage, liability.
        case financial = "schade"
        case throughOmbudsman = "via-ombudsman"
        case notAdmissible = "niet-in-behandeling"
        case withdrawn = "ingetrokken"
        /// A contact that is no complaint: somebody was told where to go.
        case contact = "contact"
    }

    public struct Row: Hashable, Sendable {
        public let outcome: Outcome
        /// Number of the result in the selectielijst, such as `13.1`.
        public let number: String
        /// Counted from the day it ended; nil for what is kept for ever.
        public let term: Term?
        public let source: String

        public init(outcome: Outcome, number: String, term: Term?, source: String) {
            self.outcome = outcome
            self.number = number
            self.term = term
            self.source = source
        }
    }

    public let rows: [Row]

    public init(rows: [Row]) { self.rows = rows }

    public func row(for outcome: Outcome) -> Row? { rows.first { $0.outcome == outcome } }

    /// The first day on which something that ended on a day may no longer be kept; nil where it is kept for ever, or the
    /// table does not speak of it.
    public func erasedFrom(_ outcome: Outcome, endedOn day: Day) -> Day? {
        guard let term = row(for: outcome)?.term else { return nil }
        return day.adding(term).adding(days: 1)
    }
}
