/// A span of days that somebody means: "12 maart" is one day, "begin november" is ten.
public struct DateRange: Hashable, Sendable {
    public enum Precision: String, Sendable, CaseIterable {
        case day = "dag"
        case period = "periode"
        case month = "maand"
        case year = "jaar"
        /// From a day till the day it was told: "sinds mei".
        case since = "sinds"
        /// Before a day, nobody says how long: "meer dan een jaar geleden".
        case before = "voor"
    }

    public let first: Day
    public let last: Day
    public let precision: Precision

    /// - Precondition: first is not after last.
    public init(_ first: Day, _ last: Day, _ precision: Precision) {
        precondition(first <= last, "a date range runs forward")
        self.first = first
        self.last = last
        self.precision = precision
    }

    public init(_ day: Day) { self.init(day, day, .day) }

    /// All days before a day; nil when there is none.
    static func before(_ day: Day) -> DateRange? {
        guard let first = Day(year: 1, month: 1, day: 1), first < day else { return nil }
        return DateRange(first, day.adding(days: -1), .before)
    }

    /// The first day that can be meant; nil when it is not known how long ago it was.
    public var earliest: Day? { precision == .before ? nil : first }
}

/// What was said to one question.
public enum Answer: Hashable, Sendable {
    /// Ids of the options chosen; one for a single choice.
    case options([String])
    case date(DateRange)
    case text(String)
    /// Several lines, as typed: the story, the papers; and the class of text that was heard in them.
    case lines([String], heard: StoryClass? = nil)
    /// "Weet ik niet".
    case unknown
    /// "Wil ik niet zeggen".
    case declined
    /// An optional question that was passed over.
    case skipped

    /// The ids by which the two refusals stand in files, JSON and conditions.
    public static let unknownID = "weet-ik-niet"
    public static let declinedID = "wil-ik-niet-zeggen"
}

/// What can be heard in a story without asking, where a question about it must follow.
public enum StoryClass: String, Hashable, Sendable, CaseIterable {
    /// It may be about a decision, against which there is a short term.
    case mentionsDecision = "noemt-besluit"
}

/// Which question, and for which party when the question is played once for each.
public struct AnswerKey: Hashable, Sendable {
    public let question: String
    /// The option id of the party; nil outside a block.
    public let party: String?

    public init(_ question: String, party: String? = nil) {
        self.question = question
        self.party = party
    }
}

/// The answers given, in the order in which they were first given.
public struct Answers: Hashable, Sendable {
    public private(set) var keys: [AnswerKey] = []
    private var byKey: [AnswerKey: Answer] = [:]

    public init() {}

    public subscript(key: AnswerKey) -> Answer? {
        get { byKey[key] }
        set {
            if byKey.updateValueOrRemove(newValue, for: key) { keys.append(key) }
            if newValue == nil { keys.removeAll { $0 == key } }
        }
    }

    public subscript(question: String) -> Answer? { byKey[AnswerKey(question)] }

    public var isEmpty: Bool { keys.isEmpty }
}

extension Dictionary {
    /// - Returns: whether the key is new.
    fileprivate mutating func updateValueOrRemove(_ value: Value?, for key: Key) -> Bool {
        guard let value else {
            removeValue(forKey: key)
            return false
        }
        return updateValue(value, forKey: key) == nil
    }
}
