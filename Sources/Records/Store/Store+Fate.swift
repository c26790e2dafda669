public import DialogEngine
import Glibc

extension Store {
    /// What became of a talk that was to be kept under this number; nil when nothing of it is there, or nothing good.
    ///
    /// When it says kept, a power cut does not lose it: whoever kept it may have been stopped before the disk had it.
    ///
    /// - Parameter day: On which the draft was last changed; nothing of it was kept before that.
    public func fate(of identity: RecordIdentity, since day: Day) throws(StoreError) -> TalkFate? {
        // A day more: somebody may have set a clock back.
        let first = day.adding(days: -1)
        if let fate = try fateOfComplaint(identity, since: first) { return fate }
        return try fateOfContact(identity, since: first)
    }

    private func fateOfComplaint(
        _ identity: RecordIdentity, since first: Day
    ) throws(StoreError) -> TalkFate? {
        let days: [Day]
        do throws(SystemError) {
            days = try files.days(in: StoreLayout.records, from: first)
        } catch {
            throw StoreError(.readRecord, error)
        }
        guard let found = try locate(identity.number, in: days, for: .readRecord) else { return nil }
        switch readNewest(found) {
        case .success(let standing):
            guard standing.record.uuid == identity.uuid else { return nil }
            do throws(StoreError) {
                try create(standing.record)
            } catch {
                // Somebody just added to it, and that is on the disk.
                guard error.cause == .numberTaken else { throw error }
            }
            return .kept(identity.number)
        case .failure(let failure):
            guard let erased = failure.erased, erased.isOf(identity) else { return nil }
            return .erased(identity.number)
        }
    }

    private func fateOfContact(
        _ identity: RecordIdentity, since first: Day
    ) throws(StoreError) -> TalkFate? {
        guard let (folder, names) = try placeOfContact(identity.number, since: first) else { return nil }
        let id = identity.number.description
        if names.contains(id + StoreLayout.erasedContactEnd) {
            let mark = readErased("\(folder)/\(id)\(StoreLayout.erasedContactEnd)", number: identity.number)
            return mark?.isOf(identity) == true ? .erased(identity.number) : nil
        }
        guard case .success(let contact) = readDocument(ContactRecord.self, "\(folder)/\(id).json"),
            contact.uuid == identity.uuid
        else { return nil }
        try createContact(contact)
        return .kept(identity.number)
    }

    private func placeOfContact(
        _ number: ComplaintNumber, since first: Day
    ) throws(StoreError) -> (folder: String, names: [String])? {
        do throws(SystemError) {
            for day in try files.days(in: StoreLayout.contacts, from: first) {
                let folder = StoreLayout.folder(StoreLayout.contacts, day)
                let names = try files.list(folder, startingWith: number.description)
                if !names.isEmpty { return (folder, names) }
            }
            return nil
        } catch {
            throw StoreError(.readRecord, error)
        }
    }
}

extension ErasedRecord {
    /// What could not be read when it was erased has no uuid; then the number tells.
    func isOf(_ identity: RecordIdentity) -> Bool {
        number == identity.number && (uuid == nil || uuid == identity.uuid)
    }
}
