import DialogEngine
import Glibc

/// What putting a copy back came to.
public struct RestoreReport: Equatable, Sendable {
    /// Complaints, contacts and other files that were not there, or only as they were before.
    public internal(set) var restored = 0
    /// What stands in the store already, or newer.
    public internal(set) var standing = 0
    /// Erased here or in the copy, and left so.
    public internal(set) var erased = 0
    /// Still stood here, and were erased because they were in the copy.
    public internal(set) var erasedNow: [ComplaintNumber] = []
    /// The store and the copy say different things; the store is left as it is.
    public internal(set) var different: [ComplaintNumber] = []
    /// Files of the copy that are damaged, or not as its list of hashes says; they were passed over.
    public internal(set) var damaged: [String] = []

    /// Versions that are not what the log book of the copy says was written; they were passed over.
    public internal(set) var changed: [ChangedVersion] = []

    /// The copy came to its end, and its files could be compared with what was written.
    public internal(set) var hasHashes = false

    public init() {}
}

/// A version that somebody changed outside the program.
public struct ChangedVersion: Equatable, Sendable {
    public let number: ComplaintNumber
    public let version: Int
    public let path: String
}

extension Store {
    /// Puts back what a copy has and this store has not.
    ///
    /// Nothing newer is overwritten, and what was erased since stays erased. May be done while desks work, and once more
    /// after it was broken off.
    ///
    /// - Parameter trusted: Complaints that somebody looked at, and that are put back although the log book of the copy
    ///   says that something else was written.
    public func restore(
        from source: String, _ act: Act, trusting trusted: Set<ComplaintNumber> = []
    ) throws(StoreError) -> RestoreReport {
        let copy = try Store.openForReading(at: source, fileSystem: files.fileSystem)
        var report = RestoreReport()
        let days: [Day]
        let judge: CopyJudge
        let logged: LogbookCheck
        do throws(SystemError) {
            judge = CopyJudge(copy, logged: try LogbookCheck(copy.logbook), trusted: trusted)
            report.damaged = try copy.filesNotAsWritten()
            // With a log book of its own a store goes on with that one.
            if try logbook.names().isEmpty { try bringLogbook(from: copy) }
            // Also when somebody took away the mark that stood in its place.
            logged = try LogbookCheck(logbook)
            report.hasHashes = try copy.contentIfThere(StoreLayout.hashes) != nil
            try takeEpoch(from: copy)
            days = try copy.files.days(in: StoreLayout.records)
        } catch {
            throw StoreError(.restore, error)
        }
        for day in days { try restore(day, of: copy, judge, logged, act, &report) }
        do throws(SystemError) {
            for top in [
                StoreLayout.contacts, StoreLayout.counts, StoreLayout.seals, StoreLayout.aside,
                StoreLayout.examples,
            ] {
                try restoreFiles(in: top, of: copy, logged, &report)
            }
        } catch {
            throw StoreError(.restore, error)
        }
        return report
    }

    /// What the list of hashes says otherwise.
    private func filesNotAsWritten() throws(SystemError) -> [String] {
        var hashes: [Substring: Substring] = [:]
        // A copy that was made another way has none.
        let list = String(decoding: try contentIfThere(StoreLayout.hashes) ?? [], as: UTF8.self)
        for line in list.split(separator: "\n") where line.utf8.count > 66 {
            hashes[line.dropFirst(66)] = line.prefix(64)
        }
        var wrong: [String] = []
        for (path, hash) in hashes.sorted(by: { $0.key < $1.key }) {
            do throws(SystemError) {
                if SHA256.hex(try files.read(String(path))) != hash {
                    wrong.append(files.absolute(String(path)))
                }
            } catch {
                wrong.append(files.absolute(String(path)))
            }
        }
        return wrong
    }

    private func bringLogbook(from copy: Store) throws(SystemError) {
        for name in try copy.logbook.names() {
            let bytes = try copy.files.read("\(StoreLayout.logbook)/\(name)")
            do throws(DurableFiles.WriteFailure) {
                try files.create(bytes, in: StoreLayout.logbook, name: name)
            } catch {
                throw error.system
            }
        }
    }

    // MARK: Complaints

    private func restore(
        _ day: Day, of copy: Store, _ judge: CopyJudge, _ logged: LogbookCheck, _ act: Act,
        _ report: inout RestoreReport
    ) throws(StoreError) {
        let all: [FoundRecord]
        do throws(SystemError) {
            all = try copy.records(on: day).found
        } catch {
            throw StoreError(.restore, error)
        }
        let wrong = Set(report.damaged)
        for found in all {
            var good = found.versions.filter { !wrong.contains(copy.files.absolute(found.path(version: $0))) }
            let changed = good.filter { judge.isChanged($0, of: found) }
            report.changed += changed.map {
                ChangedVersion(
                    number: found.number, version: $0, path: copy.files.absolute(found.path(version: $0)))
            }
            good.removeAll(where: changed.contains)
            guard !good.isEmpty else { continue }
            let trusted = FoundRecord(number: found.number, folder: found.folder, versions: good)
            switch copy.readNewest(trusted) {
            case .success(let stored):
                report.damaged += stored.damaged.map(\.path)
                if logged.erasures[found.number.description] != nil {
                    report.erased += 1
                } else {
                    try restore(stored, in: found.folder, act, &report)
                }
            case .failure(let failure):
                if let erased = failure.erased {
                    try eraseAsInCopy(erased, found, act, &report)
                } else {
                    report.damaged += failure.damaged.map(\.path)
                }
            }
        }
    }

    private func restore(
        _ copied: StoredRecord, in folder: String, _ act: Act, _ report: inout RestoreReport
    ) throws(StoreError) {
        let number = copied.record.number
        let lock = try self.lock(number, for: .restore)
        defer { lock.release() }
        guard let found = try locate(number, for: .restore) else {
            _ = try write(copied.record, version: copied.version, in: folder, .restore, by: act, .restored)
            report.restored += 1
            return
        }
        switch readNewest(found) {
        case .success(let standing) where standing.record.covers(copied.record):
            report.standing += 1
        case .success(let standing)
        where !copied.record.covers(standing.record)
            || standing.damaged.contains(where: \.problem.isUnreadable):
            report.different.append(number)
        case .failure(let failure) where failure.erased != nil:
            report.erased += 1
        case .failure(let failure) where failure.damaged.contains(where: \.problem.isUnreadable):
            // What this account may not read may be newer.
            report.different.append(number)
        default:
            // Damaged here, or as it was before.
            _ = try write(
                copied.record, version: found.versions[0] + 1, in: found.folder, .restore, by: act, .restored)
            report.restored += 1
        }
    }

    /// What was erased when the copy was made is erased here too, and stays so whatever older copy comes after it.
    private func eraseAsInCopy(
        _ erased: ErasedRecord, _ copied: FoundRecord, _ act: Act, _ report: inout RestoreReport
    ) throws(StoreError) {
        if let found = try locate(erased.number, for: .restore) {
            if case .success = readNewest(found) {
                try erase(erased.number, act.because("gewist volgens de teruggezette kopie"))
                report.erasedNow.append(erased.number)
            } else {
                report.erased += 1
            }
            return
        }
        report.erased += 1
        let lock = try self.lock(erased.number, for: .restore)
        defer { lock.release() }
        let id = erased.number.description
        let bytes = DocumentCoding.bytes(of: erased)
        do throws(SystemError) {
            try logbook.add(
                act, .erased, subject: id, version: copied.versions[0], sha256: SHA256.hex(bytes))
        } catch {
            throw StoreError(.restore, error)
        }
        do throws(DurableFiles.WriteFailure) {
            try files.create(
                bytes, in: copied.folder, name: VersionedName(id: id, version: copied.versions[0]).text)
        } catch {
            throw StoreError(.restore, error)
        }
    }

    // MARK: The rest

    /// Files that never change: those that are not there, unless they were erased.
    private func restoreFiles(
        in top: String, of copy: Store, _ logged: LogbookCheck, _ report: inout RestoreReport
    ) throws(SystemError) {
        let wrong = Set(report.damaged)
        var (restored, standing, erased) = (0, 0, 0)
        try copy.forEachFile(in: top) { (path) throws(SystemError) in
            guard !wrong.contains(copy.files.absolute(path)) else { return }
            let folder = DurableFiles.folder(of: path)
            let name = String(path.dropFirst(folder.utf8.count + 1))
            let there = try files.list(folder)
            let id = String(name.dropLast(5))
            let isErased =
                top == StoreLayout.contacts
                ? there.contains(id + StoreLayout.erasedContactEnd) || logged.contacts[id]?.erasure != nil
                : logged.tellsErasure(ofNumberIn: name)
            if isErased {
                erased += 1
            } else if there.contains(name) {
                standing += 1
            } else {
                let bytes = try copy.files.read(path)
                do throws(DurableFiles.WriteFailure) {
                    try files.create(bytes, in: folder, name: name)
                } catch {
                    throw error.system
                }
                restored += 1
            }
        }
        report.restored += restored
        report.standing += standing
        report.erased += erased
    }
}

extension DocumentProblem {
    fileprivate var isUnreadable: Bool { if case .unreadable = self { true } else { false } }
}
