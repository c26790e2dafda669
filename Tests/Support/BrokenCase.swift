import Foundation

/// An edit that breaks one file of the dialogs: `bestand`, what to find, what to put there, and the message.
///
/// A second line `gemeente: duinrode` takes the dialogs of `Tests/Cases/Gemeenten`. Of a name like
/// `belofte-gebroken.delen` the code stands before the dot.
public struct BrokenCase: Sendable {
    public let code: String
    /// Of which gemeente.
    public let gemeente: String
    public let file: String
    public let find: String
    public let replacement: String
    public let message: String
    private let path: String

    /// Every case of a folder below `Tests/Cases`, by its code.
    public static func all(in folder: String) -> [BrokenCase] {
        TemporaryFolder.files(below: Tree.root + "/Tests/Cases/" + folder).filter { $0.hasSuffix(".txt") }
            .map(BrokenCase.init)
    }

    private init(path: String) {
        let name = path.split(separator: "/").last ?? ""
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            preconditionFailure("no case \(path)")
        }
        var rest = text[...]
        var fields: [String] = []
        for part in ["\n--- zoek\n", "\n--- vervang\n", "\n--- melding\n"] {
            guard let range = rest.range(of: part) else { preconditionFailure("\(name) misses \(part)") }
            fields.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        self.path = path
        code = String(name.prefix { $0 != "." })
        let head = fields[0].split(separator: "\n")
        file = String(head[0].dropFirst("bestand: ".count))
        gemeente = head.count > 1 ? String(head[1].dropFirst("gemeente: ".count)) : "haarlem"
        find = fields[1]
        replacement = fields[2]
        message = String(rest.hasSuffix("\n") ? rest.dropLast() : rest)
    }

    /// Keeps another message.
    public func update(_ told: String) throws {
        let other = gemeente == "haarlem" ? "" : "\ngemeente: \(gemeente)"
        let text =
            "bestand: \(file)\(other)\n--- zoek\n\(find)\n--- vervang\n\(replacement)\n--- melding\n\(told)\n"
        try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
}
