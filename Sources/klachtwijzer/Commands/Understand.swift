import ArgumentParser
import Assistant
import DialogEngine
import DialogFiles
import Records
import Understanding

/// `klachtwijzer duid`: free text in, a line each, what was understood out.
struct Understand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "duid", helpNames: [])
    @OptionGroup var shared: SharedOptions
    private var options: Settings { shared.settings }

    func run() throws {
        let handbook = try options.handbook()
        let listening = try options.listening(handbook)
        let listener = listening?.listener ?? Listener(Knowledge(), nil)
        if listening?.weights == nil {
            Output.problem(
                "Deze gemeente heeft nog niets geleerd om teksten te begrijpen. Typ: klachtwijzer leer")
        }
        let desk = Listening(listener, surplusWords: try options.surplusWords())
        let dates = DateFinder(today: try options.clock()().day)
        while let line = readLine() {
            let text = FreeText(line)
            let result = UnderstoodResult(
                listener.understand(text), event(dates.find(in: text)),
                ContactFinder(text).finds().filter { $0.sureness > .unsure },
                desk.surplusToOffer(in: line))
            Output.machine(options.json ? JSONOutput.line(result) : result.words)
        }
    }

    /// A day that is only perhaps one is not told as one.
    private func event(_ days: [Find<DateMention>]) -> Find<DateMention>? {
        days.event.flatMap { $0.sureness == .unsure ? nil : $0 }
    }
}
