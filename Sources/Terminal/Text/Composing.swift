/// Joins a Latin letter and its accents to one code point, as most keyboards already send it.
///
/// Some systems send é as e followed by a mark. Swift takes both for equal, but files, searches and other
/// programs compare bytes.
enum Composing {
    /// The same text in which é is one code point; other scripts stay as they are.
    static func composed(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isMark) else { return text }
        var composed = String.UnicodeScalarView()
        var last: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if let base = last, isMark(scalar), let letter = letter(base, with: scalar) {
                composed.removeLast()
                composed.append(letter)
                last = letter
            } else {
                composed.append(scalar)
                last = scalar
            }
        }
        return String(composed)
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool { (0x300...0x36F).contains(scalar.value) }

    /// The letter with this accent, when it is one code point.
    static func letter(_ base: Unicode.Scalar, with mark: Unicode.Scalar) -> Unicode.Scalar? {
        guard isMark(mark) else { return nil }
        var pair = String.UnicodeScalarView()
        pair.append(base)
        pair.append(mark)
        return letters[String(pair)]
    }

    // Strings are equal when they are canonically equivalent, so a letter is found by its parts.
    private static let letters: [String: Unicode.Scalar] = {
        let latin: [ClosedRange<UInt32>] = [0xC0...0x24F, 0x1E00...0x1EFF]
        let scalars = latin.joined().compactMap(Unicode.Scalar.init)
        return Dictionary(scalars.map { (String($0), $0) }, uniquingKeysWith: { first, _ in first })
    }()
}
