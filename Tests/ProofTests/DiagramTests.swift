import TestSupport
import Testing

@testable import Proof

/// What the diagrams say must be what listing every talk says.
@Suite("Sets of talks") struct DiagramTests {
    @Test("are what listing all talks makes them", arguments: [UInt64(3), 1848, 20_261_126])
    func agree(seed: UInt64) {
        print("sets of talks against lists: seed \(seed)")
        var random = SeededGenerator(seed: seed)
        for _ in 0..<60 {
            let small = SmallSets(&random)
            let a = small.any(depth: 4, &random)
            let b = small.any(depth: 4, &random)
            small.compare(a, b)
            small.compareOpen(a, &random)
            let talks = small.talks(&random)
            small.compareWalks(talks, &random)
            small.compareWalks(
                (small.diagrams.and(a.set, talks.set), a.points.intersection(talks.points)), &random)
        }
    }

    @Test("of one variable keep nothing twice") func sharing() {
        let diagrams = Diagrams(arities: [3, 2])
        let one = diagrams.value(0) { $0 == 1 }
        #expect(diagrams.not(diagrams.not(one)) == one)
        #expect(diagrams.or(one, diagrams.not(one)) == .all)
        #expect(diagrams.and(one, diagrams.not(one)) == .none)
        #expect(diagrams.forgetting(one, [0]) == .all)
        #expect(diagrams.fixed(one, 0, 1) == .all && diagrams.fixed(one, 0, 2) == .none)
    }

    @Test("have a cheapest talk only when there is one") func nothing() {
        let walks = Walks(Diagrams(arities: [2]), weights: [[1, 1]], isHeard: [true])
        #expect(walks.shortest(.none) == nil)
        #expect(walks.count(.none) == 0)
        #expect(walks.lengths(.none) == [])
    }
}

/// A few variables with few values, so that every talk can be listed.
private struct SmallSets {
    /// A set, and the same as a list.
    typealias Both = (set: TalkSet, points: Set<[Int]>)

    let arities: [Int]
    let diagrams: Diagrams
    let points: Set<[Int]>

    init(_ random: inout SeededGenerator) {
        let arities = (0..<Int.random(in: 2...5, using: &random)).map { _ in
            Int.random(in: 2...4, using: &random)
        }
        self.arities = arities
        diagrams = Diagrams(arities: arities)
        points = Set(
            arities.reduce([[]]) { points, arity in
                points.flatMap { point in (0..<arity).map { point + [$0] } }
            }
        )
    }

    func any(depth: Int, _ random: inout SeededGenerator) -> Both {
        let variable = Int.random(in: arities.indices, using: &random)
        let wanted = (0..<arities[variable]).map { _ in Bool.random(using: &random) }
        guard depth > 0 else {
            return (diagrams.value(variable) { wanted[$0] }, points.filter { wanted[$0[variable]] })
        }
        let a = any(depth: depth - 1, &random)
        let b = any(depth: depth - 1, &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: return (diagrams.and(a.set, b.set), a.points.intersection(b.points))
        case 1: return (diagrams.or(a.set, b.set), a.points.union(b.points))
        case 2: return (diagrams.minus(a.set, b.set), a.points.subtracting(b.points))
        default: return (diagrams.not(a.set), points.subtracting(a.points))
        }
    }

    func compare(_ a: Both, _ b: Both) {
        #expect(list(a.set) == a.points)
        #expect((a.set == b.set) == (a.points == b.points))
        #expect(diagrams.overlap(a.set, b.set) == !a.points.isDisjoint(with: b.points))
        #expect(diagrams.isSubset(a.set, of: b.set) == a.points.isSubset(of: b.points))
        #expect(diagrams.isSubset(b.set, of: a.set) == b.points.isSubset(of: a.points))
    }

    func compareOpen(_ a: Both, _ random: inout SeededGenerator) {
        let variable = Int.random(in: arities.indices, using: &random)
        let value = Int.random(in: 0..<arities[variable], using: &random)
        #expect(
            list(diagrams.fixed(a.set, variable, value))
                == points.filter { a.points.contains(with($0, [variable: value])) })
        let open = arities.indices.filter { _ in Bool.random(using: &random) }
        #expect(
            list(diagrams.forgetting(a.set, open))
                == points.filter { point in
                    a.points.contains { other in
                        arities.indices.allSatisfy { open.contains($0) || other[$0] == point[$0] }
                    }
                })
    }

    func compareWalks(_ a: Both, _ random: inout SeededGenerator) {
        let weights = arities.map { arity in
            (0..<arity).map { _ in Double(Int.random(in: 1...3, using: &random)) }
        }
        let isHeard = arities.map { _ in Bool.random(using: &random) }
        let walks = Walks(diagrams, weights: weights, isHeard: isHeard)
        func weight(_ point: [Int]) -> Double { point.indices.reduce(1) { $0 * weights[$1][point[$1]] } }
        func length(_ point: [Int]) -> Int { point.indices.count { isHeard[$0] && point[$0] > 0 } }
        #expect(walks.count(a.set) == a.points.reduce(0) { $0 + weight($1) })
        let lengths = walks.lengths(a.set)
        for (index, count) in lengths.enumerated() {
            #expect(count == a.points.filter { length($0) == index }.reduce(0) { $0 + weight($1) })
        }
        #expect(lengths.count == (a.points.map(length).max() ?? -1) + 1)
        let shares = walks.shares(a.set)
        for variable in arities.indices {
            for value in 0..<arities[variable] {
                let sum = a.points.filter { $0[variable] == value }.reduce(0) { $0 + weight($1) }
                #expect(shares[variable][value] == sum)
            }
        }
        let costs = arities.map { arity in (0..<arity).map { _ in Int.random(in: 0...9, using: &random) } }
        func cost(_ point: [Int]) -> Int { point.indices.reduce(0) { $0 + costs[$1][point[$1]] } }
        let cheapest = walks.cheapest(a.set) { costs[$0][$1] }
        #expect(cheapest.map(a.points.contains) ?? a.points.isEmpty)
        #expect(cheapest.map(cost) == a.points.map(cost).min())
    }

    /// Talks as dialogs have them: each variable is either not asked, value 0, or has another value, depending
    /// on what came before. So no variable is open, as `Walks` counts on.
    func talks(_ random: inout SeededGenerator) -> Both {
        var talks: Both = (.all, points)
        for variable in arities.indices {
            var asked: Both = (.all, points)
            if variable > 0, Bool.random(using: &random) {
                let earlier = Int.random(in: 0..<variable, using: &random)
                let wanted = Int.random(in: 0..<arities[earlier], using: &random)
                asked = (diagrams.value(earlier) { $0 == wanted }, points.filter { $0[earlier] == wanted })
            }
            let given = diagrams.value(variable) { $0 > 0 }
            let fits = diagrams.or(
                diagrams.and(asked.set, given), diagrams.minus(diagrams.not(asked.set), given))
            talks = (
                diagrams.and(talks.set, fits),
                talks.points.filter { asked.points.contains($0) == ($0[variable] > 0) }
            )
        }
        return talks
    }

    private func with(_ point: [Int], _ changes: [Int: Int]) -> [Int] {
        point.indices.map { changes[$0] ?? point[$0] }
    }

    /// Every talk of a set, by going down it.
    private func list(_ set: TalkSet) -> Set<[Int]> {
        points.filter { point in
            var rest = set
            while let variable = diagrams.variable(rest) { rest = diagrams.branches(rest)[point[variable]] }
            return !rest.isEmpty
        }
    }
}
