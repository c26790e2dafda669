/// A name as people give it: what stands before the surname apart, so that lists sort on the surname.
public struct PersonName: Hashable, Sendable {
    /// `mevrouw`, as it was said; empty when it was not.
    public let title: String
    /// Given names or initials; empty when only a surname was given.
    public let given: String
    /// `van der`; empty for most names.
    public let prefix: String
    public let surname: String

    /// - Parameter words: The words of a name and no others. nil without a surname or a given name.
    public init?(_ words: String) {
        var parts = words.split(whereSeparator: \.isWhitespace).map(String.init)
        if parts.count > 2, parts[0].folded == "de", parts[1].folded == "heer" { parts.removeFirst() }
        let titles = parts.prefix { PersonName.isTitle($0.folded) }
        parts.removeFirst(titles.count)
        guard let last = parts.last, last.contains(where: { $0.isLetter }) else { return nil }
        // A name in small letters throughout was dictated, or typed in a hurry.
        let isPlain = !parts.contains { $0.contains { $0.isUppercase } }
        let start = parts.dropLast().firstIndex { PersonName.isPrefix($0.folded) } ?? parts.count - 1
        title = titles.joined(separator: " ")
        given = parts[..<start].map { isPlain ? $0.capitalised : $0 }.joined(separator: " ")
        let rest = parts[start...]
        let prefixes = rest.prefix { PersonName.isPrefix($0.folded) && $0 != rest.last }
        prefix = prefixes.map { $0.lowercased() }.joined(separator: " ")
        surname = rest.dropFirst(prefixes.count).map { isPlain ? $0.capitalised : $0 }.joined(separator: " ")
    }

    /// `Jan van der Meer`; `De Vries-Bakker` where nothing stands before the prefix.
    public var spoken: String {
        let before = given.isEmpty ? prefix.capitalisedAtStart : prefix
        return [given, before, surname].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// `Meer, Jan van der`.
    public var sorted: String {
        let rest = [given, prefix].filter { !$0.isEmpty }.joined(separator: " ")
        return rest.isEmpty ? surname : "\(surname), \(rest)"
    }

    public static func isTitle(_ folded: String) -> Bool {
        titles.contains(folded.hasSuffix(".") ? String(folded.dropLast()) : folded)
    }

    /// Words that stand before a surname, in Dutch names and in those of neighbours from elsewhere.
    public static func isPrefix(_ folded: String) -> Bool { prefixes.contains(folded) }

    private static let titles: Set<String> = [
        "mevrouw", "mevr", "mw", "meneer", "mijnheer", "heer", "dhr", "mr", "mrs", "ms", "miss", "mister",
        "dr",
        "drs", "prof", "ir",
    ]
    private static let prefixes: Set<String> = [
        "van", "de", "der", "den", "ten", "ter", "te", "t", "'t", "’t", "el", "al", "bin", "von", "la", "le",
        "du", "di", "da", "dos", "op", "in", "uit", "aan", "bij", "het", "'s", "d'", "del",
    ]

    // MARK: How people begin

    /// The words by which somebody begins to say who he is, as they may stand in front of a name that is typed.
    public static let introductions: [[String]] = [
        "mijn naam is", "m n naam is", "de naam is", "naam is", "ik heet", "ik ben", "u spreekt met",
        "je spreekt met", "spreekt met", "hier spreekt", "met", "my name is", "my name s", "name is", "i am",
        "i m", "this is", "you are speaking with", "speaking with", "you are speaking to", "it is",
        "i m called",
        "i am called",
    ].map { $0.split(separator: " ").map(String.init) }

    /// - Returns: A line without the words that only introduce the name; the line itself when nothing is left.
    static func withoutIntroduction(_ line: String) -> String {
        let words = line.split(separator: " ").map(String.init)
        let folded = words.map(\.foldedPhrase)
        let lengths = introductions.compactMap { introduction in
            // `i'm` is one word here and two where it was folded.
            (1...introduction.count).first {
                folded.prefix($0).joined(separator: " ") == introduction.joined(separator: " ")
            }
        }
        guard let length = lengths.max() else { return line }
        var name = words.dropFirst(length)
        if let last = name.last, name.count > 1, last.folded == "speaking" { name.removeLast() }
        let rest = name.joined(separator: " ")
        return rest.contains(where: \.isLetter) ? rest : line
    }
}

extension String {
    /// Each part of a word with a capital: `de vries-bakker` → `De Vries-Bakker`.
    fileprivate var capitalised: String {
        split(separator: "-", omittingEmptySubsequences: false).map { String($0).capitalisedAtStart }
            .joined(separator: "-")
    }

    fileprivate var capitalisedAtStart: String {
        guard let first else { return self }
        // As Dutch does: IJsbrand.
        if folded.hasPrefix("ij") { return "IJ" + dropFirst(2) }
        return first.uppercased() + dropFirst()
    }
}
