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
            try eraseElsewhere(number, story: record?.conduct.story, in: found.folder)
        } catch {
            throw StoreError(.erase, error, safe: .erasedInPart)
        }
        try forgetInIndex(number, as: record)
        return mark.erased
    }

    private func isLogged(_ erased: ErasedRecord) throws(StoreError) -> Bool {
        do throws(SystemError) {
            return try LogbookCheck(logbook).erased.contains(erased.number.description)
        } catch {
            throw StoreError(.erase, error)
        }
    }

    /// Of a complaint that is gone itself: what was put aside of it, and then the mark, so that no copy brings it back.
    private func eraseRemains(of number: ComplaintNumber, _ act: Act) throws(StoreError) -> ErasedRecord {
        let isKnown: Bool
        do throws(SystemError) {
            let aside = try files.list(StoreLayout.aside)
            isKnown =
                aside.contains { $0.hasPrefix(number.description) }
                ? true : try LogbookCheck(logbook).names(number)
        } catch {
            throw StoreError(.erase, error)
        }
        guard isKnown else {
            throw StoreError(.erase, .notFound, path: path, safe: .everythingAsBefore)
        }
        let folder = StoreLayout.folder(StoreLayout.records, act.at.day)
        let gone = FoundRecord(number: number, folder: folder, versions: [0])
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
        let folder = StoreLayout.folder(StoreLayout.contacts, contact.receivedAt.day)
        let id = contact.number.description
        let erased = ErasedRecord(
            uuid: contact.uuid, number: contact.number, erasedAt: act.at, by: act.by, role: act.role,
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
            try eraseElsewhere(contact.number, story: nil)
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

    /// Drafts and files put aside that hold the story, what writers of this number left behind, and examples made of it.
    ///
    /// - Parameter home: The folder of its day, where something may lie under a name of no complaint.
    private func eraseElsewhere(
        _ number: ComplaintNumber, story: String?, in home: String? = nil
    ) throws(SystemError) {
        let id = number.description
        // As it stands in a file; a very short story would be found where it does not belong.
        let told = story.flatMap {
            $0.utf8.count < 20 ? nil : Array(PrettyJSON.quoted($0).dropFirst().dropLast())
        }
        for folder in [StoreLayout.aside, StoreLayout.examples, DurableFiles.temporaryFolder] {
            try eraseFiles(in: folder) { (name, path) throws(SystemError) in
                name.hasPrefix(id) || isDocument(path, of: number) ? true : try holds(told, path)
            }
        }
        let atHome = try home.map { (home) throws(SystemError) in
            try files.list(home).filter { ComplaintNumber($0.prefix { $0 != "." }) == nil }.map {
                "\(home)/\($0)"
            }
        }
        try forEachFile(ofStrays: strays() + (atHome ?? [])) { (path) throws(SystemError) in
            let name = String(path.split(separator: "/").last ?? "")
            let belongs = name.hasPrefix(id) || isDocument(path, of: number) ? true : try holds(told, path)
            guard belongs else { return }
            try eraseIfThere(path)
            try files.fileSystem.synchroniseFolder(files.absolute(DurableFiles.folder(of: path)))
        }
        for desk in try files.list(StoreLayout.drafts) {
            let folder = "\(StoreLayout.drafts)/\(desk)"
            guard try files.fileSystem.isFolder(files.absolute(folder)) else { continue }
            try eraseFiles(in: folder) { (_, path) throws(SystemError) in
                isDocument(path, of: number) ? true : try holds(told, path)
            }
        }
    }

    /// By the number in it, whatever it is called: a talk that was taken up again may have been told otherwise.
    private func isDocument(_ path: String, of number: ComplaintNumber) -> Bool {
        if case .success(let draft) = readDocument(Draft.self, path) { return draft.number == number }
        if case .success(let record) = readDocument(ComplaintRecord.self, path) {
            return record.number == number
        }
        guard case .success(let contact) = readDocument(ContactRecord.self, path) else { return false }
        return contact.number == number
    }

    private func eraseFiles(
        in folder: String, where belongs: (_ name: String, _ path: String) throws(SystemError) -> Bool
    ) throws(SystemError) {
        var isChanged = false
        for name in try files.list(folder) {
            let path = "\(folder)/\(name)"
            guard try belongs(name, path) else { continue }
            try eraseIfThere(path)
            isChanged = true
        }
        if isChanged { try files.fileSystem.synchroniseFolder(files.absolute(folder)) }
    }

    private func holds(_ part: [UInt8]?, _ path: String) throws(SystemError) -> Bool {
        guard let part else { return false }
        do throws(SystemError) {
            return try files.read(path).contains(part)
        } catch let error where [ENOENT, EISDIR, EINVAL].contains(error.number) {
            return false
        }
    }

    func eraseIfThere(_ path: String) throws(SystemError) {
        do throws(SystemError) {
            try files.erase(path)
        } catch let error where error.number == ENOENT {
            // Somebody else was just erasing it.
        }
    }
}
