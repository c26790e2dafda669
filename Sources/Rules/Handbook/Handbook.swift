import DialogEngine

/// Everything that a gemeente lays down in its folder, checked.
///
/// A class, though it never changes: it is handed around at every prompt, and copying its fifty parts shows there.
public final class Handbook: Sendable {
    public let gemeente: Gemeente
    public let dialog: Dialog
    public let rulebook: Rulebook
    public let phrases: Phrases
    public let answerWords: AnswerWords
    public let emergencies: EmergencySigns
    /// Receipts and letters by name, as templates.
    public let letters: [Letter]
    /// The languages beside Dutch.
    public let translations: [Translation.Packed]

    public struct Letter: Hashable, Sendable {
        public let name: String
        public let template: String

        public init(name: String, template: String) {
            self.name = name
            self.template = template
        }
    }

    public init(
        gemeente: Gemeente, dialog: Dialog, rulebook: Rulebook, phrases: Phrases, answerWords: AnswerWords,
        emergencies: EmergencySigns, letters: [Letter],
        translations: [Translation.Packed] = []
    ) {
        self.gemeente = gemeente
        self.dialog = dialog
        self.rulebook = rulebook
        self.phrases = phrases
        self.answerWords = answerWords
        self.emergencies = emergencies
        self.letters = letters
        self.translations = translations
    }

    public func letter(_ name: String) -> Letter? { letters.first { $0.name == name } }

    /// The words of a language; Dutch where it has none.
    public func translation(_ language: String) -> Translation {
        translations.first { $0.language == language }.map(Translation.init) ?? .dutch
    }

    /// A talk that begins, or goes on with answers given before.
    public func session(on today: Day, answers: Answers = Answers()) -> Session {
        Session(
            dialog: dialog, today: today, answers: answers, derive: rulebook.derivation(receivedOn: today))
    }

    /// The decision about a talk as it stands; with the choice of the resident, where one was made.
    public func decision(on session: Session, _ replay: Replay) -> RouteDecision {
        rulebook.decide(
            replay.facts, replay.parties, replay.counted(session.answers), receivedOn: session.today)
    }

    /// What we advise, before the resident chooses.
    public func advice(on session: Session, _ replay: Replay) -> RouteDecision {
        rulebook.decide(
            replay.routeFacts, replay.routeParties, replay.counted(session.answers),
            receivedOn: session.today)
    }
}
