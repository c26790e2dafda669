import DialogEngine
import Rules

/// Does each part of a condition say something?
struct ConditionChecks {
    let checker: Checker
    let finder: TruthFinder
    /// The talks in which the condition is looked at.
    let context: TalkSet

    private var diagrams: Diagrams { checker.diagrams }

    func check(_ when: When, _ part: HandbookPart) {
        guard when.condition != .always else { return }
        if diagrams.isSubset(context, of: finder.holds(when)) {
            return checker.find(
                .needlessCondition, part,
                "deze voorwaarde is hier altijd waar; laat haar weg of zet 'altijd'")
        }
        check(when.condition, within: context, part)
    }

    /// Goes into 'alle' and 'een_van'; each part is looked at together with those beside it.
    private func check(_ condition: Condition, within context: TalkSet, _ part: HandbookPart) {
        // What a named condition lists is meant for many places; here some of it may not occur.
        guard !checker.named.contains(condition) else { return }
        switch condition {
        case .always: return
        case .fact, .not: checkLeaf(condition, within: context, part)
        case .all(let parts):
            for (index, one) in parts.enumerated() {
                let others = parts.enumerated().filter { $0.offset != index }.map(\.element)
                let beside = diagrams.and(context, finder.truth(.all(others)).possible)
                checkPart(one, within: beside, part)
            }
        case .any(let parts):
            for one in parts { checkPart(one, within: context, part) }
        }
    }

    private func checkPart(_ one: Condition, within context: TalkSet, _ part: HandbookPart) {
        guard !context.isEmpty else { return }
        let truth = finder.truth(one)
        if !diagrams.overlap(context, truth.possible) {
            return reportDead(one, within: context, part)
        }
        if case .any = one { check(one, within: context, part) }
    }

    private func checkLeaf(_ leaf: Condition, within context: TalkSet, _ part: HandbookPart) {
        if !context.isEmpty, !diagrams.overlap(context, finder.truth(leaf).possible) {
            reportDead(leaf, within: context, part)
        }
    }

    private func reportDead(_ one: Condition, within context: TalkSet, _ part: HandbookPart) {
        let spoken = spoken(one)
        for fact in one.facts {
            let known = finder.sources.variables(fact)
            let name =
                checker.world.vocabulary.domains.indices.contains(fact)
                ? checker.world.vocabulary.domains[fact].name : spoken
            if !known.isEmpty, known.allSatisfy({ !finder.isKnown[$0.variable] }) {
                return checker.find(
                    .notYetKnown, part, "'\(name)' is hier nog niet bekend; het wordt pas later gevraagd")
            }
            let given = diagrams.union(
                known.filter { finder.isKnown[$0.variable] }.map { source in
                    diagrams.value(source.variable) { source.values[$0] != nil }
                })
            if !diagrams.overlap(context, given) {
                return checker.find(
                    .neverGiven, part,
                    "'\(name)' is nooit gevraagd in een gesprek dat hier komt, dus '\(spoken)' is hier nooit waar"
                )
            }
        }
        checker.find(.deadPart, part, "'\(spoken)' is hier nooit waar; haal het weg of pas het aan")
    }

    private func spoken(_ condition: Condition) -> String { condition.spoken(checker.world.vocabulary) }
}
