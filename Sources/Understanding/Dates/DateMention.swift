import DialogEngine

/// A day or a stretch of days that somebody named in a text, and what was then.
public struct DateMention: Hashable, Sendable {
    public let range: DateRange
    public let role: Role

    public init(_ range: DateRange, _ role: Role) {
        self.range = range
        self.role = role
    }

    public enum Role: String, Sendable, CaseIterable {
        /// What the complaint is about.
        case happened = "gebeurd"
        /// The date of a letter or a decision.
        case letter = "brief"
        /// The day it was told before: to the party or to the gemeente.
        case complained = "eerder-geklaagd"
    }
}

extension [Find<DateMention>] {
    /// When it happened, most likely: the surest, and of those the last, as the question asks for the last time.
    public var event: Find<DateMention>? {
        filter { $0.value.role == .happened }.max {
            ($0.certainty, $0.value.range.last) < ($1.certainty, $1.value.range.last)
        }
    }
}
