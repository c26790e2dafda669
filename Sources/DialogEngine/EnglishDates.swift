/// English words for days, put into the Dutch ones that `DateReader` reads.
enum EnglishDates {
    /// - Parameter words: Folded words.
    /// - Returns: The same words when none of them is English.
    static func inDutch(_ words: [String]) -> [String] {
        var words = words.map(withoutOrdinal)
        guard words.contains(where: isEnglish) else { return withDayFirst(words) }
        for (english, dutch) in phrases {
            while let place = words.firstRange(of: english) { words.replaceSubrange(place, with: dutch) }
        }
        let dutch = words.filter { !filler.contains($0) }.map { Self.words[$0] ?? $0 }
        return withDayFirst(withWeekFirst(dutch))
    }

    private static func isEnglish(_ word: String) -> Bool { words[word] != nil || tells.contains(word) }

    private static let phrases: [([String], [String])] = [
        (["the", "day", "before", "yesterday"], ["eergisteren"]),
        (["day", "before", "yesterday"], ["eergisteren"]),
        (["half", "a", "year"], ["half", "jaar"]),
        (["a", "year", "and", "a", "half"], ["anderhalf", "jaar"]),
        (["a", "month", "and", "a", "half"], ["zes", "weken"]),
        (["a", "fortnight"], ["twee", "weken"]),
        (["just", "now"], ["nu"]), (["earlier", "today"], ["vandaag"]), (["this", "evening"], ["vandaag"]),
        (["yesterday", "morning"], ["gisteren"]), (["yesterday", "afternoon"], ["gisteren"]),
        (["yesterday", "evening"], ["gisteren"]),
        (["a", "couple", "of"], ["paar"]), (["a", "few"], ["paar"]), (["this", "morning"], ["vandaag"]),
        (["this", "afternoon"], ["vandaag"]), (["last", "night"], ["gisteren"]),
        (["last", "year"], ["vorig", "jaar"]),
        (["this", "year"], ["dit", "jaar"]),
    ]

    private static let filler: Set<String> = [
        "on", "the", "of", "about", "around", "since", "roughly", "approximately", "it", "was", "some",
        "at",
    ]
    /// English words that change the order only.
    private static let tells: Set<String> = ["before", "yesterday", "the", "just", "earlier"]

    private static let words: [String: String] = [
        "today": "vandaag", "now": "nu", "yesterday": "gisteren", "ago": "geleden", "last": "vorige",
        "past": "vorige", "previous": "vorige", "this": "deze", "early": "begin", "beginning": "begin",
        "start": "begin", "mid": "half", "middle": "half", "late": "eind", "end": "eind", "a": "een",
        "an": "een",
        "one": "een", "two": "twee", "three": "drie", "four": "vier", "five": "vijf", "six": "zes",
        "seven": "zeven", "eight": "acht", "nine": "negen", "ten": "tien", "eleven": "elf",
        "twelve": "twaalf", "thirteen": "dertien", "fourteen": "veertien", "fifteen": "vijftien",
        "sixteen": "zestien", "seventeen": "zeventien", "eighteen": "achttien", "nineteen": "negentien",
        "twenty": "twintig", "thirty": "dertig", "couple": "paar", "few": "paar", "back": "terug",
        "more": "meer", "longer": "langer", "over": "ruim", "almost": "bijna", "nearly": "bijna",
        "first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6",
        "seventh": "7", "eighth": "8", "ninth": "9", "tenth": "10", "eleventh": "11", "twelfth": "12",
        "tonight": "vandaag", "thurs": "donderdag", "thur": "donderdag", "tues": "dinsdag",
        "weds": "woensdag",
        "day": "dag", "days": "dagen", "weeks": "weken", "month": "maand", "months": "maanden",
        "year": "jaar", "years": "jaar", "or": "of", "january": "januari", "february": "februari",
        "march": "maart", "mar": "maart", "may": "mei", "june": "juni", "july": "juli", "august": "augustus",
        "october": "oktober", "oct": "oktober", "monday": "maandag", "mon": "maandag", "tuesday": "dinsdag",
        "tue": "dinsdag", "wednesday": "woensdag", "wed": "woensdag", "thursday": "donderdag",
        "thu": "donderdag",
        "friday": "vrijdag", "fri": "vrijdag", "saturday": "zaterdag", "sat": "zaterdag", "sunday": "zondag",
        "sun": "zondag",
    ]

    /// `3rd` and `3e` are 3.
    private static func withoutOrdinal(_ word: String) -> String {
        let digits = word.prefix(while: \.isNumber)
        let rest = word.dropFirst(digits.count)
        return !digits.isEmpty && ["st", "nd", "rd", "th", "e", "de", "ste"].contains(String(rest))
            ? String(digits) : word
    }

    /// `november 3 2026` is `3 november 2026`.
    private static func withDayFirst(_ words: [String]) -> [String] {
        guard words.count >= 2, DateReader.isMonth(words[0]), let day = Int(words[1]), day <= 31 else {
            return words
        }
        return [words[1], words[0]] + words.dropFirst(2)
    }

    /// `dinsdag vorige week` is `vorige week dinsdag`.
    private static func withWeekFirst(_ words: [String]) -> [String] {
        guard words.count == 3, words[1] == "vorige", words[2] == "week" else { return words }
        return [words[1], words[2], words[0]]
    }
}

extension Array where Element: Equatable {
    func firstRange(of part: [Element]) -> Range<Int>? {
        guard count >= part.count else { return nil }
        return (0...(count - part.count)).lazy.map { $0..<($0 + part.count) }.first {
            Array(self[$0]) == part
        }
    }
}
