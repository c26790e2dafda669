/// Words for people, in one or more languages.
///
/// `{naam}` in the words is a place to fill: see `filled(_:language:)`.
public struct Text: Hashable, Sendable {
    public struct Variant: Hashable, Sendable {
        /// A language code such as `nl`.
        public let language: String
        public let words: String

        public init(language: String, words: String) {
            self.language = language
            self.words = words
        }
    }

    /// The first one stands in for a language that is missing; empty for a text that says nothing.
    public let variants: [Variant]

    public init(_ variants: [Variant]) { self.variants = variants }

    /// Dutch words only.
    public init(_ dutch: String) { self.variants = [Variant(language: "nl", words: dutch)] }

    public static let none = Text([])

    public var isEmpty: Bool { variants.allSatisfy { $0.words.isEmpty } }

    public subscript(language: String) -> String {
        (variants.first { $0.language == language } ?? variants.first)?.words ?? ""
    }

    /// The words with every `{name}` replaced by its value; a name without a value is left standing.
    public func filled(_ values: [String: String], language: String) -> String {
        Text.fill(self[language], values)
    }

    public static func fill(_ template: String, _ values: [String: String]) -> String {
        guard template.utf8.contains(UInt8(ascii: "{")) else { return template }
        var result = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{") {
            result += rest[..<open]
            guard let close = rest[open...].firstIndex(of: "}") else { return result + rest[open...] }
            let name = String(rest[rest.index(after: open)..<close])
            result += values[name] ?? "{\(name)}"
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}
