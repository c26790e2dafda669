import Assistant

extension LineEditor {
    /// Shows dim what Tab would add, or the refused answer, behind the cursor.
    func showHint() {
        guard screen.styling.isOn, hintColumns == 0 else { return }
        let text = text
        guard text.isAtEnd else { return }
        let hint = text.isEmpty ? prompt.refused : prompt.completer.hint(for: text.string)
        guard !hint.isEmpty else { return }
        let place = area.place(behind: Array(prompt.mark.unicodeScalars) + text.scalars)
        let beside = place.row == 0 && !shownNote.isEmpty ? DisplayWidth.columns(of: shownNote) + 3 : 1
        var room = area.columns - place.column - beside
        let shown = Sanitizing.clean(hint).prefix { character in
            room -= character == "\n" ? room + 1 : DisplayWidth.columns(of: character)
            return room >= 0
        }
        guard !shown.isEmpty else { return }
        hintColumns = DisplayWidth.columns(of: String(shown))
        write("\u{1B}7\u{1B}[2m\(shown)\u{1B}[0m\u{1B}8")
    }

    func hideHint() {
        guard hintColumns > 0 else { return }
        write("\u{1B}7" + String(repeating: " ", count: hintColumns) + "\u{1B}8")
        hintColumns = 0
    }
}
