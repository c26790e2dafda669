import DialogEngine
import Rules

/// Does every promise hold in every talk?
struct PromiseChecks {
    let checker: Checker
    let promises: [Promise]
    private let finder: TruthFinder
    private var diagrams: Diagrams { checker.diagrams }
    private var paths: Paths { checker.paths }

    init(checker: Checker, promises: [Promise]) {
        self.checker = checker
        self.promises = promises
        let handbook = checker.world.handbook
        let facts = OutcomeFacts(
            handbook.dialog, handbook.rulebook.table, handbook.rulebook.register)
        var finder = checker.paths.finders[0]
        let outcomes = checker.outcomes
        finder.sources.outcome = { fact, wanted in
            guard let meaning = facts.meaning(fact) else { return .none }
            return outcomes.talks(meaning) { value in
                facts.vocabulary.domains[fact].index(of: value).map(wanted.contains) ?? false
            }
        }
        self.finder = finder
    }

    func run() {
        for promise in promises {
            switch promise.claim {
            case .always(let given, let then): checkAlways(promise, given, then)
            case .before(let first, let others): checkBefore(promise, first, others)
            case .atMost(let most, let besides): checkLength(promise, most, besides)
            case .unmoved(let question): checkUnmoved(promise, question)
            case .oneDecision: checkOneDecision(promise)
            case .neverTwice: checkTwice(promise)
            case .unknownLeadsOn: checkUnknown(promise)
            }
        }
    }

    private func report(_ promise: Promise, _ why: String, _ talks: TalkSet) {
        checker.find(
            .brokenPromise, .promise(promise.id), "'\(promise.text)' (\(promise.source)) klopt niet: \(why)",
            in: talks)
    }

    private func checkAlways(_ promise: Promise, _ given: When, _ then: Condition) {
        let meant = diagrams.and(paths.talks, finder.holds(given))
        if meant.isEmpty {
            return checker.find(
                .emptyPromise, .promise(promise.id),
                "geen enkel gesprek voldoet aan 'als', dus deze belofte zegt niets; verander het 'als' of haal haar weg"
            )
        }
        let broken = diagrams.minus(meant, finder.truth(then).yes)
        if !broken.isEmpty {
            report(promise, "er is een gesprek waarin dat niet zo is", broken)
        }
    }

    private func checkBefore(_ promise: Promise, _ first: String, _ others: [String]) {
        let ids = checker.dialog.questions.map(\.id)
        for other in others {
            let asking = checker.outcomes.asking(other)
            let isLater = (ids.firstIndex(of: first) ?? 0) < (ids.firstIndex(of: other) ?? 0)
            let broken = isLater ? diagrams.minus(asking, checker.outcomes.asking(first)) : asking
            if !broken.isEmpty {
                report(promise, "'\(other)' komt in dit gesprek zonder dat '\(first)' ervoor kwam", broken)
            }
        }
    }

    private func checkLength(_ promise: Promise, _ most: Int, _ besides: [String]) {
        let walks = checker.walks.counting(besides: besides.map { paths.space.index(.question($0)) })
        guard let longest = walks.longest(paths.talks) else { return }
        let count = walks.length(longest)
        guard count > most else { return }
        checker.find(
            .tooLong, .promise(promise.id),
            "'\(promise.text)' (\(promise.source)) klopt niet: het langste gesprek heeft \(count) vragen; "
                + "stel een vraag aan minder mensen ('als') of haal er een weg",
            in: paths.only(longest))
    }

    private func checkUnmoved(_ promise: Promise, _ question: String) {
        let variable = paths.space.index(.question(question))
        // What counts is whether each rule decides the same talks when this answer is left open.
        for (index, rule) in checker.rules.enumerated() {
            let decided = checker.outcomes.decided[index]
            let open = diagrams.and(diagrams.forgetting(decided, [variable]), paths.talks)
            let moved = diagrams.minus(open, decided)
            if !moved.isEmpty {
                return report(
                    promise, "het antwoord op '\(question)' bepaalt of regel '\(rule.id)' geldt", moved)
            }
        }
    }

    private func checkOneDecision(_ promise: Promise) {
        let decided = diagrams.union(checker.outcomes.decided)
        let undecided = diagrams.minus(paths.talks, decided)
        if !undecided.isEmpty { report(promise, "dit gesprek krijgt geen besluit", undecided) }
    }

    private func checkTwice(_ promise: Promise) {
        for finding in checker.findings where finding.code == .askedTwice {
            checker.find(
                .brokenPromise, .promise(promise.id),
                "'\(promise.text)' (\(promise.source)) klopt niet: \(finding.message)")
        }
    }

    /// Who may not know must still come to an office of the gemeente.
    private func checkUnknown(_ promise: Promise) {
        let helped = checker.outcomes.talks(.atGemeente) { $0 == OutcomeFacts.yes }
        for question in checker.dialog.questions where question.purposes.contains(.route) {
            let canPass =
                question.allowsUnknown || question.enterTakes != nil || question.isOptional || question.isDate
            if !canPass, question.kind == .choice || question.kind == .multipleChoice {
                report(
                    promise, "bij '\(question.id)' kan niemand zeggen dat hij het niet weet",
                    checker.outcomes.asking(question.id))
            }
            let variable = checker.variable(question)
            let classes = paths.space.variables[variable].classes
            let unknown = diagrams.and(
                paths.talks, diagrams.value(variable) { classes[$0].answers.contains(.unknown) })
            let lost = diagrams.minus(unknown, helped)
            if !lost.isEmpty {
                report(promise, "na 'weet ik niet' bij '\(question.id)' is de gemeente geen stap", lost)
            }
        }
    }
}
