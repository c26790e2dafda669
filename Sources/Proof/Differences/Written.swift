import DialogEngine
import Rules

/// Anything of a handbook as text, so that two dialogs can be compared that number their facts differently.
///
/// By reflection: a field that is added to a question, a rule or a partner is compared from then on.
struct Written {
    let vocabulary: Vocabulary

    /// The fields of a value, by the name that they have in the files.
    func fields(_ value: Any, besides left: Set<String> = ["id"]) -> [String: String] {
        var fields: [String: String] = [:]
        for child in Mirror(reflecting: value).children {
            guard let label = child.label, !left.contains(label) else { continue }
            fields[FieldNames.dutch(label)] = text(child.value)
        }
        return fields
    }

    func text(_ value: Any) -> String {
        switch value {
        case let text as String: return text
        case let text as Text: return text.words
        case let day as Day: return day.iso
        case let when as When:
            let spoken = when.condition.spoken(vocabulary)
            guard when.condition.mayBeUnknown(vocabulary) else { return spoken }
            return spoken + (when.ifUnknown ? "; weet men het niet: ja" : "; weet men het niet: nee")
        case let condition as Condition: return condition.spoken(vocabulary)
        case let law as LawReference: return law.text
        case let term as Term: return Self.words(term)
        case let flag as Bool: return flag ? "ja" : "nee"
        case let trait as Option.Trait: return "\(trait.name): \(trait.value)"
        case let word as any RawRepresentable<String>: return word.rawValue
        default: return parts(value)
        }
    }

    private func parts(_ value: Any) -> String {
        let mirror = Mirror(reflecting: value)
        let children = mirror.children
        switch mirror.displayStyle {
        case .optional: return children.first.map { text($0.value) } ?? ""
        case .collection: return children.map { text($0.value) }.joined(separator: "; ")
        case .set, .dictionary: return children.map { text($0.value) }.sorted().joined(separator: "; ")
        default:
            guard !children.isEmpty else { return FieldNames.dutch("\(value)") }
            return children.compactMap { child in
                let told = text(child.value)
                let always = child.value as? When == .always
                guard !told.isEmpty, !always, let label = child.label, !label.hasPrefix(".") else {
                    return told.isEmpty || always ? nil : told
                }
                return "\(FieldNames.dutch(label)): \(told)"
            }.joined(separator: ", ")
        }
    }

    private static func words(_ term: Term) -> String {
        let unit =
            switch term.unit {
            case .days: term.amount == 1 ? "dag" : "dagen"
            case .weeks: term.amount == 1 ? "week" : "weken"
            case .months: term.amount == 1 ? "maand" : "maanden"
            case .years: "jaar"
            }
        return "\(term.amount) \(unit)"
    }
}
