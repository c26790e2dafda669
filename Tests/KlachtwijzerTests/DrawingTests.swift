import Foundation
import TestSupport
import Testing

@Suite("controleer --tekening") struct DrawingTests {
    static func files(_ program: Program, _ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: program.folder.path + "/" + folder).sorted()
    }

    @Test func withoutAFolderItGoesToTekeningAndOldDrawingsAreReplaced() throws {
        let program = Program()
        let script = #"exec "$1" controleer --tekening --dialogen "# + "'\(Tree.dialogs)'"
        let first = try program.run(script: script, [])
        #expect(first.status == 0, "\(first.problems)")
        #expect(first.output.contains("De tekening staat in tekening"), "\(first.output)")
        let files = try Self.files(program, "tekening")
        #expect(files.contains("alles.dot") && files.contains("vragen-zaak.mmd"), "\(files)")
        #expect(files.count { $0.hasSuffix(".dot") } == files.count { $0.hasSuffix(".mmd") })
        let path = program.folder.path + "/tekening/alles.dot"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try Data((text + "\n\n").utf8).write(to: URL(filePath: path))
        #expect(try program.run(script: script, []).status == 0)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
        #expect(try Self.files(program, "tekening") == files)
    }

    @Test func aFileOfSomebodyElseIsLeftAndThenNothingIsWritten() throws {
        let program = Program()
        try FileManager.default.createDirectory(
            atPath: program.folder.path + "/muur", withIntermediateDirectories: false)
        let mine = program.folder.path + "/muur/vragen-zaak.mmd"
        try Data("van mij".utf8).write(to: URL(filePath: mine))
        let result = try program.run(
            script: #"exec "$1" controleer --tekening muur --dialogen "# + "'\(Tree.dialogs)'", [])
        #expect(result.status == 1)
        #expect(result.problems.contains("Er is al een bestand muur/vragen-zaak.mmd."), "\(result.problems)")
        #expect(try Self.files(program, "muur") == ["vragen-zaak.mmd"])
        #expect(try String(contentsOfFile: mine, encoding: .utf8) == "van mij")
    }

    @Test func aStripeGivesTheWholeOnTheOutputAndNothingElse() throws {
        let program = Program()
        let result = try program.run(
            script: #"exec "$1" controleer --tekening - --dialogen "# + "'\(Tree.dialogs)'", [])
        #expect(result.status == 0, "\(result.problems)")
        #expect(result.output.hasPrefix("// tekening van klachtwijzer\ndigraph \"alles\" {\n"))
        #expect(!result.output.contains("in orde"))
    }

    @Test func whatCannotBeDoneIsSaid() throws {
        let program = Program()
        let loose = try program.run(["controleer", "muur"])
        #expect(loose.status == 2)
        #expect(loose.problems.contains("--tekening muur"), "\(loose.problems)")
        let nowhere = try program.run(["controleer", "--tekening", "nergens/muur"])
        #expect(nowhere.status == 1)
        #expect(nowhere.problems.contains("De map nergens/muur is niet te maken"), "\(nowhere.problems)")
    }
}
