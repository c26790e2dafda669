import ArgumentParser
import DialogFiles
import Understanding

/// `klachtwijzer duid`: free text in, a line each, what was understood out.
struct Understand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "duid", helpNames: [])
    @OptionGroup var shared: SharedOptions
    private var options: Settings { shared.settings }

    func run() throws {
        let handbook = try options.handbook()
        let listening = try options.listening(handbook)
        let listener = listening?.listener ?? Listener(Knowledge(), nil)
        if listening?.weights == nil {
            Output.problem(
                "Deze gemeente heeft nog niets geleerd om teksten te begrijpen. Typ: klachtwijzer leer")
        }
        while let line = readLine() {
            let result = UnderstoodResult(listener.understand(line))
            Output.machine(options.json ? JSONOutput.line(result) : result.words)
        }
    }
}

/// What `duid --json` writes for one text.
struct UnderstoodResult: Encodable {
    struct Ranked: Encodable {
        let id: String
        let kans: Double
    }

    struct Sign: Encodable {
        let signaal: String
        let woorden: [String]
    }

    struct Named: Encodable {
        let id: String
        let woorden: [String]
    }

    struct Words: Encodable {
        let woorden: [String]
    }

    let soorten: [Ranked]
    let onderwerpen: [Ranked]
    let nood: Sign?
    let besluit: Bool
    let partijen: [Named]
    let algeklaagd: Named?
    let wanneer: Words?
    let contact: Words?
    let namens: Named?
    let meerdere: Words?
    let waarschuwingen: [String]

    init(_ understood: Understood) {
        func ranked(_ labels: [Understood.Ranked]) -> [Ranked] {
            labels.map { Ranked(id: $0.id, kans: ($0.certainty * 10_000).rounded() / 10_000) }
        }
        func named(_ find: Find<String>) -> Named {
            Named(id: find.value, woorden: find.evidence.map(\.words))
        }
        soorten = ranked(understood.kinds)
        onderwerpen = ranked(understood.topics)
        nood = understood.danger.map { Sign(signaal: $0.value, woorden: $0.evidence.map(\.words)) }
        besluit = understood.concernsDecision
        partijen = understood.parties.map(named)
        algeklaagd = understood.complained.map(named)
        wanneer = nil
        contact = nil
        namens = understood.onBehalf.map(named)
        meerdere = understood.several.isEmpty ? nil : Words(woorden: understood.several.map(\.words))
        waarschuwingen = []
    }

    /// Absent finds stand as null: a program sees every key on every line.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(soorten, forKey: .soorten)
        try container.encode(onderwerpen, forKey: .onderwerpen)
        try container.encode(nood, forKey: .nood)
        try container.encode(besluit, forKey: .besluit)
        try container.encode(partijen, forKey: .partijen)
        try container.encode(algeklaagd, forKey: .algeklaagd)
        try container.encode(wanneer, forKey: .wanneer)
        try container.encode(contact, forKey: .contact)
        try container.encode(namens, forKey: .namens)
        try container.encode(meerdere, forKey: .meerdere)
        try container.encode(waarschuwingen, forKey: .waarschuwingen)
    }

    private enum Key: String, CodingKey {
        case soorten, onderwerpen, nood, besluit, partijen, algeklaagd, wanneer, contact, namens, meerdere
        case waarschuwingen
    }

    /// For people: the three likeliest of each, and what else was heard.
    var words: String {
        func three(_ ranked: [Ranked]) -> String {
            ranked.isEmpty
                ? "weet ik niet"
                : ranked.prefix(3).map { "\($0.id) \(Int(($0.kans * 100).rounded()))%" }.joined(
                    separator: ", ")
        }
        func quoted(_ words: [String]) -> String { words.map { "\"\($0)\"" }.joined(separator: ", ") }
        var lines = ["soort: " + three(soorten), "onderwerp: " + three(onderwerpen)]
        if let nood { lines.append("nood: \(nood.signaal), door " + quoted(nood.woorden)) }
        if besluit { lines.append("vraag of er een brief met een besluit is") }
        lines += partijen.map { "partij: \($0.id), door " + quoted($0.woorden) }
        if let algeklaagd {
            lines.append("al geklaagd: \(algeklaagd.id), door " + quoted(algeklaagd.woorden))
        }
        if let namens { lines.append("namens: \(namens.id), door " + quoted(namens.woorden)) }
        if let meerdere { lines.append("meer dingen, door " + quoted(meerdere.woorden)) }
        return lines.joined(separator: "\n") + "\n"
    }
}
