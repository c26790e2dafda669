/// Any JSON, to compare what a file holds with what was understood of it.
enum JSONValue: Decodable, Equatable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let bool = try? container.decode(Bool.self) {
            self = .bool(bool)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let string = try? container.decode(String.self) {
            self = .string(string)
        } else if let array = try? container.decode([JSONValue].self) {
            self = .array(array)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    /// The first place, by name of key, where this says something that the other does not; nil when there is
    /// none.
    func difference(from other: JSONValue, at place: String) -> DocumentProblem? {
        switch (self, other) {
        case (.object(let mine), .object(let theirs)):
            for (key, value) in mine.sorted(by: { $0.key < $1.key }) where value != .null {
                let inner = place.isEmpty ? key : "\(place).\(key)"
                guard let counterpart = theirs[key] else { return .unknownKey(inner) }
                if let problem = value.difference(from: counterpart, at: inner) { return problem }
            }
            return nil
        case (.array(let mine), .array(let theirs)) where mine.count == theirs.count:
            for (index, (value, counterpart)) in zip(mine, theirs).enumerated() {
                if let problem = value.difference(from: counterpart, at: "\(place).[\(index)]") {
                    return problem
                }
            }
            return nil
        default:
            return self == other ? nil : .wrongValue(place)
        }
    }
}
