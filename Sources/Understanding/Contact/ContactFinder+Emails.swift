import DialogEngine

extension ContactFinder {
    func emails() -> [Find<ContactDatum>] { typedEmails() + saidEmails() }

    // MARK: With an @

    /// A run without white space.
    private struct Token {
        let text: Substring
        let range: Range<Int>
    }

    private func typedEmails() -> [Find<ContactDatum>] {
        guard text.text.utf8.contains(UInt8(ascii: "@")) else { return [] }
        let tokens = tokens()
        return tokens.indices.filter { tokens[$0].text.contains("@") }.compactMap { index in
            let token = trimmed(tokens[index])
            if case .address(let address) = EmailReader.read(String(token.text)) {
                return find(
                    .email(address), [token], certainty(of: address, at: token.range.lowerBound, 0.97))
            }
            let near = around(index, tokens)
            for joined in near {
                let line = joined.map(\.text).joined(separator: " ")
                if case .address(let address) = EmailReader.read(line) {
                    let start = joined[0].range.lowerBound
                    return find(.email(address), joined, certainty(of: address, at: start, 0.9))
                }
            }
            guard case .noEnding = EmailReader.read(String(token.text)) else { return nil }
            return find(.incomplete(.emailNoEnding(String(token.text))), [token], 0.8)
        }
    }

    /// Whether it is of the one who tells, and not an office's or one that was written to: `ik schreef naar …`.
    private func certainty(of address: String, at byte: Int, _ certainty: Double) -> Double {
        guard !Self.offices.contains(String(address.prefix { $0 != "@" })) else { return Self.ofAnother }
        let start = firstWord(from: byte)
        guard start < text.words.count else { return certainty }
        switch owner(at: start) {
        case .another: return Self.ofAnother
        case .caller: return Self.perhaps
        case .teller: return certainty
        case .unsaid: break
        }
        let before = text.words[max(0, start - Self.reachOfOther)..<start]
            .filter { $0.sentence == text.words[start].sentence }.map(\.folded)
        if before.contains(where: Self.own.contains) { return certainty }
        return before.contains { Self.wroteTo.contains($0) } ? Self.ofAnother : certainty
    }

    /// The first word that begins at a byte or behind it.
    private func firstWord(from byte: Int) -> Int {
        var (low, high) = (0, text.words.count)
        while low < high {
            let middle = (low + high) / 2
            if text.words[middle].range.lowerBound < byte { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static let reachOfOther = 3
    private static let offices: Set = [
        "info", "contact", "klachten", "klacht", "klantenservice", "service", "secretariaat", "receptie",
        "balie",
        "helpdesk", "administratie", "post", "mail",
    ]
    private static let own: Set = ["mijn", "mn", "my", "onze", "our", "me", "mij"]
    private static let wroteTo: Set = [
        "mailde", "gemaild", "schreef", "geschreven", "stuurde", "gestuurd", "wrote", "written", "emailed",
        "mailed",
    ]

    /// Neighbours that may belong to it: `jan @ ziggo.nl`, `jan@gmail com`.
    private func around(_ index: Int, _ tokens: [Token]) -> [[Token]] {
        let token = tokens[index]
        let next = index + 1 < tokens.count ? [trimmed(tokens[index + 1])] : []
        let last = index > 0 ? [tokens[index - 1]] : []
        if token.text == "@" { return [last + [token] + next] }
        if token.text.hasPrefix("@") { return [last + [trimmed(token)]] }
        if token.text.hasSuffix("@") { return [[token] + next] }
        let isEnding = next.first.map { EmailReader.isEnding(String($0.text).folded) } ?? false
        return isEnding ? [[token] + next] : []
    }

    private func find(_ datum: ContactDatum, _ tokens: [Token], _ certainty: Double) -> Find<ContactDatum> {
        let range = tokens[0].range.lowerBound..<tokens[tokens.count - 1].range.upperBound
        return Find(datum, from: [text.evidence(bytes: range)], certainty: certainty)
    }

    private func tokens() -> [Token] {
        let whole = text.text
        var tokens: [Token] = []
        var offset = 0
        for piece in whole.split(omittingEmptySubsequences: false, whereSeparator: { $0.isWhitespace }) {
            let start = offset
            offset += piece.utf8.count
            if !piece.isEmpty { tokens.append(Token(text: piece, range: start..<offset)) }
            if piece.endIndex < whole.endIndex { offset += whole[piece.endIndex].utf8.count }
        }
        return tokens
    }

    /// Without brackets and the end of a sentence.
    private func trimmed(_ token: Token) -> Token {
        var text = token.text
        var range = token.range
        while let last = text.last, ".,;:!?)>\"'".contains(last) {
            text.removeLast()
            range = range.lowerBound..<range.upperBound - 1
        }
        while let first = text.first, "(<\"':".contains(first) {
            text.removeFirst()
            range = range.lowerBound + 1..<range.upperBound
        }
        return Token(text: text, range: range)
    }

    // MARK: As it is said

    private func saidEmails() -> [Find<ContactDatum>] {
        text.words.indices.filter { EmailReader.isAt(word($0)) }.compactMap { index in
            guard index > 0, let end = endOfDomain(index + 1) else { return nil }
            let start = startOfLocal(index - 1)
            guard case .address(let address) = EmailReader.read(text.evidence(start..<end).words) else {
                return nil
            }
            let isCalled = Self.leads.contains(word(start - 1))
            let isSure = word(index) != "at" || index - start > 1
            let form = isCalled ? 0.9 : isSure ? 0.75 : 0.6
            return find(
                .email(address), at: start..<end,
                certainty: certainty(of: address, at: text.words[start].range.lowerBound, form))
        }
    }

    private static let leads: Set<String> = [
        "is", "mail", "email", "mailadres", "adres", "address", "naar", "to", "op", "on",
    ]

    /// The first word of `jan punt jansen`, which ends at a place.
    private func startOfLocal(_ end: Int) -> Int {
        var start = end
        while start > 0 {
            if start >= 3, EmailReader.isLowDash(word(start - 2), word(start - 1)) {
                start -= 3
            } else if start >= 2, let sign = EmailReader.sign(word(start - 1)), sign != "@" {
                start -= 2
            } else if word(start).count == 1, word(start - 1).count == 1 {
                start -= 1
            } else {
                break
            }
        }
        return start
    }

    /// Behind the last word of `ziggo punt nl`, which begins at a place; nil where that is no domain.
    private func endOfDomain(_ start: Int) -> Int? {
        var end = start + 1
        var labels = 1
        guard end <= text.words.count else { return nil }
        while end < text.words.count {
            if let sign = EmailReader.sign(word(end)), sign != "@", end + 1 < text.words.count {
                if sign == "." { labels += 1 }
                end += 2
                if EmailReader.isEnding(word(end - 1)) { return end }
            } else if gaps.before(end) == ".", labels < 4 {
                // `ziggo.nl`, typed
                labels += 1
                end += 1
            } else if EmailReader.isEnding(word(end)), labels == 1 {
                return end + 1
            } else if word(end).count == 1, word(end - 1).count == 1 {
                end += 1
            } else {
                break
            }
        }
        return labels > 1 ? end : nil
    }
}
