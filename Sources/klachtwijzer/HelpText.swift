/// What the program says of itself and of arguments it does not understand; in Dutch.
enum HelpText {
    /// - Returns: The command help was asked for, empty for the whole; nil when it was not asked for.
    static func asked(in arguments: [String]) -> String? {
        let asks =
            arguments.contains { ["--help", "-h", "--hulp"].contains($0) } || arguments.first == "help"
        guard asks else { return nil }
        return arguments.first { topics[$0] != nil } ?? ""
    }

    static func text(_ topic: String) -> String {
        topics[topic] ?? overview
    }

    /// - Parameter message: What the parser says, in English; only the word it names is used.
    static func misunderstood(_ message: String, _ arguments: [String]) -> String {
        if StoreCare.saysNothing(arguments) { return "Zeg wat er met de opslag moet:\n\n" + text("opslag") }
        let named = message.split(separator: "'", omittingEmptySubsequences: false)
        let missing = message.contains("Missing")
        let word =
            named.count >= 3
            ? String(named[1].filter { !"<>".contains($0) }) : arguments.joined(separator: " ")
        let what = missing ? "Er ontbreekt iets bij '\(word)'." : "'\(word)' ken ik hier niet."
        return what + " Typ klachtwijzer --help voor alle opdrachten."
    }

    private static let overview = """
        klachtwijzer – helpt een bewoner met een klacht naar de goede plek

        klachtwijzer                      het gesprek aan de balie
        klachtwijzer telefoon             het gesprek aan de telefoon
        klachtwijzer wijs                 antwoorden erin (JSON), de weg eruit
        klachtwijzer vragen               alle vragen en keuzes, voor programma's
        klachtwijzer intake --antwoorden BESTAND   een hele klacht zonder scherm
        klachtwijzer partners [woord]     wie doet wat, en hoe klaagt u daar
        klachtwijzer zoek WOORD           klachten op nummer, naam of verhaal
        klachtwijzer toon NUMMER          een klacht lezen
        klachtwijzer opslag …             nakijken, herstellen, wissen, kopiëren
        klachtwijzer controleer           fouten in de dialogen
        klachtwijzer controleer --tekening [MAP]   de vragen en regels getekend
        klachtwijzer verschil OUD NIEUW   wat een wijziging voor bewoners doet
        klachtwijzer duid                 wat wij uit gewone zinnen begrijpen
        klachtwijzer leer [--toets]       weegt de woorden opnieuw, of toetst ze

        --dialogen MAP    de map van de gemeente (anders de map in Dialogs)
        --opslag MAP      waar de klachten staan (anders in uw eigen gegevensmap)
        --eenvoudig       voor een schermlezer: een scherm dat alleen bijschrijft
                          (ook met ACCESSIBLE=1)
        --taal en         in het Engels: gesprek, besluit, vragen, organisatie
        --vandaag DATUM   doe alsof het die dag is, zoals 2026-11-25
        --zaad GETAL      dezelfde nummers bij hetzelfde getal
        --json            uitvoer voor programma's

        Eindigt met 0: klaar, 1: fouten of niets gevonden, 2: verkeerde opdracht, 3: opslag, 130: onderbroken.
        """

    private static let topics: [String: String] = [
        "wijs": """
        klachtwijzer wijs [--antwoorden BESTAND] [--waarom-niet X] [--json]

        Leest antwoorden als JSON van de invoer (of uit BESTAND) en zegt waar de zaak heen gaat.
        Welke antwoorden mogen, zegt: klachtwijzer vragen --json
        Ontbreekt er een antwoord of klopt er een niet, dan staat dat erbij en is de uitgang 1.
        Met --waarom-niet staat er welk antwoord anders moest zijn om ergens anders uit te komen. X is een plek,
        organisatie, kanaal, soort of regel, of het begin daarvan: --waarom-niet ombudsman
        """,
        "vragen": """
        klachtwijzer vragen [--json]

        Alle vragen: id, woorden, soort antwoord, keuzes met id en woorden, en wanneer zij worden gesteld.
        """,
        "intake": """
        klachtwijzer intake --antwoorden BESTAND [--json]

        Neemt een hele klacht op uit een JSON-bestand (- voor de invoer), bewaart hem en zegt het nummer.
        """,
        "partners": """
        klachtwijzer partners [woord] [--json]

        Zoekt op dienst, naam, oude naam of gewoon woord, zoals: klachtwijzer partners taxi
        """,
        "zoek":
            "klachtwijzer zoek WOORD [--json]\n\nZoekt klachten op het begin van woorden: van de naam, uit het verhaal, of een groep van het nummer.",
        "toon": "klachtwijzer toon NUMMER [--json]\n\nLaat een klacht lezen als een bladzijde.",
        "opslag": """
        klachtwijzer opslag controleer              kijkt alles na en verandert niets
        klachtwijzer opslag herstel                 herstelt wat kan, en zegt wat kwijt is (--kwijt NUMMER: dat weet ik)
        klachtwijzer opslag wis NUMMER --waarom TEKST   wist een klacht, ook uit concepten
        klachtwijzer opslag bewaartermijn [--wis]   wat er langer staat dan mag (bewaren.yaml)
        klachtwijzer opslag kopie MAP               maakt een kopie, of werkt die bij
        klachtwijzer opslag terugzet MAP            zet terug wat hier niet meer is

        Intussen kan iedereen doorwerken. Nakijken mag wie klachten mag lezen; de rest alleen coordinator en beheer.
        Wie iets las, veranderde of wiste, staat in de map logboek; wat erin stond niet.
        Terugzetten laat staan wat nieuwer is, en wat gewist is blijft gewist. Een klacht die in de kopie veranderd is,
        komt alleen terug met --toch NUMMER. Ook rsync maakt een goede kopie.
        Eindigt met 1 als er iets niet klopt. Met --json voor programma's.
        """,
        "controleer": """
        klachtwijzer controleer [--dialogen MAP] [--per DATUM] [--opslag MAP] [--json]
        klachtwijzer controleer --tekening [MAP]

        Leest alle bestanden van de gemeente, loopt alle gesprekken na die mogelijk zijn, en noemt elke fout met bestand,
        regel en kolom. Waar een gesprek verkeerd afloopt, staat erbij hoe u er komt.
        Bij een tekst die moeilijk te lezen is, staat 'let op'.
        Wetten, organisaties en regels veranderen met de tijd: --per 2027-01-01 kijkt hoe het op die dag is,
        anders is het vandaag (of --vandaag). Bij 'let op' gaat het programma gewoon door; de uitgang is dan 0.
        Staan er in de opslag voorbeelden die medewerkers bewaarden, dan staat er hoeveel wij er nu goed begrijpen.
        Met --tekening komen alle vragen en regels als tekening in MAP (anders in de map 'tekening'), voor
        Graphviz (.dot) en Mermaid (.mmd). Met - komt alleen de hele tekening (.dot) op de uitvoer.
        """,
        "duid": """
        klachtwijzer duid [--json]

        Leest zinnen van de invoer, een verhaal per regel, en zegt wat wij eruit begrijpen: soort, onderwerp, gevaar, een
        besluit, organisaties, voor wie, al geklaagd, wanneer, naam en adres, meer dingen, en wat er niet in hoort.
        Het wordt nergens bewaard.
        """,
        "leer": """
        klachtwijzer leer [--toets] [--dialogen MAP]

        Weegt de woorden in de map herkennen met de voorbeelden die er staan, en schrijft herkennen/gewichten.txt.
        Dezelfde woorden en voorbeelden geven altijd hetzelfde bestand.
        Met --toets verandert er niets: dan staat er hoe goed wij de voorbeelden begrijpen als wij ze niet kennen
        (vijf keer geleerd, telkens zonder een vijfde deel), met de grenzen waar de cijfers tussen liggen.
        """,
        "verschil": """
        klachtwijzer verschil OUD NIEUW [--opslag MAP] [--vandaag DATUM] [--json]

        Vergelijkt twee mappen met dialogen. Noemt per wijziging bij welke regels gesprekken ergens anders uitkomen,
        hoeveel het er zijn, en met welke antwoorden een bewoner er komt. Noemt daarna alles wat er anders geschreven
        staat. Met --opslag ook de bewaarde klachten die nu anders zouden gaan, alleen met hun nummer.
        Verplaatst een wijziging een gesprek, of komt of gaat er een vraag of keuze, dan hoort in wijzigingen.yaml
        waarom. Zonder die toelichting staat er 'wijziging-zonder-toelichting' en is de uitgang 1. Is alles toegelicht,
        of zijn alleen woorden anders, dan is de uitgang 0.
        """,
    ]
}
