import Assistant
import Glibc
import Terminal
import Testing

// One at a time: a program has one keyboard and one set of signals.
@Suite("A conversation on a terminal that only appends", .serialized)
struct PlainConsoleTests {
    private func console(_ terminal: BothSides) -> PlainConsole {
        PlainConsole(input: terminal.program, output: terminal.program, crashMessage: "")
    }

    @Test("Echoes what was typed ahead once, and sends no code")
    func onlyAppends() throws {
        let terminal = try BothSides()
        let console = console(terminal)
        terminal.type("ja\n")
        try console.write([ScreenLine("Klopt dit?", style: .strong)])
        #expect(try console.read(Prompt(note: "vraag 1")) == .line("ja"))
        #expect(terminal.shown(until: "ja\r\n") == "Klopt dit?\r\n   › ja\r\n")
    }

    @Test("The width follows the window")
    func widthFollowsTheWindow() throws {
        let terminal = try BothSides(columns: 40)
        let console = console(terminal)
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

    @Test(
        "Keys",
        arguments: [
            ("halff\u{7F}\r", "half", "halff\u{8} \u{8}"),
            // Once a crash: nothing to take back.
            ("\u{7F}\u{15}\u{17}\u{7F}ja\r", "ja", "ja"),
            ("weg\u{15}ja\r", "ja", "weg\u{8} \u{8}\u{8} \u{8}\u{8} \u{8}ja"),
            ("een twee\u{17}drie\r", "een drie", "een twee\u{8} \u{8}\u{8} \u{8}\u{8} \u{8}\u{8} \u{8}drie"),
            ("e\u{301}e\u{301}n\r", "één", "e\u{8} \u{8}ée\u{8} \u{8}én"),
            ("中\u{7F}a\r", "a", "中\u{8} \u{8}\u{8} \u{8}a"),
            ("a\u{1B}[A\u{1B}[Cb\r", "ab", "ab"),
            ("\u{1B}[200~een\r\ntwee\u{1B}[201~\r", "een twee", "een twee"),
        ])
    func keys(typed: String, line: String, shown: String) throws {
        let terminal = try BothSides()
        let console = console(terminal)
        terminal.type(typed)
        #expect(try console.read(Prompt()) == .line(line))
        #expect(terminal.shown(until: "\r\n") == "   › \(shown)\r\n")
    }

    @Test("Ctrl-C and Ctrl-D ask; Ctrl-D after a letter does nothing")
    func controlKeys() throws {
        let terminal = try BothSides()
        let console = console(terminal)
        // The half line is there again after Ctrl-C.
        terminal.type("half\u{3}\u{15}\u{4}half\u{4}\r")
        #expect(try console.read(Prompt()) == .interrupted)
        #expect(try console.read(Prompt()) == .interrupted)
        #expect(try console.read(Prompt()) == .line("half"))
    }

    @Test("Tab goes on with the only choice, and lists several")
    func tab() throws {
        let terminal = try BothSides()
        let console = console(terminal)
        let prompt = Prompt(completer: Completer { _ in ["RegioRijder", "Register", "Spaarnelanden"] })
        terminal.type("sp\t\r")
        #expect(try console.read(prompt) == .line("Spaarnelanden"))
        _ = terminal.shown(until: "\r\n")
        terminal.type("re\t\to\t\r")
        #expect(try console.read(prompt) == .line("RegioRijder"))
        #expect(
            terminal.shown(until: "RegioRijder\r\n").contains(
                "Regi\r\n     RegioRijder\r\n     Register\r\n   › Regi"))
    }

    @Test("What Tab brings out of a file is safe to show")
    func tabIsClean() throws {
        let terminal = try BothSides()
        let console = console(terminal)
        terminal.type("re\t\r")
        let prompt = Prompt(completer: Completer { _ in ["Re\u{1B}[2J\u{202E}x"] })
        #expect(try console.read(prompt) == .line("Re\u{FFFD}[2J\u{FFFD}x"))
    }

    @Test("What was typed before a decisive question does not answer it, and it says so")
    func typedTooEarly() throws {
        let terminal = try BothSides()
        let console = console(terminal)
        terminal.type("ja\r\r")
        let typist = Worker {
            _ = terminal.shown(until: "› ")
            terminal.type("nee\r")
        }
        let prompt = Prompt(takesTypedAhead: false, remarks: Prompt.Remarks(typedTooEarly: "Te vroeg."))
        #expect(try console.read(prompt) == .line("nee"))
        typist.join()
    }

    /// The draft before the last is erased there, which takes a while.
    @Test(
        "What comes while work is done behind a prompt on the screen is typed at that prompt",
        arguments: ["dumb", "xterm-256color"])
    func typedDuringTheWork(term: String) throws {
        setenv("TERM", term, 1)
        let terminal = try BothSides()
        let console = Terminal.console(
            input: terminal.program, output: terminal.program, environment: ["TERM": term])
        // A paste without brackets: counted as keys from before, its first line would answer here, and the others
        // the next questions.
        let pasted = Prompt(whenShown: { terminal.type("een regel\rtwee\rdrie\r") })
        let typist = Worker {
            _ = terminal.shown(until: "drie")
            terminal.type("\r")
        }
        #expect(try console.read(pasted) == .line("een regel twee drie"))
        typist.join()
    }

    @Test("SIGTERM is something to read, whenever it came")
    func signalIsRead() async {
        await #expect(processExitsWith: .success) {
            let terminal = try BothSides()
            let console = PlainConsole(
                input: terminal.program, output: terminal.program, crashMessage: "")
            kill(getpid(), SIGTERM)
            try #require(try console.read(Prompt()) == .mustLeave(signal: SIGTERM))
            kill(getpid(), SIGINT)
            try #require(try console.read(Prompt()) == .interrupted)
            exit(0)
        }
    }

    @Test("The terminal is as it was when the console is gone")
    func putsBack() throws {
        let terminal = try BothSides()
        var before = termios()
        tcgetattr(terminal.program, &before)
        do {
            let console = console(terminal)
            terminal.type("ja\r")
            _ = try console.read(Prompt())
        }
        var after = termios()
        tcgetattr(terminal.program, &after)
        #expect((before.c_lflag, before.c_iflag) == (after.c_lflag, after.c_iflag))
    }

    @Test(
        "Which console for which surroundings",
        arguments: [
            ("xterm-256color", false, "EditingConsole"), ("dumb", false, "PlainConsole"),
            ("", false, "PlainConsole"),
            ("no-such-terminal", false, "PlainConsole"), ("emacs", false, "PlainConsole"),
            ("xterm-256color", true, "PlainConsole"),
        ])
    func consoleSuitsItsSurroundings(term: String, isPlain: Bool, kind: String) async throws {
        setenv("TERM", term, 1)
        let terminal = try BothSides()
        let console = Terminal.console(
            input: terminal.program, output: terminal.program, environment: ["TERM": term], isPlain: isPlain)
        #expect("\(type(of: console))" == kind)
    }

    @Test("No terminal on one side: a stream")
    func streams() throws {
        let terminal = try BothSides()
        let pipe = try Pipe()
        for (input, output) in [(pipe.readEnd, terminal.program), (terminal.program, pipe.writeEnd)] {
            #expect(Terminal.console(input: input, output: output, environment: [:]) is StreamConsole)
        }
    }
}
