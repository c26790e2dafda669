import DialogEngine
import Glibc

/// Compares the contacts with the log book. Its files are read before the log book is, as those of the complaints are.
struct ContactSurvey {
    private let store: Store
    private var standing: [(number: ComplaintNumber, hash: UInt64, path: String)] = []
    private var marked: Set<String> = []

    init(_ store: Store) throws(SystemError) {
        self.store = store
        for day in try store.files.days(in: StoreLayout.contacts) {
            let folder = StoreLayout.folder(StoreLayout.contacts, day)
            for name in try store.files.list(folder) {
                if name.hasSuffix(StoreLayout.erasedContactEnd) {
                    marked.insert(String(name.dropLast(StoreLayout.erasedContactEnd.utf8.count)))
                } else if let number = Self.number(name) {
                    try look(at: "\(folder)/\(name)", number)
                }
            }
        }
    }

    private static func number(_ name: String) -> ComplaintNumber? {
        guard name.hasSuffix(".json") else { return nil }
        return ComplaintNumber(String(name.dropLast(5)))
    }

    private mutating func look(at path: String, _ number: ComplaintNumber) throws(SystemError) {
        // What is no good is named as damaged.
        guard case .success = store.readDocument(ContactRecord.self, path) else { return }
        do throws(SystemError) {
            let hash = LogbookCheck.LoggedVersion.start(of: SHA256.hex(try store.files.read(path)))
            standing.append((number, hash ?? 0, path))
        } catch {
            // Erased since.
            guard error.number == ENOENT else { throw error }
        }
    }

    /// Those that are not what the log book says was written.
    func changed(_ check: LogbookCheck) -> Set<ComplaintNumber> {
        Set(
            standing.lazy.filter { number, hash, _ in
                // Of a contact that was put back, or is from before the log book, there may be no line.
                guard let logged = check.contacts[number.description], logged.erasure == nil,
                    !logged.hashes.isEmpty
                else { return false }
                return !logged.hashes.contains(hash)
            }.map(\.number))
    }

    /// - Parameter awaited: Under which talks will be kept that are not finished.
    func findings(
        _ check: LogbookCheck, awaited: Set<ComplaintNumber>
    ) throws(SystemError) -> [StoreFinding] {
        var findings: [StoreFinding] = []
        let changed = changed(check)
        for (number, _, path) in standing {
            if marked.contains(number.description) {
                let mark = path.dropLast(".json".utf8.count) + StoreLayout.erasedContactEnd
                findings.append(
                    .halfErased(
                        number, paths: [store.files.absolute(path)], mark: store.files.absolute(String(mark)))
                )
                continue
            }
            guard changed.contains(number) else { continue }
            findings.append(.contactChanged(number, path: store.files.absolute(path)))
        }
        let there = Set(standing.map(\.number.description))
        for (subject, logged) in check.contacts.sorted(by: { $0.key < $1.key })
        where !marked.contains(subject) {
            guard let number = ComplaintNumber(subject) else { continue }
            if let erasure = logged.erasure {
                guard try place(of: number)?.isMarkedErased != true else { continue }
                findings.append(.contactUnmarked(number, by: erasure.by, at: erasure.at))
            } else if !logged.hashes.isEmpty, !there.contains(subject), !awaited.contains(number) {
                guard try place(of: number)?.isThere != true else { continue }
                findings.append(.contactLost(number, by: logged.made.by, at: logged.made.at))
            }
        }
        return findings
    }

    /// Looks again: it may have come since. A file that is no good is there, and is named otherwise.
    private func place(of number: ComplaintNumber) throws(SystemError) -> Store.ContactPlace? {
        do throws(StoreError) {
            return try store.placeOfContact(number, for: .scan)
        } catch {
            throw SystemError(.list, error.path, error.errorNumber ?? EIO)
        }
    }
}

extension Store {
    // MARK: Mended

    func noteContact(_ number: ComplaintNumber, _ path: String, _ act: Act) throws(StoreError)
        -> Repair.Outcome
    {
        try noteContent(of: path, number.description, act)
    }

    /// One line takes back one that told of it.
    func noteLostContact(
        _ number: ComplaintNumber, _ logged: LogbookCheck, _ act: Act
    ) throws(StoreError) -> Repair.Outcome {
        for _ in logged.contacts[number.description]?.hashes ?? [] {
            try note(act.because("kwijt, gezien"), .failed, number.description)
        }
        return .noted
    }

    /// Erases what of it is still there, or writes anew what should have stayed of it.
    func markErasedContact(
        _ number: ComplaintNumber, _ logged: LogbookCheck, _ act: Act
    ) throws(StoreError) -> Repair.Outcome {
        let id = number.description
        guard let contact = logged.contacts[id], let erasure = contact.erasure else { return .left }
        if let standing = try contacts().contacts.first(where: { $0.number == number }) {
            try erase(standing, act.because("wissen dat niet af was"))
            return .erased
        }
        let mark = ErasedRecord(
            uuid: nil, number: number, erasedAt: erasure.at, by: erasure.by, role: erasure.role,
            reason: erasure.reason ?? "")
        let folder = StoreLayout.folder(StoreLayout.contacts, contact.made.at.day)
        let name = id + StoreLayout.erasedContactEnd
        try note(act, .repaired, "\(folder)/\(name)")
        do throws(DurableFiles.WriteFailure) {
            try files.create(DocumentCoding.bytes(of: mark), in: folder, name: name)
        } catch {
            throw StoreError(.repair, error)
        }
        return .rebuilt(files.absolute("\(folder)/\(name)"))
    }
}
