/// Which law moves a last day that falls on a Saturday, a Sunday or a holiday; the raw value is its word in
/// the dialog files.
public enum TermExtension: String, CaseIterable, Sendable {
    /// The Algemene termijnenwet: for terms in a Dutch statute, up to the lengths of its article 4.
    case termijnenwet
    /// Council Regulation 1182/71: for terms in a European regulation, of any length.
    case europeanRegulation = "verordening-1182-71"
    /// None: the municipality's own norm, or a term counted back from an event (Atw 1 lid 2).
    case never = "geen"

    func applies(to term: Term) -> Bool {
        switch self {
        case .termijnenwet: term.isExtendedByAtw
        case .europeanRegulation: true
        case .never: false
        }
    }

    /// From this length on the term must hold two working days; nil when there is no such rule.
    var daysThatNeedTwoWorkingDays: Int? {
        switch self {
        case .termijnenwet: 3
        case .europeanRegulation: 2
        case .never: nil
        }
    }

    /// What to cite for the move itself, and for the two working days.
    var articles: (move: LawReference, workingDays: LawReference)? {
        switch self {
        case .termijnenwet: (LawReference("Atw 1 lid 1"), LawReference("Atw 2"))
        case .europeanRegulation:
            (LawReference("Verordening 1182/71 3 lid 4"), LawReference("Verordening 1182/71 3 lid 5"))
        case .never: nil
        }
    }
}
