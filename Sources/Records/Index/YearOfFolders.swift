import DialogEngine
import FoundationEssentials

/// When the folders of a year had changed last, as one piece: a row for each day of ten years is felt in every search.
struct YearOfFolders {
    /// By day of the year, in nanoseconds since 1970.
    var changed: [Int]

    /// There is no folder of this day.
    static let none = Int.min
    private static let days = 366

    /// - Parameter data: Another length than it should have means that nothing is known.
    init(_ data: Data?) {
        changed = [Int](repeating: Self.none, count: Self.days)
        guard let data, data.count == Self.days * MemoryLayout<Int>.size else { return }
        // SQLite hands it out at any address.
        data.withUnsafeBytes { bytes in
            changed.withUnsafeMutableBytes { $0.copyMemory(from: bytes) }
        }
    }

    var data: Data { changed.withUnsafeBytes { Data($0) } }

    /// As the ordinal of a day.
    static func firstDay(of year: Int) -> Int { Day(year: year, month: 1, day: 1)?.ordinal ?? 0 }
}
