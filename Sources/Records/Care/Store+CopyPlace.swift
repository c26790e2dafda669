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
        let (place, own) = (Self.realPath(ofPlace: target), IndexPlace.realPath(path))
        let isOwn = place == own || place.hasPrefix(own + "/") || own.hasPrefix(place + "/")
        let isStore = names.contains { $0.hasPrefix("formaat.") }
        // Another program may be laying it out at this moment.
        let isFree =
            isStore ? false : try isLaidOutOnly(names, target)
        guard !isOwn, isStore || isFree else {
            throw StoreError(.copy, .noPlaceForCopy, path: target, safe: .everythingAsBefore)
        }
        // Before anything is changed there.
        if isStore {
            try requireOwnCopy(try Store.openForReading(at: target, fileSystem: files.fileSystem))
        }
        let copy = try Store.open(at: target, fileSystem: files.fileSystem)
        let lock = try hold(copy)
        do throws(StoreError) {
            // Another store may have come first, as long as nobody held it.
            try requireOwnCopy(copy)
            try requireBehind(copy)
        } catch {
            lock.release()
            throw error
        }
        return (copy, lock)
    }

    /// There are folders of a store, and no complaint in them.
    private func isLaidOutOnly(_ names: [String], _ target: String) throws(StoreError) -> Bool {
        guard names.allSatisfy(StoreLayout.folders.contains) else { return false }
        do throws(SystemError) {
            return try files.fileSystem.list("\(target)/\(StoreLayout.records)").isEmpty
        } catch let error where error.number == ENOENT {
            return true
        } catch {
            throw StoreError(.copy, error)
        }
    }

    /// Also of a folder that is still to be made.
    private static func realPath(ofPlace target: String) -> String {
        let folder = DurableFiles.folder(of: target)
        let above = folder.isEmpty ? (target.hasPrefix("/") ? "/" : ".") : folder
        let real = IndexPlace.realPath(target)
        guard real == target, IndexPlace.realPath(above) != above else { return real }
        return DurableFiles.path(IndexPlace.realPath(above), String(target.split(separator: "/").last ?? ""))
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

    /// A store that was set back to an older state must not take from its copy what was noted since, erasures above all.
    private func requireBehind(_ copy: Store) throws(StoreError) {
        do throws(SystemError) {
            guard let name = try copy.logbook.names().last else { return }
            let theirs = try copy.logbook.lastLine(of: name)
            guard let (line, place) = theirs else { return }
            let isSame =
                try logbook.names().contains(name)
                ? try logbook.bytes(of: name, at: place, count: line.count) == line : false
            if isSame { return }
        } catch {
            throw StoreError(.copy, error)
        }
        throw StoreError(.copy, .copyIsAhead, path: copy.path, safe: .everythingAsBefore)
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
    fileprivate func bytes(of name: String, at place: Int, count: Int) throws(SystemError) -> [UInt8] {
        let file = try files.fileSystem.openForReading(path(name))
        defer { files.fileSystem.close(file) }
        return try files.fileSystem.read(file, from: place, count: count)
    }

    /// The last line that can be read, and where it begins; what a copy that was broken off left behind it does not count.
    fileprivate func lastLine(of name: String) throws(SystemError) -> (line: [UInt8], place: Int)? {
        let file = try files.fileSystem.openForReading(path(name))
        defer { files.fileSystem.close(file) }
        let size = try files.fileSystem.facts(of: file).size
        let start = max(0, size - (1 << 16))
        let bytes = try files.fileSystem.read(file, from: start, count: size - start)
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        return lines.last { LogLine($0) != nil }.map { (Array($0), start + $0.startIndex) }
    }

    /// nil when no line of it is whole.
    fileprivate func firstLine(of name: String) throws(SystemError) -> [UInt8]? {
        let file = try files.fileSystem.openForReading(path(name))
        defer { files.fileSystem.close(file) }
        let bytes = try files.fileSystem.read(file, from: 0, count: 1 << 16)
        return bytes.firstIndex(of: UInt8(ascii: "\n")).map { Array(bytes[..<$0]) }
    }
}
