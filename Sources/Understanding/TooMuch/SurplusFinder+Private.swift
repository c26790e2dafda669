import DialogEngine

extension SurplusFinder {
    // MARK: Cards

    /// The number of a credit card, by its own check.
    func cards() -> [Find<Surplus>] {
        var finds: [Find<Surplus>] = []
        var index = 0
        while index < text.words.count {
            var (end, digits) = (index, "")
            while end < text.words.count, end - index < Self.mostGroups, word(end).allSatisfy(\.isNumber),
                end == index || [" ", "-", "."].contains(gaps.before(end))
            {
                digits += word(end)
                end += 1
            }
            if Self.cardLengths.contains(digits.utf8.count), Checksum.isCard(digits) {
                finds.append(find(.account, index..<end, 0.9))
            }
            index = max(end, index + 1)
        }
        return finds
    }

    private static let (mostGroups, cardLengths) = (5, 14...19)

    // MARK: Passwords and codes

    /// What stands behind `wachtwoord` or `pincode`, where it looks like one.
    func secrets() -> [Find<Surplus>] {
        text.words.indices.compactMap { index in
            guard Self.secretNames.contains(word(index)) else { return nil }
            var start = index + 1
            while start - index <= 3, Self.links.contains(word(start)) { start += 1 }
            guard start < text.words.count, hasDigit(start), Self.areClose(gaps.before(start)) else {
                return nil
            }
            return find(.secret, start..<start + 1, 0.8)
        }
    }

    private func hasDigit(_ index: Int) -> Bool { word(index).contains(where: \.isNumber) }

    private static func areClose(_ gap: String) -> Bool { !gap.contains { ".!?\n".contains($0) } }

    private static let secretNames: Set<String> = [
        "wachtwoord", "pincode", "inlogcode", "toegangscode", "password", "passcode",
    ]
    private static let links: Set<String> = ["is", "was", "van", "mijn", "digid"]

    // MARK: Dates of birth

    /// The words of a day, where it is said that somebody was born then.
    func births() -> [Find<Surplus>] {
        text.words.indices.compactMap { index in
            guard Self.born.contains(word(index)) else { return nil }
            return day(from: index + 1) ?? day(to: index)
        }
    }

    /// `geboren op 3 april 1958`
    private func day(from index: Int) -> Find<Surplus>? {
        var start = index
        while start - index < 3, Self.bornLinks.contains(word(start)) { start += 1 }
        var end = start
        while end < text.words.count, end - start < 4, isOfDay(end),
            end == start || !gaps.before(end).contains("\n")
        {
            end += 1
        }
        return isDay(start..<end) ? find(.birth, start..<end, 0.85) : nil
    }

    /// `op 4 april 1938 geboren`
    private func day(to index: Int) -> Find<Surplus>? {
        var start = index
        while start > 0, index - start < 4, isOfDay(start - 1), !gaps.before(start).contains("\n") {
            start -= 1
        }
        return isDay(start..<index) ? find(.birth, start..<index, 0.85) : nil
    }

    /// Two words at least, the last a year: `3-4-58` too.
    private func isDay(_ place: Range<Int>) -> Bool {
        place.count >= 2 && place.contains { hasDigit($0) || DateReader.isMonth(word($0)) }
    }

    private func isOfDay(_ index: Int) -> Bool {
        let word = word(index)
        return hasDigit(index) && word.count <= 4 || DateReader.isMonth(word) || SpokenDigits.isNumber(word)
    }

    private static let born: Set<String> = [
        "geboren", "geb", "geboortedatum", "geboortedag", "gebdatum", "born", "birth", "dob",
    ]
    private static let bornLinks: Set<String> = ["op", "is", "in", "on", "was"]
}

extension Checksum {
    /// Luhn's check: from the right every second digit counts double. Source: ISO/IEC 7812-1.
    static func isCard(_ digits: String) -> Bool {
        let sum = digits.utf8.reversed().enumerated().reduce(0) { sum, digit in
            let value = Int(digit.element) - 0x30
            guard !digit.offset.isMultiple(of: 2) else { return sum + value }
            return sum + (value > 4 ? value * 2 - 9 : value * 2)
        }
        return sum.isMultiple(of: 10) && digits.contains { $0 != "0" }
    }
}
