import DialogEngine

extension ContactFinder {
    /// Of whom a note tells that begins with him, as who types along with a caller writes it: `mevr jansen 2023wl 12`,
    /// `mw de vries belt over de taxi`, `Dhr. Yilmaz, 06-12345678`.
    func caller() -> Find<ContactDatum>? {
        guard Self.titles.contains(word(0)), text.words[0].range.lowerBound == 0 else { return nil }
        let words = Names(text, gaps).isCapital(1) || Names(text, gaps).isCapital(2) ? named() : jotted()
        guard let words, endsName(words), let name = PersonName(text.evidence(words).words) else {
            return nil
        }
        return find(.name(name), at: words, certainty: 0.6)
    }

    /// Whether it is told of somebody who calls: nobody speaks of himself in it, and it begins with him where it is not
    /// known who typed it.
    static func isNote(_ text: FreeText, _ isNoted: Bool) -> Bool {
        guard isNoted || beginsWithCaller(text) else { return false }
        return !text.words.contains { selves.contains($0.folded) }
    }

    private static func beginsWithCaller(_ text: FreeText) -> Bool {
        guard let first = text.words.first?.folded else { return false }
        if titles.contains(first), !inFull.contains(first) { return true }
        return callers.contains(first)
            && text.words.dropFirst().prefix(reachOfDoing).contains { does.contains($0.folded) }
    }

    /// A name with its capitals.
    private func named() -> Range<Int>? {
        // "Meneer van de taxi heeft": who writes the title in full may tell of somebody at work.
        if isInFull, Self.places.contains(word(1)) { return nil }
        let words = Names(text, gaps).name(at: 0, canBePlain: false)
        return words.count > 1 ? words : nil
    }

    /// In small letters one surname, with what stands before it and behind a hyphen; more is the sentence itself.
    private func jotted() -> Range<Int>? {
        var index = 1
        while PersonName.isPrefix(word(index)) { index += 1 }
        // "mevrouw aan de balie", "meneer van de parkeerwacht", "mevrouw de consulent"
        let isPlace = index > 1 && (isInFull || word(1) != "van" && Self.places.contains(word(1)))
        guard !isPlace, index <= 3, word(index).count > 1, word(index).allSatisfy(\.isLetter),
            !Self.does.contains(word(index)), (1...index).allSatisfy(followsInName)
        else { return nil }
        index += 1
        while index < text.words.count, index <= 5, gaps.before(index) == "-" { index += 1 }
        return 0..<index
    }

    private func followsInName(_ index: Int) -> Bool {
        [" ", index == 1 ? ". " : " "].contains(gaps.before(index))
    }

    /// What stands behind a name in a note: a number to reach him by, a postcode, or what he does.
    private func endsName(_ name: Range<Int>) -> Bool {
        let index = name.upperBound
        guard index < text.words.count else { return false }
        let isCapital = Names(text, gaps).isCapital(index - 1)
        if isNumber(index), [" ", ", ", ": ", " - "].contains(gaps.before(index)) { return true }
        if gaps.before(index).first == "," { return isCapital && !isTeller(index - 1) && !isInFull }
        return gaps.before(index) == " " && Self.does.contains(word(index)) && !isTeller(index)
            && (isCapital || !isInFull || ["belt", "belde"].contains(word(index)))
    }

    /// `2023wl`, `2023 wl`, `06`; "wacht 3 weken" is none.
    private func isNumber(_ index: Int) -> Bool {
        let digits = word(index).prefix { ("0"..."9").contains($0) }
        return digits.count >= 4 || digits.hasPrefix("0") && digits.count > 1
    }

    /// Whether the one who tells speaks of himself: then the name is of another.
    private func isTeller(_ index: Int) -> Bool {
        text.words[index...].prefix { $0.sentence == text.words[index].sentence }
            .contains { Self.selves.contains($0.folded) }
    }

    private var isInFull: Bool { Self.inFull.contains(word(0)) }

    private static let inFull: Set<String> = ["mevrouw", "meneer"]
    private static let callers: Set<String> = [
        "mevrouw", "meneer", "client", "cliente", "inwoner", "inwoonster", "bewoner", "bewoonster", "beller",
        "melder", "caller", "resident",
    ]
    private static let reachOfDoing = 4

    static let titles: Set<String> = ["mevr", "mw", "dhr", "mevrouw", "meneer", "mr", "mrs", "ms"]

    private static let does: Set<String> = [
        "belt", "belde", "heeft", "wil", "zegt", "meldt", "klaagt", "woont", "vraagt", "calls", "called",
        "says", "wants",
    ]

    private static let places: Set<String> = ["van", "aan", "bij", "in", "op", "uit", "te", "het"]

    private static let selves: Set<String> = [
        "ik", "mij", "me", "mijn", "wij", "we", "ons", "onze", "i", "my", "our", "us",
    ]
}
