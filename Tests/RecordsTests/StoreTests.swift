import DialogEngine
import Foundation
import Records
import Testing

@Suite("Store")
struct StoreTests {
    let folder = TemporaryFolder()

    private func store() throws -> Store { try Store.open(at: folder.new) }

    private func path(version: Int) -> String {
        "\(folder.new)/klachten/2026/11/23/H26-7K3Q-F8M2-X.\(version).json"
    }

    private func overwrite(_ path: String, _ text: String) throws {
        try Data(text.utf8).write(to: URL(filePath: path))
    }

    @Test func aRecordStandsInTheFolderOfItsDay() throws {
        let stored = try store().create(Samples.complaint())
        #expect(stored.path == path(version: 1))
        #expect(try store().read(Samples.number) == stored)
        #expect(try folder.files().keys.contains(path(version: 1)))
    }

    @Test func filesAndFoldersAreForTheOwnerOnly() throws {
        try store().create(Samples.complaint())
        for (path, mode) in [
            (folder.new, 0o700), ("\(folder.new)/klachten/2026", 0o700), (path(version: 1), 0o600),
        ] {
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect(attributes[.posixPermissions] as? Int == mode, "\(path)")
        }
    }

    @Test func aChangeIsANewVersionAndThePreviousOneStays() throws {
        let store = try store()
        try store.create(Samples.complaint())
        for count in 2...5 {
            let stored = try store.append(Samples.event(.note, text: "\(count)"), to: Samples.number)
            #expect(stored.version == count)
            #expect(stored.leftovers == [])
            #expect(try store.read(Samples.number) == stored)
        }
        let names = try folder.files().keys.filter { $0.contains("/klachten/2026") }.sorted()
        #expect(names == [path(version: 4), path(version: 5)])
        #expect(try store.read(Samples.number).record.events.map(\.text) == [nil, "2", "3", "4", "5"])
    }

    @Test func twoDesksThatChangeTheSameComplaintBothKeepTheirEvent() throws {
        let store = try store()
        let seen = try store.create(Samples.complaint())
        try store.append(Samples.event(.note, text: "een"), to: Samples.number, seen: seen)
        try store.append(Samples.event(.contacted, text: "twee"), to: Samples.number, seen: seen)
        try store.append(Samples.event(.treatmentBegun, text: "drie"), to: Samples.number, seen: seen)
        #expect(try store.read(Samples.number).record.events.compactMap(\.text) == ["een", "twee", "drie"])
    }

    @Test(arguments: [
        (RecordEvent.Kind.settled, RecordEvent.Kind.withdrawn), (.settled, .settled), (.assigned, .assigned),
        (.extended, .refused),
    ])
    func ofTwoThatContradictTheSecondIsShownTheFirst(
        first: RecordEvent.Kind, second: RecordEvent.Kind
    ) throws {
        let store = try store()
        let seen = try store.create(Samples.complaint())
        let note = Samples.event(.note, text: "tussendoor")
        let before = Samples.event(first, text: "eerste")
        try store.append(note, to: Samples.number)
        try store.append(before, to: Samples.number, seen: seen)
        let error = thrown { () throws(StoreError) in
            try store.append(Samples.event(second, text: "tweede"), to: Samples.number, seen: seen)
        }
        #expect(error?.cause == .changedMeanwhile([note, before]))
        let standing = try store.read(Samples.number)
        #expect(standing.version == 3)
        // Who has seen the first may go on.
        try store.append(Samples.event(second, text: "tweede"), to: Samples.number, seen: standing)
        #expect(try store.read(Samples.number).record.events.last?.text == "tweede")
    }

    @Test func theSameNumberForAnotherRecordIsRefused() throws {
        let store = try store()
        let first = try store.create(Samples.complaint())
        let error = thrown { () throws(StoreError) in try store.create(Samples.complaint(name: "C. Ander")) }
        #expect(error?.cause == .numberTaken)
        #expect(try store.read(Samples.number) == first)
    }

    @Test func creatingTheSameRecordAgainIsSafe() throws {
        let store = try store()
        try store.create(Samples.complaint())
        try store.create(Samples.complaint())
        #expect(try store.scan().records.count == 1)
        #expect(try store.read(Samples.number).record == Samples.complaint())
    }

    @Test func aNumberThatIsNotThereIsNotFound() throws {
        var generator = SeededGenerator(seed: runSeed)
        let store = try store()
        try store.create(Samples.complaint())
        let other = ComplaintNumber(city: "H", year: 2026, using: &generator)
        #expect(thrown { () throws(StoreError) in try store.read(other) }?.cause == .notFound)
        #expect(
            thrown { () throws(StoreError) in try store.append(Samples.event(.note), to: other) }?.cause
                == .notFound)
    }

    @Test func aRecordOfAnotherYearThanItsNumberIsFound() throws {
        let store = try store()
        let early = Samples.complaint(receivedAt: Timestamp("2025-12-31T23:59:00+01:00")!)
        try store.create(early)
        #expect(try store.read(Samples.number).record == early)
    }

    @Test func aDamagedNewestVersionIsPassedOverAndReported() throws {
        let store = try store()
        try store.create(Samples.complaint())
        try store.append(Samples.event(.note, text: "twee"), to: Samples.number)
        try store.append(Samples.event(.note, text: "drie"), to: Samples.number)
        try overwrite(path(version: 3), "{ kapot")
        let read = try store.read(Samples.number)
        #expect(read.version == 2)
        #expect(read.damaged == [DamagedFile(path: path(version: 3), problem: .notJSON)])
        // What comes next goes above it, and neither it nor the version below is lost.
        let next = try store.append(Samples.event(.note, text: "vier"), to: Samples.number)
        #expect(next.version == 4)
        #expect(next.record.events.map(\.text) == [nil, "twee", "vier"])
        let last = try store.append(Samples.event(.note, text: "vijf"), to: Samples.number)
        #expect(last.version == 5)
        let names = try folder.files().keys.filter { $0.contains("/klachten/2026") }.sorted()
        #expect(names == [3, 4, 5].map(path(version:)))
        #expect(try String(contentsOfFile: path(version: 3), encoding: .utf8) == "{ kapot")
    }

    @Test func aRecordThatIsNonsenseInAllVersionsSaysWhichFile() throws {
        let store = try store()
        try store.create(Samples.complaint())
        try store.append(Samples.event(.note), to: Samples.number)
        try overwrite(path(version: 1), "")
        try overwrite(path(version: 2), #"{"schemaVersie" : "7.0"}"#)
        let expected = [
            DamagedFile(path: path(version: 2), problem: .unknownSchemaVersion("7.0")),
            DamagedFile(path: path(version: 1), problem: .blank),
        ]
        let error = thrown { () throws(StoreError) in try store.read(Samples.number) }
        #expect(error?.cause == .damaged(expected))
        #expect(error?.safe == .otherRecords)
        #expect(try store.scan().damaged == expected)
    }

    @Test func aFileUnderAnotherNumberIsNotBelieved() throws {
        var generator = SeededGenerator(seed: runSeed)
        let store = try store()
        let stored = try store.create(Samples.complaint())
        let other = ComplaintNumber(city: "H", year: 2026, using: &generator)
        let copy = "\(folder.new)/klachten/2026/11/23/\(other).1.json"
        try FileManager.default.copyItem(atPath: stored.path, toPath: copy)
        let problem = DocumentProblem.numberMismatch(
            fileName: other.description, content: Samples.number.description)
        #expect(
            thrown { () throws(StoreError) in try store.read(other) }?.cause
                == .damaged([DamagedFile(path: copy, problem: problem)]))
        let scanned = try store.scan()
        #expect(scanned.records == [stored])
        #expect(scanned.damaged == [DamagedFile(path: copy, problem: problem)])
    }

    @Test func scanningGivesTheNewestFirst() throws {
        var generator = SeededGenerator(seed: runSeed)
        let store = try store()
        for (moment, name) in [
            ("2026-11-23T09:00:00+01:00", "Een"), ("2025-01-02T10:00:00+01:00", "Twee"),
            ("2026-11-23T11:00:00+01:00", "Drie"), ("2026-02-01T10:00:00+01:00", "Vier"),
        ] {
            try store.create(
                Samples.complaint(
                    number: ComplaintNumber(city: "H", year: 2026, using: &generator),
                    receivedAt: Timestamp(moment)!, name: name))
        }
        func names(_ query: Query) throws -> [String?] {
            try store.scan(matching: query).records.map(\.record.complainant.name)
        }
        #expect(try names(Query()) == ["Drie", "Een", "Vier", "Twee"])
        #expect(try names(Query(limit: 3)) == ["Drie", "Een", "Vier"])
        #expect(try names(Query(text: "twee")) == ["Twee"])
        #expect(try names(Query(from: Day(iso: "2026-01-01"), through: Day(iso: "2026-11-22"))) == ["Vier"])
        #expect(try names(Query(from: Day(iso: "2026-11-23"))) == ["Drie", "Een"])
        #expect(try names(Query(through: Day(iso: "2025-12-31"))) == ["Twee"])
        let part = String(try store.scan().records[2].record.number.description.dropLast(2).suffix(4))
        if part.contains(where: \.isNumber) { #expect(try names(Query(text: part)) == ["Vier"]) }
    }

    @Test func strangeFilesStopNothing() throws {
        let store = try store()
        let stored = try store.create(Samples.complaint())
        let day = "\(folder.new)/klachten/2026/11/23"
        try overwrite("\(day)/notities.txt", "x")
        try FileManager.default.createDirectory(
            atPath: "\(day)/H26-7K3Q-F8M2-X.9.json", withIntermediateDirectories: false)
        try overwrite("\(folder.new)/klachten/leesmij", "x")
        #expect(try store.read(Samples.number).record == stored.record)
        let scanned = try store.scan()
        #expect(scanned.records.map(\.record) == [stored.record])
        #expect(
            scanned.damaged.map { ($0.path as NSString).lastPathComponent }.sorted()
                == ["H26-7K3Q-F8M2-X.9.json", "notities.txt"])
    }

    @Test func contactsAndCountsHoldNoStory() throws {
        var generator = SeededGenerator(seed: runSeed)
        let store = try store()
        let path = try store.createContact(Samples.contact())
        #expect(path == "\(folder.new)/contacten/2026/11/23/H26-7K3Q-F8M2-X.json")
        let other = Samples.contact(uuid: "6a1d7f0e-2a56-4d0e-9d38-8f3f7f6a1b22")
        #expect(
            thrown { () throws(StoreError) in try store.createContact(other) }?.cause == .numberTaken)
        let day = Samples.receivedAt.day
        try store.count("nood", on: day, using: &generator)
        try store.count("nood", on: day.adding(days: 1), using: &generator)
        try store.count("integriteit", on: day, using: &generator)
        #expect(try store.contacts().contacts == [Samples.contact()])
        #expect(try store.counts().counts == ["nood": 2, "integriteit": 1])
        #expect(try store.counts(through: day).counts == ["nood": 1, "integriteit": 1])
        try overwrite(path, "x")
        #expect(try store.contacts().damaged == [DamagedFile(path: path, problem: .notJSON)])
    }

    @Test func appendsOfManyLoseNothing() async throws {
        try store().create(Samples.complaint())
        let path = folder.new
        let writers = 8
        let each = 15
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<writers {
                group.addTask {
                    // A store of its own, as another program would have.
                    let store = try Store.open(at: path)
                    for index in 0..<each {
                        let event = Samples.event(.note, text: "\(writer)-\(index)")
                        if index % 2 == 0 {
                            try store.append(event, to: Samples.number)
                            continue
                        }
                        while true {
                            let seen = try store.read(Samples.number)
                            do throws(StoreError) {
                                let assigned = Samples.event(.assigned, text: "\(writer)-\(index)")
                                try store.append(assigned, to: Samples.number, seen: seen)
                                break
                            } catch {
                                guard case .changedMeanwhile = error.cause else { throw error }
                            }
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        let read = try store().read(Samples.number)
        #expect(read.version == writers * each + 1)
        #expect(read.damaged == [])
        let texts = read.record.events.compactMap(\.text)
        #expect(texts.count == writers * each)
        for writer in 0..<writers {
            // Each writer's own events stand in its own order.
            #expect(texts.filter { $0.hasPrefix("\(writer)-") } == (0..<each).map { "\(writer)-\($0)" })
        }
        #expect(try folder.files().keys.filter { $0.contains("/klachten/2026") }.count == 2)
    }
}
