import DialogEngine
import Rules

/// The drawings of a part: a file of questions, the named conditions, a channel.
extension DialogFlow {
    func picture(ofSubject subject: String) -> Picture {
        let own = questions.filter { self.subject(of: $0) == subject }
        let read = own.flatMap(readings)
        let ownTerms = terms.filter { term in read.contains { $0.origin == .term(term.name) } }
        let namesParties = own.contains(where: \.namesParties)
        var nodes = own.map { node($0, .full) } + ownTerms.map { node($0, .full) }
        var edges = Self.order(own.map { Self.id(of: $0.id) }) + own.flatMap(edges(to:))
        if namesParties {
            nodes.append(partyNode(.short))
            nodes += regimes.map { node(regime: $0.name, offers: $0.offers) }
            edges += regimes.flatMap { regime in
                regime.offers.map {
                    Picture.Edge(
                        from: Self.id(of: $0.question.id), to: Self.id(ofRegime: regime.name), kind: .leads,
                        labels: [])
                } + [
                    Picture.Edge(
                        from: Self.id(ofRegime: regime.name), to: Self.id(of: .party), kind: .leads,
                        labels: [])
                ]
            }
        }
        let drawn = Set(nodes.map(\.id))
        edges += ownTerms.flatMap(edges(to:)).filter { drawn.contains($0.from) }
        let sources = own.map { Origin.question($0.id) } + (namesParties ? [.party] : [])
        let notes = self.notes(from: sources, except: drawn)
        return Picture(
            name: "vragen-" + subject, title: title("de vragen van \(subject)"), legend: legend,
            layout: notes.isWide ? .across : .down,
            nodes: nodes + references(edges, except: drawn) + notes.nodes,
            clusters: frames(inSubject: own), edges: edges + notes.edges)
    }

    /// Round what comes after the decision, and round what is asked for each organisation.
    private func frames(inSubject questions: [Question]) -> [Picture.Cluster] {
        let route = Self.cluster("", questions.filter { $0.stage == .route })
        let after = questions.filter { $0.stage == .after }
        return route.clusters + (after.isEmpty ? [] : [Self.cluster(Self.afterTitle, after)])
    }

    /// All named conditions with what they read.
    var pictureOfTerms: Picture {
        let edges = terms.flatMap(edges(to:))
        let nodes = terms.map { node($0, .full) }
        return Picture(
            name: "begrippen", title: title("de begrippen"), legend: legend, layout: .down,
            nodes: nodes + references(edges, except: Set(nodes.map(\.id))), clusters: [], edges: edges)
    }

    func picture(of channel: Channel) -> Picture {
        let rules = table.rules.filter { $0.channel == channel }
        let read = rules.flatMap(readings)
        let ownTerms = terms.filter { term in read.contains { $0.origin == .term(term.name) } }
        let edges =
            rules.flatMap { Self.edges(readings(of: $0), to: Self.id(ofRule: $0.id)) }
            + rules.map(outcomeEdge)
        let nodes = rules.map(node) + rules.map { outcome($0, .full) } + ownTerms.map { node($0, .full) }
        return Picture(
            name: "regels-" + channel.rawValue, title: title("de regels naar \(channel.rawValue)"),
            legend: legend, layout: .across,
            nodes: nodes + references(edges, except: Set(nodes.map(\.id))), clusters: [], edges: edges)
    }

    /// The boxes for what arrows come from and is drawn elsewhere.
    private func references(_ edges: [Picture.Edge], except drawn: Set<String>) -> [Picture.Node] {
        let origins =
            questions.map { Origin.question($0.id) } + [.party, .advice] + terms.map { .term($0.name) }
        let missing = Set(edges.map(\.from)).subtracting(drawn)
        return origins.filter { missing.contains(Self.id(of: $0)) }.map(reference)
    }

    private struct Notes {
        let nodes: [Picture.Node]
        let edges: [Picture.Edge]

        /// More boxes at one question than stand side by side on a sheet.
        var isWide: Bool { edges.contains { edge in edges.count { $0.from == edge.from } > 8 } }
    }

    /// What in other drawings reads these answers: one box for all that read the same.
    private func notes(from sources: [Origin], except drawn: Set<String>) -> Notes {
        var nodes: [Picture.Node] = []
        var edges: [Picture.Edge] = []
        for source in sources {
            var found: [(reading: Reading, readers: [String])] = []
            for (name, readings) in readers(except: drawn) {
                for reading in readings where reading.origin == source {
                    if let same = found.firstIndex(where: { $0.reading == reading }) {
                        found[same].readers.append(name)
                    } else {
                        found.append((reading, [name]))
                    }
                }
            }
            for (reading, readers) in found {
                let id = "elders \(nodes.count + 1)"
                nodes.append(Picture.Node(id: id, shape: .reference, lines: readers.map { .plain($0) }))
                edges.append(
                    Picture.Edge(
                        from: Self.id(of: source), to: id, kind: reading.isNegated ? .excludes : .leads,
                        labels: [reading.words]))
            }
        }
        return Notes(nodes: nodes, edges: edges)
    }

    private func readers(except drawn: Set<String>) -> [(name: String, readings: [Reading])] {
        questions.filter { !drawn.contains(Self.id(of: $0.id)) }.map {
            ("vraag \(number(of: $0)) · \($0.id)", readings(of: $0))
        }
            + terms.filter { !drawn.contains(Self.id(of: .term($0.name))) }.map {
                ("begrip \($0.name)", readings(of: $0))
            } + table.rules.map { ("regel \(number(of: $0)) · \($0.id)", readings(of: $0)) }
    }
}
