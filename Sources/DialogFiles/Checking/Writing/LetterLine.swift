/// A line of a letter as its writer typed it, without what the program fills in.
struct LetterLine {
    let words: String
    /// As in the name of the file: `bewijs.en.mustache`; Dutch without.
    let language: String
    let place: Place

    static func all(in folder: DialogFolder) -> [LetterLine] {
        folder.names(in: "brieven").filter { $0.hasSuffix(".mustache") }.flatMap { name -> [LetterLine] in
            let parts = name.split(separator: ".")
            let language = parts.count > 2 ? String(parts[1]) : "nl"
            return folder.lines(of: folder.shown(name)).enumerated().compactMap { index, line in
                let words = withoutTags(line)
                guard words.contains(where: \.isLetter) else { return nil }
                return LetterLine(
                    words: words, language: language,
                    place: Place(file: folder.shown(name), line: index + 1, column: 1))
            }
        }
    }

    /// What stands between `{{` and `}}` is the program's.
    private static func withoutTags(_ line: Substring) -> String {
        var words = ""
        var rest = line
        while let start = rest.firstRange(of: "{{"), let end = rest[start.upperBound...].firstRange(of: "}}")
        {
            words += rest[..<start.lowerBound] + " "
            rest = rest[end.upperBound...]
        }
        return words + rest
    }
}
