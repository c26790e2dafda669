import DialogEngine

/// How a gemeente wants to write: what `schrijfwijze.yaml` says.
struct WritingRules {
    /// By language; a language that is not here has no limits.
    var limits: [String: Limits] = [:]
    /// The kinds of text that are read aloud on the phone.
    var readAloud: Set<TextKind> = []
    var screen = Screen(columns: 80, rows: 24, filling: 20)
    /// How many passives one sentence may have.
    var passives = 1
    /// Words for "you" that this gemeente does not use.
    var otherAddress: Set<String> = []
    /// Words after whose full stop the sentence goes on, in lower case.
    var abbreviations: Set<String> = []
    /// Texts that are the same in every language though they are no names.
    var sameEverywhere: Set<String> = []
    var jargon = Jargon()

    /// Most words.
    struct Limits {
        let sentence: Int
        /// Between two rests: full stop, comma, colon, semicolon, bracket, dash.
        let breath: Int
    }

    struct Screen {
        let columns: Int
        let rows: Int
        /// Columns that a place such as `{partij}` is reckoned at.
        let filling: Int
    }
}

/// What a text is for.
enum TextKind: String, CaseIterable {
    case question = "vraag"
    case help = "uitleg"
    case choice = "keuze"
    case short = "kort"
    case reason = "reden"
    case step = "stap"
    case mention = "vermelding"
    case program = "programma"
    case name = "naam"
    case danger = "gevaar"
}

/// Difficult words, each with what to write instead.
struct Jargon {
    struct Found: Hashable {
        let difficult: String
        let plain: String
    }

    private var byFirstWord: [String: [(words: [String], found: Found)]] = [:]

    /// - Parameter difficult: One word or several; it is found whatever its capitals and accents.
    mutating func add(_ difficult: String, plain: String) {
        let words = difficult.foldedWords
        guard let first = words.first else { return }
        byFirstWord[first, default: []].append((words, Found(difficult: difficult, plain: plain)))
    }

    /// - Parameter words: Folded.
    func found(in words: [String]) -> [Found] {
        words.indices.flatMap { index in
            (byFirstWord[words[index]] ?? []).filter { words[index...].starts(with: $0.words) }.map(
                \.found)
        }
    }
}
