/// How well examples are understood, each by weights that were learned without it.
public struct Scores: Sendable {
    /// A share with the borders between which it lies with 95 % certainty.
    ///
    /// Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference (1927).
    public struct Share: Sendable, Equatable {
        public let hits: Int
        public let count: Int

        public var value: Double { count == 0 ? 0 : Double(hits) / Double(count) }

        public var interval: ClosedRange<Double> {
            guard count > 0 else { return 0...1 }
            let (n, z) = (Double(count), 1.96)
            let middle = value + z * z / (2 * n)
            let half = z * (value * (1 - value) / n + z * z / (4 * n * n)).squareRoot()
            let scale = 1 + z * z / n
            return max(0, (middle - half) / scale)...min(1, (middle + half) / scale)
        }
    }

    public let topicFirst: Share
    public let topicAmongThree: Share
    public let kindFirst: Share
    public let kindAmongThree: Share
    public let dangerSeen: Share
    public let dangerFalse: Share
    public let decisionAsked: Share
    public let decisionFalse: Share
    /// Of the finds shown as sure, those that are right.
    public let topicSure: Share
    public let kindSure: Share
    /// How far certainties lie from the share that is right, on average over ten bins.
    public let topicCalibration: Double
    public let kindCalibration: Double

    /// Of the finds for which three are offered, those with the right one among them.
    public let topicLikely: Share
    public let kindLikely: Share

    public init(_ judged: [(example: Example, judgement: Judgement)]) {
        let whole = judged.filter { !$0.example.isOnlyAboutDanger }
        func share(
            _ hit: (Example, Judgement) -> Bool, of counts: (Example, Judgement) -> Bool = { _, _ in true },
            among judged: [(example: Example, judgement: Judgement)]? = nil
        ) -> Share {
            let counted = (judged ?? whole).filter { counts($0.example, $0.judgement) }
            return Share(hits: counted.count { hit($0.example, $0.judgement) }, count: counted.count)
        }
        topicFirst = share { $1.topics.first?.id == $0.topic }
        topicAmongThree = share { example, judgement in
            judgement.topics.prefix(3).contains { $0.id == example.topic }
        }
        kindFirst = share { $1.kinds.first?.id == $0.kind }
        kindAmongThree = share { example, judgement in
            judgement.kinds.prefix(3).contains { $0.id == example.kind }
        }
        dangerSeen = share({ $1.isDanger }, of: { example, _ in example.isDanger }, among: judged)
        dangerFalse = share({ $1.isDanger }, of: { example, _ in !example.isDanger }, among: judged)
        decisionAsked = share({ $1.concernsDecision }, of: { example, _ in example.concernsDecision })
        decisionFalse = share({ $1.concernsDecision }, of: { example, _ in !example.concernsDecision })
        topicSure = share(
            { $1.topics.first?.id == $0.topic }, of: { $1.topics.first?.sureness == .sure })
        kindSure = share({ $1.kinds.first?.id == $0.kind }, of: { $1.kinds.first?.sureness == .sure })
        topicLikely = share(
            { example, judgement in judgement.topics.prefix(3).contains { $0.id == example.topic } },
            of: { $1.topics.first?.sureness == .likely })
        kindLikely = share(
            { example, judgement in judgement.kinds.prefix(3).contains { $0.id == example.kind } },
            of: { $1.kinds.first?.sureness == .likely })
        topicCalibration = Self.calibration(
            whole.map { ($0.judgement.topics.first, $0.example.topic) })
        kindCalibration = Self.calibration(whole.map { ($0.judgement.kinds.first, $0.example.kind) })
    }

    private static func calibration(_ finds: [(first: Understood.Ranked?, right: String)]) -> Double {
        var (certainty, right, counts) = (
            [Double](repeating: 0, count: 10), [Double](repeating: 0, count: 10),
            [Int](repeating: 0, count: 10)
        )
        for case (let first?, let label) in finds where first.certainty > 0 {
            let bin = min(9, max(0, Int((first.certainty * 10).rounded(.up)) - 1))
            certainty[bin] += first.certainty
            right[bin] += first.id == label ? 1 : 0
            counts[bin] += 1
        }
        return zip(certainty, right).reduce(0) { $0 + ($1.0 - $1.1).magnitude } / Double(max(1, finds.count))
    }
}

extension Example {
    /// It says nothing of topics, kinds and decisions: its words are of people in need, or come close to those.
    public var isOnlyAboutDanger: Bool { topic.isEmpty }
    public var isDanger: Bool { kind == Knowledge.danger }
    public var concernsDecision: Bool { ([kind] + alsoKinds).contains(Knowledge.objection) }
}
