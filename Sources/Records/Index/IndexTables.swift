import DialogEngine
import FoundationEssentials
import GRDB

/// The tables of the index within one transaction.
struct IndexTables {
    private let database: Database

    init(_ database: Database) { self.database = database }

    // MARK: Folders and files

    /// When the folder of each day had changed last as far as it was read; zero for what must be looked at again.
    func folders() throws -> [Int: Int] {
        var folders: [Int: Int] = [:]
        let rows = try Row.fetchCursor(
            database.cachedStatement(sql: "SELECT changed, year FROM folders"))
        while let row = try rows.next() {
            let first = try YearOfFolders.firstDay(of: row.integer(1, in: 1...9999))
            let year = try row.withUnsafeData(atIndex: 0) { YearOfFolders($0) }
            for (place, changed) in year.changed.enumerated() where changed != YearOfFolders.none {
                folders[first + place] = changed
            }
        }
        return folders
    }

    /// - Parameter changed: nil when it is there no more.
    func setFolder(_ day: Day, changed: Int?) throws {
        let row = try row("SELECT changed FROM folders WHERE year = ?", [day.year])
        var year = try row?.withUnsafeData(atIndex: 0) { YearOfFolders($0) } ?? YearOfFolders(nil)
        year.changed[day.ordinal - YearOfFolders.firstDay(of: day.year)] = changed ?? YearOfFolders.none
        try run("INSERT OR REPLACE INTO folders VALUES (?, ?)", [day.year, year.data])
    }

    func known(_ day: Day) throws -> [String: KnownFile] {
        var known: [String: KnownFile] = [:]
        let statement = try database.cachedStatement(
            sql: "SELECT number, version, stamp FROM record WHERE day = ?")
        let rows = try Row.fetchCursor(statement, arguments: [day.ordinal])
        while let row = try rows.next() {
            known[try row.text(0)] = KnownFile(
                version: try row.integer(1), stamp: try row.integer(2))
        }
        return known
    }

    /// Of which a file was passed over, by day; also names that are none of a record.
    func unread() throws -> [Day: Set<String>] {
        var unread: [Day: Set<String>] = [:]
        let rows = try Row.fetchCursor(
            database.cachedStatement(sql: "SELECT day, name FROM unread"))
        while let row = try rows.next() { unread[try row.day(0), default: []].insert(try row.text(1)) }
        return unread
    }

    /// Of the store, when this was made or something was last forgotten.
    func epoch() throws -> Int { try row("SELECT epoch FROM state", [])?.integer(0) ?? 0 }

    // MARK: Finding

    struct Candidate {
        let number: String
        let day: Day
        let version: Int
        fileprivate let place: Int
    }

    /// The newest records that may be meant, newest first.
    ///
    /// - Parameters:
    ///   - most: Nobody needs more than so many.
    ///   - days: Others are passed over.
    func candidates(_ expression: String?, atMost most: Int, days: (Day) -> Bool) throws -> [Candidate] {
        var all: [Candidate] = []
        let quarters = try Row.fetchAll(database, sql: "SELECT id, disorder FROM quarter ORDER BY id DESC")
        for quarter in quarters where all.count < most {
            all += try candidates(
                expression, in: quarter.integer(0, in: Self.quarters), disorder: quarter.place(1),
                atMost: most - all.count, days: days)
        }
        return all
    }

    /// Goes from the last that came to the first, which is nearly the order of receipt, and stops when no other can be
    /// among the newest.
    private func candidates(
        _ expression: String?, in quarter: Int, disorder: Int, atMost most: Int, days: (Day) -> Bool
    ) throws -> [Candidate] {
        let ids = try ids(expression, in: quarter)
        let record = try database.cachedStatement(
            sql: "SELECT number, day, version, place FROM record WHERE id = ?")
        var found: [Candidate] = []
        // The places of the newest so far, newest first.
        var newest: [Int] = []
        while let id = try ids.next() {
            guard let row = try Row.fetchOne(record, arguments: [quarter << 32 | Int(id & 0xFFFF_FFFF)])
            else {
                continue
            }
            let one = Candidate(
                number: try row.text(0), day: try row.day(1), version: try row.integer(2, in: 1...(.max)),
                place: try row.place(3))
            if newest.count == most, let last = newest.last, one.place + disorder < last { break }
            guard days(one.day) else { continue }
            found.append(one)
            guard newest.count < most || one.place > newest.last ?? .min else { continue }
            let at = newest.firstIndex { $0 < one.place } ?? newest.endIndex
            newest.insert(one.place, at: at)
            if newest.count > most { newest.removeLast() }
        }
        return Array(found.sorted { ($0.place, $0.number) > ($1.place, $1.number) }.prefix(most))
    }

    private func ids(_ expression: String?, in quarter: Int) throws -> some Cursor<Int64> {
        guard let expression else {
            return try Int64.fetchCursor(
                database.cachedStatement(
                    sql: "SELECT id & 0xFFFFFFFF FROM record WHERE id BETWEEN ? AND ? ORDER BY id DESC"),
                arguments: [quarter << 32, quarter << 32 | 0xFFFF_FFFF])
        }
        let words = Self.words(quarter)
        return try Int64.fetchCursor(
            database.cachedStatement(
                sql: "SELECT rowid FROM \(words) WHERE \(words) MATCH ? ORDER BY rowid DESC"),
            arguments: [expression])
    }

    // MARK: Forgetting

    /// - Returns: false when words of it may stay behind: it stood here with another text, now or before.
    func forget(_ number: String, _ text: SearchText?, epoch: Int) throws -> Bool {
        guard try row("SELECT hasRemains FROM state", [])?.integer(0) == 0 else { return false }
        let rows = try Row.fetchAll(
            database, sql: "SELECT id, day, words FROM record WHERE number = ?", arguments: [number])
        guard try rows.allSatisfy({ try $0.integer(2) == text?.fingerprint }) else { return false }
        for row in rows {
            guard let text else { continue }
            let id = try row.integer(0)
            let day = try row.day(1)
            let words = Self.words(Quarter(day).ordinal)
            try run(
                "INSERT INTO \(words)(\(words), rowid, words) VALUES ('delete', ?, ?)",
                [id & 0xFFFF_FFFF, String(decoding: text.bytes, as: UTF8.self)])
            // Only then the words are taken out of what was written before.
            try run("INSERT INTO \(words)(\(words)) VALUES ('optimize')", [])
            try run("DELETE FROM record WHERE id = ?", [id])
            try setCells(try cells(day).filter { !$0.isOf(id) }, day)
            try setFolder(day, changed: 0)
        }
        try run("DELETE FROM unread WHERE name LIKE ?", [number + "%"])
        try run("UPDATE state SET epoch = max(epoch, ?)", [epoch])
        return true
    }

    // MARK: Changing

    func apply(_ change: DayChange, _ codes: inout CodeBook) throws {
        var cells = try self.cells(change.day)
        for number in change.gone {
            if let old = try remove(number, on: change.day) { cells.removeAll { $0.isOf(old) } }
        }
        for entry in change.records.sorted(by: { $0.record.receivedAt < $1.record.receivedAt }) {
            let (id, old) = try put(entry, on: change.day)
            if let old { cells.removeAll { $0.isOf(old) } }
            cells += try CountCell.cells(of: entry.record, id: id) { try code($0, &codes) }
        }
        if !change.gone.isEmpty || !change.records.isEmpty { try setCells(cells, change.day) }
        guard change.isLast else { return }
        try run("DELETE FROM unread WHERE day = ?", [change.day.ordinal])
        for name in change.unread {
            try run("INSERT OR IGNORE INTO unread VALUES (?, ?)", [change.day.ordinal, name])
        }
        try setFolder(change.day, changed: change.changed)
    }

    /// A folder that is there no more.
    func forgetFolder(_ day: Day) throws {
        for number in try known(day).keys { _ = try remove(number, on: day) }
        for table in ["cells", "unread"] {
            try run("DELETE FROM \(table) WHERE day = ?", [day.ordinal])
        }
        try setFolder(day, changed: nil)
    }

    /// - Returns: The id under which it now stands, and the one under which it stood.
    private func put(_ entry: DayChange.Entry, on day: Day) throws -> (id: Int, old: Int?) {
        let record = entry.record
        let place = Self.place(day, record.receivedAt)
        let text = record.text
        let words = text.fingerprint
        let old = try row(
            "SELECT id, words, place FROM record WHERE day = ? AND number = ?",
            [day.ordinal, record.number.text])
        if let old, try old.integer(1) == words, try old.integer(2) == place {
            let id = try old.integer(0)
            try run(
                "UPDATE record SET version = ?, stamp = ? WHERE id = ?", [entry.version, entry.stamp, id])
            return (id, id)
        }
        let before = old == nil ? nil : try remove(record.number.text, on: day)
        let quarter = Quarter(day).ordinal
        let id = quarter << 32 | (try next(in: quarter, place))
        try run(
            "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?)",
            [id, record.number.text, day.ordinal, entry.version, entry.stamp, place, words])
        try run(
            "INSERT INTO \(Self.words(quarter)) (rowid, words) VALUES (?, ?)",
            [id & 0xFFFF_FFFF, String(decoding: text.bytes, as: UTF8.self)])
        return (id, before)
    }

    /// Its words stay behind where nobody looks, until the file is made anew or the record is forgotten.
    private func remove(_ number: String, on day: Day) throws -> Int? {
        let row = try row(
            "DELETE FROM record WHERE day = ? AND number = ? RETURNING id", [day.ordinal, number])
        guard let row else { return nil }
        try run("UPDATE state SET hasRemains = 1", [])
        return try row.integer(0)
    }

    /// The next place in a quarter, whose words are laid out when it is the first.
    private func next(in quarter: Int, _ place: Int) throws -> Int {
        guard let row = try row("SELECT next, latest, disorder FROM quarter WHERE id = ?", [quarter]) else {
            try database.execute(
                sql: """
                    CREATE VIRTUAL TABLE \(Self.words(quarter))
                    USING fts5(words, content='', detail=none, columnsize=0, tokenize='ascii')
                    """)
            try run(
                "INSERT INTO \(Self.words(quarter))(\(Self.words(quarter)), rank) VALUES ('hashsize', ?)",
                [8 << 20])
            try run("INSERT INTO quarter VALUES (?, 2, ?, 0)", [quarter, place])
            return 1
        }
        let (next, latest, disorder) = try (
            row.integer(0, in: 1...0xFFFF_FFFF), row.place(1), row.place(2)
        )
        try run(
            "UPDATE quarter SET next = ?, latest = ?, disorder = ? WHERE id = ?",
            [next + 1, max(latest, place), max(disorder, latest - place), quarter])
        return next
    }

    /// Where a record stands among all: records of a later day always stand later.
    static func place(_ day: Day, _ receivedAt: Int) -> Int {
        day.ordinal << 36 | min(max(receivedAt, 0), 1 << 36 - 1)
    }

    /// Of the years 1 to 9999.
    static let days = -719_162...2_932_896
    private static let quarters = 4...39_999

    static func words(_ quarter: Int) -> String { "words\(quarter)" }

    // MARK: Counting

    private func cells(_ day: Day) throws -> [CountCell] {
        let row = try row("SELECT cells FROM cells WHERE day = ?", [day.ordinal])
        var cells: [CountCell] = []
        try row?.withUnsafeData(atIndex: 0) { Self.copy($0, to: &cells) }
        return cells
    }

    // SQLite hands them out at any address.
    private static func copy(_ data: Data?, to cells: inout [CountCell]) {
        cells.removeAll(keepingCapacity: true)
        data?.withUnsafeBytes { bytes in
            let size = MemoryLayout<CountCell>.stride
            for at in stride(from: 0, through: bytes.count - size, by: size) {
                cells.append(bytes.loadUnaligned(fromByteOffset: at, as: CountCell.self))
            }
        }
    }

    private func setCells(_ cells: [CountCell], _ day: Day) throws {
        try run(
            "INSERT OR REPLACE INTO cells VALUES (?, ?)",
            [day.ordinal, cells.withUnsafeBytes { Data($0) }])
    }

    func counts(without days: Set<Day>) throws -> [CountedBy: Int] {
        // As one number each: a million are felt.
        var counts: [UInt64: Int] = [:]
        var cells: [CountCell] = []
        let rows = try Row.fetchCursor(database.cachedStatement(sql: "SELECT cells, day FROM cells"))
        while let row = try rows.next() {
            if !days.isEmpty, days.contains(try row.day(1)) { continue }
            try row.withUnsafeData(atIndex: 0) { Self.copy($0, to: &cells) }
            for cell in cells { counts[cell.counted, default: 0] += 1 }
        }
        let codes = try codes()
        return Dictionary(
            counts.map { (CountCell.words($0, codes), $1) }, uniquingKeysWith: +)
    }

    private func codes() throws -> [Int: String] {
        var codes: [Int: String] = [:]
        let rows = try Row.fetchCursor(database.cachedStatement(sql: "SELECT id, text FROM code"))
        while let row = try rows.next() { codes[try row.integer(0)] = try row.text(1) }
        return codes
    }

    private func code(_ text: String, _ book: inout CodeBook) throws -> UInt16 {
        if let code = book.codes[text] { return code }
        try run("INSERT OR IGNORE INTO code (text) VALUES (?)", [text])
        let row = try row("SELECT id FROM code WHERE text = ?", [text])
        guard let row, let code = UInt16(exactly: try row.integer(0)) else { throw TooManyCodes() }
        book.codes[text] = code
        return code
    }

    // MARK: Statements

    private func run(_ sql: String, _ arguments: StatementArguments) throws {
        let statement = try database.cachedStatement(sql: sql)
        try statement.execute(arguments: arguments)
    }

    private func row(_ sql: String, _ arguments: StatementArguments) throws -> Row? {
        try Row.fetchOne(database.cachedStatement(sql: sql), arguments: arguments)
    }
}

/// The codes that are known to stand in a file, so as not to ask again.
struct CodeBook {
    fileprivate var codes: [String: UInt16] = [:]
}

/// More kinds, topics and partners than a store ever has.
struct TooManyCodes: Error {}
