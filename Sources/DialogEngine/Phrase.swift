/// Every sentence that the program itself says; the words stand in `teksten/` of the gemeente.
public enum Phrase: String, Sendable, CaseIterable {
    // Start and end
    case header = "kop"
    case voiceDesk = "stem-balie"
    case voicePhone = "stem-telefoon"
    case voiceKiosk = "stem-kiosk"
    case keys = "toetsen"
    case privacyShort = "privacy-kort"
    case privacyLong = "privacy-lang"
    case noPeopleList = "geen-medewerkerslijst"
    case storeOnNetwork = "opslag-op-netwerk"
    case ready = "klaar-voor-volgende"
    case readyPrompt = "klaar-vraag"
    case goodbye = "tot-ziens"
    case draftKept = "concept-bewaard"
    case inputEnded = "invoer-op"
    case interruptedOnce = "onderbroken"
    case mustLeave = "moet-sluiten"
    case crashed = "programma-kapot"
    case confirmHint = "fout-ja-nee"
    case yes = "ja"
    case no = "nee"
    // At the keyboard
    case textTooLong = "tekst-te-lang"
    case typedTooEarly = "te-vroeg-getypt"
    case moreChoices = "meer-keuzes"
    case unfinishedLine = "regel-niet-af"
    // Drafts
    case draftsFound = "concepten-gevonden"
    case draftLine = "concept-regel"
    case draftChoice = "concept-keuze"
    case noDrafts = "geen-concepten"
    case draftEraseWord = "concept-wis-woord"
    case draftResumed = "concept-hervat"
    case draftNoLongerFits = "concept-past-niet"
    case draftThrownAway = "concept-weg"
    case draftDamaged = "concept-beschadigd"
    // Questions
    case progress = "voortgang"
    case storyHint = "verhaal-klaar"
    case enterTakes = "enter-kiest"
    case enterKeeps = "enter-houdt"
    case enterSkips = "enter-slaat-over"
    case severalHint = "meer-mag"
    case searchHint = "zoek-hint"
    case shownByStory = "keuzes-uit-verhaal"
    case shownByStoryOfAll = "keuzes-uit-verhaal-van-alle"
    case shownByTopic = "keuzes-bij-onderwerp"
    case orType = "of-typ"
    case or = "of"
    case optionUnknown = "keuze-weet-niet"
    case optionDeclined = "keuze-zeg-niet"
    case aboutParty = "over-partij"
    case whyAsked = "waarom-vraag"
    case purposeRoute = "waarvoor-route"
    case purposeLetter = "waarvoor-klaagschrift"
    case purposeReach = "waarvoor-bereiken"
    case purposeReport = "waarvoor-verslag"
    case purposeHelp = "waarvoor-hulp"
    case nowAnswered = "nu-antwoord"
    case whichOne = "welke-bedoelt-u"
    case taken = "genomen"
    case restKept = "rest-bewaard"
    // What was wrong with a line
    case hintEmpty = "fout-leeg"
    case hintNoSuchChoice = "fout-keuze"
    case hintNoSuchNumber = "fout-nummer"
    case hintNoDate = "fout-datum"
    case hintFutureDate = "fout-toekomst"
    case hintPhone = "fout-telefoon"
    case hintPhoneCount = "fout-telefoon-aantal"
    case hintPhoneNoZero = "fout-telefoon-nul"
    case hintPhoneOfService = "fout-telefoon-dienst"
    case hintEmail = "fout-e-mail"
    case hintEmailNoAt = "fout-e-mail-apenstaartje"
    case hintEmailNoEnding = "fout-e-mail-einde"
    case hintEmailSpace = "fout-e-mail-spatie"
    case hintPostcode = "fout-postcode"
    case hintPostcodeNoLetters = "fout-postcode-letters"
    case hintPostcodeNeverIssued = "fout-postcode-nooit"
    case hintHouseNumber = "fout-huisnummer"
    case hintName = "fout-naam"
    case hintUnknownNotPossible = "fout-weet-niet"
    case hintNothingFound = "fout-niets-gevonden"
    case hintCommand = "fout-opdracht"
    // Changing and looking back
    case overviewTitle = "overzicht-titel"
    case overviewKeys = "overzicht-toetsen"
    case hintReview = "fout-overzicht"
    case overviewSoFar = "overzicht-tot-nu"
    case overviewEmpty = "overzicht-leeg"
    case changeWhich = "wijzig-welke"
    case changeCosts = "wijzig-kost"
    case changeConfirm = "wijzig-doorgaan"
    case changeDone = "wijzig-gedaan"
    case changeLeft = "wijzig-gelaten"
    case undone = "ongedaan"
    case nothingBefore = "geen-vorige"
    case lineTakenBack = "regel-weg"
    case notKnownAnswer = "antwoord-weet-niet"
    case notSaidAnswer = "antwoord-zeg-niet"
    case skippedAnswer = "antwoord-leeg"
    // What a story holds that a complaint does not need
    case leftOut = "weggelaten"
    case surplusCitizenNumber = "te-veel-bsn"
    case surplusAccount = "te-veel-rekening"
    case surplusSecret = "te-veel-geheim"
    case surplusBirth = "te-veel-geboren"
    case surplusMedical = "te-veel-medisch"
    case surplusChildName = "te-veel-naam-kind"
    case surplusOtherName = "te-veel-naam-ander"
    // The outcome
    case advice = "advies"
    case emergencySign = "nood-teken"
    case emergencyNumbers = "nood-nummers"
    case offerTitle = "gehoord-titel"
    case offerKeys = "gehoord-toetsen"
    case offerLine = "gehoord-regel"
    case offerLineFrom = "gehoord-regel-uit"
    case offerSure = "gehoord-zeker"
    case offerLikely = "gehoord-waarschijnlijk"
    case offerHint = "gehoord-hint"
    case heardSoFar = "gehoord-tot-nu"
    case stillNeeded = "nog-nodig"
    case readAloud = "lees-voor"
    case surplusFound = "te-veel-gevonden"
    case surplusLeft = "te-veel-weg"
    case exampleOffer = "voorbeeld-aanbod"
    case exampleKept = "voorbeeld-bewaard"
    case exampleNone = "voorbeeld-geen"
    case emergencyNothingKept = "nood-niets-bewaard"
    case integrityNothingKept = "integriteit-niets-bewaard"
    case complaintKept = "klacht-opgeschreven"
    case contactKept = "contact-opgeschreven"
    case notYetObjection = "nog-geen-bezwaar"
    case spelled = "spelling"
    case whereToGo = "waar-terecht"
    case because = "omdat"
    case hereNow = "hier-ligt-het"
    case sentHere = "hierheen-gestuurd"
    case beginHere = "begin-hier"
    case visited = "al-geweest"
    case openNow = "opent-nu"
    case openBeside = "opent-ernaast"
    case openAfterAnswer = "opent-na-antwoord"
    case openAfterAnswerOrTerm = "opent-na-antwoord-of-termijn"
    case openAfterAnswerOrOwnTerm = "opent-na-antwoord-of-eigen-termijn"
    case submitBy = "uiterlijk-indienen"
    case submitByPassed = "uiterlijk-indienen-voorbij"
    case submitByMaybePassed = "uiterlijk-indienen-misschien-voorbij"
    case submitWithin = "indienen-binnen"
    case answerBy = "uiterlijk-antwoord"
    case answerByPassed = "uiterlijk-antwoord-voorbij"
    case answerPromise = "antwoord-belofte"
    case answerPromiseLaw = "antwoord-belofte-wet"
    case promiseWithin = "antwoord-belofte-binnen"
    case answerWithin = "antwoord-binnen"
    case provisional = "onder-voorbehoud"
    case contactUnchecked = "contact-niet-gecontroleerd"
    case contactMissing = "contact-ontbreekt"
    case partyAbsent = "partij-werkt-hier-niet"
    case helpFree = "gratis-hulp"
    case alsoMention = "let-op"
    case partyHeading = "per-partij"
    case afterCommands = "na-opdrachten"
    case nextMatter = "volgende-zaak"
    case nextMatterSamePerson = "volgende-zaak-zelfde"
    case anotherMatter = "nog-iets"
    case unknownPlace = "onbekende-plek"
    case theGemeente = "de-gemeente"
    case and = "en"
    case receipt = "de-ontvangst"
    case answerOf = "het-antwoord-van"
    case numberLabel = "nummer"
    case betweenDays = "tussen-dagen"
    case throughDay = "tot-en-met-dag"
    case oneOfDays = "een-van-twee-dagen"
    case sinceDay = "sinds-dag"
    case beforeDay = "voor-dag"
    case lackingName = "ontbreekt-naam"
    case lackingAddress = "ontbreekt-adres"
    case lackingDescription = "ontbreekt-omschrijving"
    case lackingDate = "ontbreekt-datum"
    case lackingTranslation = "ontbreekt-vertaling"
    case lackingSignature = "ontbreekt-handtekening"
    case ownPractice = "eigen-werkwijze"
    case ownNorm = "eigen-norm"
    case lacking = "ontbreekt-voor-klaagschrift"
    case sharedWith = "delen-met"
    case visitedHow = "al-verteld"
    case sentHow = "wij-sturen"
    // Why
    case whyRule = "waarom-regel"
    case whyLaw = "waarom-wet"
    case whySource = "waarom-bron"
    case whyPassed = "waarom-niet"
    case whyNoDecision = "waarom-nog-niet"
    // Why not
    case whyNotWhat = "waarom-niet-wat"
    case whyNotUnknown = "waarom-niet-onbekend"
    case whyNotNear = "waarom-niet-bedoelde-u"
    case whyNotSeveral = "waarom-niet-meer"
    case whyNotAlready = "waarom-niet-al"
    case whyNotNever = "waarom-niet-nooit"
    case whyNotNotFound = "waarom-niet-gevonden"
    case whyNotLater = "waarom-niet-later"
    case whyNotOne = "waarom-niet-een"
    case whyNotOpen = "waarom-niet-open"
    case whyNotMore = "waarom-niet-antwoorden"
    case whyNotAnswer = "waarom-niet-antwoord"
    case whyNotSaid = "waarom-niet-gezegd"
    case whyNotNew = "waarom-niet-niet-gevraagd"
    case whyNotExample = "waarom-niet-bijvoorbeeld"
    case whyNotSince = "waarom-niet-vanaf"
    case whyNotBefore = "waarom-niet-voor"
    case whyNotMet = "waarom-niet-voorwaarde"
    case whyNotKnown = "waarom-niet-niet-bekend"
    case whyNotInForce = "waarom-niet-geldt-niet"
    case whyNotOvertaken = "waarom-niet-hoger"
    case whyNotNegated = "waarom-niet-ontkend"
    case whyNotParty = "waarom-niet-organisatie"
    // The rules tried
    case traceApplied = "regel-past"
    case traceNotMet = "regel-past-niet"
    case traceUnknown = "regel-te-weinig-bekend"
    case traceNotInForce = "regel-geldt-niet"
    // Commands
    case helpTitle = "help-titel"
    case nothingToPrint = "niets-te-printen"
    case printedTo = "geprint-naar"
    case noteAdded = "notitie-toegevoegd"
    case noteKept = "notitie-onthouden"
    case noteWhat = "notitie-wat"
    case noteNowhere = "notitie-nergens"
    case searchWhat = "zoek-wat"
    case searchNone = "zoek-niets"
    case searchLine = "zoek-regel"
    case searchNotAllowed = "zoek-mag-niet"
    case searchLeftOut = "zoek-overgeslagen"
    case searchIndexing = "zoek-index"
    case partnerWhat = "partners-wat"
    case partnerNone = "partners-niets"
    case saved = "opgeslagen"
    case languageNow = "taal-gekozen"
    case languageUnknown = "taal-onbekend"
    // One line of /help for each command
    case helpBack = "opdracht-terug"
    case helpExplain = "opdracht-uitleg"
    case helpHelp = "opdracht-help"
    case helpOverview = "opdracht-overzicht"
    case helpChange = "opdracht-wijzig"
    case helpWhy = "opdracht-waarom"
    case helpPartners = "opdracht-partners"
    case helpSearch = "opdracht-zoek"
    case helpNote = "opdracht-notitie"
    case helpPrint = "opdracht-print"
    case helpPrivacy = "opdracht-privacy"
    case helpLanguage = "opdracht-taal"
    case helpSave = "opdracht-opslaan"
    case helpResume = "opdracht-hervat"
    case helpStop = "opdracht-stop"
    case helpDanger = "opdracht-nood"
    case helpTeach = "opdracht-leer"
    // What the store or the disk did not do
    case storeNoParent = "opslag-geen-bovenmap"
    case storeNotAFolder = "opslag-geen-map"
    case storeNotAllowed = "opslag-mag-niet"
    case storeReadOnly = "opslag-alleen-lezen"
    case storeFull = "opslag-vol"
    case storeBroken = "opslag-schijf-kapot"
    case storeUnsuitable = "opslag-ongeschikt"
    case storeSystemError = "opslag-systeemfout"
    case tryOpening = "poging-openen"
    case tryKeeping = "poging-bewaren"
    case tryReading = "poging-lezen"
    case tryErasing = "poging-wissen"
    case tryNoting = "poging-logboek"
    case tryRepairing = "poging-herstellen"
    case tryCopying = "poging-kopie"
    case tryRestoring = "poging-terugzetten"
    case storeNumberTaken = "opslag-nummer-bezet"
    case storeNoRecord = "opslag-geen-klacht"
    case storeNoDraft = "opslag-geen-concept"
    case storeChanged = "opslag-net-veranderd"
    case storeInUse = "opslag-bezet"
    case storeNewer = "opslag-nieuwer"
    case storeErased = "opslag-gewist"
    case notAStore = "opslag-geen-opslag"
    case noPlaceForCopy = "opslag-geen-plek-voor-kopie"
    case recordDamaged = "klacht-beschadigd"
    case thisDraftDamaged = "dit-concept-beschadigd"
    case fileHolds = "bestand-bevat"
    case holdsNothing = "bevat-niets"
    case holdsNoJSON = "bevat-geen-json"
    case holdsOtherVersion = "bevat-andere-versie"
    case holdsNoKey = "bevat-geen-sleutel"
    case holdsWrongValue = "bevat-verkeerde-waarde"
    case holdsOtherKey = "bevat-andere-sleutel"
    case holdsOtherNumber = "bevat-ander-nummer"
    case holdsUnreadable = "bevat-onleesbaar"
    // What is still safe
    case recordNotKept = "veilig-klacht-niet"
    case contactNotKept = "veilig-contact-niet"
    case recordUnchanged = "veilig-klacht-zoals-die-was"
    case notCounted = "veilig-niet-geteld"
    case exampleNotKept = "veilig-voorbeeld-niet"
    case answerNotKept = "veilig-antwoord-niet"
    case draftNotErased = "veilig-concept-niet-gewist"
    case recordNotErased = "veilig-klacht-niet-gewist"
    case erasedInPart = "veilig-deels-gewist"
    case notShown = "veilig-niet-getoond"
    case notRepaired = "veilig-niet-hersteld"
    case copyUnfinished = "veilig-kopie-niet-af"
    case restoreUnfinished = "veilig-terugzetten-niet-af"
    case answersSafe = "veilig-antwoorden"
    case maybeKept = "veilig-misschien"
    case otherDraftsSafe = "veilig-andere-concepten"
    case otherRecordsSafe = "veilig-andere-klachten"
    // What to do now
    case makeRoomInTalk = "doe-ruimte-in-gesprek"
    case makeRoom = "doe-ruimte"
    case otherFolder = "doe-andere-map"
    case warnAdministrator = "doe-waarschuw"
    case tryAgain = "doe-opnieuw"
    case newerProgram = "doe-nieuwste-programma"
    case restoreCopy = "doe-reservekopie"
    // Files and letters
    case fileExists = "bestand-bestaat"
    case fileRefused = "bestand-mag-niet"
    case fileTooBig = "bestand-past-niet"
    case letterBroken = "brief-niet-goed"
    case screenGone = "scherm-weg"
    // The partner card
    case cardGemeente = "kaart-gemeente"
    case cardSource = "kaart-bron"
}

/// The words for every phrase.
public struct Phrases: Sendable {
    private let words: [Phrase: Text]

    public init(_ words: [Phrase: Text]) { self.words = words }

    public func text(_ phrase: Phrase) -> Text { words[phrase] ?? .none }

    public func callAsFunction(
        _ phrase: Phrase, _ values: [String: String] = [:], in translation: Translation = .dutch
    ) -> String {
        Text.fill(translation(text(phrase).words), values)
    }
}

/// Words by which somebody may be in danger; looked for in every line before it is kept.
public struct EmergencySigns: Sendable {
    public struct Sign: Hashable, Sendable {
        /// The option of the danger question that it points to.
        public let option: String
        public let phrases: [String]

        public init(option: String, phrases: [String]) {
            self.option = option
            self.phrases = phrases.map { $0.foldedPhrase }
        }

        /// - Parameter folded: Phrases of a sign that was made before.
        public init(option: String, folded: [String]) {
            self.option = option
            phrases = folded
        }
    }

    /// The question about danger.
    public let question: String
    public let signs: [Sign]

    public init(question: String, signs: [Sign]) {
        self.question = question
        self.signs = signs
    }

    /// - Returns: The option of the danger question that a line points to; nil for most lines.
    public func option(in line: String) -> String? {
        let text = line.foldedPhrase
        let bytes = Array(text.utf8) + [Self.space]
        let starts = [0] + bytes.indices.dropLast().filter { bytes[$0] == Self.space }.map { $0 + 1 }
        return signs.first { $0.phrases.contains { Self.stands($0, in: bytes, at: starts) } }?.option
    }

    private static let space = UInt8(ascii: " ")

    /// Whether a phrase begins at one of these places and ends where a word ends. By bytes, because there are hundreds
    /// of phrases and every line is looked through before it is kept.
    private static func stands(_ phrase: String, in bytes: [UInt8], at starts: [Int]) -> Bool {
        let utf8 = phrase.utf8
        return starts.contains { start in
            let end = start + utf8.count
            return end < bytes.count && bytes[end] == space && bytes[start..<end].elementsEqual(utf8)
        }
    }
}
