import DialogEngine

/// Where things lie below the folder of a store.
enum StoreLayout {
    static let records = "klachten"
    static let contacts = "contacten"
    static let counts = "tellingen"
    static let drafts = "concepten"
    static let aside = "opzij"
    static let locks = "sloten"
    static let examples = "voorbeelden"
    /// Complaints that a kiosk sealed, so that only the gemeente can open them.
    static let seals = "zegels"
    static let logbook = "logboek"
    /// The hashes of a copy.
    static let hashes = "kopie.sha256"
    /// `H26-….gewist.json` stays where a contact was.
    static let erasedContactEnd = ".gewist.json"
    static let index = "zoekindex"
    /// In a copy only: what stood in it before under a name that another content came under.
    static let earlier = "eerder"

    static let folders = [
        records, contacts, counts, drafts, seals, logbook, aside, locks, DurableFiles.temporaryFolder,
    ]

    /// The format that this program writes; it reads the ones before it. In format 1 there was no log book.
    static let format = 2

    /// One file, on which each record locks the byte of its own number: nothing to make or tidy per record.
    static let recordLocks = "\(locks)/klachten"
    static let draftLocks = "\(locks)/concepten"
    /// Held while a line is added; holds what the last line should be.
    static let logbookLock = "\(locks)/logboek"
    /// Held in a copy while it is made.
    static let copyLock = "\(locks)/kopie"
    static let markLock = "\(locks)/merken"
    static let lockFiles = [recordLocks, draftLocks, logbookLock, copyLock, markLock]

    /// `klachten/2026/11/23`.
    static func folder(_ top: String, _ day: Day) -> String { "\(top)/\(dated(day))" }

    /// `2026/11/23`.
    static func dated(_ day: Day) -> String { day.iso.replacing(dashesWith: "/") }

    /// The day of `2026/11/23`.
    static func day(year: String, month: String, day: String) -> Day? { Day(iso: "\(year)-\(month)-\(day)") }
}

/// The name of a file that holds one version of something: `<id>.<version>.json`.
struct VersionedName: Hashable {
    let id: String
    let version: Int

    init(id: String, version: Int) {
        self.id = id
        self.version = version
    }

    /// - Returns: nil when the file is named otherwise.
    init?(_ name: String) {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[2] == "json", !parts[0].isEmpty, let version = Int(parts[1]),
            Self.versions.contains(version), String(version) == parts[1]
        else { return nil }
        self.id = String(parts[0])
        self.version = version
    }

    /// Nothing is changed so often; a higher number was typed by somebody, and there would be none above it.
    private static let versions = 1...999_999_999

    var text: String { "\(id).\(version).json" }
}

extension String {
    fileprivate func replacing(dashesWith separator: String) -> String {
        split(separator: "-").joined(separator: separator)
    }
}

extension DurableFiles {
    /// The days below a folder for which there is a folder, newest first; other names are passed over.
    func days(in top: String, from: Day? = nil, through: Day? = nil) throws(SystemError) -> [Day] {
        var days: [Day] = []
        // The top folder is always there: without it the disk is gone, which is not the same as an empty
        // store.
        for year in try fileSystem.list(absolute(top)).reversed() where Int(year) != nil {
            if let from, year < from.iso.prefix(4) { continue }
            if let through, year > through.iso.prefix(4) { continue }
            for month in try list("\(top)/\(year)").reversed() where Int(month) != nil {
                for dayName in try list("\(top)/\(year)/\(month)").reversed() {
                    guard let day = StoreLayout.day(year: year, month: month, day: dayName) else { continue }
                    if let from, day < from { continue }
                    if let through, day > through { continue }
                    days.append(day)
                }
            }
        }
        return days
    }
}
