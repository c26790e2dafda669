import DialogEngine

extension SurplusFinder {
    // MARK: Citizen service numbers

    /// Nine digits that meet the check of eleven, unless it is said that they are something else.
    func citizenNumbers() -> [Find<Surplus>] {
        var finds: [Find<Surplus>] = []
        var index = 0
        while index < text.words.count {
            if isGlued(index) {
                finds.append(find(.citizenNumber, index..<index + 1, 0.9))
                index += 1
                continue
            }
            guard let run = run(at: index) else {
                index += 1
                continue
            }
            if let find = number(run) { finds.append(find) }
            index = run.words.upperBound
        }
        return finds
    }

    /// `BSN123456782`, in one word.
    private func isGlued(_ index: Int) -> Bool {
        let word = word(index)
        let digits = word.utf8.reversed().prefix { (0x30...0x39).contains($0) }.count
        return digits == 9 && NumberName.isCitizen(String(word.dropLast(9)))
    }

    /// More words than this are no number, and need not be looked through again from the next.
    private static let longest = 24

    private struct Run {
        let words: Range<Int>
        let digits: String
        let isSaid: Bool
        let groups: [Int]
    }

    /// Digits that belong together: in one piece, or in a few with a space, point or hyphen between them.
    private func run(at start: Int) -> Run? {
        guard SpokenDigits.isNumber(word(start)) else { return nil }
        var end = start + 1
        while end < text.words.count, end - start < Self.longest, SpokenDigits.isNumber(word(end)),
            [" ", ".", "-", ", ", "/"].contains(gaps.before(end))
        { end += 1 }
        let words = text.words[start..<end].map(\.folded)
        guard let digits = SpokenDigits.digits(words) else { return nil }
        return Run(
            words: start..<end, digits: digits, isSaid: words.contains { $0.first?.isLetter == true },
            groups: words.map(\.utf8.count))
    }

    private func number(_ run: Run) -> Find<Surplus>? {
        switch name(of: run.words) {
        case .citizen:
            guard run.digits.utf8.count == 9 else { return nil }
            // Also with a slip in it: it was meant as one.
            return find(.citizenNumber, run.words, Checksum.isCitizenNumber(run.digits) ? 0.98 : 0.8)
        case .account:
            let isOld = (9...10).contains(run.digits.utf8.count) && !run.isSaid
            // A giro number carries no check.
            let isGiro =
                (4...7).contains(run.digits.utf8.count) && word(run.words.lowerBound - 1).hasPrefix("giro")
            return isGiro || isOld && Checksum.isOldAccount(run.digits) ? find(.account, run.words, 0.7) : nil
        case .phone, .reference: return nil
        case nil:
            guard !run.isSaid, Checksum.isCitizenNumber(run.digits), run.groups.count <= 4, !isElse(run)
            else { return nil }
            return find(.citizenNumber, run.words, run.groups == [9] ? 0.6 : 0.65)
        }
    }

    /// What a number is called, before it or behind it: `123456782 is mijn bsn`.
    private func name(of words: Range<Int>) -> NumberName? {
        if let name = NumberName.before(words.lowerBound, in: text) { return name }
        let behind = (words.upperBound..<words.upperBound + 4).contains { place in
            NumberName.isCitizen(word(place)) && (words.upperBound...place).allSatisfy(gaps.areJoined)
        }
        return behind ? .citizen : nil
    }

    /// A telephone number that lacks a digit, an amount, or a year with a number behind it.
    private func isElse(_ run: Run) -> Bool {
        if run.digits.hasPrefix("06") { return true }
        if gaps.before(run.words.lowerBound).contains("€")
            || ["euro", "eur", "kwh"].contains(word(run.words.upperBound))
        {
            return true
        }
        return run.groups == [4, 5] && ["19", "20"].contains(run.digits.prefix(2))
    }

    // MARK: Bank accounts

    func accounts() -> [Find<Surplus>] {
        var finds: [Find<Surplus>] = []
        var index = 0
        while index < text.words.count {
            if let account = account(at: index) {
                finds.append(account.find)
                index = account.end
            } else {
                index += 1
            }
        }
        return finds
    }

    /// An IBAN that begins at a word, in one piece or in groups.
    private func account(at start: Int) -> (find: Find<Surplus>, end: Int)? {
        guard let length = Checksum.accountLengths[String(word(start).prefix(2))] else { return nil }
        var (end, joined) = (start, "")
        while end < text.words.count, joined.utf8.count < length,
            end == start || [" ", "-", ".", "\u{A0}"].contains(gaps.before(end))
        {
            joined += word(end)
            end += 1
        }
        guard joined.utf8.count == length, joined.dropFirst(2).prefix(2).allSatisfy(\.isNumber) else {
            return nil
        }
        let isRight = Checksum.isAccount(joined)
        // With a slip in it only where it is said what it is, or where it looks like nothing else.
        let isMeant = NumberName.before(start, in: text) == .account || joined.hasPrefix("nl")
        return isRight || isMeant ? (find(.account, start..<end, isRight ? 0.98 : 0.8), end) : nil
    }
}

/// The checks that numbers carry in themselves.
enum Checksum {
    /// The check of eleven, by which the last digit counts against the others. Source: Logisch Ontwerp BSN.
    static func isCitizenNumber(_ digits: String) -> Bool {
        let values = digits.utf8.map { Int($0) - 0x30 }
        guard values.count == 9, values.contains(where: { $0 != 0 }) else { return false }
        let sum = zip(values, [9, 8, 7, 6, 5, 4, 3, 2, -1]).reduce(0) { $0 + $1.0 * $1.1 }
        return sum % 11 == 0
    }

    /// The check of eleven of account numbers from before the IBAN.
    static func isOldAccount(_ digits: String) -> Bool {
        let values = digits.utf8.map { Int($0) - 0x30 }
        return zip(values, (1...max(1, values.count)).reversed()).reduce(0) { $0 + $1.0 * $1.1 } % 11 == 0
    }

    /// ISO 13616: the first four behind the rest, letters as 10 to 35, and the whole is 1 modulo 97.
    static func isAccount(_ folded: String) -> Bool {
        var rest = 0
        for byte in Array(folded.utf8.dropFirst(4)) + Array(folded.utf8.prefix(4)) {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                rest = (rest * 10 + Int(byte - UInt8(ascii: "0"))) % 97
            case UInt8(ascii: "a")...UInt8(ascii: "z"):
                rest = (rest * 100 + Int(byte - UInt8(ascii: "a")) + 10) % 97
            default: return false
            }
        }
        return rest == 1
    }

    /// By country. Source: SWIFT IBAN Registry.
    static let accountLengths = [
        "nl": 18, "be": 16, "de": 22, "fr": 27, "gb": 22, "lu": 20, "pl": 28, "tr": 26, "es": 24, "it": 27,
        "pt": 25, "ro": 24, "bg": 22, "ie": 22, "at": 20, "ch": 21, "lt": 20, "hu": 28, "gr": 27,
    ]
}
