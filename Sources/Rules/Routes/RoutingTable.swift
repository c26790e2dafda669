import DialogEngine

/// The decision rules of a gemeente, in the order in which they are tried.
public struct RoutingTable: Sendable {
    public let rules: [Rule]
    public let ladders: [Ladder]
    public let mentions: [Mention]
    /// Which channel leads when parties get different ones: the first of these that occurs.
    public let leading: [Channel]
    /// Then a rule that keeps the complaint keeps the contact only: the person goes on alone.
    public let contactOnly: When

    public init(
        rules: [Rule], ladders: [Ladder], mentions: [Mention], leading: [Channel], contactOnly: When
    ) {
        self.rules = rules
        self.ladders = ladders
        self.mentions = mentions
        self.leading = leading
        self.contactOnly = contactOnly
    }

    public func ladder(_ id: String) -> Ladder? { ladders.first { $0.id == id } }
}

/// One line of the table: on this condition, there.
public struct Rule: Hashable, Sendable {
    public let id: String
    public let when: When
    public let channel: Channel
    public let kind: MatterKind
    /// What exactly, where the channel alone does not say it: `verzet`, `ingebrekestelling`.
    public let detail: String?
    /// The steps: a ladder by name, or nil for the ladder of the party's regime.
    public let ladder: String?
    /// The step where the matter lies now.
    public let here: String
    public let keeps: Keeping
    /// One sentence for the resident.
    public let because: Text
    public let law: [LawReference]
    /// Where the rule comes from when no article says it.
    public let source: String
    public let owner: String
    public let validFrom: Day
    public let validTo: Day?
    /// When its owner must look at it again; nil when nobody said so.
    public let reviewOn: Day?
    /// Answers with which a second matter begins after this one: the complaint beside an objection.
    public let thenAnswers: [Option.Trait]

    public init(
        id: String, when: When, channel: Channel, kind: MatterKind, detail: String? = nil, ladder: String?,
        here: String, keeps: Keeping, because: Text, law: [LawReference], source: String, owner: String,
        validFrom: Day, validTo: Day? = nil, reviewOn: Day?, thenAnswers: [Option.Trait] = []
    ) {
        self.id = id
        self.when = when
        self.channel = channel
        self.kind = kind
        self.detail = detail
        self.ladder = ladder
        self.here = here
        self.keeps = keeps
        self.because = because
        self.law = law
        self.source = source
        self.owner = owner
        self.validFrom = validFrom
        self.validTo = validTo
        self.reviewOn = reviewOn
        self.thenAnswers = thenAnswers
    }

    public func isValid(on day: Day) -> Bool { day >= validFrom && validTo.map { day <= $0 } ?? true }
}

/// The steps a person can take, first to last; the ladder of a regime has the regime's id.
public struct Ladder: Hashable, Sendable {
    public let id: String
    public let steps: [StepTemplate]

    public init(id: String, steps: [StepTemplate]) {
        self.id = id
        self.steps = steps
    }
}

public struct StepTemplate: Hashable, Sendable {
    public enum Who: Hashable, Sendable {
        /// The party the complaint is about.
        case party
        /// A body of the register.
        case body(String)
    }

    public let id: String
    public let who: Who
    public let how: Text
    public let opening: Opening
    public let limits: [Limit]
    /// The step exists only then.
    public let when: When
    public let law: [LawReference]

    public init(
        id: String, who: Who, how: Text, opening: Opening, limits: [Limit] = [], when: When = .always,
        law: [LawReference] = []
    ) {
        self.id = id
        self.who = who
        self.how = how
        self.opening = opening
        self.limits = limits
        self.when = when
        self.law = law
    }
}

/// When a step opens.
public enum Opening: Hashable, Sendable {
    /// At once.
    case now
    /// At once, beside the other steps and never a condition for them.
    case beside
    /// After the answer of the step named; or after this term without one. Without a figure the term is
    /// that body's own and not known to us.
    case after(step: String, orWithoutAnswer: WithoutAnswer)

    public enum WithoutAnswer: Hashable, Sendable {
        /// A figure of the law's terms.
        case figure(String)
        /// The body's own term.
        case ownTerm
        /// Only an answer opens it.
        case never
    }
}

/// A last day that belongs to a step.
public struct Limit: Hashable, Sendable {
    public enum Role: String, Sendable, CaseIterable {
        /// The person must have been there by then.
        case submit = "indienen"
        /// The body must have answered by then.
        case answer = "antwoord"
    }

    public enum From: Hashable, Sendable {
        /// The day of receipt, which at the desk is today.
        case receipt
        /// The answer of the step named, which is still to come.
        case answer(step: String)
        /// A date the person told; when not known, only words can be given.
        case question(String)
    }

    public let role: Role
    /// A figure of the law's terms.
    public let figure: String
    public let from: From
    public let when: When

    public init(role: Role, figure: String, from: From, when: When = .always) {
        self.role = role
        self.figure = figure
        self.from = from
        self.when = when
    }
}

/// Something that must be said along with a decision.
public struct Mention: Hashable, Sendable {
    public let id: String
    public let when: When
    public let text: Text
    public let law: [LawReference]

    public init(id: String, when: When, text: Text, law: [LawReference]) {
        self.id = id
        self.when = when
        self.text = text
        self.law = law
    }
}
