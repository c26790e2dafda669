import Assistant

extension LineEditor {
    /// What a key does, as steps that libedit allows.
    func steps(for key: Key) -> [Step] {
        let text = text
        if text.isEmpty, !prompt.refused.isEmpty, takesUpRefused(key) {
            return [.work(.insert(Array(prompt.refused.unicodeScalars)))]
        }
        switch key {
        case .enter:
            hideNote(withNextDrawing: true)
            return [.enter]
        case .interrupt: return interruption(by: "^C")
        case .endOfInput where text.isEmpty: return interruption(by: "^D")
        case .suspend: return [.work(.suspend)]
        case .tab: return completion(of: text)
        case .up, .down: return vertical(key == .up ? -1 : 1, text)
        case .newline: return prompt.takesLines ? [.work(.insert(["\n"]))] : []
        case .paste(let paste): return pasted(paste)
        case .character(let scalar): return [.insert(scalar)]
        case .yank: return history.killed.isEmpty ? [] : [.work(.insert(history.killed))]
        case .killToEnd, .killLine, .killWordLeft, .killWordRight: return killing(key, text)
        case .left: return moving(to: text.characterStart, text)
        case .right: return moving(to: text.characterEnd, text)
        case .wordLeft: return moving(to: text.wordStart, text)
        case .wordRight: return moving(to: text.wordEnd, text)
        case .home: return moving(to: text.lineStart, text)
        case .end: return moving(to: text.lineEnd, text)
        case .backspace: return deleting(max(text.cursor - 1, 0)..<text.cursor, text)
        case .delete, .endOfInput: return deleting(text.cursor..<text.characterEnd, text)
        case .ignored: return []
        }
    }

    /// A refused answer stands dim behind the mark; the keys that edit take it up, others begin anew.
    private func takesUpRefused(_ key: Key) -> Bool {
        switch key {
        case .left, .right, .wordLeft, .wordRight, .home, .end, .backspace, .tab: true
        default: false
        }
    }

    private func moving(to place: Int, _ text: EditedText) -> [Step] {
        place == text.cursor ? [] : [.work(.move(to: place))]
    }

    private func deleting(_ range: Range<Int>, _ text: EditedText) -> [Step] {
        range.isEmpty ? [] : [.work(.replace(range, with: []))]
    }

    private func killing(_ key: Key, _ text: EditedText) -> [Step] {
        let range =
            switch key {
            case .killToEnd: text.cursor..<text.lineEnd
            case .killWordLeft: text.wordStart..<text.cursor
            case .killWordRight: text.cursor..<text.wordEnd
            default: 0..<text.scalars.count
            }
        history.kill(Array(text.scalars[range]))
        return deleting(range, text)
    }

    /// Within a text of several lines first, then through what was typed here before.
    private func vertical(_ step: Int, _ text: EditedText) -> [Step] {
        if let place = text.vertical(step) { return [.work(.move(to: place))] }
        guard let line = history.move(step, from: text.scalars) else { return [] }
        return [.work(.replace(0..<text.scalars.count, with: line))]
    }

    private func pasted(_ paste: Paste) -> [Step] {
        var text = paste.text
        while text.last == "\n" { text.removeLast() }
        if !prompt.takesLines { text = text.map { $0 == "\n" ? " " : $0 } }
        let insert: [Step] = [.work(.insert(text))]
        guard paste.dropped > 0 else { return insert }
        wasCut = true
        return insert + [.work(.say([tooLong]))]
    }

    private func completion(of text: EditedText) -> [Step] {
        // Only what stands before the cursor is completed, and only as a whole.
        guard text.isAtEnd else { return moving(to: text.scalars.count, text) }
        switch prompt.completer.completion(of: text.string) {
        case .nothing: return []
        case .line(let line):
            return [.work(.replace(0..<text.scalars.count, with: Array(line.unicodeScalars)))]
        case .choices(let lines):
            return [.work(.say(prompt.listed(lines)))]
        }
    }

    var tooLong: ScreenLine {
        remark(prompt.remarks.tooLong.replacing("{aantal}", with: String(Paste.limit)))
    }

    func remark(_ words: String) -> ScreenLine { ScreenLine(words, indent: 5, style: .warning) }
}
