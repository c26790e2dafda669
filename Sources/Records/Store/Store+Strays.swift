import Glibc

/// What lies in a store where nothing of it should lie, such as a copy that somebody made by hand.
extension Store {
    /// Files and folders beside the store's own and in them, and what is no folder of a day; within the store. What is inside
    /// of such a folder is not named.
    func strays() throws(SystemError) -> [String] {
        var strays = try files.list("").filter { !Self.belongs($0) }
        for top in [StoreLayout.records, StoreLayout.contacts, StoreLayout.counts] {
            try addUndated(in: top, to: &strays)
        }
        for (folder, belongs) in Self.flatFolders {
            strays += try files.list(folder).filter { !belongs($0) }.map { "\(folder)/\($0)" }
        }
        // What is sealed no program here can read.
        strays += try files.list(StoreLayout.seals).map { "\(StoreLayout.seals)/\($0)" }
            .filter { numberIn($0) != nil }
        return strays
    }

    private func addUndated(in top: String, to strays: inout [String]) throws(SystemError) {
        for year in try files.list(top) {
            guard year.utf8.count == 4, Int(year) != nil else {
                strays.append("\(top)/\(year)")
                continue
            }
            for month in try files.list("\(top)/\(year)") {
                guard month.utf8.count == 2, Int(month) != nil else {
                    strays.append("\(top)/\(year)/\(month)")
                    continue
                }
                for day in try files.list("\(top)/\(year)/\(month)")
                where StoreLayout.day(year: year, month: month, day: day) == nil {
                    strays.append("\(top)/\(year)/\(month)/\(day)")
                }
            }
        }
    }

    private static let flatFolders: [(String, belongs: @Sendable (String) -> Bool)] = [
        (StoreLayout.logbook, Logbook.isFile), (StoreLayout.index, IndexFolder.isFile),
        (StoreLayout.locks, { StoreLayout.lockFiles.contains("\(StoreLayout.locks)/\($0)") }),
    ]

    private static func belongs(_ name: String) -> Bool {
        if (StoreLayout.folders + [StoreLayout.examples, StoreLayout.index]).contains(name) { return true }
        // Of a copy.
        if name == StoreLayout.hashes || name == StoreLayout.earlier { return true }
        if let mark = VersionedName(name), isMark(mark) { return true }
        // What file systems put there themselves.
        return name == "lost+found" || name.hasPrefix(".nfs")
    }

    /// Of the complaint that a file holds, whatever it is called.
    func numberIn(_ path: String) -> ComplaintNumber? {
        guard case .success(let record) = readDocument(ComplaintRecord.self, path) else { return nil }
        return record.number
    }

    /// Calls for each file of these paths and of the folders among them; not through symbolic links, for what lies behind
    /// them is not the store's.
    func forEachFile(
        ofStrays strays: [String], _ body: (String) throws(SystemError) -> Void
    ) throws(SystemError) {
        for path in strays {
            switch try kind(of: path) {
            case .file: try body(path)
            case .folder:
                try forEachFile(ofStrays: try files.list(path).map { "\(path)/\($0)" }, body)
            default: break
            }
        }
    }

    /// nil for what is gone.
    private func kind(of path: String) throws(SystemError) -> FileEntry.Kind? {
        do throws(SystemError) {
            return try files.fileSystem.entry(files.absolute(path)).kind
        } catch let error where error.number == ENOENT {
            return nil
        }
    }
}
