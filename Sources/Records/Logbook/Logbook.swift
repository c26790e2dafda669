import DialogEngine
import Synchronization

/// The log book of a store, `logboek/2026-11.jsonl`: one chain of lines through all its files, in which every line
/// holds the hash of the one before.
///
/// A line is on the disk before what it tells is done. So each version of a complaint has its line, and a line
/// without its version tells of a write that did not come to an end, or of a file that somebody took away.
final class Logbook: Sendable {
    let files: DurableFiles
    /// Files of which we know that their names are on the disk.
    private let durable = Mutex<Set<String>>([])

    init(_ files: DurableFiles) {
        self.files = files
    }

    private var fileSystem: any FileSystem { files.fileSystem }

    /// Adds a line. When this returns, it survives a power cut.
    func add(
        _ act: Act, _ action: LogLine.Action, subject: String? = nil, version: Int? = nil,
        sha256: String? = nil, basis: String? = nil
    ) throws(SystemError) {
        let lock = try files.waitForLock(StoreLayout.logbookLock, byte: 0)
        defer { lock.release() }
        let (name, before) = try place(for: act.at.day)
        let file = try fileSystem.openForAppending(path(name))
        defer { fileSystem.close(file) }
        if before != name { try files.share(file) }
        let size = try fileSystem.facts(of: file).size
        var tail = try Self.tail(of: file, size: size, fileSystem)
        if size == 0, let before { tail = try self.tail(of: before) }
        // What the chain should end with and does not, the next line says for good: it goes on from there.
        if let head = LogHead(try fileSystem.read(lock.file, from: 0, count: LogHead.size)),
            head.sequence >= tail.sequence, head.hash != tail.hash, tail.isWhole
        {
            tail.sequence = head.sequence
            tail.hash = head.hash
        }

        let line = LogLine(
            sequence: tail.sequence + 1, act, action, subject: subject, version: version, sha256: sha256,
            basis: basis, previous: tail.hash)
        // What a writer that was killed left half is closed off, and stays: it was never acknowledged.
        let start: [UInt8] = size > 0 && !tail.isWhole ? [UInt8(ascii: "\n")] : []
        let bytes = line.bytes
        let written = start + bytes + [UInt8(ascii: "\n")]
        try fileSystem.write(written, to: file, at: size)
        try fileSystem.write(
            LogHead(sequence: line.sequence, hash: SHA256.hex(bytes)).bytes, to: lock.file, at: 0)
        // Others may go on: their lines come behind this one, and their sync takes it along.
        lock.release()
        try synchronise(file, name, written, at: size)
    }

    private func synchronise(
        _ file: OpenFile, _ name: String, _ written: [UInt8], at place: Int
    ) throws(SystemError) {
        do throws(SystemError) {
            try fileSystem.synchroniseContent(of: file)
        } catch {
            // The system may now believe that it is written: only what is written anew is tried again.
            try fileSystem.write(written, to: file, at: place)
            try fileSystem.synchroniseContent(of: file)
        }
        // The program that made the file may not have come to this.
        guard !durable.withLock({ $0.contains(name) }) else { return }
        try fileSystem.synchronise(file)
        try fileSystem.synchroniseFolder(files.absolute(StoreLayout.logbook))
        durable.withLock { _ = $0.insert(name) }
    }

    // MARK: Where the next line comes

    /// The file of this month, or a newer one when the clock went back; and the newest that is there.
    private func place(for day: Day) throws(SystemError) -> (name: String, before: String?) {
        let newest = try names().last
        let ofMonth = "\(day.iso.prefix(7)).jsonl"
        return (max(newest ?? ofMonth, ofMonth), newest)
    }

    /// In the order of the chain.
    func names() throws(SystemError) -> [String] {
        try files.list(StoreLayout.logbook).filter(Self.isFile)
    }

    /// `2026-11.jsonl`
    static func isFile(_ name: String) -> Bool { name.hasSuffix(".jsonl") && name.utf8.count == 13 }

    func path(_ name: String) -> String { files.absolute("\(StoreLayout.logbook)/\(name)") }

    /// The end of the chain: what the next line goes on from.
    struct Tail {
        /// Of the last line that can be read; 0 when there is none.
        var sequence = 0
        /// Of the last line, whatever it holds.
        var hash = LogLine.noPrevious
        var isWhole = true
    }

    private func tail(of name: String) throws(SystemError) -> Tail {
        let file = try fileSystem.openForReading(path(name))
        defer { fileSystem.close(file) }
        return try Self.tail(of: file, size: fileSystem.facts(of: file).size, fileSystem)
    }

    private static func tail(
        of file: OpenFile, size: Int, _ fileSystem: any FileSystem
    ) throws(SystemError) -> Tail {
        var reach = 1024
        while true {
            let from = max(0, size - reach)
            let bytes = try fileSystem.read(file, from: from, count: size - from)
            if let tail = tail(bytes, isAll: from == 0) { return tail }
            reach *= 8
        }
    }

    /// nil when the last line that can be read begins before these bytes.
    private static func tail(_ bytes: [UInt8], isAll: Bool) -> Tail? {
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true)
        // The first of them may be the end of a longer one.
        if !isAll { lines = Array(lines.dropFirst()) }
        guard let last = lines.last else { return isAll ? Tail() : nil }
        let readable = lines.reversed().lazy.compactMap { LogLine.sequence(in: $0) }.first
        guard let sequence = readable ?? (isAll ? 0 : nil) else { return nil }
        return Tail(
            sequence: sequence, hash: SHA256.hex(last), isWhole: bytes.last == UInt8(ascii: "\n"))
    }

    /// The last days on which there are lines: two, or fewer when there are no more.
    func lastDays() throws(SystemError) -> Set<Day> {
        var days: Set<Day> = []
        for name in try names().reversed() {
            let file = try fileSystem.openForReading(path(name))
            defer { fileSystem.close(file) }
            let size = try fileSystem.facts(of: file).size
            var reach = 1 << 14
            while days.count < 2 {
                let start = max(0, size - reach)
                let bytes = try fileSystem.read(file, from: start, count: size - start)
                for line in bytes.split(separator: UInt8(ascii: "\n")).reversed() where days.count < 2 {
                    if let line = LogLine(line) { days.insert(line.at.day) }
                }
                if start == 0 { break }
                reach *= 8
            }
            if days.count > 1 { break }
        }
        return days
    }

    // MARK: The head

    /// What the chain should end with, as the last writer left it; nil when there is none that can be read.
    func head() -> LogHead? {
        do throws(SystemError) {
            return LogHead(try files.read(StoreLayout.logbookLock))
        } catch {
            return nil
        }
    }
}

/// Number and hash of the last line, kept beside the log book so that a tail that was cut off is missed.
///
/// Not synchronised: after a power cut it may tell of a line that was never acknowledged, or be behind.
struct LogHead: Equatable {
    let sequence: Int
    let hash: String

    init(sequence: Int, hash: String) {
        self.sequence = sequence
        self.hash = hash
    }

    init?(_ bytes: [UInt8]) {
        let words = String(decoding: bytes, as: UTF8.self).split(separator: " ")
        guard words.count == 2, let sequence = Int(words[0]), words[1].utf8.count == 65 else { return nil }
        self.init(sequence: sequence, hash: String(words[1].dropLast()))
    }

    static let size = 78

    /// Always as long, so that a later one covers it.
    var bytes: [UInt8] {
        let digits = String(sequence)
        return Array(
            (String(repeating: "0", count: max(0, 12 - digits.utf8.count)) + digits + " \(hash)\n").utf8)
    }
}
