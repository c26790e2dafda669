extension DateSurroundings {
    static let prepositions: Set<String> = [
        "in", "op", "sinds", "vanaf", "van", "begin", "eind", "einde", "half", "medio", "tot", "rond", "met",
        "na",
        "voor", "tijdens", "per", "jaar", "dd", "d", "afgelopen", "vorige", "deze", "on", "since", "from",
        "of",
        "early", "late", "mid", "until", "to", "around", "during", "before", "after", "last", "this", "by",
        "between",
    ]

    static let habits: Set<String> = [
        "elke", "elk", "iedere", "ieder", "alle", "every", "each", "per", "steeds", "telkens",
    ]

    static let titles: Set<String> = [
        "mevrouw", "mevr", "mw", "meneer", "mijnheer", "dhr", "heer", "familie", "fam", "dokter", "dr", "drs",
        "mr",
        "mrs", "ms", "miss", "juf", "meester", "zuster", "collega",
    ]

    /// Words that tell of what has been; regular participles are known by their shape.
    static let pastWords: Set<String> = [
        "was", "waren", "had", "hadden", "werd", "werden", "heeft", "hebben", "heb", "kwam", "kwamen",
        "ging", "gingen", "zei", "zeiden", "kreeg", "kregen", "stond", "stonden", "moest", "moesten",
        "wilde", "wilden", "liet", "lieten", "vroeg", "vroegen", "deed", "deden", "zou", "zouden", "belde",
        "belden", "viel", "vielen", "reed", "reden", "lag", "lagen", "zat", "zaten", "zag", "zagen", "brak",
        "gebeurd", "mailde", "schreef", "vertelde", "wachtte", "bleef", "bleven", "stuurde", "sloeg",
        "toen", "afgelopen", "vorige", "geleden", "al", "sinds", "nooit", "did", "said", "told", "went",
        "came", "got", "has", "have", "been", "were", "ago", "since", "last", "fell", "broke", "left", "took",
        "gave", "sent", "wrote", "spoke", "saw", "happened", "never",
    ]

    /// What has the shape of a participle and is none.
    static let notPast: Set<String> = [
        "gemeente", "gebied", "gedrag", "geluid", "gebouwen", "gezinnen", "gesprekken", "gegevens", "geweld",
        "geacht", "gezicht", "gedicht", "gewicht", "gerecht", "gemeenten", "genoegen", "gelegen", "wegen",
        "tegen", "gevoelens", "gezond", "gezondheid", "need", "speed", "indeed", "exceed", "allerlei",
    ]

    /// Months and seasons that are common words too.
    static let alsoVerbs: Set<String> = ["may", "march", "spring"]

    static let ages: Set<String> = [
        "oud", "old", "getrouwd", "jong", "lid", "garantie", "ervaring", "experience",
    ]

    static let streets = [
        "straat", "weg", "laan", "plein", "gracht", "kade", "singel", "markt", "hof", "pad", "dreef", "steeg",
        "park",
        "dijk", "street",
    ]

    /// What follows a number that counts something.
    static let counted: Set<String> = [
        "keer", "maal", "x", "times", "euro", "euros", "eur", "cent", "procent", "percent", "uur", "uren",
        "hours",
        "minuten", "minutes", "dagen", "days", "weken", "weeks", "maanden", "months", "jaar", "jaren",
        "years",
        "personen", "mensen", "people", "kinderen", "children", "meter", "km", "kilometer", "kg", "kilo",
        "liter",
        "stuks", "plekken", "bewoners", "huizen", "woningen", "am", "pm", "graden",
    ]

    /// The end of words for a letter or a decision.
    static let letters = [
        "brief", "besluit", "beschikking", "beslissing", "aanslag", "boete", "bekeuring", "aanmaning",
        "uitspraak",
        "schrijven", "gedateerd", "dagtekening", "dd", "letter", "decision", "fine", "dated", "notice",
    ]

    /// Words for having told it before.
    static let complaints: Set<String> = [
        "gebeld", "belde", "opgebeld", "geklaagd", "klaagde", "gemeld", "meldde", "gemaild",
        "mailde",
        "ingediend", "diende", "aangekaart", "aangegeven", "doorgegeven",
        "aangeklopt",
        "contact", "complained", "complaint", "called", "phoned", "emailed", "reported", "rang",
    ]

    /// Things that are dated when the date stands right behind: "mijn klacht van 3 mei".
    static let complaintsOf: Set<String> = [
        "klacht", "klachtbrief", "melding", "klaagschrift", "complaint", "report",
    ]

    /// Words by which a day is one of somebody's life, and not that of a complaint; folded.
    static let lives: Set<String> = [
        "geboren", "geb", "geboortedatum", "geboortedag", "gebdatum", "verjaardag", "jarig", "born", "birth",
        "dob", "birthday", "birthdate", "overleden", "overleed", "gestorven", "died", "deceased",
        "geopereerd",
        "operated", "getrouwd", "gehuwd", "trouwden", "married",
    ]

    /// Words that say which year is meant.
    static let yearWords: Set<String> = [
        "vorig", "vorige", "afgelopen", "jl", "geleden", "jongstleden", "last", "ago", "past",
    ]

    /// Words at which another thing begins.
    static let turns: Set<String> = [
        "en", "maar", "toen", "daarna", "and", "but", "then", "want", "terwijl", "while",
    ]

    /// Whether a day is that of a birth, a death or the like, by the words right before and behind it.
    func isOfALife(_ place: Range<Int>) -> Bool {
        var index = place.lowerBound - 1
        while index >= 0, place.lowerBound - index <= 3 {
            // `geb. 3-4-1958`, `DOB: 4 March 1951`
            if Self.lives.contains(folded[index]) { return true }
            guard !isPause(after: index), !Self.turns.contains(folded[index]) else { break }
            index -= 1
        }
        index = place.upperBound
        while index < folded.count, index - place.upperBound < 3, !isPause(after: index - 1),
            !Self.turns.contains(folded[index])
        {
            if Self.lives.contains(folded[index]) { return true }
            index += 1
        }
        return false
    }

    /// Whether a year stands in a date, or a word such as `jongstleden` beside it.
    func saysWhichYear(_ place: Range<Int>) -> Bool {
        let near = max(0, place.lowerBound - 1)..<min(folded.count, place.upperBound + 2)
        // `3-12-25`
        let isNumeric = place.count == 3 && place.allSatisfy(isNumber)
        return isNumeric || place.contains(where: isYear)
            || near.contains { Self.yearWords.contains(folded[$0]) }
    }

    /// What was on the day, by the nearest word that tells it.
    func role(of place: Range<Int>, among places: [Range<Int>]) -> DateMention.Role {
        var nearest: (distance: Int, role: DateMention.Role) = (Int.max, .happened)
        func look(_ index: Int, _ distance: Int) {
            guard distance < nearest.distance else { return }
            let isRightBefore = index < place.lowerBound && distance <= 2
            if Self.complaints.contains(folded[index])
                || isRightBefore && Self.complaintsOf.contains(folded[index])
            {
                nearest = (distance, .complained)
            } else if Self.letters.contains(where: { folded[index].hasSuffix($0) }) {
                nearest = (distance, .letter)
            }
        }
        let others = nearby(place, places)
        var index = place.lowerBound - 1
        while index >= 0, place.lowerBound - index <= 7, !isPause(after: index), !others.contains(index),
            !Self.turns.contains(folded[index])
        {
            look(index, place.lowerBound - index)
            index -= 1
        }
        index = place.upperBound
        while index < folded.count, index - place.upperBound < 7, !isPause(after: index - 1),
            !others.contains(index), !Self.turns.contains(folded[index])
        {
            look(index, index - place.upperBound + 1)
            index += 1
        }
        return nearest.role
    }

    /// The words of the dates just before and just after one.
    private func nearby(_ place: Range<Int>, _ places: [Range<Int>]) -> Set<Int> {
        var (low, high) = (0, places.count)
        while low < high {
            let middle = (low + high) / 2
            if places[middle].lowerBound < place.lowerBound { low = middle + 1 } else { high = middle }
        }
        var words: Set<Int> = []
        for index in [low - 1, low + 1] where places.indices.contains(index) {
            words.formUnion(places[index])
        }
        return words
    }
}
