import Foundation

/// What people say of a day, and what is meant: a line of `Tests/Cases/Dates/spoken.txt`.
public struct SpokenDate: Sendable, CustomStringConvertible {
    public let words: String
    public let today: String
    /// Without it there is no day, or nobody knows how long ago it was.
    public let first: String?
    public let last: String?
    /// "toekomst" for a day that is still to come.
    public let precision: String?
    /// `korter`, `langer` or `misschien` than a year ago.
    public let kind: String?

    public var description: String { "\(words) (\(today))" }

    public static let all: [SpokenDate] = {
        let path = Tree.root + "/Tests/Cases/Dates/spoken.txt"
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            preconditionFailure("no case \(path)")
        }
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(SpokenDate.init)
    }()

    private init(_ line: Substring) {
        let fields = line.components(separatedBy: " | ")
        precondition(fields.count == 6, "\(line)")
        (words, today) = (fields[0], fields[1])
        func given(_ field: String) -> String? { field == "-" ? nil : field }
        (first, last, precision, kind) = (
            given(fields[2]), given(fields[3]), given(fields[4]), given(fields[5])
        )
    }
}
