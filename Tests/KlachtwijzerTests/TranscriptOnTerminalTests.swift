import TestSupport
import Testing

@Suite("Conversations, on a terminal")
struct TranscriptOnTerminalTests {
    @Test(arguments: Transcript.all)
    func showsTheSameAsInMemory(_ transcript: Transcript) throws {
        let program = Program()
        let screen = try program.start(
            columns: transcript.columns, today: transcript.today, seed: transcript.seed)
        for line in transcript.typed {
            guard screen.isWaiting else { break }
            screen.type(line)
        }
        #expect(!screen.isWaiting, "the program waits after the last line")
        if let difference = transcript.difference(from: screen.shown) { Issue.record("\(difference)") }
        #expect(screen.child.waitForEnd() == (transcript.isInterrupted ? 130 : 0))
        #expect(try StoreCheck.schemaProblems(in: program.store) == "")
        if transcript.leavesNoTrace {
            #expect(try StoreCheck.traces(of: transcript.typed, in: program.store) == [])
        }
    }
}
