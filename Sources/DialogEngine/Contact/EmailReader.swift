/// Reads e-mail addresses as people type and say them: `jan punt jansen apenstaartje ziggo punt nl`.
public enum EmailReader {
    public enum Outcome: Hashable, Sendable {
        case address(String)
        case noAt
        /// Nothing that looks like `.nl` or `.com` behind the `@`.
        case noEnding
        case space
        case none
    }

    public static func read(_ line: String) -> Outcome {
        var words = line.split(whereSeparator: \.isWhitespace).map(String.init)
        while let last = words.last, last.count > 1, let mark = last.last, ".,;!".contains(mark),
            words.count > 0
        {
            words[words.count - 1] = String(last.dropLast())
        }
        // Typed in one piece: what is in it stays as it is.
        if words.count == 1 { return whole(words[0]) }
        let isSaid = !words.contains { $0.contains("@") }
        let pieces = isSaid ? said(words) : words
        guard !isSaid || pieces.contains("@") else { return .noAt }
        return joined(pieces)
    }

    /// Whether a folded word says `@`; `at` only between two others.
    public static func isAt(_ word: String) -> Bool { ats.contains(word) }

    /// What a folded word says that is no letter: `punt` is `.`.
    public static func sign(_ word: String) -> String? { ats.contains(word) ? "@" : signs[word] }

    /// Whether two folded words say `_`.
    public static func isLowDash(_ first: String, _ second: String) -> Bool {
        lowDash.contains(first + " " + second)
    }

    /// Whether addresses end on this: `nl`.
    public static func isEnding(_ word: String) -> Bool { endings.contains(word) }

    /// The words with signs for what was said of them.
    private static func said(_ words: [String]) -> [String] {
        var pieces: [String] = []
        var index = 0
        while index < words.count {
            let word = words[index].folded
            let next = index + 1 < words.count ? words[index + 1].folded : ""
            if lowDash.contains(word + " " + next) {
                pieces.append("_")
                index += 2
            } else {
                // The first word is somebody's name, whatever it says elsewhere.
                pieces.append(index == 0 ? words[index] : sign(word) ?? words[index])
                index += 1
            }
        }
        return pieces
    }

    /// Puts the pieces together where a sign or letters that were spelled join them.
    private static func joined(_ pieces: [String]) -> Outcome {
        var text = ""
        for (index, piece) in pieces.enumerated() {
            if index > 0, !joins(pieces[index - 1], piece) {
                let isEnd = index == pieces.count - 1
                guard text.contains("@"), isEnd, isEnding(piece.folded) else { return .space }
                text += "."
            }
            text += piece
        }
        return whole(text)
    }

    private static func joins(_ left: String, _ right: String) -> Bool {
        let isSpelled = left.count == 1 && right.count == 1
        return isSpelled || "@._-+".contains(left.last ?? " ") || "@._-+".contains(right.first ?? " ")
    }

    private static func whole(_ text: String) -> Outcome {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count > 1 else { return text.contains(where: \.isLetter) ? .noAt : .none }
        guard parts.count == 2, !parts[0].isEmpty else { return .none }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        guard let last = labels.last, labels.count >= 2, last.count >= 2 || last.isEmpty else {
            return .noEnding
        }
        if last.isEmpty { return labels.dropLast().allSatisfy { !$0.isEmpty } ? .noEnding : .none }
        guard labels.allSatisfy({ !$0.isEmpty }), parts[0].allSatisfy(isAllowed),
            parts[1].allSatisfy(isAllowed), parts[0].last != ".", parts[0].first != "."
        else { return .none }
        return .address(text)
    }

    private static func isAllowed(_ character: Character) -> Bool {
        !character.isWhitespace && !"\"<>()[]\\,;:".contains(character)
    }

    private static let ats: Set<String> = [
        "at", "apenstaartje", "apestaartje", "apenstaart", "apestaart", "apenstaartjes", "slingeraap",
    ]
    private static let signs = [
        "punt": ".", "dot": ".", "point": ".", "streepje": "-", "koppelteken": "-", "min": "-",
        "minteken": "-",
        "dash": "-", "hyphen": "-", "minus": "-", "underscore": "_", "plus": "+",
    ]
    private static let lowDash: Set<String> = [
        "laag streepje", "lage streep", "liggend streepje", "streepje laag", "onder streepje", "low dash",
        "under score",
    ]
    private static let endings: Set<String> = [
        "nl", "com", "org", "net", "eu", "be", "de", "fr", "uk", "info", "frl", "amsterdam", "nu", "pl", "tr",
    ]
}
