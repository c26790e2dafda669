/// The words with which people answer in passing: `doe maar de tweede`, `ik denk van wel`, `alles behalve 2`.
///
/// Data of the gemeente, all languages together.
public struct LooseWords: Hashable, Sendable {
    /// What words do in an answer; named as in `teksten/programma.yaml`.
    public enum Role: String, CaseIterable, Sendable {
        /// In order, each with its words: `een one`, `twee two`.
        case count = "telwoorden"
        /// In order: `eerste first`, `tweede second`.
        case rank = "rangwoorden"
        case last = "laatste"
        case both = "allebei"
        case all = "alles"
        case none = "geen-ervan"
        case except = "behalve"
        case not = "niet"
        /// What follows says more, or takes back: `ja, maar …`.
        case but = "maar"
        case and = "en"
        case or = "of"
        /// Before an answer: `doe maar`, `ik kies`.
        case lead = "inleiding"
        /// Words that stand before or after it and say nothing: `de`, `nummer`, `hoor`.
        case filler = "opvulling"
        /// `ik denk`: an answer still, but never a consent.
        case doubt = "twijfel"
        case doubtfulYes = "twijfel-ja"
        case doubtfulNo = "twijfel-nee"
        /// That there is none to give: `heb ik niet`, where an answer may be left out.
        case lacking = "heb-ik-niet"
    }

    /// By role, in the order of `Role.allCases`; folded.
    public let words: [[String]]

    /// - Parameter words: What is not there, is not understood.
    public init(_ words: [Role: [String]]) {
        self.words = Role.allCases.map { (words[$0] ?? []).map { $0.foldedPhrase } }
    }

    /// From the words of a value that was made before; nil where these are others.
    public init?(folded words: [[String]]) {
        guard words.count == Role.allCases.count else { return nil }
        self.words = words
    }

    public static let none = LooseWords([:])

    subscript(role: Role) -> [String] {
        guard let index = Role.allCases.firstIndex(of: role) else { return [] }
        return words[index]
    }
}

/// A line cut into the pieces that mean something in an answer.
struct LoosePieces {
    enum Meaning: Hashable {
        /// 1 is the first choice on the screen.
        case place(Int)
        case role(LooseWords.Role)
        case yes
        case no
        /// A word of its own.
        case other
    }

    struct Piece {
        let meaning: Meaning
        /// Indexes of its words in the line.
        let words: Range<Int>
    }

    let words: [String]
    private(set) var pieces: [Piece] = []

    init(_ plain: String, _ meanings: LooseMeanings) {
        words = plain.split(separator: " ").map(String.init)
        // Longer than this it is a story.
        guard words.count <= 24 else { return }
        var start = 0
        while start < words.count {
            let piece = Self.piece(words[start...], meanings)
            pieces.append(Piece(meaning: piece.meaning, words: start..<start + piece.count))
            start += piece.count
        }
    }

    /// Whether anything in it can be understood without its choices.
    var mayBeLoose: Bool { pieces.contains { $0.meaning != .other && $0.meaning != .role(.filler) } }

    /// A yes or no with nothing but fillers around it; nil for anything else.
    var plainYesOrNo: Bool? {
        let meanings = Set(pieces.map(\.meaning)).subtracting([.role(.filler)])
        return meanings == [.yes] ? true : meanings == [.no] ? false : nil
    }

    /// What a line says without the words that only fill it; nil where there are none.
    static func withoutFillers(_ plain: String, _ answerWords: AnswerWords) -> String? {
        guard plain.utf8.count <= longestRefusal else { return nil }
        let fillers = answerWords.loose[.filler]
        let words = plain.split(separator: " ").map(String.init)
        let left = words.filter { !fillers.contains($0) }
        return left.count < words.count && !left.isEmpty ? left.joined(separator: " ") : nil
    }

    /// Somebody who says more than this says something.
    private static let longestRefusal = 48

    /// The longest run of words with a meaning.
    private static func piece(_ words: ArraySlice<String>, _ meanings: LooseMeanings)
        -> (meaning: Meaning, count: Int)
    {
        for count in (1...min(6, words.count)).reversed() {
            let phrase = words.prefix(count).joined(separator: " ")
            if let meaning = meanings[phrase] { return (meaning, count) }
        }
        let word = words[words.startIndex]
        if word.utf8.count <= 2, let number = Int(word) { return (.place(number), 1) }
        return (.other, 1)
    }
}

/// What each word or phrase of `LooseWords` means; made once for many lines.
struct LooseMeanings: Sendable {
    private var byPhrase: [String: LoosePieces.Meaning] = [:]

    subscript(phrase: String) -> LoosePieces.Meaning? { byPhrase[phrase] }

    init(_ answerWords: AnswerWords) {
        byPhrase.reserveCapacity(400)
        for phrase in answerWords.yes { byPhrase[phrase] = .yes }
        for phrase in answerWords.no { byPhrase[phrase] = .no }
        for (role, phrases) in zip(LooseWords.Role.allCases, answerWords.loose.words) {
            for (index, phrase) in phrases.enumerated() {
                switch role {
                case .count, .rank:
                    for word in phrase.split(separator: " ") { byPhrase[String(word)] = .place(index + 1) }
                // Says nothing of the choices on a screen.
                case .lacking: break
                default: byPhrase[phrase] = .role(role)
                }
            }
        }
    }
}
