import DialogEngine
import Yams

/// A place in a file, counted from 1.
public struct Place: Hashable, Sendable {
    public let file: String
    public let line: Int
    public let column: Int

    public init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }
}

/// A piece of a dialog file with its place; every scalar is text, whatever YAML would make of it.
indirect enum YAMLNode {
    case text(String, Place)
    case list([YAMLNode], Place)
    case map([Entry], Place)

    struct Entry {
        let key: String
        let keyPlace: Place
        let value: YAMLNode
    }

    var place: Place {
        switch self {
        case .text(_, let place), .list(_, let place), .map(_, let place): place
        }
    }
}

/// The one place that knows Yams: text in, nodes out.
enum YAMLText {
    /// - Returns: nil when the file could not be read as YAML; the reason is then among the diagnostics.
    static func parse(_ text: String, file: String, into diagnostics: Diagnostics) -> YAMLNode? {
        if let place = anchor(in: text, file) {
            diagnostics.add(.anchor, at: place, noAnchors)
            return nil
        }
        do {
            let parser = try Parser(yaml: text)
            // Nodes do not hold on to their anchors; the parser does.
            defer { withExtendedLifetime(parser) {} }
            guard let root = try parser.singleRoot() else {
                diagnostics.add(
                    .emptyFile, at: Place(file: file, line: 1, column: 1),
                    "dit bestand is leeg; schrijf er iets in of haal het weg")
                return nil
            }
            return convert(root, file, diagnostics)
        } catch let error as YamlError {
            report(error, file, diagnostics)
        } catch {
            diagnostics.add(
                .syntax, at: Place(file: file, line: 1, column: 1), "dit bestand is niet te lezen")
        }
        return nil
    }

    private static let noAnchors = "ankers (&) en verwijzingen (*) mogen hier niet; schrijf de tekst voluit"

    /// The first anchor of a text that has aliases too.
    ///
    /// Looked for before parsing: a few lines of aliases can stand for millions of nodes, and the parser compares all of
    /// them when they are a key. Only what begins a value counts, so that a text with `&` is never taken for one
    /// unless there is a `*` just so.
    private static func anchor(in text: String, _ file: String) -> Place? {
        let bytes = Array(text.utf8)
        var first: Int?
        var hasAlias = false
        var beginsValue = true
        for (index, byte) in bytes.enumerated() {
            let next = index + 1 < bytes.count ? bytes[index + 1] : UInt8(ascii: " ")
            switch byte {
            case UInt8(ascii: "&") where beginsValue && next > 0x20: first = first ?? index
            case UInt8(ascii: "*") where beginsValue && next > 0x20: hasAlias = true
            default: break
            }
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"): break
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "["), UInt8(ascii: "{"),
                UInt8(ascii: ","),
                UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "?"):
                beginsValue = true
            default: beginsValue = false
            }
        }
        guard let first, hasAlias else { return nil }
        return Place(file: file, before: Substring(decoding: bytes[..<first], as: UTF8.self).unicodeScalars)
    }

    private static func convert(_ node: Node, _ file: String, _ diagnostics: Diagnostics) -> YAMLNode? {
        let place = Place(file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
        if node.anchor != nil {
            diagnostics.add(.anchor, at: place, noAnchors)
            return nil
        }
        switch node {
        case .alias:
            diagnostics.add(.anchor, at: place, "verwijzingen (*) mogen hier niet; schrijf de tekst voluit")
            return nil
        case .scalar(let scalar):
            if hasTag(scalar.tag) { reportTag(place, diagnostics) }
            return .text(scalar.string, place)
        case .sequence(let sequence):
            if hasTag(sequence.tag) { reportTag(place, diagnostics) }
            return .list(sequence.compactMap { convert($0, file, diagnostics) }, place)
        case .mapping(let mapping):
            if hasTag(mapping.tag) { reportTag(place, diagnostics) }
            var entries: [YAMLNode.Entry] = []
            for (key, value) in mapping {
                guard case .text(let name, let keyPlace)? = convert(key, file, diagnostics) else {
                    diagnostics.add(.wrongType, at: place, "een sleutel moet één woord zijn")
                    continue
                }
                guard let node = convert(value, file, diagnostics) else { continue }
                entries.append(.init(key: name, keyPlace: keyPlace, value: node))
            }
            return .map(entries, place)
        }
    }

    /// A tag that the writer typed, such as `!!int`. What stands in quotes is text by itself and has that tag too.
    private static func hasTag(_ tag: Tag) -> Bool {
        let name = String(describing: tag)
        return !["", "!", "tag:yaml.org,2002:str"].contains(name)
    }

    private static func reportTag(_ place: Place, _ diagnostics: Diagnostics) {
        diagnostics.add(.tag, at: place, "een tag (!) mag hier niet; laat hem weg")
    }

    private static func report(_ error: YamlError, _ file: String, _ diagnostics: Diagnostics) {
        func add(_ mark: Mark?, _ message: String) {
            // Some complaints count from nought.
            let place = Place(file: file, line: max(1, mark?.line ?? 1), column: max(1, mark?.column ?? 1))
            diagnostics.add(.syntax, at: place, message)
        }
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            add(mark, "dit is geen geldige YAML: " + dutch(problem))
        case .duplicatedKeysInMapping(let keys, let context):
            add(
                context.mark,
                "in dit blok staat twee keer '\(keys.first ?? "")'; haal er een weg of geef het een andere naam"
            )
        case .reader(_, _, _, let yaml):
            let text = yaml.unicodeScalars
            let odd = text.firstIndex { !isAllowed($0) } ?? text.startIndex
            diagnostics.add(
                .syntax, at: Place(file: file, before: text[..<odd]),
                "hier staat een teken dat in geen tekst hoort; haal het weg of bewaar het bestand opnieuw als tekst"
            )
        case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
            add(nil, "dit bestand is niet te lezen")
        }
    }

    /// Characters that may stand in a file.
    ///
    /// Source: YAML 1.1, 5.1.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xFEFE, 0xFF00...0xFFFD, 0x10000...: true
        default: false
        }
    }

    /// What the parser's usual complaints mean for a writer.
    private static func dutch(_ problem: String) -> String {
        let known: [(String, String)] = [
            (
                "found character that cannot start any token",
                "dit teken mag hier niet; gebruik spaties in plaats van een tab"
            ),
            (
                "mapping values are not allowed",
                "hier staat een dubbele punt te veel, of deze regel is verder ingesprongen dan die erboven; "
                    + "zet een zin met een dubbele punt tussen aanhalingstekens"
            ),
            (
                "did not find expected key",
                "het inspringen klopt hier niet (een blok begint net zo ver van de kant als het blok erboven), "
                    + "of er ontbreekt een aanhalingsteken"
            ),
            ("did not find expected '-' indicator", "hier hoort een streepje, of het inspringen klopt niet"),
            ("did not find expected ',' or ']'", "hier of op de regel erboven ontbreekt een komma of een ]"),
            ("did not find expected ',' or '}'", "hier of op de regel erboven ontbreekt een komma of een }"),
            ("could not find expected ':'", "hier ontbreekt een dubbele punt"),
            (
                "found undefined alias",
                "een sterretje (*) vooraan heeft hier een betekenis: zet de tekst tussen aanhalingstekens"
            ),
            ("found unexpected end of stream", "er ontbreekt een aanhalingsteken aan het eind"),
            ("found duplicate", "dit staat er twee keer"),
            ("found a tab character", "gebruik spaties in plaats van een tab"),
            ("Maximum nesting level", "hier staan te veel blokken in elkaar"),
            ("found unexpected document", "er ontbreekt een aanhalingsteken aan het eind"),
        ]
        return known.first { problem.contains($0.0) }?.1 ?? "de regel is niet goed opgebouwd (\(problem))"
    }
}
