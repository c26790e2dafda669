/// What an answer is used for; a question says it for `?`, for data minimisation and for the checks.
public enum Purpose: String, Sendable, CaseIterable {
    case route
    /// What Awb 9:4 asks of a written complaint.
    case complaintLetter = "klaagschrift"
    case reach = "bereiken"
    case report = "verslag"
    case help = "hulp"
}

/// One of the answers that a question offers.
public struct Option: Hashable, Sendable {
    public let id: String
    public let label: Text
    /// Further words by which people mean this one.
    public let words: [String]
    /// What is known of it, for conditions: `regime: wmo` makes the fact `partij.regime`.
    public let traits: [Trait]
    /// Options of the question named in `Question.suggestFrom` with which this one goes.
    public let related: [String]
    /// Chosen, it settles the route: nothing more is asked to find the way.
    public let endsRoute: Bool
    /// The stories with which it goes.
    public let fit: StoryFit

    public struct Trait: Hashable, Sendable {
        public let name: String
        public let value: String

        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    public init(
        id: String, label: Text, words: [String] = [], traits: [Trait] = [], related: [String] = [],
        endsRoute: Bool = false, fit: StoryFit = StoryFit()
    ) {
        self.id = id
        self.label = label
        self.words = words
        self.traits = traits
        self.related = related
        self.endsRoute = endsRoute
        self.fit = fit
    }
}

/// What is heard in a story when an option goes with it; of each list that is not empty one must be heard.
public struct StoryFit: Hashable, Sendable {
    public let kinds: [String]
    public let topics: [String]
    /// Groups of the parties that the story is about; `verschillende` for more than one party.
    public let groups: [String]
    /// What is said in it, by the names of a gemeente: then it goes before options that ask for no such thing.
    public let sayings: [String]
    /// It was told or reported before.
    public let toldBefore: Bool

    public static let severalParties = "verschillende"

    public init(
        kinds: [String] = [], topics: [String] = [], groups: [String] = [], sayings: [String] = [],
        toldBefore: Bool = false
    ) {
        (self.kinds, self.topics, self.groups) = (kinds, topics, groups)
        (self.sayings, self.toldBefore) = (sayings, toldBefore)
    }
}

/// A named stretch of time before today, so that a date can enter conditions.
public struct DateClass: Hashable, Sendable {
    public let id: String
    /// The date lies at most so far back; nil for the class of all older dates.
    public let atMost: Span?

    /// Whole days and months back from today.
    public struct Span: Hashable, Sendable {
        public let days: Int
        public let months: Int

        public init(days: Int = 0, months: Int = 0) {
            self.days = days
            self.months = months
        }

        public func before(_ today: Day) -> Day { today.adding(months: -months).adding(days: -days) }
    }

    public init(id: String, atMost: Span?) {
        self.id = id
        self.atMost = atMost
    }
}

/// What a line of text must look like.
public enum TextShape: String, Sendable, CaseIterable {
    case free = "vrij"
    case name = "naam"
    case phone = "telefoon"
    case email = "e-mail"
    case postcode = "postcode"
    case houseNumber = "huisnummer"
}

public struct Question: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case choice
        case multipleChoice
        /// Classes from recent to old; the last one has no bound.
        case date([DateClass])
        case text(TextShape)
        /// Several lines, ended by an empty one.
        case lines
    }

    /// The part of the talk in which it is asked.
    public enum Stage: String, Sendable, CaseIterable {
        /// Finds the way.
        case route
        /// After the way is known; may read facts about the decision.
        case after = "daarna"
    }

    public let id: String
    public let kind: Kind
    public let wording: Text
    /// The answer to `?`.
    public let help: Text
    /// Its name in the overview.
    public let short: Text
    public let purposes: [Purpose]
    public let when: When
    public let options: [Option]
    public let stage: Stage
    /// Its answers are the parties of the complaint.
    public let namesParties: Bool
    /// Asked once for each party.
    public let isPerParty: Bool
    public let allowsUnknown: Bool
    public let allowsDeclined: Bool
    /// Enter alone passes it over.
    public let isOptional: Bool
    /// The option that Enter alone takes.
    public let enterTakes: String?
    /// The question whose answer brings related options to the front.
    public let suggestFrom: String?
    /// What conditions may ask about the text of an answer of several lines.
    public let hears: [StoryClass]

    public init(
        id: String, kind: Kind, wording: Text, help: Text = .none, short: Text = .none,
        purposes: [Purpose] = [], when: When = .always, options: [Option] = [], stage: Stage = .route,
        namesParties: Bool = false, isPerParty: Bool = false, allowsUnknown: Bool = false,
        allowsDeclined: Bool = false, isOptional: Bool = false, enterTakes: String? = nil,
        suggestFrom: String? = nil, hears: [StoryClass] = []
    ) {
        self.id = id
        self.kind = kind
        self.wording = wording
        self.help = help
        self.short = short
        self.purposes = purposes
        self.when = when
        self.options = options
        self.stage = stage
        self.namesParties = namesParties
        self.isPerParty = isPerParty
        self.allowsUnknown = allowsUnknown
        self.allowsDeclined = allowsDeclined
        self.isOptional = isOptional
        self.enterTakes = enterTakes
        self.suggestFrom = suggestFrom
        self.hears = hears
    }

    public func option(_ id: String) -> Option? { options.first { $0.id == id } }

    /// More options than fit on a small screen: people search them by a word.
    public var isSearched: Bool { options.count > 16 }
}
