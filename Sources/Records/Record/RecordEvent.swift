/// Something that happened to a complaint. Appended, never edited.
public struct RecordEvent: Codable, Equatable, Sendable {
    public let kind: Kind
    public let at: Timestamp
    /// Account of who entered it.
    public let by: String
    public let role: String
    /// Words for people; absent when the kind says it all.
    public let text: String?
    /// What belongs to this kind, such as `oordeel`, `afhandelwijze`, `grond` or `aan`.
    public let data: [String: String]?

    public init(
        kind: Kind, at: Timestamp, by: String, role: String, text: String? = nil,
        data: [String: String]? = nil
    ) {
        self.kind = kind
        self.at = at
        self.by = by
        self.role = role
        self.text = text
        self.data = data
    }

    /// Whether the two do not go together: each brings the complaint somewhere, or each says of something what can be
    /// true only once.
    public func contradicts(_ other: RecordEvent) -> Bool {
        if kind.status != nil && other.kind.status != nil { return true }
        return kind == other.kind && kind.holdsOnce
    }

    /// Who entered it and when, for the log book.
    var act: Act { Act(by: by, role: role, at: at) }

    private enum CodingKeys: String, CodingKey {
        case kind = "soort"
        case at = "wanneer"
        case by = "door"
        case role = "rol"
        case text = "tekst"
        case data = "gegevens"
    }

    public enum Kind: String, Codable, CaseIterable, Sendable {
        case received = "ontvangen"
        /// The signed klaagschrift arrived: the term of Awb 9:11 begins.
        case writtenComplaintReceived = "klaagschrift-ontvangen"
        /// What lacked was asked for.
        case completionAsked = "aanvulling-gevraagd"
        case completed = "aangevuld"
        /// Awb 9:6.
        case receiptConfirmed = "ontvangst-bevestigd"
        /// A copy went to the person complained about (Awb 9:9).
        case copySent = "afschrift-gestuurd"
        case assigned = "toegewezen"
        case treatmentBegun = "in-behandeling"
        case partyAsked = "partij-gevraagd"
        case partyAnswered = "partij-geantwoord"
        case contacted = "contact-gehad"
        /// Awb 9:10.
        case heard = "gehoord"
        case hearingWaived = "afgezien-van-horen"
        /// Awb 9:11 lid 2.
        case extended = "verdaagd"
        /// Further postponement with the complainant's consent (Awb 9:11 lid 3).
        case postponed = "uitgesteld"
        /// Awb 9:8.
        case refused = "niet-in-behandeling"
        case forwarded = "doorgezonden"
        /// To the complainant's satisfaction, so the rest falls away (Awb 9:5).
        case settledInformally = "informeel-opgelost"
        /// Awb 9:12.
        case settled = "afgehandeld"
        case withdrawn = "ingetrokken"
        case reopened = "heropend"
        case ombudsmanOpened = "naar-ombudsman"
        case printed = "afgedrukt"
        case note = "notitie"

        /// Of which the last one counts, so that two at once leave it open who was right.
        var holdsOnce: Bool {
            self == .assigned || self == .writtenComplaintReceived || self == .receiptConfirmed
        }

        /// The status that this event brings; nil when it leaves the status as it was.
        public var status: ComplaintRecord.Status? {
            switch self {
            case .received: .received
            case .treatmentBegun, .heard, .extended, .postponed, .reopened: .inTreatment
            case .refused: .notTreated
            case .forwarded: .forwarded
            case .settledInformally, .settled: .settled
            case .withdrawn: .withdrawn
            case .writtenComplaintReceived, .completionAsked, .completed, .receiptConfirmed, .copySent,
                .assigned, .partyAsked, .partyAnswered, .contacted, .hearingWaived, .ombudsmanOpened,
                .printed, .note:
                nil
            }
        }
    }
}

extension RecordEvent: JSONWritable {
    func write(in json: inout PrettyJSON) {
        json.object { json in
            json.member(CodingKeys.by, by)
            json.member(CodingKeys.data, data)
            json.member(CodingKeys.role, role)
            json.member(CodingKeys.kind, kind.rawValue)
            json.member(CodingKeys.text, text)
            json.member(CodingKeys.at, at.description)
        }
    }
}
