import DialogEngine
import Foundation
import Testing

@testable import Records

@Suite("The scanner for the index")
struct ScannerTests {
    @Test("reads what the decoder reads, of every record of the cases")
    func cases() throws {
        let folder = Tree.cases.appending(path: "Records")
        var records = 0
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            let bytes = [UInt8](try Data(contentsOf: folder.appending(path: name)))
            guard let record = decoded(bytes) else {
                #expect(scanned(bytes) == nil, "\(name)")
                continue
            }
            #expect(scanned(bytes) == IndexedRecord(record), "\(name)")
            records += 1
        }
        #expect(records > 0)
    }

    @Test("reads every record that this program writes", arguments: [runSeed])
    func random(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<300 {
            var record = Samples.randomComplaint(using: &generator)
            let data = ["afhandelwijze": "gegrond", "a": "b"]
            if generator.oneIn(2) {
                record = record.appending(
                    RecordEvent(kind: .settled, at: Samples.receivedAt, by: "x", role: "y", data: data))
            }
            #expect(scanned(DocumentCoding.bytes(of: record)) == IndexedRecord(record))
        }
    }

    @Test("never takes for good what the decoder refuses, nor reads it otherwise", arguments: [runSeed])
    func spoilt(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var accepted = 0
        for _ in 0..<4000 {
            let record =
                generator.oneIn(2) ? Samples.complaint() : Samples.randomComplaint(using: &generator)
            let bytes = spoil(DocumentCoding.bytes(of: record), using: &generator)
            let isAsWritten = bytes.withUnsafeBufferPointer { RecordScanner.isAsWritten($0) }
            #expect(isAsWritten == (scanned(bytes) != nil))
            guard let found = scanned(bytes) else { continue }
            accepted += 1
            let read = decoded(bytes)
            #expect(read.map(IndexedRecord.init) == found, "\(String(decoding: bytes, as: UTF8.self))")
        }
        // A letter within a text hurts nobody.
        #expect(accepted > 100)
    }

    @Test("leaves out no key that must be there, and takes none that is not known")
    func keys() throws {
        let text = String(decoding: DocumentCoding.bytes(of: Samples.complaint()), as: UTF8.self)
        let lines = text.split(separator: "\n").map(String.init)
        for index in lines.indices where lines[index].contains(" : ") {
            var without = lines
            without.remove(at: index)
            var renamed = lines
            renamed[index] = renamed[index].replacingOccurrences(of: "\" :", with: "x\" :")
            var twice = lines
            twice.insert(lines[index], at: index)
            for edited in [without, renamed, twice] {
                let bytes = Array(edited.joined(separator: "\n").utf8)
                guard let found = scanned(bytes) else { continue }
                #expect(decoded(bytes).map(IndexedRecord.init) == found, "\(lines[index])")
            }
        }
    }

    @Test("counts how a complaint was dealt with by the last event that says so")
    func handling() {
        func handling(_ events: (RecordEvent.Kind, String?)...) -> String {
            let record = events.reduce(Samples.complaint()) { record, event in
                record.appending(
                    RecordEvent(
                        kind: event.0, at: Samples.receivedAt, by: "x", role: "y",
                        data: event.1.map { ["afhandelwijze": $0] }))
            }
            #expect(scanned(DocumentCoding.bytes(of: record)) == IndexedRecord(record))
            return record.handling
        }
        #expect(handling() == "lopend")
        #expect(handling((.settled, "gegrond")) == "gegrond")
        #expect(handling((.settled, nil), (.note, "gegrond")) == "afgehandeld")
        #expect(handling((.settled, "gegrond"), (.reopened, nil)) == "lopend")
        #expect(handling((.withdrawn, nil), (.printed, nil)) == "ingetrokken")
    }

    @Test("knows a day from its bytes as from its text", arguments: [runSeed])
    func days(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let signs = Array("0123456789-+é ".utf8)
        for _ in 0..<4000 {
            var bytes = Array(Day(ordinal: Int.random(in: 0...40_000, using: &generator)).iso.utf8)
            if generator.oneIn(2) {
                bytes[Int.random(in: bytes.indices, using: &generator)] =
                    signs.randomElement(using: &generator)!
            }
            if generator.oneIn(8) { bytes.removeLast() }
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(bytes.withUnsafeBufferPointer { Day(utf8: $0) } == Day(iso: text), "\(text)")
        }
    }

    @Test("knows a good number from its bytes", arguments: [runSeed])
    func numbers(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let signs = Array("0189AHILOUZ-x.é".utf8)
        for _ in 0..<4000 {
            let city = ["H", "GM", "ZAB"].randomElement(using: &generator)!
            let number = ComplaintNumber(city: city, year: 2026, using: &generator)
            #expect(ComplaintNumber.Written(number.description) == ComplaintNumber.Written(number))
            var bytes = Array(number.description.utf8)
            bytes[Int.random(in: bytes.indices, using: &generator)] = signs.randomElement(using: &generator)!
            if generator.oneIn(8) { bytes.removeLast() }
            let text = String(decoding: bytes, as: UTF8.self)
            #expect((ComplaintNumber.Written(text) != nil) == (ComplaintNumber(text) != nil), "\(text)")
        }
    }

    private func scanned(_ bytes: [UInt8]) -> IndexedRecord? {
        bytes.withUnsafeBufferPointer { RecordScanner.scan($0) }
    }

    private func decoded(_ bytes: [UInt8]) -> ComplaintRecord? {
        try? DocumentCoding.read(ComplaintRecord.self, from: bytes)
    }

    private func spoil(_ bytes: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        let signs = Array("{}[]\",:\\u0- 1nde\u{7F}\n".utf8) + [0, 0x1F, 0x80, 0xC3, 0xFF]
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
            let at = Int.random(in: bytes.indices, using: &generator)
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: bytes[at] = signs.randomElement(using: &generator)!
            case 1: bytes.insert(signs.randomElement(using: &generator)!, at: at)
            case 2: bytes.remove(at: at)
            default: bytes[at] = UInt8.random(in: 0...255, using: &generator)
            }
        }
        return generator.oneIn(20) ? Array(bytes.prefix(bytes.count / 2)) : bytes
    }
}
