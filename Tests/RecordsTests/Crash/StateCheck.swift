import DialogEngine
import Foundation
import Records

/// Opens what a power cut left, and looks whether all that was promised is there, whole, and nothing else.
struct StateCheck {
    static let path = "/opslag"

    let expected: Expectation
    let model: DiskModel

    /// What is wrong; empty when nothing is.
    func problems(_ left: MemoryDisk.Content) -> [String] {
        let disk = MemoryDisk(left)
        do {
            let store = try Store.open(at: Self.path, fileSystem: disk)
            var problems: [String] = []
            let found = try read(store, disk, &problems)
            compare(found, &problems)
            if problems.isEmpty { try goOn(store, found, disk, &problems) }
            return problems
        } catch let error as StoreError where isExcused(error) {
            return []
        } catch {
            return ["\(error)"]
        }
    }

    private func read(
        _ store: Store, _ disk: MemoryDisk, _ problems: inout [String]
    ) throws -> Expectation.Promised {
        var found = Expectation.Promised()
        let scanned = try store.scan()
        for stored in scanned.records { found.records[stored.record.number] = stored.record }
        let (contacts, strange) = try store.contacts()
        for contact in contacts { found.contacts[contact.number] = contact }
        let (counts, odd) = try store.counts()
        found.counts = counts
        found.gone = try gone(store)
        try checkLogbook(disk, &problems)
        let drafts = Drafts(store)
        let desks = try disk.list("\(Self.path)/concepten").compactMap(DeskID.init)
        var setAside: [DamagedFile] = []
        for desk in desks {
            let list = try drafts.list(desk)
            setAside += list.setAside
            if list.inUse > 0 { problems.append("a lock outlived its program") }
            for offer in list.offers {
                let live = try drafts.resume(offer.id, desk: desk)
                found.drafts[offer.id] = live.found
                live.letGo()
            }
        }
        for damaged in scanned.damaged + strange + odd + setAside where !isExcused(damaged) {
            problems.append("damaged: \(damaged)")
        }
        for (path, bytes) in disk.files() {
            let parts = path.split(separator: "/")
            guard let bytes else { continue }
            // Without a journal, a name may come to the disk before its file, and have one that was erased.
            let isBlank = model != .journalling && bytes.first ?? 0 == 0
            if parts.contains("voorbeelden"), !isBlank,
                let id = parts.last?.split(separator: ".").dropFirst().first
            {
                found.examples[String(id)] = String(decoding: bytes, as: UTF8.self)
            }
            if parts.contains("tijdelijk") { problems.append("left behind: \(path)") }
        }
        for kept in expected.promised.kept where !disk.files().values.contains(kept) {
            problems.append("what was damaged is gone")
        }
        return found
    }

    /// Those of the complaints that may be erased of which only that is left.
    private func gone(_ store: Store) throws -> Set<ComplaintNumber> {
        var gone: Set<ComplaintNumber> = []
        for number in expected.possible.reduce(into: Set(), { $0.formUnion($1.gone) }) {
            do throws(StoreError) {
                _ = try store.read(number)
            } catch let error {
                if case .erased = error.cause { gone.insert(number) }
            }
        }
        return gone
    }

    /// Every version of a complaint that was promised has its line.
    private func checkLogbook(_ disk: MemoryDisk, _ problems: inout [String]) throws {
        var versions: [String: Int] = [:]
        for (path, bytes) in disk.files() where path.hasSuffix(".jsonl") {
            for line in bytes?.split(separator: UInt8(ascii: "\n")) ?? [] {
                guard let told = try? JSONDecoder().decode(LogLine.self, from: Data(line)) else { continue }
                guard [.created, .appended].contains(told.action), let number = told.subject else { continue }
                versions[number, default: 0] += 1
            }
        }
        for (number, record) in expected.promised.records
        where versions[number.description, default: 0] < record.events.count {
            problems.append("\(number) has \(versions[number.description] ?? 0) lines in the log book")
        }
    }

    /// What stands there, to go on with.
    func standing(_ left: MemoryDisk.Content) throws -> Expectation.Promised {
        let disk = MemoryDisk(left)
        var problems: [String] = []
        return try read(Store.open(at: Self.path, fileSystem: disk), disk, &problems)
    }

    /// A name without a file behind it, or with one that was erased before, tells nothing; only a disk
    /// without a journal has it.
    private func isExcused(_ damaged: DamagedFile) -> Bool {
        switch damaged.problem {
        case .unreadable(EUCLEAN): model == .unchecked
        case .blank: model != .journalling
        case .notJSON: !expected.promised.kept.isEmpty
        default: false
        }
    }

    private func compare(_ found: Expectation.Promised, _ problems: inout [String]) {
        let fits = expected.possible.contains {
            $0.records == found.records && $0.contacts == found.contacts && $0.counts == found.counts
                && $0.examples == found.examples && $0.drafts == found.drafts && $0.gone == found.gone
        }
        guard !fits else { return }
        let promised = expected.promised
        for (number, record) in promised.records where found.records[number] != record {
            let events = found.records[number]?.events.count
            problems.append("\(number): \(events ?? 0) of \(record.events.count) events")
        }
        for (id, draft) in promised.drafts where found.drafts[id] != draft {
            problems.append("draft \(id): \(found.drafts[id]?.answers.count ?? 0) of \(draft.answers.count)")
        }
        for id in found.drafts.keys where promised.drafts[id] == nil {
            problems.append("draft \(id) is there")
        }
        problems.append(
            "found \(found.records.count) records, \(found.contacts.count) contacts, \(found.counts), "
                + "\(found.examples.count) examples, \(found.drafts.count) drafts; promised "
                + "\(promised.records.count), \(promised.contacts.count), \(promised.counts), "
                + "\(promised.examples.count), \(promised.drafts.count)")
    }

    /// In the middle of something, a name may come to such a disk before what it names; that must be repaired
    /// first.
    private func isExcused(_ error: StoreError) -> Bool {
        model == .unchecked && error.errorNumber == EUCLEAN && !expected.underway.isEmpty
    }

    /// The next day: everything can be changed, tried again and erased.
    private func goOn(
        _ store: Store, _ found: Expectation.Promised, _ disk: MemoryDisk, _ problems: inout [String]
    ) throws {
        for act in expected.underway {
            if case .record(let record) = act, record.events.count == 1 { try createAgain(record, store) }
        }
        let event = Samples.event(.note, text: "de volgende dag")
        for record in found.records.values {
            let before = try store.read(record.number).record
            try store.append(event, to: record.number)
            try store.append(event, to: record.number)
            let after = try store.read(record.number).record
            if after != before.appending(event).appending(event) {
                problems.append("\(record.number) was not changed")
            }
        }
        let drafts = Drafts(store)
        for draft in expected.promised.drafts.values {
            guard try drafts.list(draft.desk).offers.contains(where: { $0.id == draft.id }) else { continue }
            let live = try drafts.resume(draft.id, desk: draft.desk)
            var longer = live.found ?? draft
            longer.answers.append(DraftAnswer(question: "later", values: ["ja"]))
            try live.save(longer)
            live.letGo()
            let again = try drafts.resume(draft.id, desk: draft.desk)
            if again.found != longer { problems.append("draft \(draft.id) was not kept") }
            try again.remove()
            if try drafts.list(draft.desk).offers.contains(where: { $0.id == draft.id }) {
                problems.append("draft \(draft.id) was not erased")
            }
            for line in draft.storyInProgress where !disk.filesHolding(line).isEmpty {
                problems.append("'\(line)' is left in \(disk.filesHolding(line))")
            }
        }
        for record in found.records.values
        where try store.read(record.number).record.events.first != record.events.first {
            problems.append("\(record.number) went with something else")
        }
    }
}

extension StateCheck {
    /// Who was interrupted tries again. Without a journal its name may have got another file, which is blank.
    private func createAgain(_ record: ComplaintRecord, _ store: Store) throws(StoreError) {
        do throws(StoreError) {
            try store.create(record)
        } catch let error where error.cause == .numberTaken && model != .journalling {
            let isBlank = try store.scan().damaged.contains {
                $0.path == error.path && $0.problem != .notJSON
            }
            guard isBlank else { throw error }
        }
    }
}
