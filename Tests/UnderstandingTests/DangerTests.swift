import TestSupport
import Testing
import Understanding

@Suite("Somebody in danger is seen first") struct DangerTests {
    @Test(
        arguments: [
            ("Er is brand in het trappenhuis en mijn buurvrouw zit nog binnen", "levensgevaar"),
            ("mijn man ligt op de grond en ademt niet meer", "levensgevaar"),
            ("Ik ruik gas in de hele straat, sterke gaslucht bij nummer 12", "levensgevaar"),
            ("we zitten vast in de lift met een baby, niemand neemt op", "levensgevaar"),
            (
                "There is black smoke coming out of the flat next door, I see flames",
                "levensgevaar"
            ),
            ("my father is unconscious and not breathing, the alarm company does not answer", "levensgevaar"),
            ("Mijn man slaat mij en de kinderen, ik ben bang voor hem", "thuis-onveilig"),
            ("Mijn ex staat voor de deur en bedreigt mij, hij wil de kinderen meenemen", "thuis-onveilig"),
            ("My husband beats me and he locked me in the house", "thuis-onveilig"),
            ("ik wil niet meer leven", "denkt-aan-zelfdoding"),
            ("Ik heb pillen gespaard en vanavond stap ik eruit", "denkt-aan-zelfdoding"),
            ("I want to die, I have saved up pills", "denkt-aan-zelfdoding"),
        ])
    func seen(text: String, sign: String) {
        let danger = Haarlem.hears(text).danger
        #expect(danger?.value == sign)
        #expect(danger?.evidence.isEmpty == false)
    }

    private static let table = CaseTable("Danger/told.tsv")

    /// Lines that the words were not chosen by: their share counts, no line by itself.
    @Test("of what people in danger say nearly all is seen, of what only sounds like it little")
    func shares() {
        var (seen, right, alarms) = ([String](), 0, [String]())
        for row in Self.table.rows {
            let sign = Haarlem.hears(row[2]).danger?.value
            if row[0] == "-" {
                if sign != nil { alarms.append(row[2]) }
            } else {
                if sign != nil { seen.append(row[2]) }
                if sign == row[0] { right += 1 }
            }
        }
        let dangers = Self.table.rows.count { $0[0] != "-" }
        let calm = Self.table.rows.count - dangers
        #expect(dangers >= 60 && calm >= 60)
        print(
            "danger seen \(seen.count) of \(dangers), sign right \(right); false \(alarms.count) of \(calm)")
        #expect(seen.count * 100 >= dangers * 95)
        #expect(right * 100 >= dangers * 90)
        #expect(alarms.count * 100 <= calm * 15, "\(alarms)")
    }

    @Test(
        "a danger that is denied is none, whatever stands behind it; a comma ends what is denied",
        arguments: [
            ("er is brand bij de buren", true), ("er is geen brand bij de buren", false),
            ("my neighbour has a knife", true), ("there was no fire", false),
            ("hij ademt niet meer", true), ("er was nooit brand", false), ("there was never a fire", false),
            ("er was geen echte brand", false), ("er is geen sprake van brand", false),
            ("hij luistert niet, brand in de keuken", true), ("niemand neemt op. Brand in huis", true),
            ("geen hulp bij brand in huis", true),
        ])
    func denied(text: String, isDanger: Bool) {
        #expect((Haarlem.hears(text).danger != nil) == isDanger)
    }

    /// Hidden in a polite letter.
    @Test func hidden() {
        let letter = """
            Geachte heer of mevrouw, ik dank u voor uw brief over mijn uitkering. U hoeft niet te antwoorden. Als u dit leest
            ben ik er niet meer. Ik heb alles geregeld en mijn afscheidsbrief ligt op tafel. Hoogachtend.
            """
        #expect(Haarlem.hears(letter).danger?.value == "denkt-aan-zelfdoding")
    }

    @Test(
        "ordinary complaints are not danger",
        arguments: [
            "Ik word er gek van, doodziek van het lawaai van de buren elke nacht",
            "De lamp in onze straat brandt de hele dag en 's avonds juist niet",
            "Er staan brandnetels langs het fietspad",
            "De brandweer heeft vorig jaar onze kelder leeggepompt",
            "Het is moordend druk op de Grote Houtstraat op zaterdag",
            "De container op de hoek is weer vol en het stinkt",
            "Mijn paspoort lag niet klaar, ik kan er wel om huilen",
            "The street light in front of my house is broken",
            "I was fined for parking, this is killing my budget",
            "Mijn huishoudelijke hulp komt nooit op tijd", "Ik wil bezwaar maken tegen de naheffing parkeren",
        ])
    func ordinary(text: String) {
        #expect(Haarlem.hears(text).danger == nil)
    }
}
