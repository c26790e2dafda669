import Assistant
import CEditLine

extension LineEditor {
    /// Does what is to be done now; libedit then draws what its answer asks for.
    func perform() -> Int32 {
        guard let work = now, let editor else { return Int32(CEL_DONE) }
        now = nil
        // Whatever is drawn now, the note may be erased by it; it comes back with the next pause.
        hideNote()
        switch work {
        case .insert(let scalars): insert(scalars)
        case .replace(let range, let scalars):
            cel_move(editor, Int32(range.upperBound - text.cursor))
            cel_delete_before(editor, Int32(range.count))
            insert(scalars)
        case .move(let place):
            cel_move(editor, Int32(place - text.cursor))
            return Int32(area.isSure(textEnd) ? CEL_CURSOR : CEL_REDRAW)
        case .settle:
            cel_move(editor, Int32(text.scalars.count - text.cursor))
        case .leave(let ending):
            self.ending = ending
            return Int32(CEL_LEAVE)
        case .say(let lines): return saying(lines)
        case .suspend: return suspend()
        case .resume:
            write("\r\n")
            return resume()
        case .resize: return resize()
        }
        return Int32(CEL_REDRAW)
    }

    private func insert(_ scalars: [Unicode.Scalar]) {
        guard let editor, !scalars.isEmpty else { return }
        // Not only typed: Tab brings words out of files.
        var scalars = scalars.map(Sanitizing.safe)
        let before = text
        if let mark = scalars.first, before.cursor > 0,
            let letter = Composing.letter(before.scalars[before.cursor - 1], with: mark)
        {
            cel_delete_before(editor, 1)
            scalars[0] = letter
        }
        scalars = Array(Composing.composed(EditedText(scalars: scalars, cursor: 0).string).unicodeScalars)
        let room = max(0, Paste.limit - text.scalars.count)
        if scalars.count > room {
            scalars = Array(scalars[..<room])
            wasCut = true
            steps.insert(.work(.say([tooLong])), at: 0)
        }
        _ = cel_insert(editor, scalars.map(\.value) + [0])
    }

    /// Shows lines where the prompt is, and the prompt with its line again below them.
    private func saying(_ lines: [ScreenLine]) -> Int32 {
        guard let editor else { return Int32(CEL_DONE) }
        erase(rows: rowOfCursor(area))
        do { try screen.write(lines) } catch { problem = error }
        cel_draw(editor, false)
        return Int32(CEL_DONE)
    }

    private func suspend() -> Int32 {
        guard cel_may_suspend() else { return Int32(CEL_DONE) }
        write(Sequence.pasteOff + "\r\n")
        usualMode.suspend(then: rawMode)
        keys.forgetPause()
        return resume()
    }

    private func resume() -> Int32 {
        guard let editor else { return Int32(CEL_DONE) }
        rawMode.apply()
        write(Sequence.pasteOn)
        cel_draw(editor, true)
        measure(editor)
        return Int32(CEL_DONE)
    }

    private func resize() -> Int32 {
        guard let editor else { return Int32(CEL_DONE) }
        let resized = EditArea(columns: screen.width)
        // Some terminals wrap the line anew and some do not: erase too little rather than what stands above.
        erase(rows: min(rowOfCursor(area), rowOfCursor(resized)))
        cel_draw(editor, true)
        measure(editor)
        return Int32(CEL_DONE)
    }

    /// By libedit's own count: the window may have changed once more since it looked.
    func measure(_ editor: OpaquePointer) {
        var (columns, rows): (Int32, Int32) = (0, 0)
        cel_size(editor, &columns, &rows)
        area = EditArea(columns: Int(columns), rows: Int(rows))
        markEnd = area.place(behind: prompt.mark.unicodeScalars)
    }

    private func rowOfCursor(_ area: EditArea) -> Int {
        let text = text
        let start = area.place(behind: prompt.mark.unicodeScalars)
        return min(area.place(behind: text.scalars[..<text.cursor], from: start).row, screen.height - 1)
    }

    private func erase(rows: Int) {
        write("\r" + Sequence.up(rows) + Sequence.eraseBelow)
    }

    func write(_ text: String) {
        do { try screen.put(text) } catch { problem = error }
    }
}
