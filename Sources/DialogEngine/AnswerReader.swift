/// The plain words by which people say yes, no, "I do not know" and "I will not say", and the words that say nothing.
public struct AnswerWords: Hashable, Sendable {
    public let yes: [String]
    public let no: [String]
    public let unknown: [String]
    public let declined: [String]
    /// Words that do not tell one choice from another, such as "de", "klacht" and the name of the place.
    public let small: Set<String>

    public init(yes: [String], no: [String], unknown: [String], declined: [String], small: [String]) {
        self.yes = yes.map { $0.foldedPhrase }
        self.no = no.map { $0.foldedPhrase }
        self.unknown = unknown.map { $0.foldedPhrase }
        self.declined = declined.map { $0.foldedPhrase }
        self.small = Set(small.flatMap(\.foldedWords))
    }

    /// From the words of a value that was made before.
    public init(
        foldedYes: [String], no: [String], unknown: [String], declined: [String], small: [String]
    ) {
        (yes, self.no, self.unknown, self.declined) = (foldedYes, no, unknown, declined)
        self.small = Set(small)
    }
}

/// What one typed line comes to.
public enum Reading: Hashable, Sendable {
    case answer(Answer)
    /// More than one choice fits; these, in order.
    case several([String])
    case wrong(Hint)

    /// What was wrong with a line, for one sentence that says what would be right.
    public enum Hint: Hashable, Sendable {
        case empty
        /// No choice fits; so many there are.
        case noSuchChoice(String, count: Int)
        case noSuchNumber(Int, count: Int)
        case noDate(String)
        case futureDate(Day)
        case phone(String)
        case phoneCount(Int, beginning: String, needed: Int)
        case phoneNoZero(String)
        case phoneOfService(String)
        case email(String)
        case emailNoAt(String)
        case emailNoEnding(String)
        case emailSpace(String)
        case postcode(String)
        case postcodeNoLetters(String)
        /// SA, SD or SS.
        case postcodeNeverIssued(String)
        case houseNumber(String)
        case name(String)
        case unknownNotPossible
    }
}

/// Turns typed lines into answers: by number, by the beginning of a choice, by plain words.
public struct AnswerReader: Sendable {
    public let words: AnswerWords
    public let today: Day
    /// The language in which the choices are shown.
    public let translation: Translation

    public init(words: AnswerWords, today: Day, translation: Translation = .dutch) {
        self.words = words
        self.today = today
        self.translation = translation
    }

    /// Reads text by its shape alone.
    public static func read(_ line: String, as shape: TextShape) -> Reading {
        TextReader.read(line.trimmed, as: shape)
    }

    /// - Parameter shown: The options as they are numbered on the screen now.
    public func read(_ typed: String, for question: Question, shown: [Option]) -> Reading {
        let line = typed.trimmed
        if line.isEmpty { return readEmpty(question) }
        let plain = line.foldedPhrase
        switch question.kind {
        case .choice: return readChoice(line, plain, question, shown)
        case .multipleChoice: return readSeveral(line, plain, question, shown)
        case .date: return refusal(plain, question) ?? readDate(line)
        case .text(let shape):
            if shape != .free, let refusal = refusal(plain, question) { return refusal }
            if shape == .free, question.allowsUnknown || question.allowsDeclined,
                let refusal = refusal(plain, question)
            {
                return refusal
            }
            return TextReader.read(line, as: shape)
        case .lines: return .answer(.lines([line]))
        }
    }

    private func readEmpty(_ question: Question) -> Reading {
        if let choice = question.enterTakes { return .answer(.options([choice])) }
        return question.isOptional ? .answer(.skipped) : .wrong(.empty)
    }

    private func refusal(_ plain: String, _ question: Question) -> Reading? {
        if words.unknown.contains(plain) {
            return question.allowsUnknown ? .answer(.unknown) : .wrong(.unknownNotPossible)
        }
        if words.declined.contains(plain) {
            return question.allowsDeclined ? .answer(.declined) : .wrong(.unknownNotPossible)
        }
        return nil
    }

    private func readDate(_ line: String) -> Reading {
        switch DateReader(today: today).reading(line) {
        case .past(let range): .answer(.date(range))
        case .toCome(let day): .wrong(.futureDate(day))
        case nil: .wrong(.noDate(line))
        }
    }

    private func readChoice(_ line: String, _ plain: String, _ question: Question, _ shown: [Option])
        -> Reading
    {
        if let number = Int(line), number >= 0 {
            return named(line, question) ?? numbered(number, question, shown)
        }
        if let sure = sureChoice(plain, question) { return .answer(.options([sure])) }
        if let refusal = refusal(plain, question) { return refusal }
        let matches = Choices.matching(
            line, in: question.options, besides: words.small, translation: translation)
        switch matches.count {
        case 0: return refusalBeginning(plain, question) ?? .wrong(.noSuchChoice(line, count: shown.count))
        case 1: return .answer(.options([matches[0].id]))
        default: return .several(matches.map(\.id))
        }
    }

    /// The beginning of "weet ik niet" or "wil ik niet zeggen", where that may be said.
    private func refusalBeginning(_ plain: String, _ question: Question) -> Reading? {
        guard plain.count >= 3 else { return nil }
        if question.allowsUnknown, words.unknown.contains(where: { $0.hasPrefix(plain) }) {
            return .answer(.unknown)
        }
        if question.allowsDeclined, words.declined.contains(where: { $0.hasPrefix(plain) }) {
            return .answer(.declined)
        }
        return nil
    }

    /// A number by which people call one of the choices, such as 112.
    private func named(_ line: String, _ question: Question) -> Reading? {
        question.options.first { $0.words.contains(line) }.map { .answer(.options([$0.id])) }
    }

    /// Numbers run over the options shown, then "weet ik niet", then "wil ik niet zeggen".
    private func numbered(_ number: Int, _ question: Question, _ shown: [Option]) -> Reading {
        var refusals: [Answer] = []
        if question.allowsUnknown { refusals.append(.unknown) }
        if question.allowsDeclined { refusals.append(.declined) }
        if (1...max(1, shown.count)).contains(number), !shown.isEmpty {
            return .answer(.options([shown[number - 1].id]))
        }
        let index = number - shown.count - 1
        if refusals.indices.contains(index) { return .answer(refusals[index]) }
        return .wrong(.noSuchNumber(number, count: shown.count + refusals.count))
    }

    /// An id typed whole, or yes and no where these are the choices.
    private func sureChoice(_ plain: String, _ question: Question) -> String? {
        if let option = question.options.first(where: { $0.id.foldedPhrase == plain }) {
            return option.id
        }
        if words.yes.contains(plain), question.option("ja") != nil { return "ja" }
        if words.no.contains(plain), question.option("nee") != nil { return "nee" }
        return nil
    }

    private func readSeveral(
        _ line: String, _ plain: String, _ question: Question, _ shown: [Option]
    ) -> Reading {
        if let refusal = refusal(plain, question) { return refusal }
        var chosen: [String] = []
        let parts = parts(of: line).flatMap { pieces(of: $0, question, shown) }
        for part in parts {
            switch readChoice(part, part.foldedPhrase, question, shown) {
            case .answer(.options(let ids)): for id in ids where !chosen.contains(id) { chosen.append(id) }
            case .answer(let other):
                return parts.count == 1 ? .answer(other) : .wrong(.unknownNotPossible)
            case .several(let ids):
                return parts.count == 1
                    ? .several(ids) : .wrong(.noSuchChoice(part, count: shown.count))
            case .wrong(let hint): return .wrong(hint)
            }
        }
        return chosen.isEmpty ? .wrong(.empty) : .answer(.options(chosen))
    }

    /// `1, 3 en 4` and `1 3` name several; words part at a comma.
    private func parts(of line: String) -> [String] {
        let tokens = line.split { $0 == " " || $0 == "," || $0 == "+" }.map(String.init)
        let numbers = tokens.filter { $0.folded != "en" && $0.folded != "and" }
        if !numbers.isEmpty, numbers.allSatisfy({ Int($0) != nil }) { return numbers }
        return line.split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }
    }

    /// Words part at " en " too, where each side names one choice and the whole is not the name of one:
    /// `Stadstaxi en het wijkteam`, but not `Werk en inkomen`.
    private func pieces(of part: String, _ question: Question, _ shown: [Option]) -> [String] {
        let words = part.split(whereSeparator: \.isWhitespace).map(String.init)
        let pieces = words.split { $0.folded == "en" || $0.folded == "and" }.map { $0.joined(separator: " ") }
        guard pieces.count > 1, !Choices.isBeginningOfName(part, in: question.options, translation) else {
            return [part]
        }
        let areChoices = pieces.allSatisfy {
            if case .answer(.options) = readChoice($0, $0.foldedPhrase, question, shown) {
                true
            } else {
                false
            }
        }
        return areChoices ? pieces : [part]
    }
}
