import DialogEngine

/// The commands, in the order in which `/help` lists them: the one place that drives parsing, help and
/// completion.
public enum Command: String, Sendable, CaseIterable {
    case back = "terug"
    case explain = "uitleg"
    case help
    case overview = "overzicht"
    case change = "wijzig"
    case why = "waarom"
    case partners
    case search = "zoek"
    case note = "notitie"
    case print
    case privacy
    case save = "opslaan"
    case resume = "hervat"
    case stop

    /// One line for `/help`.
    public var summary: String {
        switch self {
        case .back: "naar de vorige vraag, of een wijziging ongedaan maken (ook: <)"
        case .explain: "uitleg bij deze vraag (ook: ?)"
        case .help: "deze lijst"
        case .overview: "alles wat tot nu toe is gezegd"
        case .change: "een antwoord aanpassen: /wijzig 3"
        case .why: "waarom dit wordt gevraagd, of welke regels gelden"
        case .partners: "een organisatie opzoeken: /partners taxi"
        case .search: "een klacht opzoeken op nummer of naam: /zoek de Vries"
        case .note: "iets toevoegen: /notitie belt morgen terug"
        case .print: "het bewijs van het laatste gesprek; met een bestandsnaam erachter in dat bestand"
        case .privacy: "wat wij bewaren en waarom"
        case .save: "dit gesprek bewaren en later verdergaan"
        case .resume: "verdergaan met een gesprek dat niet af was"
        case .stop: "sluiten; een gesprek dat niet af is, blijft bewaard"
        }
    }
}

/// A typed line: an answer, or a command with what stands behind it.
public enum Input: Hashable, Sendable {
    case answer(String)
    case command(Command, argument: String)
    case unknownCommand(String)

    /// Commands begin with `/` and can be shortened; `<` and `?` stand for two of them; `//` begins an answer
    /// with a slash.
    public init(_ line: String) {
        let trimmed = line.trimmed
        if trimmed == "<" {
            self = .command(.back, argument: "")
        } else if trimmed == "?" {
            self = .command(.explain, argument: "")
        } else if trimmed.hasPrefix("//") {
            self = .answer(String(trimmed.dropFirst()))
        } else if trimmed.hasPrefix("/") {
            let parts = trimmed.dropFirst().split(separator: " ", maxSplits: 1).map(String.init)
            let name = (parts.first ?? "").folded
            let matches = name.isEmpty ? [] : Command.allCases.filter { $0.rawValue.hasPrefix(name) }
            if let command = matches.first(where: { $0.rawValue == name })
                ?? (matches.count == 1 ? matches[0] : nil)
            {
                self = .command(command, argument: parts.count > 1 ? parts[1].trimmed : "")
            } else {
                self = .unknownCommand(trimmed)
            }
        } else {
            self = .answer(line)
        }
    }
}
