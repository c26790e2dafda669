public import DialogEngine

/// The decision in the words in which it was told, as a snapshot beside what is computed anew.
public struct ToldDecision: Codable, Equatable, Sendable {
    public let advice: Destination
    /// Absent as long as nothing was chosen; then the advice stands.
    public let chosen: Destination?
    /// Why someone chose otherwise.
    public let reason: String?
    /// Id of the rule that fired.
    public let rule: String
    /// Law references, such as `Awb 9:4`.
    public let law: [String]
    /// In order: where to go now, and what opens after it.
    public let steps: [ToldStep]
    /// What else was mentioned.
    public let remarks: [String]
    /// A line for each rule that was passed over, and why.
    public let explanation: [String]

    public init(
        advice: Destination, chosen: Destination? = nil, reason: String? = nil, rule: String,
        law: [String] = [],
        steps: [ToldStep], remarks: [String] = [], explanation: [String] = []
    ) {
        self.advice = advice
        self.chosen = chosen
        self.reason = reason
        self.rule = rule
        self.law = law
        self.steps = steps
        self.remarks = remarks
        self.explanation = explanation
    }

    private enum CodingKeys: String, CodingKey {
        case advice = "advies"
        case chosen = "gekozen"
        case reason = "reden"
        case rule = "regel"
        case law = "wet"
        case steps = "stappen"
        case remarks = "vermeldingen"
        case explanation = "uitleg"
    }

    /// Where something goes.
    public struct Destination: Codable, Equatable, Sendable {
        /// Id of the decision's channel, such as `partner` or `gemeente-klacht`.
        public let channel: String
        /// Id of the kind of matter, such as `klacht`.
        public let kind: String?
        /// What exactly, such as `verzet`; absent when the channel says enough.
        public let detail: String?
        /// Id of the partner or body.
        public let whereId: String?
        public let name: String

        public init(
            channel: String, kind: String? = nil, detail: String? = nil, whereId: String? = nil, name: String
        ) {
            self.channel = channel
            self.kind = kind
            self.detail = detail
            self.whereId = whereId
            self.name = name
        }

        private enum CodingKeys: String, CodingKey {
            case channel = "kanaal"
            case kind = "soort"
            case detail
            case whereId = "waar"
            case name = "naam"
        }
    }
}

/// One rung: where, how, from when and until when, and on what ground.
public struct ToldStep: Codable, Equatable, Sendable {
    public let name: String
    /// Id of the partner or body.
    public let whereId: String
    public let how: String
    /// Lines: address, telephone, site.
    public let contact: [String]
    /// When it opens, in words.
    public let opens: String
    /// Until when it is open, in words; absent when nothing closes it.
    public let until: String?
    /// The same as a day, when it can be computed.
    public let untilDay: Day?
    /// The law or rule it rests on.
    public let ground: String
    public let complaintLiesHere: Bool

    public init(
        name: String, whereId: String, how: String, contact: [String], opens: String, until: String? = nil,
        untilDay: Day? = nil, ground: String, complaintLiesHere: Bool = false
    ) {
        self.name = name
        self.whereId = whereId
        self.how = how
        self.contact = contact
        self.opens = opens
        self.until = until
        self.untilDay = untilDay
        self.ground = ground
        self.complaintLiesHere = complaintLiesHere
    }

    private enum CodingKeys: String, CodingKey {
        case name = "naam"
        case whereId = "waar"
        case how = "hoe"
        case contact
        case opens = "opent"
        case until = "tot"
        case untilDay = "totDatum"
        case ground = "grond"
        case complaintLiesHere = "hierLigtDeKlacht"
    }
}

extension ToldDecision: JSONWritable {
    func write(in json: inout PrettyJSON) {
        json.object { json in
            json.member(CodingKeys.advice, advice)
            json.member(CodingKeys.chosen, chosen)
            json.member(CodingKeys.reason, reason)
            json.member(CodingKeys.rule, rule)
            json.member(CodingKeys.steps, steps)
            json.member(CodingKeys.explanation, explanation)
            json.member(CodingKeys.remarks, remarks)
            json.member(CodingKeys.law, law)
        }
    }
}

extension ToldDecision.Destination: JSONWritable {
    func write(in json: inout PrettyJSON) {
        json.object { json in
            json.member(CodingKeys.detail, detail)
            json.member(CodingKeys.channel, channel)
            json.member(CodingKeys.name, name)
            json.member(CodingKeys.kind, kind)
            json.member(CodingKeys.whereId, whereId)
        }
    }
}

extension ToldStep: JSONWritable {
    func write(in json: inout PrettyJSON) {
        json.object { json in
            json.member(CodingKeys.contact, contact)
            json.member(CodingKeys.ground, ground)
            json.member(CodingKeys.complaintLiesHere, complaintLiesHere)
            json.member(CodingKeys.how, how)
            json.member(CodingKeys.name, name)
            json.member(CodingKeys.opens, opens)
            json.member(CodingKeys.until, until)
            json.member(CodingKeys.untilDay, untilDay?.iso)
            json.member(CodingKeys.whereId, whereId)
        }
    }
}
