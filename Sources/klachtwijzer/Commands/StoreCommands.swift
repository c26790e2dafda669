import ArgumentParser
import Assistant
import DialogEngine
import Records
import Reports
import Rules

/// `klachtwijzer toon NUMMER`: a complaint as a page.
struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "toon", helpNames: [])
    @OptionGroup var shared: SharedOptions
    private var options: Settings { shared.settings }
    @Argument(help: ArgumentHelp(valueName: "NUMMER")) var number: String

    func run() throws {
        let number: ComplaintNumber
        do {
            number = try ComplaintNumber(typed: self.number)
        } catch {
            throw Problem(error.words, .notFound)
        }
        let handbook = try options.handbook()
        try Reading.require(handbook)
        // Officials read it, whatever language the talk was held in.
        let wording = Wording(handbook)
        let stored: StoredRecord
        let (store, isNoted) = try options.openStoreToLookUp(wording)
        do {
            stored = isNoted ? try store.read(number, by: try options.act(handbook)) : try store.read(number)
        } catch let error as StoreError {
            if error.cause == .notFound, let contact = try store.contact(number) {
                throw Problem(
                    "Onder dit nummer staat geen klacht, maar een contact van "
                        + "\(wording.dayWithoutWeekday(contact.receivedAt.day)): wij wezen iemand de weg. Meer is er niet van bewaard.",
                    .notFound)
            }
            throw Problem(
                wording.problem(error), [.notFound, .lost].contains(error.cause) ? .notFound : .store)
        }
        if options.json { return Output.machine(JSONOutput.text(stored.record)) }
        do {
            Output.page(try RecordPage(stored.record, wording).text())
        } catch {
            throw Problem(wording.problem(error), .notFound)
        }
        for damaged in stored.damaged { Output.problem(wording.problem(damaged)) }
    }
}

/// `klachtwijzer zoek WOORD …`: complaints by number, name or words of the story.
struct Search: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "zoek", helpNames: [])
    @OptionGroup var shared: SharedOptions
    private var options: Settings { shared.settings }
    @Argument(help: ArgumentHelp(valueName: "WOORD")) var words: [String]

    func run() throws {
        let handbook = try options.handbook()
        try Reading.require(handbook)
        let wording = Wording(handbook, language: options.language)
        // One more than is shown, to know that there are more.
        let query = Query(text: words.joined(separator: " "), limit: Self.mostShown + 1)
        guard !query.saysNothing, !words.joined().isEmpty else {
            throw Problem(
                "Typ een nummer, een naam of een woord, zoals: klachtwijzer zoek de Vries", .wrongArguments)
        }
        let found: ScanResult
        do {
            found = try look(for: query, handbook, wording)
        } catch let error as StoreError {
            throw Problem(wording.problem(error), .store)
        }
        for damaged in found.damaged { Output.problem(wording.problem(damaged)) }
        if let words = wording.leftOut(found.damaged) { Output.problem(words) }
        let shown = found.records.prefix(Self.mostShown)
        if shown.count < found.records.count {
            Output.problem(
                "Er zijn er meer. Dit zijn de nieuwste \(Self.mostShown); typ er een woord bij om er minder te zien."
            )
        }
        if options.json { return Output.machine(JSONOutput.text(shown.map(FoundLine.init))) }
        guard !shown.isEmpty else {
            throw Problem("Bij '\(words.joined(separator: " "))' is niets gevonden.", .notFound)
        }
        for stored in shown {
            let record = stored.record
            Output.page(
                wording(
                    .searchLine,
                    [
                        "nummer": record.number.description,
                        "dag": wording.dayWithoutWeekday(record.receivedAt.day),
                        "naam": record.complainant.name?.onOneLine ?? "–", "onderwerp": record.topic,
                    ]))
        }
    }
}

extension Search {
    private static let mostShown = 100

    private func look(
        for query: Query, _ handbook: Handbook, _ wording: Wording
    ) throws -> ScanResult {
        let (store, isNoted) = try options.openStoreToLookUp(wording)
        guard isNoted else { return try store.search(matching: query) }
        var progress = IndexProgress(wording)
        return try store.search(matching: query, by: try options.act(handbook)) { done, total in
            if let words = progress.words(done, of: total) { Output.problem(words) }
        }
    }
}

private struct FoundLine: Encodable {
    let nummer: String
    let ontvangen: String
    let naam: String?
    let onderwerp: String
    let status: String

    init(_ stored: StoredRecord) {
        nummer = stored.record.number.description
        ontvangen = stored.record.receivedAt.description
        naam = stored.record.complainant.name
        onderwerp = stored.record.topic
        status = stored.record.status.rawValue
    }
}

/// Who may read complaints.
enum Reading {
    static func require(_ handbook: Handbook) throws(Problem) {
        guard !handbook.gemeente.clerk(account: Surroundings.account).role.mayRead else { return }
        throw Problem(handbook.phrases(.searchNotAllowed), .notFound)
    }
}
