public import DialogEngine
public import Rules

/// One complaint as it is kept: what was told, what was answered, what was advised, and what happened since.
///
/// Nothing in it is ever edited; it grows by events. Status, deadlines and next step are computed from those
/// and stand nowhere. Ids of topics, natures and parties are those of the dialog files.
public struct ComplaintRecord: StoredDocument {
    public static let currentSchemaVersion = "1.0"

    public let schemaVersion: String
    /// For other systems; people use the number.
    public let uuid: String
    public let number: ComplaintNumber
    public let kind: String
    public let topic: String
    public let natures: [String]
    public let form: Form
    public let isSigned: Bool
    /// What the law still asks before this is a klaagschrift; empty when it is one.
    public let missingForWrittenComplaint: [Requirement]
    /// Whether it counts for the yearly publication of Awb 9:12a.
    public let countsForPublication: Bool
    /// When it reached the gemeente; its day decides the folder.
    public let receivedAt: Timestamp
    public let channel: ContactChannel
    public let enteredBy: EnteredBy
    public let complainant: Complainant
    public let conduct: Conduct
    public let parties: [InvolvedParty]
    public let earlierComplaints: [EarlierComplaint]
    public let wishes: [String]
    public let documents: [Document]
    /// Absent when it was not asked.
    public let consentToForward: Bool?
    public let questions: [AnsweredQuestion]
    public let decision: ToldDecision
    public let versions: Versions
    /// The language of the talk, ISO 639-2, in which an answer is best understood; nil in records from before there
    /// was a choice: `nld`.
    public let language: String?
    public let relatedCases: [RelatedCase]
    /// Number of the result in the selectielijst gemeenten, such as `13.1`.
    public let selectionList: String
    public let confidentiality: Confidentiality
    /// In the order in which they were entered; times may go backwards, places do not.
    public private(set) var events: [RecordEvent]

    public init(
        uuid: String, number: ComplaintNumber, kind: String, topic: String, natures: [String], form: Form,
        isSigned: Bool, missingForWrittenComplaint: [Requirement], countsForPublication: Bool,
        receivedAt: Timestamp, channel: ContactChannel, enteredBy: EnteredBy, complainant: Complainant,
        conduct: Conduct,
        parties: [InvolvedParty], earlierComplaints: [EarlierComplaint] = [], wishes: [String] = [],
        documents: [Document] = [], consentToForward: Bool? = nil, questions: [AnsweredQuestion],
        decision: ToldDecision, versions: Versions, language: String? = nil, relatedCases: [RelatedCase] = [],
        selectionList: String = "13.1", confidentiality: Confidentiality = .caseConfidential,
        events: [RecordEvent]
    ) {
        self.schemaVersion = Self.currentSchemaVersion
        self.uuid = uuid
        self.number = number
        self.kind = kind
        self.topic = topic
        self.natures = natures
        self.form = form
        self.isSigned = isSigned
        self.missingForWrittenComplaint = missingForWrittenComplaint
        self.countsForPublication = countsForPublication
        self.receivedAt = receivedAt
        self.channel = channel
        self.enteredBy = enteredBy
        self.complainant = complainant
        self.conduct = conduct
        self.parties = parties
        self.earlierComplaints = earlierComplaints
        self.wishes = wishes
        self.documents = documents
        self.consentToForward = consentToForward
        self.questions = questions
        self.decision = decision
        self.versions = versions
        self.language = language
        self.relatedCases = relatedCases
        self.selectionList = selectionList
        self.confidentiality = confidentiality
        self.events = events
    }

    /// The same complaint with one thing more that happened.
    public func appending(_ event: RecordEvent) -> ComplaintRecord {
        var longer = self
        longer.events.append(event)
        return longer
    }

    /// Who made it and when, for the log book.
    var maker: Act { events.first?.act ?? Act(by: enteredBy.account, role: enteredBy.role, at: receivedAt) }

    /// Where it stands, by the last event that says so; received when none does.
    public var status: Status {
        events.reversed().lazy.compactMap(\.kind.status).first ?? .received
    }

    /// How it ended and on which day; nil while it goes on.
    public var ending: (outcome: RetentionTable.Outcome, day: Day)? {
        guard let last = events.last(where: { $0.kind.status != nil }) else { return nil }
        let outcome: RetentionTable.Outcome
        switch last.kind.status {
        case .settled, .forwarded: outcome = kind == "schade" ? .financial : .handled
        case .withdrawn: outcome = .withdrawn
        case .notTreated: outcome = .notAdmissible
        case .received, .inTreatment, nil: return nil
        }
        // A later case at the ombudsman keeps it longer, from that day.
        if let ombudsman = events.last(where: { $0.kind == .ombudsmanOpened }) {
            return (.throughOmbudsman, max(ombudsman.at.day, last.at.day))
        }
        return (outcome, last.at.day)
    }

    public var json: [UInt8] { PrettyJSON.bytes(of: self) }

    private enum CodingKeys: String, CodingKey {
        case schemaVersion = "schemaVersie"
        case uuid
        case number = "zaaknummer"
        case kind = "soort"
        case topic = "onderwerp"
        case natures = "aard"
        case form = "vorm"
        case isSigned = "ondertekend"
        case missingForWrittenComplaint = "ontbrekendVoorKlaagschrift"
        case countsForPublication = "telt9_12a"
        case receivedAt = "datumOntvangst"
        case channel = "communicatiekanaal"
        case enteredBy = "invoerDoor"
        case complainant = "klager"
        case conduct = "gedraging"
        case parties = "betrokkenPartijen"
        case earlierComplaints = "eerderIngediend"
        case wishes = "gewensteUitkomst"
        case documents = "stukken"
        case consentToForward = "toestemmingDoorsturen"
        case questions = "vragen"
        case decision = "besluit"
        case versions = "versies"
        case language = "taal"
        case relatedCases = "relevanteAndereZaken"
        case selectionList = "selectielijst"
        case confidentiality = "vertrouwelijkheidaanduiding"
        case events = "gebeurtenissen"
    }
}

extension ComplaintRecord {
    /// How it was brought forward (Awb 9:2, 9:4).
    public enum Form: String, Codable, CaseIterable, Sendable {
        case oral = "mondeling"
        /// Told, and written down by the clerk.
        case oralPutInWriting = "mondeling-op-schrift"
        case written = "schriftelijk"
    }

    /// What Awb 9:4 asks of a klaagschrift.
    public enum Requirement: String, Codable, CaseIterable, Sendable {
        case name = "naam"
        case address = "adres"
        case date = "dagtekening"
        case description = "omschrijving"
        case signature = "ondertekening"
        /// Awb 9:4 lid 3: another language, and the translation is needed.
        case translation = "vertaling"
    }

    /// `vertrouwelijkheidaanduiding` of ZGW, from open to secret.
    public enum Confidentiality: String, Codable, CaseIterable, Sendable {
        case open = "openbaar"
        case limitedOpen = "beperkt_openbaar"
        case `internal` = "intern"
        case caseConfidential = "zaakvertrouwelijk"
        case restricted = "vertrouwelijk"
        case confidential = "confidentieel"
        case secret = "geheim"
        case topSecret = "zeer_geheim"
    }

    public enum Status: String, Codable, CaseIterable, Sendable {
        case received = "ontvangen"
        case inTreatment = "in_behandeling"
        case forwarded = "doorgezonden"
        case settled = "afgehandeld"
        case withdrawn = "ingetrokken"
        case notTreated = "niet_in_behandeling"
    }
}

extension ComplaintRecord: JSONWritable {
    func write(in json: inout PrettyJSON) {
        json.object { json in
            json.member(CodingKeys.natures, natures)
            json.member(CodingKeys.decision, decision)
            json.member(CodingKeys.parties, parties)
            json.member(CodingKeys.channel, channel.rawValue)
            json.member(CodingKeys.receivedAt, receivedAt.description)
            json.member(CodingKeys.earlierComplaints, earlierComplaints)
            json.member(CodingKeys.events, events)
            json.member(CodingKeys.conduct, conduct)
            json.member(CodingKeys.wishes, wishes)
            json.member(CodingKeys.enteredBy, enteredBy)
            json.member(CodingKeys.complainant, complainant)
            json.member(CodingKeys.isSigned, isSigned)
            json.member(CodingKeys.topic, topic)
            json.member(CodingKeys.missingForWrittenComplaint, missingForWrittenComplaint.map(\.rawValue))
            json.member(CodingKeys.relatedCases, relatedCases)
            json.member(CodingKeys.schemaVersion, schemaVersion)
            json.member(CodingKeys.selectionList, selectionList)
            json.member(CodingKeys.kind, kind)
            json.member(CodingKeys.documents, documents)
            json.member(CodingKeys.language, language)
            json.member(CodingKeys.countsForPublication, countsForPublication)
            json.member(CodingKeys.consentToForward, consentToForward)
            json.member(CodingKeys.uuid, uuid)
            json.member(CodingKeys.versions, versions)
            json.member(CodingKeys.confidentiality, confidentiality.rawValue)
            json.member(CodingKeys.form, form.rawValue)
            json.member(CodingKeys.questions, questions)
            json.member(CodingKeys.number, number.description)
        }
    }
}
