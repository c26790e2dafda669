import DialogEngine
import Glibc

/// Where a copy goes: an empty folder, or one with an earlier copy of this same store, to which nobody else copies now.
extension Store {
    /// - Returns: The copy, and the lock that keeps others from it.
    func placeForCopy(_ target: String) throws(StoreError) -> (copy: Store, lock: HeldLock) {
        let names: [String]
        do throws(SystemError) {
            names = try files.fileSystem.list(target)
        } catch let error where error.number == ENOENT {
            names = []
        } catch {
            throw StoreError(.copy, error)
        }
        // By whatever way it is named, the store is no place for its own copy.
        let (place, own) = (IndexPlace.realPath(target), IndexPlace.realPath(path))
        let isOwn = place == own || place.hasPrefix(own + "/") || own.hasPrefix(place + "/")
        guard !isOwn, names.isEmpty || names.contains(where: { $0.hasPrefix("formaat.") }) else {
            throw StoreError(.copy, .noPlaceForCopy, path: target, safe: .everythingAsBefore)
        }
        // Before anything is changed there.
        if !names.isEmpty {
            try requireOwnCopy(try Store.openForReading(at: target, fileSystem: files.fileSystem))
        }
        let copy = try Store.open(at: target, fileSystem: files.fileSystem)
        let lock = try hold(copy)
        // Another store may have come first, as long as nobody held it.
        try requireOwnCopy(copy)
        return (copy, lock)
    }

    private func hold(_ copy: Store) throws(StoreError) -> HeldLock {
        do throws(SystemError) {
            if let lock = try copy.files.lock(StoreLayout.copyLock, byte: 0, waiting: false) { return lock }
        } catch {
            throw StoreError(.copy, error)
        }
        throw StoreError(.copy, .copyInUse, path: copy.path, safe: .everythingAsBefore)
    }

    private func requireOwnCopy(_ copy: Store) throws(StoreError) {
        do throws(SystemError) {
            if try hasBeginning(of: copy) { return }
        } catch {
            throw StoreError(.copy, error)
        }
        throw StoreError(.copy, .copyOfAnother, path: copy.path, safe: .everythingAsBefore)
    }

    /// The chain of the log book tells a store from another: a copy begins with the same line. The oldest months may have
    /// been taken out of either.
    private func hasBeginning(of copy: Store) throws(SystemError) -> Bool {
        let ours = try logbook.names()
        var isEmpty = true
        for name in try copy.logbook.names() {
            guard let line = try copy.logbook.firstLine(of: name) else { continue }
            isEmpty = false
            if ours.contains(name) { return try logbook.firstLine(of: name) == line }
        }
        return isEmpty ? try copy.files.list(StoreLayout.records).isEmpty : false
    }
}

extension Logbook {
    /// nil when no line of it is whole.
    fileprivate func firstLine(of name: String) throws(SystemError) -> [UInt8]? {
        let file = try files.fileSystem.openForReading(path(name))
        defer { files.fileSystem.close(file) }
        let bytes = try files.fileSystem.read(file, from: 0, count: 1 << 16)
        return bytes.firstIndex(of: UInt8(ascii: "\n")).map { Array(bytes[..<$0]) }
    }
}
