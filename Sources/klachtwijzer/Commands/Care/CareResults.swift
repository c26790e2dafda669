import DialogEngine
import Records
import Rules

/// What care for the store found, for programs.
struct SurveyResult: Encodable {
    let klachten: Int
    let gewist: Int
    let contacten: Int
    let concepten: Int
    let opzij: Int
    let logboekregels: Int
    let bevindingen: [FindingResult]

    init(_ survey: StoreSurvey, _ words: CareWords) {
        klachten = survey.complaints
        gewist = survey.erased
        contacten = survey.contacts
        concepten = survey.drafts
        opzij = survey.aside
        logboekregels = survey.logLines
        bevindingen = survey.findings.map { FindingResult($0, words) }
    }
}

struct FindingResult: Encodable {
    let soort: String
    let nummer: String?
    let bestand: String?
    let versie: Int?
    let woorden: String

    init(_ finding: StoreFinding, _ words: CareWords) {
        woorden = words.finding(finding)
        let parts = Self.parts(finding)
        (soort, nummer, bestand, versie) = (parts.kind, parts.number, parts.path, parts.version)
    }

    private static func parts(
        _ finding: StoreFinding
    ) -> (kind: String, number: String?, path: String?, version: Int?) {
        switch finding {
        case .damaged(let file, _): ("beschadigd", file.number?.description, file.path, file.version)
        case .strange(let path, let number): ("vreemd-bestand", number?.description, path, nil)
        case .doubled(let number, let paths): ("dubbel-nummer", number.description, paths.first, nil)
        case .wrongDay(let number, let path, _): ("verkeerde-dag", number.description, path, nil)
        case .inFuture(let number, let path, _): ("in-de-toekomst", number.description, path, nil)
        case .halfErased(let number, let paths, _): ("half-gewist", number.description, paths.first, nil)
        case .erasureUnfinished(let number): ("wissen-niet-af", number.description, nil, nil)
        case .erasureUnmarked(let number, _, _): ("wismerk-weg", number.description, nil, nil)
        case .openToOthers(let paths): ("te-open", nil, paths.first, nil)
        case .closedToOthers(let path): ("niet-leesbaar", nil, path, nil)
        case .changedOutside(let number, let version, let path):
            ("veranderd", number.description, path, version)
        case .lost(let number, let version, _, _): ("kwijt", number.description, nil, version)
        case .contactLost(let number, _, _): ("contact-kwijt", number.description, nil, nil)
        case .contactChanged(let number, let path): ("contact-veranderd", number.description, path, nil)
        case .contactUnmarked(let number, _, _): ("contact-wismerk-weg", number.description, nil, nil)
        case .missing(let subject, let version, _, _): ("ontbreekt", subject, nil, version)
        case .reused(let number, let version): ("twee-keer-geschreven", number.description, nil, version)
        case .builtOnChange(let number, let version):
            ("op-veranderd-bestand", number.description, nil, version)
        case .notInLogbook(let number, let version, let path):
            ("niet-in-logboek", number.description, path, version)
        case .erasedLeft(let number, let path): ("rest-van-gewist", number.description, path, nil)
        case .draftLeft(let path, .kept(let number)): ("concept-bewaard", number.description, path, nil)
        case .draftLeft(let path, .erased(let number)): ("concept-gewist", number.description, path, nil)
        case .logbook: ("logboek", nil, nil, nil)
        }
    }
}

struct RepairResult: Encodable {
    let bevinding: FindingResult
    let gedaan: String
    let isHersteld: Bool

    init(_ repair: Repair, _ words: CareWords) {
        bevinding = FindingResult(repair.finding, words)
        gedaan = words.outcome(repair)
        isHersteld = !repair.needsPerson
    }
}

struct ExpiredResult: Encodable {
    let nummer: String
    let soort: String
    let afloop: String
    let selectielijst: String
    let afOp: String
    let wissenVanaf: String

    init(_ expired: Expired) {
        nummer = expired.number.description
        soort = expired.kind.rawValue
        afloop = expired.outcome.rawValue
        selectielijst = expired.selectionList
        afOp = expired.endedOn.iso
        wissenVanaf = expired.erasedFrom.iso
    }
}

struct CopyResult: Encodable {
    let gekopieerd: Int
    let gelijk: Int
    let verwijderd: Int
    let beschadigd: [String]
    let veranderd: [String]
    let eerder: [String]
    let kwijt: [String]
    let fout: [String]

    init(_ report: CopyReport) {
        gekopieerd = report.copied
        gelijk = report.unchanged
        verwijderd = report.removed
        beschadigd = report.damaged.map(\.path)
        veranderd = report.changed
        eerder = report.kept
        kwijt = report.lost.map(\.description)
        fout = report.wrong
    }
}

struct RestoreResult: Encodable {
    let teruggezet: Int
    let aanwezig: Int
    let gewist: Int
    let nuGewist: [String]
    let heeftControlegetallen: Bool
    let verschilt: [String]
    let veranderd: [String]
    let beschadigd: [String]

    init(_ report: RestoreReport) {
        teruggezet = report.restored
        aanwezig = report.standing
        gewist = report.erased
        nuGewist = report.erasedNow.map(\.description)
        heeftControlegetallen = report.hasHashes
        verschilt = report.different.map(\.description)
        veranderd = report.changed.map(\.path)
        beschadigd = report.damaged
    }
}
