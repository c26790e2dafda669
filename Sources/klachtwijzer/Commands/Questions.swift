import ArgumentParser
import Assistant
import DialogEngine
import Reports
import Rules

/// `klachtwijzer vragen`: what may be filled in.
struct Questions: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "vragen", helpNames: [])
    @OptionGroup var shared: SharedOptions
    private var options: Settings { shared.settings }

    func run() throws {
        let handbook = try options.handbook()
        let wording = Wording(handbook, language: options.language)
        let questions = handbook.dialog.questions.map { QuestionJSON($0, wording) }
        if options.json {
            return Output.machine(JSONOutput.text(QuestionsJSON(vragen: questions)))
        }
        for question in questions {
            Output.page("\(question.id)  (\(question.soort); \(question.wanneer))\n  \(question.vraag)")
            for choice in question.keuzes { Output.page("    \(choice.id)  \(choice.woorden)") }
        }
    }
}

private struct QuestionsJSON: Encodable {
    let uitleg = """
        Geef aan 'wijs' of 'intake' één JSON-object: per vraag de id en het antwoord. Een keuze is een id, bij meerkeuze een \
        lijst van ids. Een datum is 2026-11-02, 2026-11 of 2026. Wat niet wordt gevraagd, mag weg. Een vraag per partij \
        krijgt één antwoord voor alle partijen, of een object met de id van de partij. Alleen vragen met waarvoor 'route' \
        bepalen de weg.
        """
    let vragen: [QuestionJSON]
}

private struct QuestionJSON: Encodable {
    struct Choice: Encodable {
        let id: String
        let woorden: String
        let kenmerken: [String: String]?
    }

    let id: String
    let vraag: String
    let uitleg: String?
    let soort: String
    let vorm: String?
    let waarvoor: [String]
    /// In words, as the writer of the dialog put it.
    let wanneer: String
    let bijOnbekend: Bool
    let keuzes: [Choice]
    /// The ids that an answer may have, refusals included; text and days are free.
    let mogelijk: [String]
    let weetIkNiet: Bool
    let wilIkNietZeggen: Bool
    let magLeeg: Bool
    let perPartij: Bool
    let noemtPartijen: Bool
    let fase: String
    /// Names of the classes that a date falls into.
    let klassen: [String]?

    init(_ question: Question, _ wording: Wording) {
        let vocabulary = wording.handbook.dialog.vocabulary
        id = question.id
        vraag = wording.translation(question.wording.words)
        uitleg = question.help.isEmpty ? nil : wording.translation(question.help.words)
        waarvoor = question.purposes.map(\.rawValue)
        wanneer = question.when.condition.spoken(vocabulary)
        bijOnbekend = question.when.ifUnknown
        weetIkNiet = question.allowsUnknown
        wilIkNietZeggen = question.allowsDeclined
        magLeeg = question.isOptional
        perPartij = question.isPerParty
        noemtPartijen = question.namesParties
        fase = question.stage.rawValue
        switch question.kind {
        case .choice: (soort, vorm, klassen) = ("keuze", nil, nil)
        case .multipleChoice: (soort, vorm, klassen) = ("meerkeuze", nil, nil)
        case .date(let classes): (soort, vorm, klassen) = ("datum", nil, classes.map(\.id))
        case .text(let shape): (soort, vorm, klassen) = ("tekst", shape.rawValue, nil)
        case .lines: (soort, vorm, klassen) = ("regels", nil, nil)
        }
        let refusals =
            (question.allowsUnknown ? [Answer.unknownID] : [])
            + (question.allowsDeclined ? [Answer.declinedID] : [])
        mogelijk = question.options.map(\.id) + refusals
        keuzes = question.options.map { option in
            let traits = Dictionary(
                option.traits.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
            return Choice(
                id: option.id, woorden: wording.translation(option.label.words),
                kenmerken: traits.isEmpty ? nil : traits)
        }
    }
}
