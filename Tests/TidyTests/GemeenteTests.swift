import Testing

/// The program is for any gemeente: what is of this one stands in its folder.
@Suite("No gemeente in the code") struct GemeenteTests {
    @Test func noNameOfItIsInTheSources() throws {
        let partners = try #require(
            Repository.files(below: "Dialogs/haarlem", endings: ["partners.yaml"]).first)
        let names = partners.ids(below: "partners")
        try #require(names.count > 30)
        for file in try Repository.files(below: "Sources") {
            #expect(file.mentions(ofWords: names + ["Haarlem", "14 023", "GM0392"]) == [])
        }
    }

    @Test func noQuestionIsReadThatIsNotListed() throws {
        let list = "Sources/DialogEngine/KnownQuestion.swift"
        let questions = try Repository.files(below: "Dialogs/haarlem/vragen", endings: [".yaml"])
            .flatMap { $0.ids(below: "vragen") }
        try #require(questions.count > 30)
        let reading = questions.flatMap {
            ["answers[\"\($0)\"]", "question(\"\($0)\")", "AnswerKey(\"\($0)\")"]
        }
        for file in try Repository.files(below: "Sources") where file.path != list {
            #expect(file.mentions(of: reading) == [])
        }
    }
}

extension Repository.File {
    /// The ids of a list in a YAML file, those of the lists inside it left out.
    fileprivate func ids(below heading: String) -> [String] {
        let mark = "  - id: "
        return lines.drop { $0 != "\(heading):" }.dropFirst()
            .prefix { $0.isEmpty || $0.hasPrefix(" ") || $0.hasPrefix("#") }
            .filter { $0.hasPrefix(mark) }
            .map { String($0.dropFirst(mark.count).prefix { $0 != " " }) }
    }

    /// Where a line has one of these as a word of its own, in capitals or not, in strings and comments too.
    fileprivate func mentions(ofWords words: [String]) -> [String] {
        zip(1..., lines).flatMap { number, line in
            let line = line.lowercased()
            return words.filter { word in
                line.ranges(of: word.lowercased()).contains { range in
                    let neighbours = [line[..<range.lowerBound].last, line[range.upperBound...].first]
                    return !neighbours.contains {
                        $0.map { $0.isLetter || $0.isNumber || $0 == "-" } ?? false
                    }
                }
            }.map { "\(path):\(number): \($0)" }
        }
    }
}
