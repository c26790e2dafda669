import DialogEngine
import Glibc

/// What became of a finding.
public struct Repair: Equatable, Sendable {
    public let finding: StoreFinding
    public let outcome: Outcome

    public enum Outcome: Equatable, Sendable {
        /// In `opzij/` under this path, for a person to look at.
        case putAside(String)
        /// Written anew where it belongs.
        case rebuilt(String)
        /// Only a copy of what stands elsewhere, or something that was being erased.
        case erased
        /// Others of the group can read it again.
        case opened
        /// Only those may read it whose store it is.
        case closed
        /// Stands in the log book from now on, so that it is not found again.
        case noted
        /// Nothing that a program can mend.
        case left
        case failed(StoreError)
    }
}

extension Store {
    /// Mends what can be mended of what a survey found; nothing that may hold something is thrown away.
    ///
    /// - Parameter accepted: Complaints of which somebody says that they are lost; these are not named again.
    public func repair(
        _ survey: StoreSurvey, _ act: Act, accepting accepted: Set<ComplaintNumber> = []
    ) throws(StoreError) -> [Repair] {
        // Without a log book nothing else can be mended.
        let (blocking, others) = survey.findings.split(where: \.isInTheWayOfTheLogbook)
        var repairs = blocking.map { finding in
            Repair(finding: finding, mended: { () throws(StoreError) in try clearLogbook(finding, act) })
        }
        let logged: LogbookCheck
        do throws(SystemError) {
            logged = try LogbookCheck(logbook)
        } catch {
            throw StoreError(.repair, error)
        }
        var areBreaksNoted = false
        for finding in others {
            let repair = Repair(finding: finding) { () throws(StoreError) in
                if case .lost(let number, _, _, _) = finding, accepted.contains(number) {
                    return try noteLost(number, logged, act)
                }
                if case .contactLost(let number, _, _) = finding, accepted.contains(number) {
                    return try noteLostContact(number, logged, act)
                }
                guard case .logbook(let problem) = finding else { return try mend(finding, logged, act) }
                if !areBreaksNoted { try noteBreaks(act) }
                areBreaksNoted = true
                return problem.isFile ? .left : .noted
            }
            repairs.append(repair)
        }
        return repairs.map { repair in broughtHome(repair, logged, act) }
    }

    private func mend(
        _ finding: StoreFinding, _ logged: LogbookCheck, _ act: Act
    ) throws(StoreError) -> Repair.Outcome {
        switch finding {
        case .damaged(let file, _): try mend(file, act)
        // What was erased does not come back under another name.
        case .strange(let path, let number?) where logged.erasures[number.description] != nil:
            try putAside(relative(path), act)
        case .strange(let path, let number): try placeStrange(path, number, act)
        case .doubled(let number, _): try uniteDays(of: number, logged, act)
        case .wrongDay(let number, _, _): try uniteDays(of: number, logged, act)
        case .halfErased(let number, _, _): try finishErasing(number, logged, act)
        case .erasureUnmarked(let number, _, _): try markErased(number, logged, act)
        case .erasureUnfinished(let number): try erase(number, act.because("wissen dat niet af was"), .erased)
        case .openToOthers(let paths): setRights(of: paths, .closed)
        case .closedToOthers(let path): setRights(of: [path], .opened)
        case .changedOutside(let number, let version, let path):
            try noteChange(number, version, path, act)
        case .notInLogbook(let number, let version, let path):
            try noteAsItIs(number, version, path, act)
        case .missing(let subject, let version, _, _):
            try note(act, .failed, subject, version: version)
        case .erasedLeft(_, let path): try eraseLeft(relative(path))
        case .draftLeft(let path, _): try finishDraft(relative(path))
        case .reused(let number, let version):
            try note(
                act.because("twee keer geschreven, gezien"), .repaired, number.description, version: version)
        case .builtOnChange(let number, let version):
            try note(
                act.because("op een veranderd bestand verder gegaan, gezien"), .repaired, number.description,
                version: version)
        case .contactChanged(let number, let path): try noteContact(number, path, act)
        case .contactUnmarked(let number, _, _): try markErasedContact(number, logged, act)
        case .inFuture, .lost, .contactLost, .logbook: .left
        }
    }

    // MARK: Damaged and strange files

    private func mend(_ file: DamagedFile, _ act: Act) throws(StoreError) -> Repair.Outcome {
        let path = relative(file.path)
        if case .unreadable = file.problem { return try moveLink(path, act) }
        if let draft = DraftPlace(path) { return try mend(draft, file, act) }
        let name = String(path.split(separator: "/").last ?? "")
        guard let version = VersionedName(name), let number = ComplaintNumber(version.id) else {
            return try putAside(path, act)
        }
        let lock = try self.lock(number, for: .repair)
        defer { lock.release() }
        guard problem(readVersion(path, number: number)) != nil else { return .noted }
        return try putAside(path, act, version)
    }

    /// - Parameter version: What the file is by its name; from then on it is no longer missed.
    private func putAside(
        _ path: String, _ act: Act, _ version: VersionedName? = nil
    ) throws(StoreError) -> Repair.Outcome {
        do throws(SystemError) {
            guard try !files.fileSystem.isFolder(files.absolute(path)) else { return .left }
        } catch {
            throw StoreError(.repair, error)
        }
        let act = act.because("beschadigd of op een verkeerde plek")
        try note(act, .setAside, version?.id ?? path, version: version?.version)
        do throws(SystemError) {
            let name = String(path.split(separator: "/").last ?? "")
            return .putAside(files.absolute(try files.move(path, to: StoreLayout.aside, name: name)))
        } catch {
            throw StoreError(.repair, error)
        }
    }

    /// A symbolic link stands for nothing of this store, and is in the way of what should be there.
    private func moveLink(_ path: String, _ act: Act) throws(StoreError) -> Repair.Outcome {
        do throws(SystemError) {
            guard try files.fileSystem.entry(files.absolute(path)).kind == .link else { return .left }
        } catch {
            return .left
        }
        let name = VersionedName(String(path.split(separator: "/").last ?? ""))
        try note(act.because("geen bestand"), .setAside, name?.id ?? path, version: name?.version)
        do throws(SystemError) {
            return .putAside(files.absolute(try files.moveWhole(path, to: StoreLayout.aside)))
        } catch {
            throw StoreError(.repair, error)
        }
    }

    private func mend(
        _ draft: DraftPlace, _ file: DamagedFile, _ act: Act
    ) throws(StoreError) -> Repair.Outcome {
        // A newer program will take it up.
        if file.problem.isOfTheMoment { return .left }
        try note(act.because("beschadigd of op een verkeerde plek"), .setAside, relative(file.path))
        let moved = try Drafts(self).setAsideDamaged(draft.id, desk: draft.desk)
        return moved.first { $0.path.hasSuffix(draft.name) }.map { .putAside($0.path) } ?? .noted
    }

    /// Makes sure of what was kept, and erases the draft of it.
    private func finishDraft(_ path: String) throws(StoreError) -> Repair.Outcome {
        guard let draft = DraftPlace(path) else { return .left }
        return try Drafts(self).resume(draft.id, desk: draft.desk).settle(in: self) == nil ? .left : .erased
    }

    /// A good complaint under a wrong name gets its own, unless it stands there already.
    private func placeStrange(_ path: String, _ number: ComplaintNumber?, _ act: Act) throws(StoreError)
        -> Repair.Outcome
    {
        let path = relative(path)
        guard let number, case .success(let record) = readDocument(ComplaintRecord.self, path) else {
            return try putAside(path, act)
        }
        let lock = try self.lock(number, for: .repair)
        defer { lock.release() }
        if let found = try locate(number, for: .repair) {
            guard case .success(let standing) = readNewest(found), standing.record.covers(record) else {
                return try putAside(path, act)
            }
            try eraseCopy(path)
            return .erased
        }
        let folder = StoreLayout.folder(StoreLayout.records, record.receivedAt.day)
        let rebuilt = try write(record, version: 1, in: folder, .repair, by: act, .repaired)
        try eraseCopy(path)
        return .rebuilt(rebuilt)
    }

    private func eraseLeft(_ path: String) throws(StoreError) -> Repair.Outcome {
        try eraseCopy(path)
        return .erased
    }

    private func eraseCopy(_ path: String) throws(StoreError) {
        do throws(SystemError) {
            try files.erase(path)
        } catch {
            throw StoreError(.repair, error)
        }
    }

    /// A complaint that lay under the number of another and went aside comes back under its own, when nothing good is left of
    /// it there. Only when all that was in the way has gone aside too.
    private func broughtHome(_ repair: Repair, _ logged: LogbookCheck, _ act: Act) -> Repair {
        guard case .damaged(let file, _) = repair.finding, case .numberMismatch = file.problem,
            case .putAside(let path) = repair.outcome, let number = numberIn(relative(path)),
            logged.erasures[number.description] == nil,
            case .success(let record) = readDocument(ComplaintRecord.self, relative(path))
        else { return repair }
        return Repair(finding: repair.finding) { () throws(StoreError) in
            let lock = try self.lock(number, for: .repair)
            defer { lock.release() }
            let found = try locate(number, for: .repair)
            if let found {
                guard case .failure(let failure) = readNewest(found), failure.erased == nil else {
                    return repair.outcome
                }
            }
            let folder = StoreLayout.folder(StoreLayout.records, record.receivedAt.day)
            // What came behind it and is not in it stays missed.
            let last = logged.lastVersion(of: number)
            let lastName = VersionedName(id: number.description, version: last).text
            let isLast = logged.everTold(of: DocumentCoding.bytes(of: record), lastName)
            let version = max(found?.versions[0] ?? 0, isLast ? last : 0) + 1
            let rebuilt = try write(
                record, version: version, in: found?.folder ?? folder, .repair, by: act, .repaired)
            try eraseCopy(relative(path))
            return .rebuilt(rebuilt)
        }
    }

    // MARK: Days

    /// Brings a complaint to the day of its receipt; what another day says differently goes aside.
    private func uniteDays(
        of number: ComplaintNumber, _ logged: LogbookCheck, _ act: Act
    ) throws(StoreError) -> Repair.Outcome {
        let lock = try self.lock(number, for: .repair)
        defer { lock.release() }
        let all = try everywhere(number)
        let good = all.compactMap { found -> (found: FoundRecord, record: ComplaintRecord)? in
            if case .success(let stored) = readNewest(found) { (found, stored.record) } else { nil }
        }
        // What the log book knows before what is only longer.
        let best = good.max {
            (isLogged($0.found, logged) ? 1 : 0, $0.record.events.count)
                < (isLogged($1.found, logged) ? 1 : 0, $1.record.events.count)
        }
        guard let best else { return .left }
        let home = StoreLayout.folder(StoreLayout.records, best.record.receivedAt.day)
        var outcome = Repair.Outcome.erased
        if best.found.folder != home {
            let version = (all.flatMap(\.versions).max() ?? 0) + 1
            outcome = .rebuilt(
                try write(best.record, version: version, in: home, .repair, by: act, .repaired))
        }
        for found in all where found.folder != home {
            for path in found.versions.map(found.path(version:)) {
                if case .success(let record) = readVersion(path, number: number), best.record.covers(record) {
                    try eraseCopy(path)
                } else {
                    outcome = try putAside(path, act)
                }
            }
        }
        return outcome
    }

    private func everywhere(_ number: ComplaintNumber) throws(StoreError) -> [FoundRecord] {
        do throws(SystemError) {
            var all: [FoundRecord] = []
            for day in try files.days(in: StoreLayout.records) {
                all += try records(on: day, only: number).found
            }
            return all
        } catch {
            throw StoreError(.repair, error)
        }
    }

    // MARK: The rest

    private func isLogged(_ found: FoundRecord, _ logged: LogbookCheck) -> Bool {
        found.versions.contains { version in
            let path = found.path(version: version)
            guard case .success = readVersion(path, number: found.number), let bytes = content(path) else {
                return false
            }
            return logged.tells(of: bytes, VersionedName(id: found.number.description, version: version).text)
        }
    }

    /// nil for what cannot be read.
    private func content(_ path: String) -> [UInt8]? {
        do throws(SystemError) {
            return try files.read(path)
        } catch {
            return nil
        }
    }

    /// Of a mark that the log book knows nothing of, a program cannot tell whether somebody put it there or an older log
    /// book came in the place of this one: a person must.
    private func finishErasing(
        _ number: ComplaintNumber, _ logged: LogbookCheck, _ act: Act
    ) throws(StoreError) -> Repair.Outcome {
        if logged.contacts[number.description]?.erasure != nil {
            return try eraseContact(number, act.because("wissen dat niet af was")) == nil ? .noted : .erased
        }
        guard logged.erasures[number.description] != nil || logged.count == 0 else { return .left }
        return try erase(number, act, .erased)
    }

    private func erase(
        _ number: ComplaintNumber, _ act: Act, _ outcome: Repair.Outcome
    ) throws(StoreError) -> Repair.Outcome {
        try erase(number, act)
        return outcome
    }

    private func setRights(of paths: [String], _ outcome: Repair.Outcome) -> Repair.Outcome {
        var areSet = true
        for path in paths {
            do throws(SystemError) {
                try files.setRights(of: path)
            } catch {
                // Only the owner can.
                areSet = areSet && error.number == ENOENT
            }
        }
        return areSet ? outcome : .left
    }

    func relative(_ path: String) -> String { String(path.dropFirst(self.path.utf8.count + 1)) }
}

extension Repair {
    fileprivate init(finding: StoreFinding, mended: () throws(StoreError) -> Outcome) {
        self.finding = finding
        do throws(StoreError) {
            outcome = try mended()
        } catch {
            outcome = .failed(error)
        }
    }
}

extension [StoreFinding] {
    fileprivate func split(where isFirst: (StoreFinding) -> Bool) -> ([StoreFinding], [StoreFinding]) {
        (filter(isFirst), filter { !isFirst($0) })
    }
}

extension ComplaintRecord {
    /// The other says nothing that this one does not say: it is the same, or as it was before.
    func covers(_ older: ComplaintRecord) -> Bool {
        guard older.events.count <= events.count else { return false }
        var same = older
        for event in events[older.events.count...] { same = same.appending(event) }
        return same == self
    }
}
