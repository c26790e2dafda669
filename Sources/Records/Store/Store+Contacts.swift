public import DialogEngine
import Glibc

/// Contacts that are no complaint, bare counts, and examples.
extension Store {
    /// Writes a contact. When this returns, it survives a power cut.
    ///
    /// Trying once more with the same is safe, also when it is not sure whether the first try was written.
    ///
    /// - Returns: The path of its file.
    @discardableResult
    public func createContact(_ contact: ContactRecord) throws(StoreError) -> String {
        let folder = StoreLayout.folder(StoreLayout.contacts, contact.receivedAt.day)
        let name = "\(contact.number).json"
        let bytes = DocumentCoding.bytes(of: contact)
        let maker = Act(by: contact.enteredBy.account, role: contact.enteredBy.role, at: contact.receivedAt)
        do throws(SystemError) {
            try logbook.add(maker, .created, subject: contact.number.description, sha256: SHA256.hex(bytes))
        } catch {
            throw StoreError(.createContact, error)
        }
        do throws(DurableFiles.WriteFailure) {
            try files.create(bytes, in: folder, name: name)
        } catch let error where error.isTaken {
            do throws(StoreError) {
                try createAnew(contact, bytes, in: folder, name: name)
            } catch {
                if error.cause == .numberTaken { noteFailure(maker, contact.number.description, nil) }
                throw error
            }
        } catch {
            if !error.mayBeThere { noteFailure(maker, contact.number.description, nil) }
            throw StoreError(.createContact, error)
        }
        return files.absolute("\(folder)/\(name)")
    }

    /// What stands there may not be on the disk if it is what a failed try left: it goes first, for a contact has one
    /// name.
    private func createAnew(
        _ contact: ContactRecord, _ bytes: [UInt8], in folder: String, name: String
    ) throws(StoreError) {
        let path = "\(folder)/\(name)"
        guard case .success(let standing) = readDocument(ContactRecord.self, path), standing == contact else {
            throw StoreError(
                .createContact, .numberTaken, path: files.absolute(path), safe: .everythingAsBefore)
        }
        do throws(SystemError) {
            try files.erase(path)
        } catch {
            throw StoreError(.createContact, error, safe: .oldOrNew)
        }
        do throws(DurableFiles.WriteFailure) {
            try files.create(bytes, in: folder, name: name)
        } catch {
            throw StoreError(.createContact, error)
        }
    }

    /// Counts one thing of which nothing else is kept.
    ///
    /// - Parameter kind: Id, such as `nood` or `integriteit`.
    public func count(
        _ kind: String, on day: Day, using generator: inout some RandomNumberGenerator
    ) throws(StoreError) {
        let folder = StoreLayout.folder(StoreLayout.counts, day)
        let name = "\(SymbolAlphabet.text(generator.next(), count: 12)).json"
        do throws(DurableFiles.WriteFailure) {
            try files.create(
                DocumentCoding.bytes(of: EventCount(kind: kind, day: day)), in: folder, name: name)
        } catch {
            throw taken(error, .count)
        }
    }

    /// Keeps an example for whoever improves the words by which texts are understood. Its name tells of which complaint or
    /// contact it is: taking out names is never sure, so it goes when that is erased.
    ///
    /// - Returns: The path of its file, within the store.
    public func keepExample(
        _ text: String, named id: String, of number: ComplaintNumber
    ) throws(StoreError) -> String {
        let lock = try lock(number, for: .keepExample)
        defer { lock.release() }
        // Whoever still has the story on the screen may not know.
        if let erased = try erasure(of: number) {
            throw StoreError(.keepExample, .erased(erased), path: path, safe: .everythingAsBefore)
        }
        let name = "\(number).\(id).yaml"
        do throws(DurableFiles.WriteFailure) {
            try files.create(Array(text.utf8), in: StoreLayout.examples, name: name)
        } catch {
            throw taken(error, .keepExample)
        }
        return "\(StoreLayout.examples)/\(name)"
    }

    /// The contact of this number; nil when there is none, it was erased, or it is no good.
    public func contact(_ number: ComplaintNumber) throws(StoreError) -> ContactRecord? {
        guard let place = try placeOfContact(number, for: .readRecord), !place.isMarkedErased,
            case .success(let contact) = readDocument(ContactRecord.self, place.path),
            contact.number == number
        else { return nil }
        return contact
    }

    /// What stays of a complaint or contact; nil when it was not erased.
    func erasure(of number: ComplaintNumber) throws(StoreError) -> ErasedRecord? {
        if let found = try locate(number, for: .readRecord) {
            if case .failure(let failure) = readNewest(found) { return failure.erased }
            return nil
        }
        guard let place = try placeOfContact(number, for: .readRecord) else { return nil }
        return readErased(place.mark, number: number)
    }

    /// Where a contact lies, or what was left when it was erased.
    struct ContactPlace {
        let folder: String
        /// Of what stands there under its number.
        let names: [String]
        fileprivate let id: String

        var path: String { "\(folder)/\(id).json" }
        var mark: String { "\(folder)/\(id)\(StoreLayout.erasedContactEnd)" }
        var isThere: Bool { names.contains("\(id).json") }
        var isMarkedErased: Bool { names.contains(id + StoreLayout.erasedContactEnd) }
    }

    /// - Parameter first: Nothing of it was kept before this day.
    /// - Returns: nil when there is nothing under this number.
    func placeOfContact(
        _ number: ComplaintNumber, since first: Day? = nil, for attempt: StoreError.Attempt
    ) throws(StoreError) -> ContactPlace? {
        do throws(SystemError) {
            for day in try files.days(in: StoreLayout.contacts, from: first) {
                let folder = StoreLayout.folder(StoreLayout.contacts, day)
                let names = try files.list(folder, startingWith: number.description)
                if !names.isEmpty {
                    return ContactPlace(folder: folder, names: names, id: number.description)
                }
            }
            return nil
        } catch {
            throw StoreError(attempt, error)
        }
    }

    /// Where examples are kept, within a store.
    public static let examplesFolder = StoreLayout.examples

    private func taken(_ failure: DurableFiles.WriteFailure, _ attempt: StoreError.Attempt) -> StoreError {
        guard failure.isTaken else { return StoreError(attempt, failure) }
        return StoreError(attempt, .numberTaken, path: failure.system.path, safe: .everythingAsBefore)
    }

    /// The contacts of these days, newest day first, and the files that are no good.
    public func contacts(
        from: Day? = nil, through: Day? = nil
    ) throws(StoreError) -> (contacts: [ContactRecord], damaged: [DamagedFile]) {
        try documents(ContactRecord.self, in: StoreLayout.contacts, from, through) { contact, name in
            let expected = "\(contact.number).json"
            return expected == name
                ? nil : .numberMismatch(fileName: name, content: contact.number.description)
        }
    }

    /// How often each kind was counted on these days, and the files that are no good.
    public func counts(
        from: Day? = nil, through: Day? = nil
    ) throws(StoreError) -> (counts: [String: Int], damaged: [DamagedFile]) {
        let (events, damaged) = try documents(EventCount.self, in: StoreLayout.counts, from, through) {
            _, _ in nil
        }
        return (events.reduce(into: [:]) { $0[$1.kind, default: 0] += 1 }, damaged)
    }

    private func documents<Document: StoredDocument>(
        _ type: Document.Type, in top: String, _ from: Day?, _ through: Day?,
        problem: (Document, String) -> DocumentProblem?
    ) throws(StoreError) -> ([Document], [DamagedFile]) {
        var documents: [Document] = []
        var damaged: [DamagedFile] = []
        do throws(SystemError) {
            for day in try files.days(in: top, from: from, through: through) {
                let folder = StoreLayout.folder(top, day)
                for name in try files.list(folder) where !name.hasSuffix(StoreLayout.erasedContactEnd) {
                    let path = "\(folder)/\(name)"
                    switch readDocument(type, path) {
                    case .success(let document):
                        if let problem = problem(document, name) {
                            damaged.append(DamagedFile(path: files.absolute(path), problem: problem))
                        } else {
                            documents.append(document)
                        }
                    case .failure(let problem):
                        damaged.append(DamagedFile(path: files.absolute(path), problem: problem))
                    }
                }
            }
        } catch {
            throw StoreError(.scan, error)
        }
        return (documents, damaged)
    }
}
