public import DialogEngine

/// What stays of a contact that is no complaint, such as a bezwaar or a melding: when, how and what was
/// advised.
///
/// No story and no person. The minute of receipt is there because a term may hang on it.
public struct ContactRecord: StoredDocument {
    public static let currentSchemaVersion = "1.0"

    public let schemaVersion: String
    public let uuid: String
    public let number: ComplaintNumber
    public let receivedAt: Timestamp
    public let channel: ContactChannel
    public let kind: String
    public let decision: ToldDecision
    public let enteredBy: EnteredBy
    public let versions: Versions

    public init(
        uuid: String, number: ComplaintNumber, receivedAt: Timestamp, channel: ContactChannel, kind: String,
        decision: ToldDecision, enteredBy: EnteredBy, versions: Versions
    ) {
        self.schemaVersion = Self.currentSchemaVersion
        self.uuid = uuid
        self.number = number
        self.receivedAt = receivedAt
        self.channel = channel
        self.kind = kind
        self.decision = decision
        self.enteredBy = enteredBy
        self.versions = versions
    }

    private enum CodingKeys: String, CodingKey {
        case schemaVersion = "schemaVersie"
        case uuid
        case number = "nummer"
        case receivedAt = "ontvangen"
        case channel = "communicatiekanaal"
        case kind = "soort"
        case decision = "besluit"
        case enteredBy = "invoerDoor"
        case versions = "versies"
    }
}

/// All that stays of an emergency or a matter of integrity: that it was there, on which day.
public struct EventCount: StoredDocument {
    public static let currentSchemaVersion = "1.0"

    public let schemaVersion: String
    public let kind: String
    public let day: Day

    public init(kind: String, day: Day) {
        self.schemaVersion = Self.currentSchemaVersion
        self.kind = kind
        self.day = day
    }

    private enum CodingKeys: String, CodingKey {
        case schemaVersion = "schemaVersie"
        case kind = "soort"
        case day = "datum"
    }
}
