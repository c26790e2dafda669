import ArgumentParser
import DialogFiles
import Glibc
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
        if tests { return try test(learner, read.examples) }
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

    private func test(_ learner: Learner, _ examples: [Example]) throws {
        let judged = Array(zip(examples, learner.judgedUnseen(examples)))
        let misspelled = examples.enumerated().map { Damage.typed($1.text, share: 15, seed: UInt64($0)) }
        let damaged = Array(zip(examples, learner.judgedUnseen(examples, texts: misspelled)))
        let parts: [(name: String, judged: [(Example, Judgement)])] = [
            ("alle voorbeelden", judged),
            ("alleen die niemand bekeek toen hij de woorden bedacht", judged.filter(\.0.isApart)),
            ("alleen in het Engels", judged.filter { $0.0.language == "en" }),
            ("alle, met een fout in 15 van de 100 woorden", damaged),
        ]
        for part in parts where !part.judged.isEmpty {
            Output.page(
                ScoresText(part.name, Scores(part.judged.map { (example: $0.0, judgement: $0.1) })).text)
        }
    }
}
