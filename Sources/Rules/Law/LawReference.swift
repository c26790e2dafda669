/// A place in a statute as lawyers cite it, such as `Awb 9:11 lid 1` or `BW 3:310`.
///
/// Any text makes a reference, so that a citation is never lost; `article` is nil when none was
/// recognised, which a check of the files can report.
public struct LawReference: Hashable, Sendable, CustomStringConvertible {
    /// The citation as it is shown, with single spaces.
    public let text: String
    public init(_ text: String) {
        self.text =
            text.contains("  ") || text.first == " " || text.last == " "
            ? text.words.joined(separator: " ") : text
    }

    /// The statute: the words before the first one that begins with a digit, such as `Awb`.
    public var law: String { lawWords.joined(separator: " ") }

    /// The article, such as `9:11`, `257e` or `4.4`; nil when the text names none.
    public var article: String? { text.words.dropFirst(lawWords.count).first.map(String.init) }

    /// What follows the article, such as `lid 1` or `lid 1 b`; nil when nothing does.
    public var part: String? {
        let words = text.words.dropFirst(lawWords.count + 1)
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    private var lawWords: ArraySlice<Substring> {
        text.words.prefix { word in word.utf8.first.map { !(48...57).contains($0) } ?? true }
    }

    public var description: String { text }

    /// The citation of a term the municipality set for itself, which no statute gives.
    public static let ownNorm = LawReference("eigen norm")
}

extension String {
    fileprivate var words: [Substring] { split(whereSeparator: \.isWhitespace) }
}
