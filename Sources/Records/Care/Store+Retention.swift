public import DialogEngine
public import Rules

/// Something that has been kept long enough.
public struct Expired: Equatable, Sendable {
    public enum Kind: String, Sendable {
        case complaint = "klacht"
        case contact
        /// A complaint or contact in a file that was put aside.
        case aside = "opzij"
    }

    public let kind: Kind
    public let number: ComplaintNumber
    public let outcome: RetentionTable.Outcome
    /// Of the result in the selectielijst.
    public let selectionList: String
    public let endedOn: Day
    /// The first day on which it may no longer be kept.
    public let erasedFrom: Day
    /// Of what was put aside, within the store.
    public let path: String?

    public init(
        kind: Kind, number: ComplaintNumber, outcome: RetentionTable.Outcome, selectionList: String,
        endedOn: Day,
        erasedFrom: Day, path: String? = nil
    ) {
        self.kind = kind
        self.number = number
        self.outcome = outcome
        self.selectionList = selectionList
        self.endedOn = endedOn
        self.erasedFrom = erasedFrom
        self.path = path
    }
}

/// What has been kept long enough, and what cannot be judged.
public struct ExpirySurvey: Equatable, Sendable {
    /// The oldest first.
    public internal(set) var expired: [Expired] = []
    /// Files that could not be read.
    public internal(set) var damaged: [DamagedFile] = []
    /// Complaints that say that they ended before they began, or were changed outside the program.
    public internal(set) var doubtful: [ComplaintNumber] = []
    /// How many files were put aside of which it cannot be told.
    public internal(set) var unknownAside = 0

    public init() {}
}

extension Store {
    /// What may no longer be kept on a day.
    public func expired(on day: Day, by table: RetentionTable) throws(StoreError) -> ExpirySurvey {
        let found = try scan(matching: Query(through: day))
        let (contacts, damagedContacts) = try contacts(through: day)
        var survey = ExpirySurvey()
        survey.damaged = found.damaged + damagedContacts
        for stored in found.records {
            guard let (outcome, ended) = stored.record.ending,
                let one = expired(.complaint, stored.record.number, outcome, ended, on: day, by: table)
            else { continue }
            if ended < stored.record.receivedAt.day {
                survey.doubtful.append(one.number)
            } else {
                survey.expired.append(one)
            }
        }
        try leaveChanged(found.records, &survey)
        survey.expired += try expired(contacts, on: day, by: table, &survey.doubtful)
        let aside = try expiredAside(on: day, by: table)
        survey.unknownAside = aside.unknown
        survey.expired = (survey.expired + aside.expired).sorted {
            ($0.erasedFrom, $0.number.description) < ($1.erasedFrom, $1.number.description)
        }
        return survey
    }

    /// What somebody wrote in a file outside the program is no reason to erase it.
    private func leaveChanged(_ records: [StoredRecord], _ survey: inout ExpirySurvey) throws(StoreError) {
        guard !survey.expired.isEmpty else { return }
        var changed: Set<ComplaintNumber> = []
        do throws(SystemError) {
            let logged = try LogbookCheck(logbook)
            let old = Set(survey.expired.map(\.number))
            for stored in records where old.contains(stored.record.number) {
                let name = VersionedName(id: stored.record.number.description, version: stored.version).text
                // A newer version may have come.
                guard let bytes = try contentIfThere(relative(stored.path)) else { continue }
                if logged.says(name, isNot: bytes) {
                    changed.insert(stored.record.number)
                }
            }
        } catch {
            throw StoreError(.scan, error)
        }
        survey.expired.removeAll { changed.contains($0.number) }
        survey.doubtful += changed.sorted { $0.description < $1.description }
    }

    /// Contacts are held against the log book too.
    private func expired(
        _ contacts: [ContactRecord], on day: Day, by table: RetentionTable,
        _ doubtful: inout [ComplaintNumber]
    ) throws(StoreError) -> [Expired] {
        let old = contacts.compactMap {
            expired(.contact, $0.number, .contact, $0.receivedAt.day, on: day, by: table)
        }
        guard !old.isEmpty else { return [] }
        let changed: Set<ComplaintNumber>
        do throws(SystemError) {
            changed = try ContactSurvey(self).changed(LogbookCheck(logbook))
        } catch {
            throw StoreError(.scan, error)
        }
        doubtful += old.map(\.number).filter(changed.contains)
        return old.filter { !changed.contains($0.number) }
    }

    private func expiredAside(
        on day: Day, by table: RetentionTable
    ) throws(StoreError) -> (expired: [Expired], unknown: Int) {
        let names: [String]
        do throws(SystemError) {
            names = try files.list(StoreLayout.aside)
        } catch {
            throw StoreError(.scan, error)
        }
        var found: [Expired] = []
        var unknown = 0
        for path in names.map({ "\(StoreLayout.aside)/\($0)" }) {
            if case .success(let record) = readDocument(ComplaintRecord.self, path),
                let (outcome, ended) = record.ending
            {
                found += [expired(.aside, record.number, outcome, ended, on: day, by: table, path)]
                    .compactMap(\.self)
            } else if case .success(let contact) = readDocument(ContactRecord.self, path) {
                let ended = contact.receivedAt.day
                found += [expired(.aside, contact.number, .contact, ended, on: day, by: table, path)]
                    .compactMap(\.self)
            } else {
                unknown += 1
            }
        }
        return (found, unknown)
    }

    private func expired(
        _ kind: Expired.Kind, _ number: ComplaintNumber, _ outcome: RetentionTable.Outcome, _ ended: Day,
        on day: Day,
        by table: RetentionTable, _ path: String? = nil
    ) -> Expired? {
        guard let row = table.row(for: outcome), let from = table.erasedFrom(outcome, endedOn: ended),
            from <= day
        else { return nil }
        return Expired(
            kind: kind, number: number, outcome: outcome, selectionList: row.number, endedOn: ended,
            erasedFrom: from, path: path)
    }

    /// Erases what may no longer be kept.
    public func erase(_ expired: Expired, _ act: Act) throws(StoreError) {
        let act = act.because("bewaartermijn voorbij (selectielijst \(expired.selectionList))")
        switch expired.kind {
        case .complaint: try erase(expired.number, act, selectionList: expired.selectionList)
        case .aside:
            guard let path = expired.path else { return }
            do throws(SystemError) {
                try logbook.add(act, .erased, subject: path)
                try eraseIfThere(path)
            } catch {
                throw StoreError(.erase, error)
            }
        case .contact:
            let day = expired.endedOn
            let found = try contacts(from: day, through: day).contacts.first { $0.number == expired.number }
            guard let found else {
                throw StoreError(.erase, .notFound, path: path, safe: .everythingAsBefore)
            }
            try erase(found, act, selectionList: expired.selectionList)
        }
    }
}
