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
    /// What the story says already and was not taken or refused yet.
    var offered: [StoryFind] = []
    /// It was said what of the offer is right; a talk that is taken up again does not offer it anew.
    var isOfferAnswered = false
    /// What was offered and said to be wrong.
    var refused: [StoryFind] = []
    /// By question, the likeliest options where the story leaves a few.
    var likely: [String: [String]] = [:]
    /// What answers were read from, with the answer that was read: another one may stand there since.
    var heard: [AnswerKey: (answer: Answer, source: HeardSource)] = [:]
    /// The language it is held in.
    var language: String
    /// The language in which the story was told; nil until there is one.
    var storyLanguage: String?
    let madeAt: Timestamp
    var draft: LiveDraft?
    /// What it is kept under; stands in the draft, so that a draft that outlives this is known again.
    var identity: RecordIdentity?
    /// When it was tried to keep it and nobody knows whether that came about: what is tried again is the same then.
    var perhapsKeptAt: Timestamp?

    var dialog: Dialog { session.dialog }

    func parties(_ replay: Replay) -> [String] { replay.parties.map(\.party.id) }

    /// What is still to be offered: what was answered meanwhile is not.
    var openOffer: [StoryFind] { offered.filter { session.answers[$0.key] == nil } }

    /// Takes an answer that was heard.
    mutating func take(_ find: StoryFind) {
        session.take(find)
        heard[find.key] = (find.answer, find.source)
        for (key, answer) in find.besides where session.answers[key] == answer {
            heard[key] = (answer, find.source)
        }
    }

    /// What answers were read from, of those that still stand.
    var sources: [AnswerKey: HeardSource] {
        heard.filter { session.answers[$0.key] == $0.value.answer }.mapValues(\.source)
    }

    /// What the program understood the story to be about was not what it turned out to be.
    var wasMended: Bool {
        let found = heard.map { ($0.key, $0.value.answer) } + refused.map { ($0.key, $0.answer) }
        return found.contains { key, answer in
            dialog.question(key.question)?.isAboutTheStory == true && session.answers[key] != nil
                && session.answers[key] != answer
        }
    }

    /// The how manieth question it is for the person: what was heard in the story was not asked.
    func number(of key: AnswerKey, _ replay: Replay) -> Int {
        replay.asked.prefix { $0 != key }.count(where: isAsked) + 1
    }

    /// Not heard in the story, but asked.
    func isAsked(_ key: AnswerKey) -> Bool { heard[key] == nil || key == AnswerKey(.story) }

    /// Whether anything was said that is worth keeping.
    var isWorthKeeping: Bool {
        !session.answers.isEmpty || !openLines.isEmpty || !notes.isEmpty
    }
}
