import ArgumentParser
import Assistant
import DialogEngine
import Records
import Reports
import Rules

/// `klachtwijzer intake --antwoorden BESTAND`: a whole intake without a terminal.
struct Intake: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "intake", helpNames: [])
    @OptionGroup var shared: SharedOptions
    private var options: Settings { shared.settings }
    @ArgumentParser.Option(name: .customLong("antwoorden")) var answersPath: String

    func run() throws {
        let handbook = try options.handbook()
        let today = try options.clock()().day
        let file = try AnswersFile(path: answersPath, handbook: handbook, today: today)
        var session = options.hearing(file.session, handbook)
        session.passOver()
        let wording = Wording(handbook, language: options.language)
        let missing = Missing.questions(session, session.replay(), stage: nil)
        guard file.problems.isEmpty, missing.isEmpty else {
            return try Missing.report(file.problems, missing, wording, json: options.json)
        }
        var keeper = Keeper(try options.setting(handbook, try options.openStore(wording), voice: .desk))
        let kept: KeptMatter
        do {
            kept = try keeper.keep(session, in: wording)
        } catch {
            throw Problem(wording.problem(error), .store)
        }
        if options.json { return Output.machine(JSONOutput.text(KeptJSON(kept))) }
        Output.show(OutcomePage.lines(kept, wording))
    }
}

private struct KeptJSON: Encodable {
    let nummer: String?
    let bewaard: String
    let besluit: ToldDecision

    init(_ kept: KeptMatter) {
        nummer = kept.number?.description
        bewaard = kept.keeps.rawValue
        besluit = kept.told
    }
}
