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

    @Test(
        "A conversation in English keeps what the Dutch one keeps",
        arguments: Transcript.all.filter { !$0.name.contains("/") })
    func sameRecords(_ dutch: Transcript) throws {
        let english = try #require(dutch.twin(in: "en"), "\(dutch) has no twin")
        let kept = try [dutch, english].map { transcript in
            let desk = MemoryDesk()
            _ = try desk.play(transcript)
            return try StoreCheck.codes(in: desk.folder.store)
        }
        #expect(kept[0] == kept[1])
    }

    @Test("A record names the language of the talk and that of the resident's own words")
    func languagesOfTheRecord() throws {
        for (name, talk, story) in [
            ("anoniem.txt", "nld", "nld"), ("en/anoniem.txt", "eng", "eng"),
            ("taal/gewisseld-na-het-verhaal.txt", "eng", "nld"),
        ] {
            let transcript = try #require(Transcript.all.first { $0.name == name })
            let desk = MemoryDesk()
            _ = try desk.play(transcript)
            let records = try StoreCheck.records(in: desk.folder.store)
            #expect(!records.isEmpty)
            for record in records {
                #expect(record["taal"] as? String == talk, "\(name)")
                #expect((record["gedraging"] as? [String: Any])?["taal"] as? String == story, "\(name)")
            }
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
