import Assistant
import Glibc
import Terminal
import Testing

@Suite("A conversation over pipes")
struct StreamConsoleTests {
    @Test("The transcript reads like the screen")
    func transcriptReadsLikeTheScreen() throws {
        let input = try Pipe(holding: Array("2\nbel\u{7} Zoë\n".utf8))
        let output = try Pipe()
        let console = StreamConsole(
            input: input.readEnd, output: output.writeEnd, environment: ["TERM": "xterm"])

        try console.write([.ruler("Klacht"), ScreenLine("Over wie gaat het?", style: .strong)])
        #expect(try console.read(Prompt()) == .line("2"))
        #expect(try console.read(Prompt(title: "klachtwijzer")) == .line("bel\u{7} Zoë"))
        #expect(try console.read(Prompt()) == .end)
        #expect(try console.read(Prompt()) == .end)

        let ruler = "── Klacht " + String(repeating: "─", count: 70)
        #expect(
            output.contents()
                == "\(ruler)\nOver wie gaat het?\n   › 2\nklachtwijzer › bel␇ Zoë\n   › \n   › \n")
    }

    @Test(
        "Lines, however they end",
        arguments: [
            ("", []),
            ("\n", [""]),
            ("een\ntwee\n", ["een", "twee"]),
            ("een\r\n\r\ntwee\r\n", ["een", "", "twee"]),
            ("een\ntwee zonder einde", ["een", "twee zonder einde"]),
            ("een\rblijft", ["een\rblijft"]),
            ("nul\0blijft\n", ["nul\0blijft"]),
        ])
    func linesHoweverTheyEnd(text: String, expected: [String]) throws {
        #expect(try lines(Array(text.utf8)) == expected)
    }

    @Test(
        "Bytes that are no UTF-8 become U+FFFD, one a piece",
        arguments: [
            ([0x61, 0xFF, 0x62], "a\u{FFFD}b"),
            ([0x61, 0xE2, 0x82, 0x62], "a\u{FFFD}b"),
            ([0xC3], "\u{FFFD}"),
            ([0xC0, 0xAF], "\u{FFFD}\u{FFFD}"),
            ([0xF4, 0x90, 0x80, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
        ] as [([UInt8], String)])
    func invalidBytesAreReplaced(bytes: [UInt8], expected: String) throws {
        #expect(try lines(bytes) == [expected])
    }

    @Test(
        "A letter and its accent become one",
        arguments: [
            ("Zoe\u{308} belt Rene\u{301}", "Zo\u{EB} belt Ren\u{E9}"), ("o\u{302}\u{303}", "\u{1ED7}"),
            ("\u{301}los q\u{301}", "\u{301}los q\u{301}"), ("и\u{306}", "и\u{306}"),
        ])
    func accentsAreComposed(text: String, expected: String) throws {
        let line = try #require(try lines(Array(text.utf8)).first)
        #expect(scalars(line) == scalars(expected))
    }

    @Test("A line that arrives byte by byte, from a pipe that does not block", arguments: [false, true])
    func partialReads(nonBlocking: Bool) throws {
        let input = try Pipe(nonBlocking: nonBlocking)
        let output = try Pipe()
        let console = StreamConsole(input: input.readEnd, output: output.writeEnd, environment: [:])
        let end = input.writeEnd
        let writer = Worker {
            for byte in "Zoë\r\nja\n".utf8 {
                send([byte], to: end)
                sched_yield()
            }
        }
        #expect(try console.read(Prompt()) == .line("Zoë"))
        #expect(try console.read(Prompt()) == .line("ja"))
        writer.join()
    }

    @Test("A line of two million bytes stays whole, also through a pipe that does not block")
    func longLineStaysWhole() throws {
        let input = try Pipe()
        let output = try Pipe(nonBlocking: true)
        let line = String(repeating: "é", count: 1_000_000)
        let (inputEnd, outputEnd) = (input.writeEnd, output.readEnd)
        let writer = Worker { send(Array((line + "\n").utf8), to: inputEnd) }
        let reader = Worker {
            // Slower than the console, so that it finds the pipe full.
            var (total, chunk) = (0, [UInt8](repeating: 0, count: 1000))
            while total < 2_000_000 {
                let count = read(outputEnd, &chunk, chunk.count)
                if count > 0 { total += count } else { sched_yield() }
            }
        }
        let console = StreamConsole(input: input.readEnd, output: output.writeEnd, environment: [:])
        #expect(try console.read(Prompt()) == .line(line))
        writer.join()
        reader.join()
    }

    @Test("An output that nobody reads any more is an error, not the end of the program")
    func closedOutputIsAnError() throws {
        let input = try Pipe(holding: [])
        var output: [Int32] = [-1, -1]
        try #require(pipe(&output) == 0)
        close(output[0])
        defer { close(output[1]) }
        let console = StreamConsole(input: input.readEnd, output: output[1], environment: [:])
        #expect(throws: ConsoleProblem.cannotWrite(errno: EPIPE)) { try console.write([.blank]) }
        #expect(throws: ConsoleProblem.cannotWrite(errno: EPIPE)) { try console.read(Prompt()) }
    }

    @Test("A closed input is an error")
    func closedInputIsAnError() throws {
        let output = try Pipe()
        let console = StreamConsole(input: 1_000_000, output: output.writeEnd, environment: [:])
        #expect(throws: ConsoleProblem.cannotRead(errno: EBADF)) { try console.read(Prompt()) }
    }

    /// All lines that a console reads from these bytes.
    private func lines(_ bytes: [UInt8]) throws -> [String] {
        let input = try Pipe(holding: bytes)
        let output = try Pipe()
        let console = StreamConsole(input: input.readEnd, output: output.writeEnd, environment: [:])
        var lines: [String] = []
        while case .line(let line) = try console.read(Prompt()) { lines.append(line) }
        return lines
    }
}
