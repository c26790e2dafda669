import Assistant

/// Turns what the assistant says into lines that fit a screen.
public struct Layout: Hashable, Sendable {
    /// Columns of a line: at least 8, so that most words stay whole, and at most 200.
    public let width: Int

    /// - Parameter width: Columns of the screen; clamped to 8...200.
    public init(width: Int) {
        self.width = min(max(width, 8), 200)
    }

    /// The printable lines of one line of the assistant, cleaned and without spaces at their ends.
    ///
    /// The text wraps between words and goes on under its own beginning, after indent and label; `\n` in it starts
    /// a new line there. A word longer than a line is broken by columns. Nothing but white space is left out.
    public func lines(of line: ScreenLine) -> [String] {
        if let row = plainRow(of: line) { return [row] }
        let label = Sanitizing.clean(line.label)
        let text = Sanitizing.clean(line.text)
        // A narrow screen has no room for white space.
        let indent = width < 20 ? 0 : max(0, line.indent)
        let lead = label.isEmpty || text.isEmpty || label.last == " " ? label : label + " "
        let hang = indent + DisplayWidth.columns(of: lead)

        var rows: [String]
        if width >= 20, hang <= width / 2, !lead.contains("\n") {
            rows = wrapped(text, room: width - hang)
            let first = spaces(indent) + lead + rows[0]
            rows = [first] + rows.dropFirst().map { spaces(hang) + $0 }
        } else {
            // On a narrow screen, or after a lead that takes half of it, all wraps along, or the text becomes a ribbon.
            let indent = min(indent, width / 2)
            rows = wrapped(lead + text, room: width - indent).map { spaces(indent) + $0 }
        }
        rows = rows.map(trimmed)
        if line.isRuler, rows.count == 1 { rows[0] = filled(rows[0]) }
        return rows
    }

    /// The line as it is, when nothing of it has to be cleaned, broken or left out: nearly every line of a question.
    private func plainRow(of line: ScreenLine) -> String? {
        guard width >= 20, !line.isRuler, DisplayWidth.isPrintableASCII(line.text),
            line.text.utf8.last.map({ $0 != UInt8(ascii: " ") }) ?? line.label.isEmpty,
            DisplayWidth.isPrintableASCII(line.label)
        else { return nil }
        guard !line.text.isEmpty else { return "" }
        let isJoined = line.label.isEmpty || line.label.utf8.last == UInt8(ascii: " ")
        let indent = max(0, line.indent)
        let columns = indent + line.label.utf8.count + (isJoined ? 0 : 1) + line.text.utf8.count
        guard columns <= width, indent <= width / 2 else { return nil }
        return spaces(indent) + line.label + (isJoined ? "" : " ") + line.text
    }

    private func wrapped(_ text: String, room: Int) -> [String] {
        guard text.utf8.contains(UInt8(ascii: "\n")) else { return rows(of: text[...], room: room) }
        return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
            rows(of: $0, room: room)
        }
    }

    /// Rows of one paragraph, each at most `room` columns.
    private func rows(of paragraph: Substring, room: Int) -> [String] {
        if DisplayWidth.columns(of: paragraph) <= room { return [String(paragraph)] }
        var rows: [String] = []
        var row = ""
        var used = 0
        for part in parts(of: paragraph, room: room) {
            let columns =
                DisplayWidth.columns(of: part.gap) + DisplayWidth.columns(of: part.word)
            if used + columns <= room {
                row += part.gap + part.word
                used += columns
                continue
            }
            if !row.isEmpty {
                rows.append(row)
                (row, used) = ("", 0)
            }
            for piece in pieces(of: part.word, room: room) {
                let columns = DisplayWidth.columns(of: piece)
                if used + columns > room {
                    rows.append(row)
                    (row, used) = ("", 0)
                }
                row.append(piece)
                used += columns
            }
        }
        return rows + [row]
    }

    /// A word, and the white space before it.
    private typealias Part = (gap: Substring, word: Substring)

    /// Words; where three spaces set items apart, whole items if they fit.
    private func parts(of paragraph: Substring, room: Int) -> [Part] {
        guard
            paragraph.utf8.split(whereSeparator: { $0 != UInt8(ascii: " ") }).contains(where: {
                $0.count >= Self.itemGap
            })
        else { return words(of: paragraph) }
        let items = words(of: paragraph).reduce(into: [Part]()) { items, part in
            if let last = items.last, part.gap.count < Self.itemGap {
                items[items.count - 1].word = paragraph[last.word.startIndex..<part.word.endIndex]
            } else {
                items.append(part)
            }
        }
        let fit = items.allSatisfy { DisplayWidth.columns(of: $0.word) <= room }
        return fit ? items : words(of: paragraph)
    }

    private static let itemGap = 3

    /// Words as far as a line may end between them: `12 345` is one.
    private func words(of paragraph: Substring) -> [Part] {
        var parts: [Part] = []
        var rest = paragraph
        // Where only the plain space can part words, they are found by their bytes: letter by letter takes ten times
        // as long, and a person waits.
        let isPlain = paragraph.unicodeScalars.allSatisfy(DisplayWidth.isPlain)
        let space = UInt8(ascii: " ")
        while !rest.isEmpty {
            let start =
                isPlain ? rest.utf8.firstIndex { $0 != space } : rest.firstIndex { !isBreak($0) }
            let gap = rest[..<(start ?? rest.endIndex)]
            let ink = rest[gap.endIndex...]
            let end = isPlain ? ink.utf8.firstIndex(of: space) : ink.firstIndex(where: isBreak)
            let word = ink[..<(end ?? ink.endIndex)]
            rest = rest[word.endIndex...]
            if let last = parts.last, gap.count == 1, last.word.last?.isNumber == true,
                word.first?.isNumber == true
            {
                parts[parts.count - 1].word = paragraph[last.word.startIndex..<word.endIndex]
            } else {
                parts.append((gap, word))
            }
        }
        return parts
    }

    /// What a long word may be broken into: its characters, or the parts of a character wider than the room.
    private func pieces(of word: Substring, room: Int) -> [Character] {
        word.flatMap { character in
            DisplayWidth.columns(of: character) > room
                ? character.unicodeScalars.map(Character.init) : [character]
        }
    }

    private func filled(_ row: String) -> String {
        let line = row.hasSuffix("──") ? row : row + " "
        let missing = min(width, 80) - DisplayWidth.columns(of: line)
        return missing > 0 ? line + String(repeating: "─", count: missing) : row
    }

    private func trimmed(_ row: String) -> String {
        if row.utf8.last.map({ (0x21..<0x7F).contains($0) }) ?? true { return row }
        guard let last = row.lastIndex(where: { !isBreak($0) }) else { return "" }
        return String(row[...last])
    }

    private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

    /// White space at which a line may end: not the spaces that hold words together.
    private func isBreak(_ character: Character) -> Bool {
        switch character {
        case " ": true
        case "\u{A0}", "\u{2007}", "\u{202F}": false
        default: character.isWhitespace && character.unicodeScalars.count == 1
        }
    }
}
