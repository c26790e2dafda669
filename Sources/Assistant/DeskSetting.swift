import DialogEngine
import Records
import Reports
import Rules

/// Everything a conversation needs from outside; nothing is looked up behind its back.
public struct DeskSetting {
    public let handbook: Handbook
    public let store: any ComplaintStore
    /// Talks that are not finished; they stay on this machine.
    public let drafts: Drafts
    /// The store lies on another machine.
    public let isStoreOnNetwork: Bool
    public let desk: DeskID
    public let clerk: Clerk
    public let voice: ContactChannel
    public let programVersion: String
    /// The language in which every person is spoken to first.
    public let language: String
    /// The present moment, in Amsterdam time.
    public let now: () -> Timestamp
    public var random: any RandomNumberGenerator
    /// What texts are understood by.
    public let listening: ListeningSource
    /// Writes a receipt to a file the clerk named; nil or what went wrong.
    public let writeFile: (_ path: String, _ text: String) -> FileProblem?

    public init(
        handbook: Handbook, store: any ComplaintStore, drafts: Drafts, isStoreOnNetwork: Bool = false,
        desk: DeskID, clerk: Clerk, voice: ContactChannel,
        programVersion: String, language: String = "nl", now: @escaping () -> Timestamp,
        random: any RandomNumberGenerator, listening: ListeningSource = .none,
        writeFile: @escaping (_ path: String, _ text: String) -> FileProblem?
    ) {
        self.handbook = handbook
        self.store = store
        self.drafts = drafts
        self.isStoreOnNetwork = isStoreOnNetwork
        self.desk = desk
        self.clerk = clerk
        self.voice = voice
        self.programVersion = programVersion
        self.language = language
        self.now = now
        self.random = random
        self.listening = listening
        self.writeFile = writeFile
    }

    var enteredBy: EnteredBy {
        EnteredBy(
            account: clerk.account, name: clerk.name, team: clerk.team, role: clerk.role.rawValue)
    }

    /// For the log book.
    var act: Act { Act(by: clerk.account, role: clerk.role.rawValue, at: now()) }

    var versions: Versions {
        Versions(
            program: programVersion, dialog: handbook.dialog.version,
            register: handbook.rulebook.register.version)
    }
}
