import Assistant
import CEditLine
import Glibc

/// One line at a time on a terminal, edited through libedit.
///
/// libedit draws the line, keeps its text and cursor, and counts columns. What a key does is decided here: libedit
/// gets only characters to insert, Enter, and one character that means "there is work", done in its own time.
///
/// A class, and of one thread: libedit keeps its address and calls back into it while a line is read.
final class LineEditor {
    enum Ending: Hashable {
        case line(String)
        /// - Parameter key: What stands for the key on the screen: `^C` or `^D`.
        case interrupted(key: String)
        case gone
        /// - Parameter hadText: Something was typed that is no answer yet.
        case mustLeave(signal: Int32, hadText: Bool)
    }

    /// What happens to the line, in a moment when libedit allows it.
    enum Work {
        case insert([Unicode.Scalar])
        case replace(Range<Int>, with: [Unicode.Scalar])
        case move(to: Int)
        /// Hides what only stands beside the line, so that the screen keeps the answer alone.
        case settle
        case leave(Ending)
        case say([ScreenLine])
        case suspend, resume, resize
    }

    enum Step {
        case insert(Unicode.Scalar)
        case work(Work)
        case enter
    }

    let screen: Screen
    let keys: KeyInput
    let usualMode: TerminalMode
    var rawMode: TerminalMode
    var editor: OpaquePointer?
    var history = History()

    var prompt = Prompt()
    /// The prompt is not on the screen yet.
    private var isNew = false
    var area: EditArea
    /// What is done before the next key is asked for.
    var steps: [Step] = []
    var now: Work?
    var ending: Ending?
    var problem: ConsoleProblem?
    /// Something did not fit; said again below the answer, where a long text does not push it off the screen.
    var wasCut = false
    /// The codes that take the note away; nil when it is not shown.
    var noteErasure: String?
    var isNoteShown: Bool { noteErasure != nil }
    /// The note of the prompt, safe to show.
    var note = ""
    /// Where the line begins on the screen.
    var markEnd = EditArea.Place()
    /// Columns of the hint on the screen; 0 when there is none.
    var hintColumns = 0
    /// What was typed when Ctrl-C came, to go on with.
    var kept: (place: Prompt.Place, text: [Unicode.Scalar])?

    /// - Returns: Nothing where libedit cannot work: no UTF-8, or a terminal that cannot move its cursor.
    init?(input: Int32, output: Int32, screen: Screen) {
        guard cel_use_utf8(), let usualMode = TerminalMode(of: input) else { return nil }
        self.usualMode = usualMode
        self.screen = screen
        (rawMode, area) = (usualMode.raw, EditArea(columns: screen.width))
        keys = KeyInput(descriptor: input)
        let callbacks = cel_callbacks(
            context: Unmanaged.passUnretained(self).toOpaque(),  // cel_close comes before the end of self
            next: { LineEditor.at($0).next() },
            work: { LineEditor.at($0).perform() })
        guard let editor = cel_open(input, output, callbacks) else { return nil }
        self.editor = editor
        measure(editor)
        if let rawMode = TerminalMode(of: input) { self.rawMode = rawMode }
        write(Sequence.pasteOn)
    }

    deinit {
        guard let editor else { return }
        write(Sequence.pasteOff)
        cel_close(editor)
        usualMode.apply()
    }

    private static func at(_ context: UnsafeMutableRawPointer?) -> LineEditor {
        guard let context else { preconditionFailure("libedit gives back what it was given") }
        return Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue()
    }

    enum Sequence {
        static let pasteOn = "\u{1B}[?2004h"
        static let pasteOff = "\u{1B}[?2004l"
        static let eraseBelow = "\u{1B}[J"
        static func up(_ rows: Int) -> String { rows > 0 ? "\u{1B}[\(rows)A" : "" }
    }

    // MARK: Reading

    /// Waits for one line.
    func read(_ prompt: Prompt) throws(ConsoleProblem) -> Ending {
        guard let editor else { throw .cannotRead(errno: EBADF) }
        (self.prompt, isNew) = (prompt, true)
        (ending, problem, steps, wasCut) = (nil, nil, [], false)
        history.begin(at: prompt.place)
        if !prompt.refused.isEmpty { history.add(Array(prompt.refused.unicodeScalars)) }
        keys.promptBegins()
        if !prompt.takesTypedAhead, try keys.dropTypedAhead() {
            try screen.write([remark(prompt.remarks.typedTooEarly)])
        }
        if let kept, kept.place == prompt.place { steps = [.work(.insert(kept.text))] }
        kept = nil
        noteErasure = nil
        note = Sanitizing.clean(prompt.note)
        markEnd = area.place(behind: prompt.mark.unicodeScalars)
        cel_set_prompt(editor, prompt.mark.unicodeScalars.map(\.value) + [0])

        var text: UnsafePointer<UInt32>?
        let count = Int(cel_read(editor, &text))
        if let problem { throw problem }
        let failure = cel_write_failure(editor)
        guard failure == 0 else { throw .cannotWrite(errno: failure) }
        if let ending { return ending }
        let line = UnsafeBufferPointer(start: text, count: max(0, count - 1)).compactMap(Unicode.Scalar.init)
        history.add(line)
        if wasCut { try screen.write([tooLong]) }
        return .line(EditedText(scalars: line, cursor: 0).string)
    }

    /// The line as it is now.
    var text: EditedText {
        guard let editor else { return EditedText(scalars: [], cursor: 0) }
        var start: UnsafePointer<UInt32>?
        var cursor = 0
        let count = cel_line(editor, &start, &cursor)
        let scalars = UnsafeBufferPointer(start: start, count: count).map { Unicode.Scalar($0) ?? "\u{FFFD}" }
        return EditedText(scalars: scalars, cursor: cursor)
    }

    // MARK: What libedit asks for

    /// The next character to insert, Enter, or that there is work.
    private func next() -> UInt32 {
        while true {
            if let step = steps.first {
                steps.removeFirst()
                if let character = begin(step) { return character }
                continue
            }
            if !keys.hasEvents { showBeside() }
            do throws(ConsoleProblem) {
                if isNew {
                    isNew = false
                    try keys.promptIsShown()
                    prompt.whenShown()
                }
                let event = try keys.take()
                hideHint(withNextDrawing: event == .key(.enter))
                if case .key(.character(let scalar)) = event, !keys.hasEvents {
                    if !isNoteFar { hideNote() }
                    if let character = begin(.insert(scalar)) { return character }
                    continue
                }
                steps = self.steps(for: event)
            } catch {
                problem = error
                steps = [.work(.leave(.gone))]
            }
        }
    }

    private func begin(_ step: Step) -> UInt32? {
        switch step {
        case .enter: return UInt32(CEL_ENTER)
        case .insert(let scalar) where hasRoom && staysInRow(scalar): return scalar.value
        // What has no columns of its own would be drawn wrong if it were inserted as it comes, and so is what comes
        // where a row ends.
        case .insert(let scalar): now = .insert([scalar])
        case .work(let work): now = work
        }
        return UInt32(CEL_WORK)
    }

    private func staysInRow(_ scalar: Unicode.Scalar) -> Bool {
        let end = textEnd
        return EditArea.width(of: scalar) == 1 && end.column + 1 < area.columns - 1 && area.isSure(end)
    }

    var hasRoom: Bool {
        guard let editor else { return false }
        var start: UnsafePointer<UInt32>?
        var cursor = 0
        return cel_line(editor, &start, &cursor) < Paste.limit
    }

    private func steps(for event: KeyInput.Event) -> [Step] {
        switch event {
        case .gone: return [.work(.leave(.gone))]
        case .signal(.leave(let signal)):
            return settled(.leave(.mustLeave(signal: signal, hadText: !text.isEmpty)))
        case .signal(.interrupt): return interruption(by: "^C")
        case .signal(.suspend): return [.work(.suspend)]
        case .signal(.resumed): return [.work(.resume)]
        case .signal(.resized): return [.work(.resize)]
        case .key(.character(let scalar)):
            let run = keys.takeRun(atLeast: 8)
            return run.isEmpty ? [.insert(scalar)] : [.work(.insert([scalar] + run))]
        case .key(let key): return steps(for: key)
        }
    }

    func interruption(by key: String) -> [Step] {
        let text = text
        if !text.isEmpty { kept = (prompt.place, text.scalars) }
        return settled(.leave(.interrupted(key: key)))
    }

    private func settled(_ work: Work) -> [Step] { [.work(.settle), .work(work)] }
}
