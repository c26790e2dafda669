import DialogEngine
import Understanding

/// What `duid --json` writes for one text.
struct UnderstoodResult: Encodable {
    struct Ranked: Encodable {
        let id: String
        let kans: Double
    }

    struct Sign: Encodable {
        let signaal: String
        let woorden: [String]
    }

    struct Named: Encodable {
        let id: String
        let woorden: [String]
    }

    struct Words: Encodable {
        let woorden: [String]
    }

    struct Days: Encodable {
        let eerste: String?
        let laatste: String
        let precisie: String
        let woorden: [String]
    }

    /// Only what was found.
    struct Contact: Encodable {
        var naam: String?
        var straat: String?
        var huisnummer: String?
        var postcode: String?
        var telefoonnummer: String?
        var emailadres: String?
        var woorden: [String] = []
    }

    struct Warning: Encodable {
        let soort: String
        let woorden: [String]
    }

    let soorten: [Ranked]
    let onderwerpen: [Ranked]
    let nood: Sign?
    let besluit: Bool
    let partijen: [Named]
    let algeklaagd: Named?
    /// When it happened.
    let wanneer: Days?
    let contact: Contact?
    let namens: Named?
    let meerdere: Words?
    /// By the names that a gemeente gives them.
    let gezegd: [Named]
    /// What does not belong in a complaint.
    let waarschuwingen: [Warning]

    init(
        _ understood: Understood, _ event: Find<DateMention>?, _ contact: [Find<ContactDatum>],
        _ surplus: [Find<Surplus>]
    ) {
        func ranked(_ labels: [Understood.Ranked]) -> [Ranked] {
            labels.map { Ranked(id: $0.id, kans: ($0.certainty * 10_000).rounded() / 10_000) }
        }
        func named(_ find: Find<String>) -> Named {
            Named(id: find.value, woorden: find.evidence.map(\.words))
        }
        soorten = ranked(understood.kinds)
        onderwerpen = ranked(understood.topics)
        nood = understood.danger.map { Sign(signaal: $0.value, woorden: $0.evidence.map(\.words)) }
        besluit = understood.concernsDecision
        partijen = understood.parties.map(named)
        algeklaagd = understood.complained.map(named)
        wanneer = event.map { Days($0) }
        self.contact = Contact(contact)
        namens = understood.onBehalf.map(named)
        meerdere = understood.several.isEmpty ? nil : Words(woorden: understood.several.map(\.words))
        gezegd = understood.sayings.map(named)
        waarschuwingen = surplus.map {
            Warning(soort: $0.value.kind.rawValue, woorden: $0.evidence.map(\.words))
        }
    }

    /// Absent finds stand as null: a program sees every key on every line.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(soorten, forKey: .soorten)
        try container.encode(onderwerpen, forKey: .onderwerpen)
        try container.encode(nood, forKey: .nood)
        try container.encode(besluit, forKey: .besluit)
        try container.encode(partijen, forKey: .partijen)
        try container.encode(algeklaagd, forKey: .algeklaagd)
        try container.encode(wanneer, forKey: .wanneer)
        try container.encode(contact, forKey: .contact)
        try container.encode(namens, forKey: .namens)
        try container.encode(meerdere, forKey: .meerdere)
        try container.encode(gezegd, forKey: .gezegd)
        try container.encode(waarschuwingen, forKey: .waarschuwingen)
    }

    private enum Key: String, CodingKey {
        case soorten, onderwerpen, nood, besluit, partijen, algeklaagd, wanneer, contact, namens, meerdere
        case gezegd, waarschuwingen
    }

    /// For people: the three likeliest of each, and what else was heard.
    var words: String {
        func three(_ ranked: [Ranked]) -> String {
            ranked.isEmpty
                ? "weet ik niet"
                : ranked.prefix(3).map { "\($0.id) \(Int(($0.kans * 100).rounded()))%" }.joined(
                    separator: ", ")
        }
        func quoted(_ words: [String]) -> String { words.map { "\"\($0)\"" }.joined(separator: ", ") }
        var lines = ["soort: " + three(soorten), "onderwerp: " + three(onderwerpen)]
        if let nood { lines.append("nood: \(nood.signaal), door " + quoted(nood.woorden)) }
        if besluit { lines.append("vraag of er een brief met een besluit is") }
        lines += partijen.map { "partij: \($0.id), door " + quoted($0.woorden) }
        if let algeklaagd {
            lines.append("al geklaagd: \(algeklaagd.id), door " + quoted(algeklaagd.woorden))
        }
        if let namens { lines.append("namens: \(namens.id), door " + quoted(namens.woorden)) }
        if let wanneer {
            let days = [wanneer.eerste, wanneer.laatste].compactMap { $0 }.joined(separator: " tot en met ")
            lines.append("wanneer: \(days), door " + quoted(wanneer.woorden))
        }
        if let contact { lines.append("bereikbaar: " + quoted(contact.woorden)) }
        lines += waarschuwingen.map { "te veel: \($0.soort), door " + quoted($0.woorden) }
        lines += gezegd.map { "gezegd: \($0.id), door " + quoted($0.woorden) }
        if let meerdere { lines.append("meer dingen, door " + quoted(meerdere.woorden)) }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension UnderstoodResult.Days {
    fileprivate init(_ find: Find<DateMention>) {
        let range = find.value.range
        eerste = range.earliest?.iso
        laatste = range.last.iso
        precisie = range.precision.rawValue
        woorden = find.evidence.map(\.words)
    }
}

extension UnderstoodResult.Contact {
    /// The first of each; nil when there is none.
    fileprivate init?(_ finds: [Find<ContactDatum>]) {
        for find in finds {
            switch find.value {
            case .name(let name): naam = naam ?? name.spoken
            case .phone(let number): telefoonnummer = telefoonnummer ?? number.normalForm
            case .email(let address): emailadres = emailadres ?? address
            case .address(let address):
                straat = straat ?? address.street
                huisnummer = huisnummer ?? address.houseNumber
                postcode = postcode ?? address.postcode
            case .incomplete: continue
            }
            woorden += find.evidence.map(\.words)
        }
        if woorden.isEmpty { return nil }
    }
}
