import DialogEngine
import Rules

/// Which arrows there are.
extension DialogFlow {
    /// One arrow for each thing read, and one more where it is also excluded.
    static func edges(_ readings: [Reading], to node: String) -> [Picture.Edge] {
        var edges: [Picture.Edge] = []
        for reading in readings {
            let from = id(of: reading.origin)
            let kind: Picture.Edge.Kind = reading.isNegated ? .excludes : .leads
            let label = reading.words.isEmpty ? [] : [reading.words]
            if let same = edges.firstIndex(where: { $0.from == from && $0.kind == kind }) {
                edges[same] = Picture.Edge(
                    from: from, to: node, kind: kind, labels: edges[same].labels + label)
            } else {
                edges.append(Picture.Edge(from: from, to: node, kind: kind, labels: label))
            }
        }
        return edges
    }

    /// The order in which questions are looked at.
    static func order(_ nodes: [String]) -> [Picture.Edge] {
        zip(nodes, nodes.dropFirst()).map { Picture.Edge(from: $0, to: $1, kind: .order, labels: []) }
    }

    func edges(to question: Question) -> [Picture.Edge] {
        Self.edges(readings(of: question), to: Self.id(of: question.id))
    }

    func edges(to term: NamedCondition) -> [Picture.Edge] {
        Self.edges(readings(of: term), to: Self.id(of: .term(term.name)))
    }

    /// From each question that names organisations to what is known of them.
    var partyEdges: [Picture.Edge] {
        questions.filter(\.namesParties).map {
            Picture.Edge(
                from: Self.id(of: $0.id), to: Self.id(of: .party), kind: .leads, labels: [])
        }
    }

    func outcomeEdge(_ rule: Rule) -> Picture.Edge {
        Picture.Edge(
            from: Self.id(ofRule: rule.id), to: Self.id(ofOutcome: rule.id), kind: .leads, labels: [])
    }

    /// Neighbours that are played for each organisation, and the others one by one.
    static func blocks(_ questions: [Question]) -> [[Question]] {
        var blocks: [[Question]] = []
        for question in questions {
            if question.isPerParty, let last = blocks.last?.last, last.isPerParty {
                blocks[blocks.count - 1].append(question)
            } else {
                blocks.append([question])
            }
        }
        return blocks
    }

    /// A frame round questions, with a frame in it round what is asked for each organisation.
    static func cluster(_ title: String, _ questions: [Question]) -> Picture.Cluster {
        var nodes: [String] = []
        var inner: [Picture.Cluster] = []
        for block in blocks(questions) {
            let ids = block.map { id(of: $0.id) }
            if block[0].isPerParty {
                inner.append(
                    Picture.Cluster(title: "voor elke organisatie apart", nodes: ids, clusters: []))
            } else {
                nodes += ids
            }
        }
        return Picture.Cluster(title: title, nodes: nodes, clusters: inner)
    }
}
