import Foundation
import TestSupport
import Testing

@testable import DialogFiles

/// Folders as no writer means them: each is told at its place, and none stops the program.
struct HostileFolderTests {
    /// What is wrong with a copy of the small gemeente after something was done to it.
    private static func told(_ harm: (String) throws -> Void) throws -> [Diagnostic] {
        let folder = TemporaryFolder()
        let path = folder.path + "/duinrode"
        try FileManager.default.copyItem(atPath: Tree.smallGemeente, toPath: path)
        try harm(path)
        let found = CaseFiles.mistakes(try DialogFolder(reading: path))
        return found.map {
            let file = String($0.place.file.dropFirst(path.count + 1))
            return Diagnostic(
                code: $0.code, place: Place(file: file, line: $0.place.line, column: $0.place.column),
                message: $0.message)
        }
    }

    private static func write(_ text: String, to path: String) throws {
        try write(Array(text.utf8), to: path)
    }

    private static func write(_ bytes: [UInt8], to path: String) throws {
        try Data(bytes).write(to: URL(filePath: path))
    }

    private static func text(_ path: String) throws -> String {
        try String(contentsOfFile: path, encoding: .utf8)
    }

    struct Harm: CustomTestStringConvertible, Sendable {
        let testDescription: String
        /// Gets the path of `nood.yaml`, which is gone.
        let put: @Sendable (String) throws -> Void
        let words: String
    }

    private static let harms: [Harm] = [
        Harm(
            testDescription: "50 MB",
            put: { path in
                try write("", to: path)
                truncate(path, 50_000_000)
            }, words: "dit bestand is 50 MB en mag hooguit 1 MB zijn"),
        Harm(
            testDescription: "a named pipe", put: { mkfifo($0, 0o600) }, words: "dit is geen gewoon bestand"),
        Harm(
            testDescription: "a device", put: { symlink("/dev/zero", $0) },
            words: "dit is geen gewoon bestand"),
        Harm(testDescription: "a folder", put: { mkdir($0, 0o700) }, words: "dit is geen gewoon bestand"),
        Harm(
            testDescription: "a link to itself", put: { symlink($0, $0) },
            words: "dit is niet te lezen (Too many levels of symbolic links)"),
        Harm(
            testDescription: "a link to nothing", put: { symlink($0 + "-weg", $0) },
            words: "dit is niet te lezen (No such file or directory)"),
        Harm(
            testDescription: "a file that cannot be read", put: { symlink("/proc/self/mem", $0) },
            words: "dit is niet te lezen (Input/output error)"),
        Harm(
            testDescription: "a file of the kernel without an end",
            put: { path in
                // It says that it holds nothing, and holds more than anybody reads.
                symlink("/proc/kallsyms", path)
            }, words: "mag hooguit 1 MB zijn"),
    ]

    @Test("What stands there instead of a file", arguments: harms)
    func insteadOfAFile(_ harm: Harm) throws {
        let told = try Self.told { path in
            unlink(path + "/nood.yaml")
            try harm.put(path + "/nood.yaml")
        }
        try #require(told.count == 1)
        #expect(told[0].code == .unreadableFile)
        #expect(told[0].place == Place(file: "nood.yaml", line: 1, column: 1))
        #expect(
            told[0].message.hasPrefix(harm.words) || told[0].message.contains(harm.words),
            "\(told[0].message)")
    }

    /// The administrator may read everything.
    @Test(.enabled(if: geteuid() != 0)) func aFileThatIsNotOurs() throws {
        let told = try Self.told { chmod($0 + "/nood.yaml", 0) }
        #expect(told.map(\.code) == [.unreadableFile])
        #expect(told.first?.message.contains("Permission denied") == true)
    }

    @Test(
        "A name that does not belong in a list",
        arguments: ["a\nb.yaml", "a\u{1B}[2Jb.yaml", "a\u{202E}b.yaml"])
    func oddName(_ name: String) throws {
        let told = try Self.told { try Self.write("vragen: []", to: "\($0)/vragen/\(name)") }
        #expect(told.map(\.code) == [.unreadableFile])
        #expect(told.first?.message.contains("geef het een gewone naam") == true)
        #expect(told.first?.place.file.unicodeScalars.contains(where: FileProblem.isOdd) == false)
    }

    @Test func aNameThatIsNoText() throws {
        let told = try Self.told { path in
            let name = Array(path.utf8) + Array("/vragen/".utf8) + [0xFF] + Array(".yaml".utf8)
            let descriptor = name.map(CChar.init(bitPattern:)).withUnsafeBufferPointer { buffer in
                let terminated = Array(buffer) + [0]
                return open(terminated, O_CREAT | O_WRONLY, 0o600)
            }
            close(descriptor)
        }
        #expect(told.map(\.code) == [.unreadableFile])
        #expect(told.first?.place.file == "vragen/\\u{FFFD}.yaml")
    }

    @Test("A folder that leads back to itself or is none", arguments: ["vragen", "."])
    func foldersInACircle(_ target: String) throws {
        let told = try Self.told { path in
            try FileManager.default.removeItem(atPath: path + "/vragen")
            symlink(target, path + "/vragen")
        }
        #expect(told.contains { $0.code == .missingFile && $0.place.file == "gemeente.yaml" })
        if target == "vragen" {
            let first = told.first { $0.code == .unreadableFile }
            #expect(first?.place == Place(file: "vragen", line: 1, column: 1))
        }
    }

    @Test func aFileWhereAFolderShouldBe() throws {
        let told = try Self.told { path in
            try FileManager.default.removeItem(atPath: path + "/brieven")
            try Self.write("", to: path + "/brieven")
        }
        let first = told.first { $0.code == .unreadableFile }
        #expect(first?.place == Place(file: "brieven", line: 1, column: 1))
        #expect(first?.message.hasPrefix("dit hoort een map te zijn") == true)
    }

    // MARK: What stands in a file

    @Test func junkIsToldWhereItBegins() throws {
        let told = try Self.told { path in
            let start = Array("vraag: spoed\ntekens:\n  - é".utf8)
            try Self.write(start + [0xFF, 0xFE, 0x00, 0xC0, 0x80], to: path + "/nood.yaml")
        }
        #expect(told.map(\.code) == [.notText])
        #expect(told.first?.place == Place(file: "nood.yaml", line: 3, column: 6))
    }

    @Test("A character that belongs in no text", arguments: ["\0", "\u{1}", "\u{FFFE}"])
    func control(_ character: String) throws {
        let told = try Self.told {
            try Self.write("vraag: spoed\né: a\(character)b\n", to: $0 + "/nood.yaml")
        }
        #expect(told.map(\.code) == [.syntax])
        #expect(told.first?.place == Place(file: "nood.yaml", line: 2, column: 5))
        #expect(told.first?.message.hasPrefix("hier staat een teken dat in geen tekst hoort") == true)
    }

    @Test(
        "Line ends and a mark of another system leave every place where it is", arguments: ["\u{FEFF}", "\r"])
    func otherSystems(_ sign: String) throws {
        let folder = TemporaryFolder()
        let path = folder.path + "/duinrode"
        try FileManager.default.copyItem(atPath: Tree.smallGemeente, toPath: path)
        let text = "vrag: spoed\ntekens:\n  - keuze: directt\n    woorden: [x]\n"
        try Self.write(
            sign == "\r" ? text.replacing("\n", with: "\r\n") : sign + text, to: path + "/nood.yaml")
        let dialogs = try DialogFolder(reading: path)
        let told = CaseFiles.mistakes(dialogs)
        let unknown = try #require(told.first { $0.code == .unknownKey })
        #expect(unknown.place == Place(file: path + "/nood.yaml", line: 1, column: 1))
        #expect(dialogs.line(unknown.place) == "vrag: spoed")
        #expect(dialogs.line(Place(file: path + "/nood.yaml", line: 3, column: 1)) == "  - keuze: directt")
    }

    @Test func aLetterOfAnotherSystemIsPrintedWithoutItsSigns() throws {
        let file = DialogFolder.File(name: "brieven/bewijs.mustache", text: "\u{FEFF}a\r\nb\r\n")
        #expect(Array(file.text.utf8) == Array("a\nb\n".utf8))
    }

    @Test func aTabIsToldWithWhatToUseInstead() throws {
        let told = try Self.told { try Self.write("vraag: spoed\n\ttekens: []\n", to: $0 + "/nood.yaml") }
        #expect(told.map(\.place) == [Place(file: "nood.yaml", line: 2, column: 1)])
        #expect(told.first?.message.contains("gebruik spaties in plaats van een tab") == true)
    }

    /// The parser would compare two keys that stand for millions of words.
    @Test func aliasesAsKeysDoNotHang() throws {
        var lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
        for index in 1...30 {
            lines.append(
                "a\(index): &a\(index) [\(Array(repeating: "*a\(index - 1)", count: 9).joined(separator: ", "))]"
            )
        }
        lines.append("{*a30 : 1, *a29 : 2}")
        let text = lines.joined(separator: "\n")
        let told = try Self.told { try Self.write(text, to: $0 + "/nood.yaml") }
        #expect(told.map(\.code) == [.anchor])
        #expect(told.first?.place == Place(file: "nood.yaml", line: 1, column: 5))
    }

    @Test("Blocks in blocks in blocks", arguments: ["[", "- ", "{a: "])
    func deep(_ opening: String) throws {
        let text = String(repeating: opening, count: 200_000)
        let told = try Self.told { try Self.write(text, to: $0 + "/nood.yaml") }
        #expect(told.map(\.code) == [.syntax])
    }

    @Test func tensOfThousandsOfMistakesHaveAnEnd() throws {
        let text = (0..<20_000).map { "k\($0): x" }.joined(separator: "\n")
        let folder = DialogFolder(path: "x", files: [.init(name: "nood.yaml", text: text)])
        let invalid = #expect(throws: HandbookReading.Invalid.self) { try HandbookReading.read(folder) }
        let rendered = try #require(invalid).rendered
        #expect(rendered.utf8.count < 100_000)
        #expect(rendered.hasSuffix("Er is niets gestart of veranderd."))
    }
}
