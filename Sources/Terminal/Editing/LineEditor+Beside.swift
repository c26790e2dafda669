import Assistant
import CEditLine

/// What stands beside the line, dim, and goes before anything else happens there: the note at the right, and behind
/// the cursor what Tab would add. libedit knows of neither: with a right-hand prompt of its own it draws the whole
/// line at every key.
extension LineEditor {
    func showBeside() {
        let text = text
        let place = textEnd
        showNote(textEnd: place)
        showHint(text, at: place)
    }

    /// Where the line ends on the screen.
    var textEnd: EditArea.Place { area.place(behind: text.scalars, from: markEnd) }

    private func showNote(textEnd: EditArea.Place) {
        guard !isNoteShown, !note.isEmpty, textEnd.row == 0, textEnd.column < noteColumn - 6 else { return }
        let toNote = "\u{1B}7\r\u{1B}[\(noteColumn)C"
        write("\(toNote)\(dim(note))\u{1B}8")
        // Ready before it is needed: somebody waits then.
        noteErasure = "\(toNote)\u{1B}[K\u{1B}8"
    }

    /// Where the note begins, counted from 0; the last column stays free, where some terminals wrap.
    private var noteColumn: Int { area.columns - 1 - DisplayWidth.columns(of: note) }

    private func showHint(_ text: EditedText, at place: EditArea.Place) {
        guard screen.styling.isOn, hintColumns == 0, text.isAtEnd else { return }
        let hint = text.isEmpty ? prompt.refused : prompt.completer.hint(for: text.string)
        guard !hint.isEmpty else { return }
        var room = (isNoteShown ? noteColumn : area.columns) - 1 - place.column
        let shown = Sanitizing.clean(hint).prefix { character in
            room -= character == "\n" ? room + 1 : DisplayWidth.columns(of: character)
            return room >= 0
        }
        guard !shown.isEmpty else { return }
        hintColumns = DisplayWidth.columns(of: shown)
        write("\u{1B}7\(dim(String(shown)))\u{1B}8")
    }

    private func dim(_ text: String) -> String { screen.styling.isOn ? "\u{1B}[2m\(text)\u{1B}[0m" : text }

    func hideHint(withNextDrawing: @autoclosure () -> Bool) {
        guard hintColumns > 0 else { return }
        let erasure = "\u{1B}7" + String(repeating: " ", count: hintColumns) + "\u{1B}8"
        put(erasure, withNextDrawing: withNextDrawing())
        hintColumns = 0
    }

    /// The cursor is in the row of the note, which is the only one for as long as there is a note.
    func hideNote(withNextDrawing: Bool = false) {
        guard let noteErasure else { return }
        put(noteErasure, withNextDrawing: withNextDrawing)
        self.noteErasure = nil
    }

    /// - Parameter withNextDrawing: libedit is sure to draw now; it goes to the terminal together with that.
    private func put(_ codes: String, withNextDrawing: Bool) {
        if withNextDrawing, let editor { cel_put(editor, codes) } else { write(codes) }
    }

    /// Whether one more character leaves room before the note.
    var isNoteFar: Bool {
        !isNoteShown
            || area.place(behind: Array(prompt.mark.unicodeScalars) + text.scalars).column < noteColumn - 4
    }
}
