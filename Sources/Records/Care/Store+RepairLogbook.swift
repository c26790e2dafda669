import DialogEngine
import Glibc

/// What repairing a store does with its log book.
extension Store {
    /// Puts aside what has the name of a file of the log book and is none; what is missed for it is noted.
    func clearLogbook(_ finding: StoreFinding, _ act: Act) throws(StoreError) -> Repair.Outcome {
        guard case .logbook(.noFile(let path)) = finding else { return .left }
        let place: String
        do throws(SystemError) {
            place = try files.moveWhole(relative(path), to: StoreLayout.aside)
        } catch {
            throw StoreError(.repair, error)
        }
        try note(act.because("geen bestand"), .setAside, relative(path))
        try noteBreaks(act)
        return .putAside(files.absolute(place))
    }

    /// A change in its place may leave the time of the folder, and even that of the file, as they were: then the index does
    /// not know what stands there now, and is made anew.
    func noteChange(
        _ number: ComplaintNumber, _ version: Int, _ path: String, _ act: Act
    ) throws(StoreError) -> Repair.Outcome {
        do throws(StoreError) {
            try StoreIndex.throwAway(inStore: self.path)
        } catch {
            throw StoreError(.repair, error.cause, path: error.path, safe: .everythingAsBefore)
        }
        return try noteAsItIs(number, version, path, act)
    }

    func noteAsItIs(
        _ number: ComplaintNumber, _ version: Int, _ path: String, _ act: Act
    ) throws(StoreError) -> Repair.Outcome {
        let lock = try self.lock(number, for: .repair)
        defer { lock.release() }
        return try noteContent(of: path, number.description, version: version, act)
    }

    /// The log book tells from now on of what stands in a file.
    func noteContent(
        of path: String, _ subject: String, version: Int? = nil, _ act: Act
    ) throws(StoreError) -> Repair.Outcome {
        let bytes: [UInt8]
        do throws(SystemError) {
            bytes = try files.read(relative(path))
        } catch {
            // Gone since, because a newer version came.
            if error.number == ENOENT { return .noted }
            throw StoreError(.repair, error)
        }
        return try note(act, .repaired, subject, version: version, sha256: SHA256.hex(bytes))
    }

    func noteBreaks(_ act: Act) throws(StoreError) {
        do throws(SystemError) {
            for sequence in try LogbookCheck(logbook).unseenBreaks {
                try logbook.add(
                    act.because("fout in de keten gezien"), .repaired, subject: StoreLayout.logbook,
                    version: sequence)
            }
        } catch {
            throw StoreError(.noteInLogbook, error)
        }
    }

    @discardableResult
    func note(
        _ act: Act, _ action: LogLine.Action, _ subject: String, version: Int? = nil, sha256: String? = nil
    ) throws(StoreError) -> Repair.Outcome {
        do throws(SystemError) {
            try logbook.add(act, action, subject: subject, version: version, sha256: sha256)
            return .noted
        } catch {
            throw StoreError(.repair, error)
        }
    }
}

extension StoreFinding {
    var isInTheWayOfTheLogbook: Bool {
        if case .logbook(.noFile) = self { true } else { false }
    }
}

extension LogbookProblem {
    /// About a whole file, which no line can speak for.
    var isFile: Bool { if case .unreadableFile = self { true } else { false } }
}
