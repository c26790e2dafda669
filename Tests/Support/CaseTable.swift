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
    private let path: String
    /// The lines above the first case.
    private let head: [Substring]

    /// Whether `UPDATE_CASES=1` asks for tables to be written anew.
    public static var isUpdating: Bool { ProcessInfo.processInfo.environment["UPDATE_CASES"] != nil }

    /// - Parameter name: Below `Tests/Cases`.
    public init(_ name: String) {
        path = Tree.root + "/Tests/Cases/" + name
        guard let bytes = FileManager.default.contents(atPath: path) else {
            preconditionFailure("the table \(name) is there")
        }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        head = Array(lines.prefix { $0.hasPrefix("#") })
        rows = lines.filter { !$0.hasPrefix("#") }.map { line in
            Row(fields: line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init))
        }
    }

    /// Writes every row anew; then read the difference as code.
    public func rewrite(_ fields: (Row) throws -> [String]) throws {
        let lines = try head.map(String.init) + rows.map { try fields($0).joined(separator: "\t") }
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: path))
    }
}
