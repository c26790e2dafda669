import DialogEngine
import Rules

/// Whether every rule can be accounted for: a ground, an owner, a reason, and a review that is not overdue.
struct RuleCheck {
    /// Those that apply on the day or after it; what has ended needs no care any more.
    private let rules: [Rule]
    private let day: Day

    init(_ handbook: Handbook, on day: Day) {
        self.day = day
        rules = handbook.rulebook.table.rules.filter { rule in rule.validTo.map { day <= $0 } ?? true }
    }

    var findings: [Finding] { withoutGround + carelessness }

    private var withoutGround: [Finding] {
        rules.filter { $0.law.isEmpty && $0.source.isEmpty }.map { rule in
            Finding(
                .ruleWithoutGround, .rule(rule.id),
                "de regel '\(rule.id)' zegt niet waarop hij rust; zet er 'wet' of 'bron' bij")
        }
    }

    private var carelessness: [Finding] {
        let kinds: [(isMissing: (Rule) -> Bool, words: String)] = [
            ({ $0.owner.isEmpty }, "geen 'eigenaar'"), ({ $0.because.words.isEmpty }, "geen 'reden'"),
            ({ $0.reviewOn == nil }, "geen dag om te herzien ('herzien')"),
        ]
        return kinds.compactMap { kind in
            finding(rules.filter(kind.isMissing)) { "\($0) \($1 ? "heeft" : "hebben") \(kind.words)" }
        } + [overdue].compactMap { $0 }
    }

    private var overdue: Finding? {
        let day = day
        let late = rules.filter { rule in rule.reviewOn.map { $0 < day } ?? false }
        return finding(late) { "\($0) \($1 ? "had" : "hadden") voor \(day.iso) herzien moeten zijn" }
    }

    /// One finding for all these rules together.
    private func finding(_ rules: [Rule], _ words: (String, Bool) -> String) -> Finding? {
        guard let first = rules.first else { return nil }
        let count = Listing.count(rules.count, "regel", "regels")
        return Finding(
            .reviewDue, .rule(first.id),
            words(count, rules.count == 1) + ": " + Listing.names(rules.map(\.id)))
    }
}
