import DialogEngine

/// Where a matter goes, what the person can do next, and why.
public struct RouteDecision: Hashable, Sendable {
    public let channel: Channel
    public let kind: MatterKind
    public let detail: String?
    /// Who has it now.
    public let destination: Place
    /// In the order in which a person would take them.
    public let steps: [Step]
    public let ruleID: String
    public let because: Text
    public let law: [LawReference]
    public let keeps: Keeping
    public let mentions: [Mention]
    /// Free help.
    public let helpers: [String]
    /// The rules tried: those passed over and why, and the one that applied.
    public let explanation: [RuleTrace]
    /// One per party where there are several; empty otherwise.
    public let perParty: [PartyDecision]
    public let thenAnswers: [Option.Trait]
    /// The service named whose partner does not work here on that day: no step goes there.
    public let absentParty: String?
}

public struct PartyDecision: Hashable, Sendable {
    public let party: Party
    public let decision: RouteDecision
}

/// A place where one can go, by its id in the register.
public enum Place: Hashable, Sendable {
    /// A service of a partner: `stadstaxi/vervoer`.
    case service(String)
    case body(String)
    /// The person does not know who it was.
    case unknownParty

    public var id: String {
        switch self {
        case .service(let id), .body(let id): id
        case .unknownParty: Answer.unknownID
        }
    }
}

public struct Step: Hashable, Sendable {
    public let id: String
    public let place: Place
    public let how: Text
    public let opening: Opening
    public let limits: [StepLimit]
    public let law: [LawReference]
    /// The matter lies here now.
    public let isHere: Bool
    /// The person has been here already.
    public let wasVisited: Bool
    /// The resident had us send the complaint here.
    public let isSentOn: Bool
}

public struct StepLimit: Hashable, Sendable {
    public let role: Limit.Role
    public let figure: LawTerms.Figure
    public let from: Limit.From
    /// nil while the day from which it counts is not known.
    public let deadline: Deadline?
    /// Counted from the last day that can have been meant, where that is another than the first.
    public let latest: Deadline?
    /// A promise of the gemeente, where a signed letter of complaint would start a term of the law.
    public let becomesLaw: Bool
}

/// Why one rule did or did not decide.
public struct RuleTrace: Hashable, Sendable {
    public enum Outcome: Hashable, Sendable {
        case applied
        case notMet
        /// Would have depended on something the person did not know.
        case passedUnknown
        case notInForce
    }

    public let ruleID: String
    public let outcome: Outcome
}
