import TestSupport
import Testing

@Suite("Arguments")
struct ArgumentTests {
    @Test(
        "What is not understood ends with 2 and a Dutch sentence",
        arguments: [
            (["--kleur"], "'--kleur' ken ik hier niet."),
            (["balei"], "'balei' ken ik hier niet."),
            (["--vandaag", "morgen"], "'morgen' is geen datum. Schrijf hem als 2026-11-25."),
            (["--vandaag", "2026-02-30"], "'2026-02-30' is geen datum."),
            (["--zaad", "veel"], "'veel' ken ik hier niet."),
            (["toon"], "Er ontbreekt iets"), (["zoek"], "Er ontbreekt iets"),
            (["intake"], "Er ontbreekt iets"), (["wijs", "--antwoorden"], "Er ontbreekt iets"),
            (["toon", "H26-7K3Q-F8M2-X", "nog iets"], "'nog iets' ken ik hier niet."),
        ])
    func misunderstood(_ arguments: [String], _ words: String) throws {
        let result = try Program().run(arguments)
        #expect(result.status == 2, "\(result)")
        #expect(result.problems.contains(words), "\(result.problems)")
        #expect(result.output == "")
    }

    @Test(arguments: [
        (["--help"], "klachtwijzer toon NUMMER"), (["help"], "--opslag MAP"), (["-h"], "--json"),
        (["wijs", "--help"], "Leest antwoorden als JSON"), (["vragen", "--hulp"], "Alle vragen"),
        (["intake", "--help"], "bewaart hem en zegt het nummer"), (["partners", "-h"], "partners taxi"),
        (["toon", "--help"], "als een bladzijde"), (["zoek", "--help"], "Zoekt klachten"),
        (["controleer", "--help"], "noemt elke fout met bestand, regel en kolom"),
    ])
    func helps(_ arguments: [String], _ words: String) throws {
        let result = try Program().run(arguments)
        #expect(result.status == 0)
        let text = result.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(text.contains(words), "\(text)")
        #expect(result.problems == "")
    }

    /// A row that is folded would begin at the left with what a command does.
    @Test func rowsOfTheHelpFitOnAScreen() throws {
        let rows = try Program().run(["--help"]).output.split(separator: "\n").filter {
            $0.hasPrefix("klachtwijzer ") || $0.hasPrefix("--") || $0.hasPrefix(" ")
        }
        #expect(rows.count > 20)
        #expect(rows.filter { $0.hasPrefix("klachtwijzer ") && !$0.dropFirst(13).contains(" ") } == [])
        #expect(rows.filter { $0.count > 79 } == [])
    }

    @Test func helpWritesNothing() throws {
        let program = Program()
        _ = try program.run(["--help"])
        #expect(TemporaryFolder.files(below: program.store) == [])
    }
}
