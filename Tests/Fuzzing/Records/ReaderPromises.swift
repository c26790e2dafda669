import DialogEngine

/// What the readers of a store promise for any bytes and any names of files.
enum ReaderPromises {
    /// - Precondition: They hold; otherwise this stops the program and names the one that broke.
    static func check(_ kind: UInt8, _ bytes: [UInt8]) {
        switch kind {
        case UInt8(ascii: "k"):
            checkDocument(ComplaintRecord.self, bytes)
            checkAnswers(bytes)
        case UInt8(ascii: "c"): checkDocument(Draft.self, bytes)
        case UInt8(ascii: "t"): checkDocument(EventCount.self, bytes)
        case UInt8(ascii: "b"): checkDocument(ContactRecord.self, bytes)
        case UInt8(ascii: "w"): checkDocument(ErasedRecord.self, bytes)
        case UInt8(ascii: "l"): checkLogbook(bytes)
        default: checkStore(bytes)
        }
    }

    /// What is read can be written, and reads back the same.
    private static func checkDocument<Document: StoredDocument>(_ type: Document.Type, _ bytes: [UInt8]) {
        guard let document = read(type, bytes) else { return }
        let written = DocumentCoding.bytes(of: document)
        precondition(read(type, written) == document, "what was read reads back the same")
    }

    private static func read<Document: StoredDocument>(_ type: Document.Type, _ bytes: [UInt8]) -> Document? {
        do throws(DocumentProblem) { return try DocumentCoding.read(type, from: bytes) } catch { return nil }
    }

    /// The fast reader is never stricter or other than the whole one about a file that is good.
    private static func checkAnswers(_ bytes: [UInt8]) {
        let fast = RecordedAnswers(json: bytes)
        guard let record = read(ComplaintRecord.self, bytes), let fast else { return }
        precondition(fast == RecordedAnswers(record), "answers are the same, read in either way")
    }

    // MARK: A store

    /// Each line is a file: a letter for its folder, its name, a tab, and what stands in it.
    private static func checkStore(_ bytes: [UInt8]) {
        let disk = MemoryDisk()
        do throws(StoreError) {
            _ = try Store.open(at: "/o", fileSystem: disk)
        } catch {
            preconditionFailure("an empty disk holds a store: \(error)")
        }
        for line in bytes.split(separator: UInt8(ascii: "\n")).prefix(40) { put(line, on: disk) }
        look(disk)
    }

    private static func checkLogbook(_ bytes: [UInt8]) {
        let disk = MemoryDisk()
        do throws(StoreError) {
            _ = try Store.open(at: "/o", fileSystem: disk)
        } catch {
            preconditionFailure("an empty disk holds a store: \(error)")
        }
        write(bytes, to: "/o/logboek/2026-11.jsonl", on: disk)
        look(disk)
        guard let now = Timestamp("2026-11-26T10:00:00+01:00") else { return }
        // A line more comes behind it, whatever it is.
        do throws(StoreError) {
            let store = try Store.open(at: "/o", fileSystem: disk)
            try store.noteSearch(by: Act(by: "proef", role: "balie", at: now))
        } catch {
            preconditionFailure("a line can always be added: \(error)")
        }
    }

    private static let folders = [
        "", "klachten", "klachten/2026", "klachten/2026/11", "klachten/2026/11/23", "concepten",
        "concepten/balie-1", "contacten/2026/11/23", "tellingen/2026/11/23", "logboek", "opzij", "sloten",
        "tijdelijk", "zegels", "voorbeelden",
    ]

    private static func put(_ line: ArraySlice<UInt8>, on disk: MemoryDisk) {
        guard let letter = line.first else { return }
        let rest = line.dropFirst()
        let name = String(decoding: rest.prefix { $0 != UInt8(ascii: "\t") }.prefix(255), as: UTF8.self)
        guard !name.isEmpty, name != ".", name != "..", !name.contains("/"), !name.contains("\0") else {
            return
        }
        var folder = "/o"
        for part in folders[Int(letter) % folders.count].split(separator: "/") {
            folder += "/\(part)"
            // It may be there.
            do throws(SystemError) { try disk.makeFolder(folder) } catch { continue }
        }
        write(Array(rest.drop { $0 != UInt8(ascii: "\t") }.dropFirst()), to: "\(folder)/\(name)", on: disk)
    }

    private static func write(_ bytes: [UInt8], to path: String, on disk: MemoryDisk) {
        do throws(SystemError) {
            let file = try disk.openNew(path)
            try disk.write(bytes, to: file)
            disk.close(file)
        } catch {
            return
        }
    }

    /// Everything that reads a folder: it ends, and refuses at most.
    private static func look(_ disk: MemoryDisk) {
        guard let now = Timestamp("2026-11-26T10:00:00+01:00"), let desk = DeskID("balie-1") else { return }
        attempt {
            let store = try Store.open(at: "/o", fileSystem: disk)
            attempt { _ = try store.survey(now: now) }
            attempt { _ = try store.scan() }
            attempt { _ = try store.contacts() }
            attempt { _ = try store.counts() }
            attempt { for record in try store.scan().records { _ = try store.read(record.record.number) } }
            attempt { _ = try Drafts(store).list(desk) }
            attempt { _ = try Drafts(store).expire(olderThanDays: 7, today: now.day) }
        }
    }

    private static func attempt(_ work: () throws -> Void) {
        do {
            try work()
        } catch {
            precondition(error is StoreError, "a store throws errors of its own: \(error)")
        }
    }
}
