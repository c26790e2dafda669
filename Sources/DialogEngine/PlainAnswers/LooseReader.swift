/// Reads answers in plain words by what they say of the choices on the screen: which one, all, not that one, yes but.
///
/// A wrong reading is worse than asking: it gives an answer only where nothing else can have been meant.
struct LooseReader {
    let reader: AnswerReader
    let question: Question
    let shown: [Option]
    /// As it was typed.
    let line: String
    private let plain: String
    private let pieces: LoosePieces

    init(_ reader: AnswerReader, _ question: Question, _ shown: [Option], line: String, plain: String) {
        self.reader = reader
        self.question = question
        self.shown = shown
        self.line = line
        self.plain = plain
        pieces = LoosePieces(plain, reader.meanings)
    }

    /// - Returns: nil where the words must be looked for among the choices.
    func reading() -> Reading? {
        let core = self.core
        let meanings = core.map(\.meaning)
        // `ik denk het wel` stands for yes, and is in doubt already.
        if let yes = Self.yesOrNo(meanings) {
            return yesOrNo(yes.isYes, isDoubtful: isDoubtful || yes.isDoubtful)
        }
        if meanings == [.role(.none)] || meanings == [.role(.not)] { return ask }
        if isAtOdds(meanings) { return ask }
        if meanings == [.role(.both)], let both = choiceOfBoth { return both }
        if let placed = Places(meanings)?.reading(question, shown, asking: ask) {
            guard case .answer(let answer) = placed else { return placed }
            return isDoubtful ? doubted(answer) : placed
        }
        if let both = contradiction(meanings) { return both }
        guard let first = core.first, core.count > 1 else { return nil }
        if let but = core.firstIndex(where: { $0.meaning == .role(.but) }), but > 0 {
            if let reading = before(core[but], besides: first, isNext: but == 1) { return reading }
        }
        return first.meaning == .role(.not) && !isNamed(with: pieces.words[first.words.lowerBound])
            ? ask : nil
    }

    /// Whether anything in the line can be understood without its choices.
    var mayBeLoose: Bool { pieces.mayBeLoose }

    /// The line without what only leads in, doubts or fills at either end; nil where nothing of that is there.
    var bare: String? {
        let all = pieces.pieces
        guard let first = all.firstIndex(where: { !isSilent($0) }),
            let last = all.lastIndex(where: { !isSilent($0) }), first > 0 || last < all.count - 1
        else { return nil }
        return pieces.words[all[first].words.lowerBound..<all[last].words.upperBound].joined(separator: " ")
    }

    /// A choice by its words, but perhaps said with doubt or with more behind it.
    ///
    /// - Parameter option: The only one that the words fit.
    func reading(of option: Option) -> Reading {
        let answer = Answer.options([option.id])
        let known = Set(
            (Choices.labels(of: option, reader.translation) + option.words).flatMap(\.foldedWords))
        let isGuarded = reader.isGuarded(in: question)(option)
        if isGuarded, pieces.pieces.contains(where: { isCondition($0, besides: known) }) { return ask }
        // "Nee, dat niet" says the same twice.
        if pieces.pieces.first?.meaning != .no,
            pieces.pieces.contains(where: { isDenial($0, besides: known) })
        {
            return ask
        }
        let isSaid = isDoubtful ? Reading.loosely(answer, rest: "") : .answer(answer)
        guard let first = pieces.pieces.first, first.meaning == .yes || first.meaning == .no else {
            return isSaid
        }
        let rest = Array(pieces.words[first.words.upperBound...])
        guard isTelling(rest, besides: known) else { return isSaid }
        return isGuarded ? ask : .loosely(answer, rest: Self.tail(of: line, from: first.words.upperBound))
    }

    /// Whether anything is denied.
    var saysNo: Bool {
        pieces.pieces.contains { [.no, .role(.not), .role(.none), .role(.doubtfulNo)].contains($0.meaning) }
    }

    /// Whether a choice is made by its number, its id or its own words, and by nothing that could mean another.
    func names(_ option: Option) -> Bool {
        guard line.last != "?" else { return false }
        if Int(line) != nil { return true }
        let meanings = core.map(\.meaning)
        if !meanings.contains(.yes), !meanings.contains(.no), Places(meanings) != nil { return true }
        let labels = Choices.labels(of: option, reader.translation).map(\.foldedPhrase)
        let leads = pieces.pieces.prefix { $0.meaning == .role(.lead) }.last?.words.upperBound ?? 0
        let said = pieces.words[leads...].joined(separator: " ")
        if labels.contains(where: { !said.isEmpty && $0.hasPrefix(said) }) { return true }
        if ([option.id] + option.words).contains(where: { $0.foldedPhrase == said }) { return true }
        guard let first = pieces.pieces.first, isSaying(option, first.meaning) else { return false }
        if question.id == reader.danger, reader.words.declined.contains(plain) { return false }
        let known = Set((labels + option.words).flatMap(\.foldedWords))
        return pieces.pieces.dropFirst().allSatisfy { piece in
            switch piece.meaning {
            case .yes, .no: piece.meaning == first.meaning
            case .role(.filler): true
            case .place, .role, .other: known.isSuperset(of: pieces.words[piece.words])
            }
        }
    }

    /// Whether yes or no is this choice; yes also agrees to one where no choice is called so.
    private func isSaying(_ option: Option, _ meaning: LoosePieces.Meaning) -> Bool {
        guard meaning == .yes || meaning == .no else { return false }
        let called = options(meaning == .yes)
        return called.isEmpty ? meaning == .yes : called.contains { $0.id == option.id }
    }

    /// Whether a piece denies what stands around it, and is no part of a choice's own words.
    private func isDenial(_ piece: LoosePieces.Piece, besides known: Set<String>) -> Bool {
        switch piece.meaning {
        case .no, .role(.not), .role(.except): !known.isSuperset(of: pieces.words[piece.words])
        case .place, .role, .yes, .other: false
        }
    }

    /// `nee, de tweede`, where no is a choice itself: which of the two?
    private func isAtOdds(_ meanings: [LoosePieces.Meaning]) -> Bool {
        let saysYes = meanings.contains(.yes)
        guard saysYes || meanings.contains(.no), !options(saysYes).isEmpty else { return false }
        let others = meanings.filter { $0 != .yes && $0 != .no }
        return !others.isEmpty
            && others.allSatisfy {
                switch $0 {
                case .place, .role(.last), .role(.all), .role(.both): true
                case .role, .yes, .no, .other: false
                }
            }
    }

    /// Whether a piece takes back or limits what is said, and is no part of a choice's own words.
    private func isCondition(_ piece: LoosePieces.Piece, besides known: Set<String>) -> Bool {
        switch piece.meaning {
        case .role(.doubt), .role(.doubtfulYes), .role(.doubtfulNo): true
        case .no, .role(.but), .role(.not), .role(.except), .role(.or):
            !known.isSuperset(of: pieces.words[piece.words])
        case .place, .role, .yes, .other: false
        }
    }

    // MARK: Parts

    private var ask: Reading { .wrong(.noSuchChoice(line, count: shown.count)) }

    private var isDoubtful: Bool { pieces.pieces.contains { $0.meaning == .role(.doubt) } }

    private func isSilent(_ piece: LoosePieces.Piece) -> Bool {
        [.role(.filler), .role(.doubt), .role(.lead)].contains(piece.meaning)
    }

    /// Without what only leads in, fills up or doubts; `the second one` is the second.
    private var core: [LoosePieces.Piece] {
        var core: [LoosePieces.Piece] = []
        for piece in pieces.pieces where !isSilent(piece) {
            let isOne = piece.meaning == .place(1) && pieces.words[piece.words.lowerBound] != "1"
            switch core.last?.meaning {
            case .place where isOne, .role(.last) where isOne: continue
            default: core.append(piece)
            }
        }
        return core
    }

    private static func yesOrNo(_ meanings: [LoosePieces.Meaning]) -> (isYes: Bool, isDoubtful: Bool)? {
        guard let first = meanings.first, meanings.allSatisfy({ $0 == first }) else { return nil }
        return switch first {
        case .yes: (true, false)
        case .no: (false, false)
        case .role(.doubtfulYes): (true, true)
        case .role(.doubtfulNo): (false, true)
        case .place, .role, .other: nil
        }
    }

    /// Yes or no where these are the choices, or where one choice begins with it.
    private func yesOrNo(_ isYes: Bool, isDoubtful: Bool) -> Reading? {
        let options = options(isYes)
        guard let option = options.first else { return nil }
        guard options.count == 1 else { return .several(options.map(\.id)) }
        let answer = Answer.options([option.id])
        return isDoubtful ? doubted(answer) : .answer(answer)
    }

    func options(_ isYes: Bool) -> [Option] {
        let id = isYes ? "ja" : "nee"
        if let option = question.option(id) { return [option] }
        return question.options.filter { $0.label.words.foldedWords.first == id }
    }

    /// The choice that is called `allebei`.
    private var choiceOfBoth: Reading? {
        let both = Set(reader.words.loose[.both])
        let options = question.options.filter { $0.words.contains { both.contains($0.foldedPhrase) } }
        return options.count == 1 ? .answer(.options([options[0].id])) : nil
    }

    /// An answer that is shown to whoever gave it, and never a consent.
    private func doubted(_ answer: Answer) -> Reading {
        if case .options(let ids) = answer {
            let isGuarded = reader.isGuarded(in: question)
            if ids.compactMap(question.option).contains(where: isGuarded) { return ask }
        }
        return .loosely(answer, rest: "")
    }

    /// `ja en nee`: which of the two?
    private func contradiction(_ meanings: [LoosePieces.Meaning]) -> Reading? {
        let said = Set(meanings)
        guard said.isSuperset(of: [.yes, .no]), said.isSubset(of: [.yes, .no, .role(.and), .role(.or)]) else {
            return nil
        }
        let both = question.options.filter { option in
            (options(true) + options(false)).contains { $0.id == option.id }
        }
        return both.count > 1 ? .several(both.map(\.id)) : ask
    }

    /// `ja, maar …` and `niet de eerste maar de tweede`.
    private func before(_ but: LoosePieces.Piece, besides first: LoosePieces.Piece, isNext: Bool) -> Reading?
    {
        let rest = Self.tail(of: line, from: but.words.lowerBound)
        switch first.meaning {
        case .yes where isNext, .no where isNext:
            let options = options(first.meaning == .yes)
            // With more of them, what follows may tell which.
            guard options.count == 1 else { return nil }
            return reader.isGuarded(in: question)(options[0])
                ? ask : .loosely(.options([options[0].id]), rest: rest)
        case .role(.not): return instead(but.words.upperBound) ?? ask
        case .no:
            if let reading = instead(but.words.upperBound) { return reading }
            let head = pieces.words[..<but.words.lowerBound].joined(separator: " ")
            guard case .answer(.options(let ids)) = reader.read(head, for: question, shown: shown),
                !ids.compactMap(question.option).contains(where: reader.isGuarded(in: question))
            else { return ask }
            return .loosely(.options(ids), rest: rest)
        case .yes, .place, .role, .other: return nil
        }
    }

    /// What stands behind the `maar` of `niet de eerste maar de tweede`; nil where that is no answer.
    private func instead(_ start: Int) -> Reading? {
        guard
            case .answer(let answer) = reader.read(
                Self.tail(of: line, from: start), for: question, shown: shown)
        else { return nil }
        return doubted(answer)
    }

    /// Whether a choice is called by words in which this one is followed by the same: `niet geholpen`, but not `niet de taxi`.
    private func isNamed(with word: String) -> Bool {
        let said = Set(pieces.words)
        return question.options.contains { option in
            (Choices.labels(of: option, reader.translation) + option.words).contains {
                let name = $0.foldedWords
                return name.indices.dropLast().contains { name[$0] == word && said.contains(name[$0 + 1]) }
            }
        }
    }

    /// Whether words say something that a choice does not.
    private func isTelling(_ words: [String], besides known: Set<String>) -> Bool {
        let rest = LoosePieces(words.joined(separator: " "), reader.meanings)
        return rest.pieces.contains { piece in
            guard case .other = piece.meaning else { return false }
            let word = rest.words[piece.words.lowerBound]
            return !known.contains(word) && !reader.words.small.contains(word)
        }
    }

    /// What was typed from a word on.
    static func tail(of line: String, from word: Int) -> String {
        var (count, isInside) = (0, false)
        for index in line.indices {
            let isInk = line[index].isLetter || line[index].isNumber
            if isInk, !isInside {
                if count == word { return String(line[index...]).trimmed }
                count += 1
            }
            isInside = isInk
        }
        return ""
    }
}
