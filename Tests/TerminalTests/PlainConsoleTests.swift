import Assistant
import Glibc
import Terminal
import Testing

// One at a time: a program has one Ctrl-C.
@Suite("A conversation on a terminal", .serialized)
struct PlainConsoleTests {
    private let plain = ["TERM": "dumb"]

    @Test("Only appends, and styles where the terminal can")
    func onlyAppends() throws {
        let terminal = try PseudoTerminal()
        let console = PlainConsole(
            input: terminal.program, output: terminal.program, environment: ["TERM": "xterm"])
        terminal.type("ja\n")
        #expect(terminal.shown(until: "\n") == "ja\r\n")

        try console.write([ScreenLine("Klopt dit?", style: .strong)])
        #expect(try console.read(Prompt(note: "vraag 1")) == .line("ja"))
        #expect(terminal.shown(until: "› ") == "\u{1B}[1mKlopt dit?\u{1B}[0m\r\n   › ")
    }

    @Test("The width follows the window")
    func widthFollowsTheWindow() throws {
        let terminal = try PseudoTerminal(columns: 40)
        let console = PlainConsole(input: terminal.program, output: terminal.program, environment: plain)
        try console.write([.ruler("")])
        #expect(terminal.shown(until: "\n") == String(repeating: "─", count: 40) + "\r\n")

        terminal.setColumns(25)
        try console.write([.ruler("")])
        #expect(terminal.shown(until: "\n") == String(repeating: "─", count: 25) + "\r\n")

        // A serial line does not know its size.
        terminal.setColumns(0)
        try console.write([.ruler("")])
        #expect(terminal.shown(until: "\n") == String(repeating: "─", count: 80) + "\r\n")
    }

    @Test("Ctrl-D ends, after what had been typed")
    func controlDEnds() throws {
        let terminal = try PseudoTerminal()
        let console = PlainConsole(input: terminal.program, output: terminal.program, environment: plain)
        terminal.type("half\u{4}\u{4}")
        #expect(try console.read(Prompt()) == .line("half"))
        #expect(try console.read(Prompt()) == .end)
    }

    // The next two run in a process of their own, which can have the pseudo-terminal as its controlling one.

    @Test("Ctrl-C interrupts once and drops what had been typed")
    func controlCInterrupts() async {
        await #expect(processExitsWith: .success) {
            let terminal = try PseudoTerminal.controlling()
            let console = PlainConsole(
                input: terminal.program, output: terminal.program, environment: ["TERM": "dumb"])

            terminal.type("een\ntwee\nhalf")
            try #require(try console.read(Prompt()) == .line("een"))
            terminal.type("\u{3}")
            _ = terminal.shown(until: "^C")
            try #require(try console.read(Prompt()) == .interrupted)
            terminal.type("drie\n")
            try #require(try console.read(Prompt()) == .line("drie"))
            exit(0)
        }
    }

    @Test("Ctrl-C while waiting interrupts; without a console it ends the program again")
    func controlCWhileWaiting() async {
        await #expect(processExitsWith: .signal(SIGINT)) {
            let terminal = try PseudoTerminal.controlling()
            var console: PlainConsole? = PlainConsole(
                input: terminal.program, output: terminal.program, environment: ["TERM": "dumb"])
            let typist = Worker {
                // The prompt is there, so the console waits or is about to.
                _ = terminal.shown(until: "› ")
                terminal.type("\u{3}")
            }
            try #require(try console?.read(Prompt()) == .interrupted)
            typist.join()
            console = nil
            // To the process, not to this thread, which may have signals blocked.
            kill(getpid(), SIGINT)
            poll(nil, 0, 5000)
        }
    }

    @Test("Ctrl-C at any moment is never lost, whatever was ready to be read")
    func controlCAtAnyMoment() async {
        await #expect(processExitsWith: .success) {
            let terminal = try PseudoTerminal.controlling()
            let console = PlainConsole(
                input: terminal.program, output: terminal.program, environment: ["TERM": "dumb"])
            for _ in 0..<200 {
                terminal.type("een\ntwee\nhalf")
                try #require(try console.read(Prompt()) == .line("een"))
                terminal.type("\u{3}")
                while case .line = try console.read(Prompt()) {}
                _ = terminal.shown(until: "\r\n")
            }
            exit(0)
        }
    }

    @Test("A terminal gets a plain console, anything else a stream")
    func consoleSuitsItsSurroundings() throws {
        let terminal = try PseudoTerminal()
        let pipe = try Pipe()
        let kinds: [(input: Int32, output: Int32, isPlain: Bool)] = [
            (terminal.program, terminal.program, true),
            (pipe.readEnd, terminal.program, false),
            (terminal.program, pipe.writeEnd, false),
        ]
        for kind in kinds {
            let console = Terminal.console(input: kind.input, output: kind.output, environment: [:])
            #expect(console is PlainConsole == kind.isPlain)
        }
    }
}
