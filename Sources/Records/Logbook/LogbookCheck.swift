import DialogEngine

/// What is wrong with the chain of lines.
public enum LogbookProblem: Equatable, Sendable {
    /// Left half by a program that was stopped; what it told of was never acknowledged.
    case halfLine(LogPlace)
    /// No line that this program writes, though the chain goes on from it.
    case unreadable(LogPlace)
    /// The hash in the line behind it, or in the head, is of another line.
    case changed(LogPlace)
    /// Lines are missing before this one.
    case missing(before: LogPlace, count: Int)
    /// Lines are missing at the end: cut off, or lost with the power before they were acknowledged.
    case cutOff(after: LogPlace, count: Int)
    case unreadableFile(path: String, number: Int32)
    /// A folder or a symbolic link has the name of a file of the log book.
    case noFile(path: String)
}

/// A line, for a person who opens the file.
public struct LogPlace: Hashable, Sendable {
    public let path: String
    /// From 1 on.
    public let line: Int

    public init(path: String, line: Int) {
        self.path = path
        self.line = line
    }
}

/// One walk through the whole log book: is the chain whole, and which versions does it tell of.
struct LogbookCheck {
    private(set) var problems: [LogbookProblem] = []
    private(set) var count = 0
    /// What the last line that told of a version said of it.
    private(set) var versions: [VersionKey: LoggedVersion] = [:]
    /// Complaints of which a line says that they were erased.
    private(set) var erased: Set<String> = []
    /// The erasures of them that stand: that did not fail, and after which nobody went on with the complaint.
    private(set) var erasures: [String: LoggedErasure] = [:]
    /// Versions of which two lines tell different things, and nobody said since that this was seen.
    private(set) var reused: Set<VersionKey> = []
    /// Versions that went on from a file that was not as it was written, and nobody said since that this was seen.
    private(set) var builtOnChange: Set<VersionKey> = []
    /// All that once stood in a version that is told otherwise now: the starts of the SHA-256.
    private var formerly: [VersionKey: [UInt64]] = [:]
    /// What lines before the last one said of a version that came about.
    private var earlier: [VersionKey: [LoggedVersion]] = [:]
    /// Contacts, which have one file and no versions.
    private(set) var contacts: [String: LoggedContact] = [:]
    /// Breaks of the chain that somebody has seen, by the number of the line behind.
    private(set) var seenBreaks: Set<Int> = []

    private var last = (hash: LogLine.noPrevious, sequence: 0, place: LogPlace(path: "", line: 0))
    private var breaks: [(sequence: Int, problem: LogbookProblem)] = []

    /// A version of one complaint.
    struct VersionKey: Hashable {
        let subject: String
        let version: Int
    }

    struct LoggedVersion: Equatable {
        /// The start of its SHA-256: enough to see a change, and a million fit in memory.
        let hash: UInt64
        let cameAbout: Bool
        let isErasure: Bool
        let by: String
        let at: Timestamp
        /// It came about, and was damaged and put aside since: what it told is missed when nothing else tells it.
        var isAside = false
    }

    struct LoggedContact: Equatable {
        /// The starts of the SHA-256 of all that was written as this contact; empty when it did not come about.
        var hashes: [UInt64] = []
        /// Of the first line.
        let made: Act
        var erasure: Act?
    }

    /// What the line of an erasure said.
    struct LoggedErasure: Equatable {
        let version: Int
        let act: Act
    }

    /// The highest version that any line is about; 0 when there is none.
    func lastVersion(of number: ComplaintNumber) -> Int {
        let subject = number.description
        return versions.keys.lazy.filter { $0.subject == subject }.map(\.version).max() ?? 0
    }

    /// The day of the first line that is still told of a version: that of its receipt.
    func firstDay(of number: ComplaintNumber) -> Day? {
        let subject = number.description
        return versions.lazy.filter { $0.key.subject == subject }.min { $0.key.version < $1.key.version }?
            .value.at.day
    }

    /// Whether any line is about a version of this complaint.
    func names(_ number: ComplaintNumber) -> Bool {
        let subject = number.description
        return erased.contains(subject) || versions.keys.contains { $0.subject == subject }
    }

    /// Whether a file that is named after a complaint or contact is of one that was erased.
    func tellsErasure(ofNumberIn name: String) -> Bool {
        guard let number = name.split(separator: ".").first.flatMap({ ComplaintNumber($0) }) else {
            return false
        }
        let id = number.description
        return erasures[id] != nil || contacts[id]?.erasure != nil
    }

    /// Whether the file of this name has the content that was written.
    func tells(of bytes: [UInt8], _ name: String) -> Bool {
        guard let version = VersionedName(name),
            let logged = versions[VersionKey(subject: version.id, version: version.version)]
        else { return false }
        return logged.cameAbout && logged.hash == LoggedVersion.start(of: SHA256.hex(bytes))
    }

    /// The same for a contact too, which has no versions.
    func isKnown(_ bytes: [UInt8], _ name: String) -> Bool {
        if tells(of: bytes, name) { return true }
        guard name.hasSuffix(".json"), let hashes = contacts[String(name.dropLast(5))]?.hashes,
            let hash = LoggedVersion.start(of: SHA256.hex(bytes))
        else { return false }
        return hashes.contains(hash)
    }

    /// Whether the file of this name ever had this content.
    func everTold(of bytes: [UInt8], _ name: String) -> Bool {
        guard let version = VersionedName(name) else { return false }
        let key = VersionKey(subject: version.id, version: version.version)
        guard let hash = LoggedVersion.start(of: SHA256.hex(bytes)) else { return false }
        return versions[key]?.hash == hash || formerly[key]?.contains(hash) == true
    }

    /// Whether something else was written as the file of this name.
    func says(_ name: String, isNot bytes: [UInt8]) -> Bool {
        guard let version = VersionedName(name),
            let logged = versions[VersionKey(subject: version.id, version: version.version)], logged.cameAbout
        else { return false }
        return logged.hash != LoggedVersion.start(of: SHA256.hex(bytes))
    }

    init(_ logbook: Logbook) throws(SystemError) {
        // Before the lines: a writer that comes in between puts the head further on, never the lines back.
        let head = logbook.head()
        for name in try logbook.names() { read(logbook, name) }
        check(head)
        problems += breaks.filter { !seenBreaks.contains($0.sequence) }.map(\.problem)
    }

    private mutating func read(_ logbook: Logbook, _ name: String) {
        do throws(SystemError) {
            try logbook.forEachLine(of: name) { bytes, number, isWhole in
                let place = LogPlace(path: logbook.path(name), line: number)
                if isWhole || LogLine(bytes) != nil {
                    take(bytes, place)
                } else {
                    problems.append(.halfLine(place))
                }
            }
        } catch {
            problems.append(
                logbook.isOther(name)
                    ? .noFile(path: logbook.path(name))
                    : .unreadableFile(path: error.path, number: error.number))
        }
    }

    private mutating func take(_ bytes: ArraySlice<UInt8>, _ place: LogPlace) {
        count += 1
        let hash = SHA256.hex(bytes)
        guard let line = LogLine(bytes) else {
            // Closed off by the writer that came after: its own `vorige` tells whether it was so then.
            breaks.append(
                (last.sequence + 1, bytes.first == UInt8(ascii: "{") ? .halfLine(place) : .unreadable(place)))
            last.hash = hash
            last.place = place
            return
        }
        if line.sequence > last.sequence + 1 {
            breaks.append((line.sequence, .missing(before: place, count: line.sequence - last.sequence - 1)))
        } else if line.previous != last.hash || line.sequence != last.sequence + 1 {
            breaks.append((line.sequence, .changed(last.place.line == 0 ? place : last.place)))
        }
        last = (hash, line.sequence, place)
        note(line)
    }

    private mutating func note(_ line: LogLine) {
        if line.action == .repaired, line.subject == StoreLayout.logbook, let sequence = line.version {
            seenBreaks.insert(sequence)
        }
        guard let subject = line.subject else { return }
        guard let version = line.version else { return noteContact(line, subject) }
        let key = VersionKey(subject: subject, version: version)
        noteReuse(line, of: key)
        noteBasis(line, of: key)
        noteVersion(line, of: key)
        if line.action == .erased { erased.insert(subject) }
        noteErasure(line, of: subject, version)
    }

    private mutating func noteVersion(_ line: LogLine, of key: VersionKey) {
        let hash = line.sha256.flatMap(LoggedVersion.start)
        if let before = versions[key], before.cameAbout, before.hash != hash {
            formerly[key, default: []].append(before.hash)
        }
        switch line.action {
        case .failed:
            // What a line before it told of the same version is still told.
            let before = hash == versions[key]?.hash ? earlier[key]?.popLast() : nil
            versions[key] = before ?? LoggedVersion(gone: line, written: nil)
        case .setAside: versions[key] = LoggedVersion(gone: line, written: versions[key])
        default:
            guard let hash else { return }
            versions[key] = LoggedVersion(
                hash: hash, cameAbout: true, isErasure: line.action == .erased, by: line.by, at: line.at)
        }
    }

    private mutating func noteContact(_ line: LogLine, _ subject: String) {
        if line.action == .failed {
            _ = contacts[subject]?.hashes.popLast()
            return
        }
        guard let hash = line.sha256.flatMap(LoggedVersion.start) else { return }
        let act = Act(line)
        var contact = contacts[subject] ?? LoggedContact(made: act)
        if line.action == .erased { contact.erasure = act } else { contact.hashes.append(hash) }
        contacts[subject] = contact
    }

    /// A number that was used is free again only when its file was taken away, or never came.
    private mutating func noteReuse(_ line: LogLine, of key: VersionKey) {
        switch line.action {
        case .created, .appended, .repaired, .restored, .erased:
            if line.action == .repaired { reused.remove(key) }
            guard let before = versions[key], before.cameAbout,
                let hash = line.sha256.flatMap(LoggedVersion.start)
            else { return }
            earlier[key, default: []].append(before)
            // A talk that was stopped while it was being kept is kept under its number the next time.
            if line.action == .appended, hash != before.hash { reused.insert(key) }
        default: break
        }
    }

    /// A version goes on from one of those before it; what else it went on from, nobody here wrote.
    private mutating func noteBasis(_ line: LogLine, of key: VersionKey) {
        if line.action == .repaired { builtOnChange.remove(key) }
        guard let basis = line.basis.flatMap(LoggedVersion.start), key.version > 1 else { return }
        // Behind a few damaged ones, at most.
        let before = (max(1, key.version - 20)..<key.version).compactMap {
            versions[VersionKey(subject: key.subject, version: $0)]
        }
        guard before.contains(where: \.cameAbout), !before.contains(where: { $0.hash == basis }) else {
            return
        }
        builtOnChange.insert(key)
    }

    private mutating func noteErasure(_ line: LogLine, of subject: String, _ version: Int) {
        switch line.action {
        case .erased:
            erasures[subject] = LoggedErasure(
                version: version, act: Act(line))
        case .failed where erasures[subject]?.version == version: erasures[subject] = nil
        case .created, .appended:
            if let erasure = erasures[subject], version >= erasure.version { erasures[subject] = nil }
        default: break
        }
    }

    /// The line that comes next says the same for good, under the number that it will have.
    private mutating func check(_ head: LogHead?) {
        guard let head else { return }
        if head.sequence > last.sequence {
            breaks.append(
                (head.sequence + 1, .cutOff(after: last.place, count: head.sequence - last.sequence)))
        } else if head.sequence == last.sequence, head.hash != last.hash {
            breaks.append((head.sequence + 1, .changed(last.place)))
        }
    }

    /// The numbers by which whoever repairs says that these were seen.
    var unseenBreaks: [Int] { breaks.map(\.sequence).filter { !seenBreaks.contains($0) } }
}

extension Act {
    fileprivate init(_ line: LogLine) {
        self.init(by: line.by, role: line.role, at: line.at, reason: line.reason)
    }
}

extension ErasedRecord {
    /// As its line tells of it.
    init(_ number: ComplaintNumber, _ erasure: LogbookCheck.LoggedErasure) {
        self.init(
            uuid: nil, number: number, erasedAt: erasure.act.at, by: erasure.act.by, role: erasure.act.role,
            reason: erasure.act.reason ?? "")
    }
}

extension LogbookCheck.LoggedVersion {
    /// Of a version that never came, or was put aside.
    fileprivate init(gone line: LogLine, written: Self?) {
        hash = 0
        cameAbout = false
        isErasure = false
        by = written?.by ?? line.by
        at = written?.at ?? line.at
        isAside = written.map { ($0.cameAbout && !$0.isErasure) || $0.isAside } ?? false
    }

    /// The first sixteen digits, as a number.
    static func start(of sha256: String) -> UInt64? { UInt64(sha256.prefix(16), radix: 16) }
}

extension Logbook {
    /// Something else than a file has this name.
    fileprivate func isOther(_ name: String) -> Bool {
        do throws(SystemError) {
            return try files.fileSystem.entry(path(name)).kind != .file
        } catch {
            return false
        }
    }

    /// Calls for each line of a file, without its end; the number counts from 1.
    func forEachLine(
        of name: String, _ body: (_ line: ArraySlice<UInt8>, _ number: Int, _ isWhole: Bool) -> Void
    ) throws(SystemError) {
        let file = try files.fileSystem.openForReading(path(name))
        defer { files.fileSystem.close(file) }
        var rest: [UInt8] = []
        var place = 0
        var number = 0
        while true {
            let bytes = try files.fileSystem.read(file, from: place, count: 1 << 18)
            if bytes.isEmpty { break }
            place += bytes.count
            var start = rest.count
            rest += bytes
            var begin = 0
            while let end = rest[start...].firstIndex(of: UInt8(ascii: "\n")) {
                number += 1
                body(rest[begin..<end], number, true)
                begin = end + 1
                start = begin
            }
            rest.removeFirst(begin)
        }
        if !rest.isEmpty { body(rest[...], number + 1, false) }
    }
}
