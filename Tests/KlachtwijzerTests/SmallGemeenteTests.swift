import Foundation
import TestSupport
import Testing

@Suite("The program with another gemeente")
struct SmallGemeenteTests {
    private let program: Program = {
        var program = Program()
        program.dialogs = Tree.smallGemeente
        return program
    }()

    @Test func checksItsFolder() throws {
        let result = try program.run(["controleer"])
        #expect(result.status == 0, "\(result)")
        #expect(result.output.contains("De dialogen zijn in orde: 11 vragen, 5 regels, 2 organisaties."))
    }

    @Test func decides() throws {
        let answers = """
            {"spoed": "niemand", "soort-bericht": "ontevreden", "bij-wie": ["pontveer/overtocht"], "al-gezegd": "wel"}
            """
        let result = try program.run(["wijs", "--json", "--vandaag", "2026-11-25"], typing: answers)
        #expect(result.status == 0, "\(result)")
        let told = try #require(
            JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        #expect(told["regel"] as? String == "hier")
        #expect(told["waar"] as? String == "raadhuis")
    }

    @Test func aTalkFromAPipe() throws {
        let typed =
            "De pont vertrok te vroeg.\n\nnee\nniet geholpen\npont\nnee\ngisteren\ngemeente\nliever niet\nwil ik niet zeggen\n\n/stop\n"
        let whole = try program.run(["--vandaag", "2026-11-25", "--zaad", "1"], typing: typed)
        #expect(whole.status == 0, "\(whole)")
        #expect(whole.output.contains("Nummer  DR26-"), "\(whole)")
        #expect(try StoreCheck.schemaProblems(in: program.store) == "")
    }

    @Test func theOnlyGemeenteBesideTheWorkIsTaken() throws {
        let manager = FileManager.default
        try manager.createDirectory(
            atPath: "\(program.folder.path)/Dialogs", withIntermediateDirectories: true)
        try manager.copyItem(atPath: Tree.smallGemeente, toPath: "\(program.folder.path)/Dialogs/duinrode")
        var alone = program
        alone.dialogs = nil
        let found = try alone.run(["controleer"], store: false)
        #expect(found.output.contains("De dialogen zijn in orde: 11 vragen"), "\(found)")

        try manager.copyItem(atPath: Tree.smallGemeente, toPath: "\(program.folder.path)/Dialogs/elders")
        let unclear = try alone.run(["controleer"], store: false)
        #expect(unclear.status == 2)
        #expect(
            unclear.problems
                == "In 'Dialogs' staan meer gemeenten. Kies er een: --dialogen Dialogs/duinrode of Dialogs/elders\n"
        )
    }
}
