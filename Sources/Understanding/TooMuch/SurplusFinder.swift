import DialogEngine

/// Notices in a story what does not belong in a complaint. It offers; nothing is left out silently.
public struct SurplusFinder {
    let text: FreeText
    let words: SurplusWords
    let gaps: Gaps

    public init(_ text: FreeText, _ words: SurplusWords) {
        self.text = text
        self.words = words
        gaps = Gaps(text)
    }

    /// In the order of the text; none lies within another.
    public func finds() -> [Find<Surplus>] {
        let all = accounts() + cards() + citizenNumbers() + secrets() + births() + names() + medical()
        var kept: [Find<Surplus>] = []
        var isTaken = [Bool](repeating: false, count: text.text.utf8.count)
        for find in all.sorted(by: { $0.certainty > $1.certainty })
        where !isTaken[find.value.range].contains(true) {
            for byte in find.value.range { isTaken[byte] = true }
            kept.append(find)
        }
        return kept.sorted { $0.value.range.lowerBound < $1.value.range.lowerBound }
    }

    func find(_ kind: Surplus.Kind, _ words: Range<Int>, _ certainty: Double) -> Find<Surplus> {
        let evidence = text.evidence(words)
        return Find(Surplus(kind, at: evidence.range), from: [evidence], certainty: certainty)
    }

    func word(_ index: Int) -> String { text.words.indices.contains(index) ? text.words[index].folded : "" }

    // MARK: Medical detail

    private func medical() -> [Find<Surplus>] {
        // By its first word: a list has hundreds, and a story too.
        var byFirst: [String: [[String]]] = [:]
        for phrase in words.medical where !phrase.hasSuffix("*") {
            let parts = phrase.split(separator: " ").map(String.init)
            if let first = parts.first { byFirst[first, default: []].append(parts) }
        }
        let beginnings = words.medical.filter { $0.hasSuffix("*") }.map { String($0.dropLast()) }
        var finds: [Find<Surplus>] = []
        var index = 0
        while index < text.words.count {
            let word = word(index)
            let phrase = (byFirst[word] ?? []).filter { parts in
                parts.indices.allSatisfy { self.word(index + $0) == parts[$0] }
            }.map(\.count).max()
            let isBeginning = beginnings.contains { word.hasPrefix($0) }
            if let count = phrase ?? (isBeginning ? 1 : nil) {
                finds.append(find(.medical, index..<index + count, 0.7))
                index += count
            } else {
                index += 1
            }
        }
        return finds
    }

    // MARK: Names of others

    /// `mijn dochter Fatima el Amrani`: who is told of by relation and full name.
    private func names() -> [Find<Surplus>] {
        let isDictated = !text.text.contains { $0.isUppercase }
        return text.words.indices.compactMap { index in
            let isChild = words.children.contains(word(index))
            guard isChild || words.others.contains(word(index)) else { return nil }
            guard !isPersonConcerned(index), !isTeller(index) else { return nil }
            let isCalled = Self.calls.contains(word(index + 1))
            let start = isCalled ? index + 2 : index + 1
            guard start < text.words.count, [" ", ", ", " '", " ("].contains(gaps.before(start)) else {
                return nil
            }
            let name = Names(text, gaps).name(at: start, canBePlain: isDictated)
            guard !name.isEmpty, let read = PersonName(text.evidence(name).words), !read.given.isEmpty else {
                return nil
            }
            // In small letters `moet de bus` looks like a name too.
            let isPlain = isDictated && !isCalled
            guard !isPlain || Self.surePrefixes.contains(read.prefix) && !Self.noNames.contains(word(start))
            else { return nil }
            return find(isChild ? .childName : .otherName, name, isPlain ? 0.6 : 0.85)
        }
    }

    /// `Ik bel voor mijn moeder Annie Bos`: a complaint on behalf of her needs her name.
    private func isPersonConcerned(_ index: Int) -> Bool {
        let before = (max(0, index - 2)..<index).map(word)
        return before.last.map(Self.mine.contains) == true
            && before.first.map(Self.onBehalf.contains) == true && gaps.areJoined(index)
    }

    private static let mine: Set<String> = ["mijn", "mn", "onze", "ons", "my", "our"]
    private static let onBehalf: Set<String> = ["voor", "namens", "for", "of"]
    private static let calls: Set<String> = ["heet", "genaamd", "called", "named"]
    /// `al` and `ten` are words of every day too: a name with one of these needs a capital.
    private static let surePrefixes: Set<String> = ["van der", "van den", "el", "bin", "von"]
    /// `ik ben haar dochter Ineke de Wit`: who says that gives the own name.
    private func isTeller(_ index: Int) -> Bool {
        (1...3).contains { back in
            index > back && Self.selves.contains("\(word(index - back - 1)) \(word(index - back))")
        }
    }

    private static let selves: Set<String> = ["ik ben", "ben ik", "i am", "i m"]

    /// Verbs that follow on a relation: `mijn vader heeft van der Valk gebeld`.
    private static let noNames: Set<String> = [
        "heeft", "had", "is", "was", "ligt", "lag", "kreeg", "krijgt", "wil", "wilde", "moet", "moest", "kan",
        "kon", "gaat", "ging", "komt", "kwam", "woont", "belt", "belde", "zit", "zat", "staat", "stond",
        "has",
        "will", "said", "zei", "zegt", "werd", "wordt", "mag", "mocht", "en", "die",
    ]
}
