/// A place in a statute as lawyers cite it, such as `Awb 9:11 lid 1` or `BW 3:310`.
///
/// Any text makes a reference, so that a citation is never lost; `article` is nil when none was
/// recognised, which a check of the files can report.
public struct LawReference: Hashable, Sendable, CustomStringConvertible {
    /// The citation as it is shown, with single spaces.
    public let text: String
    /// The statute: the words before the first one that begins with a digit, such as `Awb`.
    public let law: String
    /// The article, such as `9:11`, `257e` or `4.4`; nil when the text names none.
    public let article: String?
    /// What follows the article, such as `lid 1` or `lid 1 b`; nil when nothing does.
    public let part: String?

    public init(_ text: String) {
        let words = text.split(whereSeparator: \.isWhitespace)
        let isArticle = { (word: Substring) in word.utf8.first.map { (48...57).contains($0) } ?? false }
        let law = words.prefix { !isArticle($0) }
        let rest = words.dropFirst(law.count)
        let part = rest.dropFirst()
        self.text = words.joined(separator: " ")
        self.law = law.joined(separator: " ")
        self.article = rest.first.map(String.init)
        self.part = part.isEmpty ? nil : part.joined(separator: " ")
    }

    public var description: String { text }

    /// The citation of a term the municipality set for itself, which no statute gives.
    public static let ownNorm = LawReference("eigen norm")
}
