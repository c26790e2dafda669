import DialogEngine
import Glibc

/// The complaints of one folder: each in a file of its own, never half, never lost once it was acknowledged.
///
/// A change is a new file beside the old one, `klachten/2026/11/23/H26-7K3Q-F8M2-X.2.json`; the highest
/// version whose content is good counts, and the one before it stays. Several programs and threads may use
/// the same folder at once.
public struct Store: Sendable {
    /// The folder.
    public var path: String { files.root }

    /// The folder lies on another machine: there it is not sure that nothing is lost when two desks write at once.
    public let isOnNetwork: Bool

    let files: DurableFiles
    let logbook: Logbook
    /// nil where nobody searches.
    let index: StoreIndex?

    init(files: DurableFiles, isOnNetwork: Bool = false, index: StoreIndex? = nil) {
        self.files = files
        self.isOnNetwork = isOnNetwork
        self.logbook = Logbook(files)
        self.index = index
    }

    /// Opens the store, and lays it out when the folder is new or empty.
    ///
    /// - Parameter makingParents: Also make the folders above it; for the usual place, where they may not be
    ///   there yet, and not for a place that a person typed.
    public static func open(
        at path: String, fileSystem: any FileSystem = DiskFileSystem(), makingParents: Bool = false
    ) throws(StoreError) -> Store {
        let path = withoutEnd(path)
        let files: DurableFiles
        do throws(SystemError) {
            if makingParents { try makeParents(of: path, fileSystem) }
            try makeRoot(path, fileSystem)
            files = DurableFiles(
                root: path, fileSystem: fileSystem, isShared: try fileSystem.rights(of: path).isForGroup)
        } catch {
            throw openingError(error, path)
        }
        let format = try format(of: files)
        do throws(SystemError) {
            for folder in StoreLayout.folders {
                try files.makeDurableFolder(folder)
                guard try fileSystem.isFolder(files.absolute(folder)) else {
                    throw SystemError(.makeFolder, files.absolute(folder), ENOTDIR)
                }
            }
            if format != StoreLayout.format { try markFormat(of: files) }
            try probe(files)
            try files.sweepTemporaries()
            return Store(files: files, isOnNetwork: try fileSystem.isOnNetwork(path))
        } catch {
            throw openingError(error, path)
        }
    }

    /// Opens a store that is only read, and is left as it is: a copy, perhaps on a disk that cannot be written.
    public static func openForReading(
        at path: String, fileSystem: any FileSystem = DiskFileSystem()
    ) throws(StoreError) -> Store {
        let path = withoutEnd(path)
        let files: DurableFiles
        do throws(SystemError) {
            files = DurableFiles(
                root: path, fileSystem: fileSystem, isShared: try fileSystem.rights(of: path).isForGroup)
        } catch {
            guard error.number == ENOENT else { throw StoreError(.openStore, error) }
            throw StoreError(.openStore, .notAStore, path: path, safe: .everythingAsBefore)
        }
        if try format(of: files) != nil { return Store(files: files) }
        do throws(SystemError) {
            // From before there was a mark.
            if try fileSystem.isFolder(files.absolute(StoreLayout.records)) { return Store(files: files) }
        } catch let error where error.number != ENOENT {
            throw StoreError(.openStore, error)
        } catch {
            // Then it is something else.
        }
        throw StoreError(.openStore, .notAStore, path: path, safe: .everythingAsBefore)
    }

    private static func withoutEnd(_ path: String) -> String {
        var path = path
        while path.count > 1 && path.hasSuffix("/") { path.removeLast() }
        return path
    }

    private static func openingError(_ error: SystemError, _ path: String) -> StoreError {
        switch error.number {
        case ENOENT where error.path == path:
            StoreError(.openStore, .noParentFolder, path: path, safe: .everythingAsBefore)
        case EEXIST:
            StoreError(.openStore, .notAFolder, path: error.path, safe: .everythingAsBefore)
        default:
            StoreError(.openStore, error)
        }
    }

    private static func makeRoot(_ path: String, _ fileSystem: any FileSystem) throws(SystemError) {
        do throws(SystemError) {
            try fileSystem.makeFolder(path)
            try fileSystem.synchroniseFolder(parent(of: path))
        } catch let error where error.number == EEXIST {
            guard try fileSystem.isFolder(path) else { throw error }
        }
    }

    private static func makeParents(of path: String, _ fileSystem: any FileSystem) throws(SystemError) {
        var above = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/").dropLast() {
            above += part
            do throws(SystemError) {
                try fileSystem.makeFolder(above)
                try fileSystem.synchroniseFolder(parent(of: above))
            } catch let error where [EEXIST, EACCES, EROFS].contains(error.number) {
                // What is above may belong to others, as long as it is there.
                guard try fileSystem.isFolder(above) else { throw error }
            }
            above += "/"
        }
    }

    private static func parent(of path: String) -> String {
        let parts = path.split(separator: "/").dropLast().joined(separator: "/")
        return path.hasPrefix("/") ? "/" + parts : parts.isEmpty ? "." : parts
    }

    /// A full or read-only disk is better known at the start than after the last question.
    private static func probe(_ files: DurableFiles) throws(SystemError) {
        let folder = files.absolute(StoreLayout.records)
        do throws(SystemError) {
            let file = try files.fileSystem.openUnnamed(inFolder: folder)
            defer { files.fileSystem.close(file) }
            try files.fileSystem.write([UInt8](repeating: 0, count: 8192), to: file)
        } catch let error where [EOPNOTSUPP, EISDIR, EINVAL].contains(error.number) {
            // Then the first write tells.
        }
    }

    // MARK: Writing

    /// Writes a new record. When this returns, it survives a power cut.
    ///
    /// Trying once more with the same record is safe, also when it is not sure whether the first try was
    /// written.
    @discardableResult
    public func create(_ record: ComplaintRecord) throws(StoreError) -> StoredRecord {
        let lock = try lock(record.number, for: .createRecord)
        defer { lock.release() }
        let folder = StoreLayout.folder(StoreLayout.records, record.receivedAt.day)
        var version = 1
        if let found = try locate(record.number, in: [record.receivedAt.day], for: .createRecord) {
            // What stands there may not be on the disk if it is what a failed try left: write it anew, beside
            // it.
            guard case .success(let standing) = readNewest(found), standing.record == record else {
                throw StoreError(
                    .createRecord, .numberTaken, path: files.absolute(found.newestPath),
                    safe: .everythingAsBefore)
            }
            version = found.versions[0] + 1
        }
        let path = try write(
            record, version: version, in: folder, .createRecord, by: record.maker, .created)
        let stored = StoredRecord(record: record, version: version, path: path)
        index?.noticed(stored, in: self)
        return stored
    }

    /// Appends an event to a record, in a new version. When this returns, it survives a power cut.
    ///
    /// - Parameter seen: What the caller looked at. What came behind it since stays; when that does not go with this
    ///   event, the error tells what it is and nothing is written. Without it the event goes behind whatever stands
    ///   there.
    @discardableResult
    public func append(
        _ event: RecordEvent, to number: ComplaintNumber, seen: StoredRecord? = nil
    ) throws(StoreError) -> StoredRecord {
        let lock = try lock(number, for: .appendEvent)
        defer { lock.release() }
        guard let found = try locate(number, for: .appendEvent) else {
            throw StoreError(.appendEvent, .notFound, path: path, safe: .everythingAsBefore)
        }
        let standing: StoredRecord
        switch readNewest(found) {
        case .success(let record): standing = record
        case .failure(let failure): throw failure.error(.appendEvent)
        }
        // What cannot be read now may be good: to build on the version before would lose what came with it.
        for newer in standing.damaged {
            guard case .unreadable(let number) = newer.problem else { continue }
            throw StoreError(.appendEvent, SystemError(.read, newer.path, number))
        }
        let since = standing.record.events.dropFirst(
            seen?.record.events.count ?? standing.record.events.count)
        guard !since.contains(where: { $0.contradicts(event) }) else {
            throw StoreError(
                .appendEvent, .changedMeanwhile(Array(since)), path: standing.path, safe: .everythingAsBefore)
        }
        let longer = standing.record.appending(event)
        // Above a damaged newest version too: its name is never used again.
        let version = found.versions[0] + 1
        let path = try write(
            longer, version: version, in: found.folder, .appendEvent, by: event.act, .appended,
            on: try hash(of: found.path(version: standing.version), for: .appendEvent))
        let stored = StoredRecord(
            record: longer, version: version, path: path, damaged: standing.damaged,
            leftovers: eraseVersions(below: standing.version, of: found))
        index?.noticed(stored, in: self)
        return stored
    }

    /// Writes a version, and before it the line of the log book that tells of it.
    func write(
        _ record: ComplaintRecord, version: Int, in folder: String, _ attempt: StoreError.Attempt,
        by act: Act,
        _ action: LogLine.Action, on basis: String? = nil
    ) throws(StoreError) -> String {
        let id = record.number.description
        let name = VersionedName(id: id, version: version).text
        let bytes = DocumentCoding.bytes(of: record)
        do throws(SystemError) {
            try logbook.add(
                act, action, subject: id, version: version, sha256: SHA256.hex(bytes), basis: basis)
        } catch {
            throw StoreError(attempt, error)
        }
        do throws(DurableFiles.WriteFailure) {
            try files.create(bytes, in: folder, name: name)
        } catch {
            if !error.mayBeThere { noteFailure(act, id, version, bytes) }
            throw StoreError(attempt, error)
        }
        return files.absolute("\(folder)/\(name)")
    }

    private func hash(of path: String, for attempt: StoreError.Attempt) throws(StoreError) -> String {
        do throws(SystemError) {
            return SHA256.hex(try files.read(path))
        } catch {
            throw StoreError(attempt, error)
        }
    }

    /// Says in the log book that a version did not come about. Without that line a check of the store misses the version
    /// and says so.
    ///
    /// - Parameter bytes: Of that version; what a line before told of the same one stays told.
    func noteFailure(_ act: Act, _ id: String, _ version: Int?, _ bytes: [UInt8]? = nil) {
        do throws(SystemError) {
            try logbook.add(act, .failed, subject: id, version: version, sha256: bytes.map(SHA256.hex))
        } catch {
            return
        }
    }

    /// Erases what is older than the previous version, except what is damaged: that may be all there is left
    /// of something.
    private func eraseVersions(below version: Int, of found: FoundRecord) -> [String] {
        var leftovers: [String] = []
        for old in found.versions where old < version {
            let path = found.path(version: old)
            do throws(SystemError) {
                switch problem(readVersion(path, number: found.number)) {
                case nil, .blank: try files.erase(path)
                default: break
                }
            } catch {
                // The change itself is on the disk; the next change tries again.
                leftovers.append(files.absolute(path))
            }
        }
        return leftovers
    }

    func lock(_ number: ComplaintNumber, for attempt: StoreError.Attempt) throws(StoreError)
        -> HeldLock
    {
        do throws(SystemError) {
            return try files.waitForLock(StoreLayout.recordLocks, byte: number.random)
        } catch {
            throw StoreError(attempt, error)
        }
    }
}
