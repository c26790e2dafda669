/// What can be wrong with dialogs that can be read; the code is a word, for people and programs.
public enum FindingCode: String, Sendable, CaseIterable {
    // Where talks end.
    case noRoute = "eindigt-zonder-weg"
    case twoRoutes = "eindigt-op-twee"
    case noEnd = "keuze-zonder-einde"
    case endless = "vervolg-zonder-einde"
    case emergencyKept = "nood-bewaart-verhaal"

    // Questions.
    case neverAsked = "vraag-spreekt-zichzelf-tegen"
    case cutOff = "vraag-valt-altijd-weg"
    case notYetKnown = "antwoord-nog-niet-bekend"
    case neverGiven = "antwoord-nooit-gevraagd"
    case needlessCondition = "voorwaarde-altijd-waar"
    case deadPart = "voorwaarde-nooit-waar"
    case noEffect = "keuze-zonder-gevolg"
    case askedTwice = "dubbel-gevraagd"
    case tooWide = "te-veel-keuzes-in-voorwaarden"
    case twoPartyQuestions = "twee-vragen-naar-partijen"

    // Rules.
    case ruleNeverTrue = "regel-nooit-waar"
    case shadowed = "regel-overschaduwd"
    case contradicting = "zelfde-voorwaarde-andere-weg"
    case redundant = "regel-overbodig"

    // Personal data.
    case contactTooEarly = "gegevens-te-vroeg"
    case contactForNothing = "gegevens-zonder-reden"
    case contactUnexplained = "gegevens-zonder-doel"

    // Promises.
    case brokenPromise = "belofte-gebroken"
    case emptyPromise = "belofte-leeg"
    case tooLong = "gesprek-te-lang"

    // Left over.
    case unusedLadder = "ladder-ongebruikt"
    case neverShownStep = "stap-nooit-getoond"
    case neverSaidMention = "vermelding-nooit-gezegd"
    case unusedTerm = "begrip-ongebruikt"
    case unusedFigure = "cijfer-ongebruikt"
    case unusedBody = "instantie-ongebruikt"
    case neverChosen = "organisatie-niet-te-kiezen"

    // Choices.
    case noCategory = "zonder-categorie"
    case wordTaken = "woord-kiest-een-ander"

    // Cases.
    case failedCase = "proef-klopt-niet"
    case unfinishedCase = "proef-niet-af"
    case talkDiverges = "gesprek-loopt-anders"
    case idleAnswer = "proef-antwoord-niet-gevraagd"
    case ruleWithoutCase = "regel-zonder-proef"
    case questionWithoutCase = "vraag-zonder-proef"
    case choiceWithoutCase = "keuze-zonder-proef"
    case stepWithoutCase = "stap-zonder-proef"
    case termWithoutCase = "termijn-zonder-proef"
    case mentionWithoutCase = "vermelding-zonder-proef"

    // Law and register, on a day.
    case noSuchArticle = "artikel-bestaat-niet"
    case articleNotInForce = "artikel-niet-van-kracht"
    case articleUnchecked = "te-controleren"
    case otherTerm = "termijn-anders-dan-de-wet"
    case termWithoutFigure = "termijn-zonder-cijfer"
    case ruleWithoutGround = "regel-zonder-grond"
    case reviewDue = "herzien"
    case contactUnchecked = "contact-niet-nagekeken"
    case contactOutdated = "contact-lang-niet-nagekeken"
    case noContact = "weg-zonder-contact"
    case partnerAbsent = "organisatie-niet-actief"
    case runaround = "van-het-kastje-naar-de-muur"

    /// Worth mending, and no reason to stop: people are still told what is right.
    public var isWarning: Bool {
        switch self {
        case .redundant, .unusedLadder, .neverShownStep, .neverSaidMention, .emptyPromise: true
        case .unusedTerm, .unusedFigure, .unusedBody, .neverChosen: true
        case .ruleWithoutCase, .questionWithoutCase, .choiceWithoutCase, .stepWithoutCase, .termWithoutCase,
            .mentionWithoutCase:
            true
        case .articleUnchecked, .reviewDue, .contactUnchecked, .contactOutdated, .noContact, .partnerAbsent:
            true
        default: false
        }
    }
}
