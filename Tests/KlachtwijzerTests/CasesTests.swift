import Foundation
import TestSupport
import Testing

@Suite("controleer plays the cases of the writers")
struct CasesTests {
    private let program: Program = {
        var program = Program()
        program.dialogs = program.folder.path + "/stad"
        return program
    }()

    /// The small gemeente with an edit in one file.
    private func gemeente(_ name: String, _ find: String, _ replacement: String) throws {
        let folder = program.folder.path + "/stad"
        try FileManager.default.copyItem(atPath: Tree.smallGemeente, toPath: folder)
        let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
        try #require(text.contains(find))
        try write(name, text.replacing(find, with: replacement))
    }

    private func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: URL(filePath: "\(program.folder.path)/stad/\(name)"))
    }

    private func json(status: Int32) throws -> [String: Any] {
        let result = try program.run(["controleer", "--json", "--vandaag", "2026-11-25"])
        #expect(result.status == status, "\(result)")
        return try #require(
            try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    }

    private func codes(_ told: [String: Any]) throws -> [String] {
        try #require(told["fouten"] as? [[String: Any]]).compactMap { $0["code"] as? String }
    }

    @Test func aCaseThatNoLongerComesTrueIsToldAtItsPlace() throws {
        try gemeente(
            "proeven/proeven.yaml", "regel: meteen-bellen, waar: alarmnummer", "regel: hier, waar: raadhuis")
        let result = try program.run(["controleer", "--vandaag", "2026-11-25"])
        #expect(result.status == 1)
        let place = "stad/proeven/proeven.yaml:5:56: fout proef-klopt-niet\n"
        #expect(result.problems.contains(place), "\(result.problems)")
        #expect(result.problems.contains("regel 'meteen-bellen' beslist"), "\(result.problems)")
        let mistakes = try #require(try json(status: 1)["fouten"] as? [[String: Any]])
        #expect(mistakes.map { $0["code"] as? String } == ["proef-klopt-niet"])
        #expect(mistakes.first?["regel"] as? Int == 5)
        #expect((mistakes.first?["melding"] as? String)?.contains("ook anders: 'waar'") == true)
    }

    @Test func whatTheCasesTouchIsTold() throws {
        try gemeente("proeven/proeven.yaml", "      delen: nee", "      delen: ja")
        let result = try program.run(["controleer", "--vandaag", "2026-11-25"])
        #expect(result.status == 0, "\(result)")
        #expect(result.output.contains("let op vermelding-zonder-proef\n"), "\(result.output)")
        let told = try #require(try json(status: 0)["proeven"] as? [String: Any])
        let parts = try #require(told["dekking"] as? [[String: Any]])
        let choices = try #require(parts.first { $0["soort"] as? String == "keuzes" })
        #expect(choices["zonder"] as? [String] == ["delen: nee"])
        #expect((choices["geraakt"] as? Int).map { $0 + 1 } == choices["alle"] as? Int)
    }

    @Test("a talk that shows a mistake is a case when it is pasted as it was printed")
    func witnessIsACase() throws {
        try gemeente("routes.yaml", "    als: {delen: ja}", "    als: {delen: [ja, nee]}")
        let printed = try program.run(["controleer", "--vandaag", "2026-11-25"])
        let after = try #require(
            printed.problems.firstRange(of: "als proef, voor een bestand in proeven/:\n"), "\(printed)")
        let block = printed.problems[after.upperBound...].prefix(through: try end(of: printed.problems))
        let before = try codes(json(status: 1))
        let played = try #require(try json(status: 1)["proeven"] as? [String: Any])["aantal"] as? Int
        try write("proeven/getuige.yaml", "proeven:\n\(block)\n")
        let told = try json(status: 1)
        #expect(try codes(told) == before)
        #expect((told["proeven"] as? [String: Any])?["aantal"] as? Int == played.map { $0 + 1 })
    }

    /// The end of the first block that is printed.
    private func end(of problems: String) throws -> String.Index {
        let last = try #require(problems.firstRange(of: "    verwacht: {regel: "))
        return try #require(problems[last.upperBound...].firstIndex(of: "}"))
    }
}
