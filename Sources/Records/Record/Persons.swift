/// Where or how the contact took place (`communicatiekanaal`).
public enum ContactChannel: String, Codable, CaseIterable, Sendable {
    case desk = "balie"
    case phone = "telefoon"
    case kiosk
}

/// Who entered it for the gemeente.
public struct EnteredBy: Codable, Equatable, Sendable {
    /// Account of the operating system.
    public let account: String
    /// Absent when the account is not in the gemeente's list.
    public let name: String?
    public let team: String?
    public let role: String

    public init(account: String, name: String? = nil, team: String? = nil, role: String) {
        self.account = account
        self.name = name
        self.team = team
        self.role = role
    }

    private enum CodingKeys: String, CodingKey {
        case account
        case name = "naam"
        case team
        case role = "rol"
    }
}

/// Who complains.
public struct Complainant: Codable, Equatable, Sendable {
    /// Absent when anonymous.
    public let name: String?
    public let address: Address?
    public let digitalAddresses: [DigitalAddress]
    /// Absent when someone complains for themselves.
    public let representative: Representative?
    public let isAnonymous: Bool

    public init(
        name: String? = nil, address: Address? = nil, digitalAddresses: [DigitalAddress] = [],
        representative: Representative? = nil, isAnonymous: Bool = false
    ) {
        self.name = name
        self.address = address
        self.digitalAddresses = digitalAddresses
        self.representative = representative
        self.isAnonymous = isAnonymous
    }

    private enum CodingKeys: String, CodingKey {
        case name = "contactnaam"
        case address = "adres"
        case digitalAddresses = "digitaleAdressen"
        case representative = "vertegenwoordiger"
        case isAnonymous = "anoniem"
    }
}

/// Where a letter arrives. Each part may be absent: not everyone has a house number.
public struct Address: Codable, Equatable, Sendable {
    /// `2011 RD`, with one space.
    public let postcode: String?
    public let houseNumber: Int?
    public let houseLetter: String?
    public let addition: String?
    public let street: String?
    public let place: String?

    public init(
        postcode: String? = nil, houseNumber: Int? = nil, houseLetter: String? = nil, addition: String? = nil,
        street: String? = nil, place: String? = nil
    ) {
        self.postcode = postcode
        self.houseNumber = houseNumber
        self.houseLetter = houseLetter
        self.addition = addition
        self.street = street
        self.place = place
    }

    private enum CodingKeys: String, CodingKey {
        case postcode
        case houseNumber = "huisnummer"
        case houseLetter = "huisletter"
        case addition = "toevoeging"
        case street = "straat"
        case place = "woonplaats"
    }
}

public struct DigitalAddress: Codable, Equatable, Sendable {
    public let kind: Kind
    /// A telephone number as E.164.
    public let address: String

    public init(kind: Kind, address: String) {
        self.kind = kind
        self.address = address
    }

    /// `soortDigitaalAdres` of Klantinteracties.
    public enum Kind: String, Codable, CaseIterable, Sendable {
        case email
        case telephone = "telefoonnummer"
        case other = "overig"
    }

    private enum CodingKeys: String, CodingKey {
        case kind = "soort"
        case address = "adres"
    }
}

/// Who speaks for the complainant.
public struct Representative: Codable, Equatable, Sendable {
    public let name: String
    /// Id of the relation, such as `ouder` or `advocaat`.
    public let relation: String
    /// Id of the answer about the authorisation, such as `ja`, `volgt` or `niet-nodig`.
    public let authorisation: String

    public init(name: String, relation: String, authorisation: String) {
        self.name = name
        self.relation = relation
        self.authorisation = authorisation
    }

    private enum CodingKeys: String, CodingKey {
        case name = "naam"
        case relation = "relatie"
        case authorisation = "machtiging"
    }
}

extension EnteredBy: JSONWritable {
    func write(in json: inout PrettyJSON) {
        json.object { json in
            json.member(CodingKeys.account, account)
            json.member(CodingKeys.name, name)
            json.member(CodingKeys.role, role)
            json.member(CodingKeys.team, team)
        }
    }
}

extension Complainant: JSONWritable {
    func write(in json: inout PrettyJSON) {
        json.object { json in
            json.member(CodingKeys.address, address)
            json.member(CodingKeys.isAnonymous, isAnonymous)
            json.member(CodingKeys.name, name)
            json.member(CodingKeys.digitalAddresses, digitalAddresses)
            json.member(CodingKeys.representative, representative)
        }
    }
}

extension Address: JSONWritable {
    func write(in json: inout PrettyJSON) {
        json.object { json in
            json.member(CodingKeys.houseLetter, houseLetter)
            json.member(CodingKeys.houseNumber, houseNumber)
            json.member(CodingKeys.postcode, postcode)
            json.member(CodingKeys.street, street)
            json.member(CodingKeys.addition, addition)
            json.member(CodingKeys.place, place)
        }
    }
}

extension DigitalAddress: JSONWritable {
    func write(in json: inout PrettyJSON) {
        json.object { json in
            json.member(CodingKeys.address, address)
            json.member(CodingKeys.kind, kind.rawValue)
        }
    }
}

extension Representative: JSONWritable {
    func write(in json: inout PrettyJSON) {
        json.object { json in
            json.member(CodingKeys.authorisation, authorisation)
            json.member(CodingKeys.name, name)
            json.member(CodingKeys.relation, relation)
        }
    }
}
