/// A set of talks: all combinations of answers for which something holds.
///
/// Two sets of the same `Diagrams` are equal exactly when they have the same talks in them.
struct TalkSet: Hashable {
    fileprivate let node: Int32

    static let none = TalkSet(node: 0)
    static let all = TalkSet(node: 1)

    var isEmpty: Bool { node == 0 }
}

/// Sets of talks as decision diagrams: one variable per question, in the order asked, one arrow per
/// class of answers; equal parts are kept once.
///
/// This is what makes every path provable: the paths are shared, never listed (R. E. Bryant, "Graph-Based
/// Algorithms for Boolean Function Manipulation", 1986; here with more than two values per variable).
/// Value 0 of a variable stands for "not asked"; see `Space`.
final class Diagrams {
    /// The number of values of each variable.
    private(set) var arities: [Int]
    private var levels: [Int32] = [.max, .max]
    private var starts: [Int32] = [0, 0]
    private var children: [Int32] = []
    private var unique: [Int32] = Array(repeating: -1, count: 1 << 12)
    private var memo: [Memo] = Array(repeating: Memo(), count: 1 << 16)

    private struct Memo {
        var a: Int32 = -1
        var b: Int32 = -1
        var operation: Int32 = -1
        var result: Int32 = 0
    }

    private enum Operation: Int32 { case and, or, minus, cofactor, exists }

    init(arities: [Int]) { self.arities = arities }

    /// - Precondition: no set reads the variable yet.
    func setArity(_ variable: Int, _ arity: Int) {
        precondition(!levels.contains(Int32(variable)), "a variable in use keeps its values")
        arities[variable] = arity
    }

    /// For the figures: how many parts are kept.
    var nodeCount: Int { levels.count }

    // MARK: Sets

    /// All talks in which the variable has one of these values.
    func value(_ variable: Int, in wanted: (Int) -> Bool) -> TalkSet {
        let row = (0..<arities[variable]).map { wanted($0) ? Int32(1) : 0 }
        return TalkSet(node: node(variable, row))
    }

    func and(_ a: TalkSet, _ b: TalkSet) -> TalkSet { TalkSet(node: combine(a.node, b.node, .and)) }
    func or(_ a: TalkSet, _ b: TalkSet) -> TalkSet { TalkSet(node: combine(a.node, b.node, .or)) }
    func minus(_ a: TalkSet, _ b: TalkSet) -> TalkSet { TalkSet(node: combine(a.node, b.node, .minus)) }
    func not(_ a: TalkSet) -> TalkSet { minus(.all, a) }
    func isSubset(_ a: TalkSet, of b: TalkSet) -> Bool { minus(a, b).isEmpty }
    func overlap(_ a: TalkSet, _ b: TalkSet) -> Bool { !and(a, b).isEmpty }
    func union(_ sets: some Sequence<TalkSet>) -> TalkSet { sets.reduce(.none, or) }

    /// What the set says of the others when the variable has this value.
    func fixed(_ set: TalkSet, _ variable: Int, _ value: Int) -> TalkSet {
        TalkSet(node: fix(set.node, Int32(variable), value))
    }

    /// The set with these variables left open: some value of them would do.
    func forgetting(_ set: TalkSet, _ variables: some Sequence<Int>) -> TalkSet {
        variables.reduce(set) { TalkSet(node: forget($0.node, Int32($1))) }
    }

    // MARK: Looking into a set

    /// The variable that the set asks first; nil for none and all.
    func variable(_ set: TalkSet) -> Int? { set.node < 2 ? nil : Int(levels[Int(set.node)]) }

    /// For each value of that variable, what is left.
    func branches(_ set: TalkSet) -> [TalkSet] {
        let start = Int(starts[Int(set.node)])
        return (0..<arities[Int(levels[Int(set.node)])]).map { TalkSet(node: children[start + $0]) }
    }

    // MARK: Making nodes

    private func node(_ variable: Int, _ row: [Int32]) -> Int32 {
        let first = row[0]
        if row.allSatisfy({ $0 == first }) { return first }
        var slot = slot(variable, row)
        while unique[slot] >= 0 {
            if isNode(unique[slot], variable, row) { return unique[slot] }
            slot = (slot + 1) & (unique.count - 1)
        }
        let made = Int32(levels.count)
        unique[slot] = made
        levels.append(Int32(variable))
        starts.append(Int32(children.count))
        children += row
        if levels.count * 2 > unique.count { grow() }
        return made
    }

    private func slot(_ variable: Int, _ row: some Sequence<Int32>) -> Int {
        var hash = UInt64(variable) &* 0x9E37_79B9_7F4A_7C15
        for child in row {
            hash = (hash ^ UInt64(truncatingIfNeeded: child)) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 29
        }
        return Int(truncatingIfNeeded: hash >> 16) & (unique.count - 1)
    }

    private func isNode(_ node: Int32, _ variable: Int, _ row: [Int32]) -> Bool {
        guard levels[Int(node)] == Int32(variable) else { return false }
        let start = Int(starts[Int(node)])
        for index in row.indices where children[start + index] != row[index] { return false }
        return true
    }

    private func grow() {
        unique = Array(repeating: -1, count: unique.count * 2)
        for node in 2..<levels.count {
            let variable = Int(levels[node])
            let start = Int(starts[node])
            var slot = slot(variable, children[start..<start + arities[variable]])
            while unique[slot] >= 0 { slot = (slot + 1) & (unique.count - 1) }
            unique[slot] = Int32(node)
        }
        // What was combined before is worth remembering in proportion.
        if unique.count > memo.count, memo.count < 1 << 20 {
            memo = Array(repeating: Memo(), count: unique.count)
        }
    }

    // MARK: Combining

    private func known(_ a: Int32, _ b: Int32, _ operation: Operation) -> (result: Int32?, slot: Int) {
        var hash = UInt64(UInt32(bitPattern: a)) << 32 | UInt64(UInt32(bitPattern: b))
        hash = (hash ^ UInt64(operation.rawValue)) &* 0x9E37_79B9_7F4A_7C15
        let slot = Int(truncatingIfNeeded: hash >> 20) & (memo.count - 1)
        let entry = memo[slot]
        let hit = entry.a == a && entry.b == b && entry.operation == operation.rawValue
        return (hit ? entry.result : nil, slot)
    }

    private func remember(_ a: Int32, _ b: Int32, _ operation: Operation, _ result: Int32) -> Int32 {
        let slot = known(a, b, operation).slot
        memo[slot] = Memo(a: a, b: b, operation: operation.rawValue, result: result)
        return result
    }

    private func settled(_ a: Int32, _ b: Int32, _ operation: Operation) -> Int32? {
        switch operation {
        case .and:
            if a == 0 || b == 0 { return 0 }
            if a == 1 || a == b { return b }
            return b == 1 ? a : nil
        case .or:
            if a == 1 || b == 1 { return 1 }
            if a == 0 || a == b { return b }
            return b == 0 ? a : nil
        default:
            if a == 0 || b == 1 || a == b { return 0 }
            return b == 0 ? a : nil
        }
    }

    private func combine(_ left: Int32, _ right: Int32, _ operation: Operation) -> Int32 {
        if let result = settled(left, right, operation) { return result }
        let swap = operation != .minus && left > right
        let (a, b) = swap ? (right, left) : (left, right)
        if let result = known(a, b, operation).result { return result }
        let level = min(levels[Int(a)], levels[Int(b)])
        let row = (0..<arities[Int(level)]).map {
            combine(child(a, level, $0), child(b, level, $0), operation)
        }
        return remember(a, b, operation, node(Int(level), row))
    }

    private func child(_ node: Int32, _ level: Int32, _ value: Int) -> Int32 {
        levels[Int(node)] == level ? children[Int(starts[Int(node)]) + value] : node
    }

    private func fix(_ node: Int32, _ level: Int32, _ value: Int) -> Int32 {
        if levels[Int(node)] > level { return node }
        if levels[Int(node)] == level { return child(node, level, value) }
        let key = level << 12 | Int32(value)
        if let result = known(node, key, .cofactor).result { return result }
        let own = levels[Int(node)]
        let row = (0..<arities[Int(own)]).map { fix(child(node, own, $0), level, value) }
        return remember(node, key, .cofactor, self.node(Int(own), row))
    }

    private func forget(_ node: Int32, _ level: Int32) -> Int32 {
        if levels[Int(node)] > level { return node }
        if let result = known(node, level, .exists).result { return result }
        let own = levels[Int(node)]
        let parts = (0..<arities[Int(own)]).map { child(node, own, $0) }
        let result =
            own == level
            ? parts.reduce(0) { combine($0, $1, .or) }
            : self.node(Int(own), parts.map { forget($0, level) })
        return remember(node, level, .exists, result)
    }
}
