import DialogEngine
import DialogFiles
import Glibc
import Proof
import Rules

/// `klachtwijzer controleer` without the reading: all paths, all promises.
enum Proving {
    static func run(_ bench: Bench) {
        guard let folder = try? DialogFolder(reading: "Dialogs/haarlem"),
            let checked = try? HandbookReading.check(folder)
        else { return print("  de dialogen van Haarlem zijn hier niet te lezen") }
        let today = Day(iso: "2026-11-25") ?? Day(ordinal: 0)
        grow(checked.handbook, today)
        bench.measure(
            "alle wegen van Haarlem bewezen, rekentijd (grens 300 ms)", batch: 1, CLOCK_PROCESS_CPUTIME_ID
        ) {
            let proof = DialogProof(
                checked.handbook, checked.promises, named: checked.terms, on: today)
            if proof.figures.longest == 0 { print("geen wegen") }
        }
    }

    /// Ten times as many questions should cost about ten times as much, not the square.
    private static func grow(_ handbook: Handbook, _ today: Day) {
        print("  vragen  keuzes     rekentijd  delen  per vraag  geheugen (grens 100 MB)")
        for options in [10, 60] {
            for questions in [10, 20, 50, 100] {
                let grown = GrownDialog(questions: questions, options: options).handbook(like: handbook)
                let began = Bench.seconds(CLOCK_PROCESS_CPUTIME_ID)
                let proof = DialogProof(grown, on: today)
                let took = Bench.seconds(CLOCK_PROCESS_CPUTIME_ID) - began
                let parts = proof.figures.parts
                print(
                    "  " + padded("\(questions)", 6) + padded("\(options)", 8)
                        + padded("\(Bench.milliseconds(took)) ms", 14) + padded("\(parts)", 7)
                        + padded(Bench.tenths(Double(parts) / Double(questions)), 11)
                        + padded("\(Bench.megabytes(peakMemory())) MB", 10))
            }
        }
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }

    /// The most that this process has held so far.
    private static func peakMemory() -> Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss * 1024
    }
}

/// A dialog of questions that do not depend on each other, and eight rules of which each reads two of them.
struct GrownDialog {
    let questions: Int
    let options: Int
    private static let rules = 8

    func handbook(like model: Handbook) -> Handbook {
        let asked = (0..<questions).map(question)
        let vocabulary = Dialog.vocabulary(of: asked, extra: Rulebook.decisionDomains)
        let dialog = Dialog(version: "", languages: ["nl"], vocabulary: vocabulary, questions: asked)
        let rules = (0..<Self.rules).map { rule($0, vocabulary) }
        let step = StepTemplate(id: "hier", who: .body("hier"), how: .none, opening: .now)
        let table = RoutingTable(
            rules: rules + [rule("anders", .always)], ladders: [Ladder(id: "onbekend", steps: [step])],
            mentions: [], leading: [], contactOnly: .always)
        let body = Body(
            id: "hier", name: "hier", what: "", isGemeente: true, contacts: [], toCheck: [], sources: [])
        let register = PartnerRegister(version: "", sources: [], partners: [], bodies: [body])
        return Handbook(
            gemeente: model.gemeente, dialog: dialog,
            rulebook: Rulebook(
                table: table, register: register, terms: LawTerms(figures: []),
                calendar: model.rulebook.calendar, vocabulary: vocabulary),
            phrases: model.phrases, answerWords: model.answerWords, emergencies: model.emergencies,
            letters: [])
    }

    private func question(_ index: Int) -> Question {
        Question(
            id: "vraag-\(index)", kind: .choice, wording: Text("Vraag \(index)?"), purposes: [.help],
            options: (0..<options).map { Option(id: "keuze-\($0)", label: Text("keuze \($0) van \(index)")) })
    }

    /// Each rule reads two neighbours, spread over the dialog.
    private func rule(_ index: Int, _ vocabulary: Vocabulary) -> Rule {
        let first = index * (questions - 1) / Self.rules
        let parts = [first, first + 1].compactMap { question -> Condition? in
            guard let fact = vocabulary.index(of: "vraag-\(question)") else { return nil }
            let wanted = vocabulary.domains[fact].values.indices.filter { $0 % (index + 2) == 0 }
            return .fact(fact, ValueSet(wanted))
        }
        return rule("regel-\(index)", When(.all(parts), ifUnknown: false))
    }

    private func rule(_ id: String, _ when: When) -> Rule {
        Rule(
            id: id, when: when, channel: .gemeenteComplaint, kind: .complaint, detail: id, ladder: "onbekend",
            here: "hier", keeps: .contact, because: .none, law: [], source: "", owner: "",
            validFrom: Day(ordinal: 0), reviewOn: nil)
    }
}
