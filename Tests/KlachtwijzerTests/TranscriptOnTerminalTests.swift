import TestSupport
import Testing

extension Transcript {
    /// The command for its voice; none for the desk.
    fileprivate var command: [String] { voice == "balie" ? [] : [voice] }
}

@Suite("Conversations, on a terminal")
struct TranscriptOnTerminalTests {
    @Test(arguments: Transcript.all, ["xterm-256color", "dumb"])
    func showsTheSameAsInMemory(_ transcript: Transcript, _ term: String) throws {
        let program = Program()
        let screen = try program.start(
            term, columns: transcript.columns, today: transcript.today, seed: transcript.seed,
            options: transcript.command + ["--taal", transcript.language])
        for line in transcript.typed {
            guard screen.isWaiting else { break }
            screen.type(line)
        }
        #expect(!screen.isWaiting, "the program waits after the last line")
        #expect(screen.end() == (transcript.isInterrupted ? 130 : 0))
        if let difference = transcript.difference(from: screen.shown, isOnTerminal: true) {
            Issue.record("\(difference)")
        }
        #expect(try StoreCheck.schemaProblems(in: program.store) == "")
        if transcript.leavesNoTrace {
            #expect(try StoreCheck.traces(of: transcript.typed, in: program.store) == [])
        }
    }

    /// A pipe has eighty columns and no keys.
    private static let forPipes = Transcript.all.filter { transcript in
        transcript.columns == 80
            && !transcript.typed.contains { [Transcript.interrupt, Transcript.endOfInput].contains($0) }
    }

    @Test("Over a pipe it is the same conversation", arguments: forPipes)
    func showsTheSameOverAPipe(_ transcript: Transcript) throws {
        let result = try Program().run(
            transcript.command + [
                "--vandaag", transcript.today, "--zaad", String(transcript.seed), "--taal",
                transcript.language,
            ],
            typing: transcript.typed.map { $0 + "\n" }.joined())
        #expect(result.status == 0)
        if let difference = transcript.difference(from: result.output) { Issue.record("\(difference)") }
    }
}
