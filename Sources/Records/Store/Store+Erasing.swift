import Glibc

extension Store {
    /// Erases a complaint: every version of it, drafts and damaged files that hold its story, and leftovers of writers.
    /// What stays is that it was there (`ErasedRecord`), and a line in the log book.
    ///
    /// When this returns, a power cut brings nothing back. Once more with the same number finishes what could not be
    /// erased before. Whoever keeps an index looks at the epoch, which went up first.
    ///
    /// - Parameters:
    ///   - act: Its reason stands in the log book and stays with the number.
    ///   - selectionList: Number of the result in the selectielijst gemeenten, when its term had passed.
    @discardableResult
    public func erase(
        _ number: ComplaintNumber, _ act: Act, selectionList: String? = nil
    ) throws(StoreError) -> ErasedRecord {
        let lock = try self.lock(number, for: .erase)
        defer { lock.release() }
        guard let found = try locate(number, for: .erase) else { return try eraseRemains(of: number, act) }
        let mark: Mark
        var record: ComplaintRecord?
        switch readNewest(found) {
        case .failure(let failure):
            // Of a mark that the log book does not tell of, it tells from now on.
            if let erased = failure.erased, try isLogged(erased) {
                mark = Mark(erased: erased, path: failure.path)
            } else {
                mark = try self.mark(found, uuid: failure.erased?.uuid, act, selectionList)
            }
        case .success(let standing):
            record = standing.record
            mark = try self.mark(found, uuid: standing.record.uuid, act, selectionList)
        }
        do throws(SystemError) {
            try eraseVersions(of: number, but: mark)
        } catch {
            throw StoreError(.erase, error, safe: .erasedInPart)
        }
        // Before what may lie where nobody knows: only here it is still known which words to take out.
        try forgetInIndex(number, as: record)
        do throws(SystemError) {
            try eraseElsewhere(number, story: record?.conduct.story, in: found.folder)
        } catch {
            throw StoreError(.erase, error, safe: .erasedInPart)
        }
        return mark.erased
    }

    private func isLogged(_ erased: ErasedRecord) throws(StoreError) -> Bool {
        do throws(SystemError) {
            return try LogbookCheck(logbook).erasures[erased.number.description] != nil
        } catch {
            throw StoreError(.erase, error)
        }
    }

    /// Of a complaint that is gone itself: the mark, so that no copy brings it back, and what was put aside of it.
    private func eraseRemains(of number: ComplaintNumber, _ act: Act) throws(StoreError) -> ErasedRecord {
        let logged: LogbookCheck
        let isAside: Bool
        do throws(SystemError) {
            logged = try LogbookCheck(logbook)
            isAside = try files.list(StoreLayout.aside).contains { $0.hasPrefix(number.description) }
        } catch {
            throw StoreError(.erase, error)
        }
        guard isAside || logged.names(number) else {
            throw StoreError(.erase, .notFound, path: path, safe: .everythingAsBefore)
        }
        let folder = StoreLayout.folder(StoreLayout.records, logged.firstDay(of: number) ?? act.at.day)
        let gone = FoundRecord(number: number, folder: folder, versions: [logged.lastVersion(of: number)])
        let mark = try self.mark(gone, uuid: nil, act, nil)
        do throws(SystemError) {
            try eraseElsewhere(number, story: nil)
        } catch {
            throw StoreError(.erase, error, safe: .erasedInPart)
        }
        try forgetInIndex(number, as: nil)
        return mark.erased
    }

    /// Erases a contact, of which there is one file; what stays stands beside it, as `<nummer>.gewist.json`.
    @discardableResult
    public func erase(
        _ contact: ContactRecord, _ act: Act, selectionList: String? = nil
    ) throws(StoreError) -> ErasedRecord {
        try eraseContact(
            contact.number, uuid: contact.uuid,
            in: StoreLayout.folder(StoreLayout.contacts, contact.receivedAt.day), act, selectionList)
    }

    /// The same by its number, also when it cannot be read or was half erased.
    ///
    /// - Returns: nil when there is nothing of it.
    public func eraseContact(_ number: ComplaintNumber, _ act: Act) throws(StoreError) -> ErasedRecord? {
        guard let place = try placeOfContact(number, for: .erase), place.isThere else { return nil }
        var uuid: String?
        if case .success(let contact) = readDocument(ContactRecord.self, place.path) { uuid = contact.uuid }
        return try eraseContact(number, uuid: uuid, in: place.folder, act, nil)
    }

    private func eraseContact(
        _ number: ComplaintNumber, uuid: String?, in folder: String, _ act: Act, _ selectionList: String?
    ) throws(StoreError) -> ErasedRecord {
        let lock = try lock(number, for: .erase)
        defer { lock.release() }
        let id = number.description
        let erased = ErasedRecord(
            uuid: uuid, number: number, erasedAt: act.at, by: act.by, role: act.role,
            reason: act.reason ?? "", selectionList: selectionList)
        let bytes = DocumentCoding.bytes(of: erased)
        do throws(SystemError) {
            try logbook.add(act, .erased, subject: id, sha256: SHA256.hex(bytes))
            try raiseEpoch()
        } catch {
            throw StoreError(.erase, error)
        }
        do throws(DurableFiles.WriteFailure) {
            try files.create(bytes, in: folder, name: id + StoreLayout.erasedContactEnd)
        } catch {
            // It may be there from a time before, that did not come to an end.
            guard error.isTaken else { throw StoreError(.erase, error) }
        }
        do throws(SystemError) {
            try eraseIfThere("\(folder)/\(id).json")
            try files.fileSystem.synchroniseFolder(files.absolute(folder))
            try eraseElsewhere(number, story: nil)
            return erased
        } catch {
            throw StoreError(.erase, error, safe: .erasedInPart)
        }
    }

    /// The version that says that a complaint was erased.
    private struct Mark {
        let erased: ErasedRecord
        let path: String
    }

    /// From here on it is erased, whatever happens: the highest version says so.
    private func mark(
        _ found: FoundRecord, uuid: String?, _ act: Act, _ selectionList: String?
    ) throws(StoreError) -> Mark {
        let erased = ErasedRecord(
            uuid: uuid, number: found.number, erasedAt: act.at, by: act.by, role: act.role,
            reason: act.reason ?? "", selectionList: selectionList)
        let bytes = DocumentCoding.bytes(of: erased)
        let id = found.number.description
        let version = found.versions[0] + 1
        let name = VersionedName(id: id, version: version).text
        do throws(SystemError) {
            try logbook.add(act, .erased, subject: id, version: version, sha256: SHA256.hex(bytes))
            try raiseEpoch()
        } catch {
            throw StoreError(.erase, error)
        }
        do throws(DurableFiles.WriteFailure) {
            try files.create(bytes, in: found.folder, name: name)
        } catch {
            if !error.mayBeThere { noteFailure(act, id, version, bytes) }
            throw StoreError(.erase, error)
        }
        return Mark(erased: erased, path: files.absolute("\(found.folder)/\(name)"))
    }

    /// All but what says that it was erased, damaged versions too; and the same number on another day, where a copy
    /// that was put back by hand may have left it.
    private func eraseVersions(of number: ComplaintNumber, but mark: Mark) throws(SystemError) {
        for day in try files.days(in: StoreLayout.records) {
            guard let found = try records(on: day, only: number).found.first else { continue }
            var isChanged = false
            // Under other names too, such as those that editors leave.
            for name in try files.list(found.folder) where name.hasPrefix(number.description) {
                let path = "\(found.folder)/\(name)"
                guard files.absolute(path) != mark.path else { continue }
                try eraseIfThere(path)
                isChanged = true
            }
            if isChanged { try files.fileSystem.synchroniseFolder(files.absolute(found.folder)) }
        }
    }

    /// - Parameter home: The folder of its day.
    private func eraseElsewhere(
        _ number: ComplaintNumber, story: String?, in home: String? = nil
    ) throws(SystemError) {
        var remains = Remains(of: number, story: story, in: self)
        try remains.erase(home: home)
    }

    func eraseIfThere(_ path: String) throws(SystemError) {
        do throws(SystemError) {
            try files.erase(path)
        } catch let error where error.number == ENOENT {
            // Somebody else was just erasing it.
        }
    }
}
