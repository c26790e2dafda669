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

    /// The straight line through the odds of the likeliest label under which what was right was likeliest.
    ///
    /// A temperature alone is too humble where little was said and too bold where much was. Newton's method, each
    /// step halved until it helps, and held lightly to the line that changes nothing.
    static func sureness(_ judged: [(certainty: Double, isRight: Bool)]) -> LinearModel.Sureness {
        let judged = judged.map { (odds: LinearModel.Sureness.odds($0.certainty), isRight: $0.isRight) }
        func surprise(_ line: LinearModel.Sureness) -> Double {
            judged.reduce(line.shift * line.shift / 4 + (line.slope - 1) * (line.slope - 1) / 2) {
                let told = line.certainty(odds: $1.odds)
                return $0 - Logarithm.natural(max($1.isRight ? told : 1 - told, 1e-12))
            }
        }
        var line = LinearModel.Sureness.asItIs
        var least = surprise(line)
        for _ in 0..<Self.rounds {
            var step = Self.step(from: line, judged)
            var next = line
            for _ in 0..<Self.rounds {
                next = LinearModel.Sureness(shift: line.shift - step.shift, slope: line.slope - step.slope)
                if surprise(next) < least { break }
                step = (step.shift / 2, step.slope / 2)
            }
            guard surprise(next) < least else { break }
            (line, least) = (next, surprise(next))
        }
        // More said for a label never makes it less sure.
        return line.slope > 0 ? line : .asItIs
    }

    private static let rounds = 30

    private static func step(
        from line: LinearModel.Sureness, _ judged: [(odds: Double, isRight: Bool)]
    ) -> (shift: Double, slope: Double) {
        var tilt = (shift: line.shift / 2, slope: line.slope - 1)
        var bend = (shift: 0.5, both: 0.0, slope: 1.0)
        for (odds, isRight) in judged {
            let told = line.certainty(odds: odds)
            let error = told - (isRight ? 1 : 0)
            tilt = (tilt.shift + error, tilt.slope + error * odds)
            let weight = told * (1 - told)
            bend = (bend.shift + weight, bend.both + weight * odds, bend.slope + weight * odds * odds)
        }
        let scale = bend.shift * bend.slope - bend.both * bend.both
        return (
            (bend.slope * tilt.shift - bend.both * tilt.slope) / scale,
            (bend.shift * tilt.slope - bend.both * tilt.shift) / scale
        )
    }

    /// The lowest limit with at most this share of false alarms.
    static func limit(
        _ certainties: [Double], _ isTrue: [Bool], falseAlarms: Double, lowest: Double = 0.005
    ) -> Double {
        let calm = zip(certainties, isTrue).filter { !$1 }.map(\.0).sorted(by: >)
        guard !calm.isEmpty else { return 0.5 }
        let allowed = Int(Double(calm.count) * falseAlarms)
        let above = allowed == 0 ? 1 : calm[allowed - 1]
        // Where fewer would alarm anyway, whatever is sure of nothing still does not.
        return max(lowest, (calm[min(allowed, calm.count - 1)] + above) / 2)
    }
}
