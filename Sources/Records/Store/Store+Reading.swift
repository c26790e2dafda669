import DialogEngine

/// A record as it was found or left on the disk.
public struct StoredRecord: Equatable, Sendable {
    public let record: ComplaintRecord
    public let version: Int
    public let path: String
    /// Newer versions that are no good and were passed over.
    public let damaged: [DamagedFile]
    /// Older versions that could not be erased yet.
    public let leftovers: [String]

    public init(
        record: ComplaintRecord, version: Int, path: String, damaged: [DamagedFile] = [],
        leftovers: [String] = []
    ) {
        self.record = record
        self.version = version
        self.path = path
        self.damaged = damaged
        self.leftovers = leftovers
    }
}

extension StoredRecord {
    /// Whether it stands before another: of a later day, then received later.
    func isNewer(than other: StoredRecord) -> Bool {
        (record.receivedAt, record.number.description) > (
            other.record.receivedAt, other.record.number.description
        )
    }
}

/// Where the versions of one record lie.
struct FoundRecord: Equatable {
    let number: ComplaintNumber
    let folder: String
    /// Newest first, never empty.
    let versions: [Int]

    func path(version: Int) -> String {
        "\(folder)/\(VersionedName(id: number.description, version: version).text)"
    }

    var newestPath: String { path(version: versions[0]) }
}

/// No version of a record is any good, or it was erased.
struct ReadFailure: Error {
    let path: String
    let damaged: [DamagedFile]
    let erased: ErasedRecord?

    func error(_ attempt: StoreError.Attempt) -> StoreError {
        if let erased { return StoreError(attempt, .erased(erased), path: path, safe: .everythingAsBefore) }
        return StoreError(attempt, .damaged(damaged), path: path, safe: .otherRecords)
    }
}

extension Store {
    /// The newest good version of a record.
    public func read(_ number: ComplaintNumber) throws(StoreError) -> StoredRecord {
        guard var found = try locate(number, for: .readRecord) else {
            throw StoreError(.readRecord, .notFound, path: path, safe: .everythingAsBefore)
        }
        while true {
            let result = readNewest(found)
            if case .success(let stored) = result, stored.damaged.isEmpty { return stored }
            // A version may have gone while we came to read it; then a newer one is there now.
            guard let again = try locate(number, for: .readRecord) else {
                throw StoreError(.readRecord, .notFound, path: path, safe: .everythingAsBefore)
            }
            if again == found {
                switch result {
                case .success(let stored): return stored
                case .failure(let failure): throw failure.error(.readRecord)
                }
            }
            found = again
        }
    }

    /// All records that match, newest first. Reads every file of the days asked for.
    public func scan(matching query: Query = Query()) throws(StoreError) -> ScanResult {
        var hits: [StoredRecord] = []
        var damaged: [DamagedFile] = []
        do throws(SystemError) {
            for day in try files.days(in: StoreLayout.records, from: query.from, through: query.through) {
                let found = try matches(on: day, query)
                damaged += found.damaged
                hits += found.records
                if let limit = query.limit, hits.count >= limit {
                    return ScanResult(records: Array(hits.prefix(limit)), damaged: damaged)
                }
            }
        } catch {
            throw StoreError(.scan, error)
        }
        return ScanResult(records: hits, damaged: damaged)
    }

    /// The records of one day that match, newest first.
    func hits(on day: Day, _ query: Query) throws(StoreError) -> ScanResult {
        do throws(SystemError) {
            return try matches(on: day, query)
        } catch {
            throw StoreError(.scan, error)
        }
    }

    private func matches(on day: Day, _ query: Query) throws(SystemError) -> ScanResult {
        var (found, damaged) = try records(on: day)
        var hits: [StoredRecord] = []
        for one in found {
            let (record, passed) = judged(one)
            damaged += passed
            if let record, query.matches(record.record) { hits.append(record) }
        }
        return ScanResult(records: hits.sorted { $0.isNewer(than: $1) }, damaged: damaged)
    }

    /// The newest good version, and the files that are no good.
    func judged(_ found: FoundRecord) -> (record: StoredRecord?, damaged: [DamagedFile]) {
        do throws(StoreError) {
            let stored = try readAgainIfDamaged(found)
            return (stored, stored.damaged)
        } catch {
            guard case .damaged(let files) = error.cause else { return (nil, []) }
            return (nil, files)
        }
    }

    func readAgainIfDamaged(_ found: FoundRecord) throws(StoreError) -> StoredRecord {
        if case .success(let stored) = readNewest(found), stored.damaged.isEmpty { return stored }
        return try read(found.number)
    }

    // MARK: Finding

    /// Looks in the year of the number first, newest day first.
    func locate(
        _ number: ComplaintNumber, in days: [Day]? = nil, for attempt: StoreError.Attempt
    ) throws(StoreError) -> FoundRecord? {
        do throws(SystemError) {
            let all = if let days { days } else { try files.days(in: StoreLayout.records) }
            let likely = all.filter { $0.year % 100 == number.year }
            let others = all.filter { $0.year % 100 != number.year }
            for day in likely + others {
                if let found = try records(on: day, only: number).found.first { return found }
            }
            return nil
        } catch {
            throw StoreError(attempt, error)
        }
    }

    func records(
        on day: Day, only wanted: ComplaintNumber? = nil
    ) throws(SystemError) -> (found: [FoundRecord], strange: [DamagedFile]) {
        let folder = StoreLayout.folder(StoreLayout.records, day)
        let id = wanted?.description
        var versions: [ComplaintNumber: [Int]] = [:]
        var strange: [DamagedFile] = []
        let names =
            if let id { try files.list(folder, startingWith: id) } else { try files.list(folder) }
        for name in names {
            guard let parsed = VersionedName(name), let number = ComplaintNumber(parsed.id) else {
                strange.append(
                    DamagedFile(
                        path: files.absolute("\(folder)/\(name)"),
                        problem: .numberMismatch(fileName: name, content: "geen")))
                continue
            }
            versions[number, default: []].append(parsed.version)
        }
        // Spelled once each: a busy day would be felt.
        let found = versions.map { number, versions in
            (
                number.description,
                FoundRecord(number: number, folder: folder, versions: versions.sorted(by: >))
            )
        }
        return (found.sorted { $0.0 < $1.0 }.map(\.1), strange)
    }

    // MARK: Reading files

    func readNewest(_ found: FoundRecord) -> Result<StoredRecord, ReadFailure> {
        var damaged: [DamagedFile] = []
        for version in found.versions {
            let path = found.path(version: version)
            switch readVersion(path, number: found.number) {
            case .success(let record):
                return .success(
                    StoredRecord(
                        record: record, version: version, path: files.absolute(path), damaged: damaged))
            case .failure(let problem):
                if let erased = readErased(path, number: found.number) {
                    return .failure(ReadFailure(path: files.absolute(path), damaged: [], erased: erased))
                }
                damaged.append(DamagedFile(path: files.absolute(path), problem: problem))
            }
        }
        return .failure(ReadFailure(path: files.absolute(found.newestPath), damaged: damaged, erased: nil))
    }

    /// What stays of an erased complaint; nil when the file is something else.
    func readErased(_ path: String, number: ComplaintNumber) -> ErasedRecord? {
        guard case .success(let erased) = readDocument(ErasedRecord.self, path), erased.number == number
        else { return nil }
        return erased
    }

    func readVersion(_ path: String, number: ComplaintNumber) -> Result<ComplaintRecord, DocumentProblem> {
        // Twice as fast as writing it back to see that nothing would be lost.
        let isAsWritten = { (bytes: [UInt8]) in bytes.withUnsafeBufferPointer(RecordScanner.isAsWritten) }
        return readDocument(ComplaintRecord.self, path, isAsWritten).flatMap { record in
            guard record.number == number else {
                return .failure(
                    .numberMismatch(fileName: number.description, content: record.number.description))
            }
            return .success(record)
        }
    }

    func readDocument<Document: StoredDocument>(
        _ type: Document.Type, _ path: String, _ isAsWritten: ([UInt8]) -> Bool = { _ in false }
    ) -> Result<Document, DocumentProblem> {
        let bytes: [UInt8]
        do throws(SystemError) {
            bytes = try files.read(path)
        } catch {
            return .failure(.unreadable(error.number))
        }
        return Result { () throws(DocumentProblem) in
            try DocumentCoding.read(type, from: bytes, isAsWritten: isAsWritten(bytes))
        }
    }

    func problem<Document>(_ result: Result<Document, DocumentProblem>) -> DocumentProblem? {
        if case .failure(let problem) = result { problem } else { nil }
    }
}
