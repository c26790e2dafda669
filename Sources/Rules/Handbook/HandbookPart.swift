/// Something in a gemeente's folder that has a place there, so that what is found about it can be shown at it.
public enum HandbookPart: Hashable, Sendable {
    case question(String)
    case option(question: String, id: String)
    case rule(String)
    case mention(String)
    case ladder(String)
    case step(ladder: String, id: String)
    case promise(String)
    /// A named condition of `begrippen.yaml`.
    case term(String)
    /// A figure of `termijnen.yaml`.
    case figure(String)
    /// An article of `wetten.yaml`: `Awb 9:11 lid 1`.
    case article(String)
    case partner(String)
    /// A service of a partner: `stadstaxi/vervoer`.
    case service(String)
    case body(String)
    /// A text of `programma.yaml`, by its key.
    case phrase(String)
    case topic(String)
    /// The order of channels, `leidend`.
    case leading
    /// A case of `proeven/`, by its name.
    case dialogCase(String)
    /// An answer that a case gives.
    case given(case: String, question: String, party: String?)
    /// A line of the talk that a case is.
    case line(case: String, number: Int)
    /// What a case expects.
    case expected(case: String, DialogCase.Expectation)
}
