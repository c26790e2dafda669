import Assistant

extension Prompt {
    /// What stands before the typed line: `   › ` inside a talk, `klachtwijzer › ` between talks.
    var mark: String {
        title.isEmpty ? "   › " : Sanitizing.clean(title) + " › "
    }

    /// The lines that Tab leaves to choose from.
    func listed(_ lines: [String]) -> [ScreenLine] {
        let shown = lines.prefix(Completer.mostChoices).map { ScreenLine($0, indent: 5, style: .faint) }
        guard lines.count > shown.count else { return shown }
        let more = remarks.moreChoices.replacing("{aantal}", with: String(lines.count - shown.count))
        return shown + [ScreenLine(more, indent: 5, style: .faint)]
    }
}
