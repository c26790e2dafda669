/// Makes text safe to show: what could steer a terminal or hide from the eye becomes visible.
///
/// Everything that people typed or that was read from a file passes here before it reaches a terminal.
public enum Sanitizing {
    /// The text without any character that a terminal or a reader could be misled by.
    ///
    /// - Returns: Text whose only control character is `\n`; `\r\n` counts as `\n`, a tab becomes spaces.
    ///   Cleaning cleaned text changes nothing.
    public static func clean(_ text: String) -> String {
        // Nearly all that is ever shown, and far sooner seen.
        if DisplayWidth.isPrintableASCII(text) { return text }
        guard !text.unicodeScalars.allSatisfy(isSafe) else { return text }
        var cleaned = String.UnicodeScalarView()
        var scalars = text.unicodeScalars[...]
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "\r" where scalars.first == "\n": continue
            case "\t": cleaned.append(contentsOf: tab.unicodeScalars)
            case softHyphen: continue
            case _ where isSafe(scalar): cleaned.append(scalar)
            default: cleaned.append(contentsOf: picture(of: scalar).unicodeScalars)
            }
        }
        return String(cleaned)
    }

    private static let tab = "    "

    // Text pasted from a document is full of them, and terminals disagree whether it has a column.
    private static let softHyphen: Unicode.Scalar = "\u{AD}"

    /// The character, or U+FFFD for one that could steer a terminal or hide from the eye; `\n` may stay.
    static func safe(_ scalar: Unicode.Scalar) -> Unicode.Scalar { isSafe(scalar) ? scalar : "\u{FFFD}" }

    static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
        if DisplayWidth.isPlain(scalar) { return true }
        if scalar.isASCII { return scalar == "\n" }
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: return false
        // Joiners build emoji and Persian words; every other format character only hides or reorders.
        case .format: return scalar == "\u{200C}" || scalar == "\u{200D}"
        default: return true
        }
    }

    /// `␛` for the control characters of ASCII, `‹U+202E›` for the rest.
    private static func picture(of scalar: Unicode.Scalar) -> String {
        if scalar == "\u{7F}" { return "␡" }
        if scalar.value < 0x20, let symbol = Unicode.Scalar(0x2400 + scalar.value) { return String(symbol) }
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "‹U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "›"
    }
}
