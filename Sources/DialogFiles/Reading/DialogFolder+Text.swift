import DialogEngine

extension DialogFolder {
    /// The text of a file that must be there; nil, with a diagnostic, when it cannot be read.
    func text(_ name: String, into diagnostics: Diagnostics) -> String? {
        guard let file = file(name) else {
            diagnostics.add(
                .missingFile, at: Place(file: shown(name), line: 1, column: 1), "dit bestand ontbreekt")
            return nil
        }
        return tell(file, diagnostics) ? file.text : nil
    }

    /// Says why a file cannot be read.
    ///
    /// - Returns: Whether it can.
    @discardableResult
    func tell(_ file: File, _ diagnostics: Diagnostics) -> Bool {
        if let problem = file.problem {
            diagnostics.add(
                .unreadableFile, at: Place(file: shown(file.name), line: 1, column: 1), problem.words)
            return false
        }
        guard file.isText else {
            diagnostics.add(
                .notText, at: firstOddByte(file),
                "dit bestand is geen leesbare tekst (UTF-8); bewaar het opnieuw als tekst")
            return false
        }
        return true
    }

    /// Where the first piece stands that is not UTF-8.
    private func firstOddByte(_ file: File) -> Place {
        let text = file.text.unicodeScalars
        let end = text.firstIndex(of: "\u{FFFD}") ?? text.startIndex
        return Place(file: shown(file.name), before: text[..<end])
    }
}

extension Place {
    /// The place where this text ends.
    init(file: String, before text: Substring.UnicodeScalarView) {
        let line = text.lastIndex(of: "\n").map { text[text.index(after: $0)...] } ?? text
        self.init(file: file, line: text.count { $0 == "\n" } + 1, column: line.count + 1)
    }
}
