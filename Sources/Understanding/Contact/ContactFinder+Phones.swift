import DialogEngine

extension ContactFinder {
    /// Telephone numbers, in digits and in words.
    func phones() -> [Find<ContactDatum>] {
        var finds: [Find<ContactDatum>] = []
        var index = 0
        while index < text.words.count {
            guard begins(index) else {
                index += 1
                continue
            }
            let end = endOfRun(index)
            if let find = phone(index..<end) {
                finds.append(find.find)
                index = find.end
            } else {
                index = next(after: index, upTo: end)
            }
        }
        return finds
    }

    /// Where a number may begin next: in a long row such as `0-0-0-0-` it is not tried at each of its pieces.
    private func next(after start: Int, upTo end: Int) -> Int {
        guard end - start > Self.most else { return start + 1 }
        return (start + 1..<end).first { gaps.before($0).contains(where: \.isWhitespace) } ?? end
    }

    /// In so many pieces, and no more, a number is written without a space.
    private static let most = 8

    /// Whether a number that is dialled may begin with this word: few do, and the others are not read at all.
    private func begins(_ index: Int) -> Bool {
        let word = word(index)
        if gaps.before(index).last == "+" || word == "plus" { return true }
        guard SpokenDigits.isNumber(word) else { return false }
        return ["0", "31", "nul", "zero", "o", "oh"].contains(where: word.hasPrefix) || isShort(word)
    }

    /// Numbers without a net number begin with one, and are of few words.
    private func isShort(_ word: String) -> Bool {
        word.hasPrefix("1") || ["een", "one", "honderd", "veertien", "fourteen"].contains(word)
    }

    private static let (longest, longestShort) = (16, 6)

    /// The longest piece that can be read as one number.
    private func phone(_ run: Range<Int>) -> (find: Find<ContactDatum>, end: Int)? {
        let meant = NumberName.before(run.lowerBound, in: text)
        guard meant == nil || meant == .phone else { return nil }
        for end in (run.lowerBound + 1...run.upperBound).reversed() {
            let words = run.lowerBound..<end
            guard case .number(let number) = PhoneReader.read(dialledEvidence(words).words) else { continue }
            // Three or five digits are a telephone number only when that is what they are called for.
            guard number.kind != .short || isCalled(number, at: run.lowerBound) else { continue }
            let isSaid = words.contains { word($0).first?.isLetter == true }
            let find = Find(
                ContactDatum.phone(number), from: [dialledEvidence(words)],
                certainty: certainty(of: number, at: words, isSaid && meant == nil ? 0.85 : 0.95))
            return (find, end)
        }
        guard owner(at: run.lowerBound) != .another else { return nil }
        return incomplete(run, meant == .phone).map { ($0, run.upperBound) }
    }

    /// Whether it is of the one who tells: an office has a number too, and is called more than it is given.
    private func certainty(of number: PhoneNumber, at words: Range<Int>, _ certainty: Double) -> Double {
        let owner = owner(at: words.lowerBound)
        guard number.canBeCalledBack, owner != .another, !isDialled(words) else { return Self.ofAnother }
        switch owner {
        case .teller: return number.isPersonal ? certainty : Self.perhaps
        case .caller: return number.isPersonal ? Self.perhaps : Self.ofAnother
        case .unsaid, .another: return number.isPersonal ? certainty : Self.ofAnother
        }
    }

    private func isCalled(_ number: PhoneNumber, at index: Int) -> Bool {
        number.normalForm != "144" && number.normalForm.count > 3
            || (index - 3..<index).contains {
                ["bel", "belde", "gebeld", "bellen", "call", "called"].contains(word($0))
            }
    }

    /// A mobile number that lacks a digit or has one too many; others only where it is said that it is a number to call.
    private func incomplete(_ run: Range<Int>, _ isNamed: Bool) -> Find<ContactDatum>? {
        guard case .count(let count, let beginning, let needed) = PhoneReader.read(dialledEvidence(run).words)
        else { return nil }
        let isNear = abs(count - needed) == 1 && ["06", "+31 6"].contains(beginning)
        guard isNamed || isNear else { return nil }
        let hint = Reading.Hint.phoneCount(count, beginning: beginning, needed: needed)
        return find(.incomplete(hint), at: run, certainty: 0.7)
    }

    /// The words as they were written, with the `+` or `(` that stands before them.
    private func dialledEvidence(_ words: Range<Int>) -> Evidence {
        let evidence = text.evidence(words)
        guard ["+", "("].contains(gaps.before(words.lowerBound).last) else { return evidence }
        return text.evidence(bytes: evidence.range.lowerBound - 1..<evidence.range.upperBound)
    }

    /// Behind the last word that may belong to the same number.
    private func endOfRun(_ start: Int) -> Int {
        var end = start + 1
        let most =
            isShort(word(start)) && gaps.before(start).last != "+" ? Self.longestShort : Self.longest
        while end < text.words.count, end - start < most, isJoint(gaps.before(end)) {
            let word = word(end)
            // `drie en twintig`
            guard SpokenDigits.isNumber(word) || word == "en" && SpokenDigits.isNumber(self.word(end + 1))
            else { break }
            end += 1
        }
        return end
    }

    private func isJoint(_ gap: String) -> Bool {
        gap.count <= 3 && gap.allSatisfy { " -./()\u{A0}\u{2011}\u{2013},".contains($0) }
    }
}

/// What a number is said to be, by the words in front of it.
enum NumberName {
    case phone
    case citizen
    case account
    /// Of an order, a case, a customer: nobody's own.
    case reference

    /// - Parameter index: The word at which the number begins.
    static func before(_ index: Int, in text: FreeText) -> NumberName? {
        for place in (max(0, index - 4)..<index).reversed() {
            let word = text.words[place].folded
            if let name = names[word] { return name }
            // A number in between has its own name, unless both are one: 2023-0612345678.
            let isPart = place == index - 1 && !text.hasSpace(before: index)
            if word.first?.isNumber == true, !isPart { return nil }
        }
        return nil
    }

    private static let names: [String: NumberName] = {
        let lists: [(NumberName, String)] = [
            (
                .phone,
                "telefoonnummer telefoon tel mobiel mob 06nummer bel bellen belt bereikbaar terugbellen phone call "
                    + "mobile cell reach whatsapp app"
            ),
            (.citizen, "bsn burgerservicenummer sofinummer sofi burgerservice"),
            (.account, "iban rekening rekeningnummer bankrekening banknummer account giro gironummer"),
            (
                .reference,
                "zaaknummer ordernummer bestelnummer klantnummer meldingsnummer meldnummer dossiernummer "
                    + "kenmerk referentie referentienummer factuurnummer factuur polisnummer bonnummer klachtnummer "
                    + "beschikkingsnummer aanslagnummer debiteurnummer relatienummer clientnummer kvk kvknummer "
                    + "lidnummer order invoice reference ticket ordernr zaak dossier aanslag nota meldingnummer"
            ),
        ]
        var names: [String: NumberName] = [:]
        for (name, words) in lists { for word in words.split(separator: " ") { names[String(word)] = name } }
        return names
    }()
}

extension NumberName {
    static func isCitizen(_ word: String) -> Bool { names[word] == .citizen }
}

extension FreeText {
    /// Whether white space stands between a word and the one before it.
    fileprivate func hasSpace(before index: Int) -> Bool {
        evidence(bytes: words[index - 1].range.upperBound..<words[index].range.lowerBound).words
            .contains(where: \.isWhitespace)
    }
}
