import DialogEngine
import Records
import Rules
import Testing
import Understanding

@testable import Assistant

@Suite("What a story says already") struct StoryFinderTests {
    private static let today = Day(iso: "2026-11-26")!

    private static func finds(_ story: String, answered: [String: Answer] = [:]) -> StoryFinds {
        var session = MemoryDesk.handbook.session(on: today)
        for (question, answer) in answered { session.set(answer, for: AnswerKey(question)) }
        return StoryFinder(
            handbook: MemoryDesk.handbook, heard: MemoryDesk.listening.hear(story, today: today),
            session: session
        ).finds()
    }

    private static func found(_ story: String, _ question: String, party: String? = nil) -> Answer? {
        finds(story).offered.first { $0.key == AnswerKey(question, party: party) }?.answer
    }

    @Test("Every find names words of the story, or none", arguments: MemoryDesk.stories)
    func wordsStandInTheStory(_ story: String) {
        for find in Self.finds(story).offered {
            for words in find.words { #expect(story.contains(words), "\(find.key.question): \(words)") }
            #expect((0...1).contains(find.certainty))
        }
    }

    @Test("What is offered can be given as an answer and is then not asked", arguments: MemoryDesk.stories)
    func whatIsTakenIsNotAsked(_ story: String) {
        let offered = Self.finds(story).offered
        var session = MemoryDesk.handbook.session(on: Self.today)
        session.set(.lines([story]), for: AnswerKey(.story))
        for find in offered {
            #expect(Self.isAnswer(find.answer, to: find.key), "\(find.key.question)")
            session.take(find)
        }
        let replay = session.replay()
        #expect(!offered.contains { $0.key == replay.next })
        #expect(replay.next == AnswerKey("gevaar"))
    }

    @Test("Nobody's answer is changed by what a story says", arguments: MemoryDesk.stories)
    func answersStay(_ story: String) {
        let all = Self.finds(story).offered
        for find in all {
            let rest = Self.finds(story, answered: [find.key.question: .unknown]).offered
            if find.key.party == nil { #expect(!rest.contains { $0.key == find.key }) }
        }
    }

    @Test("That there is no letter with a decision is never heard", arguments: MemoryDesk.stories)
    func letterIsAlwaysAsked(_ story: String) {
        let keys = Set(Self.finds(story).offered.map(\.key.question))
        #expect(keys.isDisjoint(with: ["besluit", "besluit-waarover", "gevaar", "delen", "keuze-partner"]))
    }

    @Test func partyAndItsSort() {
        let story = "De RegioRijder brengt mij met mijn Wmo-pas, en komt steeds te laat."
        let find = Self.finds(story).offered.first { $0.key == AnswerKey("partijen") }
        #expect(find?.answer == .options(["regiorijder/wmo-vervoer"]))
        #expect(find?.besides == [AnswerKey("over-wie"): .options(["partner"])])
        #expect(find?.words == ["RegioRijder"])
    }

    @Test("Which of its services is asked when only the organisation is named")
    func organisationWithSeveralServices() {
        let finds = Self.finds("De RegioRijder komt steeds te laat.")
        #expect(!finds.offered.contains { $0.key == AnswerKey("partijen") })
        #expect(finds.offered.first { $0.key == AnswerKey("over-wie") }?.answer == .options(["partner"]))
        #expect(
            Set(finds.likely["partijen"] ?? []) == [
                "regiorijder/wmo-vervoer", "regiorijder/leerlingenvervoer",
            ])
    }

    @Test("Of a partner with cleaners and nurses, which of them is asked where a nurse is told of")
    func nursesOfAPartnerWithCleaners() {
        let nurse = Self.finds("Zorgbalans verpleging kwam niet, de wijkverpleging komt steeds te laat.")
        #expect(!nurse.offered.contains { $0.key == AnswerKey("partijen") })
        #expect(nurse.likely["partijen"]?.contains("zorgbalans/thuiszorg") == true)
        let cleaner = "De schoonmaakster van Zorgbalans kwam niet, het huis is vies."
        #expect(Self.found(cleaner, "partijen") == .options(["zorgbalans/huishoudelijke-hulp"]))
    }

    @Test("The driver of a company is none of the partner's")
    func driverOfACompany() {
        #expect(
            Self.found("De Uber kwam niet en de chauffeur was grof.", "bedrijf")
                == .options(["winkel-of-bedrijf/dienst"]))
    }

    @Test("How something ended says nothing of a complaint that nobody told of")
    func toldOnlyWhenSaid() {
        let party = "regiorijder/wmo-vervoer"
        let told = "Mijn Wmo-taxi kwam niet. Al geklaagd bij de RegioRijder, nooit antwoord gekregen."
        #expect(Self.found(told, "eerder", party: party) == .options(["ja"]))
        #expect(Self.found(told, "eerder-uitkomst", party: party) == .options(["geen-antwoord"]))
        let notTold = "Mijn Wmo-taxi van de RegioRijder kwam niet en daar ben ik het niet mee eens."
        #expect(Self.found(notTold, "eerder", party: party) == nil)
    }

    private static let toldOn = (
        story: "De Wmo-taxi van de RegioRijder kwam weer veel te laat en de chauffeur was grof. "
            + "Op 3 november heb ik daarover geklaagd.",
        day: AnswerKey("eerder-wanneer", party: "regiorijder/wmo-vervoer"),
        outcome: AnswerKey("eerder-uitkomst", party: "regiorijder/wmo-vervoer")
    )

    @Test(
        "The day on which it was told is offered, unless there was an answer to count from",
        arguments: [
            (" Ik heb nog geen antwoord.", "geen-antwoord", true), ("", nil, true),
            (" Ik ben het niet eens met hun antwoord.", "niet-eens", false),
        ])
    func dayOfTelling(ending: String, outcome: String?, isOffered: Bool) {
        let told = Answer.date(DateRange(Day(iso: "2026-11-03")!))
        // Before and after it is known what the story is about.
        for answered in [[:], ["zaak": Answer.options(["iets-ging-mis"])]] {
            let offered = Self.finds(Self.toldOn.story + ending, answered: answered).offered
            let ended = offered.first { $0.key == Self.toldOn.outcome }?.answer
            #expect(ended == outcome.map { .options([$0]) })
            #expect(offered.first { $0.key == Self.toldOn.day }?.answer == (isOffered ? told : nil))
        }
    }

    @Test(
        "A day that was taken counts for who waits, and goes quietly with an answer",
        arguments: [("geen-antwoord", true), ("weet-ik-niet", true), ("niet-eens", false)])
    func dayThatWasTaken(outcome: String, counts: Bool) {
        var talk = MemoryDesk.handbook.session(on: Self.today)
        for find in Self.finds(Self.toldOn.story).offered { talk.take(find) }
        #expect(talk.answers[Self.toldOn.day] != nil)
        #expect(!talk.replay().asked.contains(Self.toldOn.day))
        talk.set(.options(["iets-ging-mis"]), for: AnswerKey("zaak"))
        talk.set(.options(["nee"]), for: AnswerKey("besluit"))
        let answer = outcome == Answer.unknownID ? Answer.unknown : .options([outcome])
        #expect(talk.falling(with: answer, for: Self.toldOn.outcome) == [])
        talk.set(answer, for: Self.toldOn.outcome)
        #expect(talk.replay().asked.contains(Self.toldOn.day) == counts)
    }

    @Test("Who speaks for another says I as well")
    func onBehalf() {
        #expect(
            Self.found("Ik bel namens mijn moeder, de thuishulp kwam niet.", "namens") == .options(["ander"]))
        #expect(Self.found("Mijn thuishulp kwam niet, ik wacht al weken.", "namens") == .options(["mijzelf"]))
    }

    @Test(
        "What somebody else can be reached by is not offered as one's own",
        arguments: [
            ("De thuishulp van mijn moeder kwam niet. Het nummer van mijn dochter is 0612345678.", false),
            ("Mijn buurman zijn mail is piet@ziggo.nl, hij maakt lawaai.", false),
            ("Mijn moeder kreeg geen hulp. Ze woont op 2023 AB 12.", false),
            ("Ik belde met 088-1234567 maar niemand nam op.", false),
            ("Mijn thuishulp kwam niet. Mijn mail is piet@ziggo.nl.", true),
            ("mw belt, haar tel is 0612345678, de thuishulp kwam niet", true),
        ])
    func contactOfAnother(story: String, isOffered: Bool) {
        let asked = Set(Self.finds(story).offered.map(\.key.question))
        let contact = asked.intersection(["telefoonnummer", "e-mailadres", "postcode", "huisnummer"])
        #expect(contact.isEmpty != isOffered)
    }

    @Test("One matter is offered where nothing says more, and never where two organisations are named")
    func matters() {
        let one = "De RegioRijder kwam te laat en Spaarnelanden haalt mijn afval niet op."
        #expect(Self.found(one, "aantal-zaken") == nil)
        #expect(Self.found("De RegioRijder kwam te laat.", "aantal-zaken") == .options(["een"]))
        #expect(
            Self.found(
                "Ik heb twee klachten: de RegioRijder is te laat en de vuilnis blijft liggen.", "aantal-zaken"
            )
                == .options(["meer"]))
    }

    @Test(
        "Who waits for a decision, or asks for his own file, is heard by what he says",
        arguments: [
            ("Bijstand aangevraagd, 9 weken geleden, niets gehoord.", "te-laat"),
            ("Ik wacht al vier maanden op antwoord op mijn bezwaar.", "te-laat"),
            ("Ik wacht al vier maanden op mijn vergunning.", "te-laat"),
            ("I applied for a permit in June and heard nothing.", "te-laat"),
            ("De chauffeur was onbeschoft en liet mij staan.", "iets-ging-mis"),
            ("Ik wil mijn bijstandsdossier inzien.", "mijn-gegevens"),
            ("Ik wil dat de gemeente al mijn gegevens wist.", "mijn-gegevens"),
            ("Ik wil mijn wmo-dossier opvragen.", "mijn-gegevens"),
            ("Ik doe een Woo-verzoek om alle stukken over de kap van de bomen.", "stukken-inzien"),
            ("Mijn aanvraag is afgewezen, daar ben ik het niet mee eens.", "besluit"),
        ])
    func sayings(story: String, option: String) {
        #expect(Self.found(story, "zaak") == .options([option]))
    }

    @Test("What words alone make of it is shown as likely")
    func sayingsAreLikely() {
        let find = Self.finds("Ik wacht al vier maanden op mijn vergunning.").offered.first {
            $0.key == AnswerKey("zaak")
        }
        #expect(find?.isSure == false)
        #expect(find?.words == ["wacht al vier maanden op mijn vergunning"])
    }

    @Test("Whose `haar` is hangs on who types")
    func notedOfACaller() {
        for (isNoted, count) in [(true, 1), (false, 0)] {
            let heard = MemoryDesk.listening.hear(
                "haar mail is jansen@voorbeeld.nl", today: Self.today, isNoted: isNoted)
            #expect(heard.contact.filter { $0.sureness > .unsure }.count == count)
        }
    }

    @Test func storyThatSaysNothingIsNotOffered() {
        #expect(Self.finds("hallo").offered.isEmpty)
        #expect(Self.finds("ik").offered.isEmpty)
        #expect(Self.finds("😀😀😀").offered.isEmpty)
    }

    @Test("Vague days are never shown as sure")
    func vagueDays() {
        let find = Self.finds("De RegioRijder komt al weken te laat.").offered.first {
            $0.key == AnswerKey("wanneer")
        }
        #expect(find?.isSure == false)
    }

    private static func isAnswer(_ answer: Answer, to key: AnswerKey) -> Bool {
        guard let question = MemoryDesk.handbook.dialog.question(key.question) else { return false }
        let (values, text) = AnswerCoding.values(answer)
        return AnswerCoding.answer(values, text, to: question, today: today) == answer
    }
}

@Suite("What somebody says to an offer") struct OfferReplyTests {
    private let reader = AnswerReader(
        words: MemoryDesk.handbook.answerWords, today: Day(iso: "2026-11-26")!, translation: .dutch,
        danger: "gevaar")

    @Test(arguments: [
        ("", OfferReply.all), ("ja", .all), ("klopt", .all), ("ja hoor", .all), ("nee", .nothing),
        ("nee dat niet", .nothing), ("2", .mend(2)), (" 12 ", .mend(12)), ("-2", .drop(2)), ("- 2", .drop(2)),
        ("2 nee", .drop(2)),
    ])
    func isUnderstood(_ typed: String, _ reply: OfferReply) {
        #expect(OfferReply(typed, reader) == reply)
    }

    @Test(arguments: ["wat?", "1 en 3", "Zorgbalans", "2 weken geleden", "ja maar 2 niet"])
    func isAskedAgain(_ typed: String) {
        #expect(OfferReply(typed, reader) == nil)
    }
}

@Suite("A story without who told it") struct StrippedStoryTests {
    private static func stripped(_ story: String, names: [String] = []) -> String {
        StrippedStory(story, MemoryDesk.listening, names: names, known: ["regiorijder", "haarlem"]).words
    }

    @Test(arguments: [
        ("Ik heet Jan Voorbeeld en woon op Zijlweg 12.", ["Jan", "Voorbeeld", "Zijlweg"]),
        ("mijn bsn is 111222333", ["111222333"]),
        ("bel 0612345678 of mail a.b@voorbeeld.nl", ["0612345678", "a.b@"]),
        ("ik mailde m.kaya@voorbeeld.nl en ze reageert niet", ["m.kaya@"]),
        ("mevrouw Pietersen van de balie was grof", ["Pietersen"]),
        ("mevrouw pietersen van de balie was grof", ["pietersen"]),
        ("2023wl 12, de bus kwam niet", ["2023wl"]), ("dossier 20261234 is kwijt", ["20261234"]),
        ("De chauffeur Achmed schold", ["Achmed"]),
        ("mijn zoon kees wacht al een uur", ["kees"]), ("mevrouw truus de bruin wacht", ["truus", "bruin"]),
        ("Hulp ilse kwam te laat", ["ilse"]), ("zie facebook.com/jvoorbeeld en @jvoorbeeld", ["jvoorbeeld"]),
        ("auto AB-12-CD stond op de stoep", ["AB", "CD"]), ("auto 1-abc-23 en ab12cd", ["abc", "ab12cd"]),
        ("ik woon op 12, apt 4B", ["4B"]), ("mijn moeder, geboren 3-4-1958, kreeg niets", ["1958"]),
        ("pincode 4321", ["4321"]), ("mijn zoontje Daan wacht", ["Daan"]),
    ])
    func nothingOfAPersonIsLeft(_ story: String, _ gone: [String]) {
        let kept = Self.stripped(story)
        for piece in gone { #expect(!kept.contains(piece), "\(kept)") }
    }

    @Test func whereSomebodyWorksStays() {
        let kept = Self.stripped(
            "Ik belde met mevrouw pietersen van de balie en mevrouw Pietersen van de RegioRijder")
        #expect(kept == "Ik belde met mevrouw … van de balie en mevrouw … van de RegioRijder")
    }

    @Test func namesThatWereGivenGoTooInSmallLetters() {
        #expect(!Self.stripped("jansen hier, de bus kwam niet", names: ["A. Jansen"]).contains("jansen"))
    }

    @Test(arguments: [
        "De bus van de RegioRijder kwam niet. Ik sta al uren te wachten.", "Het duurt al 3 weken.",
        "Ik wil mijn geld terug, 45 euro.", "mijn zoon krijgt geen taxi en mijn moeder is boos",
        "de hulp kwam niet", "mevrouw aan de balie was grof", "mijn dochter moet naar school",
        "het is 24/7 lawaai",
    ])
    func whatItIsAboutStays(_ story: String) { #expect(Self.stripped(story) == story) }

    @Test("An example can be read back as it is written")
    func quoting() {
        let example = KeptExample(
            number: ComplaintNumber("H26-7K3Q-F8M2-X")!, text: "Hij zei \"nee\" \\ en\nliep weg",
            language: "nl", kind: "klacht", topic: "afval")
        #expect(example.yaml(id: "v1").contains(#"tekst: "Hij zei \"nee\" \\ en liep weg""#))
    }
}
