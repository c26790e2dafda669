import DialogEngine
import Rules

/// Does every rule decide something, and does every decision lead somewhere?
struct RuleChecks {
    let checker: Checker
    private var diagrams: Diagrams { checker.diagrams }
    private var paths: Paths { checker.paths }
    private var rules: [Rule] { checker.rules }

    func run() {
        let holding = rules.map { diagrams.and(paths.talks, paths.finders[0].holds($0.when)) }
        for index in rules.indices where rules[index].isValid(on: checker.world.day) {
            checkFires(index, holding)
            checkLeadsSomewhere(index)
            checkKeeping(index)
        }
        checkLeading()
        checkContinuations()
        // On a day when some rules do not hold, what they use is not left over.
        if rules.allSatisfy({ $0.isValid(on: checker.world.day) }) { checkLeftOver() }
    }

    // MARK: Does it decide something?

    private func checkFires(_ index: Int, _ holding: [TalkSet]) {
        let rule = rules[index]
        let fires = diagrams.or(checker.outcomes.decided[index], paths.advised[0][index])
        if fires.isEmpty, index < rules.count - 1 { return reportSilent(index, holding) }
        if rule.when.condition != .always {
            ConditionChecks(checker: checker, finder: paths.finders[0], context: paths.talks)
                .check(rule.when, .rule(rule.id))
        }
        checkNeeded(index, holding)
    }

    private func reportSilent(_ index: Int, _ holding: [TalkSet]) {
        let rule = rules[index]
        guard !holding[index].isEmpty else {
            ConditionChecks(checker: checker, finder: paths.finders[0], context: paths.talks)
                .check(rule.when, .rule(rule.id))
            return checker.find(
                .ruleNeverTrue, .rule(rule.id),
                "geen enkel gesprek voldoet aan deze voorwaarde; pas haar aan of haal de regel weg")
        }
        let earlier = rules.indices.prefix(index).filter { rules[$0].isValid(on: checker.world.day) }
        if let same = earlier.first(where: { holding[$0] == holding[index] }) {
            return checker.find(
                .contradicting, .rule(rule.id),
                "regel '\(rules[same].id)' heeft dezelfde voorwaarde en een andere weg; kies er één")
        }
        let taking = earlier.filter { diagrams.overlap(checker.outcomes.decided[$0], holding[index]) }
        let names = taking.prefix(3).map { "'\(rules[$0].id)'" }.joined(separator: ", ")
        checker.find(
            .shadowed, .rule(rule.id),
            "deze regel beslist nooit: \(names) staat ervoor en neemt al zijn gesprekken; zet hem hoger of haal hem weg"
        )
    }

    /// Without it, would the rules below say the same?
    private func checkNeeded(_ index: Int, _ holding: [TalkSet]) {
        // Advice is about talks that are not at their end; only whole ones can be compared.
        var left = diagrams.and(
            diagrams.or(checker.outcomes.decided[index], paths.advised[0][index]), paths.talks)
        guard index < rules.count - 1 else { return }
        for later in rules.indices.dropFirst(index + 1) where !left.isEmpty {
            guard diagrams.overlap(left, holding[later]) else { continue }
            guard rules[index].says(whatSays: rules[later]) else { return }
            left = diagrams.minus(left, holding[later])
        }
        if left.isEmpty {
            checker.find(
                .redundant, .rule(rules[index].id),
                "zonder deze regel krijgt iedereen hetzelfde te horen; haal hem weg")
        }
    }

    // MARK: Does it lead somewhere?

    private func checkLeadsSomewhere(_ index: Int) {
        for (ladder, talks) in checker.outcomes.ladders(of: index) {
            let here = ladder.steps.filter { $0.id == rules[index].here }
            let placed = diagrams.union(here.map { checker.outcomes.showing($0, among: talks) })
            let lost = diagrams.minus(talks, placed)
            if !lost.isEmpty {
                checker.find(
                    .noRoute, .rule(rules[index].id),
                    "in ladder '\(ladder.id)' is de stap '\(rules[index].here)' er dan niet, dus deze regel leidt nergens heen; noem een andere stap",
                    in: lost)
            }
        }
    }

    private func checkKeeping(_ index: Int) {
        let rule = rules[index]
        guard rule.kind == .emergency || rule.kind == .integrity || rule.channel == .emergency,
            rule.keeps != .count
        else { return }
        checker.find(
            .emergencyKept, .rule(rule.id),
            "bij nood en integriteit bewaren wij geen verhaal; schrijf hier 'bewaart: telling'",
            in: checker.outcomes.decided[index])
    }

    /// Two parties whose channels both have no rank: nobody can say which leads.
    private func checkLeading() {
        let several = diagrams.union(
            paths.space.variables.enumerated().filter { $1.role != .advice }.map { variable, contents in
                diagrams.value(variable) { contents.classes[$0].partyCount > 1 }
            })
        var unranked: [Channel: TalkSet] = [:]
        for (index, rule) in rules.enumerated() where !checker.table.leading.contains(rule.channel) {
            let talks = diagrams.and(paths.advised[0][index], several)
            if !talks.isEmpty { unranked[rule.channel] = diagrams.or(unranked[rule.channel] ?? .none, talks) }
        }
        guard unranked.count > 1 else { return }
        let names = unranked.keys.map(\.rawValue).sorted()
        checker.find(
            .twoRoutes, .leading,
            "bij twee partijen kunnen \(names.joined(separator: " en ")) samen voorkomen; zet ze in 'leidend', zodat één ervan voorgaat",
            in: unranked.sorted { $0.key.rawValue < $1.key.rawValue }[0].value)
    }

    // MARK: A second matter after the first

    /// A matter that goes on (`daarna`) must not come back to where it began.
    private func checkContinuations() {
        for start in rules.indices where !rules[start].thenAnswers.isEmpty {
            var seen: Set<Int> = []
            var open = [start]
            while let index = open.popLast() {
                for next in following(index) where !rules[next].thenAnswers.isEmpty {
                    if next == start {
                        checker.find(
                            .endless, .rule(rules[start].id),
                            "na deze regel begint met 'daarna' een zaak die weer hier uitkomt; zo komt er geen einde aan"
                        )
                    } else if seen.insert(next).inserted {
                        open.append(next)
                    }
                }
            }
        }
    }

    /// The rules that can decide the matter that begins after this one.
    private func following(_ index: Int) -> [Int] {
        let given = rules[index].thenAnswers.reduce(paths.talks) { talks, trait in
            guard let question = checker.dialog.question(trait.name) else { return talks }
            let variable = checker.variable(question)
            let classes = paths.space.variables[variable].classes
            // An answer whose question is hidden does not count.
            return diagrams.and(
                talks,
                diagrams.value(variable) { value in
                    value == 0 || classes[value].answers.contains { $0 == .options([trait.value]) }
                })
        }
        return rules.indices.filter { diagrams.overlap(checker.outcomes.decided[$0], given) }
    }

    // MARK: Left over

    private func checkLeftOver() {
        let shown = checker.outcomes.steps.filter { !$0.talks.isEmpty }
        let regimes = Set(
            checker.dialog.questions.filter(\.namesParties).flatMap(\.options).compactMap(\.regime))
        for ladder in checker.table.ladders {
            let isUsed = shown.contains { $0.ladder.id == ladder.id } || regimes.contains(ladder.id)
            if !isUsed, ladder.id != "onbekend" {
                checker.find(
                    .unusedLadder, .ladder(ladder.id),
                    "geen enkele regel gebruikt deze ladder; noem haar in een regel of haal haar weg")
            }
            for step in ladder.steps where isUsed && !shown.contains(where: { $0.step == step }) {
                checker.find(
                    .neverShownStep, .step(ladder: ladder.id, id: step.id),
                    "niemand krijgt deze stap ooit te zien; verander zijn 'als' of haal hem weg")
            }
        }
        for mention in checker.table.mentions {
            let talks = checker.outcomes.mentioning(mention)
            if talks.isEmpty {
                checker.find(
                    .neverSaidMention, .mention(mention.id),
                    "dit wordt in geen enkel gesprek gezegd; verander het 'als' of haal het weg")
            }
        }
    }
}

extension Rule {
    /// Whoever gets the one or the other hears and gets the same.
    fileprivate func says(whatSays other: Rule) -> Bool {
        channel == other.channel && kind == other.kind && detail == other.detail && ladder == other.ladder
            && here == other.here && keeps == other.keeps && because == other.because && law == other.law
            && thenAnswers == other.thenAnswers
    }
}
