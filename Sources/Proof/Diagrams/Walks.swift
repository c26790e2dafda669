/// Counts the talks in a set, and finds the shortest of them, without listing any.
struct Walks {
    let diagrams: Diagrams
    /// For each variable and class, how many answers it stands for.
    let weights: [[Double]]
    /// For each variable, whether a person hears it.
    private(set) var isHeard: [Bool]

    init(_ diagrams: Diagrams, weights: [[Double]], isHeard: [Bool]) {
        self.diagrams = diagrams
        self.weights = weights
        self.isHeard = isHeard
    }

    init(_ paths: Paths) {
        diagrams = paths.diagrams
        weights = paths.space.variables.map { variable in
            variable.classes.map { Double(max(1, variable.role == .advice ? 1 : $0.weight)) }
        }
        isHeard = paths.space.variables.map { $0.question != nil }
    }

    /// How many talks: each answer that a person can give counts.
    func count(_ set: TalkSet) -> Double {
        var known: [TalkSet: Double] = [.none: 0, .all: 1]
        return count(set, &known)
    }

    private func count(_ set: TalkSet, _ known: inout [TalkSet: Double]) -> Double {
        if let count = known[set] { return count }
        guard let variable = diagrams.variable(set) else { return 0 }
        var sum = 0.0
        for (value, rest) in diagrams.branches(set).enumerated() where !rest.isEmpty {
            sum += weights[variable][value] * count(rest, &known)
        }
        known[set] = sum
        return sum
    }

    /// By the number of questions heard, how many talks.
    func lengths(_ set: TalkSet) -> [Double] {
        var known: [TalkSet: [Double]] = [.none: [], .all: [1]]
        return lengths(set, &known)
    }

    private func lengths(_ set: TalkSet, _ known: inout [TalkSet: [Double]]) -> [Double] {
        if let lengths = known[set] { return lengths }
        guard let variable = diagrams.variable(set) else { return [] }
        var sum: [Double] = []
        for (value, rest) in diagrams.branches(set).enumerated() where !rest.isEmpty {
            let longer = isHeard[variable] && value > 0 ? 1 : 0
            for (length, count) in lengths(rest, &known).enumerated() {
                while sum.count <= length + longer { sum.append(0) }
                sum[length + longer] += weights[variable][value] * count
            }
        }
        known[set] = sum
        return sum
    }

    /// For each variable and class, how many talks of the set have it.
    func shares(_ set: TalkSet) -> [[Double]] {
        var below: [TalkSet: Double] = [.none: 0, .all: 1]
        _ = count(set, &below)
        var above: [TalkSet: Double] = [set: 1]
        var shares = weights.map { $0.map { _ in 0.0 } }
        let order = below.keys.compactMap { set in diagrams.variable(set).map { (set, $0) } }
            .sorted { $0.1 < $1.1 }
        for (node, variable) in order {
            guard let arriving = above[node] else { continue }
            for (value, rest) in diagrams.branches(node).enumerated() where !rest.isEmpty {
                let through = arriving * weights[variable][value]
                shares[variable][value] += through * (below[rest] ?? 0)
                above[rest, default: 0] += through
            }
        }
        return shares
    }

    /// The cheapest talk of the set: for each variable its class.
    ///
    /// - Parameter cost: Of giving a variable that class.
    /// - Returns: nil when the set is empty.
    func cheapest(_ set: TalkSet, cost: (_ variable: Int, _ value: Int) -> Int) -> [Int]? {
        guard !set.isEmpty else { return nil }
        var known: [TalkSet: (cost: Int, value: Int)] = [.all: (0, 0)]
        _ = cheapest(set, cost, &known)
        var values = Array(repeating: 0, count: weights.count)
        var rest = set
        while let variable = diagrams.variable(rest), let best = known[rest] {
            values[variable] = best.value
            rest = diagrams.branches(rest)[best.value]
        }
        return values
    }

    private func cheapest(
        _ set: TalkSet, _ cost: (Int, Int) -> Int, _ known: inout [TalkSet: (cost: Int, value: Int)]
    ) -> Int {
        if let best = known[set] { return best.cost }
        guard let variable = diagrams.variable(set) else { return .max }
        var best = (cost: Int.max, value: 0)
        for (value, rest) in diagrams.branches(set).enumerated() where !rest.isEmpty {
            let sum = cheapest(rest, cost, &known) + cost(variable, value)
            if sum < best.cost { best = (sum, value) }
        }
        known[set] = best
        return best.cost
    }

    /// The talk with the fewest questions; of two as short the one with the answers that stand first.
    func shortest(_ set: TalkSet) -> [Int]? {
        cheapest(set) { variable, value in value == 0 ? 0 : (isHeard[variable] ? 10_000 : 0) + value }
    }
}

extension Walks {
    /// The same, with some questions not counted.
    func counting(besides variables: [Int]) -> Walks {
        var walks = self
        for variable in variables { walks.isHeard[variable] = false }
        return walks
    }

    /// A talk with as many questions as any.
    func longest(_ set: TalkSet) -> [Int]? {
        cheapest(set) { variable, value in value > 0 && isHeard[variable] ? -10_000 + value : 0 }
    }

    /// The number of questions heard.
    func length(_ values: [Int]) -> Int {
        values.indices.count { values[$0] > 0 && isHeard[$0] }
    }
}

extension Paths {
    /// The one talk, as a set.
    func only(_ values: [Int]) -> TalkSet {
        values.enumerated().reduce(.all) { talks, next in
            diagrams.and(talks, diagrams.value(next.offset) { $0 == next.element })
        }
    }
}
