import DialogEngine
import Testing

@testable import Records

/// Drafts and complaints are written by hand, because somebody waits for them; it must be what `JSONEncoder` would write.
@Suite("Documents are written as JSONEncoder writes") struct PrettyJSONTests {
    @Test func manyDrafts() { expectTheSame(2000, Self.randomDraft) }

    @Test func manyComplaints() { expectTheSame(500, Samples.randomComplaint) }

    @Test func theSamples() {
        let (complaint, bare) = (Samples.complaint(), Samples.complaint(name: nil))
        #expect(complaint.json == DocumentCoding.encoded(complaint))
        #expect(bare.json == DocumentCoding.encoded(bare))
    }

    private func expectTheSame<Document: StoredDocument>(
        _ count: Int, _ random: (inout SeededGenerator) -> Document
    ) {
        var generator = SeededGenerator(seed: runSeed)
        for round in 0..<count {
            let document = random(&generator)
            let (ours, foundation) = (document.json, DocumentCoding.encoded(document))
            guard ours != foundation else { continue }
            let texts = [ours, foundation].map { String(decoding: $0, as: UTF8.self) }
            Issue.record("SEED=\(runSeed), round \(round):\n\(texts[0])\ninstead of\n\(texts[1])")
            return
        }
    }

    @Test("Every character below U+0100, and some above it")
    func everyCharacter() {
        let scalars =
            (0..<0x100).compactMap(Unicode.Scalar.init)
            + ["\u{2028}", "\u{FEFF}", "😀", "e\u{301}"]
            .flatMap(\.unicodeScalars)
        for scalar in scalars {
            let draft = Self.draft(storyInProgress: [String(Character(scalar))])
            #expect(draft.json == DocumentCoding.encoded(draft), "\(scalar.value)")
        }
    }

    private static func draft(storyInProgress: [String]) -> Draft {
        Draft(
            id: Samples.draftId, desk: Samples.desk, account: "", madeAt: Samples.receivedAt, voice: .desk,
            dialogVersion: "", storyInProgress: storyInProgress)
    }

    private static func randomDraft(using generator: inout SeededGenerator) -> Draft {
        var g = generator
        defer { generator = g }
        let alphabet = Array("abcé ñ\"\\/\n\r\t\u{8}\u{c}{}[]:,<>&'😀ĳ\u{0}\u{1}\u{1F}\u{7F}\u{2028}Z9").map(
            String.init)
        func text() -> String {
            (0..<Int.random(in: 0...20, using: &g)).map { _ in alphabet.randomElement(using: &g)! }.joined()
        }
        func texts() -> [String] { (0..<Int.random(in: 0...3, using: &g)).map { _ in text() } }
        func maybe() -> String? { g.oneIn(2) ? text() : nil }
        let answers = (0..<Int.random(in: 0...6, using: &g)).map { _ in
            DraftAnswer(
                question: text(), party: maybe(), values: texts(), text: maybe(),
                heard: g.oneIn(3)
                    ? HeardSource(
                        words: texts(), percent: Int.random(in: 0...100, using: &g), storyClass: maybe())
                    : nil)
        }
        return Draft(
            id: DraftID(using: &g), desk: Samples.desk, account: text(), madeAt: Samples.receivedAt,
            voice: ContactChannel.allCases.randomElement(using: &g)!, dialogVersion: text(), answers: answers,
            storyInProgress: texts(), notes: texts(), language: maybe(), storyLanguage: maybe(),
            offer: maybe(),
            identity: g.oneIn(2)
                ? RecordIdentity(
                    number: ComplaintNumber(city: "H", year: 2026, using: &g),
                    uuid: RandomUUID.text(using: &g)
                ) : nil)
    }
}
