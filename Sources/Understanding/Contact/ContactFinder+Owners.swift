/// Whose a number, an address or a house is: a story names those of neighbours, offices and children too.
extension ContactFinder {
    enum Owner {
        /// `mijn nummer is`
        case teller
        /// `mw belt, haar tel is`: of whom a note tells, as who types along with a caller writes it.
        case caller
        /// `het nummer van mijn dochter is`
        case another
        case unsaid
    }

    /// The certainty of what is somebody else's: it is found, so that it can be left out, and never offered.
    static let ofAnother = 0.3
    /// Of what may be somebody else's.
    static let perhaps = 0.6

    /// By the nearest words before it in its sentence that say whose a number or an e-mail address is.
    func owner(at index: Int) -> Owner {
        let said = wordsBefore(index)
        if said.indices.contains(where: { Self.isAsking(said, at: $0) }) { return .teller }
        for place in said.indices.reversed() {
            if let owner = owner(by: place, of: said) { return owner }
        }
        return .unsaid
    }

    /// - Parameter said: The words before it in its sentence, as far as they are near.
    private func owner(by place: Int, of said: [String]) -> Owner? {
        let previous = place > 0 ? said[place - 1] : ""
        let next = place + 1 < said.count ? said[place + 1] : ""
        switch said[place] {
        case "mijn", "mn", "my", "onze", "our":
            guard Self.ofs.contains(previous), !Self.own.contains(next) else { return .teller }
            return place > 1 && Self.isDatum(said[place - 2]) ? .another : .unsaid
        // `het nummer van de chauffeur`; in Dutch `of` alone is "or".
        case "van", "of":
            guard Self.isDatum(previous), !next.isEmpty else { return nil }
            if isNote, Self.callers.contains(next) { return .caller }
            return Self.selves.contains(next) || Self.own.contains(next) ? nil : .another
        case "zijn", "haar", "hun", "his", "her", "their", "diens":
            if Self.isDatum(next) { return isNote ? .caller : .another }
            return !isNote && Self.objects.contains(said[place]) && Self.isCalled(said, at: place)
                ? .another : nil
        case "hij", "zij", "ze", "hem", "he", "she", "him", "they", "them":
            return !isNote && Self.isCalled(said, at: place) ? .another : nil
        case "mij", "me": return .teller
        // `bel mijn zoon 0612345678 of ik bel …`: what stands before it is said of another.
        case "ik", "i": return .unsaid
        case let word where isPerson(word, at: place):
            return Self.isIntroduced(said, at: place) ? .teller : .another
        case "niet", "nooit", "not", "never", "don":
            return said[place...].contains(where: Self.isCalling) ? .another : nil
        default: return nil
        }
    }

    /// The words of its sentence before a word, as far as they may say whose it is.
    private func wordsBefore(_ index: Int) -> [String] {
        let sentence = text.words[index].sentence
        return (max(0, index - Self.reach)..<index).filter { text.words[$0].sentence == sentence }.map(word)
    }

    /// `bel mij op`, `mij bellen`: then it is a number to call, whosever it is.
    private static func isAsking(_ said: [String], at place: Int) -> Bool {
        guard ["mij", "me", "ons", "us"].contains(said[place]), !said.contains(where: denials.contains) else {
            return false
        }
        return said[max(0, place - 2)..<min(said.count, place + 3)].contains {
            isCalling($0) && !called.contains($0)
        }
    }

    /// `ze is bereikbaar op`, `bel hem op`; whom they call back is not said by `ze bellen niet terug op`.
    private static func isCalled(_ said: [String], at place: Int) -> Bool {
        if said[place...].contains(where: { $0.hasPrefix("bereik") || $0.hasPrefix("reach") }) { return true }
        return objects.contains(said[place])
            && said[max(0, place - 2)..<min(said.count, place + 2)].contains(where: isCalling)
    }

    private static func isCalling(_ word: String) -> Bool {
        ["bel", "terugbel", "opbel", "bereik", "call", "phone", "ring", "reach", "app"].contains {
            word.hasPrefix($0)
        }
    }

    private static func isDatum(_ word: String) -> Bool { data.contains(where: word.hasPrefix) }

    /// `mevrouw Pietersen van de balie`, unless a note begins so: that is of the caller.
    private func isPerson(_ word: String, at place: Int) -> Bool {
        Self.isPerson(word) || place > 0 && !isNote && Self.titles.contains(word)
    }

    private static func isPerson(_ word: String) -> Bool {
        englishPeople.contains(word) || people.contains(where: word.hasSuffix)
    }

    /// `ik ben de dochter, 0612345678`, `met de dochter`
    private static func isIntroduced(_ said: [String], at place: Int) -> Bool {
        said[max(0, place - 3)..<place].contains { ["ben", "am", "spreekt", "speaking"].contains($0) }
            || place <= 2 && said.first == "met"
    }

    /// How people call others of whom they tell: the ends of words, as `taxichauffeur` is one too.
    private static let people = [
        "chauffeur", "buurman", "buurvrouw", "zoon", "dochter", "zoontje", "dochtertje", "moeder", "vader",
        "broer", "zus", "vriend", "vriendin", "collega", "begeleider", "begeleidster", "consulent",
        "mantelzorger", "bewindvoerder", "mentor", "verhuurder",
    ]
    private static let englishPeople: Set<String> = [
        "driver", "neighbour", "neighbor", "son", "daughter", "mother", "father", "brother", "sister",
        "friend", "carer", "landlord",
    ]

    private static let reach = 8
    private static let objects: Set<String> = ["hem", "haar", "him", "her", "them"]
    private static let ofs: Set<String> = ["van", "of"]
    private static let denials: Set<String> = ["niet", "nooit", "not", "never", "don"]
    private static let callers: Set<String> = [
        "mevr", "mw", "dhr", "mevrouw", "meneer", "haarzelf", "hemzelf", "client", "beller", "caller",
    ]
    private static let selves: Set<String> = [
        "mij", "mijzelf", "mezelf", "me", "ons", "mine", "myself", "us",
    ]
    private static let own: Set<String> = [
        "mobiel", "mobiele", "telefoon", "huis", "thuis", "werk", "vaste", "toestel", "mobile", "phone",
        "home",
        "work", "landline", "nummer", "telefoonnummer", "number",
    ]
    private static let data = [
        "nummer", "telefoon", "mobiel", "number", "phone", "mobile", "tel", "mail", "email", "06",
    ]
}

// MARK: Numbers that were called

extension ContactFinder {
    /// Whether somebody called a number, or was called from it: `ik belde met 088 …`, `023 … gebeld`.
    func isDialled(_ number: Range<Int>) -> Bool {
        let (before, behind) = breath(around: number)
        let link = before.last ?? ""
        let isOfMe = before.contains { Self.mine.contains($0) }
        if behind.contains(where: Self.haveCalled.contains) {
            // `ik ben op 06 … niet gebeld`
            return !isOfMe && !before.contains { Self.passives.contains($0) }
        }
        let isByMe = before.contains { ["ik", "we", "wij", "i"].contains($0) }
        if isByMe, ["naar", "to"].contains(link), before.contains(where: Self.calls.contains) { return true }
        guard before.contains(where: Self.called.contains) else { return false }
        if ["vanaf", "van", "from"].contains(link) { return isOfMe || !isByMe }
        if ["met", "with", "naar", "to", "door"].contains(link) { return true }
        return isByMe && !isOfMe && !before.contains { Self.passives.contains($0) }
    }

    /// The words in front of a number and behind it, up to the nearest rest.
    private func breath(around number: Range<Int>) -> (before: [String], behind: [String]) {
        var start = number.lowerBound
        while start > 0, number.lowerBound - start < Self.breath, gaps.areJoined(start) { start -= 1 }
        var end = number.upperBound
        while end < text.words.count, end - number.upperBound < Self.breathBehind, gaps.areJoined(end) {
            end += 1
        }
        return ((start..<number.lowerBound).map(word), (number.upperBound..<end).map(word))
    }

    private static let (breath, breathBehind) = (8, 4)
    private static let haveCalled: Set<String> = ["gebeld", "opgebeld", "geprobeerd", "gesproken"]
    private static let called: Set<String> = [
        "belde", "belden", "gebeld", "opgebeld", "called", "phoned", "rang", "dialled", "dialed", "spoke",
    ]
    private static let calls: Set<String> = called.union(["bel", "bellen", "call", "phone"])
    private static let mine: Set<String> = ["mij", "me", "ons", "us", "mijn", "mn", "my", "onze", "our"]
    private static let passives: Set<String> = ["ben", "word", "werd", "was", "wordt", "zijn", "zou"]
}

// MARK: Where somebody lives

extension ContactFinder {
    /// Whether a postcode or a house is where the one who tells lives: not of before, of another, or where something
    /// is broken.
    func certainty(ofHome place: Range<Int>, _ certainty: Double) -> Double {
        let start = place.lowerBound
        let article = ["de", "het", "the"].contains(word(start - 1)) && gaps.areJoined(start)
        let link = article ? start - 2 : start - 1
        let isLinked = link >= 0 && gaps.areJoined(link + 1)
        if isLinked, isWhereItWas(link) { return Self.ofAnother }
        switch home(before: start) {
        case .teller: return certainty
        case .another: return min(certainty, Self.ofAnother)
        case .caller, .unsaid: break
        }
        guard !isNote else { return certainty }
        if place.upperBound < text.words.count, gaps.areJoined(place.upperBound),
            Self.lies.contains(word(place.upperBound))
        {
            return Self.ofAnother
        }
        return isLinked && Self.stands.contains(word(link)) ? min(certainty, Self.perhaps) : certainty
    }

    /// `bij`, `op de hoek van`, `ter hoogte van`.
    private func isWhereItWas(_ link: Int) -> Bool {
        if Self.beside.contains(word(link)) { return true }
        return ["van", "of"].contains(word(link))
            && ["hoek", "hoogte", "corner", "front"].contains(word(link - 1))
    }

    /// Who is said to live there, by the nearest words before it in its sentence.
    private func home(before start: Int) -> Owner {
        let said = wordsBefore(start)
        for place in said.indices.reversed() {
            let previous = place > 0 ? said[place - 1] : ""
            switch said[place] {
            case "woon", "live": return .teller
            case "wonen": return Self.isPlural(previous) ? .another : .teller
            case "woont", "lives": return isNote ? .caller : .another
            case "woonde", "woonden", "lived": return .another
            case let word where Self.homes.contains(word):
                if Self.possessives.contains(previous) { return isNote ? .caller : .another }
                return Self.earlier.contains(previous) ? .another : .teller
            case "van" where Self.homes.contains(previous):
                let next = place + 1 < said.count ? said[place + 1] : ""
                return Self.selves.contains(next) ? .teller : .another
            case "van", "of": if Self.isPerson(previous) { return .another }
            case let word where isPerson(word, at: place):
                return Self.isIntroduced(said, at: place) ? .teller : .another
            default: break
            }
        }
        return .unsaid
    }

    /// `mijn ouders wonen op`
    private static func isPlural(_ word: String) -> Bool {
        ["ze", "zij", "ouders", "kinderen", "they", "parents"].contains(word)
    }

    private static let homes: Set<String> = [
        "adres", "address", "postcode", "huisnummer", "huisadres", "woonadres", "postadres",
    ]
    private static let possessives: Set<String> = ["zijn", "haar", "hun", "his", "her", "their", "diens"]
    private static let earlier: Set<String> = ["oude", "vorige", "vroegere", "old", "previous", "former"]
    private static let beside: Set<String> = [
        "bij", "hoek", "naast", "tegenover", "achter", "voor", "langs", "tussen", "near", "behind",
        "opposite", "outside", "corner", "beside",
    ]
    private static let stands: Set<String> = ["op", "in", "aan", "at", "on"]
    private static let lies: Set<String> = [
        "ligt", "liggen", "lag", "lagen", "staat", "staan", "stond", "stonden", "hangt", "lekt", "stinkt",
        "lies",
    ]
}
