import DialogEngine
import Reports
import Rules
import Understanding

/// A story with what it turned out to be, without who told it: for whoever improves the words of the gemeente.
struct KeptExample: Sendable {
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

    /// - Parameters:
    ///   - names: Names that were given in the talk.
    ///   - known: Words that name no person, such as those of organisations.
    init(_ story: String, _ listening: Listening, names: [String], known: Set<String>) {
        text = FreeText(story)
        left = listening.surplus(in: story).map(\.value.range)
        for find in ContactFinder(text).finds() { left += find.evidence.map(\.range) }
        let own = Set(names.flatMap(\.foldedWords))
        for (place, word) in text.words.enumerated()
        where own.contains(word.folded) || isNumber(word) || isName(place, known) {
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
