/// A line while it is edited: where words begin and lines end, without a terminal.
struct EditedText: Hashable {
    var scalars: [Unicode.Scalar]
    /// Between 0 and the count.
    var cursor: Int

    var isEmpty: Bool { scalars.isEmpty }
    var isAtEnd: Bool { cursor == scalars.count }
    var string: String {
        var view = String.UnicodeScalarView()
        // One by one: all at once is done by way of generic code that is far slower.
        for scalar in scalars { view.append(scalar) }
        return String(view)
    }

    /// Where the word before the cursor begins.
    var wordStart: Int {
        var place = cursor
        while place > 0, !isWord(scalars[place - 1]) { place -= 1 }
        while place > 0, isWord(scalars[place - 1]) { place -= 1 }
        return place
    }

    /// Where the word after the cursor ends.
    var wordEnd: Int {
        var place = cursor
        while place < scalars.count, !isWord(scalars[place]) { place += 1 }
        while place < scalars.count, isWord(scalars[place]) { place += 1 }
        return place
    }

    /// Where the line that the cursor is in begins, in a text of several.
    var lineStart: Int { scalars[..<cursor].lastIndex(of: "\n").map { $0 + 1 } ?? 0 }
    var lineEnd: Int { scalars[cursor...].firstIndex(of: "\n") ?? scalars.count }

    /// The same column in the line above or below; nothing in the first or last one.
    func vertical(_ step: Int) -> Int? {
        let column = cursor - lineStart
        if step < 0 {
            guard lineStart > 0 else { return nil }
            let end = lineStart - 1
            let start = scalars[..<end].lastIndex(of: "\n").map { $0 + 1 } ?? 0
            return min(start + column, end)
        }
        guard lineEnd < scalars.count else { return nil }
        let start = lineEnd + 1
        let end = scalars[start...].firstIndex(of: "\n") ?? scalars.count
        return min(start + column, end)
    }

    /// The character before the cursor with all its marks.
    var characterStart: Int {
        guard cursor > 0 else { return 0 }
        let before = EditedText(scalars: Array(scalars[..<cursor]), cursor: cursor).string
        return cursor - (before.last?.unicodeScalars.count ?? 0)
    }

    var characterEnd: Int {
        guard cursor < scalars.count else { return cursor }
        let after = EditedText(scalars: Array(scalars[cursor...]), cursor: 0).string
        return cursor + (after.first?.unicodeScalars.count ?? 0)
    }

    private func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
    }
}
