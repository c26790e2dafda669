import DialogEngine
import Rules

extension DialogFlow {
    /// All questions, named conditions, rules and outcomes, each once.
    var whole: Picture {
        let route = questions.filter { $0.stage == .route }
        let after = questions.filter { $0.stage == .after }
        let chain =
            route.map { Self.id(of: $0.id) } + [Self.id(of: .advice)] + after.map { Self.id(of: $0.id) }
        var edges = Self.order(chain) + questions.flatMap(edges(to:)) + terms.flatMap(edges(to:)) + partyEdges
        for (index, rule) in table.rules.enumerated() {
            let deciding = Self.edges(deciding(rule), to: Self.id(ofRule: rule.id))
            edges +=
                deciding.isEmpty && index > 0
                ? Self.order([Self.id(ofRule: table.rules[index - 1].id), Self.id(ofRule: rule.id)])
                : deciding
            edges.append(outcomeEdge(rule))
        }
        return Picture(
            name: "alles", title: title("alle vragen en regels"),
            legend: legend + [
                "Bij een regel staat alleen de laatste pijl; de hele voorwaarde staat in het vak."
            ],
            layout: .spine,
            nodes: route.map { node($0, .short) } + [adviceNode] + after.map { node($0, .short) }
                + terms.map { node($0, .short) } + [
                    partyNode(.full)
                ] + table.rules.map(node) + table.rules.map { outcome($0, .short) },
            clusters: frames(route) + [
                Picture.Cluster(title: Self.afterTitle, nodes: [], clusters: frames(after))
            ],
            edges: edges)
    }

    /// A frame for each file of questions.
    func frames(_ questions: [Question]) -> [Picture.Cluster] {
        subjects.compactMap { name in
            let own = questions.filter { subject(of: $0) == name }
            return own.isEmpty ? nil : Self.cluster(name, own)
        }
    }

    static let afterTitle = "daarna: als de weg bekend is"

    func title(_ what: String) -> String { "\(handbook.gemeente.name): \(what)" }

    var legend: [String] { ["Versie van de dialogen: \(handbook.dialog.version)."] }
}
