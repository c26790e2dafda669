extension StringProtocol {
    /// Whether this character of ASCII is in it. In place: the view of a string costs four times as much for each byte.
    public func holds(_ byte: UInt8) -> Bool {
        utf8.withContiguousStorageIfAvailable { $0.contains(byte) } ?? utf8.contains(byte)
    }
}

/// Words for people, as the gemeente writes them: in Dutch.
///
/// `{naam}` in the words is a place to fill: see `fill(_:_:)`. Another language has its own words for the whole
/// text: see `Translation`.
public struct Text: Hashable, Sendable {
    /// Empty for a text that says nothing.
    public let words: String

    public init(_ words: String) { self.words = words }

    public static let none = Text("")

    public var isEmpty: Bool { words.isEmpty }

    /// The words with every `{name}` replaced by its value; a name without a value is left standing.
    public static func fill(_ template: String, _ values: [String: String]) -> String {
        fill(template) { values[$0] }
    }

    public static func fill(_ template: String, _ value: (String) -> String?) -> String {
        // By bytes: a brace is never part of another letter.
        guard var open = template.utf8.firstIndex(of: UInt8(ascii: "{")) else { return template }
        var result = ""
        var rest = template[...]
        while true {
            result += rest[..<open]
            rest = rest[open...]
            guard let close = rest.utf8.firstIndex(of: UInt8(ascii: "}")) else { return result + rest }
            let name = String(rest[rest.utf8.index(after: open)..<close])
            result += value(name) ?? "{\(name)}"
            rest = rest[rest.utf8.index(after: close)...]
            guard let next = rest.utf8.firstIndex(of: UInt8(ascii: "{")) else { return result + rest }
            open = next
        }
    }

    /// The names of the places to fill, sorted.
    public static func places(in template: String) -> [String] {
        template.split(separator: "{").dropFirst(template.first == "{" ? 0 : 1).compactMap { part in
            part.firstIndex(of: "}").map { String(part[..<$0]) }
        }.sorted()
    }
}
