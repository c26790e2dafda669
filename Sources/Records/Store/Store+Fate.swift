public import DialogEngine
import Glibc

extension Store {
    /// What became of a talk that was to be kept under this number; nil when nothing of it is there, or nothing good.
    ///
    /// When it says kept, a power cut does not lose it: whoever kept it may have been stopped before the disk had it.
    ///
    /// - Parameter day: On which the draft was last changed; nothing of it was kept before that.
    public func fate(of identity: RecordIdentity, since day: Day) throws(StoreError) -> TalkFate? {
        guard let ended = try endOfTalk(identity, since: day) else { return nil }
        switch ended {
        case .erased: break
        case .contact(let contact): try createContact(contact)
        case .complaint(let record):
            do throws(StoreError) {
                try create(record)
            } catch {
                // Somebody just added to it, and that is on the disk.
                guard error.cause == .numberTaken else { throw error }
            }
        }
        return ended.fate(identity.number)
    }

    /// What there is of a talk that came to its end.
    enum EndedTalk {
        case complaint(ComplaintRecord)
        case contact(ContactRecord)
        case erased

        func fate(_ number: ComplaintNumber) -> TalkFate {
            if case .erased = self { .erased(number) } else { .kept(number) }
        }
    }

    /// The same, and changes nothing.
    func endOfTalk(_ identity: RecordIdentity, since day: Day) throws(StoreError) -> EndedTalk? {
        // A day more: somebody may have set a clock back.
        let first = day.adding(days: -1)
        if let complaint = try complaint(identity, since: first) { return complaint }
        return try contact(identity, since: first)
    }

    private func complaint(_ identity: RecordIdentity, since first: Day) throws(StoreError) -> EndedTalk? {
        let days: [Day]
        do throws(SystemError) {
            days = try files.days(in: StoreLayout.records, from: first)
        } catch {
            throw StoreError(.readRecord, error)
        }
        guard let found = try locate(identity.number, in: days, for: .readRecord) else { return nil }
        switch readNewest(found) {
        case .success(let standing):
            return standing.record.uuid == identity.uuid ? .complaint(standing.record) : nil
        case .failure(let failure):
            return failure.erased?.isOf(identity) == true ? .erased : nil
        }
    }

    private func contact(_ identity: RecordIdentity, since first: Day) throws(StoreError) -> EndedTalk? {
        guard let place = try placeOfContact(identity.number, since: first, for: .readRecord) else {
            return nil
        }
        if place.isMarkedErased {
            return readErased(place.mark, number: identity.number)?.isOf(identity) == true ? .erased : nil
        }
        guard case .success(let contact) = readDocument(ContactRecord.self, place.path),
            contact.uuid == identity.uuid
        else { return nil }
        return .contact(contact)
    }
}

extension ErasedRecord {
    /// What could not be read when it was erased has no uuid; then the number tells.
    func isOf(_ identity: RecordIdentity) -> Bool {
        number == identity.number && (uuid == nil || uuid == identity.uuid)
    }
}
