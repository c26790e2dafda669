import DialogEngine

/// Who we are: what `gemeente.yaml` says of the gemeente itself.
public struct Gemeente: Sendable {
    public let name: String
    /// CBS code: `GM` and four digits.
    public let code: String
    /// The first letter of complaint numbers.
    public let numberLetter: String
    public let languages: [String]
    public let phone: String
    /// Days after which an unfinished intake is erased.
    public let draftDays: Int
    /// Who works here; empty on a fresh machine.
    public let people: [Clerk]

    public init(
        name: String, code: String, numberLetter: String, languages: [String], phone: String, draftDays: Int,
        people: [Clerk]
    ) {
        self.name = name
        self.code = code
        self.numberLetter = numberLetter
        self.languages = languages
        self.phone = phone
        self.draftDays = draftDays
        self.people = people
    }

    /// Whether an account may erase, repair, copy and put back: coordinator and beheer, or anyone where nobody is listed,
    /// since then the machine has one user.
    public func mayCareForStore(account: String) -> Bool {
        people.isEmpty || [.coordinator, .admin].contains(clerk(account: account).role)
    }

    /// The person behind an operating-system account.
    ///
    /// On a machine without a list everybody is the desk; with one, an account that is not listed may take
    /// intakes only.
    public func clerk(account: String) -> Clerk {
        people.first { $0.account == account }
            ?? Clerk(account: account, name: nil, team: nil, role: people.isEmpty ? .desk : .intakeOnly)
    }
}

public struct Clerk: Hashable, Sendable {
    public enum Role: String, Sendable, CaseIterable {
        case desk = "balie"
        case phone = "telefoon"
        case handler = "behandelaar"
        case coordinator
        case admin = "beheer"
        /// Takes intakes, reads nothing.
        case intakeOnly = "alleen-intake"

        public var mayRead: Bool { self != .intakeOnly }
    }

    public let account: String
    public let name: String?
    public let team: String?
    public let role: Role

    public init(account: String, name: String?, team: String?, role: Role) {
        self.account = account
        self.name = name
        self.team = team
        self.role = role
    }
}
