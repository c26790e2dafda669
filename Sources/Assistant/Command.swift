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
    case language = "taal"
    case save = "opslaan"
    case resume = "hervat"
    case stop
    case danger = "nood"
    case teach = "leer"

    /// One line for `/help`.
    var summary: Phrase {
        switch self {
        case .back: .helpBack
        case .explain: .helpExplain
        case .help: .helpHelp
        case .overview: .helpOverview
        case .change: .helpChange
        case .why: .helpWhy
        case .partners: .helpPartners
        case .search: .helpSearch
        case .note: .helpNote
        case .print: .helpPrint
        case .privacy: .helpPrivacy
        case .language: .helpLanguage
        case .save: .helpSave
        case .resume: .helpResume
        case .stop: .helpStop
        case .danger: .helpDanger
        case .teach: .helpTeach
        }
    }

    /// What it is called in English; the Dutch name works in every language.
    var english: String? {
        switch self {
        case .back: "back"
        case .explain: "explain"
        case .overview: "overview"
        case .change: "change"
        case .why: "why"
        case .search: "search"
        case .note: "note"
        case .language: "language"
        case .save: "save"
        case .resume: "resume"
        case .danger: "emergency"
        case .teach: "teach"
        case .help, .partners, .print, .privacy, .stop: nil
        }
    }

    /// The commands that one key stands for.
    static let keys: [String: Command] = ["<": .back, "?": .explain, "!": .danger, "+": .teach]

    /// What it is called in a language.
    func name(in language: String) -> String { language == "en" ? english ?? rawValue : rawValue }

    /// By its whole name, or the beginning of one name only; Dutch names come first.
    static func meant(by typed: String) -> Command? {
        guard !typed.isEmpty else { return nil }
        if let named = allCases.first(where: { $0.rawValue == typed || $0.english == typed }) { return named }
        let dutch = allCases.filter { $0.rawValue.hasPrefix(typed) }
        if !dutch.isEmpty { return dutch.count == 1 ? dutch[0] : nil }
        let english = allCases.filter { $0.english?.hasPrefix(typed) == true }
        return english.count == 1 ? english[0] : nil
    }
}

/// A typed line: an answer, or a command with what stands behind it.
public enum Input: Hashable, Sendable {
    case answer(String)
    case command(Command, argument: String)
    case unknownCommand(String)

    /// Commands begin with `/` and can be shortened; a few have a key of their own; `//` begins an answer
    /// with a slash.
    public init(_ line: String) {
        let trimmed = line.trimmed
        if let command = Command.keys[trimmed] {
            self = .command(command, argument: "")
        } else if trimmed.hasPrefix("//") {
            self = .answer(String(trimmed.dropFirst()))
        } else if trimmed.hasPrefix("/") {
            let parts = trimmed.dropFirst().split(separator: " ", maxSplits: 1).map(String.init)
            let name = (parts.first ?? "").folded
            if let command = Command.meant(by: name) {
                self = .command(command, argument: parts.count > 1 ? parts[1].trimmed : "")
            } else {
                self = .unknownCommand(trimmed)
            }
        } else {
            self = .answer(line)
        }
    }
}
