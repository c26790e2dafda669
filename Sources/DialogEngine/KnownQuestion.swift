/// The questions whose answers the program itself reads, by the id that they have in every gemeente.
///
/// A record has fixed fields, so it must be fixed which answer goes where. Every other question has the id
/// that its writer likes. Which question is about danger stands in `nood.yaml`.
public enum KnownQuestion: String, Sendable, CaseIterable {
    /// What happened: what Awb 9:4 lid 2 c asks. Long lists of choices begin with what fits it.
    case story = "verhaal"
    /// Awb 9:4 lid 2 a: who complains.
    case name = "naam"
    /// Awb 9:4 lid 2 a: the address, of which the number of the house is the other half.
    case postcode = "postcode"
    case houseNumber = "huisnummer"
    /// Whether a signed letter was handed in, from whose receipt the term of Awb 9:11 runs.
    case letter = "brief"
    case phone = "telefoonnummer"
    case email = "e-mailadres"
    /// Who speaks for whom.
    case onBehalfOf = "namens"
    case mandate = "machtiging"
    case otherName = "naam-ander"
    /// Which papers there are and where they lie.
    case documents = "stukken"
    /// The day of the conduct itself.
    case when = "wanneer"
    /// Where it was; Awb 9:4 lid 2 c asks what happened.
    case place = "waar"
    case topic = "onderwerp"
    case nature = "aard"
    case wishes = "wens"
    /// Whether the party has been told before; a step that was taken is not advised again.
    case toldParty = "eerder"
    case toldPartyOn = "eerder-wanneer"
    case partyOutcome = "eerder-uitkomst"
    /// Whether everything may go to the party.
    case sharing = "delen"
    /// What the resident does with the advice to go to a party first.
    case partyChoice = "keuze-partner"
    /// Whether another matter comes after this one.
    case matterCount = "aantal-zaken"

    /// Without these no complaint can be kept that meets Awb 9:4. Without another one its field stays empty.
    public var isRequired: Bool {
        switch self {
        case .story, .name, .postcode, .houseNumber: true
        case .letter, .phone, .email, .onBehalfOf, .mandate, .otherName, .documents, .when, .place, .topic,
            .nature,
            .wishes, .toldParty, .toldPartyOn, .partyOutcome, .sharing, .partyChoice, .matterCount:
            false
        }
    }

    /// Dates have the classes that their writer likes.
    public var kind: Question.Kind {
        switch self {
        case .story, .documents: .lines
        case .name, .otherName: .text(.name)
        case .place: .text(.free)
        case .postcode: .text(.postcode)
        case .houseNumber: .text(.houseNumber)
        case .phone: .text(.phone)
        case .email: .text(.email)
        case .when, .toldPartyOn: .date([])
        case .wishes: .multipleChoice
        case .letter, .onBehalfOf, .mandate, .topic, .nature, .toldParty, .partyOutcome, .sharing,
            .partyChoice, .matterCount:
            .choice
        }
    }

    /// Asked once for each party.
    public var isPerParty: Bool {
        switch self {
        case .toldParty, .toldPartyOn, .partyOutcome, .sharing: true
        case .story, .name, .postcode, .houseNumber, .letter, .phone, .email, .onBehalfOf, .mandate,
            .otherName, .documents, .when, .place, .topic, .nature, .wishes, .partyChoice, .matterCount:
            false
        }
    }

    /// The choices that the program tells apart; what else there is to choose, it only writes down.
    public var choices: [KnownChoice] {
        switch self {
        case .toldParty, .sharing, .mandate: [.yes]
        case .letter: [.signedLetter]
        case .onBehalfOf: [.myself]
        case .partyChoice: [.forward, .alone]
        case .matterCount: [.more]
        case .story, .name, .postcode, .houseNumber, .phone, .email, .otherName, .documents, .when, .place,
            .topic,
            .nature, .wishes, .toldPartyOn, .partyOutcome:
            []
        }
    }

    /// The only choices that fit its field; nil where any will do.
    ///
    /// Source: the code list of natures by which complaints are counted together.
    public var onlyChoices: [String]? {
        guard self == .nature else { return nil }
        return [
            "bejegening", "informatie", "geen_reactie", "tijdigheid", "bereikbaarheid", "toezegging",
            "zorgvuldigheid", "privacy", "kwaliteit_dienst", "samenwerking", "klachtbehandeling",
            "toegankelijkheid", "discriminatie", "integriteit", "overig",
        ]
    }

    /// Whether a question is of the kind that is read.
    public func fits(_ question: Question) -> Bool {
        if case .date = kind, case .date = question.kind { return question.isPerParty == isPerParty }
        return question.kind == kind && question.isPerParty == isPerParty
    }
}

/// Ids of choices that the program itself tells apart.
public enum KnownChoice: String, Sendable {
    case yes = "ja"
    case signedLetter = "klachtbrief"
    /// Need not be there.
    case unsignedLetter = "klachtbrief-zonder"
    case myself = "mijzelf"
    /// Who speaks for a child needs no mandate. Need not be there.
    case myChild = "mijn-kind"
    case forward = "doorsturen"
    case alone = "zelf"
    case more = "meer"
}

extension Dialog {
    public func question(_ known: KnownQuestion) -> Question? { question(known.rawValue) }
}

extension AnswerKey {
    public init(_ known: KnownQuestion, party: String? = nil) { self.init(known.rawValue, party: party) }
}

extension Answers {
    public subscript(known: KnownQuestion) -> Answer? { self[AnswerKey(known)] }
}

extension Answer {
    /// Exactly this one was chosen.
    public func isChoice(_ choice: KnownChoice) -> Bool { self == .options([choice.rawValue]) }
}
