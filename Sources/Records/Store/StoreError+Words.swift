import Glibc

/// The one place where an error of the store becomes sentences: what is the matter, what is safe, what to do.
extension StoreError {
    /// For residents and officials, in plain Dutch.
    public var words: String {
        [matter, safety, advice].filter { !$0.isEmpty }.joined(separator: " ")
    }

    private var matter: String {
        switch cause {
        case .noParentFolder:
            "De map \(path) kan niet gemaakt worden, want de map waarin die moet komen bestaat niet."
        case .notAFolder: "\(path) is geen map."
        case .notAllowed: "U mag hier niet lezen of schrijven: \(path)."
        case .readOnly: "Op deze schijf kan alleen gelezen worden: \(path)."
        case .diskFull: "De schijf is vol."
        case .diskBroken: "De schijf geeft een fout bij \(path)."
        case .unsuitableDisk: "Deze schijf is niet geschikt om klachten op te bewaren: \(path)."
        case .otherSystemError(let number):
            "\(attemptWords) lukt niet. Het systeem meldt: \(String(cString: strerror(number))) (\(path))."
        case .numberTaken: "Er is al een klacht met dit nummer: \(path)."
        case .notFound: isAboutDraft ? "Dit concept is er niet." : "Er is geen klacht met dit nummer."
        case .versionConflict: "Iemand anders heeft deze klacht net veranderd."
        case .damaged(let files):
            "\(isAboutDraft ? "Dit concept" : "Deze klacht") is niet te lezen: "
                + (files.first.map { "in \($0.path) staat \($0.problem.words)." } ?? "\(path).")
        case .inUse: "Een ander venster werkt nu aan dit concept."
        }
    }

    private var safety: String {
        switch safe {
        case .everythingAsBefore:
            switch attempt {
            case .openStore, .readRecord, .scan, .readDraft, .listDrafts: ""
            case .createRecord: "De klacht is nog niet opgeslagen."
            case .createContact: "Dit contact is nog niet opgeslagen."
            case .appendEvent: "De klacht is nog zoals die was."
            case .count: "Dit is nog niet geteld."
            case .saveDraft: "Uw laatste antwoord is nog niet bewaard."
            case .removeDraft: "Het concept is nog niet gewist."
            }
        case .answersUntilHere(let folder):
            "Uw antwoorden tot nu toe staan veilig in \(folder)."
        case .oldOrNew:
            "Misschien is het toch opgeslagen. Wat er al stond, is veilig."
        case .otherRecords:
            isAboutDraft ? "De andere concepten zijn veilig." : "De andere klachten zijn veilig."
        }
    }

    private var advice: String {
        switch cause {
        case .diskFull:
            isAboutDraft ? "Maak ruimte en typ /hervat." : "Maak ruimte en probeer het opnieuw."
        case .noParentFolder: "Kijk of de naam klopt, of maak die map eerst."
        case .notAFolder: "Kies een andere map."
        case .notAllowed: "Vraag de beheerder om toegang, of kies een andere map."
        case .readOnly: "Kies een andere map, of vraag de beheerder om hulp."
        case .diskBroken: "Schrijf op wat u nog weet en waarschuw de beheerder voordat u verdergaat."
        case .unsuitableDisk: "Kies een map op een gewone schijf."
        case .otherSystemError: "Probeer het opnieuw. Lukt het weer niet? Waarschuw de beheerder."
        case .numberTaken: "Probeer het opnieuw met een nieuw nummer."
        case .notFound: isAboutDraft ? "" : "Kijk of u het nummer goed hebt overgenomen."
        case .versionConflict: "Open de klacht opnieuw en kijk of uw wijziging nog nodig is."
        case .damaged(let files):
            files.contains { if case .unknownSchemaVersion = $0.problem { true } else { false } }
                ? "Gebruik de nieuwste versie van het programma. Wis het bestand niet."
                : "Wis het bestand niet en vraag de beheerder om een reservekopie terug te zetten."
        case .inUse: "Ga verder in dat venster, of sluit het eerst."
        }
    }

    private var isAboutDraft: Bool {
        switch attempt {
        case .saveDraft, .readDraft, .listDrafts, .removeDraft: true
        case .openStore, .createRecord, .appendEvent, .readRecord, .scan, .createContact, .count: false
        }
    }

    private var attemptWords: String {
        switch attempt {
        case .openStore: "De opslag openen"
        case .createRecord: "De klacht opslaan"
        case .appendEvent: "De klacht aanvullen"
        case .readRecord: "De klacht lezen"
        case .scan: "Zoeken"
        case .createContact: "Het contact opslaan"
        case .count: "Tellen"
        case .saveDraft: "Uw antwoord bewaren"
        case .readDraft: "Het concept lezen"
        case .listDrafts: "De concepten bekijken"
        case .removeDraft: "Het concept wissen"
        }
    }
}

extension DocumentProblem {
    /// After "in dit bestand staat".
    public var words: String {
        switch self {
        case .blank: "niets"
        case .notJSON: "iets dat geen goede JSON is"
        case .unknownSchemaVersion(let version): "schemaVersie \(version), die dit programma niet kent"
        case .missingKey(let key): "geen \(key)"
        case .wrongValue(let key, let what): "bij \(key) \(what)"
        case .unknownKey(let key): "\(key), dat dit programma niet kent"
        case .numberMismatch(let fileName, let content):
            "nummer \(content), terwijl het bestand \(fileName) heet"
        case .unreadable(let number): "iets dat niet te lezen is (\(String(cString: strerror(number))))"
        }
    }
}
