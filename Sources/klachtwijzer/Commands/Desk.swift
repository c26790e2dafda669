import ArgumentParser
import Assistant
import DialogEngine
import Records
import Reports
import Rules

/// `klachtwijzer telefoon`: the same conversation, for whoever types while somebody tells it on the phone.
struct Phone: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "telefoon", helpNames: [])
    @OptionGroup var shared: SharedOptions

    func run() throws { try Desk.open(shared.settings, voice: .phone) }
}

/// `klachtwijzer`: the desk conversation.
struct Desk: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "balie", helpNames: [])
    @OptionGroup var shared: SharedOptions

    func run() throws { try Self.open(shared.settings, voice: .desk) }

    /// Holds talks until the desk is closed.
    static func open(_ options: Settings, voice: ContactChannel) throws {
        let handbook = try options.handbook()
        let wording = Wording(handbook, language: options.language)
        let store = try options.openStore(wording)
        let conversation = Conversation(
            try options.setting(handbook, store, voice: voice),
            console: Output.console(
                isPlain: options.isPlain, crashMessage: wording(.crashed)))
        let log = TechnicalLog.begin()
        defer { log?.end() }
        do {
            switch try conversation.run() {
            case .stopped, .inputEnded:
                if conversation.storeFailed { Exit.store.leave() }
            case .interrupted: Exit.interrupted.leave()
            case .mustLeave(let signal): Exit.leave(signal: signal)
            }
        } catch is ConsoleProblem {
            throw Problem(conversation.wording(.screenGone), .store)
        }
    }
}
