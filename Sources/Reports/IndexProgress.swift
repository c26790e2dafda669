import DialogEngine
import Records

/// What is said while the search index is made: nothing as long as nobody notices, then at every tenth part.
public struct IndexProgress {
    private let wording: Wording
    private var tenths = 0

    /// So many are made before somebody looks up.
    private static let unnoticed = 5_000

    public init(_ wording: Wording) { self.wording = wording }

    /// - Returns: nil when there is nothing to say.
    public mutating func words(_ done: Int, of total: Int) -> String? {
        guard total > Self.unnoticed, done * 10 / total > tenths else { return nil }
        tenths = done * 10 / total
        return wording(
            .searchIndexing, ["klaar": wording.number(done), "totaal": wording.number(total)])
    }
}

extension Wording {
    /// `12.000`, or `12,000` in English.
    public func number(_ number: Int) -> String {
        let digits = Array(String(number))
        let separator = language == "en" ? "," : "."
        return digits.enumerated().map { index, digit in
            index > 0 && (digits.count - index) % 3 == 0 ? separator + String(digit) : String(digit)
        }.joined()
    }

    /// How many files were passed over; nil for none.
    public func leftOut(_ damaged: [DamagedFile]) -> String? {
        damaged.isEmpty ? nil : self(.searchLeftOut, ["aantal": number(damaged.count)])
    }
}
