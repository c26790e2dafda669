import Assistant
import Foundation
import TestSupport
import Testing

@Suite("Conversations, in memory")
struct TranscriptTests {
    private static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_CASES"] == "1"

    @Test(arguments: Transcript.all)
    func showsWhatItShowed(_ transcript: Transcript) throws {
        let desk = MemoryDesk()
        let console = try desk.play(transcript)
        if Self.isUpdating {
            try transcript.rewrite(console.shown)
        } else if let difference = transcript.difference(from: console.shown) {
            Issue.record("\(difference)")
        }
        #expect(!console.ranOut, "the talk needs /stop or ^D at its end")
        #expect(console.waiting == [], "typed after the end")
        #expect(try StoreCheck.schemaProblems(in: desk.folder.store) == "")
        if transcript.leavesNoTrace {
            #expect(try StoreCheck.traces(of: transcript.typed, in: desk.folder.store) == [])
            #expect(StoreCheck.documents(in: desk.folder.store) == [])
        }
    }

    @Test func everyCommandIsUsedSomewhere() {
        let typed = Set(
            Transcript.all.flatMap(\.typed).compactMap { line -> Command? in
                guard case .command(let command, _) = Input(line) else { return nil }
                return command
            })
        #expect(Set(Command.allCases).subtracting(typed) == [])
    }
}
