import DialogEngine

/// The articles that the dialogs cite, as somebody read them: whether they exist, when they are in force and
/// which terms they give.
///
/// Never read to decide anything: it is there to check what the rules, steps and figures cite.
public struct LawTable: Equatable, Sendable {
    public struct Law: Hashable, Sendable {
        /// As citations begin: `Awb`, `Wmo 2015`.
        public let key: String
        public let name: String
        /// Every article that stands in the statute, such as `9:11 lid 1`; empty when nobody listed them.
        public let numbers: [String]
        public let articles: [Article]

        public init(key: String, name: String, numbers: [String], articles: [Article]) {
            self.key = key
            self.name = name
            self.numbers = numbers
            self.articles = articles
        }
    }

    /// One article, or one part of it, as it is or was in force.
    public struct Article: Hashable, Sendable {
        /// With its law: `Awb 9:11 lid 1`.
        public let reference: LawReference
        /// nil when nobody read since when; it then counts as in force.
        public let validFrom: Day?
        /// nil while it is in force.
        public let validTo: Day?
        /// Where it can be read; empty when not known.
        public let link: String
        /// The terms it gives; empty when it gives none.
        public let terms: [Term]
        public let source: String
        public let checkedOn: Day?
        /// Nobody has yet read it in the statute itself.
        public let isUnverified: Bool

        public init(
            reference: LawReference, validFrom: Day? = nil, validTo: Day? = nil, link: String = "",
            terms: [Term] = [], source: String, checkedOn: Day?, isUnverified: Bool = false
        ) {
            self.reference = reference
            self.validFrom = validFrom
            self.validTo = validTo
            self.link = link
            self.terms = terms
            self.source = source
            self.checkedOn = checkedOn
            self.isUnverified = isUnverified
        }

        public func isValid(on day: Day) -> Bool {
            (validFrom.map { $0 <= day } ?? true) && (validTo.map { day <= $0 } ?? true)
        }

        /// Read somewhere, on some day, by somebody who does not doubt it.
        public var isChecked: Bool { !source.isEmpty && checkedOn != nil && !isUnverified }
    }

    public let laws: [Law]

    public init(laws: [Law]) { self.laws = laws }

    /// The law that a citation begins with; nil for one that is not in the table.
    public func law(of reference: LawReference) -> Law? {
        laws.filter { reference.text.isWithin($0.key) }.max { $0.key.utf8.count < $1.key.utf8.count }
    }

    /// What the table says of a citation: of exactly that part, or else of the nearest whole it belongs to.
    ///
    /// Several when the article changed in the course of time; empty when it is not there.
    public func articles(for reference: LawReference) -> [Article] {
        let covering =
            law(of: reference)?.articles.filter { reference.text.isWithin($0.reference.text) } ?? []
        let longest = covering.map(\.reference.text.utf8.count).max()
        return covering.filter { $0.reference.text.utf8.count == longest }
    }

    /// Whether the statute has it, or a part of it; true where nobody listed the articles of that law.
    public func exists(_ reference: LawReference) -> Bool {
        guard let law = law(of: reference), !law.numbers.isEmpty else { return true }
        let number = reference.text.dropFirst(law.key.count + 1)
        return law.numbers.contains { $0.isWithin(number) }
    }
}

extension String {
    /// `9:8 lid 1 b` is within `9:8` and within itself, and not within `9:80`.
    fileprivate func isWithin(_ whole: some StringProtocol) -> Bool {
        self == whole || hasPrefix(whole + " ")
    }
}
