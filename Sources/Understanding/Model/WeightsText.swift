/// The weights as they stand in a file: lines that a person can read and compare.
///
///     gewichten 2
///     woorden 3fa0c1…
///     voorbeelden 77b2e9…
///     grens nood 0.12
///     stukjes 5.29 _twi wint
///     model onderwerpen 1.25
///     zekerheid 0.67 0.43
///     afval altijd=-0.102 onderwerp:afval=2.953
///     ~afval 0.31 _bak cont
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
        let letters = weights.pieces.pieces.map(\.letters)
        var lines = [
            "gewichten 2", "woorden " + Self.hexadecimal(origin.words),
            "voorbeelden " + Self.hexadecimal(origin.examples),
            "grens nood " + Self.decimal(weights.dangerFrom),
            "grens besluit " + Self.decimal(weights.decisionFrom),
        ]
        lines += Self.grouped(zip(letters, weights.pieces.pieces.map(\.rarity))).map { "stukjes " + $0 }
        for part in Part.allCases {
            let model = weights[part]
            lines.append("model \(part.rawValue) " + Self.decimal(model.temperature))
            lines.append(
                "zekerheid " + Self.decimal(model.sureness.shift) + " " + Self.decimal(model.sureness.slope))
            for (label, name) in part.labels(knowledge).enumerated() {
                let row = list.names.enumerated().compactMap { feature, word -> String? in
                    let written = Self.decimal(Double(model.weight(feature, label)))
                    return written == "0.000" ? nil : word + "=" + written
                }
                lines.append(([name] + row).joined(separator: " "))
                let said = letters.enumerated().map { ($1, model.weight(list.count + $0, label)) }
                lines += Self.grouped(said.filter { $0.1 != 0 }).map { "~\(name) " + $0 }
            }
        }
        text = lines.joined(separator: "\n") + "\n"
    }

    /// Those with the same number on one line, behind it, in hundredths: there are many, and each says little.
    private static func grouped(_ pieces: some Sequence<(String, Float)>) -> [String] {
        var groups: [Int: [String]] = [:]
        for (letters, value) in pieces {
            groups[Int((value * 100).rounded()), default: []].append(letters)
        }
        return groups.sorted { $0.key < $1.key }.map { hundredths, letters in
            ([decimal(Double(hundredths) / 100, digits: 2)] + letters).joined(separator: " ")
        }
    }

    private static func hexadecimal(_ mark: UInt64) -> String {
        let digits = String(mark, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// - Parameter digits: Behind the point; pieces are many, and each says little.
    private static func decimal(_ value: Double, digits: Int = 3) -> String {
        let one = digits == 3 ? 1000 : 100
        let parts = Int((value.magnitude * Double(one)).rounded())
        let rest = String(parts % one)
        return (value < 0 && parts > 0 ? "-" : "") + "\(parts / one)."
            + String(repeating: "0", count: digits - rest.count) + rest
    }

    /// The weights of a file, for words that may have changed since.
    public func weights(_ knowledge: Knowledge) throws(Wrong) -> (weights: Weights, origin: Origin) {
        try WeightsReader.read(text, knowledge)
    }

    enum Part: String, CaseIterable {
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
    subscript(_ part: WeightsText.Part) -> LinearModel {
        get {
            switch part {
            case .topics: topics
            case .kinds: kinds
            case .danger: danger
            case .decision: decision
            }
        }
        // In place: a copy of all weights for each one that is set would take seconds.
        _modify {
            switch part {
            case .topics: yield &topics
            case .kinds: yield &kinds
            case .danger: yield &danger
            case .decision: yield &decision
            }
        }
    }
}
