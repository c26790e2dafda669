import Understanding

/// Scores for people: each with the borders between which it lies with 95 % certainty.
struct ScoresText {
    let text: String

    init(_ name: String, _ scores: Scores) {
        let shares: [(String, Scores.Share)] = [
            ("onderwerp meteen goed", scores.topicFirst),
            ("onderwerp bij de eerste drie", scores.topicAmongThree),
            ("soort meteen goed", scores.kindFirst), ("soort bij de eerste drie", scores.kindAmongThree),
            ("nood gezien", scores.dangerSeen), ("nood ten onrechte", scores.dangerFalse),
            ("naar besluit gevraagd", scores.decisionAsked),
            ("naar besluit ten onrechte", scores.decisionFalse),
            ("onderwerp zeker en goed", scores.topicSure), ("soort zeker en goed", scores.kindSure),
            ("onderwerp misschien, bij drie", scores.topicLikely),
            ("soort misschien, bij drie", scores.kindLikely),
        ]
        let lines = shares.map { name, share in
            let interval = share.interval
            return "  " + Self.padded(name, 32) + Self.decimal(share.value)
                + "  (\(Self.decimal(interval.lowerBound)) tot "
                + "\(Self.decimal(interval.upperBound)); \(share.hits) van \(share.count))"
        }
        let calibration =
            "  " + Self.padded("zekerheid zit ernaast", 32)
            + "onderwerp \(Self.decimal(scores.topicCalibration)), soort \(Self.decimal(scores.kindCalibration))"
        text = ([name + ": \(scores.topicFirst.count)"] + lines + [calibration, ""]).joined(separator: "\n")
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    /// With a comma and three decimals, as people here write it.
    static func decimal(_ value: Double) -> String {
        let thousands = Int((value * 1000).rounded())
        let rest = String(thousands % 1000)
        return "\(thousands / 1000)," + String(repeating: "0", count: 3 - rest.count) + rest
    }
}
