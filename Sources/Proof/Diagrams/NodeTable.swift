/// The nodes behind `Diagrams`: each different one once, and what was combined before.
///
/// Nodes 0 and 1 are the empty set and the set of all. A value, so that one operation is one access.
struct NodeTable {
    private(set) var arities: [Int]
    private var levels: [Int32] = [.max, .max]
    private var starts: [Int32] = [0, 0]
    private var children: [Int32] = []
    /// Rows that are being made.
    private var scratch: [Int32] = []
    private var unique: [Int32] = Array(repeating: -1, count: 1 << 12)
    /// What finds its place taken is worked out again: with a quarter of these a proof takes more than twice as long.
    private var memo: [Memo] = Array(repeating: Memo(), count: 1 << 18)

    private struct Memo {
        var a: Int32 = -1
        var b: Int32 = -1
        var operation: Int32 = -1
        var result: Int32 = 0
    }

    enum Operation: Int32 { case and, or, minus, cofactor, exists, overlap, exceeds }

    init(arities: [Int]) { self.arities = arities }

    mutating func setArity(_ variable: Int, _ arity: Int) {
        precondition(!levels.contains(Int32(variable)), "a variable in use keeps its values")
        arities[variable] = arity
    }

    var nodeCount: Int { levels.count }

    func level(_ node: Int32) -> Int { Int(levels[Int(node)]) }

    func row(_ node: Int32) -> ArraySlice<Int32> {
        let start = Int(starts[Int(node)])
        return children[start..<start + arities[level(node)]]
    }

    mutating func literal(_ variable: Int, _ wanted: (Int) -> Bool) -> Int32 {
        let base = scratch.count
        for value in 0..<arities[variable] { scratch.append(wanted(value) ? 1 : 0) }
        return node(variable, from: base)
    }

    // MARK: Making nodes

    /// The node with the row that stands in `scratch` from this place on; takes it away.
    private mutating func node(_ variable: Int, from base: Int) -> Int32 {
        defer { scratch.removeLast(scratch.count - base) }
        let first = scratch[base]
        if scratch[base...].allSatisfy({ $0 == first }) { return first }
        var slot = NodeTable.hash(variable, scratch[base...]) & (unique.count - 1)
        while unique[slot] >= 0 {
            if isNode(unique[slot], variable, base) { return unique[slot] }
            slot = (slot + 1) & (unique.count - 1)
        }
        let made = Int32(levels.count)
        unique[slot] = made
        levels.append(Int32(variable))
        starts.append(Int32(children.count))
        children += scratch[base...]
        if levels.count * 2 > unique.count { grow() }
        return made
    }

    private static func hash(_ variable: Int, _ row: ArraySlice<Int32>) -> Int {
        var hash = UInt64(variable) &* 0x9E37_79B9_7F4A_7C15
        for child in row {
            hash = (hash ^ UInt64(truncatingIfNeeded: child)) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 29
        }
        return Int(truncatingIfNeeded: hash >> 16)
    }

    private func isNode(_ node: Int32, _ variable: Int, _ base: Int) -> Bool {
        guard levels[Int(node)] == Int32(variable) else { return false }
        let start = Int(starts[Int(node)])
        for index in 0..<arities[variable] where children[start + index] != scratch[base + index] {
            return false
        }
        return true
    }

    private mutating func grow() {
        unique = Array(repeating: -1, count: unique.count * 2)
        for node in 2..<levels.count {
            var slot = NodeTable.hash(level(Int32(node)), row(Int32(node))) & (unique.count - 1)
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

    private mutating func remember(_ a: Int32, _ b: Int32, _ operation: Operation, _ result: Int32) -> Int32 {
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

    mutating func combine(_ left: Int32, _ right: Int32, _ operation: Operation) -> Int32 {
        if let result = settled(left, right, operation) { return result }
        let swap = operation != .minus && left > right
        let (a, b) = swap ? (right, left) : (left, right)
        if let result = known(a, b, operation).result { return result }
        let level = min(levels[Int(a)], levels[Int(b)])
        let base = scratch.count
        for value in 0..<arities[Int(level)] {
            let part = combine(child(a, level, value), child(b, level, value), operation)
            scratch.append(part)
        }
        return remember(a, b, operation, node(Int(level), from: base))
    }

    /// Whether two sets have a talk in common; stops at the first.
    mutating func overlaps(_ left: Int32, _ right: Int32) -> Bool {
        if left == 0 || right == 0 { return false }
        if left == 1 || right == 1 || left == right { return true }
        let (a, b) = left > right ? (right, left) : (left, right)
        if let result = known(a, b, .overlap).result { return result == 1 }
        let level = min(levels[Int(a)], levels[Int(b)])
        for value in 0..<arities[Int(level)]
        where overlaps(child(a, level, value), child(b, level, value)) {
            return remember(a, b, .overlap, 1) == 1
        }
        return remember(a, b, .overlap, 0) == 1
    }

    /// Whether the first set has a talk that the second has not; stops at the first.
    mutating func exceeds(_ left: Int32, _ right: Int32) -> Bool {
        if left == 0 || right == 1 || left == right { return false }
        if right == 0 { return true }
        if let result = known(left, right, .exceeds).result { return result == 1 }
        let level = min(levels[Int(left)], levels[Int(right)])
        for value in 0..<arities[Int(level)]
        where exceeds(child(left, level, value), child(right, level, value)) {
            return remember(left, right, .exceeds, 1) == 1
        }
        return remember(left, right, .exceeds, 0) == 1
    }

    private func child(_ node: Int32, _ level: Int32, _ value: Int) -> Int32 {
        levels[Int(node)] == level ? children[Int(starts[Int(node)]) + value] : node
    }

    mutating func fix(_ node: Int32, _ level: Int32, _ value: Int) -> Int32 {
        if levels[Int(node)] > level { return node }
        if levels[Int(node)] == level { return child(node, level, value) }
        let key = level << 12 | Int32(value)
        if let result = known(node, key, .cofactor).result { return result }
        let own = levels[Int(node)]
        let base = scratch.count
        for branch in 0..<arities[Int(own)] {
            let part = fix(child(node, own, branch), level, value)
            scratch.append(part)
        }
        return remember(node, key, .cofactor, self.node(Int(own), from: base))
    }

    mutating func forget(_ node: Int32, _ level: Int32) -> Int32 {
        if levels[Int(node)] > level { return node }
        if let result = known(node, level, .exists).result { return result }
        let own = levels[Int(node)]
        if own == level {
            var union: Int32 = 0
            for value in 0..<arities[Int(own)] { union = combine(union, child(node, own, value), .or) }
            return remember(node, level, .exists, union)
        }
        let base = scratch.count
        for value in 0..<arities[Int(own)] {
            let part = forget(child(node, own, value), level)
            scratch.append(part)
        }
        return remember(node, level, .exists, self.node(Int(own), from: base))
    }
}
