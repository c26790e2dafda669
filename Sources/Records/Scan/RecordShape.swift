/// The form of a record, as a table: which keys may stand where, with which kind of value.
///
/// Narrower than what the decoder reads: keys in their order, no null, whole numbers without a sign. What is outside
/// it is left to the decoder, so a mistake here costs time; that what is inside is read alike, the tests show.
indirect enum RecordShape: Sendable {
    case text
    case flag
    case count
    case day
    case moment
    case number
    case oneOf([[UInt8]])
    case list(RecordShape)
    case object([Member])
    /// Keys of any name, each once, with texts.
    case texts
    /// A text or a list of texts.
    case answer

    struct Member: Sendable {
        let key: [UInt8]
        let shape: RecordShape
        let isRequired: Bool
        let field: Field?
    }

    /// What is taken along on the way.
    enum Field {
        case schemaVersion, number, receivedAt, kind, topic, nature, partner, name, story, event, eventKind
        case eventData
    }

    static let record = object([
        must("aard", list(text), .nature), must("besluit", decision), must("betrokkenPartijen", list(party)),
        must("communicatiekanaal", one(of: ContactChannel.self)),
        must("datumOntvangst", moment, .receivedAt), must("eerderIngediend", list(earlier)),
        must("gebeurtenissen", list(event), .event), must("gedraging", conduct),
        must("gewensteUitkomst", list(text)), must("invoerDoor", enteredBy), must("klager", complainant),
        must("ondertekend", flag), must("onderwerp", text, .topic),
        must("ontbrekendVoorKlaagschrift", list(one(of: ComplaintRecord.Requirement.self))),
        must("relevanteAndereZaken", list(related)), must("schemaVersie", text, .schemaVersion),
        must("selectielijst", text), must("soort", text, .kind), must("stukken", list(document)),
        may("taal", text), must("telt9_12a", flag), may("toestemmingDoorsturen", flag), must("uuid", text),
        must("versies", object([must("dialoog", text), must("programma", text), must("register", text)])),
        must("vertrouwelijkheidaanduiding", one(of: ComplaintRecord.Confidentiality.self)),
        must("vorm", one(of: ComplaintRecord.Form.self)), must("vragen", list(question)),
        must("zaaknummer", number, .number),
    ])

    private static let decision = object([
        must("advies", destination), may("gekozen", destination), may("reden", text), must("regel", text),
        must("stappen", list(step)), must("uitleg", list(text)), must("vermeldingen", list(text)),
        must("wet", list(text)),
    ])
    private static let destination = object([
        may("detail", text), must("kanaal", text), must("naam", text), may("soort", text), may("waar", text),
    ])
    private static let step = object([
        must("contact", list(text)), must("grond", text), must("hierLigtDeKlacht", flag), must("hoe", text),
        must("naam", text), must("opent", text), may("tot", text), may("totDatum", day), must("waar", text),
    ])
    private static let party = object([
        must("bestuursorgaan", one(of: InvolvedParty.Authority.self)), may("dienst", text),
        must("naam", text), must("partnerId", text, .partner), may("regime", text), must("rol", text),
    ])
    private static let earlier = object([
        may("datum", day), may("datumTot", day), must("partnerId", text), must("uitkomst", text),
    ])
    private static let event = object([
        must("door", text), may("gegevens", texts, .eventData), must("rol", text),
        must("soort", one(of: RecordEvent.Kind.self), .eventKind), may("tekst", text),
        must("wanneer", moment),
    ])
    private static let conduct = object([
        may("datum", day), may("datumTot", day), must("jegens", text), may("plaats", text),
        may("precisie", one(of: Conduct.Precision.self)), must("taal", text), must("verhaal", text, .story),
    ])
    private static let enteredBy = object([
        must("account", text), may("naam", text), must("rol", text), may("team", text),
    ])
    private static let complainant = object([
        may("adres", address), must("anoniem", flag), may("contactnaam", text, .name),
        must(
            "digitaleAdressen",
            list(object([must("adres", text), must("soort", one(of: DigitalAddress.Kind.self))]))),
        may(
            "vertegenwoordiger",
            object([must("machtiging", text), must("naam", text, .name), must("relatie", text)])),
    ])
    private static let address = object([
        may("huisletter", text), may("huisnummer", count), may("postcode", text), may("straat", text),
        may("toevoeging", text), may("woonplaats", text),
    ])
    private static let related = object([
        must("aardRelatie", one(of: RelatedCase.Relation.self)), must("zaaknummer", number),
    ])
    private static let document = object([
        must("omschrijving", text), must("vorm", one(of: Document.Form.self)), must("waar", text),
    ])
    private static let question = object([
        must("antwoord", answer), must("antwoordtekst", text),
        may(
            "gehoord",
            object([may("klasse", text), must("woorden", list(text)), must("zekerheid", count)])),
        may("partij", text), must("vraag", text), must("vraagtekst", text),
    ])

    private static func must(_ key: String, _ shape: RecordShape, _ field: Field? = nil) -> Member {
        Member(key: Array(key.utf8), shape: shape, isRequired: true, field: field)
    }

    private static func may(_ key: String, _ shape: RecordShape, _ field: Field? = nil) -> Member {
        Member(key: Array(key.utf8), shape: shape, isRequired: false, field: field)
    }

    private static func one<Code: RawRepresentable<String> & CaseIterable>(of: Code.Type) -> RecordShape {
        oneOf(Code.allCases.map { Array($0.rawValue.utf8) })
    }
}
