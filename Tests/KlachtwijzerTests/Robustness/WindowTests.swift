import TestSupport
import Testing

@Suite("Windows and surroundings")
struct WindowTests {
    @Test("A window that shrinks and grows again keeps a long line whole")
    func resizes() throws {
        let screen = try Program().start()
        let words = (1...30).map { "woord\($0)" }.joined(separator: " ")
        screen.press(words)
        screen.wait("the long line") { $0.line.contains("woord30") }
        var typed = "woord30"
        var begun = ""
        for columns in [40, 20, 10, 80] {
            screen.resize(rows: 24, columns: columns)
            screen.press("x")
            typed += "x"
            screen.wait("the end of the line at \(columns) columns") { $0.onScreen.joined().contains(typed) }
            // In ten columns the line is longer than the screen.
            guard columns > 10 else { continue }
            screen.press("\u{1B}[Hy")
            begun = "y" + begun
            screen.wait("the beginning at \(columns) columns") { $0.line.contains("› \(begun)woord1") }
            screen.press("\u{1B}[F")
        }
        screen.press("\r")
        screen.waitForPrompt()
        screen.type("")
        #expect(
            screen.type("/overzicht").replacing(/\n +/, with: " ").contains(words + "xxxx"), "\(screen.shown)"
        )
    }

    /// Where a line has a letter that is newer than the system, libedit by itself loses its cursor, and then the process.
    @Test(
        "A line longer than the window takes the cursor there and back", arguments: ["a", "中", "\u{1FAE8}"])
    func longerThanTheWindow(_ letter: String) throws {
        var random = SeededGenerator(seed: 20_261_126)
        for _ in 0..<12 {
            let screen = try Program().start(rows: 6, columns: 20)
            screen.resize(
                rows: .random(in: 2...6, using: &random), columns: .random(in: 5...14, using: &random))
            screen.lookAway()
            let line = (0..<30).map { _ in Bool.random(using: &random) ? letter : "b" }
            let moves = (0..<40).compactMap { _ in
                ["\u{1B}[H", "\u{1B}[F", "\u{1B}[C", "\u{1B}[D", "x", "y"].randomElement(using: &random)
            }
            for key in line + moves + ["\u{1B}[F"] + "abcdefghijklmn".map(String.init) {
                screen.press(key)
                screen.wait(seconds: 0.002) { $0.hasEnded }
            }
            screen.press("\r\r\u{3}\u{3}")
            #expect(screen.end() == 130)
        }
    }

    @Test("A resize erases nothing above the line")
    func erasesNothing() throws {
        let screen = try Program().start()
        let before = screen.shown.split(separator: "\n").dropLast()
        screen.press("half")
        for columns in [60, 120, 45, 80] {
            screen.resize(rows: 24, columns: columns)
            screen.press("x")
            screen.wait("a key at \(columns) columns") { $0.line.contains("x") }
        }
        let after = screen.shown.split(separator: "\n")
        // A narrow window cuts rows off; what is left of each is still there.
        for row in before {
            let left = String(row.prefix(45)).trimmingEnd
            #expect(after.contains { $0.hasPrefix(left) }, "erased: \(row)")
        }
    }

    @Test("A window of twelve by five takes a whole talk", arguments: ["xterm-256color", "dumb"])
    func tinyWindow(_ term: String) throws {
        let screen = try Program().start(term, rows: 5, columns: 20)
        screen.resize(rows: 5, columns: 12)
        screen.type("De lift is stuk en het is glad.")
        screen.type("")
        // Of what was read in the story nothing is taken over.
        screen.type("nee")
        #expect(screen.type("n").contains("vertellen"))
        screen.type("^C")
        screen.press("\u{3}")
        #expect(screen.end() == 130)
    }

    @Test(
        "Terminals that cannot be edited on get plain lines, without a single code",
        arguments: ["dumb", nil, "", "no-such-terminal", "emacs"] as [String?])
    func plainTerminals(_ term: String?) throws {
        let screen = try Program().start(term)
        screen.type("Één lift is stuk.")
        screen.type("")
        #expect(screen.isWaiting)
        #expect(screen.shown.contains("   › Één lift is stuk.\n   ›\n"))
        #expect(!screen.sent.contains(0x1B), "a code on a terminal that may not know it")
    }

    @Test("Asked for, the plain screen comes on any terminal")
    func askedFor() throws {
        let screen = try Program().start(options: ["--eenvoudig"])
        screen.type("Een lift is stuk.")
        #expect(!screen.sent.contains(0x1B))
    }

    @Test(
        "Letters are right whatever the language of the system",
        arguments: ["C", "POSIX", "nl_NL.UTF-8", "nl_NL.ISO-8859-1", ""], ["xterm-256color", "dumb"])
    func locales(_ locale: String, _ term: String) throws {
        var program = Program()
        program.environment["LANG"] = locale
        program.environment["LC_ALL"] = locale
        let screen = try program.start(term)
        screen.press("aéb中")
        screen.wait("the letters") { $0.line.hasPrefix("   › aéb中") }
        screen.press("\u{7F}\u{7F}\u{7F}ë")
        screen.wait("the letters that are left") { $0.line.hasPrefix("   › aë") }
        screen.type("")
        screen.type("")
        #expect(screen.type("/overzicht").contains("aë"))
    }

    @Test("No colour where it is not wanted, and no hint without it")
    func noColor() throws {
        var program = Program()
        program.environment["NO_COLOR"] = "1"
        let screen = try program.start()
        screen.type("Een lift is stuk.")
        screen.type("")
        screen.press("/pri")
        screen.wait("what was typed") { $0.line.hasPrefix("   › /pri") }
        #expect(!String(decoding: screen.sent, as: UTF8.self).contains(/\u{1B}\[[0-9;]*m/))
    }

    @Test("An input that does not block, from another program, is no end")
    func nonBlocking() throws {
        let program = Program()
        let script = """
            python3 -c 'import fcntl, os; fcntl.fcntl(0, fcntl.F_SETFL, os.O_NONBLOCK | os.O_RDWR)'; exec "$@"
            """
        let screen = try program.launch(script: script)
        screen.waitForPrompt()
        screen.type("De lift is stuk.")
        screen.type("")
        #expect(screen.isWaiting && screen.shown.contains("Is er nu gevaar"))
    }

    @Test("What is typed before the first question is kept, and shown once")
    func typedAheadOfTheStart() throws {
        let program = Program()
        let screen = try program.launch(script: #"read -r; exec "$@""#)
        screen.press("\nDe lift is stuk.\n\nn\n")
        screen.wait("the third question") { $0.shown.contains("Wilt u één ding vertellen") }
        screen.waitForPrompt()
        #expect(screen.shown.ranges(of: "   › De lift is stuk.").count == 1, "\(screen.shown)")
    }

    @Test("A slow line: 300 baud, a key at a time")
    func slowLine() throws {
        let screen = try Program().start()
        for byte in "Één\u{1B}[Dx".utf8 {
            screen.press([byte])
            screen.wait(seconds: 0.033) { _ in false }
        }
        screen.wait("the line with its é") { $0.line.hasPrefix("   › Ééxn") }
    }
}
