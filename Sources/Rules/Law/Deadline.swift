import DialogEngine

/// The outcome of counting one term: the last day, and how it came about.
public struct LastDay: Hashable, Sendable {
    /// The last day on which the act is still in time, extension included.
    public let day: Day
    /// The day on which the term ends by counting alone.
    public let rawDay: Day
    /// The day from which was counted, which itself does not count.
    public let event: Day
    public let term: Term
    /// The term that was added to it; nil when the term was not adjourned.
    public let adjournment: Term?
    /// The articles that moved the last day; empty when it was not moved.
    public let extensions: [LawReference]
    /// The last day may still move, because it lies beyond the days for which decrees are known.
    public let isProvisional: Bool

    public init(
        day: Day, rawDay: Day, event: Day, term: Term, adjournment: Term? = nil,
        extensions: [LawReference] = [], isProvisional: Bool = false
    ) {
        self.day = day
        self.rawDay = rawDay
        self.event = event
        self.term = term
        self.adjournment = adjournment
        self.extensions = extensions
        self.isProvisional = isProvisional
    }

    public var isExtended: Bool { day != rawDay }
}

/// The last day on which something must or can be done, and the law that says so.
public struct Deadline: Hashable, Sendable {
    /// What a deadline is for, by the id of its figure in the table of terms unless told otherwise.
    ///
    /// Open, because a municipality can add a figure of its own; the names below are those the program
    /// itself counts.
    public struct Purpose: RawRepresentable, Hashable, Sendable {
        public let rawValue: String

        public init(rawValue: String) { self.rawValue = rawValue }

        /// The complaint has been handled (Awb 9:11), with or without committee or adjournment.
        public static let handling = Purpose(rawValue: "klacht-afdoening")
        /// The complainant has been told that the complaint is not taken up (Awb 9:8 lid 3).
        public static let notTakenUp = Purpose(rawValue: "niet-in-behandeling")
        /// An oral or other complaint without statutory term has been handled.
        public static let ownNormHandling = Purpose(rawValue: "eigen-norm-klacht")
        /// An objection can be lodged (Awb 6:7).
        public static let objection = Purpose(rawValue: "bezwaar")
        /// The ombudsman can be asked (Awb 9:24).
        public static let ombudsmanRequest = Purpose(rawValue: "ombudsman-verzoek")
    }

    public let purpose: Purpose
    public let lastDay: LastDay
    /// The articles that give the term, then those that moved its last day; never empty.
    public let ground: [LawReference]

    /// - Precondition: `ground` names at least one article or the own norm.
    public init(purpose: Purpose, lastDay: LastDay, ground: [LawReference]) {
        precondition(!ground.isEmpty, "no deadline without its ground")
        self.purpose = purpose
        self.lastDay = lastDay
        self.ground = ground
    }

    /// The last day on which the act is still in time, extension included.
    public var day: Day { lastDay.day }
    /// The day on which the term ends by counting alone.
    public var rawDay: Day { lastDay.rawDay }
    public var term: Term { lastDay.term }
    public var isExtended: Bool { lastDay.isExtended }
    /// The last day may still move: "onder voorbehoud van aangewezen dagen".
    public var isProvisional: Bool { lastDay.isProvisional }
}
