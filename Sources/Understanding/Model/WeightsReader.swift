/// Reads weights as they stand in a file, line by line.
struct WeightsReader {
    private let knowledge: Knowledge
    private let list: FeatureList
    /// By name.
    private let features: [Substring: Int]
    private var weights: Weights
    private var pieces: [LearnedPieces.Piece] = []
    /// What they say, of the model whose lines are read.
    private var said: [SparseWeights.Entry] = []
    private var (wordMark, exampleMark): (UInt64?, UInt64?)
    /// The model whose lines are read; nil before the first.
    private var part: WeightsText.Part?
    private var line = 0

    private init(_ knowledge: Knowledge) {
        let list = FeatureList(knowledge)
        self.knowledge = knowledge
        self.list = list
        features = Dictionary(uniqueKeysWithValues: list.names.enumerated().map { (Substring($1), $0) })
        weights = Weights(priors: Priors(knowledge, list), knowledge)
    }

    static func read(_ text: String, _ knowledge: Knowledge) throws(WeightsText.Wrong) -> (
        weights: Weights, origin: WeightsText.Origin
    ) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.first == "gewichten 2" else {
            throw WeightsText.Wrong(line: 1, words: "hier hoort 'gewichten 2'")
        }
        var reader = WeightsReader(knowledge)
        for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
            reader.line = index + 1
            try reader.take(line.split(separator: " "))
        }
        guard let words = reader.wordMark, let examples = reader.exampleMark else {
            throw WeightsText.Wrong(line: 2, words: "hier hoort waaruit dit is geleerd")
        }
        reader.endPart()
        return (reader.weights, WeightsText.Origin(words: words, examples: examples))
    }

    private var wrong: WeightsText.Wrong {
        WeightsText.Wrong(line: line, words: "deze regel is niet te lezen")
    }

    private mutating func take(_ fields: [Substring]) throws(WeightsText.Wrong) {
        guard let name = fields.first else { return }
        switch (name, fields.count) {
        case ("woorden", 2): wordMark = UInt64(fields[1], radix: 16)
        case ("voorbeelden", 2): exampleMark = UInt64(fields[1], radix: 16)
        case ("grens", 3):
            let limit = Double(try number(fields[2]))
            if fields[1] == "nood" { weights.dangerFrom = limit } else { weights.decisionFrom = limit }
        case ("stukjes", 2...) where part == nil: pieces += try group(fields)
        case ("model", 3): try begin(fields[1], temperature: number(fields[2]))
        case ("zekerheid", 3):
            let slope = Double(try number(fields[2]))
            guard let part, slope > 0 else { throw wrong }
            weights[part].sureness = LinearModel.Sureness(shift: Double(try number(fields[1])), slope: slope)
        default:
            guard let part else { throw wrong }
            if name.hasPrefix("~") {
                try takePieces(part, of: name.dropFirst(), fields)
            } else {
                try takeFeatures(part, of: name, fields.dropFirst())
            }
        }
    }

    private func number(_ text: Substring) throws(WeightsText.Wrong) -> Float {
        guard let number = Float(text), number.isFinite else { throw wrong }
        return number
    }

    private mutating func begin(_ name: Substring, temperature: Float) throws(WeightsText.Wrong) {
        guard let next = WeightsText.Part(rawValue: String(name)), temperature > 0 else { throw wrong }
        endPart()
        part = next
        weights[next].temperature = Double(temperature)
    }

    /// What was said by a model takes its place; before the first one the pieces take theirs, in each.
    private mutating func endPart() {
        if let part {
            weights[part].pieces = SparseWeights(said, featureCount: weights.pieces.count)
        } else {
            weights.pieces = LearnedPieces(pieces)
            let nothing = SparseWeights([], featureCount: pieces.count)
            for part in WeightsText.Part.allCases { weights[part].pieces = nothing }
        }
        said = []
    }

    // MARK: The weights of a label

    /// A label or feature that is there no more is passed over; a new one keeps what its words alone say.
    private mutating func takeFeatures(
        _ part: WeightsText.Part, of name: Substring, _ row: ArraySlice<Substring>
    ) throws(WeightsText.Wrong) {
        guard let label = label(name, part) else { return }
        for feature in 0..<list.count { weights[part].set(feature, label, 0) }
        for entry in row {
            guard let equals = entry.lastIndex(of: "=") else { throw wrong }
            let weight = try number(entry[entry.index(after: equals)...])
            guard let feature = features[entry[..<equals]] else { continue }
            weights[part].set(feature, label, weight)
        }
    }

    private mutating func takePieces(
        _ part: WeightsText.Part, of name: Substring, _ fields: [Substring]
    ) throws(WeightsText.Wrong) {
        let said = try group(fields)
        guard let label = label(name, part) else { return }
        self.said += said.compactMap { piece in
            weights.pieces.place(of: piece.code).map {
                .init(feature: $0, label: label, weight: piece.rarity)
            }
        }
    }

    private func label(_ name: Substring, _ part: WeightsText.Part) -> Int? {
        part.labels(knowledge).firstIndex(of: String(name))
    }

    /// A number, and the pieces it holds for.
    private func group(_ fields: [Substring]) throws(WeightsText.Wrong) -> [LearnedPieces.Piece] {
        guard fields.count > 2 else { throw wrong }
        let value = try number(fields[1])
        var pieces: [LearnedPieces.Piece] = []
        for letters in fields[2...] {
            guard let piece = LearnedPieces.Piece(letters, rarity: value) else { throw wrong }
            pieces.append(piece)
        }
        return pieces
    }
}

extension Weights {
    /// What the words say before anything was learned.
    init(priors: Priors, _ knowledge: Knowledge) {
        self.init(
            topics: LinearModel(labelCount: knowledge.topics.count, weights: priors.topics.weights),
            kinds: LinearModel(labelCount: knowledge.kinds.count, weights: priors.kinds.weights),
            danger: LinearModel(labelCount: 2, weights: priors.danger.weights),
            decision: LinearModel(labelCount: 2, weights: priors.decision.weights), dangerFrom: 0.5,
            decisionFrom: 0.5)
    }
}
