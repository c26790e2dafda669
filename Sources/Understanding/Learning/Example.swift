/// A text with what it should be understood as.
public struct Example: Hashable, Sendable {
    public let id: String
    public let text: String
    /// `nl`, `en` or `mix`.
    public let language: String
    public let kind: String
    /// Empty where it only teaches what danger is.
    public let topic: String
    /// What is really in the text too, second best.
    public let alsoKinds: [String]
    public let alsoTopics: [String]
    /// Nobody looked at it when the words were thought of, so it tells how well new texts are understood.
    public let isApart: Bool
    /// Of the stories, which are many and hard, and are counted by themselves in a test.
    public let isStory: Bool

    public init(
        id: String, text: String, language: String, kind: String, topic: String, alsoKinds: [String] = [],
        alsoTopics: [String] = [], isApart: Bool = false,
        isStory: Bool = false
    ) {
        self.id = id
        self.text = text
        self.language = language
        self.kind = kind
        self.topic = topic
        self.alsoKinds = alsoKinds
        self.alsoTopics = alsoTopics
        self.isApart = isApart
        self.isStory = isStory
    }
}
