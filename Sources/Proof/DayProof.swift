import DialogEngine
import Rules

/// What the law and the register say of the dialogs of a gemeente on one day: both change in the course of time.
public struct DayProof: Sendable {
    /// What is wrong, the articles first, then the rules, whom people reach, and where they are sent.
    public let findings: [Finding]
    public let inForce: InForce

    public init(_ handbook: Handbook, _ laws: LawTable, on day: Day) {
        findings =
            LawCheck(handbook, laws, on: day).findings + RuleCheck(handbook, on: day).findings
            + ContactCheck(handbook, on: day).findings + ReferralCheck(handbook).findings
        inForce = InForce(handbook, laws, on: day)
    }
}
