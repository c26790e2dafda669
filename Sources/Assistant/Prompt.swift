/// What a line is asked with.
public struct Prompt: Sendable {
    /// What a console says of its own accord, in the language of the talk.
    public struct Remarks: Hashable, Sendable {
        /// A text was cut off; `{aantal}` is how many characters fit.
        public let tooLong: String
        /// What was typed before this question was asked does not answer it.
        public let typedTooEarly: String
        /// Tab has more to offer than it shows; `{aantal}` is how many more.
        public let moreChoices: String
        /// The line was not finished when the program had to leave.
        public let unfinished: String
        /// The program ended by its own mistake.
        public let crashed: String

        public init(
            tooLong: String = "", typedTooEarly: String = "", moreChoices: String = "",
            unfinished: String = "", crashed: String = ""
        ) {
            self.tooLong = tooLong
            self.typedTooEarly = typedTooEarly
            self.moreChoices = moreChoices
            self.unfinished = unfinished
            self.crashed = crashed
        }
    }

    /// Where in which talk: earlier lines can be had back in the same place, killed words in the same talk.
    public struct Place: Hashable, Sendable {
        public let talk: Int
        public let question: String

        public init(talk: Int = 0, question: String = "") {
            self.talk = talk
            self.question = question
        }
    }

    /// Before the mark: empty inside a talk, `klachtwijzer` between talks.
    public let title: String
    /// Where we are, for the right-hand side: `vraag 3 van ongeveer 9`.
    public let note: String
    public let place: Place
    /// What Tab makes of a line.
    public let completer: Completer
    /// Whether an answer may have several lines; otherwise the lines of a paste are joined.
    public let takesLines: Bool
    /// Whether keys from before the question count: not where an answer by accident would do harm.
    public let takesTypedAhead: Bool
    /// A refused answer, to be mended.
    public let refused: String
    public let remarks: Remarks
    /// What can be done once the prompt is on the screen, so that nobody waits for it. The console calls it once.
    public let whenShown: @Sendable () -> Void

    public init(
        title: String = "", note: String = "", place: Place = Place(), completer: Completer = .none,
        takesLines: Bool = false, takesTypedAhead: Bool = true, refused: String = "",
        remarks: Remarks = Remarks(), whenShown: @escaping @Sendable () -> Void = {}
    ) {
        self.title = title
        self.note = note
        self.place = place
        self.completer = completer
        self.takesLines = takesLines
        self.takesTypedAhead = takesTypedAhead
        self.refused = refused
        self.remarks = remarks
        self.whenShown = whenShown
    }
}
