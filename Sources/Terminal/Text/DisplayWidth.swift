/// How many columns of a terminal text takes.
///
/// Terminals differ about rare characters; in doubt this counts one column too many, so that a line is at most
/// broken early and never runs over the edge.
public enum DisplayWidth {
    /// Columns of text without control characters.
    public static func columns(of text: some StringProtocol) -> Int {
        // Nearly all that is ever shown, and far sooner counted.
        if isPrintableASCII(text) { return text.utf8.count }
        if text.unicodeScalars.allSatisfy(isPlain) { return text.unicodeScalars.count }
        return text.reduce(0) { $0 + columns(of: $1) }
    }

    /// Columns of one character as people see it: é is 1, 中, an emoji family and a flag are 2.
    public static func columns(of character: Character) -> Int {
        let scalars = character.unicodeScalars
        guard let first = scalars.first else { return 0 }
        if scalars.count > 1, isEmojiSequence(first, scalars.dropFirst()) { return 2 }
        // A sum, not a maximum: one character of an Indian script may be several columns wide.
        return scalars.reduce(0) { $0 + columns(of: $1) }
    }

    /// Visible, harmless and one column wide by itself, without asking Unicode: printable ASCII, the letters and signs
    /// of Latin, dashes and quotation marks.
    static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20..<0x7F, 0xA0..<0xAD, 0xAE..<0x300, 0x2010...0x2027: true
        default: false
        }
    }

    /// Harmless, and each byte one column.
    static func isPrintableASCII(_ text: some StringProtocol) -> Bool {
        // In place: the view of a string costs four times as much for each byte.
        let printable = { (bytes: UnsafeBufferPointer<UInt8>) in
            bytes.allSatisfy { (0x20..<0x7F).contains($0) }
        }
        return text.utf8.withContiguousStorageIfAvailable(printable)
            ?? text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
    }

    private static func isEmojiSequence(
        _ first: Unicode.Scalar, _ rest: Substring.UnicodeScalarView
    ) -> Bool {
        guard first.properties.isEmoji else { return false }
        if first.properties.isEmojiPresentation { return true }
        return rest.contains { $0 == "\u{FE0F}" || $0 == "\u{200D}" || $0.properties.isEmojiModifier }
    }

    private static func columns(of scalar: Unicode.Scalar) -> Int {
        if scalar.isASCII { return (0x20..<0x7F).contains(scalar.value) ? 1 : 0 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: return 0
        default: break
        }
        if joiningJamo.contains(where: { $0.contains(scalar.value) }) { return 0 }
        return scalar.properties.isEmojiPresentation || isWide(scalar) ? 2 : 1
    }

    /// Korean vowels and final consonants, which stand in the columns of the consonant before them.
    private static let joiningJamo: [ClosedRange<UInt32>] = [0x1160...0x11FF, 0xD7B0...0xD7FF]

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= 0x1100 else { return false }
        return wide.contains { $0.contains(scalar.value) }
    }

    /// Wide and fullwidth in Unicode's EastAsianWidth.txt, version 16, without the emoji, which have a property.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2329...0x232A, 0x2630...0x2637, 0x268A...0x268F, 0x2E80...0x303E,
        0x3041...0x3247, 0x3250...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF,
        0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF,
        0x1AFF0...0x1B2FB, 0x1D300...0x1D376, 0x1F200...0x1F265, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
    ]
}
