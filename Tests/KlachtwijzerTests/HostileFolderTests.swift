import Foundation
import TestSupport
import Testing

/// The program with folders as no writer means them: it says what is where, and never waits or falls over.
@Suite("A folder that is none")
struct HostileFolderTests {
    private let program: Program = {
        var program = Program()
        program.dialogs = program.folder.path + "/duinrode"
        return program
    }()

    private var dialogs: String { program.folder.path + "/duinrode" }

    @Test(
        "Everything that is wrong is told at once, by every command that needs the dialogs",
        arguments: [["controleer"], ["vragen", "--json"], ["--vandaag", "2026-11-25"]])
    func allAtOnce(_ arguments: [String]) throws {
        try FileManager.default.copyItem(atPath: Tree.smallGemeente, toPath: dialogs)
        for name in ["nood.yaml", "ladders.yaml", "routes.yaml", "partners.yaml", "termijnen.yaml"] {
            unlink("\(dialogs)/\(name)")
        }
        mkfifo("\(dialogs)/nood.yaml", 0o600)
        symlink("/dev/zero", "\(dialogs)/ladders.yaml")
        symlink("routes.yaml", "\(dialogs)/routes.yaml")
        try Data("\u{1B}]0;x\u{07}".utf8).write(to: URL(filePath: "\(dialogs)/vragen/a\nb.yaml"))
        try Data("versie: \"\0\"".utf8).write(to: URL(filePath: "\(dialogs)/partners.yaml"))
        try Data().write(to: URL(filePath: "\(dialogs)/termijnen.yaml"))
        truncate("\(dialogs)/termijnen.yaml", 50_000_000)

        let result = try program.run(arguments)
        #expect(result.status == 1)
        #expect(result.output == "")
        for (place, code) in [
            ("nood.yaml:1:1", "onleesbaar-bestand"), ("ladders.yaml:1:1", "onleesbaar-bestand"),
            ("routes.yaml:1:1", "onleesbaar-bestand"), ("termijnen.yaml:1:1", "onleesbaar-bestand"),
            ("vragen/a\\nb.yaml:1:1", "onleesbaar-bestand"), ("partners.yaml:1:10", "schrijfwijze"),
        ] {
            #expect(
                result.problems.contains("\(dialogs)/\(place): fout \(code)\n"),
                "\(place)\n\(result.problems)")
        }
        #expect(result.problems.contains("dit bestand is 50 MB en mag hooguit 1 MB zijn"))
        #expect(!result.problems.contains("\u{1B}"))
        #expect(result.problems.hasSuffix("Er is niets gestart of veranderd.\n"))
        #expect(TemporaryFolder.files(below: program.store) == [])
    }

    @Test(
        "What is named instead of a folder",
        arguments: [
            ("/dev/null", "'/dev/null' is geen map."),
            ("/nergens/te/vinden", "De map '/nergens/te/vinden' is er niet."),
            (Tree.smallGemeente + "/nood.yaml", "nood.yaml' is geen map."), ("", "De map '' is er niet."),
        ])
    func noFolder(_ path: String, _ words: String) throws {
        var program = program
        program.dialogs = path
        let result = try program.run(["controleer"])
        #expect(result.status == 1)
        #expect(result.problems.contains(words), "\(result.problems)")
    }

    @Test func aFolderThatIsALinkToItself() throws {
        symlink(dialogs, dialogs)
        let result = try program.run(["controleer"])
        #expect(result.status == 1)
        #expect(result.problems.hasPrefix("De map '\(dialogs)' is er niet."), "\(result.problems)")
    }

    @Test func aFolderWithoutAnything() throws {
        mkdir(dialogs, 0o700)
        let result = try program.run(["controleer"])
        #expect(result.status == 1)
        #expect(result.problems.contains("\(dialogs)/gemeente.yaml:1:1: fout ontbrekend-bestand\n"))
    }
}
