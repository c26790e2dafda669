import DialogEngine
import Rules

/// What can be wrong in a dialog file; the code is a word, for people and programs.
public enum DiagnosticCode: String, Sendable, CaseIterable {
    case syntax = "schrijfwijze"
    case emptyFile = "leeg-bestand"
    case notText = "geen-tekst"
    case missingFile = "ontbrekend-bestand"
    case unreadableFile = "onleesbaar-bestand"
    case anchor = "anker"
    case tag
    case wrongType = "verkeerde-soort"
    case unknownKey = "onbekende-sleutel"
    case missingKey = "ontbrekende-sleutel"
    case unknownWord = "onbekend-woord"
    case duplicateID = "dubbele-id"
    case unknownFact = "onbekende-vraag"
    case missingQuestion = "ontbrekende-vraag"
    case missingChoice = "ontbrekende-keuze"
    case unknownValue = "onbekende-keuze"
    case forwardReference = "vraag-komt-later"
    case missingUnknown = "ontbrekend-bij-onbekend"
    case unknownTerm = "onbekende-term"
    case badDate = "geen-datum"
    case badDuration = "geen-termijn"
    case unknownTopic = "onbekend-onderwerp"
    case unknownBody = "onbekende-instantie"
    case unknownSource = "onbekende-bron"
    case unknownFigure = "onbekend-termijncijfer"
    case unknownLadder = "onbekende-ladder"
    case unknownStep = "onbekende-stap"
    case missingText = "ontbrekende-tekst"
    case unknownText = "onbekende-tekst"
    case noLastRule = "geen-laatste-regel"
    case missingTranslation = "vertaling-ontbreekt"
    case looseTranslation = "vertaling-los"
    case otherPlaces = "invulplek-verschilt"
    case copiedTranslation = "vertaling-niet-vertaald"
    case longSentence = "zin-te-lang"
    case difficultWord = "moeilijk-woord"
    case otherAddress = "je-en-u"
    case passives = "lijdende-vorm"
    case longText = "tekst-te-lang"
    case longBreath = "te-lang-om-voor-te-lezen"
    case refusedExample = "voorbeeld-geweigerd"
    case unknownRule = "onbekende-regel"
    case unknownDetail = "onbekend-detail"
    case unknownMention = "onbekende-vermelding"
    case refusedAnswer = "antwoord-geweigerd"
    case unusedFile = "bestand-ongebruikt"
    case duplicateWord = "dubbel-woord"
    case staleWeights = "gewichten-verouderd"

    /// A file, or a piece of it, could not be read at all.
    public var hidesPart: Bool {
        switch self {
        case .syntax, .emptyFile, .notText, .unreadableFile, .missingFile, .anchor: true
        default: false
        }
    }

    /// Something is named that is not there; it may well stand in what could not be read.
    var pointsElsewhere: Bool {
        switch self {
        case .unknownFact, .missingQuestion, .missingChoice, .unknownValue, .forwardReference, .unknownTerm,
            .unknownTopic, .unknownBody, .unknownSource, .unknownFigure, .unknownLadder, .unknownStep,
            .missingText, .unknownText, .unknownRule, .unknownDetail, .unknownMention, .missingTranslation,
            .looseTranslation, .otherPlaces:
            true
        default: false
        }
    }

    /// Worth mending, and no reason to stop: people are still told what is right.
    public var isWarning: Bool {
        switch self {
        case .looseTranslation, .copiedTranslation, .longSentence, .difficultWord, .otherAddress, .passives,
            .longText, .longBreath, .unusedFile, .duplicateWord, .staleWeights:
            true
        default: false
        }
    }
}

/// One mistake at its place, with what to do about it.
public struct Diagnostic: Hashable, Sendable {
    public let code: DiagnosticCode
    public let place: Place
    /// One Dutch sentence without its full stop.
    public let message: String

    /// - Parameter line: The text of the line it is about.
    public func rendered(line: String?) -> String {
        place.rendered(code: code.rawValue, isWarning: code.isWarning, message, line: line)
    }
}

extension Place {
    /// Something that was found here, as an editor and a person can both follow it: place, line, caret, what.
    ///
    /// - Parameter line: The text of this line.
    public func rendered(code: String, isWarning: Bool, _ message: String, line: String?) -> String {
        let head = "\(file):\(self.line):\(column): \(isWarning ? "let op" : "fout") \(code)"
        guard let line else { return head + "\n   \(message)" }
        let number = String(self.line)
        let visible = line.map { $0 == "\t" ? " " : $0 }
        let caret = String(repeating: " ", count: number.count + 3 + max(0, column - 1))
        return "\(head)\n\(number) | \(String(visible))\n\(caret)^ \(message)"
    }
}

/// All mistakes found so far. A class, because every reader adds to the same list.
public final class Diagnostics {
    public private(set) var all: [Diagnostic] = []
    private var seen: Set<Diagnostic> = []
    /// Something stops the dialogs from being used.
    private var hasMistake = false
    /// More than anybody reads; a file of something else would give hundreds of thousands.
    private static let most = 5000

    public init() {}

    /// Nothing that stops the dialogs from being used.
    public var isSound: Bool { !hasMistake }

    /// Every Dutch text was read, so that its words can be judged; other languages may lack some.
    var areTextsWhole: Bool {
        all.allSatisfy { $0.code.isWarning || $0.code == .missingTranslation || $0.code == .otherPlaces }
    }

    /// The texts that people hear, each once per place.
    private(set) var spoken: [(words: String, place: Place)] = []

    /// What those texts are in the other languages.
    private(set) var translated: [Translated] = []

    struct Translated {
        let language: String
        let dutch: String
        let words: String
        let place: Place
    }

    /// Names that people hear: most are the same in every language, so a translation may be there.
    private(set) var names: Set<String> = []

    /// Where each part of the handbook stands.
    private(set) var places: [HandbookPart: Place] = [:]

    /// Of two with the same name the first one counts.
    func stands(_ part: HandbookPart, at place: Place) {
        if places[part] == nil { places[part] = place }
    }

    func hears(_ translated: Translated) { self.translated.append(translated) }

    func hears(name: String) { names.insert(name) }

    func hears(_ words: String, at place: Place) {
        if !words.isEmpty { spoken.append((words, place)) }
    }

    /// - Parameter message: Made only for those that are kept: looking for what was meant takes long.
    func add(_ code: DiagnosticCode, at place: Place, _ message: @autoclosure () -> String) {
        if !code.isWarning { hasMistake = true }
        guard all.count < Self.most else { return }
        let diagnostic = Diagnostic(code: code, place: place, message: message())
        if seen.insert(diagnostic).inserted { all.append(diagnostic) }
    }

    /// By file, line and column.
    ///
    /// One tab in a file of questions makes every rule name a question that is not there. Then only the tab is told: the
    /// rest mostly goes with it, and what is left comes with the next look.
    public var sorted: [Diagnostic] {
        let isPartHidden = all.contains { $0.code.hidesPart }
        return all.filter { !(isPartHidden && $0.code.pointsElsewhere) }.sorted {
            ($0.place.file, $0.place.line, $0.place.column) < ($1.place.file, $1.place.line, $1.place.column)
        }
    }
}

/// "bedoelde u …?": the nearest of the words that exist.
enum Suggestion {
    static func near(_ word: String, among known: [String]) -> String {
        Spelling.nearest(to: word, among: known).map { "; bedoelde u '\($0)'?" } ?? ""
    }

    /// Where nothing is like it, all that there is, unless that is too much to read.
    static func nearOrAll(_ word: String, among known: [String]) -> String {
        let suggestion = near(word, among: known)
        guard suggestion.isEmpty, known.count <= mostListed else { return suggestion }
        return " (mogelijk: " + known.joined(separator: ", ") + ")"
    }

    private static let mostListed = 12
}
