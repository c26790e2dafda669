import Testing

/// The program is for any gemeente: what is of this one stands in its folder.
@Suite("No gemeente in the code") struct GemeenteTests {
    @Test func noNameOfItIsInTheSources() throws {
        let partners = try #require(
            Repository.files(below: "Dialogs/haarlem", endings: ["partners.yaml"]).first)
        // Names of bodies that stand in the Act are everybody's.
        let names = partners.values(of: "id", in: "partners").filter { !Self.words.contains($0) }
        try #require(names.count > 30)
        let forbidden = names + ["Haarlem", "haarlem", "14 023", "GM0392"]
        for file in try Repository.files(below: "Sources") {
            #expect(file.words(of: forbidden) == [])
        }
    }

    @Test func noQuestionIsReadThatIsNotListed() throws {
        let listed = try #require(
            Repository.files(below: "Sources/DialogEngine", endings: ["KnownQuestion.swift"]).first)
        let questions = try Repository.files(below: "Dialogs/haarlem/vragen", endings: [".yaml"])
            .flatMap { $0.values(of: "id", in: "vragen") }
        try #require(questions.count > 30)
        for file in try Repository.files(below: "Sources") where file.path != listed.path {
            #expect(
                file.mentions(
                    of: questions.map { "answers[\"\($0)\"]" } + questions.map { "question(\"\($0)\")" })
                    == [])
        }
    }

    /// Ids in the register that are plain words too.
    private static let words: Set<String> = []
}

extension Repository.File {
    /// The values of a key at the first level of a list below a heading of a YAML file.
    fileprivate func values(of key: String, in heading: String) -> [String] {
        let start = lines.firstIndex(of: "\(heading):").map { $0 + 1 } ?? lines.endIndex
        return lines[start...].prefix { $0.isEmpty || $0.hasPrefix(" ") || $0.hasPrefix("#") }.compactMap {
            line in
            line.hasPrefix("  - \(key): ") ? line.dropFirst("  - \(key): ".count).trimmingSuffix : nil
        }
    }

    /// Where one of these stands as a word of its own, in strings and comments too.
    fileprivate func words(of names: [String]) -> [String] {
        mentions(of: names).filter { mention in
            guard let name = mention.split(separator: ": ").last.map(String.init) else { return true }
            return lines.contains { line in
                line.ranges(of: name).contains { range in
                    let before = line[..<range.lowerBound].last
                    let after = line[range.upperBound...].first
                    return ![before, after].contains { $0.map { $0.isLetter || $0.isNumber } ?? false }
                }
            }
        }
    }
}

extension Substring {
    fileprivate var trimmingSuffix: String { String(prefix { $0 != " " && $0 != "#" }) }
}
