import DialogEngine

/// The words of a text and what stands between them, as far as it tells a date from something else.
struct DateSurroundings {
    private let words: [FreeText.Word]
    let folded: [String]
    private let bytes: [UInt8]

    init(_ text: FreeText) {
        words = text.words
        folded = text.words.map(\.folded)
        bytes = Array(text.text.utf8)
    }

    /// What stands between a word and the next; at the end what comes after it.
    private func gap(after index: Int) -> Substring {
        let end = index + 1 < words.count ? words[index + 1].range.lowerBound : bytes.count
        return Substring(decoding: bytes[words[index].range.upperBound..<end], as: UTF8.self)
    }

    private func gap(before index: Int) -> Substring {
        index > 0
            ? gap(after: index - 1)
            : Substring(decoding: bytes[..<words[index].range.lowerBound], as: UTF8.self)
    }

    func startsWithDigit(_ index: Int) -> Bool {
        folded[index].utf8.first.map { (48...57).contains($0) } ?? false
    }

    func isNumber(_ index: Int) -> Bool { folded[index].utf8.allSatisfy { (48...57).contains($0) } }

    func isYear(_ index: Int) -> Bool {
        isNumber(index) && folded[index].utf8.count == 4 && ["19", "20"].contains(folded[index].prefix(2))
    }

    /// The words, with "2,5" as "2 half".
    var spoken: [String] { folded.indices.map { $0 > 0 && isHalf($0) ? "half" : folded[$0] } }

    private func isHalf(_ index: Int) -> Bool {
        folded[index] == "5" && isNumber(index - 1) && gap(after: index - 1) == ","
    }

    // MARK: Inside a date

    /// Whether a word and the next can stand in one date, by what is between them.
    func joins(_ index: Int) -> Bool {
        let gap = gap(after: index)
        if isHalf(index + 1) { return true }
        let areNumbers = isNumber(index) && isNumber(index + 1)
        if gap.allSatisfy(\.isWhitespace) {
            guard gap.count(where: \.isNewline) < 2 else { return false }
            // "55 12" is a piece of a telephone number, "nov 3 2025" a date.
            let isMonthBefore =
                index > 0 && (DateReader.isMonth(folded[index - 1]) || DateReader.isShort(folded[index - 1]))
            return !areNumbers || isYear(index + 1) && isMonthBefore
        }
        return switch gap.filter({ !$0.isWhitespace }) {
        case "-", "–", "/": gap.count == 1 || startsWithDigit(index) == startsWithDigit(index + 1)
        case ".": gap.count == 1 ? areNumbers : isCutShort(folded[index])
        case ":": gap.count == 1 && areNumbers
        case ",": isYear(index + 1) || startsWithDigit(index + 1) && DateReader.isWeekday(folded[index])
        case "'", "’": true
        case "(": isYear(index + 1)
        default: false
        }
    }

    private func isCutShort(_ word: String) -> Bool {
        DateReader.isShort(word) || ["jl", "dd", "ca", "d", "geb"].contains(word)
    }

    // MARK: Around a date

    /// Whether words that read as a date can be one here.
    func allows(_ place: Range<Int>) -> Bool {
        let (first, last) = (place.lowerBound, place.upperBound - 1)
        if isHabit(first) || isLength(place) { return false }
        if startsWithDigit(first), isPartOfNumber(first) { return false }
        // "de eerste keer was in mei, de tweede in juni"
        if place.contains(where: { ["is", "was"].contains(folded[$0]) }) { return false }
        if place.count > 1, DateReader.isOrdinal(folded[first]), folded[first + 1] == "in" { return false }
        if startsWithDigit(last), isCounting(last) { return false }
        // "29 februari 2023": not the 29th of February of another year.
        if word(last + 1) != nil, isYear(last + 1), !isYear(last) { return false }
        // "3 mei of 20 september": not the 20th of May.
        if isNumber(last), place.count > 1, let next = word(last + 1), DateReader.isMonth(next),
            gap(after: last).allSatisfy(\.isWhitespace)
        {
            return false
        }
        if place.contains(where: { DateReader.isShort(folded[$0]) }), !place.contains(where: startsWithDigit)
        {
            return false
        }
        if DateReader.isMonth(folded[first]), let before = word(first - 1), Self.titles.contains(before) {
            return false
        }
        if place.allSatisfy(isNumber) { return place.count == 1 ? isBareYear(first) : isNumericDate(place) }
        guard place.count == 1 else { return true }
        if Self.alsoVerbs.contains(folded[first]) { return isAfterPreposition(first) }
        return isBareOrdinal(first) ?? true
    }

    // MARK: Said in two ways

    /// Whether "or" and another day or year stand right behind a day.
    ///
    /// - Parameter next: Where the next day begins.
    func isOr(behind place: Range<Int>, _ next: Int?) -> Bool {
        let or = place.upperBound
        guard ["of", "or"].contains(word(or) ?? ""), gap(after: or - 1).allSatisfy(\.isWhitespace),
            or + 1 < words.count, gap(after: or).allSatisfy(\.isWhitespace)
        else { return false }
        return isYear(or + 1) || next == or + 1
            || next == or + 2 && Self.prepositions.contains(folded[or + 1])
    }

    /// Whether a day in numbers begins with its month, where it is told in English: `11/03`.
    func mayBeginWithMonth(_ place: Range<Int>) -> Bool {
        place.allSatisfy(isNumber) && gap(after: place.lowerBound) == "/"
            && DateReader.mayBeginWithMonth(Array(folded[place]))
    }

    /// Whether more small words of the text are English than Dutch.
    var isEnglish: Bool {
        var balance = 0
        for word in folded {
            if Self.english.contains(word) { balance += 1 }
            if Self.dutch.contains(word) { balance -= 1 }
        }
        return balance > 0
    }

    private static let english: Set<String> = [
        "the", "and", "my", "not", "did", "i", "they", "he", "she", "have", "has", "it", "to", "came", "for",
    ]
    private static let dutch: Set<String> = [
        "de", "het", "een", "en", "mijn", "niet", "ik", "zij", "ze", "hij", "heb", "heeft", "kwam", "voor",
    ]

    private func word(_ index: Int) -> String? { folded.indices.contains(index) ? folded[index] : nil }

    /// "elke maandag", "elk jaar met Kerst".
    private func isHabit(_ first: Int) -> Bool {
        var index = first - 1
        while index >= 0, first - index <= 3, !isBreak(gap(after: index)) {
            if Self.habits.contains(folded[index]) { return true }
            index -= 1
        }
        return false
    }

    /// "al 25 jaar oud", "drie weken geleden al" is none.
    private func isLength(_ place: Range<Int>) -> Bool {
        guard let next = word(place.upperBound), !isBreak(gap(after: place.upperBound - 1)) else {
            return false
        }
        return Self.ages.contains(next)
    }

    /// `€ 3-11`, `023-5115`, `2,5`.
    private func isPartOfNumber(_ first: Int) -> Bool {
        let gap = gap(before: first)
        if gap.contains("€") || gap.contains("$") { return true }
        guard first > 0 else { return false }
        if ["nr", "nummer", "no", "huisnummer", "tel", "telefoon", "eur"].contains(folded[first - 1]) {
            return true
        }
        if isNumber(first - 1), !gap.isEmpty, gap.allSatisfy({ !$0.isNewline }), !gap.contains(", ") {
            return true
        }
        return Self.streets.contains { folded[first - 1].hasSuffix($0) } && !gap.contains(",")
    }

    /// `3-11 keer`, `3,11`, `2011 RD`, `50%`.
    private func isCounting(_ last: Int) -> Bool {
        let gap = gap(after: last)
        if let sign = gap.first, sign == "%" || sign == "€" { return true }
        guard let next = word(last + 1) else { return false }
        if isNumber(last + 1), gap.count == 1 || gap.allSatisfy(\.isWhitespace) { return true }
        guard gap.allSatisfy(\.isWhitespace) else { return false }
        return Self.counted.contains(next)
            || isNumber(last) && folded[last].count == 4 && isPostcode(last + 1)
    }

    private func isPostcode(_ index: Int) -> Bool {
        let letters = bytes[words[index].range]
        return letters.count == 2 && letters.allSatisfy { (65...90).contains($0) }
    }

    private func isBareYear(_ index: Int) -> Bool { isYear(index) && isAfterPreposition(index) }

    private func isNumericDate(_ place: Range<Int>) -> Bool {
        let signs = place.dropLast().map { gap(after: $0) }
        guard let sign = signs.first, signs.allSatisfy({ $0 == sign }), sign.count == 1 else { return false }
        if place.count == 2, sign == "." { return false }
        return Array(folded[place]) != ["24", "7"]
    }

    /// "op de 3e", but not "op de 3e verdieping"; nil for another word.
    private func isBareOrdinal(_ index: Int) -> Bool? {
        guard DateReader.isOrdinal(folded[index]) else { return nil }
        guard startsWithDigit(index), let before = word(index - 1), ["de", "the"].contains(before) else {
            return false
        }
        return index + 1 == words.count || isBreak(gap(after: index))
    }

    func isAfterPreposition(_ index: Int) -> Bool {
        guard index > 0, gap(after: index - 1).allSatisfy(\.isWhitespace) else { return false }
        if Self.prepositions.contains(folded[index - 1]) { return true }
        guard ["de", "het", "the"].contains(folded[index - 1]), index > 1 else { return false }
        return gap(after: index - 2).allSatisfy(\.isWhitespace)
            && Self.prepositions.contains(folded[index - 2])
    }

    /// Whether a sentence or a part of it ends here.
    func isBreak(_ gap: Substring) -> Bool { gap.contains { ".!?;:,()".contains($0) || $0.isNewline } }

    /// The dot of "d.d." or "nov." ends nothing.
    func isPause(after index: Int) -> Bool { isBreak(gap(after: index)) && !isCutShort(folded[index]) }

    // MARK: How sure

    private func isOftenAhead(_ index: Int) -> Bool {
        DateReader.isWeekday(folded[index]) || DateReader.isMonth(folded[index])
            || DateReader.isOrdinal(folded[index])
    }

    /// Whether anything in the same sentence is told as something that has been.
    private func isToldOfThePast(_ index: Int) -> Bool {
        let near = max(0, index - Self.reach)..<min(words.count, index + Self.reach + 1)
        return near.contains {
            words[$0].sentence == words[index].sentence && Self.isPast(folded[$0])
        }
    }

    private static let reach = 15

    private static func isPast(_ word: String) -> Bool {
        if pastWords.contains(word) { return true }
        let length = word.utf8.count
        // "gebeld", "gevallen", "opgehaald"; "geld" and "geen" are shorter.
        if length >= 6, word.hasPrefix("ge") || word.contains("ge") && length >= 8,
            word.hasSuffix("d") || word.hasSuffix("t") || word.hasSuffix("en")
        {
            return !notPast.contains(word)
        }
        return length >= 5 && word.hasSuffix("ed") && !notPast.contains(word)
    }

    /// Estimates: a full date is nearly always one, a bare "vrijdag" may be the next one, a bare "winter" a season.
    func certainty(of place: Range<Int>, _ range: DateRange) -> Double {
        let first = place.lowerBound
        let hasPreposition = isAfterPreposition(first) || Self.prepositions.contains(folded[first])
        if place.allSatisfy(isNumber) { return place.count == 3 ? 0.95 : hasPreposition ? 0.85 : 0.55 }
        // "Kan ik op woensdag langskomen?", "in June the pool is closed"
        let named = place.filter { !Self.prepositions.contains(folded[$0]) }
        if named.count == 1, isOftenAhead(named[0]), !isToldOfThePast(first) { return 0.3 }
        if place.count == 1, DateReader.isWeekday(folded[first]) || DateReader.isOrdinal(folded[first]) {
            return 0.65
        }
        if range.precision == .day { return 0.92 }
        if place.count == 1 { return hasPreposition ? 0.8 : 0.5 }
        return range.precision == .before ? 0.75 : 0.85
    }
}
