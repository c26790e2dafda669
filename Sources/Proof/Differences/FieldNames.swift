/// What the fields and cases that are compared are called in the dialog files.
///
/// Who reads a comparison knows the files, never the program.
enum FieldNames {
    static func dutch(_ name: String) -> String { names[name] ?? name }

    static let names = questions.merging(routes) { first, _ in first }
        .merging(register) { first, _ in first }

    private static let questions = [
        "kind": "soort", "wording": "vraag", "help": "uitleg", "short": "kort", "purposes": "waarvoor",
        "when": "als", "stage": "fase", "namesParties": "partijen",
        "isPerParty": "per_partij", "allowsUnknown": "weet_ik_niet", "allowsDeclined": "wil_ik_niet_zeggen",
        "isOptional": "mag_leeg", "enterTakes": "standaard", "suggestFrom": "stel_voor", "label": "label",
        "words": "woorden", "traits": "kenmerken", "related": "ook", "fit": "hoort_bij", "hears": "hoort",
        "endsRoute": "einde", "id": "naam",
        "atMost": "hooguit", "days": "dagen", "months": "maanden", "choice": "keuze",
        "multipleChoice": "meerkeuze", "lines": "regels", "date": "datum", "text": "tekst",
        "option": "keuze", "phrases": "woorden", "yes": "ja", "no": "nee",
        "unknown": "weet-ik-niet", "declined": "wil-ik-niet-zeggen", "small": "zegt-niets",
    ]

    private static let routes = [
        "channel": "kanaal", "detail": "detail", "ladder": "ladder", "here": "hier", "keeps": "bewaart",
        "because": "reden", "law": "wet", "source": "bron", "owner": "eigenaar", "validFrom": "geldigVan",
        "validTo": "geldigTot", "reviewOn": "herzien", "thenAnswers": "daarna", "who": "wie", "how": "hoe",
        "opening": "opent", "limits": "termijnen", "role": "rol", "figure": "termijn", "from": "vanaf",
        "now": "nu", "beside": "ernaast", "after": "na", "step": "stap",
        "orWithoutAnswer": "zonder_antwoord", "ownTerm": "eigen", "never": "nooit", "party": "partij",
        "body": "instantie", "receipt": "ontvangst", "answer": "antwoord", "question": "vraag",
    ]

    private static let register = [
        "group": "groep", "name": "naam", "aliases": "aliassen", "predecessors": "voorgangers",
        "until": "tot", "legalForm": "vorm", "contacts": "contact", "toCheck": "te-controleren",
        "topics": "onderwerpen", "regime": "regime", "authority": "bestuursorgaan", "task": "taak",
        "helpers": "hulp", "sources": "bronnen", "nameInSentence": "in-zin", "what": "wat",
        "isGemeente": "gemeente", "isIndependent": "onafhankelijk", "sendsOnTo": "stuurt-door",
        "value": "waarde", "purpose": "waarvoor", "sourceDate": "brondatum", "checkedOn": "gecontroleerd",
        "title": "titel", "address": "adres", "readOn": "gelezen", "term": "termijn",
        "articles": "artikelen", "note": "toelichting", "extendedBy": "verlenging",
        "isUnverified": "te-controleren", "numbers": "bestaat", "link": "link", "terms": "termijnen",
        "code": "code", "numberLetter": "letter", "languages": "talen", "phone": "telefoon",
        "draftDays": "concept_dagen", "people": "medewerkers", "account": "account", "team": "team",
        "decreedDays": "aangewezenDagen", "decreesKnownThrough": "aangewezenDagenBekendTot",
    ]
}
