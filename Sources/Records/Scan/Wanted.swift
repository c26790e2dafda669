/// What must stand in a `SearchText`, made of what was typed.
struct Wanted: Hashable, Sendable {
    /// A word, or the beginning of one.
    struct Term: Hashable, Sendable {
        let bytes: [UInt8]
        let isBeginning: Bool

        func isMet(by word: ArraySlice<UInt8>) -> Bool {
            isBeginning ? word.starts(with: bytes) : word.elementsEqual(bytes)
        }
    }

    /// Each is met by any of these, all of whose terms must be there.
    private let needs: [[[Term]]]
    /// Instead of all words, when the text may be a part of a number.
    private let number: Term?

    /// Everything is right.
    var isEmpty: Bool { needs.isEmpty && number == nil }

    /// Words of fewer letters are not taken for the beginning of another: that would find half of everything.
    private static let shortestBeginning = 3

    init(_ text: String) {
        let words = Folding.words(text)
        var needs: [[[Term]]] = []
        var rest = words[...]
        for run in Particles.runs(in: words) {
            needs += rest[..<run.startIndex].map(Self.need)
            let initials = run.map(Particles.initials).joined()
            needs.append([[Self.initials(initials, isBeginning: true)], run.map(Self.whole)])
            rest = rest[run.endIndex...]
        }
        self.needs = needs + rest.map(Self.need)
        number = words.isEmpty ? nil : Self.number(text)
    }

    private static func need(_ word: String) -> [[Term]] {
        if word.count == 1 { return [[whole(word)], [initials(word, isBeginning: false)]] }
        let isBeginning = word.count >= shortestBeginning
        let asTyped = [Term(bytes: Array(word.utf8), isBeginning: isBeginning)]
        guard let other = Folding.withLongIJ(word) else { return [asTyped] }
        return [asTyped, [Term(bytes: SearchText.longIJMark + other.utf8, isBeginning: isBeginning)]]
    }

    private static func whole(_ word: String) -> Term { Term(bytes: Array(word.utf8), isBeginning: false) }

    private static func initials(_ letters: String, isBeginning: Bool) -> Term {
        Term(bytes: SearchText.initialsMark + letters.utf8, isBeginning: isBeginning)
    }

    /// The text as the beginning of a number or of a group in it; nil when it cannot be one.
    private static func number(_ text: String) -> Term? {
        let symbols = text.filter { !ComplaintNumber.separators.contains($0) }.map(SymbolAlphabet.folded)
        // Fewer say too little.
        guard symbols.count >= 3, symbols.allSatisfy({ SymbolAlphabet.value(of: $0) != nil }) else {
            return nil
        }
        return Term(
            bytes: SearchText.numberMark + String(symbols).lowercased().utf8, isBeginning: true)
    }

    // MARK: Judging

    func isMet(by text: SearchText) -> Bool {
        if isEmpty { return true }
        var found: Set<Term> = []
        let terms = needs.joined().joined() + [number].compactMap(\.self)
        for word in text.bytes.split(separator: Folding.space) {
            for term in terms where term.isMet(by: word) { found.insert(term) }
        }
        if let number, found.contains(number) { return true }
        return !needs.isEmpty
            && needs.allSatisfy { $0.contains { $0.allSatisfy(found.contains) } }
    }

    /// The same question to a full-text index of such texts, in the language of FTS5; what it finds is still to be
    /// judged when more was typed than such an index takes.
    ///
    /// - Returns: nil when everything is right.
    var expression: String? {
        if isEmpty { return nil }
        let words = needs.prefix(Self.mostAsked).map { need in
            let ways = need.map { $0.map(Self.quoted).joined(separator: " AND ") }
            return "(" + ways.map { "(\($0))" }.joined(separator: " OR ") + ")"
        }
        let all = words.joined(separator: " AND ")
        guard let number else { return all }
        return words.isEmpty ? Self.quoted(number) : "(\(all)) OR \(Self.quoted(number))"
    }

    private static let mostAsked = 16

    // Letters and digits and our marks: nothing in it can end the quotes.
    private static func quoted(_ term: Term) -> String {
        "\"" + String(decoding: term.bytes, as: UTF8.self) + "\"" + (term.isBeginning ? "*" : "")
    }
}
