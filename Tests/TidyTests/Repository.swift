import Foundation

/// The files of the repository as they lie on disk.
enum Repository {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    struct File {
        /// From the root: `Sources/Rules/Law/Term.swift`.
        let path: String
        let text: String

        var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
        /// The module or test target it belongs to.
        var target: String { String(path.split(separator: "/")[1]) }

        /// Where it has one of these words: `Sources/Rules/Law/Term.swift:3: …`.
        func mentions(of words: [String]) -> [String] {
            guard words.contains(where: text.contains) else { return [] }
            return zip(1..., lines).flatMap { number, line in
                words.filter { line.contains($0) }.map { "\(path):\(number): \($0)" }
            }
        }

        /// The modules it imports, each once.
        var imports: Set<String> {
            let found = lines.compactMap { line -> String? in
                let words = line.split(separator: " ").filter { !$0.hasPrefix("@") }
                guard let position = words.firstIndex(of: "import"), position <= 1,
                    position == 0
                        || ["public", "internal", "private", "fileprivate", "package"]
                            .contains(words[0])
                else { return nil }
                let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "let"]
                return words[(position + 1)...].first { !kinds.contains($0) }.map {
                    String($0.prefix { $0 != "." })
                }
            }
            return Set(found)
        }
    }

    static func entries(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path).sorted()
    }

    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appending(path: path).path)
    }

    /// Every text file below a folder whose name ends so.
    static func files(below folder: String, endings: [String] = [".swift"]) throws -> [File] {
        let start = root.appending(path: folder)
        let paths = FileManager.default.enumerator(atPath: start.path)?.compactMap { $0 as? String } ?? []
        return try paths.sorted().filter { path in endings.contains { path.hasSuffix($0) } }.map {
            File(
                path: "\(folder)/\($0)",
                text: try String(contentsOf: start.appending(path: $0), encoding: .utf8))
        }
    }
}
