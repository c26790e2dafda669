import DialogEngine
import Glibc
import Testing

/// The same numbers for the same seed; SplitMix64.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// With the seed of `KLACHTWIJZER_SEED` or a new one, printed so that a failure can be played again.
    static func printed(_ test: String) -> SeededRandom {
        let given = getenv("KLACHTWIJZER_SEED").flatMap { UInt64(String(cString: $0)) }
        let seed = given ?? UInt64.random(in: 0...UInt64(UInt32.max))
        print("\(test): KLACHTWIJZER_SEED=\(seed)")
        return SeededRandom(seed: seed)
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}

/// A value written out with every stored property, private ones too, so that two can be compared whole.
enum Mirrored {
    /// - Returns: The first lines that differ, with some before them; nil when the values are the same.
    static func difference(_ first: Any, _ second: Any) -> String? {
        let (first, second) = (lines(of: first), lines(of: second))
        // Byte by byte: `==` also equates different spellings of one accent.
        let same = zip(first, second).prefix { $0.utf8.elementsEqual($1.utf8) }.count
        if same == first.count, same == second.count { return nil }
        return [first, second].map { $0.dropFirst(max(0, same - 5)).prefix(8).joined(separator: " | ") }
            .joined(separator: "\n")
    }

    private static func lines(of value: Any) -> [String] {
        var lines: [String] = []
        add(value, to: &lines)
        return lines
    }

    private static func add(_ value: Any, to lines: inout [String]) {
        let mirror = Mirror(reflecting: value)
        guard !mirror.children.isEmpty else { return lines.append("\(type(of: value)) \(value)") }
        lines.append("\(type(of: value)) \(mirror.children.count)")
        switch mirror.displayStyle {
        case .dictionary, .set:
            // These keep no order.
            let parts = mirror.children.map { self.lines(of: $0.value).joined(separator: "\n") }
            lines += parts.sorted()
        default:
            for child in mirror.children {
                lines.append(child.label ?? "-")
                add(child.value, to: &lines)
            }
        }
    }
}

/// A folder that lasts as long as a test.
func withTemporaryFolder(_ body: (String) throws -> Void) throws {
    var template = Array("/tmp/klachtwijzer-test-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { remove(folder: path) }
    try body(path)
}

func names(in folder: String) -> [String] {
    guard let entries = opendir(folder) else { return [] }
    defer { closedir(entries) }
    var names: [String] = []
    while let entry = readdir(entries) {
        let name = withUnsafePointer(to: entry.pointee.d_name) {
            $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
}

private func remove(folder: String) {
    chmod(folder, 0o700)
    for name in names(in: folder) {
        let path = folder + "/" + name
        if unlink(path) != 0 { remove(folder: path) }
    }
    rmdir(folder)
}
