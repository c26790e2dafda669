import DialogEngine
import Rules

/// Where the value comes from that a condition reads.
enum Origin: Hashable {
    case question(String)
    /// The organisation that the complaint is about, whichever question named it.
    case party
    /// The decision, for questions after it.
    case advice
    case term(String)
}

/// One thing that a condition reads, with the answers that count.
struct Reading: Hashable {
    let origin: Origin
    /// What of it: `regime`, `aantal`; empty for the answer itself.
    let facet: String
    /// Empty for a named condition.
    let values: [String]
    /// Every value there is.
    let isAnyValue: Bool
    /// It must *not* be so.
    let isNegated: Bool

    var words: String {
        guard case .term = origin else {
            let answers = isAnyValue ? "elk antwoord" : values.joined(separator: " of ")
            return facet.isEmpty ? answers : "\(facet): \(answers)"
        }
        return ""
    }
}

/// Takes conditions apart into what they read, and speaks them with the names of `begrippen.yaml`.
struct ConditionSpeaker {
    let vocabulary: Vocabulary
    /// By condition; of two that say the same the first one gives its name.
    private var names: [Condition: String] = [:]
    private var origins: [(origin: Origin, facet: String)] = []

    init(vocabulary: Vocabulary, terms: [NamedCondition], questions: [Question]) {
        self.vocabulary = vocabulary
        for term in terms where names[term.condition] == nil { names[term.condition] = term.name }
        origins = vocabulary.domains.map { Self.origin(of: $0.name, questions) }
    }

    /// Everything that a condition reads, each once, in the order written.
    func readings(_ condition: Condition, defining term: String? = nil) -> [Reading] {
        var found: [Reading] = []
        for reading in all(condition, false, term) where !found.contains(reading) { found.append(reading) }
        return found
    }

    /// The readings that complete a condition: of what must hold in any case the latest, and one for each
    /// way where there are several.
    func deciding(_ condition: Condition, latest: (Reading) -> Int) -> [Reading] {
        if names[condition] != nil { return all(condition, false, nil) }
        switch condition {
        case .always: return []
        case .fact, .not: return all(condition, false, nil)
        case .any(let parts):
            var found: [Reading] = []
            for reading in parts.flatMap({ deciding($0, latest: latest) }) where !found.contains(reading) {
                found.append(reading)
            }
            return found
        case .all(let parts):
            let sure = parts.flatMap { part in
                deciding(part, latest: latest).count == 1 ? deciding(part, latest: latest) : []
            }
            let positive = sure.filter { !$0.isNegated }
            if let last = (positive.isEmpty ? sure : positive).max(by: { latest($0) < latest($1) }) {
                return [last]
            }
            return parts.first { $0 != .always }.map { deciding($0, latest: latest) } ?? []
        }
    }

    /// As a writer of dialogs would read it aloud, named conditions by their names.
    func spoken(_ condition: Condition, defining term: String? = nil) -> String {
        if let name = names[condition], name != term { return name }
        switch condition {
        case .always, .fact: return condition.spoken(vocabulary)
        case .all(let parts): return parts.map { bracketed($0, term) }.joined(separator: " en ")
        case .any(let parts): return parts.map { bracketed($0, term) }.joined(separator: ", of ")
        case .not(let part):
            return names[part].map { "niet " + $0 } ?? "niet (\(spoken(part, defining: term)))"
        }
    }

    func spoken(_ when: When) -> String {
        let words = spoken(when.condition)
        return when.ifUnknown ? words + " (ook als dat niet bekend is)" : words
    }

    private func bracketed(_ condition: Condition, _ term: String?) -> String {
        if case .any(let parts) = condition, parts.count > 1, names[condition] == nil {
            return "(\(spoken(condition, defining: term)))"
        }
        return spoken(condition, defining: term)
    }

    private func all(_ condition: Condition, _ isNegated: Bool, _ term: String?) -> [Reading] {
        if let name = names[condition], name != term {
            return [
                Reading(
                    origin: .term(name), facet: "", values: [], isAnyValue: false, isNegated: isNegated)
            ]
        }
        switch condition {
        case .always: return []
        case .fact(let fact, let wanted):
            let domain = vocabulary.domains[fact]
            let values = wanted.indexes.map { domain.values[$0] }
            return [
                Reading(
                    origin: origins[fact].origin, facet: origins[fact].facet, values: values,
                    isAnyValue: values.count == domain.values.count, isNegated: isNegated)
            ]
        case .all(let parts), .any(let parts): return parts.flatMap { all($0, isNegated, term) }
        case .not(let part): return all(part, !isNegated, term)
        }
    }

    /// A fact is named after its question, with a dot before what of it.
    private static func origin(of name: String, _ questions: [Question]) -> (origin: Origin, facet: String) {
        let owner = questions.filter { name == $0.id || name.hasPrefix($0.id + ".") }
            .max { $0.id.count < $1.id.count }
        if let owner { return (.question(owner.id), String(name.dropFirst(owner.id.count + 1))) }
        let facet = name.split(separator: ".", maxSplits: 1).dropFirst().joined()
        return (name.hasPrefix("route.") ? .advice : .party, facet)
    }
}
