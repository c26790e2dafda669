import Assistant
import CEditLine
import Glibc

/// A conversation on a terminal that only ever appends: for screen readers, `TERM=dumb` and serial lines.
///
/// It reads the same keys as the line editor and shows each as it comes, with no more than backspaces to take one
/// back; nothing is drawn again.
public final class PlainConsole: Console {
    private let screen: Screen
    /// What a crash says: the language of the talk may change.
    private var crashMessage: String
    private let keys: KeyInput
    private let usualMode: TerminalMode?
    /// The line so far.
    private var line: [Unicode.Scalar] = []
    /// What was typed when Ctrl-C came.
    private var kept: (place: Prompt.Place, line: [Unicode.Scalar])?

    /// - Parameters:
    ///   - input: File descriptor of the terminal to read from; stays the caller's.
    ///   - output: File descriptor of the terminal to write to; stays the caller's.
    ///   - crashMessage: One sentence for when the program ends by its own mistake.
    /// - Precondition: No other `EditingConsole` or `PlainConsole` lives in this program.
    public init(input: Int32, output: Int32, crashMessage: String) {
        // Not a single code: nobody knows what this terminal makes of it, or a screen reader reads it out.
        screen = Screen(descriptor: output, environment: [:])
        screen.guardCrash(saying: crashMessage)
        self.crashMessage = crashMessage
        keys = KeyInput(descriptor: input)
        usualMode = TerminalMode(of: input)
        usualMode?.raw.apply()
    }

    deinit {
        usualMode?.apply()
        cel_guard_close()
    }

    public func write(_ lines: [ScreenLine]) throws(ConsoleProblem) {
        try screen.write(lines)
    }

    public func read(_ prompt: Prompt) throws(ConsoleProblem) -> Typed {
        if crashMessage != prompt.remarks.crashed {
            crashMessage = prompt.remarks.crashed
            screen.sayAtCrash(crashMessage)
        }
        keys.promptBegins()
        if !prompt.takesTypedAhead, try keys.dropTypedAhead() {
            try say(prompt.remarks.typedTooEarly)
        }
        // After Ctrl-C one goes on with what was there.
        line = kept?.place == prompt.place ? kept?.line ?? [] : []
        kept = nil
        try screen.put(prompt.mark + EditedText(scalars: line, cursor: 0).string)
        try keys.promptIsShown()
        prompt.whenShown()
        while true {
            if let typed = try take(try keys.take(), prompt) { return typed }
        }
    }

    private func take(_ event: KeyInput.Event, _ prompt: Prompt) throws(ConsoleProblem) -> Typed? {
        switch event {
        case .gone: throw .cannotRead(errno: 0)
        case .signal(.leave(let signal)):
            try screen.put("\n")
            if !line.isEmpty { try say(prompt.remarks.unfinished) }
            return .mustLeave(signal: signal)
        case .signal(.interrupt): return try interrupt(by: "^C", prompt)
        case .signal(.suspend): try suspend(prompt)
        case .signal(.resumed):
            usualMode?.raw.apply()
            try again(prompt)
        case .signal(.resized): break
        case .key(let key): return try take(key, prompt)
        }
        return nil
    }

    private func take(_ key: Key, _ prompt: Prompt) throws(ConsoleProblem) -> Typed? {
        switch key {
        case .character(let scalar): try add([scalar] + keys.takeRun(atLeast: 8), prompt)
        case .paste(let paste): try add(joined(paste, prompt), prompt, wasCut: paste.dropped > 0)
        case .newline where prompt.takesLines: try add(["\n"], prompt)
        case .enter:
            try screen.put("\n")
            return .line(EditedText(scalars: line, cursor: 0).string)
        case .interrupt: return try interrupt(by: "^C", prompt)
        case .endOfInput where line.isEmpty: return try interrupt(by: "^D", prompt)
        case .suspend: try suspend(prompt)
        case .backspace: try erase(1, prompt)
        case .killLine: try erase(line.count, prompt)
        case .killWordLeft:
            try erase(line.count - EditedText(scalars: line, cursor: line.count).wordStart, prompt)
        case .tab: try complete(prompt)
        default: break
        }
        return nil
    }

    private func interrupt(by key: String, _ prompt: Prompt) throws(ConsoleProblem) -> Typed {
        if !line.isEmpty { kept = (prompt.place, line) }
        try screen.put(key + "\n")
        return .interrupted
    }

    private func joined(_ paste: Paste, _ prompt: Prompt) -> [Unicode.Scalar] {
        var text = paste.text
        while text.last == "\n" { text.removeLast() }
        return prompt.takesLines ? text : text.map { $0 == "\n" ? " " : $0 }
    }

    private func add(
        _ scalars: [Unicode.Scalar], _ prompt: Prompt, wasCut: Bool = false
    ) throws(ConsoleProblem) {
        var scalars = scalars.map(Sanitizing.safe)
        if let mark = scalars.first, let base = line.last, let letter = Composing.letter(base, with: mark) {
            try erase(1, prompt)
            scalars[0] = letter
        }
        scalars = Array(Composing.composed(EditedText(scalars: scalars, cursor: 0).string).unicodeScalars)
        let fitting = scalars.prefix(Paste.limit - line.count)
        line += fitting
        try screen.put(EditedText(scalars: Array(fitting), cursor: 0).string)
        if wasCut || fitting.count < scalars.count {
            try screen.put("\n")
            try say(prompt.remarks.tooLong.replacing("{aantal}", with: String(Paste.limit)))
            try again(prompt, startsLine: false)
        }
    }

    private func erase(_ count: Int, _ prompt: Prompt) throws(ConsoleProblem) {
        let rest = line.dropLast(count)
        guard isErasable(line[rest.endIndex...], after: rest, prompt) else {
            line = Array(rest)
            return try again(prompt)
        }
        var columns = 0
        for scalar in line.suffix(count) { columns += max(0, EditArea.width(of: scalar)) }
        line.removeLast(min(count, line.count))
        try screen.put(String(repeating: "\u{8} \u{8}", count: columns))
    }

    /// Backspaces stay in their row, and know the columns of known characters only.
    private func isErasable(
        _ end: ArraySlice<Unicode.Scalar>, after rest: ArraySlice<Unicode.Scalar>, _ prompt: Prompt
    ) -> Bool {
        let area = EditArea(columns: screen.width)
        let start = area.place(behind: rest, from: area.place(behind: prompt.mark.unicodeScalars))
        return area.place(behind: end, from: start).row == start.row && end.allSatisfy(EditArea.isKnown)
    }

    private func complete(_ prompt: Prompt) throws(ConsoleProblem) {
        let typed = EditedText(scalars: line, cursor: 0).string
        switch prompt.completer.completion(of: typed) {
        case .nothing: break
        case .line(let whole):
            // What is there already stays, in the letters in which it was typed, when it only goes on.
            if whole.hasPrefix(typed) {
                try add(Array(whole.dropFirst(typed.count).unicodeScalars), prompt)
            } else {
                try erase(line.count, prompt)
                try add(Array(whole.unicodeScalars), prompt)
            }
        case .choices(let lines):
            try screen.put("\n")
            try screen.write(prompt.listed(lines))
            try again(prompt, startsLine: false)
        }
    }

    private func suspend(_ prompt: Prompt) throws(ConsoleProblem) {
        guard let usualMode, cel_may_suspend() else { return }
        try screen.put("\n")
        usualMode.suspend(then: usualMode.raw)
        keys.forgetPause()
        try again(prompt, startsLine: false)
    }

    /// The prompt and the line so far once more, on a new line.
    private func again(_ prompt: Prompt, startsLine: Bool = true) throws(ConsoleProblem) {
        try screen.put((startsLine ? "\n" : "") + prompt.mark + EditedText(scalars: line, cursor: 0).string)
    }

    private func say(_ words: String) throws(ConsoleProblem) {
        try screen.write([ScreenLine(words, indent: 5, style: .warning)])
    }
}
