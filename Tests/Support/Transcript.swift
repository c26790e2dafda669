import Foundation

/// A conversation as it stands on the screen, with what was typed behind the prompt marks.
///
/// Above it stand lines such as `# vandaag: 2026-11-25`. `^C` and `^D` are typed as those keys.
public struct Transcript: Sendable, CustomStringConvertible {
    public let path: String
    public let today: String
    public let seed: UInt64
    public let columns: Int
    /// The language in which it begins.
    public let language: String
    /// In which voice it is held: `balie`, `telefoon`.
    public let voice: String
    /// The store must hold no word of what was typed.
    public let leavesNoTrace: Bool
    /// Lines of the header, as they stand in the file.
    public let header: [String]
    /// What the screen shows, without spaces at the ends of lines.
    public let screen: String
    /// What was typed, line by line.
    public let typed: [String]

    /// Its path below the transcripts: `en/uwv.txt`.
    public var name: String { String(path.dropFirst(Tree.transcripts.count + 1)) }
    public var description: String { name }

    public static let endOfInput = "^D"
    public static let interrupt = "^C"
    public static let marks = ["   ›", "klachtwijzer ›"]

    public init(path: String) throws {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let header = Array(lines.prefix { $0.hasPrefix("# ") })
        self.init(path: path, header: header, screen: lines.dropFirst(header.count))
    }

    /// A talk of which only the typed lines matter, on an ordinary day.
    public init(typing lines: [String], header: [String] = []) {
        self.init(path: "", header: header, screen: lines.map { "\(Self.marks[0]) \($0)" }[...])
    }

    private init(path: String, header: [String], screen lines: ArraySlice<String>) {
        self.path = path
        self.header = header
        let values = Dictionary(
            header.compactMap { line -> (String, String)? in
                let parts = line.dropFirst(2).split(separator: ":", maxSplits: 1).map(String.init)
                return parts.count == 2 ? (parts[0], parts[1].trimmingCharacters(in: .whitespaces)) : nil
            }, uniquingKeysWith: { first, _ in first })
        today = values["vandaag"] ?? "2026-11-25"
        seed = values["zaad"].flatMap(UInt64.init) ?? 1
        columns = values["breedte"].flatMap(Int.init) ?? 80
        language = values["taal"] ?? "nl"
        voice = values["stem"] ?? "balie"
        leavesNoTrace = values["spoor"] == "geen"
        screen = Self.tidied(lines.joined(separator: "\n"))
        typed = lines.compactMap { line in
            Self.marks.first(where: line.hasPrefix).map { mark in
                String(line.dropFirst(mark.count)).trimmingCharacters(in: .whitespaces)
            }
        }
    }

    /// It ends by Ctrl-C or Ctrl-D, pressed twice.
    public var isInterrupted: Bool {
        let last = typed.suffix(2)
        return last.count == 2 && last.allSatisfy { [Self.interrupt, Self.endOfInput].contains($0) }
    }

    /// With one kind of line end, without spaces at the ends of lines and empty lines at the end.
    public static func tidied(_ screen: String) -> String {
        var lines = screen.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
            String(line.reversed().drop { $0 == " " }.reversed())
        }
        while lines.last == "" { lines.removeLast() }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Every transcript beside the tests, by name.
    public static let all: [Transcript] = {
        do {
            let names = try FileManager.default.subpathsOfDirectory(atPath: Tree.transcripts)
            return try names.filter { $0.hasSuffix(".txt") }.sorted().map {
                try Transcript(path: "\(Tree.transcripts)/\($0)")
            }
        } catch {
            preconditionFailure("the transcripts beside the tests can be read: \(error)")
        }
    }()

    /// The same conversation in another language, in a folder of that name.
    public func twin(in language: String) -> Transcript? {
        Self.all.first { $0.name == "\(language)/\(name)" }
    }

    /// Writes what was shown as what is expected from now on.
    public func rewrite(_ shown: String) throws {
        let text = header.map { $0 + "\n" }.joined() + Self.tidied(shown)
        try Data(text.utf8).write(to: URL(filePath: path))
    }

    /// The screen as a terminal shows it, which breaks a typed line where the window ends.
    public var onTerminal: String {
        let lines = screen.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
            Self.marks.contains(where: line.hasPrefix) ? pieces(of: line) : [line]
        }
        return lines.joined(separator: "\n")
    }

    private func pieces(of line: Substring) -> [Substring] {
        var pieces: [Substring] = []
        var rest = line
        while rest.count > columns {
            pieces.append(rest.prefix(columns))
            rest = rest.dropFirst(columns)
        }
        return pieces + [rest]
    }

    /// What to say when the screen showed something else: both, whole; nil when it is the same.
    public func difference(from shown: String, isOnTerminal: Bool = false) -> String? {
        let shown = Self.tidied(shown)
        let screen = isOnTerminal ? Self.tidied(onTerminal) : screen
        guard shown != screen else { return nil }
        let pairs = zip(shown.split(separator: "\n"), screen.split(separator: "\n"))
        let first = pairs.first { $0 != $1 }
        return """
            \(name) shows something else; the first line that differs:
            expected |\(first?.1 ?? "(more or fewer lines)")
            shown    |\(first?.0 ?? "(more or fewer lines)")
            ===== expected
            \(screen)===== shown
            \(shown)=====
            """
    }
}
