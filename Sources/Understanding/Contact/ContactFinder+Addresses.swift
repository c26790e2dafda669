import DialogEngine

extension ContactFinder {
    /// Postcodes and streets with the numbers of houses.
    func addresses() -> [Find<ContactDatum>] {
        let streets = text.words.indices.compactMap(street)
        let postcodes = text.words.indices.compactMap { postcode($0) ?? namedPostcode($0) ?? namedNumber($0) }
        var finds: [Find<ContactDatum>] = []
        var used: Set<Int> = []
        for street in streets {
            // `Zijlweg 12, 2013 DA`
            let index = postcodes.firstIndex {
                $0.address.postcode != nil && $0.words.lowerBound == street.words.upperBound
                    && $0.address.houseNumber == nil
                    && gaps.before($0.words.lowerBound).allSatisfy { " ,\n".contains($0) }
            }
            var whole = street
            if let index {
                used.insert(index)
                whole.address.postcode = postcodes[index].address.postcode
                whole.words = street.words.lowerBound..<postcodes[index].words.upperBound
                whole.certainty = 0.95
            }
            finds.append(find(.address(whole.address), at: whole.words, certainty: certainty(whole)))
        }
        for (index, postcode) in postcodes.enumerated() where !used.contains(index) {
            let datum = postcode.hint.map(ContactDatum.incomplete) ?? .address(postcode.address)
            finds.append(
                find(
                    datum, at: postcode.words,
                    certainty: postcode.hint == nil ? certainty(postcode) : postcode.certainty))
        }
        return finds
    }

    private func certainty(_ place: Place) -> Double { certainty(ofHome: place.words, place.certainty) }

    private struct Place {
        var address = ContactDatum.Address()
        var words: Range<Int>
        var certainty: Double
        var hint: Reading.Hint?
    }

    // MARK: Postcodes

    /// A postcode that is plain from its form, with the number of the house behind it.
    private func postcode(_ index: Int) -> Place? {
        let first = word(index)
        guard first.utf8.prefix(4).allSatisfy({ (0x30...0x39).contains($0) }), first.utf8.count >= 4,
            [nil, .phone].contains(NumberName.before(index, in: text))
        else { return nil }
        let isOneWord = first.utf8.count >= 6
        guard isOneWord || first.utf8.count == 4 && word(index + 1).utf8.count == 2 && isSpace(index + 1)
        else {
            return nil
        }
        var end = isOneWord ? index + 1 : index + 2
        guard
            case .postcode(let postcode, let rest) = AddressReader.postcode(text.evidence(index..<end).words)
        else { return nil }
        var place = Place(address: .init(postcode: postcode), words: index..<end, certainty: 0.95)
        if rest.isEmpty {
            if let house = houseNumber(end) {
                place.address.houseNumber = house.number
                end = house.end
            }
        } else {
            let more = addition(end) ?? end
            let number = rest + (more > end ? " " + text.evidence(end..<more).words : "")
            guard let house = AddressReader.houseNumber(number) else { return nil }
            place.address.houseNumber = house
            end = more
        }
        place.words = index..<end
        // `in 2011 en daarna`: a year and a word.
        let letters = isOneWord ? "" : written(index + 1)
        if letters.contains(where: \.isLowercase) {
            guard !Self.shortWords.contains(word(index + 1)) else { return nil }
            if place.address.houseNumber == nil { place.certainty = 0.6 }
        }
        return place
    }

    /// What stands behind the word `postcode`: as it is said, or with something missing.
    private func namedPostcode(_ index: Int) -> Place? {
        guard
            ["postcode", "zipcode"].contains(word(index))
                || word(index) == "code" && word(index - 1) == "postal"
        else { return nil }
        let start = index + (["is", "s"].contains(word(index + 1)) ? 2 : 1)
        // What is plain from its form was found without the word.
        guard start < text.words.count, postcode(start) == nil else { return nil }
        for end in (start + 1...min(start + 5, text.words.count)).reversed() {
            let words = start..<end
            let isWord = Self.shortWords.contains(word(end - 1)) && gaps.before(end).first == " "
            switch AddressReader.postcode(text.evidence(words).words) {
            case .postcode(let postcode, "") where !isWord:
                var place = Place(address: .init(postcode: postcode), words: words, certainty: 0.9)
                if let house = houseNumber(end) {
                    place.address.houseNumber = house.number
                    place.words = start..<house.end
                }
                return place
            case .neverIssued(let letters) where end - start <= 2:
                return Place(words: words, certainty: 0.8, hint: .postcodeNeverIssued(letters))
            case .noLetters where end == start + 1:
                return Place(words: words, certainty: 0.8, hint: .postcodeNoLetters(written(start)))
            case .postcode, .neverIssued, .noLetters, .none: continue
            }
        }
        return nil
    }

    /// What stands behind the word `huisnummer`.
    private func namedNumber(_ index: Int) -> Place? {
        let isNamed = ["huisnummer", "huisnr"].contains(word(index))
        guard isNamed || word(index) == "number" && word(index - 1) == "house" else { return nil }
        let start = index + (["is", "s"].contains(word(index + 1)) ? 2 : 1)
        guard let house = houseNumber(start) else { return nil }
        return Place(address: .init(houseNumber: house.number), words: start..<house.end, certainty: 0.9)
    }

    /// Words of two letters that follow a year more often than they are half a postcode.
    private static let shortWords: Set<String> = [
        "en", "is", "in", "de", "op", "te", "om", "of", "al", "er", "ik", "we", "ze", "je", "na", "nu", "zo",
        "wo", "do",
        "ma", "di", "vr", "za", "an", "at", "to", "my", "he", "it", "up", "on", "by", "as", "ja", "u", "me",
        "mn", "km",
        "kg", "cm", "or", "if", "was", "no", "so", "be", "ie", "da", "ct", "mg", "ml", "gr", "nr", "st", "nd",
    ]

    // MARK: Streets

    private func street(_ index: Int) -> Place? {
        guard isStreet(index), let house = houseNumber(index + 1) else { return nil }
        let start = startOfStreet(index)
        guard start < index || !isBareKind(index) else { return nil }
        let name = text.evidence(start..<index + 1).words
        return Place(
            address: .init(street: name, houseNumber: house.number), words: start..<house.end,
            certainty: written(start).first?.isUppercase == true ? 0.9 : 0.7)
    }

    /// `straat` alone, which names none.
    func isBareKind(_ index: Int) -> Bool { Self.kinds.contains(word(index)) }

    func isStreet(_ index: Int) -> Bool {
        let word = word(index)
        guard !Self.noStreets.contains(word) else { return false }
        return Self.kinds.contains {
            word.hasSuffix($0) && (word.count == $0.count || word.count >= $0.count + 3)
        }
    }

    /// `Grote Markt`, `Jan van Galenstraat`: with the words in front that belong to the name.
    func startOfStreet(_ index: Int) -> Int {
        var start = index
        while start > 0, isSpace(start) {
            let before = word(start - 1)
            if Self.adjectives.contains(before) || isCapital(start - 1) && !Self.leads.contains(before) {
                start -= 1
            } else if start > 1, PersonName.isPrefix(before), !Self.places.contains(before),
                isSpace(start - 1), isCapital(start - 2), !Self.leads.contains(word(start - 2))
            {
                start -= 2
            } else {
                break
            }
        }
        return start
    }

    func isCapital(_ index: Int) -> Bool { written(index).first?.isUppercase == true }

    private static let kinds: Set<String> = [
        "straat", "str", "weg", "laan", "plein", "gracht", "kade", "singel", "hof", "pad", "dijk", "markt",
        "park",
        "plantsoen", "steeg", "dreef", "vaart", "poort", "haven", "boulevard", "oord", "ring", "wal", "hage",
        "donk",
        "veld", "hoeve", "kamp", "erf", "brug", "baan",
    ]
    private static let noStreets: Set<String> = [
        "onderweg", "halverwege", "snelweg", "vanweg", "weg", "supermarkt", "voorhof", "eenweg",
        "gerechtshof",
        "verdrag", "bijlage", "rijbaan", "zwembad", "omweg", "gedrag", "ervaring", "verklaring",
        "vergadering",
        "uitkering", "melding", "klaring", "nering", "herinnering", "regering", "verzekering", "levering",
        "storing",
        "vergoeding", "beslissing", "afwijzing", "sporthal",
    ]
    private static let adjectives: Set<String> = [
        "grote", "kleine", "lange", "korte", "nieuwe", "oude", "nieuw", "oud", "gedempte", "eerste", "tweede",
    ]
    /// Parts of a surname that in front of a street rather say where something is: `afval op Zijlweg`.
    private static let places: Set<String> = ["op", "aan", "in", "bij", "uit"]
    private static let leads: Set<String> = [
        "op", "aan", "in", "de", "het", "bij", "naar", "van", "mijn", "at", "on", "the", "i", "ik", "adres",
        "address",
        "uit", "langs", "onze", "ons", "wij", "we", "my", "is", "near", "woon", "live", "en", "and", "dus",
        "hoek",
    ]

    // MARK: Numbers of houses

    /// The number of a house that begins at a word, and what follows it.
    func houseNumber(_ index: Int) -> (number: String, end: Int)? {
        guard index < text.words.count, gaps.before(index).count <= 3,
            !gaps.before(index).contains(where: { ".!?\n;".contains($0) })
        else { return nil }
        let isLed = ["nummer", "nr", "huisnummer", "number", "no", "huisnr"].contains(word(index))
        let start = isLed ? index + 1 : index
        let digits = word(start).prefix { ("0"..."9").contains($0) }
        let glued = word(start).dropFirst(digits.count)
        guard !digits.isEmpty || isLed, glued.count <= 4, !isAmount(start) else { return nil }
        // A postcode begins like a number.
        if digits.count == 4, glued.isEmpty, word(start + 1).count == 2,
            written(start + 1).allSatisfy(\.isUppercase)
        {
            return nil
        }
        let end = addition(start + 1) ?? start + 1
        guard let number = AddressReader.houseNumber(text.evidence(start..<end).words) else { return nil }
        return (number, end)
    }

    /// Behind what is added to a number: `bis`, `huis`, `-2`; nil where nothing is.
    private func addition(_ index: Int) -> Int? {
        guard index < text.words.count else { return nil }
        let word = word(index)
        switch gaps.before(index) {
        case " " where Self.additions.contains(word): return index + 1
        case " " where word.count == 1 && isLetterOfHouse(index): return index + 1
        case "-", "/": return word.count <= 5 ? index + 1 : nil
        default: return nil
        }
    }

    /// `12 a`, and not the beginning of what comes next: `12 a man`, `12 I`, `12 u`.
    private func isLetterOfHouse(_ index: Int) -> Bool {
        guard ("a"..."h").contains(word(index)) else { return false }
        let isLast = index + 1 == text.words.count || !gaps.areJoined(index + 1)
        return isCapital(index) || isLast || ["in", "te", "en", "and"].contains(word(index + 1))
    }

    private static let additions: Set<String> = [
        "bis", "huis", "hs", "zw", "zwart", "rd", "rood", "ii", "iii", "iv",
    ]

    /// Whether a number counts something: `3 dagen`.
    private func isAmount(_ index: Int) -> Bool {
        let units: Set<String> = [
            "uur", "dag", "dagen", "keer", "euro", "week", "weken", "minuten", "jaar", "maand", "maanden",
            "meter", "km",
            "procent", "mensen", "times", "days", "hours", "weeks", "minutes", "years", "months", "metres",
            "meters",
            "people", "euros", "auto", "bomen", "kinderen", "januari", "februari", "maart", "april", "mei",
            "juni", "juli",
            "augustus", "september", "oktober", "november", "december",
        ]
        return units.contains(word(index + 1))
    }

    private func isSpace(_ index: Int) -> Bool { [" ", "-", ". ", "\u{A0}"].contains(gaps.before(index)) }
}
