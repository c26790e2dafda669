import Glibc
import Records
import Synchronization
import Testing

/// A disk of which one operation fails, or everything from then on as when the program is killed.
final class FaultyFileSystem: FileSystem {
    enum Mode: CaseIterable {
        case once
        /// Nothing that comes after it happens either, tidying included.
        case fromThenOn
    }

    private let disk: any FileSystem
    private let hasUnnamedFiles: Bool
    private let number: Int32
    private let mode: Mode
    private let state = Mutex(State())

    private struct State {
        var count = 0
        var failingAt: Int?
        var hasFailed = false
        var log: [String] = []
    }

    init(
        _ disk: any FileSystem = DiskFileSystem(), number: Int32 = EIO, mode: Mode = .once,
        hasUnnamedFiles: Bool = true
    ) {
        self.disk = disk
        self.number = number
        self.mode = mode
        self.hasUnnamedFiles = hasUnnamedFiles
    }

    /// Lets the n-th operation from now fail; the first is 1.
    func failAt(_ n: Int?) {
        state.withLock { $0 = State(failingAt: n) }
    }

    var hasFailed: Bool { state.withLock(\.hasFailed) }

    /// The operations since the last `failAt`.
    var log: [String] { state.withLock(\.log) }

    private func fails(_ operation: String) -> Bool {
        state.withLock { state in
            state.count += 1
            state.log.append(operation)
            guard let failingAt = state.failingAt else { return false }
            let fails = mode == .once ? state.count == failingAt : state.count >= failingAt
            if fails { state.hasFailed = true }
            return fails
        }
    }

    private func step(_ operation: SystemError.Operation, _ path: String) throws(SystemError) {
        if fails(operation.rawValue) { throw SystemError(operation, path, number) }
    }

    func openUnnamed(inFolder folder: String) throws(SystemError) -> OpenFile {
        if !hasUnnamedFiles { throw SystemError(.open, folder, EOPNOTSUPP) }
        try step(.open, folder)
        return try disk.openUnnamed(inFolder: folder)
    }

    func openNew(_ path: String) throws(SystemError) -> OpenFile {
        try step(.open, path)
        return try disk.openNew(path)
    }

    func openExisting(_ path: String) throws(SystemError) -> OpenFile {
        try step(.open, path)
        return try disk.openExisting(path)
    }

    func openForLocking(_ path: String) throws(SystemError) -> OpenFile {
        try step(.open, path)
        return try disk.openForLocking(path)
    }

    func openForReading(_ path: String) throws(SystemError) -> OpenFile {
        try step(.open, path)
        return try disk.openForReading(path)
    }

    func openForAppending(_ path: String) throws(SystemError) -> OpenFile {
        try step(.open, path)
        return try disk.openForAppending(path)
    }

    func facts(of file: OpenFile) throws(SystemError) -> FileFacts {
        try step(.inspect, file.path)
        return try disk.facts(of: file)
    }

    func write(_ bytes: [UInt8], to file: OpenFile) throws(SystemError) {
        try write(bytes, to: file, at: 0)
    }

    /// Half of it is written before it fails.
    func write(_ bytes: [UInt8], to file: OpenFile, at place: Int) throws(SystemError) {
        let isAlive = mode == .once || !hasFailed
        if fails("write") {
            if isAlive { try disk.write(Array(bytes[..<(bytes.count / 2)]), to: file, at: place) }
            throw SystemError(.write, file.path, number)
        }
        try disk.write(bytes, to: file, at: place)
    }

    func read(_ file: OpenFile, from place: Int, count: Int) throws(SystemError) -> [UInt8] {
        try step(.read, file.path)
        return try disk.read(file, from: place, count: count)
    }

    func synchroniseContent(of file: OpenFile) throws(SystemError) {
        try step(.synchronise, file.path)
        try disk.synchroniseContent(of: file)
    }

    func synchronise(_ file: OpenFile) throws(SystemError) {
        try step(.synchronise, file.path)
        try disk.synchronise(file)
    }

    func link(_ file: OpenFile, as path: String) throws(SystemError) {
        try step(.link, path)
        try disk.link(file, as: path)
    }

    // Never fails: the system closes what a killed program had open.
    func close(_ file: OpenFile) { disk.close(file) }

    func lock(_ file: OpenFile, byte: UInt64, waiting: Bool) throws(SystemError) -> Bool {
        try step(.lock, file.path)
        return try disk.lock(file, byte: byte, waiting: waiting)
    }

    func unlink(_ path: String) throws(SystemError) {
        try step(.unlink, path)
        try disk.unlink(path)
    }

    func makeFolder(_ path: String) throws(SystemError) {
        try step(.makeFolder, path)
        try disk.makeFolder(path)
    }

    func synchroniseFolder(_ path: String) throws(SystemError) {
        try step(.synchronise, path)
        try disk.synchroniseFolder(path)
    }

    func synchroniseAll(_ path: String) throws(SystemError) {
        try step(.synchronise, path)
        try disk.synchroniseAll(path)
    }

    func list(_ folder: String) throws(SystemError) -> [String] {
        try step(.list, folder)
        return try disk.list(folder)
    }

    func read(_ path: String, limit: Int) throws(SystemError) -> [UInt8] {
        try step(.read, path)
        return try disk.read(path, limit: limit)
    }

    func rights(of path: String) throws(SystemError) -> FileRights {
        try step(.inspect, path)
        return try disk.rights(of: path)
    }

    func entry(_ path: String) throws(SystemError) -> FileEntry {
        try step(.inspect, path)
        return try disk.entry(path)
    }

    func setRights(of path: String, group: UInt32, mode: UInt32) throws(SystemError) {
        try step(.share, path)
        try disk.setRights(of: path, group: group, mode: mode)
    }

    func rename(_ path: String, to newPath: String) throws(SystemError) {
        try step(.link, path)
        try disk.rename(path, to: newPath)
    }

    func share(_ file: OpenFile) throws(SystemError) {
        try step(.share, file.path)
        try disk.share(file)
    }

    func shareFolder(_ path: String) throws(SystemError) {
        try step(.share, path)
        try disk.shareFolder(path)
    }

    func isOnNetwork(_ path: String) throws(SystemError) -> Bool {
        try step(.inspect, path)
        return try disk.isOnNetwork(path)
    }

    func isFolder(_ path: String) throws(SystemError) -> Bool {
        try step(.inspect, path)
        return try disk.isFolder(path)
    }
}

/// A way in which a disk can fail.
struct Fault: CustomTestStringConvertible, Sendable {
    let number: Int32
    let mode: FaultyFileSystem.Mode
    let hasUnnamedFiles: Bool
    /// On the disk of the machine, which waits; otherwise on one in memory.
    var isReal = false

    /// Everything in memory, and the worst on the disk of the machine.
    static let all: [Fault] =
        [EIO, ENOSPC, EDQUOT, EINTR, EROFS, EMFILE].flatMap { number in
            FaultyFileSystem.Mode.allCases.flatMap { mode in
                [true, false].map { Fault(number: number, mode: mode, hasUnnamedFiles: $0) }
            }
        }
        + FaultyFileSystem.Mode.allCases.map {
            Fault(number: EIO, mode: $0, hasUnnamedFiles: true, isReal: true)
        }

    var testDescription: String {
        "errno \(number), \(mode), unnamed files: \(hasUnnamedFiles), \(isReal ? "a real disk" : "in memory")"
    }

    func fileSystem(_ ground: Ground) -> FaultyFileSystem {
        FaultyFileSystem(ground.disk, number: number, mode: mode, hasUnnamedFiles: hasUnnamedFiles)
    }

    /// A new one for each try.
    func ground() -> Ground { isReal ? .real() : .inMemory() }
}

/// Where a store may lie, in memory or on the disk of the machine.
struct Ground {
    let disk: any FileSystem
    /// Of the store, which is not there yet.
    let path: String
    let files: () throws -> [String: [UInt8]]

    static func real() -> Ground {
        let folder = TemporaryFolder()
        return Ground(disk: DiskFileSystem(), path: folder.new, files: folder.files)
    }

    static func inMemory() -> Ground {
        let disk = MemoryDisk()
        return Ground(disk: disk, path: "/opslag", files: { disk.files().compactMapValues { $0 } })
    }

    /// Without faults.
    func open() throws(StoreError) -> Store { try Store.open(at: path, fileSystem: disk) }

    func temporaries() throws -> [String] { try disk.list("\(path)/tijdelijk") }

    /// Paths of files that hold this text.
    func filesHolding(_ text: String) throws -> [String] {
        try files().filter { $0.value.holds(Array(text.utf8)) }.keys.sorted()
    }
}
