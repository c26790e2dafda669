import Glibc
import Synchronization

/// Files below one folder that are written whole or not at all, and erased before they go.
///
/// Paths are relative to that folder. The order of calls is the one that lost nothing and left nothing half
/// when power cuts were replayed on ext4 with and without a journal, xfs and btrfs: content, sync, name, sync
/// of the *file*.
final class DurableFiles: Sendable {
    let fileSystem: any FileSystem
    let root: String
    /// The folder was set up for a group: then all in it may read and write everything.
    let isShared: Bool

    /// Leftovers of writers on file systems without unnamed files.
    static let temporaryFolder = "tijdelijk"

    private static let sizeLimit = 16 << 20

    /// Folders of which we know that they are on the disk up to the root.
    fileprivate let durableFolders = Mutex<Set<String>>([])

    init(root: String, fileSystem: any FileSystem, isShared: Bool = false) {
        self.root = root
        self.fileSystem = fileSystem
        self.isShared = isShared
    }

    struct WriteFailure: Error {
        let system: SystemError
        /// The file may be there after all: it got its name, but it is not sure to be on the disk.
        let mayBeThere: Bool

        /// Something else has the name.
        var isTaken: Bool { system.operation == .link && system.number == EEXIST }
    }

    func absolute(_ path: String) -> String { path.isEmpty ? root : "\(root)/\(path)" }

    // MARK: Writing

    /// Writes a new file. When this returns, the file survives a power cut.
    func create(_ bytes: [UInt8], in folder: String, name: String) throws(WriteFailure) {
        do throws(WriteFailure) {
            try createOnce(bytes, in: folder, name: name)
        } catch let error where error.system.number == ENOENT && !error.mayBeThere {
            // Somebody tidied the empty folder away after we had made it.
            durableFolders.withLock { _ = $0.remove(folder) }
            try createOnce(bytes, in: folder, name: name)
        }
    }

    /// Writes a new file that is not sure to be on the disk before `synchroniseAll`: for many at once, of which none is
    /// acknowledged before that.
    func createLoosely(_ bytes: [UInt8], in folder: String, name: String) throws(SystemError) {
        try makeDurableFolder(folder)
        let temporary = try openTemporary(for: name, in: folder)
        defer { discard(temporary) }
        try share(temporary.file)
        try fileSystem.write(bytes, to: temporary.file)
        try fileSystem.link(temporary.file, as: absolute(Self.path(folder, name)))
    }

    private func createOnce(_ bytes: [UInt8], in folder: String, name: String) throws(WriteFailure) {
        let path = absolute(Self.path(folder, name))
        let temporary: Temporary
        do throws(SystemError) {
            try makeDurableFolder(folder)
            temporary = try openTemporary(for: name, in: folder)
        } catch {
            throw WriteFailure(system: error, mayBeThere: false)
        }
        defer { discard(temporary) }
        do throws(SystemError) {
            try share(temporary.file)
            try fileSystem.write(bytes, to: temporary.file)
            try fileSystem.synchroniseContent(of: temporary.file)
            try fileSystem.link(temporary.file, as: path)
        } catch {
            throw WriteFailure(system: error, mayBeThere: false)
        }
        do throws(SystemError) {
            try fileSystem.synchronise(temporary.file)
            if temporary.path != nil { try fileSystem.synchroniseFolder(absolute(folder)) }
        } catch {
            // After a failed sync a next one may succeed without anything being written: the file must go.
            let isGone = (try? erase(Self.path(folder, name))) != nil
            throw WriteFailure(system: error, mayBeThere: !isGone)
        }
    }

    private struct Temporary {
        let file: OpenFile
        /// Its name for the time being; nil when it has none.
        let path: String?
    }

    private func openTemporary(for name: String, in folder: String) throws(SystemError) -> Temporary {
        do throws(SystemError) {
            return Temporary(file: try fileSystem.openUnnamed(inFolder: absolute(folder)), path: nil)
        } catch let error where [EOPNOTSUPP, EISDIR, EINVAL].contains(error.number) {
            return try openNamedTemporary(for: name)
        }
    }

    // The lock tells a sweeper that the writer lives.
    private func openNamedTemporary(for name: String) throws(SystemError) -> Temporary {
        var attempt = 0
        while true {
            let path = absolute("\(Self.temporaryFolder)/\(name).\(attempt)")
            do throws(SystemError) {
                let file = try fileSystem.openNew(path)
                do throws(SystemError) {
                    _ = try fileSystem.lock(file, byte: 0, waiting: false)
                } catch {
                    discard(Temporary(file: file, path: path))
                    throw error
                }
                return Temporary(file: file, path: path)
            } catch let error where error.number == EEXIST && attempt < 100 {
                attempt += 1
            }
        }
    }

    // What cannot be tidied now is swept when the store is next opened.
    private func discard(_ temporary: Temporary) {
        if let path = temporary.path {
            try? scrub(temporary.file)
            try? fileSystem.unlink(path)
            // Before anybody is told that it is written: a sweeper must not find it under this name any more.
            try? fileSystem.synchroniseFolder(absolute(Self.temporaryFolder))
        }
        fileSystem.close(temporary.file)
    }

    /// Erases what writers that were killed left behind.
    func sweepTemporaries() throws(SystemError) {
        for name in try fileSystem.list(absolute(Self.temporaryFolder)) {
            let path = "\(Self.temporaryFolder)/\(name)"
            do throws(SystemError) {
                let file = try fileSystem.openExisting(absolute(path))
                defer { fileSystem.close(file) }
                guard try fileSystem.lock(file, byte: 0, waiting: false) else { continue }
                try erase(path)
            } catch let error where error.number == ENOENT {
                // Its writer was just ready.
            }
        }
    }

    // MARK: Folders

    /// Makes a folder and those above it, and sees to it that their names are on the disk.
    ///
    /// A folder that is there already is synchronised too, once: the program that made it may not have come
    /// to that.
    func makeDurableFolder(_ folder: String) throws(SystemError) {
        if durableFolders.withLock({ $0.contains(folder) }) { return }
        var path = root
        for part in folder.split(separator: "/") {
            let parent = path
            path += "/\(part)"
            do throws(SystemError) {
                try fileSystem.makeFolder(path)
                if isShared { try fileSystem.shareFolder(path) }
                // Without a journal, a name may be on the disk with no folder behind it.
                try fileSystem.synchroniseFolder(path)
            } catch let error where error.number == EEXIST {
                // Another desk was first.
            }
            try fileSystem.synchroniseFolder(parent)
        }
        durableFolders.withLock { _ = $0.insert(folder) }
    }

    /// For the group too, when the folder was set up for one.
    func share(_ file: OpenFile) throws(SystemError) {
        if isShared { try fileSystem.share(file) }
    }

    // MARK: Reading

    func list(_ folder: String) throws(SystemError) -> [String] {
        do throws(SystemError) {
            return try fileSystem.list(absolute(folder))
        } catch let error where Self.isNoFolder(error) {
            return []
        }
    }

    /// Only those that begin so, in any order.
    func list(_ folder: String, startingWith prefix: String) throws(SystemError) -> [String] {
        do throws(SystemError) {
            return try fileSystem.list(absolute(folder), startingWith: prefix)
        } catch let error where Self.isNoFolder(error) {
            return []
        }
    }

    /// A file where a folder belongs holds no names, and is no reason to look at nothing else.
    private static func isNoFolder(_ error: SystemError) -> Bool { [ENOENT, ENOTDIR].contains(error.number) }

    func read(_ path: String) throws(SystemError) -> [UInt8] {
        try fileSystem.read(absolute(path), limit: Self.sizeLimit)
    }

    // MARK: Erasing

    /// Overwrites a file with zeros, waits until they are on the disk, and removes it, also from the disk.
    ///
    /// It is held open until its name is gone for good: on a disk without a journal, another file could take
    /// its place behind that name. A file with a second name is only unlinked: its content belongs to that
    /// name as well.
    func erase(_ path: String) throws(SystemError) {
        let file = try fileSystem.openExisting(absolute(path))
        defer { fileSystem.close(file) }
        try scrub(file)
        try fileSystem.unlink(absolute(path))
        try fileSystem.synchroniseFolder(absolute(Self.folder(of: path)))
    }

    private func scrub(_ file: OpenFile) throws(SystemError) {
        let facts = try fileSystem.facts(of: file)
        guard facts.links == 1 else { return }
        try fileSystem.write([UInt8](repeating: 0, count: facts.size), to: file)
        try fileSystem.synchroniseContent(of: file)
    }

    /// Moves a file to another folder under a name that is free there.
    func move(_ path: String, to folder: String, name: String) throws(SystemError) -> String {
        try makeDurableFolder(folder)
        let file = try fileSystem.openExisting(absolute(path))
        defer { fileSystem.close(file) }
        var destination = "\(folder)/\(name)"
        var attempt = 1
        while true {
            do throws(SystemError) {
                try fileSystem.link(file, as: absolute(destination))
                break
            } catch let error where error.number == EEXIST && attempt < 100 {
                attempt += 1
                destination = "\(folder)/\(name).\(attempt)"
            }
        }
        try fileSystem.synchronise(file)
        try fileSystem.unlink(absolute(path))
        return destination
    }

    /// Moves what is no file, or holds nothing of its own, to another folder under a name that is free there.
    func moveWhole(_ path: String, to folder: String) throws(SystemError) -> String {
        try makeDurableFolder(folder)
        let place = "\(folder)/\(path.split(separator: "/").last ?? "")"
        var destination = place
        var attempt = 1
        while true {
            do throws(SystemError) {
                try fileSystem.rename(absolute(path), to: absolute(destination))
                break
            } catch let error where error.number == EEXIST && attempt < 100 {
                attempt += 1
                destination = "\(place).\(attempt)"
            }
        }
        try fileSystem.synchroniseFolder(absolute(folder))
        try fileSystem.synchroniseFolder(absolute(Self.folder(of: path)))
        return destination
    }

    // MARK: Locks

    /// Waits until whoever holds it is done.
    func waitForLock(_ path: String, byte: UInt64) throws(SystemError) -> HeldLock {
        guard let lock = try lock(path, byte: byte, waiting: true) else {
            preconditionFailure("a lock that is waited for is granted or fails")
        }
        return lock
    }

    /// - Returns: nil when another holds it and `waiting` is false.
    func lock(_ path: String, byte: UInt64, waiting: Bool) throws(SystemError) -> HeldLock? {
        if isShared { try makeSharedLockFile(path) }
        let file = try fileSystem.openForLocking(absolute(path))
        do throws(SystemError) {
            if try fileSystem.lock(file, byte: byte, waiting: waiting) {
                return HeldLock(file: file, fileSystem: fileSystem)
            }
        } catch {
            fileSystem.close(file)
            throw error
        }
        fileSystem.close(file)
        return nil
    }
}

extension DurableFiles {
    /// Made with the rights it keeps: another desk could not open what is not yet for the group.
    private func makeSharedLockFile(_ path: String) throws(SystemError) {
        if durableFolders.withLock({ $0.contains(path) }) { return }
        do throws(SystemError) {
            let file = try fileSystem.openUnnamed(inFolder: absolute(Self.folder(of: path)))
            defer { fileSystem.close(file) }
            try share(file)
            try fileSystem.link(file, as: absolute(path))
        } catch let error where [EEXIST, EOPNOTSUPP, EISDIR, EINVAL].contains(error.number) {
            // It is there, or the one that locks makes it.
        }
        durableFolders.withLock { _ = $0.insert(path) }
    }

    static func path(_ folder: String, _ name: String) -> String {
        folder.isEmpty ? name : "\(folder)/\(name)"
    }

    static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    }
}

/// A lock that is held until it is released, forgotten, or the program ends in whatever way.
final class HeldLock: Sendable {
    let file: OpenFile
    private let fileSystem: any FileSystem
    private let isReleased = Mutex(false)

    init(file: OpenFile, fileSystem: any FileSystem) {
        self.file = file
        self.fileSystem = fileSystem
    }

    func release() {
        isReleased.withLock { isReleased in
            if !isReleased { fileSystem.close(file) }
            isReleased = true
        }
    }

    deinit { release() }
}
