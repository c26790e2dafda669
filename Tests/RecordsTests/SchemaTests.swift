import DialogEngine
import Foundation
import Testing

@testable import Records

@Suite("Schema")
struct SchemaTests {
    /// What the validator prints; empty when every file is good.
    private func validate(_ schema: String, _ documents: [String]) throws -> String {
        let folder = TemporaryFolder()
        var paths: [String] = []
        for (index, document) in documents.enumerated() {
            let path = "\(folder.path)/\(index).json"
            try Data(document.utf8).write(to: URL(filePath: path))
            paths.append(path)
        }
        let process = Process()
        // The system's Python: that is the one for which the package manager installs python3-jsonschema.
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments =
            [
                Tree.cases.appending(path: "Schema/validate.py").path,
                Tree.schemas.appending(path: schema).path,
            ] + paths
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        try #require(!text.contains("python3-jsonschema is missing"), "\(text)")
        try #require(process.terminationStatus == (text.isEmpty ? 0 : 1), "\(text)")
        return text.replacing(folder.path, with: "")
    }

    private func text(_ document: some StoredDocument) -> String {
        String(decoding: DocumentCoding.bytes(of: document), as: UTF8.self)
    }

    @Test func complaintsThatAreWrittenAreValid() throws {
        var generator = SeededGenerator(seed: runSeed)
        var documents = [text(Samples.complaint()), text(Samples.complaint(name: nil))]
        documents += (0..<60).map { _ in text(Samples.randomComplaint(using: &generator)) }
        #expect(try validate("klacht.schema.json", documents) == "", "seed \(runSeed)")
    }

    @Test func contactsThatAreWrittenAreValid() throws {
        #expect(try validate("contact.schema.json", [text(Samples.contact())]) == "")
    }

    @Test func whatStaysOfTheErasedIsValidAndHoldsNothingElse() throws {
        let erased = ErasedRecord(
            uuid: Samples.complaint().uuid, number: Samples.number, erasedAt: Samples.receivedAt,
            by: "beheer1",
            role: "beheer", reason: "verzoek", selectionList: "13.1.2")
        #expect(try validate("gewist.schema.json", [text(erased)]) == "")
        let told = text(erased).replacing(#""door" :"#, with: #""klager" : {}, "door" :"#)
        #expect(try validate("gewist.schema.json", [told]).contains("klager"))
    }

    @Test func theLinesOfTheLogbookAreValid() throws {
        let folder = TemporaryFolder()
        let store = try Store.open(at: folder.new)
        try store.create(Samples.complaint())
        try store.append(Samples.event(.note), to: Samples.number)
        _ = try store.read(Samples.number, by: Samples.act)
        try store.noteSearch(by: Samples.act)
        try store.erase(Samples.number, Samples.act.because("verzoek"))
        let lines = try String(contentsOfFile: folder.new + "/logboek/2026-11.jsonl", encoding: .utf8)
            .split(separator: "\n").map(String.init)
        #expect(lines.count == 5)
        #expect(try validate("logboek.schema.json", lines) == "")
    }

    /// Old text, new text, and where the schema finds it wrong.
    private static let changes = [
        (#""anoniem" : false"#, #""anoniem" : false, "bsn" : "1""#, "$.klager"),
        (#""anoniem" : false"#, #""anoniem" : true"#, "$.klager"),
        (#""postcode" : "2011 RD""#, #""postcode" : "2011RD""#, "$.klager.adres.postcode"),
        (#""postcode" : "2011 RD""#, #""postcode" : "2011 SS""#, "$.klager.adres.postcode"),
        (#""huisnummer" : 2"#, #""huisnummer" : 0"#, "$.klager.adres.huisnummer"),
        (#""precisie" : "dag""#, #""precisie" : "uur""#, "$.gedraging.precisie"),
        (#""soort" : "klacht""#, #""soort" : "zeur""#, "$.soort"),
        (
            #""aardRelatie" : "onderwerp""#, #""aardRelatie" : "neef""#,
            "$.relevanteAndereZaken[0].aardRelatie"
        ),
        (#""selectielijst" : "13.1""#, #""selectielijst" : "x""#, "$.selectielijst"),
        (#""regel" : "eerst-bij-partner","#, "", "$.besluit"),
        (#"T10:14:00+01:00","#, #"T10:14:00Z","#, "$."),
    ]

    @Test func whatDoesNotBelongIsRefused() throws {
        let good = text(Samples.complaint())
        let documents = Self.changes.map { good.replacing($0.0, with: $0.1) }
        let lines = try validate("klacht.schema.json", documents).split(separator: "\n")
        for (index, change) in Self.changes.enumerated() {
            #expect(documents[index] != good, "\(change.0) does not occur")
            #expect(lines.contains { $0.hasPrefix("/\(index).json: \(change.2)") }, "\(change) in \(lines)")
        }
    }

    @Test func aContactHasNoStory() throws {
        let document = text(Samples.contact()).replacing(
            #""soort" : "bezwaar","#, with: #""soort" : "bezwaar", "gedraging" : {"verhaal" : "x"},"#)
        #expect(try validate("contact.schema.json", [document]).contains("gedraging"))
    }
}
