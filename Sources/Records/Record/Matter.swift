public import DialogEngine

/// What it is about: what was done or left undone, to whom, when and where.
public struct Conduct: Codable, Equatable, Sendable {
    public let story: String
    /// Three letters, such as `nld`.
    public let language: String
    /// The first day it happened; with a precision of month or year the first day of that. Absent when it is
    /// only known that it was before a day.
    public let from: Day?
    /// The last day, when it lasted.
    public let until: Day?
    /// Present when `from` or `until` is.
    public let precision: Precision?
    /// Id of whom it was done to, such as `klager`.
    public let towards: String
    public let place: String?

    public init(
        story: String, language: String = "nld", from: Day? = nil, until: Day? = nil,
        precision: Precision? = nil, towards: String, place: String? = nil
    ) {
        self.story = story
        self.language = language
        self.from = from
        self.until = until
        self.precision = precision
        self.towards = towards
        self.place = place
    }

    public enum Precision: String, Codable, CaseIterable, Sendable {
        case day = "dag"
        /// A stretch of days, such as "begin november".
        case period = "periode"
        case month = "maand"
        case year = "jaar"
        /// From a day till the day it was told.
        case since = "sinds"
        /// Up to `until`, not known from when.
        case before = "voor"
    }

    private enum CodingKeys: String, CodingKey {
        case story = "verhaal"
        case language = "taal"
        case from = "datum"
        case until = "datumTot"
        case precision = "precisie"
        case towards = "jegens"
        case place = "plaats"
    }
}

/// A party that the complaint is about.
public struct InvolvedParty: Codable, Equatable, Sendable {
    public let partnerId: String
    /// Id of the service, when it does more than one.
    public let service: String?
    /// As the register named it then.
    public let name: String
    public let regime: String?
    /// Whether its own conduct falls under chapter 9 of the Awb.
    public let isAuthority: Authority
    /// Id, such as `beklaagde` or `betrokken`.
    public let role: String

    public init(
        partnerId: String, service: String? = nil, name: String, regime: String? = nil,
        isAuthority: Authority, role: String
    ) {
        self.partnerId = partnerId
        self.service = service
        self.name = name
        self.regime = regime
        self.isAuthority = isAuthority
        self.role = role
    }

    public enum Authority: String, Codable, CaseIterable, Sendable {
        case yes = "ja"
        case no = "nee"
        case toBeChecked = "te-controleren"
    }

    private enum CodingKeys: String, CodingKey {
        case partnerId
        case service = "dienst"
        case name = "naam"
        case regime
        case isAuthority = "bestuursorgaan"
        case role = "rol"
    }
}

/// What was tried before, with whom.
public struct EarlierComplaint: Codable, Equatable, Sendable {
    public let partnerId: String
    public let from: Day?
    /// The last possible day, when the day is not known exactly.
    public let until: Day?
    /// Id, such as `geen-reactie`.
    public let outcome: String

    public init(partnerId: String, from: Day? = nil, until: Day? = nil, outcome: String) {
        self.partnerId = partnerId
        self.from = from
        self.until = until
        self.outcome = outcome
    }

    private enum CodingKeys: String, CodingKey {
        case partnerId
        case from = "datum"
        case until = "datumTot"
        case outcome = "uitkomst"
    }
}

/// A paper or file that belongs to it and lies elsewhere.
public struct Document: Codable, Equatable, Sendable {
    public let description: String
    public let form: Form
    /// Where it lies.
    public let place: String

    public init(description: String, form: Form, place: String) {
        self.description = description
        self.form = form
        self.place = place
    }

    public enum Form: String, Codable, CaseIterable, Sendable {
        case paper = "papier"
        case file = "bestand"
    }

    private enum CodingKeys: String, CodingKey {
        case description = "omschrijving"
        case form = "vorm"
        case place = "waar"
    }
}

/// Another complaint that belongs to this one.
public struct RelatedCase: Codable, Equatable, Sendable {
    public let number: ComplaintNumber
    public let relation: Relation

    public init(number: ComplaintNumber, relation: Relation) {
        self.number = number
        self.relation = relation
    }

    /// `aardRelatie` of ZGW.
    public enum Relation: String, Codable, CaseIterable, Sendable {
        case sequel = "vervolg"
        case contribution = "bijdrage"
        case subject = "onderwerp"
    }

    private enum CodingKeys: String, CodingKey {
        case number = "zaaknummer"
        case relation = "aardRelatie"
    }
}

/// What the conversation was held with.
public struct Versions: Codable, Equatable, Sendable {
    public let program: String
    public let dialog: String
    public let register: String

    public init(program: String, dialog: String, register: String) {
        self.program = program
        self.dialog = dialog
        self.register = register
    }

    private enum CodingKeys: String, CodingKey {
        case program = "programma"
        case dialog = "dialoog"
        case register
    }
}

extension Conduct: JSONWritable {
    func write(in json: inout PrettyJSON) {
        json.object { json in
            json.member(CodingKeys.from, from?.iso)
            json.member(CodingKeys.until, until?.iso)
            json.member(CodingKeys.towards, towards)
            json.member(CodingKeys.place, place)
            json.member(CodingKeys.precision, precision?.rawValue)
            json.member(CodingKeys.language, language)
            json.member(CodingKeys.story, story)
        }
    }
}

extension InvolvedParty: JSONWritable {
    func write(in json: inout PrettyJSON) {
        json.object { json in
            json.member(CodingKeys.isAuthority, isAuthority.rawValue)
            json.member(CodingKeys.service, service)
            json.member(CodingKeys.name, name)
            json.member(CodingKeys.partnerId, partnerId)
            json.member(CodingKeys.regime, regime)
            json.member(CodingKeys.role, role)
        }
    }
}

extension EarlierComplaint: JSONWritable {
    func write(in json: inout PrettyJSON) {
        json.object { json in
            json.member(CodingKeys.from, from?.iso)
            json.member(CodingKeys.until, until?.iso)
            json.member(CodingKeys.partnerId, partnerId)
            json.member(CodingKeys.outcome, outcome)
        }
    }
}

extension Document: JSONWritable {
    func write(in json: inout PrettyJSON) {
        json.object { json in
            json.member(CodingKeys.description, description)
            json.member(CodingKeys.form, form.rawValue)
            json.member(CodingKeys.place, place)
        }
    }
}

extension RelatedCase: JSONWritable {
    func write(in json: inout PrettyJSON) {
        json.object { json in
            json.member(CodingKeys.relation, relation.rawValue)
            json.member(CodingKeys.number, number.description)
        }
    }
}

extension Versions: JSONWritable {
    func write(in json: inout PrettyJSON) {
        json.object { json in
            json.member(CodingKeys.dialog, dialog)
            json.member(CodingKeys.program, program)
            json.member(CodingKeys.register, register)
        }
    }
}
