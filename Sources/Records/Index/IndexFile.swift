import DialogEngine
import GRDB

/// One file of the index, open: what records are found and counted by, in SQLite.
///
/// Holds no text that can be read back in order, only which words stand in which record.
final class IndexFile {
    let path: String
    private let purpose: Purpose
    private var queue: DatabaseQueue

    /// Another form is another number; a file with another one is made anew.
    static let format = 3

    enum Purpose {
        /// A new file that nobody else knows of: half of it is nothing.
        case making
        case using
    }

    init(path: String, _ purpose: Purpose) throws {
        self.path = path
        self.purpose = purpose
        queue = try Self.open(path, purpose)
        switch purpose {
        case .making: try queue.inDatabase { try $0.execute(sql: Self.tables) }
        case .using: break
        }
    }

    private static func open(_ path: String, _ purpose: Purpose) throws -> DatabaseQueue {
        var configuration = Configuration()
        // A desk does not wait for another longer than a person notices.
        configuration.busyMode = .timeout(0.15)
        configuration.maximumReaderCount = 1
        configuration.observesSuspensionNotifications = false
        configuration.prepareDatabase { database in
            try database.execute(sql: settings(purpose))
        }
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    /// Lets go of the memory that SQLite holds for each quarter whose words were written.
    func reopen() throws {
        try queue.close()
        queue = try Self.open(path, purpose)
    }

    /// WAL with NORMAL loses at most the last changes in a power cut, and then the times of their folders with them;
    /// the file itself stays whole.
    private static func settings(_ purpose: Purpose) -> String {
        """
        PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;
        PRAGMA temp_store = MEMORY; PRAGMA cache_size = -4000; PRAGMA mmap_size = 0;
        \(purpose == .making ? "PRAGMA journal_mode = OFF;" : "")
        PRAGMA synchronous = \(purpose == .making ? "OFF" : "NORMAL");
        """
    }

    // The id of a record is its quarter and, in the order in which records came, its place in the words of that
    // quarter. `place` is where it stands among all: its day, then the moment of receipt.
    private static let tables = """
        PRAGMA user_version = \(format);
        CREATE TABLE state (id INTEGER PRIMARY KEY CHECK (id = 1), epoch INTEGER NOT NULL,
            isWhole INTEGER NOT NULL, hasRemains INTEGER NOT NULL);
        CREATE TABLE folders (year INTEGER PRIMARY KEY, changed BLOB NOT NULL);
        CREATE TABLE record (id INTEGER PRIMARY KEY, number TEXT NOT NULL, day INTEGER NOT NULL,
            version INTEGER NOT NULL, stamp INTEGER NOT NULL, place INTEGER NOT NULL, words INTEGER NOT NULL);
        CREATE UNIQUE INDEX recordPlace ON record (day, number);
        CREATE TABLE quarter (id INTEGER PRIMARY KEY, next INTEGER NOT NULL, latest INTEGER NOT NULL,
            disorder INTEGER NOT NULL);
        CREATE TABLE cells (day INTEGER PRIMARY KEY, cells BLOB NOT NULL);
        CREATE TABLE code (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
        CREATE TABLE unread (day INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (day, name)) WITHOUT ROWID;
        INSERT INTO state VALUES (1, 0, 0, 0);
        """

    func close() throws { try queue.close() }

    // MARK: Using it

    func read<Value>(_ work: (IndexTables) throws -> Value) throws -> Value {
        try queue.inDatabase { database in
            var value: Value?
            try database.inTransaction(.deferred) {
                value = try work(IndexTables(database))
                return .commit
            }
            return value!
        }
    }

    func write<Value>(_ work: (IndexTables) throws -> Value) throws -> Value {
        try queue.inDatabase { database in
            var value: Value?
            try database.inTransaction(.immediate) {
                value = try work(IndexTables(database))
                return .commit
            }
            return value!
        }
    }

    /// The folders of these days are read again at the next search. When another desk is writing now, whoever finds it
    /// out next says so again.
    func lookAgain(at days: Set<Day>) throws {
        if days.isEmpty { return }
        do {
            try write { tables in
                for day in days { try tables.setFolder(day, changed: 0) }
            }
        } catch let error as DatabaseError where error.isBusy {
            return
        }
    }

    /// Whether it has the form and the content of an index of this epoch or a later one.
    func isGood(epoch: Int) throws -> Bool {
        try queue.inDatabase { database in
            guard try Int.fetchOne(database, sql: "PRAGMA user_version") == Self.format,
                try String.fetchOne(database, sql: "PRAGMA journal_mode") == "wal"
            else { return false }
            let state = try Row.fetchOne(database, sql: "SELECT epoch, isWhole FROM state")
            guard let state else { return false }
            return try state.integer(0) >= epoch && state.integer(1) == 1
        }
    }

    /// Empties what SQLite keeps beside the file, so that what was erased is nowhere.
    ///
    /// - Returns: false when another program stood in the way.
    func emptyLog() throws -> Bool {
        try queue.inDatabase { database in
            let row = try Row.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
            return try row?.integer(0) == 0
        }
    }

    /// Looks through all of it; for tests and for who looks after a store.
    func isSound() throws -> Bool {
        try queue.inDatabase { database in
            guard try String.fetchOne(database, sql: "PRAGMA integrity_check") == "ok" else { return false }
            for quarter in try Int.fetchAll(database, sql: "SELECT id FROM quarter") {
                let words = IndexTables.words(quarter)
                try database.execute(sql: "INSERT INTO \(words)(\(words)) VALUES ('integrity-check')")
            }
            return true
        }
    }

    /// From a file that is being made to one that is used: on the disk, and marked as whole.
    func finish(epoch: Int) throws {
        try queue.inDatabase { database in
            try database.execute(
                sql: "UPDATE state SET epoch = ?, isWhole = 1", arguments: [epoch])
            try database.execute(sql: "PRAGMA journal_mode = WAL")
        }
        try queue.close()
    }
}

extension DatabaseError {
    /// Another program is writing.
    var isBusy: Bool { [.SQLITE_BUSY, .SQLITE_LOCKED].contains(resultCode.primaryResultCode) }

    /// Another try would go wrong in the same way, for the content of the file is no good.
    var isDamage: Bool {
        switch resultCode.primaryResultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_READONLY, .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_CANTOPEN,
            .SQLITE_PERM, .SQLITE_NOMEM, .SQLITE_INTERRUPT:
            // A file that is shorter than it says gives this one.
            extendedResultCode == .SQLITE_IOERR_SHORT_READ
        default: true
        }
    }
}
