import DialogEngine

extension ContactFinder {
    /// Who somebody says that he is: `mijn naam is Jan van der Meer`.
    func names() -> [Find<ContactDatum>] {
        var finds = [caller()].compactMap { $0 }
        var index = finds.count
        while index < text.words.count {
            guard let introduction = introduction(at: index) else {
                index += 1
                continue
            }
            let start = index + introduction.count
            // What somebody else said: 'U spreekt met Kim.'
            if let mark = gaps.before(index).last, "'\"‘“„".contains(mark) {
                index = start
                continue
            }
            let words = Names(text, gaps).name(at: start, canBePlain: introduction.isStrong)
            let isWhole = words.count > 1 || introduction.isStrong
            if isWhole, !words.isEmpty, !isRole(words), let name = PersonName(text.evidence(words).words) {
                finds.append(find(.name(name), at: words, certainty: introduction.isStrong ? 0.95 : 0.8))
                index = words.upperBound
            } else {
                index = start
            }
        }
        return finds
    }

    /// `u spreekt met de wijkverpleegkundige`, `met de buurvrouw van Mia`: what somebody is, not how he is called.
    private func isRole(_ words: Range<Int>) -> Bool {
        guard words.count == 2, Self.roleArticles.contains(word(words.lowerBound)) else { return false }
        let name = word(words.lowerBound + 1)
        return written(words.lowerBound + 1).first?.isLowercase == true
            && Self.roles.contains(where: name.hasSuffix)
    }

    private static let roles = [
        "kundige", "buurvrouw", "buurman", "dochter", "zoon", "moeder", "vader", "begeleider", "begeleidster",
        "mantelzorger", "bewindvoerder", "mentor", "medewerker", "verzorger", "verzorgster", "arts", "werker",
        "hulp", "gemachtigde", "vriendin", "vriend", "partner", "zus", "broer", "eigenaar", "bewoner",
    ]
    private static var roleArticles: Set<String> { ["de", "een", "het"] }

    /// - Returns: How many words, and whether nothing but a name follows them.
    private func introduction(at index: Int) -> (count: Int, isStrong: Bool)? {
        let isStart = index == 0 || !gaps.areJoined(index)
        let found = Self.introductions.first { introduction in
            introduction.words.enumerated().allSatisfy { word(index + $0.offset) == $0.element }
        }
        guard let found, isStart || !found.onlyAtStart else { return nil }
        // `mijn buurman, zijn naam is`
        let isOfAnother = !isNote && found.isStrong && Self.others.contains(word(index - 1))
        guard !isOfAnother || index == 0 else { return nil }
        return (found.words.count, found.isStrong)
    }

    private static let others: Set<String> = ["zijn", "haar", "hun", "his", "her", "their", "diens"]

    private struct Introduction {
        let words: [String]
        let isStrong: Bool
        let onlyAtStart: Bool
    }

    private static let introductions: [Introduction] = PersonName.introductions.map { words in
        let isStrong = ["naam", "name", "spreekt", "speaking", "heet", "called"].contains {
            words.contains($0)
        }
        return Introduction(words: words, isStrong: isStrong, onlyAtStart: !isStrong && words.count < 2)
    }.sorted { $0.words.count > $1.words.count }
}

/// Finds where a name that begins at a word ends.
struct Names {
    private let text: FreeText
    private let gaps: Gaps

    init(_ text: FreeText, _ gaps: Gaps) { (self.text, self.gaps) = (text, gaps) }

    /// - Parameter canBePlain: Whether a name in small letters counts, as in dictation.
    /// - Returns: The words of the name; empty where none begins.
    func name(at start: Int, canBePlain: Bool) -> Range<Int> {
        var (index, end) = (start, start)
        var (parts, hasPrefix, hasCapital) = (0, false, false)
        while index < text.words.count, index == start || isOneName(index), index - start < 8 {
            let folded = text.words[index].folded
            if parts == 0, isTitle(index) {
                end = index + 1
            } else if isPrefix(index), !isCapital(index) || isCapital(index + 1) || parts == 0 {
                // `Jan de Vries van de Zijlweg`: one prefix to a name, and no street.
                if hasPrefix, !PersonName.isPrefix(word(index - 1)) { break }
                hasPrefix = true
            } else if isCapital(index) || canBePlain && isPlainName(index, parts, hasPrefix, hasCapital) {
                if hasPrefix, isStreet(folded) { break }
                parts += 1
                hasCapital = hasCapital || isCapital(index)
                end = index + 1
            } else {
                break
            }
            index += 1
        }
        return parts > 0 ? start..<end : start..<start
    }

    /// The n-th word of a name that was dictated: a given name and a surname, and no word that goes on with the sentence.
    private func isPlainName(_ index: Int, _ parts: Int, _ hasPrefix: Bool, _ hasCapital: Bool) -> Bool {
        let folded = word(index)
        if Self.goOn.contains(folded) || !folded.allSatisfy(\.isLetter) { return false }
        // Who writes capitals elsewhere in the name begins every part with one.
        if parts > 0, hasCapital { return false }
        if parts < 2 || hasPrefix && PersonName.isPrefix(word(index - 1)) || gaps.before(index) == "-" {
            return true
        }
        // A second given name, where the sentence plainly begins anew behind it.
        let isLast = index + 1 == text.words.count || !gaps.areJoined(index + 1)
        return parts == 2 && !hasPrefix && (isLast || ["ik", "en", "i", "and"].contains(word(index + 1)))
    }

    /// Whether a word belongs to the name before it: initials have a point, other words a space or a hyphen.
    private func isOneName(_ index: Int) -> Bool {
        switch gaps.before(index) {
        case " ", "-", "'", "’", " '", " ’": true
        case ".", ". ": text.words[index - 1].folded.count == 1 || isTitle(index - 1)
        default: false
        }
    }

    private func isTitle(_ index: Int) -> Bool {
        PersonName.isTitle(word(index)) || word(index) == "de" && word(index + 1) == "heer"
    }

    /// `uit` and `op` are half a prefix: Op den Kamp, but Jansen uit Zwolle.
    private func isPrefix(_ index: Int) -> Bool {
        guard PersonName.isPrefix(word(index)) else { return false }
        return !Self.places.contains(word(index)) || PersonName.isPrefix(word(index + 1))
    }

    private static let places: Set<String> = ["uit", "in", "op", "aan", "bij", "te", "het"]

    private func isStreet(_ folded: String) -> Bool {
        ["straat", "weg", "laan", "plein", "gracht", "kade", "vaart", "singel", "plantsoen", "dreef"].contains
        {
            folded.hasSuffix($0)
        }
    }

    /// Whether a word begins with a capital.
    func isCapital(_ index: Int) -> Bool {
        text.words.indices.contains(index)
            && text.evidence(index..<index + 1).words.first?.isUppercase == true
    }

    private func word(_ index: Int) -> String {
        text.words.indices.contains(index) ? text.words[index].folded : ""
    }

    private static let goOn: Set<String> = [
        "en", "maar", "ik", "mijn", "uit", "and", "but", "my", "i", "from", "woon", "woonachtig", "bel",
        "heb", "wil",
        "met", "om", "over", "dat", "die", "is", "was", "hier", "niet", "geen", "al", "een", "nog", "ook",
        "dus", "want",
        "a", "the", "not", "no", "so", "because", "who", "with", "live", "calling", "call", "have", "want",
        "telefoon",
        "nummer", "postcode", "adres", "wonend", "namens", "of", "voor", "for", "about", "on", "at", "wie",
        "wat", "anders", "zo", "speaking",
    ]
}
