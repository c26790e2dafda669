import DialogEngine
import Glibc

/// What a copy came to.
public struct CopyReport: Equatable, Sendable {
    /// Files that were not in the copy yet, or not like this.
    public internal(set) var copied = 0
    public internal(set) var unchanged = 0
    /// Files that went out of the copy: an older version of something, or what was erased.
    public internal(set) var removed = 0
    /// Files of the store whose content is no good; what the copy had of them stays.
    public internal(set) var damaged: [DamagedFile] = []
    /// Files of the copy that another content came in the place of, though the log book tells of theirs too; they are in
    /// the folder `eerder` of the copy.
    public internal(set) var kept: [String] = []
    /// Files of the store that are no longer what the log book says was written; what the copy had of them stays.
    public internal(set) var changed: [String] = []
    /// Complaints that are in the copy and no longer in the store, though nobody erased them.
    public internal(set) var lost: [ComplaintNumber] = []
    /// Files of the copy that are not as they were written.
    public internal(set) var wrong: [String] = []

    public init() {}
}

extension Store {
    /// What is not copied: unfinished talks go by themselves, and locks and leftovers are of this machine.
    private static let copiedTops = [
        StoreLayout.records, StoreLayout.contacts, StoreLayout.counts, StoreLayout.seals, StoreLayout.aside,
        StoreLayout.examples,
    ]

    /// Makes a copy, or brings an earlier one up to date, while desks go on working.
    ///
    /// The copy is a store itself, with a list of hashes beside it (`kopie.sha256`, for `sha256sum -c`). Everything in it
    /// is read back and compared. What was erased goes out of the copy too; a complaint that merely is not there any
    /// more stays in it and is named.
    ///
    /// - Parameters:
    ///   - target: An empty folder, or one with an earlier copy.
    ///   - isNoted: Whether the log book tells of it; it cannot where nothing can be written any more.
    public func copy(
        to target: String, _ act: Act, isNoted: Bool = true
    ) throws(StoreError) -> CopyReport {
        let (copy, lock) = try placeForCopy(target)
        defer { lock.release() }
        do throws(SystemError) {
            if isNoted { try logbook.add(act, .copied) }
            // So that a copy that is broken off is known as a copy of this store.
            if try copy.logbook.names().isEmpty { try mirrorLogbook(in: copy) }
            let logged = try LogbookCheck(logbook)
            var report = CopyReport()
            for top in Self.copiedTops { try mirror(top, in: copy, logged, &report) }
            try removeSuperseded(in: copy, logged, &report)
            try mirrorLogbook(in: copy)
            try copy.takeEpoch(from: self)
            try copy.files.fileSystem.synchroniseAll(copy.path)
            try writeHashes(of: copy, &report)
            return report
        } catch {
            throw StoreError(.copy, error)
        }
    }

    // MARK: Files that never change

    private func mirror(
        _ folder: String, in copy: Store, _ logged: LogbookCheck, _ report: inout CopyReport
    ) throws(SystemError) {
        for name in try files.list(folder) {
            let path = "\(folder)/\(name)"
            do throws(SystemError) {
                // Put aside where a file should be; what it points at is not the store's.
                if folder == StoreLayout.aside, try files.fileSystem.entry(files.absolute(path)).kind == .link
                {
                    continue
                }
                if try files.fileSystem.isFolder(files.absolute(path)) {
                    try mirror(path, in: copy, logged, &report)
                } else {
                    try mirrorFile(folder, name, in: copy, logged, &report)
                }
            } catch let error where error.number == ENOENT {
                // A newer version came; it is further on in this folder, or comes with the next copy.
            }
        }
    }

    private func mirrorFile(
        _ folder: String, _ name: String, in copy: Store, _ logged: LogbookCheck, _ report: inout CopyReport
    ) throws(SystemError) {
        let path = "\(folder)/\(name)"
        let bytes: [UInt8]
        do throws(SystemError) {
            bytes = try files.read(path)
        } catch let error where error.number != ENOENT {
            // One file that cannot be read is no reason to copy none.
            report.damaged.append(DamagedFile(path: files.absolute(path), problem: .unreadable(error.number)))
            return
        }
        let standing = try copy.contentIfThere(path)
        if standing == bytes {
            report.unchanged += 1
            return
        }
        if let problem = damage(path, name) {
            // Somebody was just erasing it.
            if problem == .blank, try contentIfThere(path) == nil { return }
            report.damaged.append(DamagedFile(path: files.absolute(path), problem: problem))
            if standing != nil { return }
        }
        if let standing, logged.isKnown(standing, name), !logged.isKnown(bytes, name) {
            report.changed.append(files.absolute(path))
            return
        }
        if let standing {
            // What the log book tells of may be nowhere else any more; the rest is of a copy that was broken off.
            if logged.everTold(of: standing, name) || logged.isKnown(standing, name) {
                let place = try copy.files.move(path, to: StoreLayout.earlier, name: name)
                report.kept.append(copy.files.absolute(place))
            } else {
                try copy.files.erase(path)
            }
        }
        try copy.files.createLoosely(bytes, in: folder, name: name)
        report.copied += 1
    }

    private func damage(_ path: String, _ name: String) -> DocumentProblem? {
        guard path.hasPrefix(StoreLayout.records + "/"),
            let number = VersionedName(name).flatMap({ ComplaintNumber($0.id) })
        else { return nil }
        if readErased(path, number: number) != nil { return nil }
        return problem(readVersion(path, number: number))
    }

    func contentIfThere(_ path: String) throws(SystemError) -> [UInt8]? {
        do throws(SystemError) {
            return try files.read(path)
        } catch let error where error.number == ENOENT {
            return nil
        }
    }

    // MARK: What goes out of the copy

    /// Versions before the newest that the store has no more; all of what was erased.
    private func removeSuperseded(
        in copy: Store, _ logged: LogbookCheck, _ report: inout CopyReport
    ) throws(SystemError) {
        for day in try copy.files.days(in: StoreLayout.records) {
            var standing: [ComplaintNumber: [Int]] = [:]
            for found in try records(on: day).found { standing[found.number] = found.versions }
            for found in try copy.records(on: day).found {
                let isErased = logged.erasures[found.number.description] != nil
                guard let versions = standing[found.number] ?? (isErased ? [Int.max] : nil) else {
                    report.lost.append(found.number)
                    continue
                }
                // A name alone may be anybody's: then what stands in the copy is perhaps all there is.
                let isSure = isErased ? true : try isWritten(found.number, versions[0], day, logged)
                guard isSure else { continue }
                for version in found.versions where version < versions[0] && !versions.contains(version) {
                    if isErased, copy.readErased(found.path(version: version), number: found.number) != nil {
                        continue
                    }
                    try copy.files.erase(found.path(version: version))
                    report.removed += 1
                }
            }
        }
        for day in try copy.files.days(in: StoreLayout.contacts) {
            let folder = StoreLayout.folder(StoreLayout.contacts, day)
            let names = try copy.files.list(folder)
            for name in names where name.hasSuffix(StoreLayout.erasedContactEnd) {
                let contact = String(name.dropLast(StoreLayout.erasedContactEnd.utf8.count)) + ".json"
                guard names.contains(contact) else { continue }
                try copy.files.erase("\(folder)/\(contact)")
                report.removed += 1
            }
        }
        for name in try copy.files.list(StoreLayout.earlier) {
            guard logged.tellsErasure(ofNumberIn: name) else { continue }
            try copy.files.erase("\(StoreLayout.earlier)/\(name)")
            report.removed += 1
        }
        // A file put aside, or an example, may hold what was erased since, and goes when it went here.
        for folder in [StoreLayout.aside, StoreLayout.examples] {
            let standing = Set(try files.list(folder))
            for name in try copy.files.list(folder) where !standing.contains(name) {
                try copy.forEachFile(ofStrays: ["\(folder)/\(name)"]) { (path) throws(SystemError) in
                    try copy.files.erase(path)
                    report.removed += 1
                }
            }
        }
    }

    /// Whether a version is one that the program wrote, or is from before there was a log book.
    private func isWritten(
        _ number: ComplaintNumber, _ version: Int, _ day: Day, _ logged: LogbookCheck
    ) throws(SystemError) -> Bool {
        let name = VersionedName(id: number.description, version: version).text
        guard let bytes = try contentIfThere("\(StoreLayout.folder(StoreLayout.records, day))/\(name)") else {
            return false
        }
        return logged.count == 0 || logged.tells(of: bytes, name)
    }

    // MARK: Log book and marks

    /// Up to the last whole line: the log book only grows.
    private func mirrorLogbook(in copy: Store) throws(SystemError) {
        for name in try logbook.names() {
            let source = try files.fileSystem.openForReading(logbook.path(name))
            defer { files.fileSystem.close(source) }
            let target = try copy.files.fileSystem.openForAppending(copy.logbook.path(name))
            defer { copy.files.fileSystem.close(target) }
            try copy.files.share(target)
            var place = 0
            while true {
                var bytes = try files.fileSystem.read(source, from: place, count: 1 << 18)
                guard let end = bytes.lastIndex(of: UInt8(ascii: "\n")) else { break }
                bytes.removeLast(bytes.count - end - 1)
                if try copy.files.fileSystem.read(target, from: place, count: bytes.count) != bytes {
                    try copy.files.fileSystem.write(bytes, to: target, at: place)
                }
                place += bytes.count
            }
        }
    }

    // MARK: Hashes

    /// Reads the whole copy back.
    private func writeHashes(of copy: Store, _ report: inout CopyReport) throws(SystemError) {
        var lines: [UInt8] = []
        let damaged = Set(report.damaged.map(\.path) + report.changed)
        for top in Self.copiedTops + [StoreLayout.earlier, StoreLayout.logbook] {
            try copy.forEachFile(in: top) { (path) throws(SystemError) in
                let bytes = try copy.files.read(path)
                lines += Array("\(SHA256.hex(bytes))  \(path)\n".utf8)
                guard top != StoreLayout.logbook, !damaged.contains(self.files.absolute(path)),
                    let source = try self.contentIfThere(path), source != bytes
                else { return }
                report.wrong.append(copy.files.absolute(path))
            }
        }
        if try copy.contentIfThere(StoreLayout.hashes) != nil {
            try copy.files.erase(StoreLayout.hashes)
        }
        do throws(DurableFiles.WriteFailure) {
            try copy.files.create(lines, in: "", name: StoreLayout.hashes)
        } catch {
            throw error.system
        }
    }

    func forEachFile(in folder: String, _ body: (String) throws(SystemError) -> Void) throws(SystemError) {
        for name in try files.list(folder) {
            let path = "\(folder)/\(name)"
            if try files.fileSystem.isFolder(files.absolute(path)) {
                try forEachFile(in: path, body)
            } else {
                try body(path)
            }
        }
    }
}
