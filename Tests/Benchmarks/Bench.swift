import Glibc

/// Repeats and prints: minimum and median.
struct Bench {
    let rounds: Int

    /// Runs the work in batches and prints the time of one.
    ///
    /// - Parameter clock: What counts; for what is long enough to be interrupted by others, the time of this process.
    func measure(_ name: String, batch: Int, _ clock: clockid_t = CLOCK_MONOTONIC, _ work: () -> Void) {
        var times: [Double] = []
        for _ in 0..<rounds {
            let start = Self.seconds(clock)
            for _ in 0..<(rounds == 1 ? 1 : batch) { work() }
            times.append((Self.seconds(clock) - start) / Double(rounds == 1 ? 1 : batch))
        }
        print(
            "  \(name): minimum \(Self.microseconds(times.min() ?? 0)) µs, "
                + "mediaan \(Self.microseconds(Self.median(times))) µs")
    }

    static func median(_ times: [Double]) -> Double {
        times.isEmpty ? 0 : times.sorted()[times.count / 2]
    }

    static func microseconds(_ seconds: Double) -> String { tenths(seconds * 1e6) }
    static func milliseconds(_ seconds: Double) -> String { tenths(seconds * 1e3) }
    static func megabytes(_ bytes: Int) -> String { tenths(Double(bytes) / 1_048_576) }

    /// How many times the other it is, and whether that is within its limit.
    static func beside(_ one: Double, _ other: Double, _ name: String, limit: Double? = nil) -> String {
        let ratio = one / max(other, 1e-9)
        let judged = limit.map { " (grens \(tenths($0, digits: 2))\(ratio > $0 ? ", erboven" : ""))" } ?? ""
        return "\(tenths(ratio, digits: 2)) × \(name)\(judged)"
    }

    /// With a comma, as people here write it.
    static func tenths(_ value: Double, digits: Int = 1) -> String {
        let scale = digits == 1 ? 10 : 100
        let whole = Int((value * Double(scale)).rounded())
        let rest = String(whole % scale)
        return "\(whole / scale)," + String(repeating: "0", count: digits - rest.count) + rest
    }

    static func seconds(_ clock: clockid_t) -> Double {
        var now = timespec()
        clock_gettime(clock, &now)
        return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
    }
}
