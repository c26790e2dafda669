import DialogEngine

/// A case that a writer adds without code: these answers must come to that decision.
public struct DialogCase: Hashable, Sendable {
    public struct Given: Hashable, Sendable {
        public let question: String
        /// nil when it counts for every party.
        public let party: String?
        public let answer: Answer

        public init(question: String, party: String?, answer: Answer) {
            self.question = question
            self.party = party
            self.answer = answer
        }
    }

    /// A line of a talk as it was typed.
    public struct Line: Hashable, Sendable {
        public enum Content: Hashable, Sendable {
            /// What the program asks; the beginning of it will do.
            case asked(String)
            /// What somebody types; nothing is Enter alone.
            case typed(String)
        }

        /// Counted from the first line of the talk, that being 1.
        public let number: Int
        public let content: Content

        public init(number: Int, content: Content) {
            self.number = number
            self.content = content
        }
    }

    /// What must come out; nil, or an empty list, means that the case does not say.
    public struct Expected: Hashable, Sendable {
        public var channel: Channel?
        public var kind: MatterKind?
        public var detail: String?
        public var rule: String?
        /// The place where the matter lies: a service or body.
        public var place: String?
        /// The ladder of those steps: names the law under which somebody complains.
        public var ladder: String?
        public var steps: [String] = []
        /// Last day of the step where the matter lies.
        public var lastDay: Day?
        /// Some of what must be said along with it.
        public var mentions: [String] = []
        public var keeps: Keeping?

        public init() {}
    }

    /// The words under `verwacht`, in the order in which a case that fails is told of.
    public enum Expectation: String, Hashable, Sendable, CaseIterable {
        case rule = "regel"
        case channel = "kanaal"
        case kind = "soort"
        case detail
        case place = "waar"
        case keeps = "bewaart"
        case ladder
        case steps = "stappen"
        case lastDay = "laatsteDag"
        case mentions = "vermeldingen"
    }

    /// Different for each case.
    public let name: String
    public let today: Day
    public let given: [Given]
    /// Instead of answers that are given: a talk, line by line.
    public let talk: [Line]
    public let expected: Expected

    public init(name: String, today: Day, given: [Given], talk: [Line] = [], expected: Expected) {
        self.name = name
        self.today = today
        self.given = given
        self.talk = talk
        self.expected = expected
    }
}
