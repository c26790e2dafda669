import Records
import Synchronization

/// A disk in memory that remembers, in order, all that changed on it and all that was waited for.
///
/// `PowerCut` makes of that what may be left after a power cut; `SystemCalls` is the seam of the store. Paths
/// are absolute.
final class MemoryDisk: Sendable {
    /// One file or folder, as long as it lives; never the same for two.
    typealias Serial = Int

    /// What changed, or was waited for.
    enum Event {
        /// The number is the place of the file in the table of the disk, which is used again for another once
        /// it is free.
        case made(Serial, number: Int, isFolder: Bool)
        case wrote(Serial, at: Int, [UInt8])
        /// Nil takes the name away.
        case named(Serial?, String, in: Serial)
        /// Whether anything has a name for it.
        case lives(Serial, Bool)
        /// It is there to hold locks on; what stands in it does not matter to a desk.
        case holdsLocks(Serial)
        case contentSynchronised(Serial)
        case fileSynchronised(Serial)
        case folderSynchronised(Serial)
        case allSynchronised
    }

    struct File {
        let number: Int
        var bytes: [UInt8] = []
        /// Of a folder; nil for a file.
        var names: [String: Serial]?
        var links = 0
        var opened = 0
        var mode: UInt32 = 0o600
    }

    struct Content {
        var files: [Serial: File] = [:]
        var descriptors: [Int32: Serial] = [:]
        /// Which open file holds which byte of which file.
        var locks: [Int32: (serial: Serial, byte: UInt64)] = [:]
        var nextSerial = 1
        var nextDescriptor: Int32 = 100
        var freeNumbers: [Int] = []
        var nextNumber = 1
        var log: [Event] = []
        /// Files whose place in the table of the disk is no good: a name, and nothing behind it.
        var unreadable: Set<Serial> = []
        /// What every file says of its number of names, on a disk that nobody looked over after a power cut.
        var linksToldAs: Int?
        var beforeOperation: (@Sendable (Int) -> Void)?
        var operations = 0
    }

    static let root: Serial = 0

    let content: Mutex<Content>

    /// An empty disk; or what was left of one, all of it safe.
    init(_ content: Content = Content()) {
        var content = content
        if content.files[Self.root] == nil { content.files[Self.root] = File(number: 0, names: [:]) }
        self.content = Mutex(content)
    }

    /// What changed since the beginning, in order.
    var log: [Event] { content.withLock(\.log) }

    /// Calls this before each operation, with its number, until it is given nil. What it does on the disk
    /// itself is another desk that comes in between, and is not told of.
    func beforeOperation(_ body: (@Sendable (Int) -> Void)?) {
        content.withLock {
            $0.beforeOperation = body
            $0.operations = 0
        }
    }

    /// Paths of all files, with what is in them; nil for what cannot be read.
    func files() -> [String: [UInt8]?] {
        content.withLock { content in
            var found: [String: [UInt8]?] = [:]
            var folders: [(Serial, String)] = [(Self.root, "")]
            while let (folder, path) = folders.popLast() {
                for (name, serial) in content.files[folder]?.names ?? [:] {
                    let below = "\(path)/\(name)"
                    if content.files[serial]?.names != nil {
                        folders.append((serial, below))
                    } else {
                        let isReadable = !content.unreadable.contains(serial)
                        found.updateValue(isReadable ? content.files[serial]?.bytes : nil, forKey: below)
                    }
                }
            }
            return found
        }
    }

    /// Paths of files that hold this text.
    func filesHolding(_ text: String) -> [String] {
        files().filter { $0.value?.holds(Array(text.utf8)) == true }.keys.sorted()
    }
}

extension MemoryDisk.Content {
    /// Looked over after all: names with nothing behind them are gone.
    var repaired: MemoryDisk.Content {
        var repaired = self
        for serial in files.keys {
            repaired.files[serial]?.names = files[serial]?.names?.filter { !unreadable.contains($0.value) }
        }
        for serial in unreadable { repaired.files[serial] = nil }
        repaired.unreadable = []
        return repaired
    }

    mutating func make(isFolder: Bool) -> MemoryDisk.Serial {
        let number: Int
        // The one that was last given back, as file systems like to do.
        if let free = freeNumbers.popLast() {
            number = free
        } else {
            number = nextNumber
            nextNumber += 1
        }
        let serial = nextSerial
        nextSerial += 1
        files[serial] = MemoryDisk.File(
            number: number, names: isFolder ? [:] : nil, mode: isFolder ? 0o700 : 0o600)
        log.append(.made(serial, number: number, isFolder: isFolder))
        return serial
    }

    mutating func name(_ serial: MemoryDisk.Serial, _ name: String, in folder: MemoryDisk.Serial) {
        files[folder]?.names?[name] = serial
        files[serial]?.links += 1
        log.append(.named(serial, name, in: folder))
        if files[serial]?.links == 1 { log.append(.lives(serial, true)) }
    }

    mutating func unname(_ name: String, in folder: MemoryDisk.Serial) {
        guard let serial = files[folder]?.names?.removeValue(forKey: name) else { return }
        files[serial]?.links -= 1
        log.append(.named(nil, name, in: folder))
        if files[serial]?.links == 0 { log.append(.lives(serial, false)) }
        freeIfUnused(serial)
    }

    mutating func freeIfUnused(_ serial: MemoryDisk.Serial) {
        guard let file = files[serial], file.links == 0, file.opened == 0 else { return }
        freeNumbers.append(file.number)
        files[serial] = nil
    }
}

extension [UInt8] {
    func holds(_ part: [UInt8]) -> Bool {
        guard let first = part.first, count >= part.count else { return false }
        return (0...(count - part.count)).contains { start in
            self[start] == first && self[start..<(start + part.count)].elementsEqual(part)
        }
    }
}
