/// Which feature stands where: scores of word groups, and the shape of the text.
public struct FeatureList: Hashable, Sendable {
    public let names: [String]
    public let topics: Range<Int>
    public let kinds: Range<Int>
    public let dangers: Range<Int>
    public let clues: Range<Int>
    /// The groups of danger by their weak words alone.
    let weakDangers: Range<Int>
    /// Danger and a clue together: `ligt op de grond` and `nu`.
    let pairs: Range<Int>
    let shapes: Range<Int>
    /// The clue that tells of a decision by itself; nil where a gemeente has no words for it.
    let decided: Int?

    init(_ knowledge: Knowledge) {
        var names = ["altijd"]
        func take(_ prefix: String, _ ids: [String]) -> Range<Int> {
            let start = names.count
            names += ids.map { prefix + $0 }
            return start..<names.count
        }
        topics = take("onderwerp:", knowledge.topics.map(\.id))
        kinds = take("soort:", knowledge.kinds.map(\.id))
        dangers = take("nood:", knowledge.dangers.map(\.id))
        weakDangers = take("nood-zwak:", knowledge.dangers.map(\.id))
        let clues = take("zin:", knowledge.clues.map(\.id))
        self.clues = clues
        pairs = take("nood-met:", knowledge.clues.map(\.id))
        shapes = take("vorm:", Shape.allCases.map(\.rawValue))
        self.names = names
        decided = knowledge.clues.firstIndex { $0.id == Knowledge.decided }.map { clues.lowerBound + $0 }
    }

    func shape(_ shape: Shape) -> Int { shapes.lowerBound + (Shape.allCases.firstIndex(of: shape) ?? 0) }

    /// Whether a word of danger stands in a text.
    func hasDanger(_ features: Features) -> Bool {
        features.places.contains { dangers.contains(Int($0)) || weakDangers.contains(Int($0)) }
    }

    /// Whether a word stands in a text after which the question about a decision is always asked.
    func saysDecided(_ features: Features) -> Bool {
        decided.map { features.places.contains(Int32($0)) } ?? false
    }

    /// Whether no keyword of any topic stands in a text.
    func namesNoTopic(_ features: Features) -> Bool {
        !features.places.contains { topics.contains(Int($0)) }
    }

    public var count: Int { names.count }
}
