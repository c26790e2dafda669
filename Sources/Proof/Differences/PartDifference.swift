/// One part of the handbook that is not the same in the old and the new one.
public struct PartDifference: Hashable, Sendable {
    public enum Change: Hashable, Sendable {
        case added
        case removed
        /// The fields that differ, by name.
        case changed([Field])
    }

    public struct Field: Hashable, Sendable {
        public let name: String
        public let old: String
        public let new: String
    }

    public let part: PartKey
    public let change: Change

    static func all(_ old: Inventory, _ new: Inventory) -> [PartDifference] {
        let kinds = PartKey.Kind.allCases
        func rank(_ part: PartKey) -> Int { kinds.firstIndex(of: part.kind) ?? kinds.count }
        let keys = Set(old.parts.keys).union(new.parts.keys).sorted {
            (rank($0), $0.id) < (rank($1), $1.id)
        }
        return keys.compactMap { key in
            change(old.parts[key], new.parts[key]).map { PartDifference(part: key, change: $0) }
        }
    }

    private static func change(_ old: [String: String]?, _ new: [String: String]?) -> Change? {
        guard let old else { return .added }
        guard let new else { return .removed }
        let names = Set(old.keys).union(new.keys).sorted()
        let fields = names.compactMap { name -> Field? in
            guard old[name] != new[name] else { return nil }
            return Field(name: name, old: old[name] ?? "", new: new[name] ?? "")
        }
        return fields.isEmpty ? nil : .changed(fields)
    }
}
