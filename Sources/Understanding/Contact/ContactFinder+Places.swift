extension ContactFinder {
    /// Where something happened, by the name of a street: `op de Zijlweg 12`, `hoek Grote Houtstraat`.
    ///
    /// In the order of the text; not where somebody says to live there.
    public func places() -> [Find<String>] {
        var finds: [Find<String>] = []
        var end = 0
        for index in text.words.indices where index >= end && isStreet(index) {
            let start = startOfStreet(index)
            // `de straat` is no name.
            guard start < index || !isBareKind(index), !isHome(start) else { continue }
            let isNamed = written(start).first?.isUppercase == true
            guard isNamed || isAfterPlaceWord(start) else { continue }
            end = houseNumber(index + 1)?.end ?? index + 1
            let evidence = text.evidence(start..<end)
            finds.append(Find(evidence.words, from: [evidence], certainty: isNamed ? 0.75 : 0.6))
        }
        return finds
    }

    private func isAfterPlaceWord(_ start: Int) -> Bool {
        let before = Self.articles.contains(word(start - 1)) ? start - 2 : start - 1
        return Self.placeWords.contains(word(before))
    }

    /// `ik woon op de Zijlweg` tells who somebody is.
    private func isHome(_ start: Int) -> Bool {
        (max(0, start - 4)..<start).contains { place in
            Self.homeWords.contains(word(place))
                && (place + 1...start).allSatisfy { $0 == start || gaps.areJoined($0) }
        }
    }

    private static let articles: Set<String> = ["de", "het", "the", "onze", "our"]
    private static let placeWords: Set<String> = [
        "op", "in", "aan", "bij", "langs", "voor", "naast", "tegenover", "achter", "hoek", "van", "over",
        "kapot",
        "on", "at", "near", "along", "behind", "opposite", "corner", "of",
    ]
    private static let homeWords: Set<String> = [
        "woon", "woont", "wonen", "woonachtig", "adres", "live", "lives", "living", "address", "heet", "weg",
    ]
}
