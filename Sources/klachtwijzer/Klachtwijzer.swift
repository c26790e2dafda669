import ArgumentParser
import Records

/// Starts: arguments, folders, the clock, the exit status.
@main
enum Klachtwijzer {
    static func main() {
        // Swift looks them up in a file of the system, and gives none when it cannot be opened: not even our own name.
        guard CommandLine.argc > 0 else {
            Output.problem("Het systeem liet niet zien wat u typte; er is niets gedaan. Probeer het opnieuw.")
            Exit.wrongArguments.leave()
        }
        let arguments = Array(CommandLine.arguments.dropFirst())
        if let topic = HelpText.asked(in: arguments) {
            Output.page(HelpText.text(topic))
            Exit.done.leave()
        }
        do {
            // The usual start needs no parser, which would cost as much as the rest of the start.
            if arguments.isEmpty {
                try Desk.open(Settings(), voice: .desk)
                Exit.done.leave()
            }
            var command = try Root.parseAsRoot(arguments)
            try command.run()
            Exit.done.leave()
        } catch let problem as Problem {
            Output.problem(problem.words)
            problem.exit.leave()
        } catch {
            Output.problem(HelpText.misunderstood(Root.message(for: error), arguments))
            Exit.wrongArguments.leave()
        }
    }
}

/// The commands; help and error words are ours, in Dutch (`HelpText`).
struct Root: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "klachtwijzer",
        subcommands: [
            Desk.self, Phone.self, Decide.self, Questions.self, Intake.self, PartnersCommand.self,
            Search.self, Show.self, StoreCare.self,
            CheckDialogs.self, CompareDialogs.self, Understand.self, Learn.self,
        ], defaultSubcommand: Desk.self, helpNames: [])
}

/// How the program leaves (design: 0 done, 1 not found or mistakes, 2 arguments, 3 store, 130 interrupted).
enum Exit: Int32 {
    case done = 0
    case notFound = 1
    case wrongArguments = 2
    case store = 3
    case interrupted = 130
}

/// A reason to stop, in words for the user.
struct Problem: Error {
    let words: String
    let exit: Exit

    init(_ words: String, _ exit: Exit) {
        self.words = words
        self.exit = exit
    }
}
