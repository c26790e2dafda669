import DialogEngine
import Rules

/// Reckons how many rows words take on a screen, by the indents of the desk.
struct ScreenRoom {
    let screen: WritingRules.Screen
    let translation: Translation
    let handbook: Handbook

    /// A question as it is asked: an empty row, the question with its hint, the choices, the row to type in.
    func rows(of question: Question) -> Int {
        let hints = hints(question).map { words($0, ["nummer": "1"]) }
        let asked = ([translation(question.wording.words)] + hints).joined(separator: " ")
        return 2 + rows(asked, indent: 5) + choices(question)
    }

    /// What a decision tells of a ladder: its title, each step with its name and what to do, the reason, the
    /// row to type in. Last days and telephone numbers, which differ, are not in it.
    ///
    /// - Parameter reason: Rows of the longest reason that can go with it.
    func rows(of ladder: Ladder, reason: Int) -> Int {
        var byStep: [String: Int] = [:]
        for step in ladder.steps {
            // Steps with one id stand instead of each other.
            byStep[step.id] = max(byStep[step.id] ?? 0, 1 + rows(translation(step.how.words), indent: 8))
        }
        return byStep.values.reduce(4 + reason, +)
    }

    func rows(ofReason reason: Text) -> Int {
        rows(words(.because, ["reden": translation(reason.words)]), indent: 5)
    }

    private func hints(_ question: Question) -> [Phrase] {
        var hints: [Phrase] = []
        if question.kind == .multipleChoice { hints.append(.severalHint) }
        if question.kind == .lines { hints.append(.storyHint) }
        if question.enterTakes != nil {
            hints.append(.enterTakes)
        } else if question.isOptional, question.kind != .lines {
            hints.append(.enterSkips)
        }
        return hints
    }

    private func choices(_ question: Question) -> Int {
        let refusals =
            (question.allowsUnknown ? [words(.optionUnknown)] : [])
            + (question.allowsDeclined ? [words(.optionDeclined)] : [])
        guard question.kind == .choice || question.kind == .multipleChoice else {
            return refusals.isEmpty ? 0 : 1
        }
        // The choice stands after its number, which may have two figures.
        let indent = question.options.count + refusals.count < 10 ? 8 : 9
        let labels = question.options.map { rows(translation($0.label.words), indent: indent) }
        let refused = refusals.map { rows($0, indent: indent) }.reduce(0, +)
        // Of many choices the few that fit the story are shown, below a hint and a heading.
        return question.isSearched
            ? 2 + labels.sorted().suffix(8).reduce(refused, +) : labels.reduce(refused, +)
    }

    private func words(_ phrase: Phrase, _ values: [String: String] = [:]) -> String {
        Text.fill(translation(handbook.phrases.text(phrase).words), values)
    }

    /// Rows of a text between its indent and the edge; words go to the next row whole.
    func rows(_ text: String, indent: Int) -> Int {
        let room = screen.columns - indent
        if text.utf8.count <= room, !text.utf8.contains(UInt8(ascii: "{")) { return 1 }
        var rows = 1
        var used = 0
        for word in filled(text).split(separator: " ") {
            let columns = word.count
            if used > 0, used + 1 + columns > room {
                rows += 1
                used = columns
            } else {
                used += columns + (used > 0 ? 1 : 0)
            }
        }
        return rows
    }

    private func filled(_ text: String) -> String {
        let places = Text.places(in: text)
        guard !places.isEmpty else { return text }
        let filling = String(repeating: "x", count: screen.filling)
        return Text.fill(text, Dictionary(places.map { ($0, filling) }) { first, _ in first })
    }
}
