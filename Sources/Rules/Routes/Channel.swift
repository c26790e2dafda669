/// Where a matter goes: the `kanaal` of a decision.
public enum Channel: String, Sendable, CaseIterable {
    case emergency = "noodnummer"
    case integrity = "integriteit"
    case discrimination = "discriminatie-meldpunt"
    case objection = "gemeente-bezwaar"
    case coordination = "gemeente-coordinatie"
    case gemeenteComplaint = "gemeente-klacht"
    case ombudsman = "nationale-ombudsman"
    case otherBody = "andere-instantie"
    case partner
    case publicSpaceReport = "gemeente-melding"
    case damage = "gemeente-schade"
    case informationRequest = "gemeente-woo-avg"
    case question = "gemeente-vraag"
    case idea = "gemeente-idee"
}

/// What kind of matter it turns out to be: the `soort` of a decision.
public enum MatterKind: String, Sendable, CaseIterable {
    case complaint = "klacht"
    case cooperation = "klacht-samenwerking"
    case report = "melding"
    case objection = "bezwaar"
    case damage = "schade"
    case request = "verzoek"
    case integrity = "integriteit"
    case discrimination = "discriminatie"
    case emergency = "nood"
    case question = "vraag"
    case praiseOrIdea = "compliment-of-idee"
}

/// What is kept of a talk that ends here (`bewaart`).
public enum Keeping: String, Sendable, CaseIterable {
    /// The whole complaint.
    case complaint = "klacht"
    /// That somebody came, when, for what, and what was advised; no story.
    case contact
    /// A count only.
    case count = "telling"
}
