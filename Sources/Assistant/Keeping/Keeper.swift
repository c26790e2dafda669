import DialogEngine
import Records
import Reports
import Rules

/// What a finished matter left behind, as it was told.
public struct KeptMatter: Sendable {
    public let told: ToldDecision
    /// The language it was told in, such as `en`.
    public let language: String
    public let keeps: Keeping
    public let kind: MatterKind
    /// nil when only a count was kept.
    public let number: ComplaintNumber?
    /// The complaint itself; nil for a contact or a count.
    public let record: ComplaintRecord?
    public let at: Timestamp
}

/// Keeps finished matters: a complaint, a contact or a count, as the decision says.
public struct Keeper {
    public var setting: DeskSetting

    public init(_ setting: DeskSetting) { self.setting = setting }

    /// - Parameters:
    ///   - session: A complete talk.
    ///   - notes: What the clerk noted; they become events.
    ///   - after: The matter before this one in the same visit.
    ///   - wording: In the language of the talk; the record itself is in Dutch.
    ///   - storyLanguage: The language of the resident's own words, when that is another one.
    ///   - sources: What answers were read from.
    ///   - identity: Under what to keep it; without it one is drawn.
    ///   - moment: When it was first tried; without it, now.
    /// - Throws: `StoreError`; then nothing of this matter is in the store.
    public mutating func keep(
        _ session: Session, notes: [String] = [], after: ComplaintNumber? = nil, in wording: Wording,
        storyLanguage: String? = nil, sources: [AnswerKey: HeardSource] = [:],
        as identity: RecordIdentity? = nil, at moment: Timestamp? = nil
    ) throws(StoreError) -> KeptMatter {
        let replay = session.replay()
        let handbook = setting.handbook
        let decision = handbook.decision(on: session, replay)
        let advice = handbook.advice(on: session, replay)
        let told = DecisionTelling(wording, today: session.today).told(decision, advice: advice)
        let dutch = Wording(handbook)
        let moment = moment ?? setting.now()
        let drafting = RecordDrafting(
            setting: setting, session: session, notes: notes, after: after, replay: replay,
            decision: decision,
            told: DecisionTelling(dutch, today: session.today).told(decision, advice: advice),
            wording: dutch, language: wording.language, storyLanguage: storyLanguage ?? wording.language,
            sources: sources)
        let store = setting.store
        var number: ComplaintNumber?
        var record: ComplaintRecord?
        switch decision.keeps {
        case .count: try setting.store.count(decision.kind.rawValue, on: moment.day, using: &setting.random)
        case .contact:
            number = try keep(as: identity, moment) { (own) throws(StoreError) in
                try store.createContact(drafting.contact(own.number, uuid: own.uuid, at: moment))
                return own.number
            }
        case .complaint:
            record = try keep(as: identity, moment) { (own) throws(StoreError) in
                try store.create(drafting.complaint(own.number, uuid: own.uuid, at: moment)).record
            }
            number = record?.number
        }
        return KeptMatter(
            told: told, language: wording.language, keeps: decision.keeps, kind: decision.kind,
            number: number, record: record, at: moment)
    }

    /// Random numbers can meet, once in a great many years; then another one is drawn.
    private mutating func keep<Kept>(
        as identity: RecordIdentity?, _ moment: Timestamp,
        _ body: (RecordIdentity) throws(StoreError) -> Kept
    ) throws(StoreError) -> Kept {
        var own = identity ?? newIdentity(moment)
        while true {
            do {
                return try body(own)
            } catch {
                guard error.cause == .numberTaken else { throw error }
                own = newIdentity(moment)
            }
        }
    }

    /// Draws under what a talk is kept.
    mutating func newIdentity(_ moment: Timestamp) -> RecordIdentity {
        let number = ComplaintNumber(
            city: setting.handbook.gemeente.numberLetter, year: moment.day.year % 100, using: &setting.random)
        return RecordIdentity(number: number, uuid: RandomUUID.text(using: &setting.random))
    }
}
