import DialogEngine
import Rules

/// A proof of the dialogs of a gemeente as they are on one day: every path, every promise.
public struct DialogProof: Sendable {
    /// What is wrong; empty when every promise holds.
    public let findings: [Finding]
    public let figures: Figures

    /// - Parameter day: The day as of which the rules are looked at.
    public init(
        _ handbook: Handbook, _ promises: [Promise] = [], named: [NamedCondition] = [], on day: Day
    ) {
        let world = World(handbook, on: day, also: promises.flatMap(\.conditions))
        let checker = Checker(Paths(world), named: named)
        QuestionChecks(checker: checker).run()
        RuleChecks(checker: checker).run()
        ContactChecks(checker: checker).run()
        CategoryChecks(checker: checker).run()
        WordChecks(checker: checker).run()
        LeftOverChecks(checker: checker, promises: promises).run()
        PromiseChecks(checker: checker, promises: promises).run()
        findings = checker.findings
        figures = Figures(checker)
    }
}
