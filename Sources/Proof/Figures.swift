import DialogEngine
import Rules

/// How large a dialog is for the people who go through it.
public struct Figures: Hashable, Sendable {
    public struct Outcome: Hashable, Sendable {
        public let rule: String
        public let channel: Channel
        /// Talks that come to it.
        public let talks: Double
        /// Questions that a person hears before it.
        public let most: Int
        public let average: Double
    }

    public struct Weight: Hashable, Sendable {
        public let question: String
        /// How much the answer says about the outcome, of all that there is to know: 0 to 1.
        public let share: Double
    }

    /// Talks: each answer that a person can give counts; a date counts by its class, a text as given or not,
    /// a multiple choice as none, one or more.
    public let talks: Double
    /// Questions in the longest talk, and in the talk in the middle.
    public let longest: Int
    public let median: Int
    /// By rule, in the order of the table; only those that are reached.
    public let outcomes: [Outcome]
    /// The questions that decide most, first.
    public let weights: [Weight]
    /// Rules that no talk comes to, on this day.
    public let unreached: [String]
    /// How many different parts the talks consist of: what the proof had to look at.
    public let parts: Int

    init(_ checker: Checker) {
        let walks = checker.walks
        let lengths = walks.lengths(checker.paths.talks)
        talks = lengths.reduce(0, +)
        longest = lengths.count - 1
        median = Figures.median(lengths)
        outcomes = checker.rules.enumerated().compactMap { index, rule in
            Outcome(rule, walks.lengths(checker.outcomes.decided[index]))
        }
        unreached = checker.rules.indices.filter { checker.outcomes.decided[$0].isEmpty }
            .map { checker.rules[$0].id }
        weights = Figures.weights(checker)
        parts = checker.diagrams.nodeCount
    }

    private static func median(_ lengths: [Double]) -> Int {
        let half = lengths.reduce(0, +) / 2
        var sum = 0.0
        for (length, count) in lengths.enumerated() {
            sum += count
            if sum >= half { return length }
        }
        return 0
    }

    /// How much each answer narrows down the rule that decides (mutual information; C. E. Shannon, 1948).
    private static func weights(_ checker: Checker) -> [Weight] {
        let decided = checker.outcomes.decided.filter { !$0.isEmpty }
        let shares = decided.map { (checker.walks.count($0), checker.walks.shares($0)) }
        let total = shares.reduce(0) { $0 + $1.0 }
        guard total > 0 else { return [] }
        let all = shares.reduce(0) { $0 - $1.0 / total * Double.log2($1.0 / total) }
        let weights = checker.dialog.questions.map { question -> Weight in
            let variable = checker.variable(question)
            var left = 0.0
            for value in checker.paths.space.variables[variable].classes.indices {
                let column = shares.map { $0.1[variable][value] }
                let sum = column.reduce(0, +)
                for part in column where part > 0 { left -= part / total * Double.log2(part / sum) }
            }
            return Weight(question: question.id, share: all > 0 ? (all - left) / all : 0)
        }
        return weights.sorted { ($0.share, $1.question) > ($1.share, $0.question) }
    }
}

extension Figures.Outcome {
    fileprivate init?(_ rule: Rule, _ lengths: [Double]) {
        let sum = lengths.reduce(0, +)
        guard sum > 0 else { return nil }
        self.rule = rule.id
        channel = rule.channel
        talks = sum
        most = lengths.count - 1
        average = lengths.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element } / sum
    }
}

extension Double {
    /// The binary logarithm; the standard library has none without Foundation.
    fileprivate static func log2(_ value: Double) -> Double {
        guard value > 0 else { return 0 }
        // value = significand * 2^exponent; ln of the significand by the series of artanh.
        let y = (value.significand - 1) / (value.significand + 1)
        var power = y
        var sum = 0.0
        for odd in stride(from: 1.0, through: 39, by: 2) {
            sum += power / odd
            power *= y * y
        }
        return Double(value.exponent) + 2 * sum / 0.693_147_180_559_945_3
    }
}
