/// The letters that the program itself fills in, by the name of their template in every gemeente.
public enum KnownLetter: String, Sendable, CaseIterable {
    /// What the resident takes home.
    case receipt = "bewijs"
    /// A partner: how to complain there, and what is possible after that.
    case card = "kaart"
    /// A complaint as officials read it.
    case page = "dossier"
}
