/// A question that was asked and what was answered, each also in the words that were shown.
public struct AnsweredQuestion: Codable, Equatable, Sendable {
    /// Id of the question in the dialog.
    public let question: String
    /// Id of the party it was asked about, in a block that is played per party.
    public let party: String?
    public let questionText: String
    public let answer: Answer
    public let answerText: String
    /// Where it was read from; nil when the question was asked.
    public let heard: HeardSource?

    public init(
        question: String, party: String? = nil, questionText: String, answer: Answer, answerText: String,
        heard: HeardSource? = nil
    ) {
        self.question = question
        self.party = party
        self.questionText = questionText
        self.answer = answer
        self.answerText = answerText
        self.heard = heard
    }

    private enum CodingKeys: String, CodingKey {
        case question = "vraag"
        case party = "partij"
        case questionText = "vraagtekst"
        case answer = "antwoord"
        case answerText = "antwoordtekst"
        case heard = "gehoord"
    }

    /// In JSON a list of ids, or a text.
    public enum Answer: Codable, Equatable, Sendable {
        /// Ids of choices, in the order of the dialog; also "don't know" and "won't say".
        case codes([String])
        /// What was typed, or a day or number in its fixed form.
        case text(String)

        public init(from decoder: any Decoder) throws {
            if var list = try? decoder.unkeyedContainer() {
                var codes: [String] = []
                while !list.isAtEnd { codes.append(try list.decode(String.self)) }
                self = .codes(codes)
            } else {
                self = .text(try decoder.singleValueContainer().decode(String.self))
            }
        }

        public func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .codes(let codes): try container.encode(codes)
            case .text(let text): try container.encode(text)
            }
        }
    }
}

extension AnsweredQuestion: JSONWritable {
    func write(in json: inout PrettyJSON) {
        json.object { json in
            json.member(CodingKeys.answer, answer)
            json.member(CodingKeys.answerText, answerText)
            json.member(CodingKeys.heard, heard)
            json.member(CodingKeys.party, party)
            json.member(CodingKeys.question, question)
            json.member(CodingKeys.questionText, questionText)
        }
    }
}

extension AnsweredQuestion.Answer: JSONWritable {
    func write(in json: inout PrettyJSON) {
        switch self {
        case .codes(let codes): json.array(of: codes)
        case .text(let text): json.string(text)
        }
    }
}
