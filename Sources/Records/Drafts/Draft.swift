/// An intake in progress, so that nothing typed is lost when the program or the machine stops.
public struct Draft: StoredDocument {
    public static let currentSchemaVersion = "1.0"

    public let schemaVersion: String
    public let id: DraftID
    public let desk: DeskID
    /// Account of who is asking.
    public let account: String
    public let madeAt: Timestamp
    public var changedAt: Timestamp
    /// The voice in which it is played.
    public let voice: ContactChannel
    /// Version of the dialog that asked the questions.
    public let dialogVersion: String
    /// In the order in which they were given.
    public var answers: [DraftAnswer]
    /// Lines of a story that is being typed.
    public var storyInProgress: [String]
    public var notes: [String]
    /// The language it is held in, such as `en`; nil in a draft from before there was a choice: Dutch.
    public var language: String?
    /// The language in which the story was told; nil until there is one.
    public var storyLanguage: String?
    /// `beantwoord` once it was said whether what was heard in the story is right; nil before that.
    public var offer: String?
    public static let answeredOffer = "beantwoord"
    /// What it is kept under when it is finished, so that a draft that outlived that is known again; nil in a draft from
    /// before this was noted.
    public var number: ComplaintNumber?
    public var uuid: String?

    public init(
        id: DraftID, desk: DeskID, account: String, madeAt: Timestamp, changedAt: Timestamp? = nil,
        voice: ContactChannel, dialogVersion: String, answers: [DraftAnswer] = [],
        storyInProgress: [String] = [],
        notes: [String] = [], language: String? = nil, storyLanguage: String? = nil,
        offer: String? = nil, identity: RecordIdentity? = nil
    ) {
        self.schemaVersion = Self.currentSchemaVersion
        self.id = id
        self.desk = desk
        self.account = account
        self.madeAt = madeAt
        self.changedAt = changedAt ?? madeAt
        self.voice = voice
        self.dialogVersion = dialogVersion
        self.answers = answers
        self.storyInProgress = storyInProgress
        self.notes = notes
        self.language = language
        self.storyLanguage = storyLanguage
        self.offer = offer
        self.number = identity?.number
        self.uuid = identity?.uuid
    }

    public var identity: RecordIdentity? {
        guard let number, let uuid else { return nil }
        return RecordIdentity(number: number, uuid: uuid)
    }

    private enum CodingKeys: String, CodingKey {
        case schemaVersion = "schemaVersie"
        case id
        case desk = "werkplek"
        case account
        case madeAt = "gemaaktOp"
        case changedAt = "gewijzigdOp"
        case voice = "communicatiekanaal"
        case dialogVersion = "dialoogVersie"
        case answers = "antwoorden"
        case storyInProgress = "verhaalInWording"
        case notes = "notities"
        case language = "taal"
        case storyLanguage = "taalVerhaal"
        case offer = "aanbod"
        case number = "zaaknummer"
        case uuid
    }

    public var json: [UInt8] { PrettyJSON.bytes(of: self) }
}

/// An answer as the dialog can replay it.
public struct DraftAnswer: Codable, Equatable, Sendable {
    /// Id of the question.
    public let question: String
    /// Id of the party, in a block that is played per party.
    public let party: String?
    /// Ids of choices.
    public let values: [String]
    /// What was typed, for a question without choices.
    public let text: String?
    /// Where it was read from; nil when the question was asked.
    public let heard: HeardSource?

    public init(
        question: String, party: String? = nil, values: [String] = [], text: String? = nil,
        heard: HeardSource? = nil
    ) {
        self.question = question
        self.party = party
        self.values = values
        self.text = text
        self.heard = heard
    }

    private enum CodingKeys: String, CodingKey {
        case question = "vraag"
        case party = "partij"
        case values = "waarden"
        case text = "tekst"
        case heard = "gehoord"
    }
}

/// Sixty random bits as twelve symbols.
public struct DraftID: Hashable, Sendable, CustomStringConvertible {
    let bits: UInt64

    public init(using generator: inout some RandomNumberGenerator) {
        bits = generator.next() & (1 << 60 - 1)
    }

    /// - Returns: nil when this is no id.
    public init?(_ text: some StringProtocol) {
        guard text.count == 12, let bits = SymbolAlphabet.bits(text) else { return nil }
        self.bits = bits
    }

    public var description: String { SymbolAlphabet.text(bits, count: 12) }
}

/// Name of a desk: small letters, digits and hyphens, at most forty; it names a folder.
public struct DeskID: Hashable, Sendable, CustomStringConvertible {
    public let description: String

    public init?(_ text: String) {
        guard (1...40).contains(text.utf8.count), text.first != "-",
            text.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 })
        else { return nil }
        description = text
    }
}

extension DraftID: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let id = DraftID(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "no id of a draft")
        }
        self = id
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension DeskID: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let desk = DeskID(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "no name of a desk")
        }
        self = desk
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Draft: JSONWritable {
    func write(in json: inout PrettyJSON) {
        json.object { json in
            json.member(CodingKeys.offer, offer)
            json.member(CodingKeys.account, account)
            json.member(CodingKeys.answers, answers)
            json.member(CodingKeys.voice, voice.rawValue)
            json.member(CodingKeys.dialogVersion, dialogVersion)
            json.member(CodingKeys.madeAt, madeAt.description)
            json.member(CodingKeys.changedAt, changedAt.description)
            json.member(CodingKeys.id, id.description)
            json.member(CodingKeys.notes, notes)
            json.member(CodingKeys.schemaVersion, schemaVersion)
            json.member(CodingKeys.language, language)
            json.member(CodingKeys.storyLanguage, storyLanguage)
            json.member(CodingKeys.uuid, uuid)
            json.member(CodingKeys.storyInProgress, storyInProgress)
            json.member(CodingKeys.desk, desk.description)
            json.member(CodingKeys.number, number?.description)
        }
    }
}

extension DraftAnswer: JSONWritable {
    func write(in json: inout PrettyJSON) {
        json.object { json in
            json.member(CodingKeys.heard, heard)
            json.member(CodingKeys.party, party)
            json.member(CodingKeys.text, text)
            json.member(CodingKeys.question, question)
            json.member(CodingKeys.values, values)
        }
    }
}
