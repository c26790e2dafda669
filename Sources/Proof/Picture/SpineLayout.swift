/// Which box stands in which column, and in which order, when the questions stand in the middle.
///
/// From left to right: outcomes and rules that a question decides, the questions, what lies beside them, and
/// the other rules with their outcomes.
struct SpineLayout {
    /// A label on its way from one question to another, which stands in the column beside the questions.
    struct Knot {
        let id: String
        let edge: Picture.Edge
    }

    private(set) var columns: [[String]] = []
    private(set) var knots: [Knot] = []
    private let columnByNode: [String: Int]

    static let spine = 2
    static let beside = 3

    init(_ picture: Picture) {
        let spine = Self.nodes(picture, [.question, .perParty, .advice])
        let height = Self.index(spine)
        knots = picture.edges.filter {
            $0.kind != .order && height[$0.from] != nil && height[$0.to] != nil
        }.enumerated().map { Knot(id: "pijl \($0.offset + 1)", edge: $0.element) }
        let anchors = Self.anchors(picture, height)
        let terms = Self.nodes(picture, [.term, .party]).map {
            (id: $0, anchor: anchors[$0] ?? Double(spine.count) / 2)
        }
        let labels = knots.map { knot in
            (id: knot.id, anchor: Double((height[knot.edge.from] ?? 0) + (height[knot.edge.to] ?? 0)) / 2)
        }
        let beside = Self.sorted(terms + labels)
        let rules = Self.rules(picture, height, anchors)
        let outcome = Dictionary(
            picture.edges.map { ($0.from, $0.to) }, uniquingKeysWith: { first, _ in first })
        columns = [
            rules.left.compactMap { outcome[$0] }, rules.left, spine, beside, rules.right,
            rules.right.compactMap { outcome[$0] },
        ]
        var columnByNode: [String: Int] = [:]
        for (index, column) in columns.enumerated() { for node in column { columnByNode[node] = index } }
        self.columnByNode = columnByNode
    }

    func column(_ node: String) -> Int { columnByNode[node] ?? 0 }

    private static func nodes(_ picture: Picture, _ shapes: Set<Picture.Shape>) -> [String] {
        picture.nodes.filter { shapes.contains($0.shape) }.map(\.id)
    }

    private static func index(_ nodes: [String]) -> [String: Int] {
        Dictionary(
            nodes.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    /// The height at which something would stand best: in the middle of the questions it has arrows with.
    private static func anchors(_ picture: Picture, _ height: [String: Int]) -> [String: Double] {
        var heights: [String: [Int]] = [:]
        for edge in picture.edges {
            if let from = height[edge.from] { heights[edge.to, default: []].append(from) }
            if let to = height[edge.to] { heights[edge.from, default: []].append(to) }
        }
        return heights.mapValues { Double($0.reduce(0, +)) / Double($0.count) }
    }

    private static func sorted(_ items: [(id: String, anchor: Double)]) -> [String] {
        items.enumerated().sorted { ($0.element.anchor, $0.offset) < ($1.element.anchor, $1.offset) }
            .map(\.element.id)
    }

    /// Both sides about as long, and as long at the same height. What lies right of the questions stays there;
    /// the rules of one question stay together.
    private static func rules(_ picture: Picture, _ height: [String: Int], _ anchors: [String: Double]) -> (
        left: [String], right: [String]
    ) {
        let rules = nodes(picture, [.rule]).map { rule in
            let sources = picture.edges.filter { $0.to == rule }.map(\.from)
            return (
                id: rule,
                anchor: sources.map { height[$0].map(Double.init) ?? anchors[$0] ?? 1000 }.max() ?? 1000,
                mayStandLeft: !sources.isEmpty && sources.allSatisfy { height[$0] != nil }
            )
        }
        var left: [(id: String, anchor: Double)] = []
        var right = rules.filter { !$0.mayStandLeft }.map { (id: $0.id, anchor: $0.anchor) }
        let movable = rules.filter(\.mayStandLeft)
        for anchor in Set(movable.map(\.anchor)).sorted() {
            let group = movable.filter { $0.anchor == anchor }.map { (id: $0.id, anchor: $0.anchor) }
            let above = right.count { $0.anchor <= anchor }
            let fitsRight = 2 * (right.count + group.count) <= rules.count + 6
            if above < left.count, fitsRight { right += group } else { left += group }
        }
        return (sorted(left), sorted(right))
    }
}
