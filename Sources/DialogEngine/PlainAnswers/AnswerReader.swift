/// Turns typed lines into answers: by number, by the beginning of a choice, by plain words.
public struct AnswerReader: Sendable {
    public let words: AnswerWords
    public let today: Day
    /// The language in which the choices are shown.
    public let translation: Translation
    /// The question about danger: that there is none must be said outright.
    public let danger: String?
    let meanings: LooseMeanings

    public init(
        words: AnswerWords, today: Day, translation: Translation = .dutch, danger: String? = nil
    ) {
        self.words = words
        self.today = today
        self.translation = translation
        self.danger = danger
        meanings = LooseMeanings(words)
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
        case .choice:
            return saidOutright(readChoice(line, plain, question, shown), line, plain, question, shown)
        case .multipleChoice: return readSeveral(line, plain, question, shown)
        case .date: return refusal(plain, question) ?? readDate(line)
        case .text(let shape):
            if shape != .free, let refusal = refusal(plain, question) { return refusal }
            if shape == .free, question.allowsUnknown || question.allowsDeclined,
                let refusal = refusal(plain, question)
            {
                return refusal
            }
            return isLeftOut(plain, shape, question)
                ? .answer(.skipped) : TextReader.read(line, as: shape)
        case .lines: return .answer(.lines([line]))
        }
    }

    private func readEmpty(_ question: Question) -> Reading {
        if let choice = question.enterTakes { return .answer(.options([choice])) }
        return question.isOptional ? .answer(.skipped) : .wrong(.empty)
    }

    /// A plain yes or no, for what the program itself asks; nil for anything else, also for yes with a doubt.
    public func yesOrNo(_ typed: String) -> Bool? {
        let plain = typed.foldedPhrase
        if words.yes.contains(plain) || plain == "1" { return true }
        if words.no.contains(plain) || plain == "2" { return false }
        return LoosePieces(plain, meanings).plainYesOrNo
    }

    private func refusal(_ plain: String, _ question: Question) -> Reading? {
        if isSaid(plain, words.unknown) {
            if !question.allowsUnknown, question.isOptional { return .answer(.skipped) }
            return question.allowsUnknown ? .answer(.unknown) : .wrong(.unknownNotPossible)
        }
        if isSaid(plain, words.declined) {
            return question.allowsDeclined ? .answer(.declined) : .wrong(.unknownNotPossible)
        }
        return nil
    }

    /// Whether one of some phrases was said, with or without words that only fill: `weet ik eigenlijk niet`.
    private func isSaid(_ plain: String, _ phrases: [String]) -> Bool {
        if phrases.contains(plain) { return true }
        guard let bare = LoosePieces.withoutFillers(plain, words) else { return false }
        // Nearly all phrases end otherwise, and are not taken apart.
        let end = bare.split(separator: " ").last ?? ""
        return phrases.contains {
            $0.hasSuffix(end) && ($0 == bare || LoosePieces.withoutFillers($0, words) == bare)
        }
    }

    /// `Heb ik niet`, where an answer may be left out; a name may be Nee.
    private func isLeftOut(_ plain: String, _ shape: TextShape, _ question: Question) -> Bool {
        guard question.isOptional, shape != .free, shape != .name else { return false }
        return isSaid(plain, words.loose[.lacking]) || isSaid(plain, words.no)
    }

    private func readDate(_ line: String) -> Reading {
        // Who speaks English may put the month first.
        if !translation.isDutch, line.contains("/"),
            DateReader.mayBeginWithMonth(line.foldedWords)
        {
            return .wrong(.noDate(line))
        }
        return switch DateReader(today: today).reading(line) {
        case .past(let range): soon(line, range).map { .wrong(.futureDate($0)) } ?? .answer(.date(range))
        case .toCome(let day): .wrong(.futureDate(day))
        case nil: .wrong(.noDate(line))
        }
    }

    /// A day said without its year of which the next one is near: on a letter it may well be that one.
    ///
    /// - Returns: The day to come; nil where it is plain that it is past.
    private func soon(_ line: String, _ range: DateRange) -> Day? {
        guard range.precision == .day, range.first == range.last else { return nil }
        let next = range.first.adding(months: 12)
        guard next > today, next <= today.adding(days: 60) else { return nil }
        let year = String(range.first.year)
        let words = line.foldedWords
        let saysYear = words.contains { word in
            word.contains(year) || word == year.suffix(2) || Self.yearWords.contains { word.hasPrefix($0) }
        }
        return saysYear ? nil : next
    }

    private static let yearWords = ["jaar", "vorig", "geleden", "afgelopen", "year", "last", "ago"]

    private func readChoice(_ line: String, _ plain: String, _ question: Question, _ shown: [Option])
        -> Reading
    {
        // `3.` and `3)` too, but `-3` is no number of a choice.
        if let number = Int(line) ?? Int(plain) {
            guard number >= 0 else { return .wrong(.noSuchChoice(line, count: shown.count)) }
            return named(line, question) ?? numbered(number, question, shown)
        }
        if let sure = sureChoice(plain, question) { return .answer(.options([sure])) }
        if let refusal = refusal(plain, question) { return refusal }
        let loose = LooseReader(self, question, shown, line: line, plain: plain)
        if loose.mayBeLoose, !Choices.isName(plain, in: question.options, translation),
            let reading = loose.reading()
        {
            return reading
        }
        var matches = matching(line, question)
        if matches.isEmpty, let bare = loose.bare { matches = matching(bare, question) }
        switch matches.count {
        case 0: return refusalBeginning(plain, question) ?? misspelled(line, question, shown)
        case 1: return loose.reading(of: matches[0])
        default: return .several(matches.map(\.id))
        }
    }

    private func matching(_ line: String, _ question: Question) -> [Option] {
        Choices.matching(line, in: question.options, besides: words.small, translation: translation)
    }

    private func misspelled(_ line: String, _ question: Question, _ shown: [Option]) -> Reading {
        let near = Choices.nearly(
            line, in: question.options, besides: words.small, translation: translation)
        switch near.count {
        case 0: return .wrong(.noSuchChoice(line, count: shown.count))
        case 1: return .loosely(.options([near[0].id]), rest: "")
        default: return .several(near.map(\.id))
        }
    }

    /// Asks again where a choice that nobody makes by the way was only heard in what was said.
    private func saidOutright(
        _ reading: Reading, _ line: String, _ plain: String, _ question: Question, _ shown: [Option]
    ) -> Reading {
        let isGuarded = isGuarded(in: question)
        switch reading {
        case .answer(.options(let ids)), .loosely(.options(let ids), _):
            guard let option = ids.compactMap(question.option).first(where: isGuarded) else { return reading }
            let loose = LooseReader(self, question, shown, line: line, plain: plain)
            guard !loose.names(option) else { return reading }
            // Who would rather not say whether there is danger did not say that there is none.
            if question.id == danger {
                if let refusal = refusal(plain, question) { return refusal }
                // "Er is gevaar": which?
                if !loose.saysNo { return .several(loose.options(true).map(\.id)) }
            }
            return .wrong(.noSuchChoice(line, count: shown.count))
        case .answer, .loosely, .several, .wrong: return reading
        }
    }

    /// Choices that nobody makes by the way: to share what was told, and that there is no danger.
    func isGuarded(in question: Question) -> (Option) -> Bool {
        if question.id == danger { return { !$0.endsRoute } }
        switch KnownQuestion(rawValue: question.id) {
        case .sharing: return { $0.id == KnownChoice.yes.rawValue }
        case .partyChoice: return { $0.id == KnownChoice.forward.rawValue }
        default: return { _ in false }
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
        var rests: [String] = []
        let numbers = numbers(in: line)
        let loose = LooseReader(self, question, shown, line: line, plain: plain)
        if numbers == nil, loose.mayBeLoose, !Choices.isName(plain, in: question.options, translation),
            let reading = loose.reading()
        {
            return reading
        }
        let parts = numbers ?? parts(of: line).flatMap { pieces(of: $0, question, shown) }
        for part in parts {
            switch readChoice(part, part.foldedPhrase, question, shown) {
            case .answer(.options(let ids)): for id in ids where !chosen.contains(id) { chosen.append(id) }
            case .loosely(.options(let ids), let rest):
                for id in ids where !chosen.contains(id) { chosen.append(id) }
                rests.append(rest)
            case .answer(let other), .loosely(let other, _):
                return parts.count == 1 ? .answer(other) : .wrong(.unknownNotPossible)
            case .several(let ids):
                return parts.count == 1
                    ? .several(ids) : .wrong(.noSuchChoice(part, count: shown.count))
            case .wrong(let hint): return .wrong(hint)
            }
        }
        if chosen.isEmpty { return .wrong(.empty) }
        let rest = rests.filter { !$0.isEmpty }.joined(separator: ", ")
        return rests.isEmpty ? .answer(.options(chosen)) : .loosely(.options(chosen), rest: rest)
    }

    /// `1, 3 en 4` and `1 3` name several.
    private func numbers(in line: String) -> [String]? {
        let tokens = line.split { $0 == " " || $0 == "," || $0 == "+" }.map(String.init)
        let numbers = tokens.filter { $0.folded != "en" && $0.folded != "and" }
        return !numbers.isEmpty && numbers.allSatisfy { Int($0) != nil } ? numbers : nil
    }

    /// Words part at a comma.
    private func parts(of line: String) -> [String] {
        line.split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }
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
            switch readChoice($0, $0.foldedPhrase, question, shown) {
            case .answer(.options), .loosely(.options, _): true
            case .answer, .loosely, .several, .wrong: false
            }
        }
        return areChoices ? pieces : [part]
    }
}
