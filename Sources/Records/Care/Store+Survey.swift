import DialogEngine
import Glibc

extension Store {
    /// Looks through the whole store; changes nothing. Desks may go on working.
    ///
    /// - Parameter now: Nothing in a store can be from after it.
    public func survey(now: Timestamp) throws(StoreError) -> StoreSurvey {
        do throws(SystemError) {
            var surveyor = Surveyor(self, now: now)
            try surveyor.look()
            return surveyor.survey
        } catch {
            throw StoreError(.scan, error)
        }
    }
}

/// Goes once through complaints, then the log book, and compares the two.
///
/// In this order: what a desk writes meanwhile then stands in the log book and seems to be missing, and for that it is
/// looked for again.
private struct Surveyor {
    private let store: Store
    private let now: Timestamp
    private(set) var survey = StoreSurvey()

    private var files: DurableFiles { store.files }
    private typealias Key = LogbookCheck.VersionKey

    /// Every version that is there, with the start of its hash.
    private var versions: [Key: UInt64] = [:]
    private var newest: [String: Int] = [:]
    /// The versions among them that say that it was erased.
    private var marks: Set<Key> = []
    /// Complaints of which only damaged versions are there.
    private var hollow: Set<String> = []
    private var folders: [ComplaintNumber: [Day]] = [:]
    /// What is told already, and need not be told once more because the log book does not agree.
    private var told: Set<Key> = []
    private var strangers: Set<String> = []
    /// Under which talks will be kept that are not finished.
    private var awaited: Set<ComplaintNumber> = []

    init(_ store: Store, now: Timestamp) {
        self.store = store
        self.now = now
    }

    mutating func look() throws(SystemError) {
        // First, so that what is put aside after it has them too.
        survey.findings += try RightsSurvey(files).findings
        for path in try store.strays() { strange(path, holds: store.numberIn(path)) }
        for day in try files.days(in: StoreLayout.records) { try look(at: day) }
        for (number, days) in folders.sorted(by: { $0.key.description < $1.key.description })
        where days.count > 1 {
            survey.findings.removeAll { if case .wrongDay(number, _, _) = $0 { true } else { false } }
            survey.findings.append(.doubled(number, paths: days.map { files.absolute(folder($0)) }))
        }
        try lookAtOthers()
        let contacts = try ContactSurvey(store)
        try compareWithLogbook(contacts)
    }

    private func folder(_ day: Day) -> String { StoreLayout.folder(StoreLayout.records, day) }

    // MARK: Complaints

    private mutating func strange(_ path: String, holds number: ComplaintNumber? = nil) {
        survey.findings.append(.strange(path: files.absolute(path), holds: number))
        if let number { strangers.insert(number.description) }
    }

    private mutating func look(at day: Day) throws(SystemError) {
        let (found, strangers) = try store.records(on: day)
        for stranger in strangers {
            let path = store.relative(stranger.path)
            strange(path, holds: store.numberIn(path))
        }
        for one in found {
            folders[one.number, default: []].append(day)
            try look(at: one, on: day)
        }
    }

    private mutating func look(at found: FoundRecord, on day: Day) throws(SystemError) {
        let id = found.number.description
        let mark = found.versions.first {
            store.readErased(found.path(version: $0), number: found.number) != nil
        }
        let isErased = mark != nil
        if isErased { survey.erased += 1 } else { survey.complaints += 1 }
        var counts: Int?
        var leftovers: [String] = []
        for version in found.versions {
            let path = found.path(version: version)
            guard let bytes = try readIfThere(path) else { continue }
            let key = Key(subject: id, version: version)
            versions[key] = UInt64(SHA256.hex(bytes).prefix(16), radix: 16)
            newest[id] = max(newest[id] ?? 0, version)
            if isErased {
                if store.readErased(path, number: found.number) == nil {
                    leftovers.append(files.absolute(path))
                    told.insert(key)
                }
            } else if case .success(let record) = store.readVersion(path, number: found.number) {
                if counts == nil { check(record, path, day) }
                counts = counts ?? version
            }
        }
        if let mark { marks.insert(Key(subject: id, version: mark)) }
        if let mark, !leftovers.isEmpty {
            told.insert(Key(subject: id, version: mark))
            let path = files.absolute(found.path(version: mark))
            survey.findings.append(.halfErased(found.number, paths: leftovers, mark: path))
        }
        if !isErased { nameDamaged(found, counts: counts) }
    }

    private mutating func nameDamaged(_ found: FoundRecord, counts: Int?) {
        var isHollow = counts == nil
        for version in found.versions {
            let path = found.path(version: version)
            guard let problem = store.problem(store.readVersion(path, number: found.number)),
                problem != .unreadable(ENOENT)
            else { continue }
            // What cannot be read now may be good.
            if case .unreadable = problem { isHollow = false }
            told.insert(Key(subject: found.number.description, version: version))
            // Half of it was erased when a program was stopped: nothing that counts is lost.
            if problem == .blank, let counts, version < counts { continue }
            survey.findings.append(
                .damaged(DamagedFile(path: files.absolute(path), problem: problem), counts: counts))
        }
        if isHollow { hollow.insert(found.number.description) }
    }

    private mutating func check(_ record: ComplaintRecord, _ path: String, _ day: Day) {
        if record.receivedAt.day != day {
            survey.findings.append(
                .wrongDay(record.number, path: files.absolute(path), received: record.receivedAt.day))
        }
        let latest = ([record.receivedAt] + record.events.map(\.at)).max()
        // Clocks of two desks differ a little.
        if let latest, latest.secondsSince1970 > now.secondsSince1970 + 300 {
            survey.findings.append(.inFuture(record.number, path: files.absolute(path), latest))
        }
    }

    private func readIfThere(_ path: String) throws(SystemError) -> [UInt8]? {
        do throws(SystemError) {
            return try files.read(path)
        } catch {
            // Gone since, or no file that can be read: then reading it as a complaint tells.
            return nil
        }
    }

    // MARK: The rest

    private mutating func lookAtOthers() throws(SystemError) {
        do throws(StoreError) {
            let (contacts, damagedContacts) = try store.contacts()
            survey.contacts = contacts.count
            let (_, damagedCounts) = try store.counts()
            survey.findings += (damagedContacts + damagedCounts).map { .damaged($0, counts: nil) }
        } catch {
            throw SystemError(.list, error.path, error.errorNumber ?? EIO)
        }
        let drafts = try DraftSurvey(store)
        survey.drafts = drafts.count
        survey.findings += drafts.findings
        awaited = drafts.numbers
        survey.aside = try files.list(StoreLayout.aside).count
    }

    // MARK: The log book

    private mutating func compareWithLogbook(_ contacts: ContactSurvey) throws(SystemError) {
        let check = try LogbookCheck(store.logbook)
        survey.logLines = check.count
        survey.findings += check.problems.map { .logbook($0) }
        for (key, hash) in versions.sorted(by: Self.order) where !told.contains(key) {
            guard let number = ComplaintNumber(key.subject), let day = folders[number]?.first else {
                continue
            }
            let name = VersionedName(id: key.subject, version: key.version).text
            let path = files.absolute("\(folder(day))/\(name)")
            if let logged = check.versions[key], logged.cameAbout {
                if logged.hash != hash {
                    survey.findings.append(.changedOutside(number, version: key.version, path: path))
                }
            } else if marks.contains(key) {
                survey.findings.append(.halfErased(number, paths: [], mark: path))
            } else {
                survey.findings.append(.notInLogbook(number, version: key.version, path: path))
            }
        }
        try nameErasedLeft(check)
        nameReused(check)
        try nameUnmarked(check)
        try nameMissing(check)
        survey.findings += try contacts.findings(check, awaited: awaited)
    }

    private mutating func nameErasedLeft(_ check: LogbookCheck) throws(SystemError) {
        for folder in [StoreLayout.examples, StoreLayout.earlier] {
            for name in try files.list(folder) where check.tellsErasure(ofNumberIn: name) {
                guard let number = ComplaintNumber(name.prefix { $0 != "." }) else { continue }
                survey.findings.append(.erasedLeft(number, path: files.absolute("\(folder)/\(name)")))
            }
        }
    }

    private mutating func nameReused(_ check: LogbookCheck) {
        let reused = check.reused.sorted { ($0.subject, $0.version) < ($1.subject, $1.version) }
        for key in reused where check.erasures[key.subject] == nil {
            guard let number = ComplaintNumber(key.subject) else { continue }
            survey.findings.append(.reused(number, version: key.version))
        }
        let built = check.builtOnChange.sorted { ($0.subject, $0.version) < ($1.subject, $1.version) }
        for key in built where check.erasures[key.subject] == nil {
            guard let number = ComplaintNumber(key.subject) else { continue }
            survey.findings.append(.builtOnChange(number, version: key.version))
        }
    }

    /// Without the mark nothing here tells that it was erased, and a copy could bring it back.
    private mutating func nameUnmarked(_ check: LogbookCheck) throws(SystemError) {
        for (subject, erasure) in check.erasures.sorted(by: { $0.key < $1.key })
        where newest[subject] == nil || hollow.contains(subject) {
            guard let number = ComplaintNumber(subject), try !store.isMarkedErased(number) else { continue }
            survey.findings.append(.erasureUnmarked(number, by: erasure.act.by, at: erasure.act.at))
        }
    }

    private mutating func nameMissing(_ check: LogbookCheck) throws(SystemError) {
        var last: [String: Int] = [:]
        for (key, logged) in check.versions where !strangers.contains(key.subject) {
            let isGone = newest[key.subject] == nil
            guard logged.cameAbout || (logged.isAside && isGone) else { continue }
            if isGone, check.erasures[key.subject] != nil { continue }
            last[key.subject] = max(last[key.subject] ?? 0, key.version)
        }
        for (subject, version) in last.sorted(by: { $0.key < $1.key }) where version > newest[subject] ?? 0 {
            guard let number = ComplaintNumber(subject),
                let logged = check.versions[Key(subject: subject, version: version)],
                try !store.isThere(number, version: version)
            else { continue }
            if logged.isErasure {
                // Nothing of it left is as it should be, though the mark is gone.
                if newest[subject] != nil { survey.findings.append(.erasureUnfinished(number)) }
            } else if newest[subject] != nil {
                survey.findings.append(
                    .missing(subject: subject, version: version, by: logged.by, at: logged.at))
            } else if !awaited.contains(number) {
                survey.findings.append(.lost(number, version: version, by: logged.by, at: logged.at))
            }
        }
    }

    private static func order(_ a: (key: Key, value: UInt64), _ b: (key: Key, value: UInt64)) -> Bool {
        (a.key.subject, a.key.version) < (b.key.subject, b.key.version)
    }
}

extension Store {
    /// Looks again, when whoever was erasing it is done.
    fileprivate func isMarkedErased(_ number: ComplaintNumber) throws(SystemError) -> Bool {
        let lock = try files.waitForLock(StoreLayout.recordLocks, byte: number.random)
        defer { lock.release() }
        for day in try files.days(in: StoreLayout.records) {
            for found in try records(on: day, only: number).found {
                let isMarked = found.versions.contains {
                    readErased(found.path(version: $0), number: number) != nil
                }
                if isMarked { return true }
            }
        }
        return false
    }

    /// Looks again, when whoever was writing it is done.
    fileprivate func isThere(_ number: ComplaintNumber, version: Int) throws(SystemError) -> Bool {
        let lock = try files.waitForLock(StoreLayout.recordLocks, byte: number.random)
        defer { lock.release() }
        for day in try files.days(in: StoreLayout.records) {
            if let found = try records(on: day, only: number).found.first {
                return found.versions[0] >= version
            }
        }
        return false
    }
}
