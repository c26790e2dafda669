/// Checks a line of text for its shape and brings it into one form.
enum TextReader {
    static func read(_ line: String, as shape: TextShape) -> Reading {
        switch shape {
        case .free: .answer(.text(line))
        case .name: line.contains(where: \.isLetter) ? .answer(.text(line)) : .wrong(.name(line))
        case .phone: phone(line).map { .answer(.text($0)) } ?? .wrong(.phone(line))
        case .email: email(line).map { .answer(.text($0)) } ?? .wrong(.email(line))
        case .postcode: postcode(line).map { .answer(.text($0)) } ?? .wrong(.postcode(line))
        case .houseNumber: houseNumber(line).map { .answer(.text($0)) } ?? .wrong(.houseNumber(line))
        }
    }

    /// Ten digits in the Netherlands, or a foreign number with its country: `+31612345678`.
    static func phone(_ line: String) -> String? {
        var digits = ""
        for character in line {
            switch character {
            case "0"..."9": digits.append(character)
            case "+" where digits.isEmpty: digits.append("+")
            case " ", "-", ".", "(", ")", "/": continue
            default: return nil
            }
        }
        if digits.hasPrefix("00") { digits = "+" + digits.dropFirst(2) }
        if digits.hasPrefix("+310") { digits = "+31" + digits.dropFirst(4) }
        if digits.hasPrefix("+31") { return digits.count == 12 ? digits : nil }
        if digits.hasPrefix("+") { return (9...16).contains(digits.count) ? digits : nil }
        guard digits.hasPrefix("0"), digits.count == 10 else { return nil }
        return "+31" + digits.dropFirst()
    }

    static func email(_ line: String) -> String? {
        let parts = line.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !line.contains(where: \.isWhitespace) else { return nil }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, labels.allSatisfy({ !$0.isEmpty }), labels.last!.count >= 2 else {
            return nil
        }
        return line
    }

    /// Four digits not beginning with 0 and two letters, never SA, SD or SS: `2011 RD`.
    static func postcode(_ line: String) -> String? {
        let compact = line.filter { !$0.isWhitespace }.uppercased()
        guard compact.utf8.count == 6 else { return nil }
        let digits = compact.prefix(4)
        let letters = compact.suffix(2)
        guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), digits.first != "0",
            letters.allSatisfy({ ("A"..."Z").contains($0) }), !["SA", "SD", "SS"].contains(String(letters))
        else { return nil }
        return "\(digits) \(letters)"
    }

    /// A number of 1 to 99999 with an optional letter and addition: `12`, `12A`, `12 bis`, `4-huis`.
    static func houseNumber(_ line: String) -> String? {
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        guard let number = Int(digits), (1...99_999).contains(number) else { return nil }
        let addition = line.dropFirst(digits.count).drop { $0 == " " || $0 == "-" || $0 == "/" }
        guard addition.count <= 5,
            addition.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == " " })
        else { return nil }
        return addition.isEmpty ? String(number) : "\(number) \(addition)"
    }
}
