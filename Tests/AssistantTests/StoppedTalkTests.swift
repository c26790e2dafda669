import DialogEngine
import Foundation
import Records
import TestSupport
import Testing

/// A program that was stopped between keeping a talk and erasing its draft, and drafts that come back.
@Suite("A draft of a talk that came to its end") struct StoppedTalkTests {
    private let desk = MemoryDesk()
    private static let act = Act(
        by: "beheer", role: "beheer", at: Timestamp("2026-11-26T10:00:00+01:00")!, reason: "proef")

    private var store: Store {
        get throws { try Store.open(at: desk.folder.store) }
    }

    private func play(_ typed: [String]) throws -> String {
        try desk.play(Transcript(typing: typed, header: ["# breedte: 2000"])).shown
    }

    /// Files of the draft, with what is in them.
    private func draft() throws -> [String: Data] {
        let paths = TemporaryFolder.files(below: desk.folder.store).filter { $0.contains("/concepten/") }
        return try Dictionary(
            uniqueKeysWithValues: paths.map { ($0, try Data(contentsOf: URL(filePath: $0))) })
    }

    private func putBack(_ draft: [String: Data]) throws {
        for (path, content) in draft { try content.write(to: URL(filePath: path)) }
    }

    /// Plays a talk to its end with the draft of just before the end put back afterwards.
    private func killedAfterKeeping(_ name: String) throws -> String {
        let talk = try #require(Transcript.all.first { $0.name == name })
        let end = try #require(talk.typed.firstIndex(of: "/stop"))
        _ = try desk.play(Transcript(typing: Array(talk.typed[..<(end - 1)]), header: []))
        let draft = try draft()
        #expect(draft.count == 1)
        _ = try play(["1", "", "/stop"])
        try putBack(draft)
        return try #require(draft.keys.first)
    }

    @Test("is told to have been kept, and makes no twin") func complaint() throws {
        _ = try killedAfterKeeping("anoniem.txt")
        let number = try #require(store.scan().records.first).record.number
        let shown = try play(["/hervat", "/stop"])
        #expect(
            shown.contains("Een gesprek was al bewaard toen het programma stopte. Het nummer is \(number)."),
            "\(shown)")
        #expect(shown.contains("Er is geen gesprek dat nog niet af is."))
        #expect(try draft() == [:])
        #expect(try store.scan().records.count == 1)
        #expect(try store.survey(now: try #require(Timestamp("2036-11-26T10:00:00+01:00"))).drafts == 0)
    }

    @Test("goes when its complaint was erased") func erased() throws {
        _ = try killedAfterKeeping("anoniem.txt")
        let draft = try draft()
        let number = try #require(store.scan().records.first).record.number
        try store.erase(number, Self.act)
        #expect(try self.draft() == [:])
        // By hand, or with an older copy.
        try putBack(draft)
        let shown = try play(["/hervat", "/stop"])
        #expect(
            shown.contains("Een concept hoorde bij \(number). Dat is gewist, en het concept nu ook."),
            "\(shown)")
        #expect(try self.draft() == [:])
    }

    @Test("that was not kept is offered as before, under the number it had") func notKept() throws {
        let shown = try play(["De bus komt niet.", "/stop", ""])
        #expect(shown.contains("Het gesprek is nog niet af."))
        #expect(try play(["", "/stop"]).contains("Er is een gesprek dat nog niet af is."))
        let content = String(decoding: try #require(draft().values.first), as: UTF8.self)
        #expect(content.contains("\"zaaknummer\" : \"H26-"))
    }

    @Test("A note on a complaint that was erased meanwhile says so") func noteOnErased() throws {
        let talk = try #require(Transcript.all.first { $0.name == "anoniem.txt" })
        let typed = talk.typed.dropLast() + ["/notitie belt morgen terug", "/stop"]
        let path = desk.folder.store
        let shown = try desk.play(
            Transcript(typing: Array(typed), header: ["# breedte: 2000"]),
            meanwhile: { line in
                guard line.hasPrefix("/notitie") else { return }
                #expect(throws: Never.self) {
                    let store = try Store.open(at: path)
                    try store.erase(try #require(store.scan().records.first).record.number, Self.act)
                }
            }
        ).shown
        #expect(
            shown.contains("Wat erin stond, is er niet meer. Wij hebben niets toegevoegd."), "\(shown)")
        #expect(!shown.contains("zoals die was"))
    }

    /// Who is stopped before the number is on the screen must hear it of the draft.
    @Test("stays until the number is on the screen") func shownFirst() throws {
        let talk = try #require(Transcript.all.first { $0.name == "anoniem.txt" })
        var drafts: [Int] = []
        _ = try desk.play(
            talk,
            whenShown: { row in
                if row.contains("Nummer  H26-") { drafts.append((try? draft().count) ?? 0) }
            })
        #expect(drafts == [1])
        #expect(try draft() == [:])
    }
}
