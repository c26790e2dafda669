import DialogEngine
import Records
import Reports
import Rules
import Understanding

/// A story with what it turned out to be, without who told it: for whoever improves the words of the gemeente.
struct KeptExample: Sendable {
    /// Of the complaint or contact that it was told for.
    let number: ComplaintNumber
    let text: String
    let language: String
    let kind: String
    let topic: String

    /// As it stands in `herkennen/voorbeelden.yaml`.
    func yaml(id: String) -> String {
        """
        # Bewaard door een medewerker die het beter wist; namen en nummers zijn eruit. Lees het na voor u het overneemt.
        herkomst: bewaard in een gesprek
        voorbeelden:
          - id: \(id)
            tekst: \(Self.quoted(text))
            taal: \(language)
            soort: \(kind)
            onderwerp: \(topic)

        """
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for character in text {
            switch character {
            case "\"", "\\": quoted += "\\" + String(character)
            case _ where character.isWhitespace: quoted += " "
            default: quoted.append(character)
            }
        }
        return quoted + "\""
    }
}

/// A story without what could tell who told it, or of whom.
struct StrippedStory {
    private let text: FreeText
    private var left: [Range<Int>] = []
    /// By which people call somebody else: `zoon`.
    private let relations: Set<String>

    /// - Parameters:
    ///   - names: Names that were given in the talk.
    ///   - known: Words that name no person, such as those of organisations.
    init(_ story: String, _ listening: Listening, names: [String], known: Set<String>) {
        text = FreeText(story)
        left = listening.surplus(in: story).map(\.value.range)
        for find in ContactFinder(text).finds() { left += find.evidence.map(\.range) }
        let own = Set(names.flatMap(\.foldedWords))
        relations = listening.surplusWords.children.union(listening.surplusWords.others)
        for (place, word) in text.words.enumerated()
        where own.contains(word.folded) || isNumber(word) || isName(place, known) || isPlainName(place)
            || isAccountName(place) || isPlate(place) || isRoom(place)
        {
            left.append(word.range)
        }
    }

    /// With `…` for every piece that was left out.
    var words: String {
        let bytes = Array(text.text.utf8)
        var kept: [UInt8] = []
        var end = 0
        for piece in left.sorted(by: { $0.lowerBound < $1.lowerBound }) where piece.upperBound > end {
            if piece.lowerBound >= end {
                kept += bytes[end..<piece.lowerBound]
                kept += "…".utf8
            }
            end = piece.upperBound
        }
        return String(decoding: kept + bytes[end...], as: UTF8.self)
    }

    /// A number of that length can be of a person, a house or a file; a year or an amount is shorter.
    private func isNumber(_ word: FreeText.Word) -> Bool {
        word.folded.utf8.count { (48...57).contains($0) } >= 5
    }

    /// A capital that no sentence asks for, or what follows on mevrouw and meneer.
    private func isName(_ place: Int, _ known: Set<String>) -> Bool {
        let word = text.words[place]
        guard place > 0, !known.contains(word.folded) else { return false }
        let before = text.words[place - 1]
        if Self.titles.contains(before.folded), startsWithCapital(word) || isAfterTitle(place) { return true }
        return startsWithCapital(word) && !beginsSentence(place)
    }

    /// "mevrouw jansen" is a name; "mevrouw aan de balie" is not.
    private func isAfterTitle(_ place: Int) -> Bool { text.words[place].folded.utf8.count > 4 }

    /// "zoon kees", "mevrouw truus de bruin": in small letters, behind what somebody is.
    private func isPlainName(_ place: Int) -> Bool {
        guard place > 0, text.words[place].sentence == text.words[place - 1].sentence else { return false }
        let before = text.words[place - 1].folded
        if relations.contains(before) || before == "hulp" { return mayBeName(text.words[place].folded) }
        // "mevrouw jansen van de balie" tells where she works.
        let isSurname = place > 1 && PersonName.isPrefix(before) && isFirstOfTwo(place - 2)
        let isPrefix = PersonName.isPrefix(text.words[place].folded) && isFirstOfTwo(place - 1)
        return isSurname && !PersonName.isPrefix(text.words[place].folded)
            || isPrefix && place + 1 < text.words.count && !PersonName.isPrefix(text.words[place + 1].folded)
    }

    /// A given name in small letters behind a title.
    private func isFirstOfTwo(_ place: Int) -> Bool {
        isTitled(place) && !startsWithCapital(text.words[place])
    }

    private func isTitled(_ place: Int) -> Bool {
        place > 0 && Self.titles.contains(text.words[place - 1].folded) && isAfterTitle(place)
    }

    /// A word that goes on with the sentence is most often a small one, or a verb in t, d or en.
    private func mayBeName(_ word: String) -> Bool {
        word.count > 2 && word.allSatisfy(\.isLetter) && !Self.smallWords.contains(word)
            && !["t", "d", "en", "de", "te"].contains { word.hasSuffix($0) }
    }

    /// "@naam", "facebook.com/naam".
    private func isAccountName(_ place: Int) -> Bool {
        let gap = gap(before: place)
        if gap.last == UInt8(ascii: "@") { return true }
        guard gap == [UInt8(ascii: "/")], place > 1 else { return false }
        return (max(0, place - 3)..<place).contains { Self.networks.contains(text.words[$0].folded) }
    }

    /// "AB-12-CD", "1-ABC-23", "AB12CD".
    private func isPlate(_ place: Int) -> Bool {
        if Self.isMixed(text.words[place].folded) { return true }
        return (max(0, place - 2)...place).contains { start in
            guard start + 2 < text.words.count,
                (start + 1...start + 2).allSatisfy({ gap(before: $0) == [45] })
            else { return false }
            return Self.isMixed(text.words[start...start + 2].map(\.folded).joined())
        }
    }

    /// Six letters and digits, at least one of each.
    private static func isMixed(_ word: String) -> Bool {
        word.utf8.count == 6 && word.contains(where: \.isNumber) && word.contains(where: \.isLetter)
    }

    /// "apt 4B", "kamer 12".
    private func isRoom(_ place: Int) -> Bool {
        place > 0 && Self.rooms.contains(text.words[place - 1].folded)
            && text.words[place].folded.contains(where: \.isNumber)
    }

    private func gap(before place: Int) -> [UInt8] {
        let start = place > 0 ? text.words[place - 1].range.upperBound : 0
        return Array(Array(text.text.utf8)[start..<text.words[place].range.lowerBound])
    }

    private static let networks: Set<String> = [
        "facebook", "instagram", "twitter", "linkedin", "tiktok", "x",
    ]
    private static let rooms: Set<String> = ["apt", "app", "appartement", "apartment", "kamer", "flat", "nr"]
    private static let smallWords: Set<String> = [
        "van", "die", "dat", "is", "was", "en", "maar", "kan", "mag", "wil", "zou", "gaat", "niet", "geen",
        "met", "voor", "bij", "naar", "ook", "nog", "nu", "dan", "als", "omdat", "had", "kwam", "ging",
        "zei", "kreeg", "zelf", "weer", "altijd", "nooit", "hier", "daar", "thuis", "alleen", "al", "uit",
        "over", "tegen", "mijn", "haar", "zijn", "ons", "onze", "hij", "zij", "wij", "sinds", "samen",
        "te", "who", "has", "will", "can", "the", "and", "but", "does", "did", "said", "came", "for",
        "from", "with", "viel", "riep", "zag", "bleef", "krijg", "sloeg", "deed", "heel", "veel", "later",
        "twee", "drie", "vier", "vijf", "zes", "acht", "tien", "jaar", "kwamen", "ivm", "via", "per",
        "elke", "iedere", "wie", "huishouding", "huishoudelijke", "her", "his", "she", "he", "they", "we",
        "our",
    ]

    private func startsWithCapital(_ word: FreeText.Word) -> Bool {
        text.evidence(bytes: word.range).words.first?.isUppercase == true
    }

    private func beginsSentence(_ place: Int) -> Bool {
        let bytes = Array(text.text.utf8)
        let between = bytes[text.words[place - 1].range.upperBound..<text.words[place].range.lowerBound]
        return between.contains { [46, 33, 63, 10].contains($0) }
    }

    private static let titles: Set<String> = [
        "mevrouw", "mevr", "mw", "meneer", "mijnheer", "dhr", "de heer", "heer", "dokter", "dr", "juf",
        "meester",
        "mr", "mrs", "ms", "miss", "sir", "buurman", "buurvrouw", "tante", "oom", "oma", "opa",
    ]
}
