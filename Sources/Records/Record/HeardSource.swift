/// What in the person's own words an answer was read from, and how sure that was.
public struct HeardSource: Codable, Hashable, Sendable {
    /// Word for word; none where the way of telling said it.
    public let words: [String]
    /// Of a hundred such finds so many are right.
    public let percent: Int
    /// What a story was heard to be about, when a question must follow from that: `noemt-besluit`.
    public let storyClass: String?

    public init(words: [String], percent: Int, storyClass: String? = nil) {
        self.words = words
        self.percent = percent
        self.storyClass = storyClass
    }

    private enum CodingKeys: String, CodingKey {
        case words = "woorden"
        case percent = "zekerheid"
        case storyClass = "klasse"
    }
}

extension HeardSource: JSONWritable {
    func write(in json: inout PrettyJSON) {
        json.object { json in
            json.member(CodingKeys.storyClass, storyClass)
            json.member(CodingKeys.words, words)
            json.member(CodingKeys.percent, percent)
        }
    }
}
