import Testing
import Understanding

@Suite("What is understood of a story") struct ListenerTests {
    @Test(
        "topics, in Dutch, English, slang and haste",
        arguments: [
            ("de ondergrondse container zit vol en er staan vuilniszakken naast", "afval"),
            ("lantarenpaal voor mijn deur doet het niet", "verlichting"),
            ("taxi kwam weer te laat, oma zat een uur in de kou", "wmo-vervoer"),
            ("mn poetshulp komt niet opdagen", "wmo-huishoudelijke-hulp"),
            ("naheffing gekregen terwijl ik betaald had met parkmobile", "parkeren"),
            ("My wheelchair has been broken for weeks and the supplier does not come", "wmo-hulpmiddel"),
            ("the sewer smells and the street is flooded", "water-en-riool"),
            ("badmeester schreeuwt tegen de kinderen bij zwemles", "sport-en-zwembad"),
            ("De woz-waarde van mijn huis is veel te hoog volgens Cocensus", "belasting"),
            ("jeugdbeschermer komt afspraken over omgang niet na", "jeugdbescherming"),
            ("my passport was not ready at the counter", "burgerzaken"),
            ("schimmel in de slaapkamer en ymere doet niks", "wonen"),
        ])
    func topic(text: String, topic: String) {
        #expect(Haarlem.hears(text).topics.first?.id == topic)
    }

    @Test(
        "kinds",
        arguments: [
            ("Ik ben het niet eens met de afwijzing van mijn aanvraag en wil bezwaar maken", "bezwaar"),
            ("Hoe laat gaat de milieustraat open?", "vraag"), ("where can I renew my passport?", "vraag"),
            ("Op grond van de Woo verzoek ik om alle stukken over het Houtplein", "verzoek"),
            ("Ik stel u aansprakelijk voor de schade aan mijn auto, 800 euro", "schade"),
            ("Complimenten voor de vuilnismannen, altijd vriendelijk!", "compliment-of-idee"),
            ("Een ambtenaar neemt steekpenningen aan van de aannemer", "integriteit"),
            ("Ik werd geweigerd vanwege mijn hoofddoek", "discriminatie"),
            (
                "Ik word van het kastje naar de muur gestuurd: de gemeente wijst naar Ymere en Ymere naar de gemeente",
                "klacht-samenwerking"
            ),
            ("losse stoeptegel op de hoek van de Zijlweg, iemand kan vallen", "melding"),
        ])
    func kind(text: String, kind: String) {
        #expect(Haarlem.hears(text).kinds.first?.id == kind)
    }

    @Test("all labels are there, best first, and their certainties are together one") func ranked() {
        let heard = Haarlem.hears("De container is vol")
        #expect(heard.topics.count == 30 && heard.kinds.count == 11)
        for labels in [heard.topics, heard.kinds] {
            #expect(labels.map(\.certainty) == labels.map(\.certainty).sorted(by: >))
            #expect((labels.map(\.certainty).reduce(0, +) - 1).magnitude < 1e-9)
        }
    }

    @Test(
        "a decision is never lost",
        arguments: [
            "Mijn aanvraag voor een scootmobiel is afgewezen",
            "Boete gekregen voor een vuilniszak die niet van mij is",
            "De aanslag van Cocensus klopt niet",
            "Ze hebben mijn uitkering stopgezet, daar ben ik het niet mee eens",
            "My application was refused and I disagree", "I got a parking fine that is not fair",
        ])
    func decision(text: String) {
        #expect(Haarlem.hears(text).concernsDecision)
    }

    @Test(
        "who asks for no decision is not asked about one",
        arguments: [
            "Er ligt een losse tegel op de stoep", "De chauffeur was onbeleefd tegen mijn moeder",
            "Wat zijn de openingstijden van het zwembad?", "The bin on the corner is full",
        ])
    func noDecision(text: String) {
        #expect(!Haarlem.hears(text).concernsDecision)
    }

    @Test(
        "parties by name, old name, misspelled name and everyday word",
        arguments: [
            ("Ik heb Spaarnelanden drie keer gebeld over de container", "spaarnelanden/afval"),
            ("Cosensus stuurt mij weer een aanmaning voor de belasting", "cocensus/belasting"),
            ("de taxi van de wmo kwam weer niet", "regiorijder/wmo-vervoer"),
            ("het wijkteam belt nooit terug", "buurts/wijkteam"),
        ])
    func parties(text: String, party: String) throws {
        let finds = Haarlem.hears(text).parties
        let services = try #require(finds.first.map { _ in finds.map(\.value) })
        #expect(services.contains { $0.hasPrefix(party.prefix { $0 != "/" }) }, "\(services)")
    }

    @Test("a partner that is named is one party, whatever it does") func oneService() {
        let parties = Haarlem.hears("De gemeente zegt dat het van Ymere is en Ymere zegt van de gemeente")
            .parties
        #expect(parties.map { $0.value.prefix { $0 != "/" } } == ["gemeente-haarlem", "ymere"])
    }

    @Test func theWordsOfAFindStandInTheText() {
        let text = "Ik schrijf namens mijn moeder. Ik heb al geklaagd bij de taxi, nooit antwoord gekregen."
        let heard = Haarlem.hears(text)
        #expect(heard.onBehalf?.value == "ander")
        #expect(heard.onBehalf?.evidence.map(\.words) == ["Ik schrijf namens mijn moeder"])
        #expect(heard.complained?.evidence.allSatisfy { text.contains($0.words) } == true)
    }

    @Test func severalMatters() {
        #expect(!Haarlem.hears("Ten eerste is de lamp kapot. Ten tweede belt niemand terug.").several.isEmpty)
        #expect(Haarlem.hears("De lamp is kapot.").several.isEmpty)
    }

    @Test("without words or weights nothing is claimed") func nothingKnown() {
        let heard = Listener(Knowledge(), nil).understand("De container is vol")
        #expect(heard.topics.isEmpty && heard.kinds.isEmpty && heard.danger == nil && !heard.concernsDecision)
    }
}
