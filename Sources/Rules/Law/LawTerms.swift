import DialogEngine

/// The figures of the law by date: how long each term is, which article gives it, and from when to when.
public struct LawTerms: Equatable, Sendable {
    /// One term as it was or is in force.
    public struct Figure: Hashable, Sendable {
        /// The name by which rules and dialogs ask for it, such as `klacht-afdoening`.
        public let id: String
        public let term: Term
        /// The articles that give the term; the first is the one to name when only one fits.
        public let articles: [LawReference]
        /// The first day on which an event starts this term.
        public let validFrom: Day
        /// The last such day; nil while it is in force.
        public let validTo: Day?
        /// Where the figure was read.
        public let source: String
        /// What a reader must know beside it; empty when nothing.
        public let note: String
        /// The law by which the last day moves.
        public let extendedBy: TermExtension
        /// Nobody has yet read the figure in the statute; show it as such, not as certain.
        public let isUnverified: Bool

        /// A promise of the gemeente, and no term of the law.
        public var isOwnNorm: Bool { articles.first?.law == LawReference.ownNorm.law }

        /// - Precondition: `articles` is not empty; a norm of the municipality cites `LawReference.ownNorm`.
        public init(
            id: String, term: Term, articles: [LawReference], validFrom: Day, validTo: Day? = nil,
            source: String, note: String = "", extendedBy: TermExtension = .termijnenwet,
            isUnverified: Bool = false
        ) {
            precondition(!articles.isEmpty, "a figure names the article that gives it")
            self.id = id
            self.term = term
            self.articles = articles
            self.validFrom = validFrom
            self.validTo = validTo
            self.source = source
            self.note = note
            self.extendedBy = extendedBy
            self.isUnverified = isUnverified
        }

        public func isValid(on day: Day) -> Bool {
            validFrom <= day && validTo.map { day <= $0 } ?? true
        }
    }

    /// In the order of the file.
    public let figures: [Figure]

    public init(figures: [Figure]) { self.figures = figures }

    /// The figure in force on a day; nil when there is none by that name or none for that day.
    ///
    /// - Parameters:
    ///   - id: The name of the figure.
    ///   - day: The day of the event from which is counted. Where two figures overlap, the later one counts.
    public func figure(_ id: String, on day: Day) -> Figure? {
        figures.filter { $0.id == id && $0.isValid(on: day) }.max { $0.validFrom < $1.validFrom }
    }
}
