public import DialogEngine

/// What may be on the screen of a draft before it is known who stands there: nothing that was told.
public struct DraftSummary: Hashable, Sendable {
    public let id: DraftID
    public let account: String
    public let madeAt: Timestamp
    public let changedAt: Timestamp
    public let answerCount: Int
    /// Id of the topic, once chosen.
    public let topic: String?
    /// What it is kept under when it is finished.
    public let identity: RecordIdentity?

    public init(_ draft: Draft, topicQuestion: String = KnownQuestion.topic.rawValue) {
        id = draft.id
        account = draft.account
        madeAt = draft.madeAt
        changedAt = draft.changedAt
        answerCount = draft.answers.count
        topic = draft.answers.last { $0.question == topicQuestion }?.values.first
        identity = draft.identity
    }
}

/// The drafts of one desk that nobody works on.
public struct DraftList: Equatable, Sendable {
    /// Last changed first.
    public let offers: [DraftSummary]
    /// How many more are being worked on by a running program.
    public let inUse: Int
    /// Files that are no good, and where they are now. What cannot be read now, or not by this program, stays in its place.
    public let setAside: [DamagedFile]

    public init(offers: [DraftSummary], inUse: Int, setAside: [DamagedFile]) {
        self.offers = offers
        self.inUse = inUse
        self.setAside = setAside
    }
}
