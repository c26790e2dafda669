import DialogEngine
import Glibc
import Testing

@testable import Records

@Suite("Answers without the rest")
struct RecordedAnswersTests {
    @Test("are those of the whole record, however it is laid out")
    func sameAsTheRecord() throws {
        let record = Samples.complaint()
        let bytes = DocumentCoding.bytes(of: record)
        #expect(RecordedAnswers(json: bytes) == RecordedAnswers(record))
        #expect(RecordedAnswers(record).given.isEmpty == false)
        // White space counts inside texts only; the layout has none there before a line end.
        let flat = String(decoding: bytes, as: UTF8.self).split(separator: "\n").joined(separator: " ")
        #expect(RecordedAnswers(json: Array(flat.utf8)) == RecordedAnswers(record))
    }

    @Test("with quotes, line ends and accents in them")
    func letters() throws {
        let json = #"""
            {"schemaVersie": "1.0", "x": {"y": ["}", "\"]", 1, null, true]}, "leeg": [], "vragen": [
            {"vraag": "verhaal", "antwoord": "\"Zó\" zei hij,\nen \\ ging.\t", "antwoordtekst": "a"},
            {"partij": "a/b", "vraag": "eerder", "antwoord": ["ja", "nee"]}],
            "datumOntvangst": "2026-11-23T10:14:00+01:00", "zaaknummer": "H26-7K3Q-F8M2-X"}
            """#
        let read = try #require(RecordedAnswers(json: Array(json.utf8)))
        #expect(read.receivedOn.iso == "2026-11-23")
        #expect(read.given.map(\.question) == ["verhaal", "eerder"])
        #expect(read.given.map(\.party) == [nil, "a/b"])
        #expect(
            read.given.map(\.answer) == [.text("\"Zó\" zei hij,\nen \\ ging.\t"), .codes(["ja", "nee"])])
    }

    @Test("are not taken from a file that is cut off anywhere")
    func cutOff() {
        let bytes = DocumentCoding.bytes(of: Samples.complaint())
        for length in 0..<(bytes.count - 2) {
            #expect(RecordedAnswers(json: Array(bytes.prefix(length))) == nil, "\(length)")
        }
    }

    @Test("never stop the program, whatever the bytes", arguments: [runSeed])
    func anyBytes(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let whole = DocumentCoding.bytes(of: Samples.complaint())
        let signs = Array(#"{}[]",:\u0 1n"#.utf8)
        for _ in 0..<2000 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] =
                    signs[Int.random(in: signs.indices, using: &random)]
            }
            if let read = RecordedAnswers(json: bytes) { #expect(read.number.description.isEmpty == false) }
        }
    }

    @Test("of a store: all that are good, and what is the matter with the others")
    func store() throws {
        let folder = TemporaryFolder()
        let store = try Store.open(at: folder.new)
        _ = try store.create(Samples.complaint())
        let all = try store.scanAnswers()
        #expect(all.answers == [RecordedAnswers(Samples.complaint())] && all.damaged.isEmpty)
        let path = try #require(
            try folder.files().keys.first { $0.hasSuffix("\(Samples.number.description).1.json") })
        #expect(truncate(path, 40) == 0)
        let spoilt = try store.scanAnswers()
        #expect(spoilt.answers.isEmpty)
        #expect(spoilt.damaged.map(\.path) == [path] && spoilt.damaged.map(\.problem) == [.notJSON])
    }
}
