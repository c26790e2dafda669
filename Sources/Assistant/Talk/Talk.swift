import DialogEngine
import Records

/// One intake in progress: the answers, and what has not become an answer yet.
struct Talk {
    var session: Session
    /// Lines of the question that takes several, not closed by an empty one yet.
    var openLines: [String] = []
    /// Notes of the clerk, which become events of the record.
    var notes: [String] = []
    /// The question that is asked again, out of turn.
    var again: AnswerKey?
    /// The talk before the last change, for taking it back.
    var beforeChange: Session?
    /// The rule whose advice was shown.
    var shownAdvice: String?
    /// Danger was asked about because of a line, and denied; the same line does not ask again.
    var calmedLines: Set<String> = []
    /// The complaint this one came after, in one visit.
    var after: ComplaintNumber?
    /// The language it is held in.
    var language: String
    /// The language in which the story was told; nil until there is one.
    var storyLanguage: String?
    let madeAt: Timestamp
    var draft: LiveDraft?

    var dialog: Dialog { session.dialog }

    func parties(_ replay: Replay) -> [String] { replay.parties.map(\.party.id) }

    /// Whether anything was said that is worth keeping.
    var isWorthKeeping: Bool {
        !session.answers.isEmpty || !openLines.isEmpty || !notes.isEmpty
    }
}
