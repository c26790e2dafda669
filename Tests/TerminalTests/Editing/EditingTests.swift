import Assistant
import Testing

@testable import Terminal

@Suite("A line while it is edited")
struct EditedTextTests {
    /// `|` marks the cursor.
    private func edited(_ marked: String) -> EditedText {
        let scalars = Array(marked.unicodeScalars)
        let cursor = scalars.firstIndex(of: "|") ?? scalars.count
        return EditedText(scalars: scalars.filter { $0 != "|" }, cursor: cursor)
    }

    @Test(
        "Words",
        arguments: [
            ("een twee|", 4, 8), ("een |twee", 0, 8), ("een tw|ee", 4, 8), ("|een", 0, 3),
            ("één, twee|", 5, 9),
            ("een  | twee", 0, 10), ("06-123|", 3, 6), ("", 0, 0), ("!!|", 0, 2),
        ])
    func words(marked: String, start: Int, end: Int) {
        let text = edited(marked)
        #expect(text.wordStart == start && text.wordEnd == end)
    }

    @Test("Lines of a text of several, and the same column above and below")
    func lines() {
        let text = edited("een\ntw|ee\nd")
        #expect(text.lineStart == 4 && text.lineEnd == 8)
        #expect(text.vertical(-1) == 2 && text.vertical(1) == 10)
        #expect(edited("ee|n").vertical(-1) == nil && edited("een\ntw|").vertical(1) == nil)
    }

    @Test("A character with its marks is stepped over as one")
    func characters() {
        #expect(edited("a👨‍👩‍👧|").characterStart == 1)
        #expect(edited("|👍🏽a").characterEnd == 2)
        #expect(edited("|").characterStart == 0 && edited("|").characterEnd == 0)
    }
}

@Suite("Where things stand on the screen")
struct EditAreaTests {
    @Test(
        "Rows and columns",
        arguments: [
            ("abc", 0, 3), ("abcdefghij", 1, 0), ("abcdefghi中", 1, 2), ("ab\nc", 1, 1), ("中中中中中", 1, 0),
            ("", 0, 0), ("abc\u{1FAE8}", 1, 1),
        ])
    func places(text: String, row: Int, column: Int) {
        let place = EditArea(columns: 10).place(behind: text.unicodeScalars)
        #expect((place.row, place.column) == (row, column))
    }

    @Test("libedit is sure of its cursor in even text that leaves a row free")
    func sure() {
        let area = EditArea(columns: 10, rows: 3)
        func isSure(_ text: String) -> Bool { area.isSure(area.place(behind: text.unicodeScalars)) }
        #expect(isSure("") && isSure("abcdefghijklm") && isSure("ab\né"))
        #expect(!isSure("中") && !isSure("a中b") && !isSure("a\nb\nc") && !isSure("e\u{301}"))
    }
}

@Suite("What can be had back")
struct HistoryTests {
    private func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }

    @Test("Earlier lines of the same place, and the one being typed at the end")
    func lines() {
        var history = History()
        history.begin(at: Prompt.Place(talk: 1, question: "verhaal"))
        history.add(scalars("een"))
        history.begin(at: Prompt.Place(talk: 1, question: "verhaal"))
        history.add(scalars("twee"))
        history.begin(at: Prompt.Place(talk: 1, question: "verhaal"))
        #expect(history.move(-1, from: scalars("half")) == scalars("twee"))
        #expect(history.move(-1, from: scalars("twee")) == scalars("een"))
        #expect(history.move(-1, from: scalars("een")) == nil)
        #expect(history.move(1, from: scalars("een")) == scalars("twee"))
        #expect(history.move(1, from: scalars("twee")) == scalars("half"))
        #expect(history.move(1, from: scalars("half")) == nil)
    }

    @Test("Nothing of another place; killed words stay in their talk")
    func places() {
        var history = History()
        history.begin(at: Prompt.Place(talk: 1, question: "naam"))
        history.add(scalars("Ans"))
        history.kill(scalars("geheim"))
        history.begin(at: Prompt.Place(talk: 1, question: "postcode"))
        #expect(history.move(-1, from: []) == nil)
        #expect(history.killed == scalars("geheim"))
        history.begin(at: Prompt.Place(talk: 2, question: "postcode"))
        #expect(history.killed == [])
    }
}
