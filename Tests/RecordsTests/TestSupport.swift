import Foundation
import Records
import Testing

/// Random numbers that can be had again: SplitMix64.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// True one time in so many.
    mutating func oneIn(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &self) == 0 }
}

/// The seed of this run, from `SEED` when it is set; a failing expectation shows it.
let runSeed: UInt64 = {
    let seed =
        ProcessInfo.processInfo.environment["SEED"].flatMap(UInt64.init) ?? UInt64.random(in: 0...9_999_999)
    print("SEED=\(seed)")
    return seed
}()

/// A folder of its own for one test; goes with it.
final class TemporaryFolder: Sendable {
    let path: String

    init() {
        var template = Array((NSTemporaryDirectory() + "records-XXXXXX").utf8CString)
        guard let made = mkdtemp(&template) else { fatalError("no temporary folder: \(errno)") }
        path = String(cString: made)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// A folder that is not there yet.
    var new: String { "\(path)/opslag" }

    /// Paths of all files below it, with their content.
    func files() throws -> [String: [UInt8]] { try Self.files(below: path) }

    static func files(below folder: String) throws -> [String: [UInt8]] {
        let disk = DiskFileSystem()
        var found: [String: [UInt8]] = [:]
        for name in try disk.list(folder) {
            let path = "\(folder)/\(name)"
            if try disk.isFolder(path) {
                found.merge(try files(below: path)) { $1 }
            } else {
                found[path] = try disk.read(path, limit: 1 << 24)
            }
        }
        return found
    }

    /// What stands in a file.
    static func content(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path))) }

    /// Puts other content in a file, or makes it, as a person with an editor would.
    static func overwrite(_ path: String, _ bytes: some Sequence<UInt8>) throws {
        let isNew = !FileManager.default.fileExists(atPath: path)
        try Data(bytes).write(to: URL(filePath: path))
        // With the rights of a store: what others may read is a finding of its own.
        if isNew { chmod(path, 0o600) }
    }

    /// A file of a person in a folder of a person, which is made.
    static func write(_ bytes: [UInt8], at path: String) throws {
        let folder = String(path[..<path.lastIndex(of: "/")!])
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try overwrite(path, bytes)
    }

    static func copy(_ folder: String, to other: String) throws {
        try FileManager.default.copyItem(atPath: folder, toPath: other)
    }

    static func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder)
    }

    /// Paths of files that hold this text.
    func filesHolding(_ text: String) throws -> [String] {
        try files().filter { Data($0.value).range(of: Data(text.utf8)) != nil }.keys.sorted()
    }
}

/// Places in the source tree.
enum Tree {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let cases = root.appending(path: "Tests/Cases")
    static let schemas = root.appending(path: "Sources/Records/Schema")
}

/// The error that a piece of code throws; a failed expectation when it throws none.
func thrown<Failure: Error, Success>(_ body: () throws(Failure) -> Success) -> Failure? {
    do throws(Failure) {
        _ = try body()
        return nil
    } catch {
        return error
    }
}
