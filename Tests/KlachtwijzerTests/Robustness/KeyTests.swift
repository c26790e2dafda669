import TestSupport
import Testing

/// What a key does at the first question, and that nothing answers by accident.
@Suite("Keys on a terminal")
struct KeyTests {
    private let mark = "   › "

    private static let terminals = ["xterm-256color", "dumb"]

    private func line(_ screen: Screen) -> String {
        // The note at the right is no part of the line.
        String(screen.line.split(separator: "  vraag", maxSplits: 1)[0]).trimmingEnd
    }

    @Test func ctrlCKeepsTheTalkAndTheHalfLineAndTwiceLeaves() throws {
        let program = Program()
        let screen = try program.start()
        screen.type("Het riool stinkt.")
        screen.press("half")
        screen.wait("the half line") { line($0) == mark + "half" }
        screen.press("\u{3}")
        screen.wait("the question whether to stop, and the half line again") {
            $0.shown.contains("Stoppen?") && line($0) == mark + "half"
        }
        screen.press("\u{3}")
        #expect(screen.end() == 130)
        #expect(try program.start().shown.contains("Er is een gesprek dat nog niet af is."))
    }

    @Test(arguments: terminals) func ctrlDOnAnEmptyLineIsTheSame(_ term: String) throws {
        let screen = try Program().start(term)
        #expect(screen.type("^D").contains("Stoppen?"))
        #expect(screen.isWaiting)
        screen.press("\u{4}")
        #expect(screen.end() == 130)
    }

    @Test("Ctrl-D with text takes the next character and ends nothing")
    func ctrlDWithText() throws {
        let screen = try Program().start()
        screen.press("abc\u{4}\u{1}\u{4}")
        screen.wait("the rest of the line") { line($0) == mark + "bc" }
        #expect(!screen.shown.contains("Stoppen?"))
    }

    /// Keys that mean nothing here, of themselves and with what they would do in another program.
    private static let silent: [(name: String, keys: String)] = [
        ("Ctrl-\\", "\u{1C}"), ("Ctrl-S", "\u{13}"), ("Ctrl-Q", "\u{11}"), ("Ctrl-V", "\u{16}"),
        ("NUL", "\u{0}"),
        ("Ctrl-R", "\u{12}"), ("Ctrl-L", "\u{C}"), ("Ctrl-O", "\u{F}"), ("Ctrl-X", "\u{18}"),
        ("Ctrl-G", "\u{7}"),
        ("Alt-x: the command line of libedit", "\u{1B}x"), ("Alt-v: its editor", "\u{1B}v"),
        ("Alt-9: its repeat count", "\u{1B}9\u{1B}9"), ("Alt-.", "\u{1B}."), ("Alt-<", "\u{1B}<"),
        ("Insert", "\u{1B}[2~"), ("PgUp", "\u{1B}[5~"), ("PgDn", "\u{1B}[6~"), ("F1", "\u{1B}OP"),
        ("F5", "\u{1B}[15~"), ("F12", "\u{1B}[24~"), ("Shift-Tab", "\u{1B}[Z"), ("Ctrl-F5", "\u{1B}[15;5~"),
        ("mouse", "\u{1B}[<0;12;5M\u{1B}[<0;12;5m"), ("old mouse", "\u{1B}[M !!"),
        ("cursor report", "\u{1B}[12;40R"), ("device report", "\u{1B}[?62;1;6c"),
        ("focus", "\u{1B}[I\u{1B}[O"),
        ("colour report", "\u{1B}]11;rgb:ffff/ffff/ffff\u{7}"), ("title report", "\u{1B}]lHack\u{1B}\\"),
        ("device string", "\u{1B}P1$r0m\u{1B}\\"), ("keyboard report", "\u{1B}[?1u"),
    ]

    @Test("Means nothing and leaves nothing", arguments: silent.map(\.name), terminals)
    func silentKey(_ name: String, _ term: String) throws {
        let keys = try #require(Self.silent.first { $0.name == name }).keys
        let screen = try Program().start(term)
        screen.press("ab" + keys + "cd")
        screen.wait("what was typed around \(name)") { line($0) == mark + "abcd" }
        #expect(screen.type("").contains("abcd\n"), "one answer, whole")
    }

    /// Keys that edit, all at `een twee` with the cursor behind it.
    private static let editing: [(keys: String, line: String)] = [
        ("\u{1B}[D\u{1B}[DX", "een twXee"), ("\u{1B}[D\u{1B}[D\u{1B}[CX", "een tweXe"),
        ("\u{1B}[HX", "Xeen twee"), ("\u{1B}OHX", "Xeen twee"), ("\u{1B}[1~X", "Xeen twee"),
        ("\u{1B}[H\u{1B}[FX", "een tweeX"), ("\u{1B}OH\u{1B}OFX", "een tweeX"),
        ("\u{1}\u{1B}[4~X", "een tweeX"),
        ("\u{1B}[H\u{1B}[3~", "en twee"), ("\u{1B}[1;5DX", "een Xtwee"), ("\u{1B}[1;3DX", "een Xtwee"),
        ("\u{1}\u{1B}[1;5CX", "eenX twee"), ("\u{1B}bX", "een Xtwee"), ("\u{1}\u{1B}fX", "eenX twee"),
        ("\u{1}\u{1B}d", " twee"), ("\u{17}X", "een X"), ("\u{17}\u{1}\u{19}X", "tweeXeen"), ("\u{15}X", "X"),
        ("\u{1}\u{B}drie", "drie"), ("\u{7F}\u{8}X", "een twX"), ("\u{1B}\u{7F}X", "een X"),
    ]

    @Test("Edits the line", arguments: editing.indices)
    func editingKey(_ number: Int) throws {
        let (keys, expected) = Self.editing[number]
        let screen = try Program().start()
        screen.press("een twee" + keys)
        screen.wait("|\(expected)|") { line($0) == (mark + expected).trimmingEnd }
    }

    @Test("Enter of the keypad is Enter")
    func keypadEnter() throws {
        let screen = try Program().start()
        screen.press("een twee\u{1B}OM")
        screen.waitForPrompt()
        #expect(screen.shown.contains("   › een twee\n   ›"))
    }

    @Test("A lone Escape does not eat the next key")
    func loneEscape() throws {
        let screen = try Program().start()
        screen.press("abc\u{1B}")
        screen.wait("the line before the key") { line($0) == mark + "abc" }
        // Longer than a key sequence may take; the program tells nothing of a lone Escape.
        screen.wait(seconds: 0.3) { _ in false }
        screen.press("[A!")
        screen.wait("what was typed after it") { line($0) == mark + "abc[A!" }
    }

    @Test("Up brings earlier lines of this question back, Down does not lose the one being typed")
    func history() throws {
        let screen = try Program().start()
        screen.type("Eerste regel.")
        screen.press("half\u{1B}[A")
        screen.wait("the line before") { line($0) == mark + "Eerste regel." }
        screen.press("\u{1B}[B\u{1B}[B\u{1B}[B")
        screen.wait("the half line") { line($0) == mark + "half" }
        screen.press("\u{15}")
        screen.type("")
        screen.press("\u{1B}[Ax")
        screen.wait("nothing of another question") { line($0) == mark + "x" }
    }

    @Test("What was cut out in one talk is not there in the next")
    func killedTextStaysInItsTalk() throws {
        let screen = try Program().start()
        screen.type("Het riool stinkt.")
        screen.press("geheim\u{15}\u{19}")
        screen.wait("the same words in the same talk") { line($0) == mark + "geheim" }
        screen.press("\u{15}")
        screen.type("/opslaan")
        screen.press("\u{19}x")
        screen.wait("nothing of the talk before") { line($0) == mark + "x" }
    }

    @Test("A decomposed é becomes one letter, wide and marked characters keep their columns")
    func composed() throws {
        let screen = try Program().start()
        screen.press("e\u{301}e\u{301}n ё 中文 😀\u{1B}[D\u{1B}[DX")
        screen.wait("the composed line") {
            line($0) == mark + "één ё 中文X 😀"
        }
        let shown = screen.type("")
        #expect(shown.unicodeScalars.contains("é") && !shown.unicodeScalars.contains("\u{301}"))
    }

    @Test(
        "Bytes that are no character are shown as such",
        arguments: [
            ([0xFF] as [UInt8], "a\u{FFFD}b"), ([0xC3], "a\u{FFFD}b"), ([0xE2, 0x82], "a\u{FFFD}b"),
            ([0xC0, 0xAF], "a\u{FFFD}\u{FFFD}b"),
            ([0xED, 0xA0, 0x80], "a\u{FFFD}b"), ([0xC2, 0x9B], "a\u{FFFD}b"),
            ([0xE2, 0x80, 0xAE], "a\u{FFFD}b"),
        ], terminals)
    func badBytes(_ bad: (bytes: [UInt8], expected: String), _ term: String) throws {
        let (bytes, expected) = bad
        let screen = try Program().start(term)
        screen.press([0x61] + bytes + [0x62])
        screen.wait("|\(expected)|") { line($0) == mark + expected }
    }

    @Test("Tab goes on with the only choice and lists several above the line")
    func tab() throws {
        let screen = try Program().start()
        screen.type("Zo is het.")
        screen.type("")
        screen.press("/pr\t\t")
        screen.wait("both commands") { $0.shown.contains("     /print\n     /privacy\n\(mark)/pri") }
        screen.press("v\t")
        screen.wait("the one that is left") { line($0) == mark + "/privacy" }
        screen.press("\u{15}ja, iemand d\t")
        screen.wait("the choice") { line($0) == mark + "Ja, iemand denkt aan zelfdoding" }
    }

    @Test("A refused answer stands ready to be mended, and goes by itself")
    func refused() throws {
        let screen = try Program().start()
        screen.type("Zo is het.")
        screen.type("")
        screen.type("hallo daar")
        screen.press("\u{7F}")
        screen.wait("the refused answer, to be mended") {
            line($0) == mark + "hallo daar"
        }
        screen.press("\u{15}")
        screen.type("zomaar wat")
        #expect(screen.type("1").contains("Wilt u één ding vertellen"))
    }
}

extension String {
    var trimmingEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
