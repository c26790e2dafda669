import DialogEngine
import Records
import Reports
import Rules

/// What care for the store found and did, in sentences for whoever looks after it.
struct CareWords {
    private let wording: Wording

    init(_ wording: Wording) { self.wording = wording }

    // MARK: Found

    func survey(_ survey: StoreSurvey, at path: String) -> String {
        let counts = [
            Self.count(survey.complaints, "klacht", "klachten"),
            Self.count(survey.contacts, "contact", "contacten"),
            Self.count(survey.drafts, "gesprek dat niet af is", "gesprekken die niet af zijn"),
            Self.count(survey.erased, "gewiste klacht", "gewiste klachten"),
            Self.count(survey.logLines, "regel in het logboek", "regels in het logboek"),
        ]
        var parts = [
            "De opslag in \(path): " + counts.dropLast().joined(separator: ", ") + " en \(counts.last!)."
        ]
        if survey.aside > 0 {
            parts.append(
                "In de map opzij "
                    + (survey.aside == 1 ? "ligt 1 bestand" : "liggen \(survey.aside) bestanden")
                    + " waar nog iemand naar moet kijken.")
        }
        parts += survey.findings.map(finding)
        parts.append(
            survey.findings.isEmpty
                ? "Alles is heel."
                : Self.count(survey.findings.count, "ding klopt", "dingen kloppen")
                    + " niet. Met 'klachtwijzer opslag herstel' herstelt u wat te herstellen is.")
        return parts.joined(separator: "\n\n")
    }

    /// On one line, whatever somebody called a file.
    func finding(_ finding: StoreFinding) -> String {
        sentence(finding).split(whereSeparator: \.isNewline).joined(separator: "?")
    }

    private func sentence(_ finding: StoreFinding) -> String {
        switch finding {
        case .damaged(let file, let counts):
            wording.problem(file)
                + (counts.map { " Versie \($0) is goed en geldt nu." }
                    ?? (file.path.contains("/klachten/")
                        ? " Van deze klacht is geen goede versie over." : ""))
        case .strange(let path, let number):
            "\(path) hoort hier niet." + (number.map { " Klacht \($0) staat erin." } ?? "")
        case .doubled(let number, let paths):
            "Klacht \(number) staat bij meer dan één dag: \(paths.joined(separator: " en "))."
        case .wrongDay(let number, let path, let day):
            "Klacht \(number) is van \(wording.dayWithoutWeekday(day)) en staat bij een andere dag: \(path)."
        case .inFuture(let number, let path, let moment):
            "In klacht \(number) staat een moment dat nog moet komen (\(wording.dayWithoutWeekday(moment.day)), "
                + "\(moment.clockTime) uur): \(path). Kijk of de klok van die computer goed staat."
        case .halfErased(let number, [], let mark): "Klacht \(number) is gewist volgens \(mark)."
        case .halfErased(let number, let paths, _):
            "Klacht \(number) is gewist, maar dit staat er nog: \(paths.joined(separator: ", "))."
        case .erasureUnfinished(let number):
            "Klacht \(number) werd gewist, maar het programma werd daarbij gestopt. Zij staat er nog."
        case .erasureUnmarked(let number, let by, let moment):
            "Klacht \(number) is gewist, door \(by) op \(wording.dayWithoutWeekday(moment.day)) om \(moment.clockTime) uur. "
                + "Het bestand dat dat zegt, is weg."
        case .openToOthers(let paths):
            "Anderen op deze computer kunnen dit lezen of veranderen: \(Self.list(paths))."
        case .closedToOthers(let path): "Collega's kunnen dit niet lezen of schrijven: \(path)."
        case .changedOutside(let number, let version, let path):
            "Versie \(version) van klacht \(number) is buiten het programma om veranderd: \(path)."
        case .lost(let number, _, let by, let moment):
            "Klacht \(number) is er niet. Volgens het logboek schreef \(by) haar op \(wording.dayWithoutWeekday(moment.day)) "
                + "om \(moment.clockTime) uur. Het bestand is weg, of het programma werd op dat moment gestopt."
        case .contactLost(let number, let by, let moment):
            "Contact \(number) is er niet. Volgens het logboek schreef \(by) het op \(wording.dayWithoutWeekday(moment.day)) "
                + "om \(moment.clockTime) uur. Het bestand is weg, of het programma werd op dat moment gestopt."
        case .contactChanged(let number, let path):
            "Contact \(number) is buiten het programma om veranderd: \(path)."
        case .contactUnmarked(let number, let by, let moment):
            "Contact \(number) is gewist, door \(by) op \(wording.dayWithoutWeekday(moment.day)) om \(moment.clockTime) uur. "
                + "Het bestand dat dat zegt, is er niet."
        case .missing(let subject, let version, let by, let moment):
            "Versie \(version) van klacht \(subject) is er niet. Volgens het logboek schreef \(by) die op "
                + "\(wording.dayWithoutWeekday(moment.day)) om \(moment.clockTime) uur. Het bestand is weg, of het "
                + "programma werd op dat moment gestopt."
        case .reused(let number, let version):
            "Versie \(version) van klacht \(number) is volgens het logboek twee keer geschreven, en niet twee keer hetzelfde. Wat er "
                + "eerst stond, is weg, of het programma werd op dat moment gestopt."
        case .builtOnChange(let number, let version):
            "Klacht \(number) is buiten het programma om veranderd, en daarna is er versie \(version) van gemaakt. Wat er eerst "
                + "stond, is weg; misschien staat het nog in een kopie."
        case .notInLogbook(let number, let version, let path):
            "Van versie \(version) van klacht \(number) staat niets in het logboek: \(path)."
        case .erasedLeft(let number, let path):
            "Dit hoort bij \(number). Dat is gewist, maar dit staat er nog: \(path)."
        case .draftLeft(let path, .kept(let number)):
            "Dit gesprek is al bewaard onder nummer \(number), maar het concept staat er nog: \(path)."
        case .draftLeft(let path, .erased(let number)):
            "Dit concept hoort bij \(number). Dat is gewist, maar het concept staat er nog: \(path)."
        case .logbook(let problem): logbook(problem)
        }
    }

    private func logbook(_ problem: LogbookProblem) -> String {
        switch problem {
        case .halfLine(let place):
            "Het logboek, \(Self.place(place)): deze regel is half geschreven, omdat een programma werd gestopt. Wat erin "
                + "zou staan, was nog aan niemand gemeld."
        case .unreadable(let place): "Het logboek, \(Self.place(place)): dit is geen regel van het logboek."
        case .changed(let place): "Het logboek, \(Self.place(place)): deze regel is later veranderd."
        case .missing(let place, let count):
            "Het logboek, \(Self.place(place)): hiervoor \(Self.count(count, "ontbreekt 1 regel", "ontbreken \(count) regels", shown: false))."
        case .cutOff(let place, let count):
            "Het logboek, na \(Self.place(place)): aan het eind "
                + "\(Self.count(count, "ontbreekt 1 regel", "ontbreken \(count) regels", shown: false)). Iemand haalde iets "
                + "weg, of de stroom viel uit."
        case .noFile(let path):
            "Het logboek \(path) is geen bestand, maar een map of een verwijzing. Zo kan niemand een klacht bewaren of lezen."
        case .unreadableFile(let path, let number):
            "Het logboek \(path) is niet te lezen. Het systeem meldt: \(SystemError.message(number))."
        }
    }

    private static func place(_ place: LogPlace) -> String {
        place.line == 0 ? "het begin" : "\(place.path), regel \(place.line)"
    }

    /// No more than somebody reads.
    private static func list(_ paths: [String]) -> String {
        let shown = paths.prefix(10).joined(separator: ", ")
        return paths.count > 10 ? "\(shown) en nog \(paths.count - 10)" : shown
    }

    private static func count(_ count: Int, _ one: String, _ many: String, shown: Bool = true) -> String {
        let words = count == 1 ? one : many
        return shown ? "\(count) \(words)" : words
    }

    // MARK: Mended

    func repairs(_ repairs: [Repair]) -> String {
        guard !repairs.isEmpty else { return "Alles is heel; er is niets veranderd." }
        return repairs.map { "\(finding($0.finding)) \(outcome($0))" }.joined(separator: "\n\n")
    }

    func outcome(_ repair: Repair) -> String {
        switch repair.outcome {
        case .putAside(let path):
            "Het ligt nu in \(path)."
                + (repair.losesContent ? " " + Self.lost(repair) : "")
        case .rebuilt(let path) where repair.isOfErasure: "Dat staat nu weer in \(path)."
        case .rebuilt(let path): "De klacht staat nu goed, in \(path)."
        case .erased: "Dat is nu weg; het stond ook op de goede plek, of was al gewist."
        case .opened: "Dat kan nu weer."
        case .closed: "Dat kan nu niet meer."
        case .noted: "Dat staat nu in het logboek." + (repair.losesContent ? " " + Self.lostOrNeverThere : "")
        case .left where repair.unknownErasure != nil: repair.unknownErasure.map(Self.judgeErasure) ?? ""
        case .left where repair.isOfStray: "Kijk wat erin staat, en haal het daar weg."
        case .left: repair.isOfLost.map(Self.acceptLost) ?? "Dit kan het programma niet herstellen."
        case .failed(let error): wording.problem(error)
        }
    }

    private static func lost(_ repair: Repair) -> String {
        if repair.isAboutDraft {
            return "Wat in dat gesprek was verteld, is kwijt: in een kopie staan geen concepten."
        }
        if case .damaged(_, .some) = repair.finding { return lostPerhaps }
        return "Wat erin stond, is kwijt, tenzij u een kopie terugzet met 'klachtwijzer opslag terugzet MAP'."
    }

    private static let lostPerhaps =
        "Wat daarin was toegevoegd, is kwijt, tenzij u een kopie terugzet met 'klachtwijzer opslag terugzet MAP'."

    /// The program may have been stopped before anything was written, and then nobody was told that it was.
    private static let lostOrNeverThere =
        "Misschien is het nooit bewaard. Was het er wel, dan staat het alleen nog in een kopie."

    private static func acceptLost(_ number: ComplaintNumber) -> String {
        "Zet een kopie terug met 'klachtwijzer opslag terugzet MAP'. Is die er niet, zeg dan met "
            + "'klachtwijzer opslag herstel --kwijt \(number)' dat u dit weet; dan noemen wij het niet meer."
    }

    private static func judgeErasure(_ number: ComplaintNumber, _ mark: String) -> String {
        "Van dat wissen staat niets in het logboek. Is de klacht echt gewist, wis haar dan nog een keer, met 'klachtwijzer opslag "
            + "wis \(number) --waarom …'. Is zij niet gewist, haal dan dit bestand weg: \(mark)."
    }

    // MARK: Erased, copied, put back

    func expired(_ expired: [Expired], isErased: Bool) -> String {
        guard !expired.isEmpty else { return "Niets staat er langer dan mag." }
        let lines = expired.map { one in
            "\(one.number): \(one.path ?? one.kind.rawValue), \(one.outcome.rawValue) op \(wording.dayWithoutWeekday(one.endedOn)), "
                + "te wissen vanaf \(wording.dayWithoutWeekday(one.erasedFrom)) (selectielijst \(one.selectionList))"
        }
        let end =
            isErased
            ? Self.count(expired.count, "ding is gewist.", "dingen zijn gewist.")
            : Self.count(expired.count, "ding staat", "dingen staan")
                + " er langer dan mag. Met --wis wist u ze. Er is nu niets gewist."
        return (lines + ["", end]).joined(separator: "\n")
    }

    static func doubtful(_ number: ComplaintNumber) -> String {
        "Klacht \(number) lijkt oud genoeg om te wissen, maar zij is buiten het programma om veranderd, of klaar voordat zij begon. "
            + "Zij wordt niet gewist. Kijk haar na met 'klachtwijzer toon \(number)'."
    }

    static func unknownAside(_ count: Int) -> String {
        (count == 1 ? "In de map opzij ligt 1 bestand" : "In de map opzij liggen \(count) bestanden")
            + " waarvan het programma niet kan zien hoe lang u dat mag bewaren. Kijk zelf in die map."
    }

    func copy(_ report: CopyReport, to folder: String) -> String {
        var parts = [
            "De kopie staat in \(folder): \(Self.count(report.copied, "nieuw bestand", "nieuwe bestanden")), "
                + "\(report.unchanged) gelijk gebleven, \(report.removed) eruit gehaald. Alles is teruggelezen en vergeleken."
        ]
        parts += report.damaged.map { wording.problem($0) + " Wat de kopie hiervan had, is gebleven." }
        parts += report.changed.map {
            "\($0) is buiten het programma om veranderd. De kopie houdt wat er volgens het logboek stond."
        }
        parts += report.kept.map {
            "Hiervan stond iets anders in de kopie; dat ligt nu in \($0). Kijk welke van de twee goed is."
        }
        parts += report.lost.map {
            "Klacht \($0) staat nog in de kopie, maar niet meer in de opslag, terwijl niemand haar heeft gewist. Zij "
                + "is in de kopie gebleven."
        }
        parts += report.wrong.map {
            "Dit staat niet goed in de kopie: \($0). Maak de kopie nog eens, op een andere schijf."
        }
        return parts.joined(separator: "\n\n")
    }

    func restored(_ report: RestoreReport) -> String {
        var parts = [
            "Teruggezet: \(report.restored). Al aanwezig, of nieuwer dan de kopie: \(report.standing). Gewist, "
                + "en dus niet teruggezet: \(report.erased)."
        ]
        parts += report.erasedNow.map {
            "Klacht \($0) stond nog in de opslag. Zij was al gewist toen de kopie werd gemaakt, en is nu ook hier gewist."
        }
        if !report.hasHashes {
            parts.append(
                "Bij deze kopie hoort geen lijst met controlegetallen (kopie.sha256). Is zij met 'opslag kopie' gemaakt, "
                    + "dan is zij niet af: er kan iets ontbreken.")
        }
        parts += report.different.map {
            "Klacht \($0) is in de kopie anders dan in de opslag. De opslag is gebleven zoals hij was; leg de twee naast elkaar."
        }
        parts += report.changed.map {
            "Versie \($0.version) van klacht \($0.number) in de kopie is niet wat er volgens het logboek van die kopie stond: "
                + "\($0.path). Zij is niet teruggezet. Is zij toch goed, zet haar dan terug met --toch \($0.number)."
        }
        parts += report.damaged.map { "Dit bestand uit de kopie is niet goed en is overgeslagen: \($0)." }
        return parts.joined(separator: "\n\n")
    }
}

extension Repair {
    /// Something that was told is gone.
    fileprivate var losesContent: Bool {
        switch finding {
        case .damaged(let file, let counts): counts.map { $0 < file.version ?? 0 } ?? true
        case .missing, .reused, .builtOnChange: true
        default: false
        }
    }

    fileprivate var isOfErasure: Bool {
        switch finding {
        case .erasureUnmarked, .contactUnmarked: true
        default: false
        }
    }

    /// The complaint or contact of which nothing is left.
    fileprivate var isOfLost: ComplaintNumber? {
        switch finding {
        case .lost(let number, _, _, _), .contactLost(let number, _, _): number
        default: nil
        }
    }

    /// A mark of an erasure that the log book does not tell of.
    fileprivate var unknownErasure: (ComplaintNumber, String)? {
        if case .halfErased(let number, _, let mark) = finding { (number, mark) } else { nil }
    }

    fileprivate var isOfStray: Bool { if case .strange = finding { true } else { false } }

    fileprivate var isAboutDraft: Bool {
        if case .damaged(let file, _) = finding { file.path.contains("/concepten/") } else { false }
    }

    /// Not mended, or something is lost.
    var needsPerson: Bool {
        switch outcome {
        case .left, .failed: true
        default: losesContent
        }
    }
}

extension CopyReport {
    var isWhole: Bool { damaged.isEmpty && changed.isEmpty && kept.isEmpty && lost.isEmpty && wrong.isEmpty }
}

extension RestoreReport {
    var isWhole: Bool { different.isEmpty && changed.isEmpty && damaged.isEmpty }
}
