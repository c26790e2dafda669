import Foundation

/// What must be true of a store after any talk.
public enum StoreCheck {
    /// What the JSON Schemas find wrong in the complaints and contacts of a store; empty when nothing.
    public static func schemaProblems(in store: String) throws -> String {
        let klachten = TemporaryFolder.files(below: store + "/klachten")
        let contacten = TemporaryFolder.files(below: store + "/contacten")
        return try problems("klacht.schema.json", klachten) + problems("contact.schema.json", contacten)
    }

    private static func problems(_ schema: String, _ files: [String]) throws -> String {
        guard !files.isEmpty else { return "" }
        let process = Process()
        // The system's Python: that is the one for which the package manager installs python3-jsonschema.
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = [Tree.validator, "\(Tree.schemas)/\(schema)"] + files
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return process.terminationStatus == 0 || !text.isEmpty
            ? text : "the validator ended with \(process.terminationStatus)"
    }

    /// Files, with the word, that hold a word of four letters or more out of these lines, in any of their bytes.
    public static func traces(of lines: [String], in store: String) throws -> [String] {
        let words = Set(
            lines.filter { !$0.hasPrefix("/") }.flatMap { line in line.split { !$0.isLetter } }
                .filter { $0.count >= 4 })
        return try TemporaryFolder.files(below: store).flatMap { path in
            let bytes = try Data(contentsOf: URL(filePath: path))
            return words.filter { bytes.range(of: Data($0.utf8)) != nil }.map { "\(path): \($0)" }
        }.sorted()
    }

    /// What is kept of each matter without the words of people: codes, parties, days, and the decision as an official
    /// reads it.
    public static func codes(in store: String) throws -> [String] {
        try (records(in: store) + contacts(in: store)).map { document in
            var record = document
            let questions = record["vragen"] as? [[String: Any]] ?? []
            record["vragen"] = questions.map { question in
                question.filter { ["vraag", "partij", "waarden"].contains($0.key) }
            }
            for key in ["gedraging", "gebeurtenissen", "stukken", "taal"] { record[key] = nil }
            let data = try JSONSerialization.data(
                withJSONObject: record, options: [.sortedKeys, .prettyPrinted])
            return String(decoding: data, as: UTF8.self)
        }
    }

    /// The complaints in the store, as JSON.
    public static func records(in store: String) throws -> [[String: Any]] {
        try TemporaryFolder.files(below: store + "/klachten").sorted().map(json)
    }

    private static func contacts(in store: String) throws -> [[String: Any]] {
        try TemporaryFolder.files(below: store + "/contacten").sorted().map(json)
    }

    private static func json(_ path: String) throws -> [String: Any] {
        let json = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path)))
        return json as? [String: Any] ?? [:]
    }

    /// Complaints and contacts in the store.
    public static func documents(in store: String) -> [String] {
        TemporaryFolder.files(below: store + "/klachten") + TemporaryFolder.files(below: store + "/contacten")
    }
}
