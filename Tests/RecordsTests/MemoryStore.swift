import DialogEngine
import Synchronization

@testable import Records

/// A store without a disk: what a server that takes over would promise, in as few lines as it takes.
final class MemoryStore: ComplaintStore {
    private struct Content {
        var complaints: [ComplaintNumber: StoredRecord] = [:]
        var erased: [ComplaintNumber: ErasedRecord] = [:]
        var contacts: [ContactRecord] = []
        var counted: [(kind: String, day: Day)] = []
        var examples: [String: String] = [:]
        var noted: [Act] = []
    }

    private let content = Mutex(Content())

    /// Who looked.
    var noted: [Act] { content.withLock(\.noted) }

    private func error(_ attempt: StoreError.Attempt, _ cause: StoreError.Cause) -> StoreError {
        StoreError(attempt, cause, path: "geheugen", safe: .everythingAsBefore)
    }

    private func standing(
        _ number: ComplaintNumber, _ attempt: StoreError.Attempt, in content: Content
    ) -> Result<StoredRecord, StoreError> {
        if let erased = content.erased[number] { return .failure(error(attempt, .erased(erased))) }
        return content.complaints[number].map { .success($0) } ?? .failure(error(attempt, .notFound))
    }

    func create(_ record: ComplaintRecord) throws(StoreError) -> StoredRecord {
        try content.withLock { content -> Result<StoredRecord, StoreError> in
            if let standing = content.complaints[record.number], standing.record == record {
                return .success(standing)
            }
            guard content.complaints[record.number] == nil, content.erased[record.number] == nil else {
                return .failure(error(.createRecord, .numberTaken))
            }
            let stored = StoredRecord(record: record, version: 1, path: "geheugen")
            content.complaints[record.number] = stored
            return .success(stored)
        }.get()
    }

    func append(
        _ event: RecordEvent, to number: ComplaintNumber, seen: StoredRecord?
    ) throws(StoreError) -> StoredRecord {
        try content.withLock { content -> Result<StoredRecord, StoreError> in
            standing(number, .appendEvent, in: content).flatMap { standing in
                let events = standing.record.events
                let since = Array(events.dropFirst(seen?.record.events.count ?? events.count))
                if since.contains(where: { $0.contradicts(event) }) {
                    return .failure(error(.appendEvent, .changedMeanwhile(since)))
                }
                let stored = StoredRecord(
                    record: standing.record.appending(event), version: standing.version + 1, path: "geheugen")
                content.complaints[number] = stored
                return .success(stored)
            }
        }.get()
    }

    func read(_ number: ComplaintNumber, by act: Act) throws(StoreError) -> StoredRecord {
        try content.withLock { content -> Result<StoredRecord, StoreError> in
            let found = standing(number, .readRecord, in: content)
            if case .success = found { content.noted.append(act) }
            return found
        }.get()
    }

    func search(
        matching query: Query, by act: Act, _ progress: WorkProgress
    ) throws(StoreError) -> ScanResult {
        content.withLock { content in
            content.noted.append(act)
            let found = content.complaints.values.filter { query.matches($0.record) }.sorted {
                ($0.record.receivedAt, $0.record.number.description)
                    > ($1.record.receivedAt, $1.record.number.description)
            }
            return ScanResult(records: Array(found.prefix(query.limit ?? .max)), damaged: [])
        }
    }

    func countComplaints(_ progress: WorkProgress) throws(StoreError) -> Counts {
        content.withLock { content in
            var counts: [CountedBy: Int] = [:]
            for stored in content.complaints.values { counts.count(IndexedRecord(stored.record)) }
            return Counts(counts: counts, damaged: [])
        }
    }

    func fate(of identity: RecordIdentity, since day: Day) throws(StoreError) -> TalkFate? {
        content.withLock { content in
            let number = identity.number
            if let erased = content.erased[number] {
                return erased.uuid ?? identity.uuid == identity.uuid ? .erased(number) : nil
            }
            let uuid =
                content.complaints[number]?.record.uuid
                ?? content.contacts.first { $0.number == number }?.uuid
            return uuid == identity.uuid ? .kept(number) : nil
        }
    }

    func createContact(_ contact: ContactRecord) throws(StoreError) -> String {
        try content.withLock { content -> Result<String, StoreError> in
            if content.contacts.contains(contact) { return .success("geheugen") }
            guard !content.contacts.contains(where: { $0.number == contact.number }) else {
                return .failure(error(.createContact, .numberTaken))
            }
            content.contacts.append(contact)
            return .success("geheugen")
        }.get()
    }

    func contacts(
        from: Day?, through: Day?
    ) throws(StoreError) -> (contacts: [ContactRecord], damaged: [DamagedFile]) {
        (content.withLock(\.contacts).filter { Self.lies($0.receivedAt.day, from, through) }, [])
    }

    func count(
        _ kind: String, on day: Day, using generator: inout some RandomNumberGenerator
    ) throws(StoreError) {
        content.withLock { $0.counted.append((kind, day)) }
    }

    func counts(
        from: Day?, through: Day?
    ) throws(StoreError) -> (counts: [String: Int], damaged: [DamagedFile]) {
        let counted = content.withLock(\.counted).filter { Self.lies($0.day, from, through) }
        return (counted.reduce(into: [:]) { $0[$1.kind, default: 0] += 1 }, [])
    }

    func keepExample(
        _ text: String, named id: String, of number: ComplaintNumber
    ) throws(StoreError) -> String {
        let id = "\(number).\(id)"
        return try content.withLock { content -> Result<String, StoreError> in
            guard content.examples[id] == nil else { return .failure(error(.keepExample, .numberTaken)) }
            content.examples[id] = text
            return .success(id)
        }.get()
    }

    func erase(
        _ number: ComplaintNumber, _ act: Act, selectionList: String?
    ) throws(StoreError) -> ErasedRecord {
        try content.withLock { content -> Result<ErasedRecord, StoreError> in
            if let erased = content.erased[number] { return .success(erased) }
            return standing(number, .erase, in: content).map { standing in
                let erased = ErasedRecord(
                    uuid: standing.record.uuid, number: number, erasedAt: act.at, by: act.by, role: act.role,
                    reason: act.reason ?? "", selectionList: selectionList)
                content.complaints[number] = nil
                content.erased[number] = erased
                content.examples = content.examples.filter { !$0.key.hasPrefix("\(number)") }
                return erased
            }
        }.get()
    }

    private static func lies(_ day: Day, _ from: Day?, _ through: Day?) -> Bool {
        from.map { $0 <= day } ?? true && through.map { day <= $0 } ?? true
    }
}
