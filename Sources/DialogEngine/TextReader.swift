/// Checks a line of text for its shape and brings it into one form.
enum TextReader {
    static func read(_ line: String, as shape: TextShape) -> Reading {
        switch shape {
        case .free: .answer(.text(line))
        case .name: name(line)
        case .phone: phone(line)
        case .email: email(line)
        case .postcode: postcode(line)
        case .houseNumber:
            AddressReader.houseNumber(line).map { .answer(.text($0)) } ?? .wrong(.houseNumber(line))
        }
    }

    /// As it was written, without `mijn naam is`.
    private static func name(_ line: String) -> Reading {
        guard line.contains(where: \.isLetter) else { return .wrong(.name(line)) }
        return .answer(.text(PersonName.withoutIntroduction(line)))
    }

    /// Ten digits in the Netherlands, or a foreign number with its country: `+31612345678`.
    private static func phone(_ line: String) -> Reading {
        switch PhoneReader.read(bare(line, besides: phoneWords)) {
        case .number(let number):
            number.canBeCalledBack ? .answer(.text(number.normalForm)) : .wrong(.phoneOfService(line))
        case .count(let count, let beginning, let needed):
            .wrong(.phoneCount(count, beginning: beginning, needed: needed))
        case .noZero: .wrong(.phoneNoZero(line))
        case .none: .wrong(.phone(line))
        }
    }

    private static func email(_ line: String) -> Reading {
        switch EmailReader.read(bare(line, besides: emailWords)) {
        case .address(let address): .answer(.text(address))
        case .noAt: .wrong(.emailNoAt(line))
        case .noEnding: .wrong(.emailNoEnding(line))
        case .space: .wrong(.emailSpace(line))
        case .none: .wrong(.email(line))
        }
    }

    /// What stands behind it is asked next: the number of the house; or follows from it: the place.
    private static func postcode(_ line: String) -> Reading {
        switch AddressReader.postcode(bare(line, besides: postcodeWords)) {
        case .postcode(let postcode, let rest):
            let isPlace = rest.allSatisfy { $0.isLetter || $0 == "-" }
            return rest.isEmpty || isPlace || AddressReader.houseNumber(rest) != nil
                ? .answer(.text(postcode)) : .wrong(.postcode(line))
        case .noLetters: return .wrong(.postcodeNoLetters(line))
        case .neverIssued(let letters): return .wrong(.postcodeNeverIssued(letters))
        case .none: return .wrong(.postcode(line))
        }
    }

    // MARK: Words around it

    /// A line without the words by which people lead in what they give: `mijn nummer is`, and with which they end: `thuis`.
    private static func bare(_ line: String, besides words: Set<String>) -> String {
        var pieces = line.split(separator: " ")[...]
        func isLead(_ piece: Substring) -> Bool { words.contains(piece.foldedPhrase) }
        while pieces.count > 1, let first = pieces.first, isLead(first) { pieces.removeFirst() }
        while pieces.count > 1, let last = pieces.last, isLead(last) { pieces.removeLast() }
        return pieces.joined(separator: " ")
    }

    private static let phoneWords: Set<String> = [
        "mijn", "nummer", "telefoonnummer", "telefoon", "tel", "mobiel", "mobieltje", "mob", "is", "het",
        "dat", "ja",
        "bel", "me", "maar", "op", "thuis", "graag", "my", "number", "phone", "mobile", "cell", "it", "it s",
        "s",
        "the", "on", "call", "please", "home",
    ]
    private static let emailWords: Set<String> = [
        "mijn", "mail", "e mail", "email", "mailadres", "e mailadres", "emailadres", "adres", "is", "het",
        "dat", "ja",
        "my", "address", "it", "it s", "the", "mail address",
    ]
    private static let postcodeWords: Set<String> = [
        "mijn", "postcode", "is", "het", "dat", "ja", "my", "postal", "code", "it", "it s", "the",
    ]
}
