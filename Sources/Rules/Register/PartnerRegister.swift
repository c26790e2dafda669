import DialogEngine

/// Everybody a complaint can be about, and every body that can help further.
public struct PartnerRegister: Sendable {
    public let version: String
    public let sources: [Source]
    public let partners: [Partner]
    public let bodies: [Body]
    private let serviceIndex: [String: (partner: Int, service: Int)]

    public init(version: String, sources: [Source], partners: [Partner], bodies: [Body]) {
        self.version = version
        self.sources = sources
        self.partners = partners
        self.bodies = bodies
        var index: [String: (partner: Int, service: Int)] = [:]
        for (p, partner) in partners.enumerated() {
            for (s, service) in partner.services.enumerated() { index[partner.serviceID(service)] = (p, s) }
        }
        serviceIndex = index
    }

    /// - Parameter id: `stadstaxi/vervoer`.
    public func service(_ id: String) -> (partner: Partner, service: Service)? {
        serviceIndex[id].map { (partners[$0.partner], partners[$0.partner].services[$0.service]) }
    }

    public func body(_ id: String) -> Body? { bodies.first { $0.id == id } }
    public func source(_ key: String) -> Source? { sources.first { $0.key == key } }

    /// Where a fact was read.
    public struct Source: Hashable, Sendable {
        public let key: String
        public let title: String
        public let address: String?
        public let readOn: Day

        public init(key: String, title: String, address: String?, readOn: Day) {
            self.key = key
            self.title = title
            self.address = address
            self.readOn = readOn
        }
    }
}

public struct Partner: Hashable, Sendable {
    public enum Group: String, Sendable, CaseIterable {
        case gemeente, partner
        /// Another authority.
        case authority = "bestuursorgaan"
        /// No public task.
        case company = "privaat"
    }

    public struct Predecessor: Hashable, Sendable {
        public let name: String
        public let until: String?

        public init(name: String, until: String?) {
            self.name = name
            self.until = until
        }
    }

    public let id: String
    public let group: Group
    public let name: String
    /// With its article, as it stands inside a sentence.
    public let nameInSentence: String
    public let aliases: [String]
    public let predecessors: [Predecessor]
    public let validFrom: Day?
    public let validTo: Day?
    public let legalForm: String
    public let contacts: [Contact]
    /// What is not verified yet, in words.
    public let toCheck: [String]
    public let services: [Service]

    public init(
        id: String, group: Group, name: String, nameInSentence: String? = nil, aliases: [String],
        predecessors: [Predecessor], validFrom: Day?,
        validTo: Day?, legalForm: String, contacts: [Contact], toCheck: [String], services: [Service]
    ) {
        self.id = id
        self.group = group
        self.name = name
        self.nameInSentence = nameInSentence ?? name
        self.aliases = aliases
        self.predecessors = predecessors
        self.validFrom = validFrom
        self.validTo = validTo
        self.legalForm = legalForm
        self.contacts = contacts
        self.toCheck = toCheck
        self.services = services
    }

    public func serviceID(_ service: Service) -> String { "\(id)/\(service.id)" }

    /// Whether it works here on a day: it has begun and has not stopped.
    public func isActive(on day: Day) -> Bool {
        (validFrom.map { $0 <= day } ?? true) && (validTo.map { day <= $0 } ?? true)
    }
}

/// What a partner does for residents; the regime belongs here, not to the partner.
public struct Service: Hashable, Sendable {
    public enum Authority: String, Sendable, CaseIterable {
        case yes = "ja"
        case no = "nee"
        /// Not known; never told as a fact.
        case toCheck = "te-controleren"
    }

    public enum Task: String, Sendable, CaseIterable {
        /// A public task for the gemeente.
        case gemeente
        /// A public task by law, not for the gemeente.
        case statutory = "wettelijk"
        case none = "geen"
    }

    public let id: String
    public let name: String
    public let topics: [String]
    /// Everyday words for it.
    public let words: [String]
    public let regime: String
    public let authority: Authority
    public let task: Task
    public let how: [String]
    /// Free help with a complaint: ids of bodies.
    public let helpers: [String]
    public let sources: [String]

    public init(
        id: String, name: String, topics: [String], words: [String], regime: String, authority: Authority,
        task: Task, how: [String], helpers: [String], sources: [String]
    ) {
        self.id = id
        self.name = name
        self.topics = topics
        self.words = words
        self.regime = regime
        self.authority = authority
        self.task = task
        self.how = how
        self.helpers = helpers
        self.sources = sources
    }
}

/// A body that is never complained about here: a second line, a helper, an office of the gemeente.
public struct Body: Hashable, Sendable {
    public let id: String
    public let name: String
    /// With its article, as it stands inside a sentence: `de Huurcommissie`.
    public let nameInSentence: String
    public let what: String
    /// An office of the gemeente itself.
    public let isGemeente: Bool
    /// It judges on its own.
    public let isIndependent: Bool
    public let contacts: [Contact]
    /// What is not verified yet, in words.
    public let toCheck: [String]
    public let sources: [String]
    /// The body to which it sends on everybody who comes there; nil when it helps people itself.
    public let sendsOnTo: String?

    public init(
        id: String, name: String, nameInSentence: String? = nil, what: String, isGemeente: Bool = false,
        isIndependent: Bool = false, contacts: [Contact], toCheck: [String], sources: [String],
        sendsOnTo: String? = nil
    ) {
        self.id = id
        self.name = name
        self.nameInSentence = nameInSentence ?? name
        self.what = what
        self.isGemeente = isGemeente
        self.isIndependent = isIndependent
        self.contacts = contacts
        self.toCheck = toCheck
        self.sources = sources
        self.sendsOnTo = sendsOnTo
    }
}

public struct Contact: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case phone = "telefoon"
        case email = "e-mail"
        case website
        case form = "formulier"
        case post
        case visit = "bezoek"
    }

    public let kind: Kind
    public let value: String
    /// `klacht` or `algemeen`.
    public let purpose: String
    public let source: String
    /// How old the source itself is, as far as it says.
    public let sourceDate: String?
    /// nil when nobody has verified it yet.
    public let checkedOn: Day?

    public init(
        kind: Kind, value: String, purpose: String, source: String, sourceDate: String?, checkedOn: Day?
    ) {
        self.kind = kind
        self.value = value
        self.purpose = purpose
        self.source = source
        self.sourceDate = sourceDate
        self.checkedOn = checkedOn
    }
}
