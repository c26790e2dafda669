/// The words by which a gemeente lets texts be understood.
public struct Knowledge: Sendable {
    public let topics: [WordGroup]
    public let kinds: [WordGroup]
    /// By option of the question about danger.
    public let dangers: [WordGroup]
    /// How something is said, whatever it is about: asking, past, I and you.
    public let clues: [WordGroup]
    public let parties: [PartyWords]
    public let talk: TalkWords
    /// Folded words that deny a danger when they stand right before it: `geen brand`.
    public let denials: Set<String>

    /// Who can be complained about, as people call it.
    public struct PartyWords: Hashable, Sendable {
        /// `stadstaxi/vervoer`.
        public let id: String
        /// Names, old names and other names.
        public let names: [Keyword]
        /// Everyday words for what it does; they count where one of its topics is found.
        public let words: [Keyword]
        public let topics: [String]

        public init(id: String, names: [Keyword], words: [Keyword], topics: [String]) {
            self.id = id
            self.names = names
            self.words = words
            self.topics = topics
        }
    }

    /// What people tell besides what happened.
    public struct TalkWords: Hashable, Sendable {
        /// For whom, by option of that question.
        public var onBehalf: [WordGroup]
        /// That it was told to the party before, by option of how that ended; `ja` where that is not said.
        public var complained: [WordGroup]
        /// That there is more than one matter.
        public var several: [Keyword]
        /// What somebody wants to reach, by option of that question.
        public var wishes: [WordGroup]
        /// What somebody finds worst, by option of that question.
        public var natures: [WordGroup]
        /// What else may be said that an option goes with, by a name that the option gives it.
        public var sayings: [WordGroup]

        public init(
            onBehalf: [WordGroup] = [], complained: [WordGroup] = [], several: [Keyword] = [],
            wishes: [WordGroup] = [], natures: [WordGroup] = [], sayings: [WordGroup] = []
        ) {
            self.onBehalf = onBehalf
            self.complained = complained
            self.several = several
            self.wishes = wishes
            self.natures = natures
            self.sayings = sayings
        }
    }

    public init(
        topics: [WordGroup] = [], kinds: [WordGroup] = [], dangers: [WordGroup] = [], clues: [WordGroup] = [],
        parties: [PartyWords] = [], talk: TalkWords = TalkWords(), denials: Set<String> = []
    ) {
        self.topics = topics
        self.kinds = kinds
        self.dangers = dangers
        self.clues = clues
        self.parties = parties
        self.talk = talk
        self.denials = denials
    }

    /// All groups that are looked for in a text: first those that features are made of.
    var groups: [WordGroup] { labelled + spoken }

    var labelled: [WordGroup] { topics + kinds + dangers + clues }

    private var spoken: [WordGroup] {
        parties.map { WordGroup(id: $0.id, keywords: $0.names) }
            + parties.map { WordGroup(id: $0.id, keywords: $0.words) }
            + talk.onBehalf + talk.complained + [WordGroup(id: "", keywords: talk.several)] + talk.wishes
            + talk.natures + talk.sayings
    }

    /// The same labels without their words, which a lexicon has by then.
    var withoutWords: Knowledge {
        func labels(_ groups: [WordGroup]) -> [WordGroup] {
            groups.map { WordGroup(id: $0.id, keywords: []) }
        }
        return Knowledge(
            topics: labels(topics), kinds: labels(kinds), dangers: labels(dangers), clues: labels(clues),
            parties: parties.map { PartyWords(id: $0.id, names: [], words: [], topics: $0.topics) },
            talk: TalkWords(
                onBehalf: labels(talk.onBehalf), complained: labels(talk.complained),
                wishes: labels(talk.wishes), natures: labels(talk.natures),
                sayings: labels(talk.sayings)))
    }

    /// The kind that is in danger, and the kind that disagrees with a decision.
    static let danger = "nood"
    static let objection = "bezwaar"
    /// The clue after which it is always asked whether there is a letter with a decision.
    static let decided = "zeker-besluit"
    /// That it was told before, where nothing says how that ended.
    public static let told = "ja"
    /// The kind that is left over: its words stand in texts of every kind.
    static let usual = "klacht"
}
