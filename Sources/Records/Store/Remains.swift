import Glibc

/// What is still somewhere in a store of a complaint or contact that is being erased: drafts, files put aside, examples,
/// leftovers of writers, and what somebody put where nothing of a store belongs.
struct Remains {
    private let store: Store
    private let number: ComplaintNumber
    /// The story as it stands in a file; nil when it is so short that it would be found where it does not belong.
    private let told: [UInt8]?
    /// What could not be looked at.
    private var unread: SystemError?

    private var files: DurableFiles { store.files }
    private var id: String { number.description }

    init(of number: ComplaintNumber, story: String?, in store: Store) {
        self.store = store
        self.number = number
        told = story.flatMap {
            $0.utf8.count < 20 ? nil : Array(PrettyJSON.quoted($0).dropFirst().dropLast())
        }
    }

    /// - Parameter home: The folder of its day, where something may lie under a name of no complaint.
    /// - Throws: What could not be looked at or erased; all the rest is erased first.
    mutating func erase(home: String?) throws(SystemError) {
        for desk in try files.list(StoreLayout.drafts) {
            try erase(below: "\(StoreLayout.drafts)/\(desk)")
        }
        for folder in Self.flatFolders {
            for name in try files.list(folder) { try erase(below: "\(folder)/\(name)") }
        }
        for path in try store.strays() { try erase(below: path) }
        guard let home else { return try throwUnread() }
        for name in try files.list(home) where ComplaintNumber(name.prefix { $0 != "." }) == nil {
            try erase(below: "\(home)/\(name)")
        }
        try throwUnread()
    }

    private static let flatFolders = [
        StoreLayout.aside, StoreLayout.examples, StoreLayout.earlier, DurableFiles.temporaryFolder,
    ]

    private func throwUnread() throws(SystemError) { if let unread { throw unread } }

    /// A file, or those of a folder. What a symbolic link points at is not the store's; the link itself may be in the way.
    private mutating func erase(below path: String) throws(SystemError) {
        do throws(SystemError) {
            switch try files.fileSystem.entry(files.absolute(path)).kind {
            case .folder: for name in try files.list(path) { try erase(below: "\(path)/\(name)") }
            case .file: if try belongs(path) { try eraseFile(path) }
            case .link where isNamed(path): try files.fileSystem.unlink(files.absolute(path))
            case .link, .other: break
            }
        } catch let error where error.number == ENOENT {
            // Gone since.
        } catch let error where error.number == EFBIG {
            // No file of this program is so large; a survey names it.
        } catch {
            unread = unread ?? error
        }
    }

    private func eraseFile(_ path: String) throws(SystemError) {
        try files.erase(path)
        try files.fileSystem.synchroniseFolder(files.absolute(DurableFiles.folder(of: path)))
    }

    private func isNamed(_ path: String) -> Bool { path.split(separator: "/").last?.hasPrefix(id) == true }

    private func belongs(_ path: String) throws(SystemError) -> Bool {
        if isNamed(path) { return true }
        let bytes = try files.read(path)
        // By the number in it, whatever it is called; of two matters of one talk the other may have the same story.
        if let other = Self.number(in: bytes) { return other == number }
        if case .success(let draft) = Self.document(Draft.self, bytes), draft.number == number { return true }
        return told.map(bytes.contains) ?? false
    }

    private static func number(in bytes: [UInt8]) -> ComplaintNumber? {
        guard bytes.first == UInt8(ascii: "{") else { return nil }
        if case .success(let record) = document(ComplaintRecord.self, bytes) { return record.number }
        if case .success(let contact) = document(ContactRecord.self, bytes) { return contact.number }
        return nil
    }

    private static func document<Document: StoredDocument>(
        _ type: Document.Type, _ bytes: [UInt8]
    ) -> Result<Document, DocumentProblem> {
        Result { () throws(DocumentProblem) in
            try DocumentCoding.read(type, from: bytes, isAsWritten: false)
        }
    }
}
