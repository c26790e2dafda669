import DialogEngine

/// Tells whether a version in a copy is what the log book of that copy says was written.
struct CopyJudge {
    private let copy: Store
    private let logged: LogbookCheck
    private let trusted: Set<ComplaintNumber>

    init(_ copy: Store, logged: LogbookCheck, trusted: Set<ComplaintNumber>) {
        self.copy = copy
        self.logged = logged
        self.trusted = trusted
    }

    /// False for what the log book does not tell of, and for what cannot be read: that is damaged.
    func isChanged(_ version: Int, of found: FoundRecord) -> Bool {
        guard !trusted.contains(found.number), logged.count > 0 else { return false }
        let path = found.path(version: version)
        let bytes: [UInt8]
        do throws(SystemError) {
            bytes = try copy.files.read(path)
        } catch {
            return false
        }
        let id = found.number.description
        if logged.says(VersionedName(id: id, version: version).text, isNot: bytes) { return true }
        // To put back an erasure that nobody made would erase a complaint.
        return !logged.erased.contains(id) && copy.readErased(path, number: found.number) != nil
    }
}
