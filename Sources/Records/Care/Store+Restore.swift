import DialogEngine
import Glibc

/// What putting a copy back came to.
public struct RestoreReport: Equatable, Sendable {
    /// Complaints, contacts and other files that were not there, or only as they were before.
    public internal(set) var restored = 0
    /// What stands in the store already, or newer.
    public internal(set) var standing = 0
    /// Erased since the copy was made, and left so.
    public internal(set) var erased = 0
    /// The store and the copy say different things; the store is left as it is.
    public internal(set) var different: [ComplaintNumber] = []
    /// Files of the copy that are damaged, or not as its list of hashes says; they were passed over.
    public internal(set) var damaged: [String] = []

    public init() {}
}

extension Store {
    /// Puts back what a copy has and this store has not.
    ///
    /// Nothing newer is overwritten, and what was erased since stays erased. May be done while desks work, and once more
    /// after it was broken off.
    public func restore(from source: String, _ act: Act) throws(StoreError) -> RestoreReport {
        let copy = try Store.openForReading(at: source, fileSystem: files.fileSystem)
        var report = RestoreReport()
        let days: [Day]
        do throws(SystemError) {
            report.damaged = try copy.filesNotAsWritten()
            // With a log book of its own a store goes on with that one.
            if try logbook.names().isEmpty { try bringLogbook(from: copy) }
            days = try copy.files.days(in: StoreLayout.records)
        } catch {
            throw StoreError(.restore, error)
        }
        for day in days { try restore(day, of: copy, act, &report) }
        do throws(SystemError) {
            for top in [
                StoreLayout.contacts, StoreLayout.counts, StoreLayout.seals, StoreLayout.aside,
                StoreLayout.examples,
            ] {
                try restoreFiles(in: top, of: copy, &report)
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

    private func restore(_ day: Day, of copy: Store, _ act: Act, _ report: inout RestoreReport)
        throws(StoreError)
    {
        let all: [FoundRecord]
        do throws(SystemError) {
            all = try copy.records(on: day).found
        } catch {
            throw StoreError(.restore, error)
        }
        let wrong = Set(report.damaged)
        for found in all {
            let good = found.versions.filter { !wrong.contains(copy.files.absolute(found.path(version: $0))) }
            guard !good.isEmpty else { continue }
            let trusted = FoundRecord(number: found.number, folder: found.folder, versions: good)
            switch copy.readNewest(trusted) {
            case .success(let stored):
                report.damaged += stored.damaged.map(\.path)
                try restore(stored, in: found.folder, act, &report)
            case .failure(let failure):
                if failure.erased != nil {
                    try eraseAsInCopy(found.number, act, &report)
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
        case .success(let standing) where !copied.record.covers(standing.record):
            report.different.append(number)
        case .failure(let failure) where failure.erased != nil:
            report.erased += 1
        default:
            // Damaged here, or as it was before.
            _ = try write(
                copied.record, version: found.versions[0] + 1, in: found.folder, .restore, by: act, .restored)
            report.restored += 1
        }
    }

    /// The store is older than the copy, if it still has it.
    private func eraseAsInCopy(_ number: ComplaintNumber, _ act: Act, _ report: inout RestoreReport)
        throws(StoreError)
    {
        report.erased += 1
        if let found = try locate(number, for: .restore), case .success = readNewest(found) {
            try erase(number, act.because("gewist volgens de teruggezette kopie"))
        }
    }

    // MARK: The rest

    /// Files that never change: those that are not there, unless they were erased.
    private func restoreFiles(in top: String, of copy: Store, _ report: inout RestoreReport)
        throws(SystemError)
    {
        let wrong = Set(report.damaged)
        var (restored, standing, erased) = (0, 0, 0)
        try copy.forEachFile(in: top) { (path) throws(SystemError) in
            guard !wrong.contains(copy.files.absolute(path)) else { return }
            let folder = DurableFiles.folder(of: path)
            let name = String(path.dropFirst(folder.utf8.count + 1))
            let there = try files.list(folder)
            if top == StoreLayout.contacts,
                there.contains(String(name.dropLast(5)) + StoreLayout.erasedContactEnd)
            {
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
