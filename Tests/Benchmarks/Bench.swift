import Glibc

/// Repeats and prints: minimum and median.
struct Bench {
    let rounds: Int

    /// Runs the work in batches and prints the time of one.
    func measure(_ name: String, batch: Int, _ work: () -> Void) {
        var times: [Double] = []
        for _ in 0..<rounds {
            let start = Self.seconds(CLOCK_MONOTONIC)
            for _ in 0..<(rounds == 1 ? 1 : batch) { work() }
            times.append((Self.seconds(CLOCK_MONOTONIC) - start) / Double(rounds == 1 ? 1 : batch))
        }
        show(name, times)
    }

    func show(_ name: String, _ times: [Double]) {
        let sorted = times.sorted()
        let micro = { (seconds: Double) in
            String(Int((seconds * 10_000_000).rounded())).decimalShifted
        }
        print("  \(name): minimum \(micro(sorted[0])) µs, mediaan \(micro(sorted[sorted.count / 2])) µs")
    }

    static func seconds(_ clock: clockid_t) -> Double {
        var now = timespec()
        clock_gettime(clock, &now)
        return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
    }
}

extension String {
    /// `1234` tenths as `123.4`.
    fileprivate var decimalShifted: String {
        count > 1 ? "\(dropLast()).\(suffix(1))" : "0.\(self)"
    }
}
