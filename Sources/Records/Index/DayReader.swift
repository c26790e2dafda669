import DialogEngine
import Glibc

/// What a folder of a day brings into the index.
struct DayChange {
    let day: Day
    var records: [Entry] = []
    /// Numbers of which nothing stands here any more, also because they were erased.
    var gone: [String] = []
    /// Of these a file was passed over, or they are no names of records.
    var unread: Set<String> = []
    /// When the folder had changed last; zero when it must be looked at again.
    var changed = 0
    /// How many names of the folder were gone through.
    var names = 0
    /// There is no more of this day; `gone`, `unread` and `changed` are then filled in.
    var isLast = false

    struct Entry {
        let record: IndexedRecord
        let version: Int
        let stamp: Int
    }
}

/// What the index knows of a file.
struct KnownFile {
    let version: Int
    let stamp: Int
}

/// Reads the folders of days for the index; what the scanner does not know is read by the store.
struct DayReader {
    let store: Store
    /// Nanoseconds since 1970.
    let now: @Sendable () -> Int

    /// At most so many records are in memory at once.
    private static let batch = 400

    /// A folder that changed so shortly before it was read may change once more at the same moment, for the clock.
    static let grain = 2_000_000_000

    private struct Found {
        let id: String
        var versions: [Int]
        var inode: UInt64
    }

    /// - Parameters:
    ///   - known: What the index knows of this day, by number; only what is new or other is read.
    ///   - emit: Gets the change in parts.
    func read(
        _ day: Day, known: [String: KnownFile], _ emit: (DayChange) -> Void
    ) throws(SystemError) {
        let moment = now()
        let folder = try DayFolders(path: store.files.absolute(StoreLayout.records)).open(day)
        defer { folder.close() }
        let changed = folder.facts?.st_mtim.nanoseconds ?? 0
        var change = DayChange(day: day)
        var names = 0
        var (found, strange) = try list(folder)
        // In the order in which they lie on the disk.
        found.sort { $0.inode < $1.inode }
        var gone = Set(known.keys)
        var buffer = ReadBuffer()
        for one in found {
            gone.remove(one.id)
            names += one.versions.count
            if let known = known[one.id], known.version == one.versions[0],
                known.stamp == folder.facts(VersionedName(id: one.id, version: known.version).text)?.stamp
            {
                continue
            }
            switch outcome(one, folder, day, &buffer) {
            case .record(let entry, let isWhole):
                change.records.append(entry)
                if !isWhole { strange.insert(one.id) }
            case .erased: gone.insert(one.id)
            case .unreadable:
                gone.insert(one.id)
                strange.insert(one.id)
            }
            if change.records.count == Self.batch {
                change.names = names
                emit(change)
                change = DayChange(day: day)
                names = 0
            }
        }
        change.names = names
        change.gone = Array(gone)
        change.unread = strange
        change.changed = changed + Self.grain <= moment ? changed : 0
        change.isLast = true
        emit(change)
    }

    private func list(_ folder: OpenFolder) throws(SystemError) -> ([Found], strange: Set<String>) {
        var found: [Found] = []
        var places: [String: Int] = [:]
        var strange: Set<String> = []
        try folder.eachName { name, inode in
            guard let parsed = VersionedName(name), ComplaintNumber.Written(parsed.id) != nil else {
                strange.insert(name)
                return
            }
            guard let place = places.updateValue(found.count, forKey: parsed.id) else {
                found.append(Found(id: parsed.id, versions: [parsed.version], inode: inode))
                return
            }
            places[parsed.id] = place
            if parsed.version > found[place].versions[0] {
                found[place].inode = inode
                found[place].versions.insert(parsed.version, at: 0)
            } else {
                found[place].versions.append(parsed.version)
            }
        }
        for place in found.indices where found[place].versions.count > 2 {
            found[place].versions.sort(by: >)
        }
        return (found, strange)
    }

    private enum Outcome {
        case record(DayChange.Entry, isWhole: Bool)
        case erased, unreadable
    }

    private func outcome(
        _ one: Found, _ folder: OpenFolder, _ day: Day, _ buffer: inout ReadBuffer
    ) -> Outcome {
        let version = one.versions[0]
        let name = VersionedName(id: one.id, version: version).text
        if let stamp = buffer.read(name, in: folder), let record = RecordScanner.scan(buffer.bytes),
            record.number.text == one.id
        {
            return .record(.init(record: record, version: version, stamp: stamp), isWhole: true)
        }
        return decoded(one, folder, day)
    }

    private func decoded(_ one: Found, _ folder: OpenFolder, _ day: Day) -> Outcome {
        guard let number = ComplaintNumber(one.id) else { return .unreadable }
        let place = FoundRecord(
            number: number, folder: StoreLayout.folder(StoreLayout.records, day), versions: one.versions)
        let stored: StoredRecord
        switch store.readNewest(place) {
        case .success(let good): stored = good
        case .failure(let failure): return failure.erased == nil ? .unreadable : .erased
        }
        let name = VersionedName(id: one.id, version: stored.version).text
        let entry = DayChange.Entry(
            record: IndexedRecord(stored.record), version: stored.version,
            stamp: folder.facts(name)?.stamp ?? 0)
        return .record(entry, isWhole: stored.damaged.isEmpty)
    }
}

/// One piece of memory for all files, in turn.
private struct ReadBuffer: ~Copyable {
    private var room = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
    private var count = 0

    init() {}

    deinit { room.deallocate() }

    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: room[..<count]) }

    /// - Returns: The stamp of the file; nil when it is not there, no ordinary file, or longer than a record ever is.
    mutating func read(_ name: String, in folder: OpenFolder) -> Int? {
        count = 0
        let file = openat(folder.descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var facts = stat()
        guard fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, facts.st_size < room.count else {
            return nil
        }
        while count < room.count {
            let got = Glibc.read(file, room.baseAddress! + count, room.count - count)
            if got < 0 && errno == EINTR { continue }
            guard got >= 0 else { return nil }
            if got == 0 || count + got >= facts.st_size {
                count += got
                break
            }
            count += got
        }
        return facts.stamp
    }
}
