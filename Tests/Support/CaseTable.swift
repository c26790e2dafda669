import Foundation

/// A table of `Tests/Cases`: one case a line, tabs between its fields, `#` before what only a reader needs.
public struct CaseTable: Sendable {
    public struct Row: Sendable, CustomStringConvertible {
        public let fields: [String]
        public var description: String { fields.joined(separator: " → ") }

        /// Empty for what is not there.
        public subscript(index: Int) -> String { fields.indices.contains(index) ? fields[index] : "" }
    }

    public let rows: [Row]

    /// - Parameter name: Below `Tests/Cases`.
    public init(_ name: String) {
        let path = Tree.root + "/Tests/Cases/" + name
        guard let bytes = FileManager.default.contents(atPath: path) else {
            preconditionFailure("the table \(name) is there")
        }
        rows = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
            .filter { !$0.hasPrefix("#") }
            .map { line in
                Row(
                    fields: line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init))
            }
    }
}
