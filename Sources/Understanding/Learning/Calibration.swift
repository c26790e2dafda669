/// Makes certainties honest, and finds from where a sign counts.
enum Calibration {
    /// The temperature under which what was right was likeliest.
    static func temperature(_ judged: [(scores: [Double], label: Int)]) -> Double {
        func surprise(_ temperature: Double) -> Double {
            judged.reduce(0) { sum, judged in
                let certainty = LinearModel.certainties(judged.scores, temperature: temperature)[judged.label]
                return sum - Logarithm.natural(max(certainty, 1e-12))
            }
        }
        let tried = (4...80).map { Double($0) / 20 }
        return tried.min { surprise($0) < surprise($1) } ?? 1
    }

    private static let lowest = 0.005

    /// The lowest limit with at most this share of false alarms.
    static func limit(_ certainties: [Double], _ isTrue: [Bool], falseAlarms: Double) -> Double {
        let calm = zip(certainties, isTrue).filter { !$1 }.map(\.0).sorted(by: >)
        guard !calm.isEmpty else { return 0.5 }
        let allowed = Int(Double(calm.count) * falseAlarms)
        let above = allowed == 0 ? 1 : calm[allowed - 1]
        // Where fewer would alarm anyway, whatever is sure of nothing still does not.
        return max(Self.lowest, (calm[min(allowed, calm.count - 1)] + above) / 2)
    }
}
