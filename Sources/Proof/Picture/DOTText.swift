/// A picture in the language of Graphviz.
public struct DOTText {
    /// The first line of each file, by which the program knows a file that it made itself.
    public static let mark = "// tekening van klachtwijzer"

    private let picture: Picture
    private let widths: Widths

    /// Letters on a line of a box.
    private struct Widths {
        let heading: Int
        let words: Int
        let arrow: Int
        let legend: Int
    }

    public init(_ picture: Picture) {
        self.picture = picture
        widths =
            picture.layout == .spine
            ? Widths(heading: 44, words: 48, arrow: 26, legend: 190)
            : Widths(heading: 34, words: 40, arrow: 26, legend: 110)
    }

    public var text: String {
        var lines = [Self.mark, "digraph \(Self.quoted(picture.name)) {"]
        lines += settings.map { "  " + $0 }
        lines += picture.nodes.map { "  " + node($0) }
        switch picture.layout {
        case .across, .down: lines += flow.map { "  " + $0 }
        case .spine: lines += spine(SpineLayout(picture)).map { "  " + $0 }
        }
        return lines.joined(separator: "\n") + "\n}\n"
    }

    /// Width and height in inches, less a margin of a centimetre: A3, or for everything at once A1, which is four
    /// sheets of A3.
    private var paper: String {
        switch picture.layout {
        case .across, .down: picture.nodes.count { $0.shape == .rule } > 9 ? "10.9,15.7" : "15.7,10.9"
        case .spine: "22.6,32.3"
        }
    }

    /// Letters and lines that a printer without colours shows.
    private var settings: [String] {
        let legend = (Self.key + picture.legend).flatMap { Wrapping.lines($0, width: widths.legend) }
        let title =
            "<<B>\(Self.escaped(picture.title))</B>"
            + legend.map { "<BR/><FONT POINT-SIZE=\"11\">\(Self.escaped($0))</FONT>" }.joined() + ">"
        return [
            "graph [rankdir=\(picture.layout == .down ? "TB" : "LR"), size=\"\(paper)\", margin=0.2, nodesep=0.1, ranksep=\(picture.layout == .spine ? 0.5 : 0.35), labelloc=t, "
                + "fontname=\"Helvetica\", fontsize=20, label=\(title)];",
            "node [shape=box, fontname=\"Helvetica\", fontsize=10, margin=\"0.08,0.04\", height=0.2, width=0.5];",
            "edge [fontname=\"Helvetica\", fontsize=9, arrowsize=0.7];",
        ]
    }

    private static let key = [
        "Rechthoek: een vraag, met haar nummer in het gesprek; met een schaduw: voor elke organisatie apart. "
            + "Schuine hoeken: een begrip. Vak met omgevouwen hoek: een regel, met haar nummer; de eerste die past, "
            + "beslist. Rond vak: de uitkomst.",
        "Pijl: met deze antwoorden daarheen. Streepjes met een rondje: met deze antwoorden juist niet. "
            + "Stippels: de volgorde. ■: na dit antwoord wordt niets meer gevraagd om de weg te vinden.",
    ]

    // MARK: Boxes

    private func node(_ node: Picture.Node) -> String {
        let lines = node.lines.flatMap { line -> [String] in
            switch line.style {
            case .heading:
                Wrapping.lines(line.text, width: widths.heading).map { "<B>\(Self.escaped($0))</B>" }
            case .plain: Wrapping.lines(line.text, width: widths.words).map(Self.escaped)
            }
        }
        return "\(Self.quoted(node.id)) [\(Self.style(node.shape)), label=\(Self.label(lines))];"
    }

    private static func label(_ lines: [String]) -> String {
        "<" + lines.map { $0 + "<BR ALIGN=\"LEFT\"/>" }.joined() + ">"
    }

    private static func style(_ shape: Picture.Shape) -> String {
        switch shape {
        case .question: "shape=box, penwidth=1.5"
        case .perParty: "shape=box3d, penwidth=1.5, margin=\"0.08,0.09\""
        case .term: "shape=box, style=diagonals, margin=\"0.14,0.06\""
        case .party: "shape=folder"
        case .rule: "shape=note"
        case .outcome: "shape=box, style=rounded"
        case .advice: "shape=box, peripheries=2"
        case .reference: "shape=box, style=dotted"
        }
    }

    // MARK: Arrows, left to right

    private var flow: [String] {
        var lines: [String] = []
        for (index, cluster) in picture.clusters.enumerated() {
            lines += self.cluster(cluster, number: "\(index + 1)")
        }
        for shape in [Picture.Shape.rule, .outcome] {
            lines += Self.column(picture.nodes.filter { $0.shape == shape }.map(\.id))
        }
        let outcomes = Set(picture.nodes.filter { $0.shape == .outcome }.map(\.id))
        return lines
            + picture.edges.map { edge in
                // The order makes no columns, and an outcome stands straight beside its rule.
                let place =
                    edge.kind == .order
                    ? "constraint=false" : outcomes.contains(edge.to) ? "weight=20" : nil
                return arrow(edge.from, edge.to, edge, [Self.label(edge.labels, widths.arrow), place])
            }
    }

    private func cluster(_ cluster: Picture.Cluster, number: String) -> [String] {
        var lines = [
            "subgraph \"cluster \(number)\" {",
            "  label=<<B>\(Self.escaped(cluster.title))</B>>; fontsize=13; labeljust=l; style=dashed;",
        ]
        lines += cluster.nodes.map { "  \(Self.quoted($0));" }
        for (index, inner) in cluster.clusters.enumerated() {
            lines += self.cluster(inner, number: "\(number).\(index + 1)").map { "  " + $0 }
        }
        return lines + ["}"]
    }

    /// One under the other, in this order.
    private static func column(_ nodes: [String]) -> [String] {
        guard nodes.count > 1 else { return [] }
        return ["{ rank=same; " + nodes.map { quoted($0) + ";" }.joined(separator: " ") + " }"]
            + zip(nodes, nodes.dropFirst()).map { "\(quoted($0)) -> \(quoted($1)) [style=invis];" }
    }

    // MARK: Arrows, round a spine

    private func spine(_ layout: SpineLayout) -> [String] {
        var lines = layout.knots.map {
            "\(Self.quoted($0.id)) [shape=plaintext, fontsize=9, margin=0.02, "
                + (Self.label($0.edge.labels, widths.arrow) ?? "label=\"\"") + "];"
        }
        lines += layout.columns.flatMap(Self.column)
        let knotted = Set(layout.knots.map(\.edge))
        for edge in picture.edges where !knotted.contains(edge) {
            let label = Self.label(edge.labels, widths.arrow)
            let (from, to) = (layout.column(edge.from), layout.column(edge.to))
            if from == to {
                lines.append(arrow(edge.from, edge.to, edge, [label, "constraint=false"]))
            } else {
                lines.append(arrow(edge.from, edge.to, edge, [label], isBackward: from > to, hasSides: true))
            }
        }
        for knot in layout.knots {
            lines.append(arrow(knot.edge.from, knot.id, knot.edge, ["arrowhead=none"], hasSides: true))
            lines.append(arrow(knot.id, knot.edge.to, knot.edge, [], isBackward: true, hasSides: true))
        }
        return lines
    }

    /// - Parameters:
    ///   - isBackward: It is written from its end to its beginning, because Graphviz puts what is written first
    ///     in an earlier column.
    ///   - hasSides: It leaves a box on its right side and arrives on the left side of another.
    private func arrow(
        _ from: String, _ to: String, _ edge: Picture.Edge, _ more: [String?], isBackward: Bool = false,
        hasSides: Bool = false
    ) -> String {
        let end = isBackward ? "arrowtail" : "arrowhead"
        var attributes: [String] =
            switch edge.kind {
            case .leads: ["style=solid"]
            case .excludes: ["style=dashed", "\(end)=odot"]
            case .order: ["style=dotted", "\(end)=vee"]
            }
        if isBackward { attributes.append("dir=back") }
        attributes += more.compactMap { $0 }
        let (first, second) = isBackward ? (to, from) : (from, to)
        let ends = Self.quoted(first) + (hasSides ? ":e" : "") + " -> " + Self.quoted(second)
        return "\(ends)\(hasSides ? ":w" : "") [\(attributes.joined(separator: ", "))];"
    }

    private static func label(_ words: [String], _ width: Int) -> String? {
        let lines = words.flatMap { Wrapping.lines($0, width: width) }
        return lines.isEmpty ? nil : "label=" + label(lines.map(escaped))
    }

    // MARK: Quoting

    /// A name between quotes, in which nothing means anything.
    static func quoted(_ name: String) -> String {
        var result = "\""
        for scalar in name.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case _ where scalar.properties.generalCategory == .control: result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// Words in a label, which Graphviz reads as XML.
    static func escaped(_ words: String) -> String {
        var result = ""
        for scalar in words.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case _ where scalar.properties.generalCategory == .control: result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
