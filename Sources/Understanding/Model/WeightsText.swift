/// The weights as they stand in a file: lines that a person can read and compare.
///
///     gewichten 1
///     woorden 3fa0c1…
///     voorbeelden 77b2e9…
///     grens nood 0.12
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
        let list = FeatureList(knowledge)
        var lines = [
            "gewichten 1", "woorden " + Self.hexadecimal(origin.words),
            "voorbeelden " + Self.hexadecimal(origin.examples),
            "grens nood " + Self.decimal(weights.dangerFrom),
            "grens besluit " + Self.decimal(weights.decisionFrom),
        ]
        for part in Part.allCases {
            let model = weights[part]
            lines.append("model \(part.rawValue) " + Self.decimal(model.temperature))
            lines.append(
                "zekerheid " + Self.decimal(model.sureness.shift) + " " + Self.decimal(model.sureness.slope))
            for (label, name) in part.labels(knowledge).enumerated() {
                let row = list.names.indices.compactMap { feature -> String? in
                    let written = Self.decimal(Double(model.weights[feature * model.labelCount + label]))
                    return written == "0.000" || written == "-0.000"
                        ? nil : list.names[feature] + "=" + written
                }
                lines.append(([name] + row).joined(separator: " "))
            }
        }
        text = lines.joined(separator: "\n") + "\n"
    }

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
        var (words, examples): (UInt64?, UInt64?)
        var part: Part?
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.first == "gewichten 1" else { throw Wrong(line: 1, words: "hier hoort 'gewichten 1'") }
        for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
            let fields = line.split(separator: " ")
            let wrong = Wrong(line: index + 1, words: "deze regel is niet te lezen")
            switch (fields.first, fields.count) {
            case ("woorden", 2): words = UInt64(fields[1], radix: 16)
            case ("voorbeelden", 2): examples = UInt64(fields[1], radix: 16)
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
            default:
                guard let part, let name = fields.first else { throw wrong }
                guard let label = part.labels(knowledge).firstIndex(of: String(name)) else { continue }
                try read(fields.dropFirst(), into: &weights[part], label, features, wrong)
            }
        }
        guard let words, let examples else {
            throw Wrong(line: 2, words: "hier hoort waaruit dit is geleerd")
        }
        return (weights, Origin(words: words, examples: examples))
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
            guard let feature = features[entry[..<equals]] else { continue }
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
