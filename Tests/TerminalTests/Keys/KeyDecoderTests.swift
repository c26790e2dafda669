import Testing

@testable import Terminal

@Suite("Bytes become keys")
struct KeyDecoderTests {
    private func keys(_ bytes: some Sequence<UInt8>, flush: Bool = true) -> [Key] {
        var decoder = KeyDecoder()
        var keys: [Key] = []
        for byte in bytes { decoder.take(byte) { keys.append($0) } }
        if flush { decoder.flush { keys.append($0) } }
        return keys
    }

    private func text(_ text: String) -> [Key] { text.unicodeScalars.map(Key.character) }

    @Test(
        "Keys of all kinds of terminals",
        arguments: [
            ("\u{1B}[A", Key.up), ("\u{1B}OA", .up), ("\u{10}", .up), ("\u{1B}[B", .down), ("\u{E}", .down),
            ("\u{1B}[C", .right), ("\u{6}", .right), ("\u{1B}[D", .left), ("\u{2}", .left),
            ("\u{1B}[1;5C", .wordRight), ("\u{1B}[1;3D", .wordLeft), ("\u{1B}[1;2C", .right),
            ("\u{1B}b", .wordLeft),
            ("\u{1B}f", .wordRight), ("\u{1B}[H", .home), ("\u{1B}[1~", .home), ("\u{1B}[7~", .home),
            ("\u{1B}OH", .home),
            ("\u{1}", .home), ("\u{1B}[F", .end), ("\u{1B}[4~", .end), ("\u{1B}[8~", .end), ("\u{5}", .end),
            ("\u{1B}[3~", .delete), ("\u{1B}[3;5~", .killWordRight), ("\u{1B}d", .killWordRight),
            ("\u{7F}", .backspace),
            ("\u{8}", .backspace), ("\u{1B}\u{7F}", .killWordLeft), ("\u{17}", .killWordLeft),
            ("\u{15}", .killLine),
            ("\u{B}", .killToEnd), ("\u{19}", .yank), ("\t", .tab), ("\r", .enter), ("\n", .enter),
            ("\u{1B}OM", .enter),
            ("\u{1B}\r", .newline), ("\u{1B}[13;2u", .newline), ("\u{1B}[27;3;13~", .newline),
            ("\u{1B}[13u", .enter),
            ("\u{3}", .interrupt), ("\u{4}", .endOfInput), ("\u{1A}", .suspend),
        ])
    func key(typed: String, key: Key) { #expect(keys(typed.utf8) == [key]) }

    @Test(
        "What means nothing here",
        arguments: [
            "\u{1B}[5~", "\u{1B}[2~", "\u{1B}OP", "\u{1B}[24~", "\u{1B}[Z", "\u{1B}x", "\u{1B}[?62;1c",
            "\u{1B}[12;4R",
            "\u{1B}[I", "\u{1B}[<0;3;4M", "\u{0}", "\u{1C}", "\u{13}",
        ])
    func silent(typed: String) { #expect(keys((typed + "a").utf8) == [.ignored, .character("a")]) }

    @Test(
        "Reports of a terminal leave nothing at all",
        arguments: [
            "\u{1B}]11;rgb:ff/ff/ff\u{7}", "\u{1B}]l?\u{1B}\\", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}[M !!",
        ])
    func report(typed: String) { #expect(keys((typed + "a").utf8) == text("a")) }

    @Test("Letters of every length, and U+FFFD for each piece that is none")
    func letters() {
        #expect(keys("aé中😀".utf8) == text("aé中😀"))
        #expect(keys([0x61, 0xFF, 0xC3, 0x62, 0xE2, 0x82]) == text("a\u{FFFD}\u{FFFD}b\u{FFFD}"))
        #expect(keys([0xC0, 0xAF]) == text("\u{FFFD}\u{FFFD}"), "a slash in disguise")
        #expect(keys("a\u{202E}b\u{9B}c".utf8) == text("a\u{FFFD}b\u{FFFD}c"))
    }

    @Test("Escape alone is nothing, and eats nothing; Ctrl-C behind it is Ctrl-C")
    func escape() {
        #expect(keys([0x1B]) == [])
        #expect(keys([0x1B, 0x03]) == [.interrupt])
        #expect(keys([0x1B, 0x5B, 0x03]) == [.interrupt])
        #expect(keys([0x1B, 0x1B, 0x5B, 0x41]) == [.up])
    }

    @Test("A line feed behind a return is no second Enter")
    func lineEnds() {
        #expect(keys("a\r\nb\n\r\r".utf8) == text("a") + [.enter] + text("b") + [.enter, .enter, .enter])
    }

    @Test("A paste is one key; what is in it does nothing")
    func paste() throws {
        let pasted = keys("\u{1B}[200~een\r\ntwee\u{3}\u{1B}[A\tdrie\u{1B}[201~!".utf8)
        var paste = Paste()
        for scalar in "een\ntwee\u{FFFD}\u{FFFD}[A drie".unicodeScalars { paste.append(scalar) }
        #expect(pasted == [.paste(paste)] + text("!"))
    }

    @Test("A paste without end is done after a pause, and one that is too long says how much is missing")
    func pasteLimits() throws {
        let open = keys("\u{1B}[200~een\u{1B}[20".utf8)
        guard case .paste(let paste)? = open.first else { throw CancellationError() }
        #expect(String(String.UnicodeScalarView(paste.text)) == "een\u{FFFD}[20")
        let long = keys(("\u{1B}[200~" + String(repeating: "x", count: Paste.limit + 7) + "\u{1B}[201~").utf8)
        guard case .paste(let cut)? = long.first else { throw CancellationError() }
        #expect(cut.text.count == Paste.limit && cut.dropped == 7)
    }
}

@Suite("A paste without brackets")
struct BurstTests {
    private func keys(_ text: String) -> [Key] {
        text.unicodeScalars.map { $0 == "\r" ? .enter : .character($0) }
    }

    private func taken(_ pieces: [String]) -> (now: [Key], later: [Key]) {
        var burst = Burst()
        let now = pieces.flatMap { burst.take(keys($0), bytes: $0.utf8.count) }
        return (now, burst.isHolding ? burst.finish() : [])
    }

    private func paste(_ text: String) -> Key {
        var paste = Paste()
        for scalar in text.unicodeScalars { paste.append(scalar) }
        return .paste(paste)
    }

    @Test("Keys that come one by one, or a line with its Enter, are keys")
    func typing() {
        for pieces in [
            ["a"], ["1\r1\r"], ["De lift is stuk.\r"], ["j", "a", "\r"], ["lang woord zonder einde"],
        ] {
            let (now, later) = taken(pieces)
            #expect(now == pieces.flatMap(keys) && later == [], "\(pieces)")
        }
    }

    @Test("Lines that come at once are one paste, without the Enter at its end")
    func lines() {
        #expect(taken(["Ans\rHoofdstraat 1\r"]).later == [paste("Ans\nHoofdstraat 1")])
        #expect(taken(["Ans\rHoofdst", "raat 1\r2011 RD"]).later == [paste("Ans\nHoofdstraat 1\n2011 RD")])
    }

    @Test("On a slow line the rest of a paste comes later; an Enter by itself is one")
    func restOfAPaste() {
        var burst = Burst()
        #expect(burst.take(keys("Ans\rHoofd"), bytes: 9) == [])
        #expect(burst.finish() == [paste("Ans\nHoofd")] && burst.isRecent)
        #expect(burst.take(keys("straat"), bytes: 6) == keys("straat"))
        #expect(burst.take(keys(" 1\r"), bytes: 3) == [] && burst.finish() == [paste(" 1")])
        #expect(burst.take(keys("\r"), bytes: 1) == [] && burst.finish() == [.enter])
        burst.forget()
        #expect(burst.take(keys("ja\r"), bytes: 3) == keys("ja\r"))
    }

    @Test("A long line with its Enter waits for more, and is a line when nothing comes")
    func longLine() {
        let line = String(repeating: "woord ", count: 20) + "\r"
        #expect(taken([line]).later == keys(line))
        #expect(taken([line, "meer"]).later == [paste(line.replacing("\r", with: "\n") + "meer")])
    }
}
