import Foundation
import TestSupport
import Testing

/// The program on a pseudo-terminal, seen from the chair of the person at it.
final class Screen {
    let child: Child
    private let terminal: PseudoTerminal
    private let emulator: Emulator
    private let usualSettings: termios
    /// Everything the program sent.
    private(set) var sent: [UInt8] = []
    /// The row of the last prompt, counted from the first row ever shown; -1 before there is one.
    private var promptRow = -1
    private var isOpen = true
    private var isDrawn = true
    /// Its folders are there as long as the screen.
    private let program: Program

    /// - Parameter start: Starts the program on the terminal.
    init(
        of program: Program, rows: Int = 24, columns: Int = 80, start: (PseudoTerminal) throws -> Child
    ) throws {
        self.program = program
        terminal = try PseudoTerminal(rows: rows, columns: columns)
        emulator = Emulator(rows: rows, columns: columns)
        usualSettings = terminal.settings
        child = try start(terminal)
    }

    // MARK: Looking

    /// Everything shown so far, also what went off the top.
    var shown: String { rows.joined(separator: "\n") }

    private var rows: [String] {
        var rows = emulator.scrolled + emulator.rows
        while rows.last == "" { rows.removeLast() }
        return rows
    }

    /// Rows of the screen as it stands.
    var onScreen: [String] { emulator.rows }

    var cursor: (row: Int, column: Int) { emulator.cursor }

    /// The row of the cursor, as it stands.
    var line: String { emulator.rows[cursor.row] }

    /// The program waits for somebody to type.
    var isWaiting: Bool { isOpen && isAtPrompt && promptRow == cursorRow }

    private var cursorRow: Int { emulator.scrolled.count + cursor.row }

    /// The cursor stands just behind the mark of a prompt.
    private var isAtPrompt: Bool {
        let before = String(line.padding(toLength: cursor.column, withPad: " ", startingAt: 0))
        return Transcript.marks.contains { before == $0 + " " }
    }

    /// Takes in what the program shows until this holds, or the program is gone.
    ///
    /// - Returns: Whether it holds.
    @discardableResult
    func wait(_ what: String = "", seconds: Double = 20, until condition: (Screen) -> Bool) -> Bool {
        let end = Date().addingTimeInterval(seconds)
        while !condition(self) {
            guard isOpen, Date() < end else {
                let holds = condition(self)
                if !holds, !what.isEmpty { Issue.record("never seen: \(what)\n\(shown)") }
                return holds
            }
            pump()
        }
        return true
    }

    private func pump() {
        guard let bytes = terminal.receive(milliseconds: 20) else {
            isOpen = false
            return
        }
        sent += bytes
        if isDrawn { emulator.take(bytes) }
    }

    /// From here on nobody looks, which is sooner; libvterm 0.1 also fails on windows that are dragged about.
    func lookAway() { isDrawn = false }

    /// Waits for the prompt after the last one.
    @discardableResult
    func waitForPrompt() -> Bool {
        let found = wait { $0.isAtPrompt && $0.cursorRow > $0.promptRow }
        if found { promptRow = cursorRow }
        return found
    }

    // MARK: Typing

    /// Types keys as they are, whatever the program does with them.
    func press(_ keys: String) { press(Array(keys.utf8)) }

    func press(_ keys: [UInt8]) {
        var rest = keys[...]
        while !rest.isEmpty, isOpen {
            let left = terminal.type(rest)
            // A program that waits until it can show what it has to show takes no keys.
            if left.count == rest.count || left.isEmpty == false { pump() }
            rest = left
        }
    }

    /// Types a line, `^C` or `^D`, and looks until the program waits again or has ended.
    ///
    /// - Returns: What came on the screen since, from the typed line on.
    @discardableResult
    func type(_ line: String) -> String {
        let before = max(0, promptRow)
        switch line {
        case Transcript.interrupt: press("\u{3}")
        case Transcript.endOfInput: press("\u{4}")
        default: press(line + "\r")
        }
        waitForPrompt()
        return rows.dropFirst(before).joined(separator: "\n")
    }

    // MARK: What happens to a terminal

    func resize(rows: Int, columns: Int) {
        if isDrawn { emulator.resize(rows: rows, columns: columns) }
        terminal.resize(rows: rows, columns: columns)
    }

    func closeWindow() {
        terminal.closeWindow()
        isOpen = false
    }

    /// The program is gone, or let go of the terminal.
    var hasEnded: Bool { !isOpen || child.hasEnded }

    func signal(_ number: Int32) { kill(child.pid, number) }

    /// Ends the program at once, as a power cut would.
    func cutPower() {
        kill(child.pid, SIGKILL)
        child.waitForEnd()
    }

    /// Waits for the end of the program, and sees that it left the terminal as it found it.
    ///
    /// - Returns: The exit status.
    func end(sourceLocation: SourceLocation = #_sourceLocation) -> Int32 {
        #expect(
            wait(until: { !$0.isOpen || $0.child.hasEnded }), "still running:\n\(shown)",
            sourceLocation: sourceLocation)
        if !child.hasEnded { kill(child.pid, SIGKILL) }
        let status = child.waitForEnd()
        while isOpen,
            terminal.receive(milliseconds: 0).map({ bytes in
                sent += bytes
                if isDrawn { emulator.take(bytes) }
                return !bytes.isEmpty
            }) == true
        {}
        #expect(isSane, "the terminal is not as it was:\n\(shown)", sourceLocation: sourceLocation)
        return status
    }

    /// Keys and lines work as before, the cursor is there, pastes come without brackets, nothing is coloured.
    var isSane: Bool {
        let now = terminal.settings
        let output = String(decoding: sent, as: UTF8.self)
        let pastes = output.ranges(of: /\u{1B}\[\?2004[hl]/).last.map { output[$0].hasSuffix("h") } ?? false
        let isMarked = output.ranges(of: /\u{1B}\[[0-9;]*m/).last.map { output[$0] != "\u{1B}[0m" } ?? false
        return now.c_lflag == usualSettings.c_lflag && now.c_iflag == usualSettings.c_iflag
            && now.c_oflag == usualSettings.c_oflag && emulator.isCursorVisible && !pastes && !isMarked
    }
}
