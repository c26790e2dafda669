/// Cuts a text into sentences, and a sentence into what is read in one breath.
struct Sentences {
    /// In lower case, with their full stops: `bijv.`
    let abbreviations: Set<String>

    /// Words that belong together.
    struct Piece {
        fileprivate(set) var words: [Substring]

        /// `12 345` is one word; a mark by itself is none.
        var count: Int {
            var count = 0
            var wasNumber = false
            for word in words
            where word.utf8.first?.isPlainLetterOrDigit == true || word.contains(where: \.isSpoken) {
                if !(wasNumber && word.utf8.first?.isFigure == true) { count += 1 }
                wasNumber = word.utf8.last?.isFigure == true
            }
            return count
        }

        /// Enough of it to find it by.
        var beginning: String {
            words.count > 5 ? words.prefix(4).joined(separator: " ") + " …" : words.joined(separator: " ")
        }
    }

    func sentences(of text: String) -> [Piece] {
        var sentences: [Piece] = []
        var goesOn = false
        for item in Self.items(of: text) {
            if goesOn, !item.isApart, !ends(after: sentences[sentences.count - 1].words.last!, item.word) {
                sentences[sentences.count - 1].words.append(item.word)
            } else {
                sentences.append(Piece(words: [item.word]))
            }
            goesOn = true
        }
        return sentences
    }

    /// Between commas, colons, semicolons, brackets and dashes; not between the figures of `9:11` or `1,5`.
    static func breaths(of sentence: Piece) -> [Piece] {
        var breaths: [Piece] = []
        var rests = true
        for word in sentence.words {
            if rests || word.first == "(" {
                breaths.append(Piece(words: [word]))
            } else {
                breaths[breaths.count - 1].words.append(word)
            }
            let end = word.last { !"'\"’”.".contains($0) }
            rests = end.map { ",:;)–—".contains($0) } ?? false
        }
        return breaths
    }

    /// The words; three spaces, as between the keys of the desk, and a new line set what follows apart.
    private static func items(of text: String) -> [(word: Substring, isApart: Bool)] {
        var items: [(word: Substring, isApart: Bool)] = []
        var rest = text[...]
        while true {
            // By bytes: a space is never part of another letter.
            let gap = rest.utf8.prefix(while: isGap)
            let word = rest.utf8.dropFirst(gap.count).prefix { !isGap($0) }
            if word.isEmpty { return items }
            items.append((Substring(word), gap.count >= 3 || gap.contains(UInt8(ascii: "\n"))))
            rest = rest[word.endIndex...]
        }
    }

    private static func isGap(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n")
    }

    /// Whether the sentence ends between these two words.
    private func ends(after word: Substring, _ next: Substring) -> Bool {
        // Most words end in a letter.
        if let last = word.utf8.last, last.isPlainLetterOrDigit { return false }
        let bare = word.trimming { "'\"’”)‘“„(".contains($0) }
        guard let mark = bare.last, ".!?…".contains(mark), bare.contains(where: \.isSpoken) else {
            return false
        }
        // "'Waarom?' vraagt u" and "Typ ? voor uitleg" go on.
        if let first = next.first(where: { $0.isSpoken }), first.isLowercase { return false }
        return mark != "." || !isAbbreviation(bare)
    }

    private func isAbbreviation(_ word: Substring) -> Bool {
        if abbreviations.contains(word.lowercased()) { return true }
        // `o.a.` and the initial of a name, but not the e of "lid 1 c en e."
        let letters = word.dropLast().split(separator: ".", omittingEmptySubsequences: false)
        return letters.allSatisfy { $0.count == 1 && $0.first?.isLetter == true }
            && (letters.count > 1 || word.first?.isUppercase == true)
    }

    /// The text without what stands between quotation marks: words of somebody else, or words to type.
    static func withoutQuotations(_ text: String) -> String {
        // Quotation marks that are not plain begin with this byte, as few other letters do.
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\"") || $0 == 0xE2 })
        else {
            return text
        }
        var kept = ""
        var rest = text[...]
        var before: Character = " "
        while let first = rest.first {
            if !before.isSpoken, let end = marks[first], let close = closing(end, in: rest.dropFirst()) {
                rest = rest[rest.index(after: close)...]
                kept.append(" ")
                before = end
            } else {
                kept.append(first)
                rest = rest.dropFirst()
                before = first
            }
        }
        return kept
    }

    private static let marks: [Character: Character] = ["'": "'", "\"": "\"", "‘": "’", "“": "”", "„": "”"]

    /// The mark that closes, after a word and before none: `zo'n`, `foto's` and `'s avonds` are words.
    private static func closing(_ mark: Character, in text: Substring) -> Substring.Index? {
        if mark == "'", let second = text.dropFirst().first, !second.isSpoken { return nil }
        var before: Character = " "
        for index in text.indices {
            let next = text.index(after: index)
            if text[index] == mark, before != " ", next == text.endIndex || !text[next].isSpoken {
                return index
            }
            before = text[index]
        }
        return nil
    }
}

extension Character {
    /// A letter, a figure, or a place that the program fills.
    fileprivate var isSpoken: Bool {
        if let ascii = asciiValue { return ascii.isPlainLetterOrDigit || self == "{" }
        return isLetter || isNumber
    }
}

extension UInt8 {
    fileprivate var isFigure: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    fileprivate var isPlainLetterOrDigit: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self)
            || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self)
            || isFigure
    }
}

extension Substring {
    fileprivate func trimming(while isTrimmed: (Character) -> Bool) -> Substring {
        var slice = drop(while: isTrimmed)
        while let last = slice.last, isTrimmed(last) { slice.removeLast() }
        return slice
    }
}
