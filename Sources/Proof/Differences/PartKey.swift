/// A part of a handbook that people can point at, whatever handbook it stands in.
public struct PartKey: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case question = "vraag"
        case option = "keuze"
        case rule = "regel"
        case ladder
        case step = "stap"
        case mention = "vermelding"
        case partner = "organisatie"
        case service = "dienst"
        case body = "instantie"
        case source = "bron"
        case figure = "termijn"
        case article = "wetsartikel"
        case phrase = "tekst"
        case letter = "brief"
        case danger = "noodsignaal"
        case translation = "vertaling"
        case general = "algemeen"
    }

    public let kind: Kind
    /// The id; of an option, a step or a service after that of its whole: `wanneer/gisteren`.
    public let id: String

    /// The id of the whole it belongs to, or its own.
    public var whole: String { String(id.prefix { $0 != "/" }) }

    public init(_ kind: Kind, _ id: String) {
        self.kind = kind
        self.id = id
    }
}
