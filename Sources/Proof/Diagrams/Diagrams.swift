/// A set of talks: all combinations of answers for which something holds.
///
/// Two sets of the same `Diagrams` are equal exactly when they have the same talks in them.
struct TalkSet: Hashable {
    let node: Int32

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
    private var table: NodeTable

    init(arities: [Int]) { table = NodeTable(arities: arities) }

    /// - Precondition: no set reads the variable yet.
    func setArity(_ variable: Int, _ arity: Int) { table.setArity(variable, arity) }

    /// For the figures: how many parts are kept.
    var nodeCount: Int { table.nodeCount }

    // MARK: Sets

    /// All talks in which the variable has one of these values.
    func value(_ variable: Int, in wanted: (Int) -> Bool) -> TalkSet {
        TalkSet(node: table.literal(variable, wanted))
    }

    func and(_ a: TalkSet, _ b: TalkSet) -> TalkSet { TalkSet(node: table.combine(a.node, b.node, .and)) }
    func or(_ a: TalkSet, _ b: TalkSet) -> TalkSet { TalkSet(node: table.combine(a.node, b.node, .or)) }
    func minus(_ a: TalkSet, _ b: TalkSet) -> TalkSet { TalkSet(node: table.combine(a.node, b.node, .minus)) }
    func not(_ a: TalkSet) -> TalkSet { minus(.all, a) }
    func isSubset(_ a: TalkSet, of b: TalkSet) -> Bool { !table.exceeds(a.node, b.node) }
    func overlap(_ a: TalkSet, _ b: TalkSet) -> Bool { table.overlaps(a.node, b.node) }
    func union(_ sets: some Sequence<TalkSet>) -> TalkSet { sets.reduce(.none, or) }

    /// What the set says of the others when the variable has this value.
    func fixed(_ set: TalkSet, _ variable: Int, _ value: Int) -> TalkSet {
        TalkSet(node: table.fix(set.node, Int32(variable), value))
    }

    /// The set with these variables left open: some value of them would do.
    func forgetting(_ set: TalkSet, _ variables: some Sequence<Int>) -> TalkSet {
        variables.reduce(set) { TalkSet(node: table.forget($0.node, Int32($1))) }
    }

    // MARK: Looking into a set

    /// The variable that the set asks first; nil for none and all.
    func variable(_ set: TalkSet) -> Int? { set.node < 2 ? nil : table.level(set.node) }

    /// For each value of that variable, what is left.
    func branches(_ set: TalkSet) -> [TalkSet] { table.row(set.node).map(TalkSet.init) }
}
