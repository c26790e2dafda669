import DialogEngine
import Rules

/// Reads the talk of a case: what is asked, and behind a `>` what somebody types.
struct TypedTalkReader {
    let diagnostics: Diagnostics
    /// Of the file that it stands in.
    let lines: [Substring]

    func read(_ node: YAMLNode, of name: String) -> [DialogCase.Line] {
        guard case .text(let text, let place) = node else {
            diagnostics.add(
                .wrongType, at: node.place,
                "hier hoort een gesprek; schrijf 'gesprek: |' en daaronder elke regel")
            return []
        }
        let talk = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .compactMap { index, line in Self.line(line.trimmed, number: index + 1) }
        if !talk.contains(where: { $0.isTyped }) {
            diagnostics.add(
                .wrongType, at: place, "in dit gesprek typt niemand iets; zet '>' voor wat iemand typt")
        }
        for line in talk {
            diagnostics.stands(.line(case: name, number: line.number), at: self.place(line, in: node.place))
        }
        return talk
    }

    /// nil for a line that only makes room.
    private static func line(_ text: String, number: Int) -> DialogCase.Line? {
        if text.isEmpty { return nil }
        guard text.hasPrefix(">") else { return DialogCase.Line(number: number, content: .asked(text)) }
        return DialogCase.Line(number: number, content: .typed(text.dropFirst().trimmed))
    }

    /// Below the `|` line by line; elsewhere the whole text has one place.
    private func place(_ line: DialogCase.Line, in whole: Place) -> Place {
        let index = whole.line - 1 + line.number
        guard lines.indices.contains(index), lines.indices.contains(whole.line - 1),
            lines[whole.line - 1].contains(": |")
        else { return whole }
        let indent = lines[index].prefix { $0 == " " }.count
        return Place(file: whole.file, line: index + 1, column: indent + 1)
    }
}

extension DialogCase.Line {
    fileprivate var isTyped: Bool { if case .typed = content { true } else { false } }
}
