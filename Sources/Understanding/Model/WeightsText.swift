/// The weights as they stand in a file: lines that a person can read and compare.
///
///     gewichten 1
///     woorden 3fa0c1…
///     voorbeelden 77b2e9…
///     grens nood 0.12
///     los twintigje=5.293 zwager=4.811
///     model onderwerpen 1.25
///     zekerheid 0.67 0.43
///     afval altijd=-0.102 onderwerp:afval=2.953
public struct WeightsText: Sendable {
    public let text: String

    /// What is wrong with a line, counted from 1.
    public struct Wrong: Error, Hashable {
        public let line: Int
        public let words: String
    }

    /// The words and the examples that weights were learned from.
    public struct Origin: Hashable, Sendable {
        public let words: UInt64
        public let examples: UInt64

        public init(words: UInt64, examples: UInt64) {
            self.words = words
            self.examples = examples
        }
    }

    public init(_ text: String) { self.text = text }

    // MARK: Writing

    public init(_ weights: Weights, _ knowledge: Knowledge, origin: Origin) {
        let names = FeatureList(knowledge).names + weights.words.words.map { Self.single + $0.word }
        var lines = [
            "gewichten 1", "woorden " + Self.hexadecimal(origin.words),
            "voorbeelden " + Self.hexadecimal(origin.examples),
            "grens nood " + Self.decimal(weights.dangerFrom),
            "grens besluit " + Self.decimal(weights.decisionFrom),
        ]
        if !weights.words.words.isEmpty {
            lines.append(
                "los" + weights.words.words.map { " \($0.word)=" + Self.decimal(Double($0.rarity)) }.joined())
        }
        for part in Part.allCases {
            let model = weights[part]
            lines.append("model \(part.rawValue) " + Self.decimal(model.temperature))
            lines.append(
                "zekerheid " + Self.decimal(model.sureness.shift) + " " + Self.decimal(model.sureness.slope))
            for (label, name) in part.labels(knowledge).enumerated() {
                let row = (0..<model.weights.count / model.labelCount).compactMap { feature -> String? in
                    let written = Self.decimal(Double(model.weights[feature * model.labelCount + label]))
                    return written == "0.000" || written == "-0.000"
                        ? nil : names[feature] + "=" + written
                }
                lines.append(([name] + row).joined(separator: " "))
            }
        }
        text = lines.joined(separator: "\n") + "\n"
    }

    /// Before a word that stands for itself.
    private static let single = "los:"

    private static func hexadecimal(_ mark: UInt64) -> String {
        let digits = String(mark, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// With three decimals.
    private static func decimal(_ value: Double) -> String {
        let thousands = Int((value.magnitude * 1000).rounded())
        let rest = String(thousands % 1000)
        return (value < 0 ? "-" : "") + "\(thousands / 1000)." + String(repeating: "0", count: 3 - rest.count)
            + rest
    }

    // MARK: Reading

    /// A label or feature that is there no more is passed over; a new one gets what its words alone say.
    public func weights(_ knowledge: Knowledge) throws(Wrong) -> (weights: Weights, origin: Origin) {
        let list = FeatureList(knowledge)
        var features: [Substring: Int] = [:]
        for (place, name) in list.names.enumerated() { features[Substring(name)] = place }
        var weights = Weights(priors: Priors(knowledge, list), knowledge)
        var (wordMark, exampleMark): (UInt64?, UInt64?)
        var part: Part?
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.first == "gewichten 1" else { throw Wrong(line: 1, words: "hier hoort 'gewichten 1'") }
        for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
            let fields = line.split(separator: " ")
            let wrong = Wrong(line: index + 1, words: "deze regel is niet te lezen")
            switch (fields.first, fields.count) {
            case ("woorden", 2): wordMark = UInt64(fields[1], radix: 16)
            case ("voorbeelden", 2): exampleMark = UInt64(fields[1], radix: 16)
            case ("grens", 3):
                guard let limit = Double(fields[2]), limit.isFinite else { throw wrong }
                if fields[1] == "nood" { weights.dangerFrom = limit } else { weights.decisionFrom = limit }
            case ("model", 3):
                guard let next = Part(rawValue: String(fields[1])), let temperature = Double(fields[2]),
                    temperature > 0, temperature.isFinite
                else { throw wrong }
                part = next
                weights[next].temperature = temperature
            case ("zekerheid", 3):
                guard let part, let shift = Double(fields[1]), let slope = Double(fields[2]), shift.isFinite,
                    slope > 0, slope.isFinite
                else { throw wrong }
                weights[part].sureness = LinearModel.Sureness(shift: shift, slope: slope)
            case ("los", _) where part == nil:
                let found = try words(fields.dropFirst(), wrong)
                weights.know(found)
                for (place, word) in found.words.enumerated() {
                    features[Substring(Self.single + word.word)] = list.count + place
                }
            default:
                guard let part, let name = fields.first else { throw wrong }
                guard let label = part.labels(knowledge).firstIndex(of: String(name)) else { continue }
                try read(fields.dropFirst(), into: &weights[part], label, features, wrong)
            }
        }
        guard let wordMark, let exampleMark else {
            throw Wrong(line: 2, words: "hier hoort waaruit dit is geleerd")
        }
        return (weights, Origin(words: wordMark, examples: exampleMark))
    }

    private func words(_ row: ArraySlice<Substring>, _ wrong: Wrong) throws(Wrong) -> LearnedWords {
        var words: [LearnedWords.Word] = []
        for entry in row {
            let parts = entry.split(separator: "=")
            guard parts.count == 2, let rarity = Float(parts[1]), rarity.isFinite else { throw wrong }
            words.append(LearnedWords.Word(String(parts[0]), rarity: rarity))
        }
        return LearnedWords(words)
    }

    private func read(
        _ row: ArraySlice<Substring>, into model: inout LinearModel, _ label: Int,
        _ features: [Substring: Int],
        _ wrong: Wrong
    ) throws(Wrong) {
        for feature in 0..<(model.weights.count / max(1, model.labelCount)) {
            model.weights[feature * model.labelCount + label] = 0
        }
        for entry in row {
            guard let equals = entry.lastIndex(of: "="),
                let weight = Float(entry[entry.index(after: equals)...]),
                weight.isFinite
            else { throw wrong }
            guard let feature = features[entry[..<equals]],
                (feature + 1) * model.labelCount <= model.weights.count
            else { continue }
            model.weights[feature * model.labelCount + label] = weight
        }
    }

    fileprivate enum Part: String, CaseIterable {
        case topics = "onderwerpen"
        case kinds = "soorten"
        case danger = "nood"
        case decision = "besluit"

        func labels(_ knowledge: Knowledge) -> [String] {
            switch self {
            case .topics: knowledge.topics.map(\.id)
            case .kinds: knowledge.kinds.map(\.id)
            case .danger, .decision: ["nee", "ja"]
            }
        }
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

    /// Begins with weights of 0 for words that were learned; once.
    fileprivate mutating func know(_ words: LearnedWords) {
        guard self.words.count == 0 else { return }
        self.words = words
        topics.weights += [Float](repeating: 0, count: topics.labelCount * words.count)
        kinds.weights += [Float](repeating: 0, count: kinds.labelCount * words.count)
    }

    fileprivate subscript(_ part: WeightsText.Part) -> LinearModel {
        get {
            switch part {
            case .topics: topics
            case .kinds: kinds
            case .danger: danger
            case .decision: decision
            }
        }
        set {
            switch part {
            case .topics: topics = newValue
            case .kinds: kinds = newValue
            case .danger: danger = newValue
            case .decision: decision = newValue
            }
        }
    }
}
