/// What one typed line comes to.
public enum Reading: Hashable, Sendable {
    case answer(Answer)
    /// Not said outright: to be shown before it goes on. The rest is what was typed besides, word for word; empty for
    /// nothing.
    case loosely(Answer, rest: String)
    /// More than one choice fits; these, in order.
    case several([String])
    case wrong(Hint)

    /// What was wrong with a line, for one sentence that says what would be right.
    public enum Hint: Hashable, Sendable {
        case empty
        /// No choice fits; so many there are.
        case noSuchChoice(String, count: Int)
        case noSuchNumber(Int, count: Int)
        case noDate(String)
        case futureDate(Day)
        case phone(String)
        case phoneCount(Int, beginning: String, needed: Int)
        case phoneNoZero(String)
        case phoneOfService(String)
        case email(String)
        case emailNoAt(String)
        case emailNoEnding(String)
        case emailSpace(String)
        case postcode(String)
        case postcodeNoLetters(String)
        /// SA, SD or SS.
        case postcodeNeverIssued(String)
        case houseNumber(String)
        case name(String)
        case unknownNotPossible
    }
}
