import ArgumentParser
import Assistant
import DialogEngine
import DialogFiles
import Glibc
import Records
import Reports
import Rules
import Understanding

/// `klachtwijzer leer`: weighs the words anew by the examples; with `--toets` tells how well that goes.
struct Learn: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "leer", helpNames: [])
    @OptionGroup var shared: SharedOptions
    @Flag(name: .customLong("toets")) var tests = false
    private var options: Settings { shared.settings }

    func run() throws {
        let handbook = try options.handbook()
        guard let read = try options.listening(handbook), !read.examples.isEmpty else {
            throw Problem(
                "Deze gemeente heeft geen voorbeelden in de map herkennen om van te leren.", .notFound)
        }
        let learner = Learner(read.knowledge)
        if tests {
            try test(learner, read.examples)
            return Output.page(saved(learner, read.examples, handbook, try options.clock()().day))
        }
        let text = WeightsText(
            learner.learn(read.examples), read.knowledge,
            origin: WeightsText.Origin(read.knowledge, read.examples)
        ).text
        let path = try options.dialogFolderPath() + "/" + DialogFolder.weightsFile
        if let problem = FileOutput.replace(path, text) {
            throw Problem(Wording(handbook).problem(problem), .store)
        }
        Output.page("Geleerd van \(read.examples.count) voorbeelden. Het staat in \(path).")
    }

    /// How many questions the stories of the examples save, each understood by what was learned without it.
    private func saved(
        _ learner: Learner, _ examples: [Example], _ handbook: Handbook, _ today: Day
    ) -> String {
        let counted = zip(examples, learner.listenersUnseen(examples)).filter {
            !$0.0.isDanger && !$0.0.isOnlyAboutDanger
        }.map {
            example, listener in
            let heard = Listening(listener).hear(example.text, today: today)
            return (example, SavedQuestions(example, heard, handbook, today: today))
        }
        let complaints = counted.filter { MatterKind(rawValue: $0.0.kind) == .complaint }
        return "vragen in een gesprek, gemiddeld" + Self.line("alle voorbeelden", counted.map(\.1))
            + Self.line("alleen klachten", complaints.map(\.1))
    }

    private static func line(_ name: String, _ counts: [SavedQuestions]) -> String {
        func average(_ count: (SavedQuestions) -> Int) -> String {
            ScoresText.decimal(Double(counts.reduce(0) { $0 + count($1) }) / Double(max(1, counts.count)))
        }
        return "\n  \(name): zonder te luisteren \(average(\.without)), met \(average(\.with)), bespaard "
            + "\(average { $0.without - $0.with }), in \(counts.count { $0.with < $0.without }) van de "
            + "\(counts.count) gesprekken"
    }

    private func test(_ learner: Learner, _ examples: [Example]) throws {
        let all = Array(zip(examples, learner.judgedUnseen(examples)))
        let judged = all.filter { !$0.0.isStory }
        let misspelled = examples.enumerated().map { Damage.typed($1.text, share: 15, seed: UInt64($0)) }
        let damaged = zip(examples, learner.judgedUnseen(examples, texts: misspelled))
            .filter { !$0.0.isStory }
        let parts: [(name: String, judged: [(Example, Judgement)])] =
            [
                ("alle voorbeelden", judged),
                ("alleen die niemand bekeek toen hij de woorden bedacht", judged.filter(\.0.isApart)),
                ("alleen in het Engels", judged.filter { $0.0.language == "en" }),
                ("alle, met een fout in 15 van de 100 woorden", damaged),
                ("verhalen", all.filter(\.0.isStory)),
            ]
        for part in parts where !part.judged.isEmpty {
            Output.page(
                ScoresText(part.name, Scores(part.judged.map { (example: $0.0, judgement: $0.1) })).text)
        }
    }
}
