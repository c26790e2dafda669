import Assistant
import TestSupport

@testable import Terminal

/// A conversation without a terminal: types prepared lines and keeps what the screen would show.
final class MemoryConsole: Console {
    private(set) var shown = ""
    /// Lines that were not asked for yet.
    private(set) var waiting: ArraySlice<String>
    /// Something was asked when all lines were typed.
    private(set) var ranOut = false
    /// Of the last prompt.
    private(set) var completer = Completer.none
    private let layout: Layout
    /// What happens elsewhere before a line is typed.
    private let meanwhile: (_ line: String) -> Void
    /// Hears each row as it comes on the screen.
    private let whenShown: (_ row: String) -> Void

    init(
        typing lines: [String], columns: Int, meanwhile: @escaping (_ line: String) -> Void = { _ in },
        whenShown: @escaping (_ row: String) -> Void = { _ in }
    ) {
        self.meanwhile = meanwhile
        self.whenShown = whenShown
        waiting = lines[...]
        layout = Layout(width: columns)
    }

    func write(_ lines: [ScreenLine]) {
        for line in lines {
            for row in layout.lines(of: line) {
                whenShown(row)
                shown += row + "\n"
            }
        }
    }

    func read(_ prompt: Prompt) -> Typed {
        prompt.whenShown()
        completer = prompt.completer
        let line = waiting.popFirst()
        if let line { meanwhile(line) }
        shown += prompt.mark + (line ?? "") + "\n"
        switch line {
        case nil:
            ranOut = true
            return .end
        case Transcript.endOfInput, Transcript.interrupt: return .interrupted
        case let line?: return .line(line)
        }
    }
}
