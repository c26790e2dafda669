/// Yes, no, or not known: what a condition comes to when somebody does not know or will not say.
public enum Truth: Sendable {
    case yes, no, unknown
}

/// The one condition language of dialogs, routes, mentions and texts.
///
/// Finite domains, no free code. An absent fact makes its leaf `no`; an unknown one makes it `unknown`,
/// unless the leaf names the unknown value itself.
public indirect enum Condition: Hashable, Sendable {
    case always
    /// The fact has one of these values.
    case fact(Int, ValueSet)
    case all([Condition])
    case any([Condition])
    case not(Condition)

    public func truth(_ facts: Facts, _ vocabulary: Vocabulary) -> Truth {
        switch self {
        case .always: return .yes
        case .fact(let fact, let wanted):
            guard let value = facts[fact] else { return .no }
            if wanted.contains(value) { return .yes }
            return vocabulary.domains[fact].unknown.contains(value) ? .unknown : .no
        case .all(let parts):
            var result = Truth.yes
            for part in parts {
                switch part.truth(facts, vocabulary) {
                case .yes: continue
                case .no: return .no
                case .unknown: result = .unknown
                }
            }
            return result
        case .any(let parts):
            var result = Truth.no
            for part in parts {
                switch part.truth(facts, vocabulary) {
                case .no: continue
                case .yes: return .yes
                case .unknown: result = .unknown
                }
            }
            return result
        case .not(let part):
            switch part.truth(facts, vocabulary) {
            case .yes: return .no
            case .no: return .yes
            case .unknown: return .unknown
            }
        }
    }

    /// The facts it reads, each once, in order of appearance.
    public var facts: [Int] {
        var seen: [Int] = []
        collect(into: &seen)
        return seen
    }

    private func collect(into seen: inout [Int]) {
        switch self {
        case .always: return
        case .fact(let fact, _): if !seen.contains(fact) { seen.append(fact) }
        case .all(let parts), .any(let parts): for part in parts { part.collect(into: &seen) }
        case .not(let part): part.collect(into: &seen)
        }
    }

    /// Can it come to `unknown`? Then whoever uses it must say what that means (`bij_onbekend`).
    public func mayBeUnknown(_ vocabulary: Vocabulary) -> Bool {
        switch self {
        case .always: false
        case .fact(let fact, let wanted):
            vocabulary.domains[fact].unknown.indexes.contains { !wanted.contains($0) }
        case .all(let parts), .any(let parts): parts.contains { $0.mayBeUnknown(vocabulary) }
        case .not(let part): part.mayBeUnknown(vocabulary)
        }
    }

    /// As a writer of dialogs would read it aloud: `zaak is klacht en niet (besluit is ja)`.
    public func spoken(_ vocabulary: Vocabulary) -> String {
        switch self {
        case .always: "altijd"
        case .fact(let fact, let wanted):
            "\(vocabulary.domains[fact].name) is "
                + wanted.indexes.map { vocabulary.domains[fact].values[$0] }.joined(separator: " of ")
        case .all(let parts): parts.map { $0.bracketed(vocabulary) }.joined(separator: " en ")
        case .any(let parts): parts.map { $0.bracketed(vocabulary) }.joined(separator: ", of ")
        case .not(let part): "niet (\(part.spoken(vocabulary)))"
        }
    }

    private func bracketed(_ vocabulary: Vocabulary) -> String {
        switch self {
        case .any(let parts) where parts.count > 1: "(\(spoken(vocabulary)))"
        default: spoken(vocabulary)
        }
    }
}

/// A condition together with what happens when its answer is not known.
public struct When: Hashable, Sendable {
    public let condition: Condition
    /// `bij_onbekend`: whether it holds when somebody does not know or will not say.
    public let ifUnknown: Bool

    public init(_ condition: Condition, ifUnknown: Bool) {
        self.condition = condition
        self.ifUnknown = ifUnknown
    }

    public static let always = When(.always, ifUnknown: false)

    public func holds(_ facts: Facts, _ vocabulary: Vocabulary) -> Bool {
        switch condition.truth(facts, vocabulary) {
        case .yes: true
        case .no: false
        case .unknown: ifUnknown
        }
    }
}
