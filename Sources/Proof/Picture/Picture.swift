/// One drawing on paper: boxes, arrows and what they say. How it is written down stands in `DOTText` and
/// `MermaidText`.
public struct Picture: Hashable, Sendable {
    /// Its file name without ending: `alles`, `vragen-zaak`, `regels-partner`.
    public let name: String
    public let title: String
    /// How to read it, a sentence each.
    public let legend: [String]
    public let layout: Layout
    public let nodes: [Node]
    /// Nodes that lie together, in the order in which they are drawn.
    public let clusters: [Cluster]
    public let edges: [Edge]

    public enum Layout: Hashable, Sendable {
        /// Left to right, as the arrows go.
        case across
        /// From top to bottom, as the arrows go: for long chains with few arrows from one box.
        case down
        /// The questions one under the other in the middle, rules on both sides of them.
        case spine
    }

    public enum Shape: Hashable, Sendable {
        case question
        /// A question that is asked for each organisation.
        case perParty
        /// A named condition.
        case term
        /// An organisation, or a regime for all organisations under it.
        case party
        case rule
        case outcome
        /// Where the way is known: the first rule that applies.
        case advice
        /// Something that has its own place in another drawing.
        case reference
    }

    public struct Node: Hashable, Sendable {
        /// Unique in the drawing: `vraag zaak`, `regel vangnet`.
        public let id: String
        public let shape: Shape
        public let lines: [Line]
    }

    /// One paragraph in a box; it is wrapped where it is written.
    public struct Line: Hashable, Sendable {
        public enum Style: Hashable, Sendable { case heading, plain }

        public let text: String
        public let style: Style

        static func heading(_ text: String) -> Line { Line(text: text, style: .heading) }
        static func plain(_ text: String) -> Line { Line(text: text, style: .plain) }
    }

    public struct Cluster: Hashable, Sendable {
        public let title: String
        public let nodes: [String]
        public let clusters: [Cluster]
    }

    public struct Edge: Hashable, Sendable {
        public enum Kind: Hashable, Sendable {
            /// With these answers on to there.
            case leads
            /// With these answers not there.
            case excludes
            /// Looked at after it, whatever the answer.
            case order
        }

        public let from: String
        public let to: String
        public let kind: Kind
        /// The answers, one entry for each fact that is read.
        public let labels: [String]
    }
}
