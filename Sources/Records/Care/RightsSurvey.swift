import Glibc

/// Who may read what: only the owner, or the group for which the store was set up and nobody else.
struct RightsSurvey {
    private(set) var findings: [StoreFinding] = []

    private let files: DurableFiles
    private let ownGroup: UInt32
    private var open: [String] = []

    init(_ files: DurableFiles) throws(SystemError) {
        self.files = files
        let root = try files.fileSystem.rights(of: files.root)
        ownGroup = root.group
        if isOpen(root) { open.append(files.root) }
        try look(in: "")
        if !open.isEmpty { findings.append(.openToOthers(paths: open)) }
    }

    /// Not through symbolic links: what lies behind them is not the store's.
    private mutating func look(in folder: String) throws(SystemError) {
        for name in try files.list(folder) {
            let path = DurableFiles.path(folder, name)
            let entry: FileEntry
            do throws(SystemError) {
                entry = try files.fileSystem.entry(files.absolute(path))
            } catch let error where error.number == ENOENT {
                continue
            }
            guard entry.kind == .file || entry.kind == .folder else { continue }
            if isOpen(entry.rights) { open.append(files.absolute(path)) }
            if isClosed(entry) { findings.append(.closedToOthers(path: files.absolute(path))) }
            guard entry.kind == .folder else { continue }
            do throws(SystemError) {
                try look(in: path)
            } catch let error where error.number == EACCES {
                // Closed, and named.
            }
        }
    }

    private func isOpen(_ rights: FileRights) -> Bool {
        rights.mode & (files.isShared ? 0o007 : 0o077) != 0
    }

    private func isClosed(_ entry: FileEntry) -> Bool {
        guard files.isShared else { return false }
        let isForGroup = entry.kind == .folder ? entry.rights.isForGroup : entry.rights.mode & 0o060 == 0o060
        return !isForGroup || entry.rights.group != ownGroup
    }
}

extension DurableFiles {
    /// Gives a file or folder the rights that all in this store have.
    func setRights(of path: String) throws(SystemError) {
        let entry = try fileSystem.entry(path)
        let isFolder = entry.kind == .folder
        let mode: UInt32 = isFolder ? (isShared ? 0o2770 : 0o700) : (isShared ? 0o660 : 0o600)
        let group = isShared ? try fileSystem.rights(of: root).group : entry.rights.group
        try fileSystem.setRights(of: path, group: group, mode: mode)
    }
}
