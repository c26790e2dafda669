import Foundation
import Glibc
import Records
import Rules
import TestSupport
import Testing

/// What the disk can do to a talk in English: all that is said of it is English.
@Suite("Trouble in an English talk")
struct TroubleTests {
    /// The columns of a screen on which no sentence is broken.
    private static let wide = "breedte: 2000"

    /// Everyday words that are in nearly every Dutch sentence and in no English one.
    private static let dutch: Set<String> = [
        "niet", "geen", "een", "het", "staat", "schijf", "bestand", "uw", "wij", "naar", "wis", "probeer",
        "kies", "vraag", "deze", "dit", "bij", "wordt", "moet", "ook", "nog",
    ]

    private let desk = MemoryDesk()

    /// A talk of English answers, up to and with its end.
    private func whole(_ more: [String] = []) throws -> [String] {
        let talk = try #require(Transcript.all.first { $0.name == "en/anoniem.txt" })
        return talk.typed.dropLast() + more + ["/stop"]
    }

    /// What is shown, and that nothing of it is Dutch.
    private func shown(
        _ typed: [String], on disk: any FileSystem = DiskFileSystem(), with handbook: Handbook? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> String {
        let transcript = Transcript(typing: typed, header: ["# taal: en", "# \(Self.wide)"])
        let shown = try desk.play(transcript, with: handbook ?? MemoryDesk.handbook, on: disk).shown
        for line in shown.split(separator: "\n") where !Transcript.marks.contains(where: line.hasPrefix) {
            let words = line.lowercased().split { !$0.isLetter }.map(String.init)
            let found = Self.dutch.intersection(words)
            #expect(found == [], "\(line)", sourceLocation: sourceLocation)
        }
        return shown
    }

    private func overwrite(_ part: String, with text: String) throws {
        let files = TemporaryFolder.files(below: desk.folder.store).filter { $0.contains(part) }
        #expect(!files.isEmpty, "nothing to damage")
        for file in files { try Data(text.utf8).write(to: URL(filePath: file)) }
    }

    @Test func aFullDisk() throws {
        // It was not, when the store was laid out.
        _ = try shown(["/stop"])
        let shown = try shown(whole(), on: FailingDisk(isFull: true))
        #expect(shown.contains("The disk is full. Not all that you answered has been kept."), "\(shown)")
        #expect(shown.contains("The disk is full. The complaint has not been kept yet."), "\(shown)")
        // Nobody goes on in the belief that all is well.
        #expect(
            shown.split(separator: "\n").count { $0.contains("not on the disk yet either.") } > 2, "\(shown)")
        #expect(shown.contains("Make room and try again."))
    }

    @Test func aDamagedDraft() throws {
        _ = try shown(["The bus does not come.", "/stop"])
        try overwrite("/concepten/", with: "{")
        let shown = try shown(["/stop"])
        #expect(shown.contains("A talk that was not finished can no longer be read."), "\(shown)")
    }

    @Test func aDraftOfANewerProgramIsToldOnce() throws {
        _ = try shown(["The bus does not come.", "/stop"])
        try overwrite("/concepten/", with: #"{"schemaVersie": "99"}"#)
        let shown = try shown(["/stop"])
        let words = "holds schemaVersie 99, which this program does not know."
        #expect(shown.split(separator: words, omittingEmptySubsequences: false).count == 2, "\(shown)")
    }

    @Test(arguments: [
        (EIO, "The disk reports an error at"), (EACCES, "You may not read or write here:"),
        (EMFILE, "Reading does not work. The system says: Too many open files"),
    ])
    func draftsThatCannotBeListed(number: Int32, words: String) throws {
        _ = try shown(["The bus does not come.", "/stop"])
        let disk = FailingDisk(unreadable: ("/concepten/", number))
        #expect(try shown(["/resume", "/stop"], on: disk).contains(words))
    }

    @Test func complaintsThatCannotBeRead() throws {
        let kept = try shown(whole(["/print bewijs.txt", "/print bewijs.txt", "/print no/such/folder"]))
        #expect(kept.contains("The receipt is in bewijs.txt."), "\(kept)")
        #expect(kept.contains("There is already a file bewijs.txt. Choose another name."))
        #expect(kept.contains("no/such/folder cannot be written (No such file or directory)."))

        let search = ["/search anybody", "/stop"]
        #expect(
            try shown(search, on: FailingDisk(unreadable: ("/klachten", EIO))).contains(
                "The disk reports an error at"))
        for (content, words) in [
            ("", "holds nothing."), ("{", "holds something that is not good JSON."),
            (#"{"schemaVersie": "99"}"#, "holds schemaVersie 99, which this program does not know."),
        ] {
            try overwrite("/klachten/", with: content)
            #expect(try shown(search).contains(words))
        }
    }

    @Test func aComplaintThatIsDamagedBeforeItsNote() throws {
        let disk = FailingDisk(unreadable: (".1.json", EIO))
        let shown = try shown(whole(["/note calls back"]), on: disk)
        #expect(shown.contains("This complaint cannot be read."), "\(shown)")
        #expect(shown.contains("holds something that cannot be read (Input/output error)."), "\(shown)")
    }

    @Test func aLetterThatIsNotWellMade() throws {
        let all = MemoryDesk.handbook
        let letters = all.letters.map { Handbook.Letter(name: $0.name, template: "{{#open}}") }
        let handbook = Handbook(
            gemeente: all.gemeente, dialog: all.dialog, rulebook: all.rulebook, phrases: all.phrases,
            answerWords: all.answerWords, emergencies: all.emergencies, letters: letters,
            translations: all.translations)
        #expect(
            try shown(whole(["/print"]), with: handbook).contains(
                "The letter brieven/bewijs.mustache is not well made"))
    }
}
