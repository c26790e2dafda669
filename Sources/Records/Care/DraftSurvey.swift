import DialogEngine
import Glibc

/// What stands among the drafts and should not: damaged ones, those of talks that came to their end, and other files.
struct DraftSurvey {
    private(set) var findings: [StoreFinding] = []
    private(set) var count = 0
    /// Under which these talks will be kept.
    private(set) var numbers: Set<ComplaintNumber> = []

    private let store: Store
    private let drafts: Drafts
    private var files: DurableFiles { store.files }

    init(_ store: Store) throws(SystemError) {
        self.store = store
        drafts = Drafts(store)
        for name in try files.list(StoreLayout.drafts) {
            let folder = "\(StoreLayout.drafts)/\(name)"
            guard try files.fileSystem.isFolder(files.absolute(folder)), let desk = DeskID(name) else {
                strange(folder)
                continue
            }
            try look(at: desk, in: folder)
        }
    }

    private mutating func strange(_ path: String) {
        findings.append(.strange(path: files.absolute(path), holds: nil))
    }

    private mutating func look(at desk: DeskID, in folder: String) throws(SystemError) {
        var versions: [DraftID: [Int]] = [:]
        for name in try files.list(folder) {
            guard let version = VersionedName(name), let id = DraftID(version.id) else {
                strange("\(folder)/\(name)")
                continue
            }
            versions[id, default: []].append(version.version)
        }
        count += versions.count
        for (id, versions) in versions.sorted(by: { $0.key.description < $1.key.description }) {
            try look(at: id, desk, versions.sorted(by: >), in: folder)
        }
    }

    private mutating func look(
        at id: DraftID, _ desk: DeskID, _ versions: [Int], in folder: String
    ) throws(SystemError) {
        var newest: (version: Int, draft: Draft, path: String)?
        var damaged: [DamagedFile] = []
        for version in versions {
            let path = "\(folder)/\(VersionedName(id: id.description, version: version).text)"
            switch drafts.read(path, id, desk) {
            case .success(let draft): newest = newest ?? (version, draft, path)
            // What was being erased goes when the desk is next started, and what is gone is gone.
            case .failure(.blank), .failure(.unreadable(ENOENT)): break
            case .failure(let problem):
                damaged.append(DamagedFile(path: files.absolute(path), problem: problem))
            }
        }
        findings += damaged.map { .damaged($0, counts: newest?.version) }
        if let number = newest?.draft.number { numbers.insert(number) }
        guard let newest, let fate = try fate(of: newest.draft), try !isInUse(id) else { return }
        findings.append(.draftLeft(path: files.absolute(newest.path), fate))
    }

    private func fate(of draft: Draft) throws(SystemError) -> TalkFate? {
        guard let identity = draft.identity else { return nil }
        do throws(StoreError) {
            return try store.endOfTalk(identity, since: draft.changedAt.day)?.fate(identity.number)
        } catch {
            throw SystemError(.read, error.path, error.errorNumber ?? EIO)
        }
    }

    /// Somebody is just finishing it. Makes no file to lock on: where there is none, nobody is at work.
    private func isInUse(_ id: DraftID) throws(SystemError) -> Bool {
        guard
            try files.list(StoreLayout.locks).map({ "\(StoreLayout.locks)/\($0)" })
                .contains(StoreLayout.draftLocks)
        else { return false }
        do throws(SystemError) {
            return try files.lock(StoreLayout.draftLocks, byte: id.bits, waiting: false) == nil
        } catch {
            // Of another account, or on a disk that is only read.
            return false
        }
    }
}
