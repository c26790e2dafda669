import DialogEngine
import Rules

/// The fields of one block, read by name; what is not read in the end is an unknown key.
final class Fields {
    let place: Place
    let diagnostics: Diagnostics
    private let entries: [YAMLNode.Entry]
    private var read: Set<String> = []

    /// - Returns: nil, with a diagnostic, when the node is no block of fields.
    init?(_ node: YAMLNode?, _ diagnostics: Diagnostics) {
        guard let node else { return nil }
        guard case .map(let entries, let place) = node else {
            diagnostics.add(.wrongType, at: node.place, "hier hoort een blok met namen en waarden")
            return nil
        }
        self.entries = entries
        self.place = place
        self.diagnostics = diagnostics
    }

    var keys: [YAMLNode.Entry] {
        read.formUnion(entries.map(\.key))
        return entries
    }

    func node(_ key: String) -> YAMLNode? {
        read.insert(key)
        return entries.first { $0.key == key }?.value
    }

    func has(_ key: String) -> Bool { entries.contains { $0.key == key } }

    func placeOfKey(_ key: String) -> Place { entries.first { $0.key == key }?.keyPlace ?? place }

    func required(_ key: String) -> YAMLNode? {
        guard let found = node(key) else {
            diagnostics.add(.missingKey, at: place, "hier ontbreekt '\(key)'")
            return nil
        }
        return found
    }

    /// A value that may be absent or `null`.
    func optionalString(_ key: String) -> String? {
        guard let node = node(key) else { return nil }
        let value = string(node)
        return value == "null" || value == "~" || value == "" ? nil : value
    }

    func string(_ key: String) -> String { required(key).flatMap(string) ?? "" }

    /// The `id` of a block, which from now on has its place in the folder.
    func id(_ part: (String) -> HandbookPart) -> String {
        let id = string("id")
        diagnostics.stands(part(id), at: node("id")?.place ?? place)
        return id
    }

    func string(_ node: YAMLNode) -> String? {
        guard case .text(let text, _) = node else {
            diagnostics.add(.wrongType, at: node.place, "hier hoort één tekst, geen lijst of blok")
            return nil
        }
        return text
    }

    /// A list of texts; a single text counts as a list of one.
    func strings(_ key: String) -> [String] { located(key).map(\.text) }

    func located(_ key: String) -> [(text: String, place: Place)] {
        switch node(key) {
        case nil: return []
        case .text(let text, let place): return [(text, place)]
        case .list(let nodes, _): return nodes.compactMap { node in string(node).map { ($0, node.place) } }
        case .map(_, let place):
            diagnostics.add(.wrongType, at: place, "hier hoort een lijst")
            return []
        }
    }

    func list(_ key: String, isRequired: Bool = false) -> [YAMLNode] {
        guard let node = isRequired ? required(key) : node(key) else { return [] }
        guard case .list(let nodes, _) = node else {
            diagnostics.add(.wrongType, at: node.place, "hier hoort een lijst met streepjes")
            return []
        }
        return nodes
    }

    func flag(_ key: String) -> Bool {
        guard let node = node(key), let text = string(node) else { return false }
        switch text {
        case "ja": return true
        case "nee": return false
        default:
            diagnostics.add(.unknownWord, at: node.place, "schrijf hier ja of nee, niet '\(text)'")
            return false
        }
    }

    func number(_ key: String, upTo most: Int) -> Int {
        guard let text = required(key).flatMap(string) else { return 1 }
        guard let number = Int(text), (1...most).contains(number) else {
            diagnostics.add(
                .wrongType, at: placeOfKey(key), "hier hoort een getal van 1 tot en met \(most)")
            return 1
        }
        return number
    }

    func day(_ key: String, isRequired: Bool = false) -> Day? {
        if isRequired, !has(key) {
            _ = required(key)
            return nil
        }
        guard let text = optionalString(key), let node = node(key) else { return nil }
        guard let day = Day(iso: text) else {
            diagnostics.add(
                .badDate, at: node.place, "'\(text)' is geen datum; schrijf bijvoorbeeld '2026-11-25'")
            return nil
        }
        return day
    }

    /// A word out of a fixed list.
    func word<Word: RawRepresentable & CaseIterable>(_ key: String, _: Word.Type = Word.self) -> Word?
    where Word.RawValue == String {
        guard let node = required(key), let text = string(node) else { return nil }
        if let word = Word(rawValue: text) { return word }
        let known = Word.allCases.map(\.rawValue)
        diagnostics.add(
            .unknownWord, at: node.place,
            "'\(text)' ken ik hier niet" + Suggestion.near(text, among: known) + " (mogelijk: "
                + known.joined(separator: ", ") + ")")
        return nil
    }

    /// Dutch words for people.
    func text(_ key: String) -> Text {
        guard let node = node(key) else { return .none }
        return text(node)
    }

    func requiredText(_ key: String) -> Text { required(key).map(text) ?? .none }

    func text(_ node: YAMLNode) -> Text {
        guard let words = string(node) else { return .none }
        diagnostics.hears(words, at: node.place)
        return Text(words)
    }

    /// A name that people hear and that is not the same in every language.
    func spoken(_ key: String) -> String { requiredText(key).words }

    /// A name that may have a translation, such as "Een andere gemeente".
    func name(_ key: String) -> String {
        let name = string(key)
        diagnostics.hears(name: name)
        return name
    }

    func optionalSpoken(_ key: String) -> String? { has(key) ? text(key).words : nil }

    func spokenList(_ key: String) -> [String] {
        located(key).map { words, place in
            diagnostics.hears(words, at: place)
            return words
        }
    }

    /// Reports every key that nothing asked for.
    func finish() {
        for entry in entries where !read.contains(entry.key) {
            // No key has a space: here a text with a comma was cut in two.
            diagnostics.add(
                .unknownKey, at: entry.keyPlace,
                entry.key.contains(" ")
                    ? "'\(entry.key)' hoort hier niet; is het een stuk van een tekst met een komma, "
                        + "zet dan de hele tekst tussen aanhalingstekens"
                    : "'\(entry.key)' hoort hier niet" + Suggestion.near(entry.key, among: read.sorted()))
        }
    }
}
