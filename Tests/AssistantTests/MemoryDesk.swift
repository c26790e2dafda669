import Assistant
import DialogEngine
import DialogFiles
import Foundation
import Records
import Reports
import Rules
import TestSupport

/// A desk with the real dialogs, a real store in a folder of its own, and a clock and chance that stand still.
struct MemoryDesk {
    let folder = TemporaryFolder()

    /// The dialogs of Haarlem, read once.
    static let handbook: Handbook = {
        do {
            return try HandbookReading.read(DialogFolder(reading: Tree.dialogs))
        } catch {
            preconditionFailure("the dialogs of Haarlem can be read: \(error)")
        }
    }()

    /// What texts are understood by in Haarlem, read once.
    static let listening: Listening = {
        guard let read = ListeningReading.readForDesk(Tree.dialogs, handbook, cacheFolder: nil)
        else { preconditionFailure("the words of Haarlem can be read") }
        return Listening(read.listener, surplusWords: read.surplusWords)
    }()

    /// An invented gemeente with dialogs of its own.
    static let smallGemeente: Handbook = {
        do {
            return try HandbookReading.read(DialogFolder(reading: Tree.smallGemeente))
        } catch {
            preconditionFailure("the dialogs of the invented gemeente can be read: \(error)")
        }
    }()

    /// - Returns: The console after the talk, with everything that was shown.
    func play(
        _ transcript: Transcript, with handbook: Handbook = handbook,
        on fileSystem: any FileSystem = DiskFileSystem(),
        meanwhile: @escaping (_ line: String) -> Void = { _ in },
        whenShown: @escaping (_ row: String) -> Void = { _ in }
    ) throws -> MemoryConsole {
        let console = MemoryConsole(
            typing: transcript.typed, columns: transcript.columns, meanwhile: meanwhile,
            whenShown: whenShown)
        let store = try Store.open(at: folder.store, fileSystem: fileSystem, makingParents: false)
        _ = try Conversation(setting(transcript, store, handbook), console: console).run()
        return console
    }

    private func setting(_ transcript: Transcript, _ store: Store, _ handbook: Handbook) throws -> DeskSetting
    {
        // Only the hour is ever shown, so winter time does for every day.
        guard let moment = Timestamp("\(transcript.today)T10:00:00+01:00"), let desk = DeskID("balie") else {
            throw CocoaError(.formatting)
        }
        let path = folder.path
        return DeskSetting(
            handbook: handbook, store: store, drafts: Drafts(store), desk: desk,
            clerk: handbook.gemeente.clerk(account: "balie"),
            voice: ContactChannel(rawValue: transcript.voice) ?? .desk,
            programVersion: "proef",
            language: transcript.language,
            now: { moment }, random: SeededGenerator(seed: transcript.seed),
            listening: ListeningSource(handbook === Self.handbook ? Self.listening : nil),
            writeFile: { name, text in
                let file = "\(path)/\(name)"
                if FileManager.default.fileExists(atPath: file) { return FileProblem(name, .exists) }
                return FileManager.default.createFile(atPath: file, contents: Data(text.utf8))
                    ? nil : FileProblem(name, .refused("No such file or directory"))
            })
    }
}

extension MemoryDesk {
    /// Invented stories of all sorts: long, short, misspelt, and about nothing.
    static let stories = [
        "De bus die mij naar de dagbesteding brengt komt steeds te laat. Ik heb begin november al gebeld met de RegioRijder maar ik hoor niks meer.",
        "mevr jansen 2023wl 12, 06-12345678 hulp in huishouden al 3 wk niet geweest, vorige week gebeld met zorgbalans, wil gwn dat er iemand komt",
        "De leverancier zegt dat de gemeente moet betalen en de gemeente zegt dat de leverancier het moet regelen. Mijn scootmobiel staat al drie weken stil.",
        "Ik kreeg een boete voor mijn vuilniszak maar dat was niet mijn zak. Bezwaar!",
        "lantaarn kapot zijlweg al drie keer gemeld niks gebeurt",
        "Mijn moeder van 84 wacht op een besluit over haar traplift. Namens haar bel ik steeds, niemand belt terug.",
        "Twee dingen: de container stinkt, en de ambtenaar aan de balie was onbeleefd tegen mij.",
        "Compliment voor de mensen van het wijkteam!", "", "hm", "<b>hallo</b>", "🚮🚮",
    ]
}
