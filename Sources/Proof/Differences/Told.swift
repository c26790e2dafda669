import DialogEngine
import Rules

/// What a talk is told in one of two dialogs, each piece with the talks that get it.
struct Told {
    struct Piece: Hashable {
        let aspect: MovedTalks.Aspect
        let part: PartKey?
        /// All that the resident gets by it.
        let content: String
    }

    private(set) var everywhere: [Piece: TalkSet] = [:]
    /// What belongs to one rule.
    private(set) var byRule: [[Piece: TalkSet]]

    private let outcomes: Outcomes
    private let written: Written
    private let world: Int
    private var paths: Paths { outcomes.paths }
    private var handbook: Handbook { paths.worlds[world].handbook }

    init(_ paths: Paths, world: Int) {
        outcomes = Outcomes(paths, world: world)
        self.world = world
        written = Written(vocabulary: paths.worlds[world].vocabulary)
        byRule = Array(repeating: [:], count: paths.worlds[world].rules.count)
        for (index, rule) in paths.worlds[world].rules.enumerated() { addRule(index, rule) }
        for shown in outcomes.steps where !shown.talks.isEmpty { addStep(shown) }
        for mention in handbook.rulebook.table.mentions { addMention(mention) }
        for question in handbook.dialog.questions {
            add(.questions, PartKey(.question, question.id), "", outcomes.asking(question.id))
        }
    }

    private mutating func add(
        _ aspect: MovedTalks.Aspect, _ part: PartKey?, _ content: String, _ talks: TalkSet, rule: Int? = nil
    ) {
        let piece = Piece(aspect: aspect, part: part, content: content)
        if let rule {
            byRule[rule][piece] = paths.diagrams.or(byRule[rule][piece] ?? .none, talks)
        } else {
            everywhere[piece] = paths.diagrams.or(everywhere[piece] ?? .none, talks)
        }
    }

    private mutating func addRule(_ index: Int, _ rule: Rule) {
        let talks = outcomes.decided[index]
        guard !talks.isEmpty else { return }
        let values: [(MovedTalks.Aspect, String)] = [
            (.channel, rule.channel.rawValue), (.kind, rule.kind.rawValue), (.detail, rule.detail ?? ""),
            (.next, written.text(rule.thenAnswers)), (.ground, written.text(rule.law)),
            (.words, rule.because.words),
        ]
        for (aspect, value) in values { add(aspect, nil, value, talks, rule: index) }
        for (keeps, kept) in paths.keeping(rule, talks, world) {
            add(.keeps, nil, keeps.rawValue, kept, rule: index)
        }
    }

    private mutating func addStep(_ shown: Outcomes.ShownStep) {
        let step = shown.step
        let isHere = step.id == paths.worlds[world].rules[shown.rule].here
        let part = PartKey(.step, step.id)
        let values: [(MovedTalks.Aspect, String)] = [
            (.steps, [step.place, written.text(step.opening), isHere ? "hier" : ""].joined(separator: "\n")),
            (.ground, written.text(step.law)), (.words, step.how.words),
        ]
        for (aspect, value) in values { add(aspect, part, value, shown.talks, rule: shown.rule) }
        for limit in step.limits {
            let figures = handbook.rulebook.terms.figures.filter { $0.id == limit.figure }
            let content = [
                limit.role.rawValue, written.text(limit.from), limit.figure,
                figures.map { written.text($0) }.joined(separator: "\n"),
            ]
            let talks = paths.diagrams.and(shown.talks, paths.finders[world].holds(limit.when))
            add(.limits, part, content.joined(separator: "\n"), talks, rule: shown.rule)
        }
    }

    private mutating func addMention(_ mention: Mention) {
        let part = PartKey(.mention, mention.id)
        let talks = outcomes.mentioning(mention)
        add(.mentions, part, "", talks)
        add(.ground, part, written.text(mention.law), talks)
        add(.words, part, mention.text.words, talks)
    }
}
