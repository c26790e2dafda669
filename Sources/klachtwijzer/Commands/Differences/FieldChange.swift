import Proof

/// A field that is written otherwise: only what differs of it, so that a long text is not read twice.
struct FieldChange {
    private let name: String
    private let was: String
    private let becomes: String
    /// Of a list what is no longer there, and what is there now.
    private let gone: [String]
    private let come: [String]
    private let isList: Bool
    /// Nothing but that parts came and went, which is told of the parts themselves.
    let isToldElsewhere: Bool

    init(_ field: PartDifference.Field) {
        name = field.name
        let isOrder = Self.orders.contains(field.name)
        let separator = isOrder ? ", " : "; "
        let old = Self.items(field.old, separator)
        let new = Self.items(field.new, separator)
        gone = old.filter { !new.contains($0) }
        come = new.filter { !old.contains($0) }
        isToldElsewhere = isOrder && old.filter(new.contains) == new.filter(old.contains)
        isList = max(old.count, new.count) > 1 && !(gone.isEmpty && come.isEmpty)
        (was, becomes) = Self.differing(field.old, field.new)
    }

    /// For one line: `kanaal: gemeente-melding wordt gemeente-klacht`; nil when it takes more.
    var short: String? {
        guard !isList, was.count + becomes.count <= 60 else { return nil }
        return "\(name): \(shown(was)) wordt \(shown(becomes))"
    }

    var lines: [String] {
        if let short { return [short] }
        if isList {
            return [name]
                + (gone.isEmpty ? [] : ["  weg    " + PartNames.list(gone)])
                + (come.isEmpty ? [] : ["  erbij  " + PartNames.list(come)])
        }
        return [name, "  was    " + shown(was), "  wordt  " + shown(becomes)]
    }

    private func shown(_ words: String) -> String { words.isEmpty ? "(niets)" : words }

    /// Lists of ids in which only the order is their own.
    private static let orders: Set = ["volgorde", "vragen", "regels", "vermeldingen", "organisaties"]

    private static func items(_ text: String, _ separator: String) -> [String] {
        text.split(separator: separator).map(String.init)
    }

    // MARK: Only what differs

    /// How many words stay on both sides, to know the place again.
    private static let around = 4
    private static let longest = 30

    private static func differing(_ old: String, _ new: String) -> (old: String, new: String) {
        let (old, new) = (words(old), words(new))
        let limit = min(old.count, new.count)
        let before = zip(old, new).prefix { $0 == $1 }.count
        let after = zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count
        let kept = min(after, limit - before)
        func part(_ words: [Substring]) -> String {
            let start = max(0, before - around)
            let end = min(words.count, words.count - kept + around)
            var shown = words[start..<end]
            let isLong = shown.count > longest + 2 * around
            if isLong { shown = shown.prefix(longest + 2 * around) }
            return (start > 0 ? "… " : "") + shown.joined(separator: " ")
                + (isLong || end < words.count ? " …" : "")
        }
        return (part(old), part(new))
    }

    private static func words(_ text: String) -> [Substring] {
        text.split { $0 == " " || $0.isNewline }
    }
}
