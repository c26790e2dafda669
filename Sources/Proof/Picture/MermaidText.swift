/// A picture in the language of Mermaid, a flowchart.
public struct MermaidText {
    /// The first line of each file, by which the program knows a file that it made itself.
    public static let mark = "%% tekening van klachtwijzer"

    private let picture: Picture
    /// Mermaid's names are plain words, so boxes are numbered.
    private let names: [String: String]

    public init(_ picture: Picture) {
        self.picture = picture
        names = Dictionary(
            picture.nodes.enumerated().map { ($0.element.id, "n\($0.offset + 1)") },
            uniquingKeysWith: { first, _ in first })
    }

    public var text: String {
        var lines = [Self.mark, "flowchart LR"]
        lines += picture.nodes.map { "  " + node($0) }
        for (index, cluster) in picture.clusters.enumerated() {
            lines += self.cluster(cluster, number: "\(index + 1)", indent: "  ")
        }
        lines += picture.edges.map { "  " + edge($0) }
        let legend = [picture.title] + Self.key + picture.legend
        lines.append("  leeswijzer[\"\(label(legend, width: 90))\"]")
        return lines.joined(separator: "\n") + "\n"
    }

    private static let key = [
        "Rechthoek: een vraag, met haar nummer in het gesprek. Zeshoek: een begrip. Schuin vak: een regel, met "
            + "haar nummer; de eerste die past, beslist. Rond vak: de uitkomst. Vlag: staat in een andere tekening.",
        "Pijl: met deze antwoorden daarheen. Lijn met een rondje: met deze antwoorden juist niet. "
            + "Stippels: de volgorde. ■: na dit antwoord wordt niets meer gevraagd om de weg te vinden.",
    ]

    private func name(_ id: String) -> String {
        guard let name = names[id] else { preconditionFailure("an arrow ends at a box of its picture") }
        return name
    }

    private func node(_ node: Picture.Node) -> String {
        let words = "\"\(label(node.lines.map(\.text), width: 40))\""
        let shaped =
            switch node.shape {
            case .question, .perParty: "[\(words)]"
            case .term: "{{\(words)}}"
            case .party: "[(\(words))]"
            case .rule: "[/\(words)/]"
            case .outcome: "(\(words))"
            case .advice: "[[\(words)]]"
            case .reference: ">\(words)]"
            }
        return name(node.id) + shaped
    }

    private func edge(_ edge: Picture.Edge) -> String {
        let words = edge.labels.isEmpty ? "" : "|\"\(label(edge.labels, width: 30))\"|"
        let arrow =
            switch edge.kind {
            case .leads: "-->"
            case .excludes: "--o"
            case .order: "-.->"
            }
        return "\(name(edge.from)) \(arrow)\(words) \(name(edge.to))"
    }

    private func cluster(_ cluster: Picture.Cluster, number: String, indent: String) -> [String] {
        var lines = ["\(indent)subgraph s\(number)[\"\(label([cluster.title], width: 60))\"]"]
        lines += cluster.nodes.map { "\(indent)  \(name($0))" }
        for (index, inner) in cluster.clusters.enumerated() {
            lines += self.cluster(inner, number: "\(number)_\(index + 1)", indent: indent + "  ")
        }
        return lines + ["\(indent)end"]
    }

    private func label(_ paragraphs: [String], width: Int) -> String {
        paragraphs.flatMap { Wrapping.lines($0, width: width) }.map(Self.escaped).joined(separator: "<br/>")
    }

    /// One line of a label. Mermaid reads Markdown and HTML in it; a number between `#` and `;` is only ever
    /// the letter.
    static func escaped(_ line: String) -> String {
        var result = ""
        for scalar in line.unicodeScalars {
            let isWord = scalar.value > 127 || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
            let isHarmless = isWord || (" ,:()/".unicodeScalars.contains(scalar))
            // A dot or a stripe makes a list of a line only at its beginning.
            let isInside = "-.?!".unicodeScalars.contains(scalar) && !result.allSatisfy(\.isNumber)
            if scalar.properties.generalCategory == .control {
                result += " "
            } else if isHarmless || isInside {
                result.unicodeScalars.append(scalar)
            } else {
                result += "#\(scalar.value);"
            }
        }
        return result
    }
}
