import ArgumentParser
import Assistant
import DialogEngine
import Records
import Reports
import Rules

/// `klachtwijzer wijs`: answers in, decision out, nothing kept.
struct Decide: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "wijs", helpNames: [])
    @OptionGroup var shared: SharedOptions
    private var options: Settings { shared.settings }
    @ArgumentParser.Option(name: .customLong("antwoorden")) var answersPath: String?
    @ArgumentParser.Option(name: .customLong("waarom-niet")) var otherOutcome: String?

    func run() throws {
        let handbook = try options.handbook()
        let today = try options.clock()().day
        let file = try AnswersFile(path: answersPath, handbook: handbook, today: today)
        var session = options.hearing(file.session, handbook)
        session.passOver()
        let replay = session.replay()
        let wording = Wording(handbook, language: options.language)
        let missing = Missing.questions(session, replay, stage: .route)
        guard file.problems.isEmpty, missing.isEmpty else {
            return try Missing.report(file.problems, missing, wording, json: options.json)
        }
        if let otherOutcome { return try WhyNot(otherOutcome, session, wording).tell(json: options.json) }
        let telling = DecisionTelling(wording, today: today)
        let decision = handbook.decision(on: session, replay)
        let advice = handbook.advice(on: session, replay)
        let result = DecisionJSON(decision, advice: advice, telling, replay)
        if options.json { return Output.machine(JSONOutput.text(result)) }
        Output.show(DecisionPage.lines(result.besluit, wording))
    }
}

/// A decision for programs: the keys of the record, and beside them what the decision alone knows.
struct DecisionJSON: Encodable {
    struct LastDay: Encodable {
        let stap: String
        let rol: String
        let termijn: String
        let uiterlijk: String?
        let verlengd: Bool?
        let onderVoorbehoud: Bool?
        let grond: [String]
    }

    struct PartyJSON: Encodable {
        let partij: String
        let kanaal: String
        let soort: String
        let detail: String?
        let waar: String
        let regel: String
    }

    let kanaal: String
    let soort: String
    let detail: String?
    let waar: String
    let naam: String
    let partijen: [String]
    let regel: String
    let wet: [String]
    let bewaart: String
    let laatsteDagen: [LastDay]
    let vermeldingen: [String]
    let perPartij: [PartyJSON]
    let besluit: ToldDecision

    init(_ decision: RouteDecision, advice: RouteDecision, _ telling: DecisionTelling, _ replay: Replay) {
        kanaal = decision.channel.rawValue
        soort = decision.kind.rawValue
        detail = decision.detail
        waar = decision.destination.id
        naam = telling.wording.place(decision.destination)
        partijen = replay.parties.map(\.party.id)
        regel = decision.ruleID
        wet = decision.law.map(\.text)
        bewaart = decision.keeps.rawValue
        laatsteDagen = decision.steps.flatMap { step in
            step.limits.map { limit in
                LastDay(
                    stap: step.id, rol: limit.role.rawValue, termijn: limit.figure.term.iso,
                    uiterlijk: limit.deadline?.day.iso, verlengd: limit.deadline?.isExtended,
                    onderVoorbehoud: limit.deadline?.isProvisional,
                    grond: (limit.deadline?.ground ?? limit.figure.articles).map(\.text))
            }
        }
        vermeldingen = decision.mentions.map(\.id)
        perPartij = decision.perParty.map { part in
            PartyJSON(
                partij: part.party.id, kanaal: part.decision.channel.rawValue,
                soort: part.decision.kind.rawValue,
                detail: part.decision.detail, waar: part.decision.destination.id, regel: part.decision.ruleID)
        }
        besluit = telling.told(decision, advice: advice)
    }
}

/// Names what a case lacks.
enum Missing {
    struct Report: Encodable {
        struct Open: Encodable {
            let vraag: String
            let partij: String?
            let tekst: String
            let mogelijk: String
        }

        let fouten: [AnswersFile.Wrong]
        let ontbreekt: [Open]
    }

    /// Questions of these stages that count now and have no answer.
    static func questions(_ session: Session, _ replay: Replay, stage: Question.Stage?) -> [AnswerKey] {
        replay.asked.filter { key in
            session.answers[key] == nil
                && (stage == nil || session.dialog.question(key.question)?.stage == stage)
                && session.dialog.question(key.question)?.isPassedOver(for: stage) == false
        }
    }

    static func report(
        _ wrong: [AnswersFile.Wrong], _ missing: [AnswerKey], _ wording: Wording, json: Bool
    ) throws(Problem) {
        let named = Set(wrong.map(\.vraag))
        let open = missing.filter { !named.contains($0.question) }.compactMap { key in
            wording.handbook.dialog.question(key.question).map { question in
                Report.Open(
                    vraag: key.question, partij: key.party,
                    tekst: wording.question(question, party: key.party),
                    mogelijk: AnswersFile.allowed(question))
            }
        }
        if json {
            Output.machine(JSONOutput.text(Report(fouten: wrong, ontbreekt: open)))
            Exit.notFound.leave()
        }
        let lines =
            wrong.map { "\($0.vraag): \($0.melding)" }
            + open.map { "\($0.vraag): ontbreekt nog – \($0.tekst) (\($0.mogelijk))" }
        throw Problem(lines.joined(separator: "\n"), .notFound)
    }
}

extension Question {
    /// A program need not give what the way does not depend on: the story, and what Enter alone answers.
    fileprivate func isPassedOver(for stage: Stage?) -> Bool {
        stage == .route && !purposes.contains(.route)
    }
}
