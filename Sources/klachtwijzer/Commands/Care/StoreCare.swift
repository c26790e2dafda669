import ArgumentParser
import DialogEngine
import DialogFiles
import Records
import Reports
import Rules

/// `klachtwijzer opslag …`: care for the store.
struct StoreCare: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "opslag",
        subcommands: [
            CheckStore.self, RepairStore.self, EraseComplaint.self, EraseExpired.self, CopyStore.self,
            RestoreStore.self,
        ], helpNames: [])

    /// Somebody typed the word of care, and not what is to be done.
    static func saysNothing(_ arguments: [String]) -> Bool {
        let commands = configuration.subcommands.compactMap { $0.configuration.commandName }
        return arguments.first == configuration.commandName && !arguments.contains(where: commands.contains)
    }
}

/// What every command of care needs: the words, the store, and who does it.
struct Caretaker {
    let settings: Settings
    let wording: Wording
    let act: Act
    let store: Store
    /// Whether the log book can tell of it.
    let isNoted: Bool

    /// - Parameters:
    ///   - changes: Only who may care for the store may change it so.
    ///   - evenUnwritable: It can be done when nothing can be written there any more.
    init(_ settings: Settings, changes: Bool, evenUnwritable: Bool = false) throws(Problem) {
        let handbook = try settings.handbook()
        let account = Surroundings.account
        if changes {
            guard handbook.gemeente.mayCareForStore(account: account) else {
                throw Problem(
                    "Dit mag alleen wie in gemeente.yaml de rol coordinator of beheer heeft. Vraag een van hen.",
                    .notFound)
            }
        } else {
            try Reading.require(handbook)
        }
        self.settings = settings
        wording = Wording(handbook)
        act = try settings.act(handbook)
        if evenUnwritable {
            (store, isNoted) = try settings.openStoreToLookUp(wording)
        } else {
            store = try changes ? settings.openStore(wording) : settings.openStoreForReading(wording)
            isNoted = true
        }
    }

    /// Does something with the store; what goes wrong becomes a sentence.
    func attempt<Result>(_ body: () throws(StoreError) -> Result) throws(Problem) -> Result {
        do throws(StoreError) {
            return try body()
        } catch {
            throw Problem(wording.problem(error), error.cause == .notFound ? .notFound : .store)
        }
    }
}

/// `opslag controleer`: is everything whole; changes nothing.
struct CheckStore: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "controleer", helpNames: [])
    @OptionGroup var shared: SharedOptions

    func run() throws {
        let caretaker = try Caretaker(shared.settings, changes: false)
        let survey = try caretaker.attempt { () throws(StoreError) in
            try caretaker.store.survey(now: caretaker.act.at)
        }
        let words = CareWords(caretaker.wording)
        if shared.json {
            Output.machine(JSONOutput.text(SurveyResult(survey, words)))
        } else {
            Output.page(words.survey(survey, at: caretaker.store.path))
        }
        if !survey.findings.isEmpty { Exit.notFound.leave() }
    }
}

/// `opslag herstel [--kwijt NUMMER]`: mends what can be mended, and tells what is lost.
struct RepairStore: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "herstel", helpNames: [])
    @OptionGroup var shared: SharedOptions
    @ArgumentParser.Option(name: .customLong("kwijt")) var lost: [String] = []

    func run() throws {
        let accepted = try CareNumber.readAll(lost)
        let caretaker = try Caretaker(shared.settings, changes: true)
        let repairs = try caretaker.attempt { () throws(StoreError) in
            try caretaker.store.repair(
                try caretaker.store.survey(now: caretaker.act.at), caretaker.act, accepting: accepted)
        }
        let words = CareWords(caretaker.wording)
        if shared.json {
            Output.machine(JSONOutput.text(repairs.map { RepairResult($0, words) }))
        } else {
            Output.page(words.repairs(repairs))
        }
        if repairs.contains(where: \.needsPerson) { Exit.notFound.leave() }
    }
}

/// `opslag wis NUMMER --waarom TEKST`.
struct EraseComplaint: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "wis", helpNames: [])
    @OptionGroup var shared: SharedOptions
    @Argument(help: ArgumentHelp(valueName: "NUMMER")) var number: String
    @ArgumentParser.Option(name: .customLong("waarom")) var reason: String?

    func run() throws {
        let number = try CareNumber.read(self.number)
        guard let reason, !reason.isEmpty else {
            throw Problem(
                "Zeg met --waarom waarom u wist, zoals: --waarom 'verzoek van de bewoner'. Dat blijft in het "
                    + "logboek staan; noem er dus geen naam in.", .wrongArguments)
        }
        let caretaker = try Caretaker(shared.settings, changes: true)
        try Self.requireNothingTold(in: reason, of: number, caretaker.store)
        let act = Act(by: caretaker.act.by, role: caretaker.act.role, at: caretaker.act.at, reason: reason)
        let contact = try caretaker.attempt { () throws(StoreError) in
            try caretaker.store.eraseContact(number, act)
        }
        let erased = try caretaker.attempt { () throws(StoreError) in
            if let contact { return contact }
            return try caretaker.store.erase(number, act)
        }
        if shared.json { return Output.machine(JSONOutput.text(erased)) }
        if contact != nil {
            return Output.page(
                "Contact \(number) is gewist. Wat blijft, is dat het er was, en wie het wiste en waarom.")
        }
        Output.page(
            "Klacht \(number) is gewist. Wat blijft, is dat zij er was, en wie haar wiste en waarom. In een eerdere "
                + "kopie staat zij nog, tot u daar een nieuwe kopie overheen maakt.")
    }
}

/// A number that somebody typed.
private enum CareNumber {
    static func readAll(_ typed: [String]) throws(Problem) -> Set<ComplaintNumber> {
        var numbers: Set<ComplaintNumber> = []
        for one in typed { numbers.insert(try read(one)) }
        return numbers
    }

    static func read(_ typed: String) throws(Problem) -> ComplaintNumber {
        do {
            return try ComplaintNumber(typed: typed)
        } catch {
            throw Problem(error.words, .notFound)
        }
    }
}

extension EraseComplaint {
    private static let betweenNames: Set = [
        "van", "der", "den", "het", "ten", "ter", "aan", "bij", "uit", "over", "onder", "voor", "tot", "von",
        "del",
    ]

    /// A word that may be a name: with a capital inside a sentence, and no abbreviation such as AVG.
    private static func hasCapital(_ reason: String) -> Bool {
        reason.split { ".:;!?".contains($0) }.contains { sentence in
            sentence.split { !$0.isLetter }.dropFirst().contains { word in
                word.first?.isUppercase == true && word.dropFirst().contains(where: \.isLowercase)
                    && !laws.contains(String(word))
            }
        }
    }

    private static let laws: Set = ["Awb", "Woo", "Wmo", "Wlz", "Zvw", "Jeugdwet", "Archiefwet"]

    /// What stays for good must not hold what goes.
    private static func requireNothingTold(
        in reason: String, of number: ComplaintNumber, _ store: Store
    ) throws(Problem) {
        let told: ComplaintRecord?
        do throws(StoreError) {
            told = try store.read(number).record
        } catch {
            // Erasing what cannot be read is allowed too, and says itself what is the matter.
            told = nil
        }
        let names = [told?.complainant.name, told?.complainant.representative?.name].compactMap { $0 }
        // In one spelling, and without what stands between names and in every sentence too.
        func parts(_ text: String) -> [String] {
            text.folded.split { !$0.isLetter }.map(String.init).filter { !Self.betweenNames.contains($0) }
        }
        let words = Set(names.flatMap(parts).filter { $0.count > 2 })
        let hasName = parts(reason).contains { words.contains($0) }
        let digits = reason.filter(\.isNumber).count
        guard hasName || hasCapital(reason) || digits > 5 || reason.count > 80 else { return }
        throw Problem(
            "De reden blijft staan als de klacht weg is. Noem er geen naam, nummer of verhaal in, ook geen ander woord met "
                + "een hoofdletter, en houd het kort: "
                + "--waarom 'verzoek van de bewoner'. Er is niets gewist.", .wrongArguments)
    }
}

/// `opslag bewaartermijn [--wis]`: what has been kept long enough.
struct EraseExpired: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "bewaartermijn", helpNames: [])
    @OptionGroup var shared: SharedOptions
    @Flag(name: .customLong("wis")) var erases = false

    func run() throws {
        let caretaker = try Caretaker(shared.settings, changes: erases)
        let table = try table()
        let survey = try caretaker.attempt { () throws(StoreError) in
            try caretaker.store.expired(on: caretaker.act.at.day, by: table)
        }
        let expired = survey.expired
        for file in survey.damaged { Output.problem(caretaker.wording.problem(file)) }
        for number in survey.doubtful { Output.problem(CareWords.doubtful(number)) }
        if survey.unknownAside > 0 { Output.problem(CareWords.unknownAside(survey.unknownAside)) }
        if erases {
            try requireBelievableClock(caretaker)
            for one in expired {
                try caretaker.attempt { () throws(StoreError) in try caretaker.store.erase(one, caretaker.act)
                }
            }
        }
        if shared.json { return Output.machine(JSONOutput.text(expired.map(ExpiredResult.init))) }
        Output.page(CareWords(caretaker.wording).expired(expired, isErased: erases))
    }

    /// Who names the day answers for it.
    private func requireBelievableClock(_ caretaker: Caretaker) throws(Problem) {
        let today = caretaker.act.at.day
        guard shared.settings.today == nil else { return }
        let isBelievable = try caretaker.attempt { () throws(StoreError) in
            try caretaker.store.isBelievable(today)
        }
        guard !isBelievable else { return }
        throw Problem(
            "De klok van deze computer staat op \(caretaker.wording.dayWithoutWeekday(today)). Volgens het logboek werkte hier "
                + "in de weken daarvoor bijna niemand. Klopt de klok, geef de dag dan zelf: --vandaag \(today.iso). Er is niets gewist.",
            .store)
    }

    private func table() throws(Problem) -> RetentionTable {
        do {
            if let table = try HandbookReading.retention(try shared.settings.dialogFolder()) { return table }
        } catch let problem as Problem {
            throw problem
        } catch let invalid as HandbookReading.Invalid {
            throw Problem(invalid.rendered, .notFound)
        } catch {
            preconditionFailure("reading a table fails in two ways only")
        }
        throw Problem(
            "Deze gemeente heeft geen bewaren.yaml; zet daarin hoe lang u wat bewaart. Er is niets gewist.",
            .notFound)
    }
}

/// `opslag kopie MAP`.
struct CopyStore: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "kopie", helpNames: [])
    @OptionGroup var shared: SharedOptions
    @Argument(help: ArgumentHelp(valueName: "MAP")) var folder: String

    func run() throws {
        let caretaker = try Caretaker(shared.settings, changes: true, evenUnwritable: true)
        let report = try caretaker.attempt { () throws(StoreError) in
            try caretaker.store.copy(to: folder, caretaker.act, isNoted: caretaker.isNoted)
        }
        if shared.json {
            Output.machine(JSONOutput.text(CopyResult(report)))
        } else {
            Output.page(CareWords(caretaker.wording).copy(report, to: folder))
        }
        if !report.isWhole { Exit.notFound.leave() }
    }
}

/// `opslag terugzet MAP [--toch NUMMER]`.
struct RestoreStore: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "terugzet", helpNames: [])
    @OptionGroup var shared: SharedOptions
    @Argument(help: ArgumentHelp(valueName: "MAP")) var folder: String
    @ArgumentParser.Option(name: .customLong("toch")) var trusted: [String] = []

    func run() throws {
        let numbers = try CareNumber.readAll(trusted)
        let caretaker = try Caretaker(shared.settings, changes: true)
        let report = try caretaker.attempt { () throws(StoreError) in
            try caretaker.store.restore(from: folder, caretaker.act, trusting: numbers)
        }
        if shared.json {
            Output.machine(JSONOutput.text(RestoreResult(report)))
        } else {
            Output.page(CareWords(caretaker.wording).restored(report))
        }
        if !report.isWhole { Exit.notFound.leave() }
    }
}
