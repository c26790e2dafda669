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

    let files: DurableFiles

    /// Opens the store, and lays it out when the folder is new or empty.
    ///
    /// - Parameter makingParents: Also make the folders above it; for the usual place, where they may not be
    ///   there yet, and not for a place that a person typed.
    public static func open(
        at path: String, fileSystem: any FileSystem = DiskFileSystem(), makingParents: Bool = false
    ) throws(StoreError) -> Store {
        var path = path
        while path.count > 1 && path.hasSuffix("/") { path.removeLast() }
        let files = DurableFiles(root: path, fileSystem: fileSystem)
        do throws(SystemError) {
            if makingParents { try makeParents(of: path, fileSystem) }
            try makeRoot(path, fileSystem)
            for folder in StoreLayout.folders {
                try files.makeDurableFolder(folder)
                guard try fileSystem.isFolder(files.absolute(folder)) else {
                    throw SystemError(.makeFolder, files.absolute(folder), ENOTDIR)
                }
            }
            try probe(files)
            try files.sweepTemporaries()
        } catch let error where error.number == ENOENT && error.path == path {
            throw StoreError(.openStore, .noParentFolder, path: path, safe: .everythingAsBefore)
        } catch let error where error.number == EEXIST {
            throw StoreError(.openStore, .notAFolder, path: error.path, safe: .everythingAsBefore)
        } catch {
            throw StoreError(.openStore, error)
        }
        return Store(files: files)
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
        let name = VersionedName(id: record.number.description, version: version).text
        do throws(DurableFiles.WriteFailure) {
            try files.create(DocumentCoding.bytes(of: record), in: folder, name: name)
        } catch {
            throw StoreError(.createRecord, error)
        }
        return StoredRecord(record: record, version: version, path: files.absolute("\(folder)/\(name)"))
    }

    /// Appends an event to a record, in a new version. When this returns, it survives a power cut.
    ///
    /// - Parameter expectedVersion: The version that the caller looked at; when someone was faster, the error
    ///   says so and nothing is written. Without it the event goes behind whatever stands there.
    @discardableResult
    public func append(
        _ event: RecordEvent, to number: ComplaintNumber, expectedVersion: Int? = nil
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
        if let expectedVersion, expectedVersion != standing.version {
            throw StoreError(
                .appendEvent, .versionConflict(expected: expectedVersion, found: standing.version),
                path: standing.path, safe: .everythingAsBefore)
        }
        let longer = standing.record.appending(event)
        // Above a damaged newest version too: its name is never used again.
        let version = found.versions[0] + 1
        let name = VersionedName(id: number.description, version: version).text
        do throws(DurableFiles.WriteFailure) {
            try files.create(DocumentCoding.bytes(of: longer), in: found.folder, name: name)
        } catch {
            throw StoreError(.appendEvent, error)
        }
        return StoredRecord(
            record: longer, version: version, path: files.absolute("\(found.folder)/\(name)"),
            damaged: standing.damaged, leftovers: eraseVersions(below: standing.version, of: found))
    }

    /// Erases what is older than the previous version, except what is damaged: that may be all there is left
    /// of something.
    private func eraseVersions(below version: Int, of found: FoundRecord) -> [String] {
        var leftovers: [String] = []
        for old in found.versions where old < version {
            let path = found.path(version: old)
            do throws(SystemError) {
                switch problem(readVersion(path, number: found.number)) {
                case nil, .blank: try files.erase(path, synchronisingFolder: false)
                default: break
                }
            } catch {
                // The change itself is on the disk; the next change tries again.
                leftovers.append(files.absolute(path))
            }
        }
        return leftovers
    }

    private func lock(_ number: ComplaintNumber, for attempt: StoreError.Attempt) throws(StoreError)
        -> HeldLock
    {
        do throws(SystemError) {
            guard let lock = try files.lock(StoreLayout.recordLocks, byte: number.random, waiting: true)
            else {
                preconditionFailure("a lock that is waited for is granted or fails")
            }
            return lock
        } catch {
            throw StoreError(attempt, error)
        }
    }
}
