import DialogEngine
import Foundation
import Records
import Testing

@Suite("Documents")
struct RecordCodingTests {
    @Test func whatIsWrittenReadsBackEqual() throws {
        var generator = SeededGenerator(seed: runSeed)
        for _ in 0..<200 {
            let record = Samples.randomComplaint(using: &generator)
            let bytes = DocumentCoding.bytes(of: record)
            #expect(try DocumentCoding.read(ComplaintRecord.self, from: bytes) == record, "seed \(runSeed)")
            #expect(bytes.last == UInt8(ascii: "\n"))
        }
    }

    /// One document of each kind as it stands on the disk: a change of the format shows here.
    @Test func theFormatIsTheOneThatIsKept() throws {
        try expectCase("klacht.json", DocumentCoding.bytes(of: Samples.complaint()))
        try expectCase("contact.json", DocumentCoding.bytes(of: Samples.contact()))
        try expectCase("concept.json", DocumentCoding.bytes(of: Samples.draft()))
        try expectCase(
            "telling.json", DocumentCoding.bytes(of: EventCount(kind: "nood", day: Samples.receivedAt.day)))
    }

    private func expectCase(_ name: String, _ bytes: [UInt8]) throws {
        let file = Tree.cases.appending(path: "Records/\(name)")
        if ProcessInfo.processInfo.environment["UPDATE_CASES"] == "1" { try Data(bytes).write(to: file) }
        let expected = try String(contentsOf: file, encoding: .utf8)
        #expect(String(decoding: bytes, as: UTF8.self) == expected)
    }

    @Test func absentIsAbsentAndSlashesStandBare() {
        let record = Samples.complaint(name: nil)
        let text = String(decoding: DocumentCoding.bytes(of: record), as: UTF8.self)
        #expect(!text.contains("contactnaam"))
        #expect(!text.contains("null"))
        #expect(text.contains("een uur / in de regen"))
    }

    @Test func layoutAndNullsDoNotMatter() throws {
        let text = String(decoding: DocumentCoding.bytes(of: Samples.complaint(name: nil)), as: UTF8.self)
        let edited = text.replacing("\n  ", with: "\n").replacing(
            "\"anoniem\" : false", with: "\"contactnaam\":null, \"anoniem\":false")
        #expect(
            try DocumentCoding.read(ComplaintRecord.self, from: Array(edited.utf8))
                == Samples.complaint(name: nil))
    }

    private static let changes: [(String, String, DocumentProblem)] = [
        (#""schemaVersie" : "1.0""#, #""schemaVersie" : "2.0""#, .unknownSchemaVersion("2.0")),
        // A newer format that this program cannot even decode.
        (
            #""schemaVersie" : "1.0","#, #""schemaVersie" : "3.0", "vragen" : 12,"#,
            .unknownSchemaVersion("3.0")
        ),
        (#""anoniem" : false"#, #""anoniem" : false, "bsn" : "1""#, .unknownKey("klager.bsn")),
        (#""onderwerp" : "wmo-vervoer","#, "", .missingKey("onderwerp")),
        (#""wanneer" : "#, #""wanner" : "#, .missingKey("gebeurtenissen.[0].wanneer")),
        (
            #""huisnummer" : 2"#, #""huisnummer" : "2""#,
            .wrongValue("klager.adres.huisnummer")
        ),
        (
            #""vorm" : "mondeling-op-schrift""#, #""vorm" : "gefluisterd""#,
            .wrongValue("vorm")
        ),
        (
            #""datum" : "2026-11-02""#, #""datum" : "2026-11-31""#,
            .wrongValue("gedraging.datum")
        ),
        (
            #""datumOntvangst" : "2026-11-23T10:14:00+01:00""#, #""datumOntvangst" : "2026-11-23T09:14:00Z""#,
            .wrongValue("datumOntvangst")
        ),
        (
            #""zaaknummer" : "H26-7K3Q-F8M2-X""#, #""zaaknummer" : "H26-7K3Q-F8M2-Y""#,
            .wrongValue("zaaknummer")
        ),
        ("}\n", "\n", .notJSON),
    ]

    @Test("A file that is wrong says where", arguments: changes)
    func wrong(old: String, new: String, expected: DocumentProblem) {
        let text = String(decoding: DocumentCoding.bytes(of: Samples.complaint()), as: UTF8.self)
        let range = text.range(of: old, options: .backwards)
        guard let range else {
            Issue.record("\(old) does not occur")
            return
        }
        let bytes = Array(text.replacingCharacters(in: range, with: new).utf8)
        let problem = thrown { () throws(DocumentProblem) in
            try DocumentCoding.read(ComplaintRecord.self, from: bytes)
        }
        #expect(problem == expected)
    }

    @Test func noPrefixOfAFileIsReadAsARecord() {
        let bytes = DocumentCoding.bytes(of: Samples.complaint())
        // Only the line end at the very end may lack.
        for length in 0..<(bytes.count - 1) {
            #expect(throws: DocumentProblem.self) {
                try DocumentCoding.read(ComplaintRecord.self, from: Array(bytes[..<length]))
            }
        }
        for problem in [[], [UInt8](repeating: 0, count: 500)].map({ bytes in
            thrown { () throws(DocumentProblem) in try DocumentCoding.read(ComplaintRecord.self, from: bytes)
            }
        }) {
            #expect(problem == .blank)
        }
    }

    @Test func appendingLeavesTheRestAlone() {
        let record = Samples.complaint()
        let longer = record.appending(Samples.event(.note, text: "gebeld"))
        #expect(longer.events.dropLast() == record.events[...])
        #expect(longer.events.last?.text == "gebeld")
        #expect(record.events.count == 1)
    }

    @Test(
        "The last event that says so decides on the status",
        arguments: [
            ([], .received), ([.assigned, .note], .received), ([.treatmentBegun, .note], .inTreatment),
            ([.forwarded], .forwarded), ([.treatmentBegun, .settled, .printed], .settled),
            ([.settled, .reopened], .inTreatment), ([.withdrawn], .withdrawn), ([.refused], .notTreated),
        ] as [([RecordEvent.Kind], ComplaintRecord.Status)])
    func status(events: [RecordEvent.Kind], expected: ComplaintRecord.Status) {
        let record = events.reduce(Samples.complaint()) { $0.appending(Samples.event($1)) }
        #expect(record.status == expected)
    }

    @Test func timesGoByPlaceNotByClock() {
        let record = Samples.complaint()
            .appending(Samples.event(.settled, at: "2026-12-01T09:00:00+01:00"))
            .appending(Samples.event(.reopened, at: "2026-11-30T09:00:00+01:00"))
        #expect(record.status == .inTreatment)
    }

    @Test func timestampsAreMomentsInAmsterdam() {
        let winter = Timestamp("2026-10-25T02:30:00+01:00")
        let summer = Timestamp("2026-10-25T02:30:00+02:00")
        #expect(winter.flatMap { w in summer.map { w.secondsSince1970 - $0.secondsSince1970 } } == 3600)
        #expect(Timestamp("1970-01-01T01:00:00+01:00")?.secondsSince1970 == 0)
        #expect(Timestamp("2026-11-23T10:14:00+01:00")?.clockTime == "10:14")
        for wrong in [
            "", "2026-11-23", "2026-11-23T10:14:00", "2026-11-23T10:14:00Z", "2026-11-23T24:14:00+01:00",
            "2026-11-23T10:60:00+01:00", "2026-02-29T10:14:00+01:00", "2026-11-23 10:14:00+01:00",
            "2026-11-23T10:14:00+00:00", "2026-11-23T1é:14:00+01:00",
        ] {
            #expect(Timestamp(wrong) == nil, "\(wrong)")
        }
    }
}
