/// What stays of a complaint that was erased: that it was there, and who erased it when and why. No word of what it
/// said, and nobody's name but the clerk's account.
///
/// It stands where the complaint stood, as its highest version, so no copy that is put back can bring the rest back.
public struct ErasedRecord: StoredDocument {
    public static let currentSchemaVersion = "1.0"

    public let schemaVersion: String
    /// Of the complaint; nil when none of its versions could be read.
    public let uuid: String?
    public let number: ComplaintNumber
    public let erasedAt: Timestamp
    public let by: String
    public let role: String
    public let reason: String
    /// Number of the result in the selectielijst gemeenten, when its term had passed.
    public let selectionList: String?

    public init(
        uuid: String?, number: ComplaintNumber, erasedAt: Timestamp, by: String, role: String, reason: String,
        selectionList: String? = nil
    ) {
        self.schemaVersion = Self.currentSchemaVersion
        self.uuid = uuid
        self.number = number
        self.erasedAt = erasedAt
        self.by = by
        self.role = role
        self.reason = reason
        self.selectionList = selectionList
    }

    private enum CodingKeys: String, CodingKey {
        case schemaVersion = "schemaVersie"
        case uuid
        case number = "zaaknummer"
        case erasedAt = "gewist"
        case by = "door"
        case role = "rol"
        case reason = "waarom"
        case selectionList = "selectielijst"
    }
}
