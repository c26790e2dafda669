import Testing
import Understanding

@Suite("Where something happened") struct PlaceTests {
    private static func places(_ text: String) -> [String] {
        ContactFinder(FreeText(text)).places().map(\.value)
    }

    @Test(arguments: [
        ("De lantaarn op de Zijlweg 12 is kapot", "Zijlweg 12"),
        ("lantaarn kapot op de zijlweg", "zijlweg"),
        ("hoek Grote Houtstraat ligt vuil", "Grote Houtstraat"),
        ("There is rubbish in the Gierstraat", "Gierstraat"),
        ("Bij de Jan Gijzenkade staat alles blank", "Jan Gijzenkade"),
        ("Afval op Zijlweg 3 2013 DA", "Zijlweg 3"),
        ("Op de Johan de Wittlaan 4 ligt glas", "Johan de Wittlaan 4"),
        ("Op de Grote Markt stond een auto", "Grote Markt"),
    ])
    func isFound(_ text: String, _ place: String) { #expect(Self.places(text).first == place) }

    @Test(arguments: [
        "Ik woon op de Zijlweg 12.", "In onze straat ligt vuil.", "Ik was onderweg naar huis.",
        "De supermarkt is dicht.", "Zij ging weg.", "op de snelweg", "I live in the Gierstraat.",
        "Mijn adres is Zijlweg 12, 2013 DA.", "",
    ])
    func isNotFound(_ text: String) { #expect(Self.places(text) == []) }
}
