import Foundation
import TestSupport
import Testing

@Suite("Signals and crashes on a terminal")
struct SignalTests {
    /// A talk with one line of the story in it, and half a line more.
    private func begun(_ program: Program, _ term: String) throws -> Screen {
        let screen = try program.start(term)
        screen.type("Het riool stinkt.")
        screen.press("half")
        screen.wait("the half line") { $0.line.contains("› half") }
        return screen
    }

    private func expectDraft(_ program: Program, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let next = try program.start()
        #expect(
            next.shown.contains("Er is een gesprek dat nog niet af is."), "\(next.shown)",
            sourceLocation: sourceLocation)
        #expect(next.type("1").contains("› Het riool stinkt."), sourceLocation: sourceLocation)
    }

    @Test(
        "Asked to leave, it keeps the draft, says what is lost and puts the terminal back",
        arguments: [SIGTERM, SIGHUP], ["xterm-256color", "dumb"])
    func leaves(_ signal: Int32, _ term: String) throws {
        let program = Program()
        let screen = try begun(program, term)
        screen.signal(signal)
        #expect(screen.end() == 128 + signal)
        #expect(screen.shown.contains("De regel die u aan het typen was, is niet bewaard."))
        #expect(screen.shown.contains("Wij bewaren het als concept"))
        try expectDraft(program)
    }

    @Test("SIGINT is Ctrl-C", arguments: ["xterm-256color", "dumb"])
    func interrupt(_ term: String) throws {
        let program = Program()
        let screen = try program.start(term)
        screen.type("Het riool stinkt.")
        screen.signal(SIGINT)
        screen.wait("the question whether to stop") { $0.shown.contains("Stoppen?") }
        screen.waitForPrompt()
        screen.signal(SIGINT)
        #expect(screen.end() == 130)
        try expectDraft(program)
    }

    /// Until November 2026 it wanted the terminal back first, and so ended only after `fg`.
    @Test(
        "Suspended and told to end, it ends at once, keeps the draft and leaves the terminal to the shell",
        arguments: [SIGTERM, SIGHUP], ["xterm-256color", "dumb"])
    func endsWhileSuspended(_ signal: Int32, _ term: String) throws {
        var program = Program()
        program.environment["KIND"] = term
        let script =
            #"set -m; (trap : TERM HUP; TERM=$KIND "$@"; echo "einde $?"); kill -\#(signal) %1; read -r; "#
            + #"echo "de shell $(stty -a | grep -o -- '[-]*icanon')""#
        let screen = try program.launch(script: script)
        screen.waitForPrompt()
        screen.type("Het riool stinkt.")
        screen.press("half")
        screen.wait("the half line") { $0.line.contains("› half") }
        screen.press("\u{1A}")
        screen.wait("the end") { $0.shown.contains("einde \(128 + signal)") }
        screen.press("\n")
        screen.wait("the shell, with its terminal") { $0.shown.contains("de shell icanon") }
        #expect(screen.end() == 0)
        try expectDraft(program)
    }

    @Test("A terminal that closes leaves the draft whole", arguments: ["xterm-256color", "dumb"])
    func closedTerminal(_ term: String) throws {
        let program = Program()
        let screen = try begun(program, term)
        screen.closeWindow()
        #expect([3, 128 + SIGHUP].contains(screen.child.waitForEnd()))
        try expectDraft(program)
    }

    @Test(
        "A crash says one sentence, puts the terminal back and keeps the draft",
        arguments: [SIGSEGV, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGQUIT], ["xterm-256color", "dumb"])
    func crash(_ signal: Int32, _ term: String) throws {
        let program = Program()
        let screen = try begun(program, term)
        screen.signal(signal)
        #expect(screen.end() == 128 + signal)
        #expect(screen.shown.contains("Het programma is door een fout gestopt."))
        #expect(!screen.shown.contains("interact"), "\(screen.shown)")
        try expectDraft(program)
    }

    @Test(
        "The last words of an English talk are English, also where it became English on the way",
        arguments: [
            (SIGTERM, "The line you were typing is not saved."),
            (SIGSEGV, "The program stopped because of an error."),
        ], ["xterm-256color", "dumb"])
    func lastWordsInEnglish(_ last: (signal: Int32, words: String), _ term: String) throws {
        let (signal, words) = last
        for isFromTheStart in [true, false] {
            let screen = try Program().start(term, options: isFromTheStart ? ["--taal", "en"] : [])
            if !isFromTheStart { screen.type("/taal") }
            screen.press("half")
            screen.wait("the half line") { $0.line.contains("› half") }
            screen.signal(signal)
            #expect(screen.end() == 128 + signal)
            let end = screen.shown.split(separator: "› half").last ?? ""
            #expect(end.contains(words) && !end.contains("programma") && !end.contains("regel"), "\(end)")
        }
    }

    @Test(
        "Stopped and continued from outside, the line is there again", arguments: ["xterm-256color", "dumb"])
    func stopAndContinue(_ term: String) throws {
        let program = Program()
        let screen = try begun(program, term)
        let before = screen.shown
        screen.signal(SIGSTOP)
        screen.wait("that it stopped") { $0.child.isStopped }
        screen.signal(SIGCONT)
        screen.wait("the half line again") { $0.shown != before && $0.line.contains("› half") }
        screen.press("!\r")
        screen.wait("one answer") { $0.shown.contains("› half!") }
        screen.waitForPrompt()
    }

    @Test(
        "Ctrl-Z gives the shell back, and fg the whole conversation", arguments: ["xterm-256color", "dumb"])
    func suspendAndResume(_ term: String) throws {
        var program = Program()
        program.environment["KIND"] = term
        let script =
            #"set -m; TERM=$KIND "$@"; echo "gestopt $(stty -a | grep -o -- '[-]*icanon')"; read -r; fg; echo klaar"#
        let screen = try program.launch(script: script)
        screen.waitForPrompt()
        screen.press("half")
        screen.wait("the half line") { $0.line.contains("› half") }
        screen.press("\u{1A}")
        screen.wait("the shell, with a terminal as usual") { $0.shown.contains("gestopt icanon") }
        screen.press("\n")
        screen.wait("the half line again") {
            $0.line.contains("› half") && $0.shown.ranges(of: "› half").count == 2
        }
        screen.press("!\r")
        screen.waitForPrompt()
        screen.press("\u{3}")
        screen.waitForPrompt()
        screen.press("\u{3}")
        screen.wait("the end") { $0.shown.contains("klaar") }
        #expect(screen.end() == 0)
    }
}
