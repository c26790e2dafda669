import DialogEngine
import TestSupport
import Testing
import Understanding

@Suite("Days in a story") struct DateFinderTests {
    private static let today = "2026-11-26"

    private static func find(_ text: String, on today: String = today) throws -> [Find<DateMention>] {
        DateFinder(today: try #require(Day(iso: today))).find(in: FreeText(text))
    }

    /// `evidence = first last`, with the last left out where it is the first.
    private static func told(_ finds: [Find<DateMention>]) -> [String] {
        finds.map {
            let range = $0.value.range
            let days = range.first == range.last ? range.first.iso : "\(range.first.iso) \(range.last.iso)"
            return "\($0.evidence[0].words) = \(days)"
        }
    }

    @Test(
        "a bare day of the week or month is a find only beside something that has been",
        arguments: [
            ("Kan ik op woensdag langskomen?", Sureness.unsure), ("Can I come to the pool in June?", .unsure),
            ("Ik wil in mei verhuizen, mag dat?", .unsure), ("De hulp komt op maandag.", .unsure),
            ("Op woensdag werd ik uitgescholden.", .likely), ("In June he fell off his bike.", .sure),
            ("Het is in mei gebeurd.", .sure), ("Maandag stond ik weer te wachten.", .likely),
            ("Ik kom op woensdag. Gisteren was het dicht.", .unsure),
        ])
    func bareDays(text: String, sureness: Sureness) throws {
        #expect(try Self.find(text).first?.sureness == sureness)
    }

    @Test(
        "found, as long as it reads",
        arguments: [
            (text: "Op 3 november 2026 kwam de taxi niet.", found: ["3 november 2026 = 2026-11-03"]),
            (
                "Vorige week dinsdag en eergisteren",
                ["Vorige week dinsdag = 2026-11-17", "eergisteren = 2026-11-24"]
            ),
            (
                "Vorige week dinsdag 10 november kwam hij niet",
                ["Vorige week dinsdag 10 november = 2026-11-10"]
            ),
            ("afgelopen dinsdag 24 november", ["afgelopen dinsdag 24 november = 2026-11-24"]),
            ("Ik heb in juni een vergunning aangevraagd", ["in juni = 2026-06-01 2026-06-30"]),
            (
                "Gister avond. Eergister middag",
                ["Gister avond = 2026-11-25", "Eergister middag = 2026-11-24"]
            ),
            ("Gisteren. Maandag ook.", ["Gisteren = 2026-11-25", "Maandag = 2026-11-23"]),
            ("Ik wacht al 3 weken op antwoord.", ["al 3 weken = 2026-11-02 2026-11-26"]),
            ("Bij hen heb ik al in mei geklaagd.", ["al in mei = 2026-05-01 2026-05-31"]),
            (
                "Het was op dinsdag 3 november jl. rond 15.00 uur.",
                ["dinsdag 3 november jl. rond 15.00 uur = 2026-11-03"]
            ),
            (
                "03-11-2025 en 3/11/25 en 3.11.2025",
                [
                    "03-11-2025 = 2025-11-03", "3/11/25 = 2025-11-03", "3.11.2025 = 2025-11-03",
                ]
            ),
            (
                "eind mei/begin juni, tussen 3 en 5 mei",
                [
                    "eind mei/begin juni = 2026-05-21 2026-06-10",
                    "tussen 3 en 5 mei = 2026-05-03 2026-05-05",
                ]
            ),
            ("di 3 nov. was hij er niet", ["di 3 nov = 2026-11-03"]),
            (
                "sinds de zomervakantie, in 2024",
                [
                    "sinds de zomervakantie = 2026-07-01 2026-11-26", "in 2024 = 2024-01-01 2024-12-31",
                ]
            ),
            ("Op de 3e. De 3e keer.", ["3e = 2026-11-03"]),
            ("On Nov. 3, 2025 I fell.", ["Nov. 3, 2025 = 2025-11-03"]),
            ("Last Tuesday the man was late.", ["Last Tuesday = 2026-11-24"]),
            ("Since March I live in a triangle.", ["Since March = 2026-03-01 2026-11-26"]),
            (
                "It was two weeks ago, in May even.",
                ["two weeks ago = 2026-11-09 2026-11-15", "in May = 2026-05-01 2026-05-31"]
            ),
            ("2,5 jaar geleden", ["2,5 jaar geleden = 2024-02-26 2024-08-26"]),
            ("veertig jaar geleden", ["veertig jaar geleden = 1986-08-26 1987-02-26"]),
            ("Laatste is van juli.", ["juli = 2026-07-01 2026-07-31"]),
        ])
    func found(text: String, found: [String]) throws { #expect(Self.told(try Self.find(text)) == found) }

    @Test(
        "not found",
        arguments: [
            "2011 RD Haarlem", "Kerkstraat 3-11", "bel 06-12 34 56 78", "023-511 51 15", "bel 14 023",
            "14 023",
            "€ 3,11", "€3-11", "25 euro", "3-11 euro", "25 jaar oud", "al 25 jaar getrouwd",
            "3 weken wachten",
            "na elf weken", "binnen zes weken", "twee jaar lang", "een half jaar", "half negen",
            "24/7 overlast",
            "1-2 keer", "2-3 weken", "3 keer per week", "honderdtien jaar geleden", "2,5 uur",
            "de tweede in de rij",
            "de eerste keer",
            "op de 3e verdieping", "Mevrouw Mei", "I may call", "Do not go", "Zo gaat dat", "ma zei zo",
            "di en do",
            "de markt", "elke maandag", "elke week", "iedere dag", "every Saturday night",
            "elk jaar met Kerst",
            "ooit, lang geleden", "altijd al", "op mijn verjaardag", "nu niet", "net pas", "versie 3.11",
            "morgen", "volgende week", "over 3 weken", "komende maandag", "Nu de zesde week", "Plein 1945",
            "nummer 2024", "", "?",
            "geboren drie april 1958, de hulp kwam niet", "DOB 4 March 1951", "geb. 3-4-1958",
            "geboortedatum: 3-4-1958", "mijn vader, op 4 april 1938 geboren, kreeg geen hulp",
            "mijn man is overleden op 2 november 2024", "in 2019 ben ik geopereerd",
            "mijn hulp zou 3 december komen maar belde af", "huisuitzetting is op 30 november",
        ])
    func notFound(text: String) throws { #expect(Self.told(try Self.find(text)) == []) }

    @Test(
        "what was on that day",
        arguments: [
            (text: "De taxi kwam op 3 mei niet.", role: DateMention.Role.happened),
            ("In de brief van 3 mei staat het verkeerd.", .letter),
            ("Het besluit van 3 mei 2026 klopt niet.", .letter),
            ("Op 3 mei kreeg ik een beschikking.", .letter),
            ("mijn parkeerboete, dd 3 mei", .letter),
            ("Ik kreeg een boete d.d. 3 mei", .letter),
            ("The letter dated 3 May is wrong.", .letter),
            ("Op 3 mei heb ik gebeld.", .complained),
            ("Ik heb het op 3 mei al gemeld bij de balie.", .complained),
            ("Ik heb op 3 mei een klacht ingediend.", .complained),
            ("I complained on 3 May.", .complained), ("Mijn klacht van 3 mei is weg.", .complained),
            ("Mijn klacht gaat over wat op 3 mei gebeurde.", .happened),
            ("Ik heb gebeld. Op 3 mei viel ik.", .happened),
            ("Op 3 mei viel ik en toen heb ik gebeld", .happened),
        ])
    func role(text: String, role: DateMention.Role) throws {
        #expect(try Self.find(text).map(\.value.role) == [role])
    }

    @Test(
        "a day that is said in two ways is asked",
        arguments: [
            ("Woensdag 24 november was hij onbeschoft.", Sureness.unsure),
            ("Dinsdag 24 november was hij onbeschoft.", .sure),
            ("Vorige week woensdag 10 november kwam de taxi niet.", .unsure),
            ("Het gebeurde op 1 april 2024 of 2025.", .unsure),
            ("Het gebeurde op 3 mei of 20 september.", .unsure),
            ("Het gebeurde op 3 of 4 mei.", .sure),
            ("On 11/03 the taxi did not come.", .unsure), ("On 25/03 the taxi did not come.", .sure),
            ("On 03/03 the taxi did not come.", .sure), ("Op 11/03 kwam de taxi niet.", .sure),
        ])
    func saidInTwoWays(text: String, sureness: Sureness) throws {
        #expect(try Self.find(text).map(\.sureness).max() == sureness)
    }

    @Test func theDayItHappenedIsNotThatOfTheLetter() throws {
        let finds = try Self.find(
            "Op 12 mei 2026 viel ik. Ik heb op 14 mei gebeld en kreeg op 3 juni een brief. Vrijdag weer niets."
        )
        #expect(finds.map(\.value.role) == [.happened, .complained, .letter, .happened])
        #expect(finds.event?.value.range.first.iso == "2026-05-12")
        #expect(finds.allSatisfy { $0.certainty > 0 && $0.certainty < 1 })
    }

    @Test func aDayOfALifeIsNotThatOfTheComplaint() throws {
        let finds = try Self.find("De taxi kwam niet op 12 november, mijn moeder is geboren 3-4-1958")
        #expect(Self.told(finds) == ["12 november = 2026-11-12"])
    }

    @Test func aDayOfYearsAgoIsNotSureBesideALaterOne() throws {
        let finds = try Self.find("Ik kreeg op 3-4-2019 een rolstoel. Op 12 november ging hij stuk.")
        #expect(finds.map(\.sureness) == [.likely, .sure])
        #expect(finds.event?.value.range.first.iso == "2026-11-12")
        #expect(try Self.find("Ik viel op 3-4-2019.").first?.sureness == .sure)
    }

    @Test(
        "a day that comes soon is one of last year only where that is said",
        arguments: [
            ("Op 3 december 2025 viel ik.", true), ("Vorig jaar 3 december viel ik.", true),
            ("Op 3 december wordt het opgehaald.", false), ("De brief van 3 december klopt niet.", true),
            ("Op 3 maart viel ik.", true),
        ])
    func soon(text: String, isFound: Bool) throws { #expect(try Self.find(text).isEmpty != isFound) }

    @Test func ofTwoThatAreAsSureTheLastIsMeant() throws {
        #expect(try Self.find("Op 14 mei en op 2 juni.").event?.value.range.first.iso == "2026-06-02")
        #expect(try Self.find("De brief van 2 juni.").event == nil)
    }

    @Test("what people say is found in a sentence", arguments: SpokenDate.all) func inASentence(
        spoken: SpokenDate
    ) throws {
        let finds = try Self.find("Het ging mis: \(spoken.words).", on: spoken.today)
        let today = try #require(Day(iso: spoken.today))
        for find in finds {
            #expect(find.value.range.last <= today)
            #expect("Het ging mis: \(spoken.words).".contains(find.evidence[0].words))
        }
        if spoken.precision == "toekomst" { #expect(finds.isEmpty) }
        if spoken.precision == "dag", let only = finds.first, finds.count == 1 {
            #expect(only.value.range.first.iso == spoken.first)
        }
    }

    /// Twice the text may take twice the time, with room for a busy machine; never four times over and over.
    @Test(
        "time grows with the text alone", arguments: ["mei ", "tot mei van 3 en 4 of ", "3-11-", "1 2 ", "a"])
    func linear(piece: String) throws {
        func time(_ bytes: Int) throws -> Duration {
            let text = String(repeating: piece, count: bytes / piece.utf8.count)
            return try (0..<2).map { _ in try ContinuousClock().measure { _ = try Self.find(text) } }.min()!
        }
        _ = try time(1000)
        let (short, long) = (try time(6000), try time(24_000))
        #expect(long < short * 16 + .milliseconds(50))
    }

    @Test func hundredKilobytesAreReadToTheEnd() throws {
        let story =
            String(repeating: "De taxi kwam weer niet en ik stond in de regen. ", count: 2100)
            + "Dat was gisteren."
        #expect(Self.told(try Self.find(story)) == ["gisteren = 2026-11-25"])
    }
}
