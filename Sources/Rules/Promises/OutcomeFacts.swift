import DialogEngine

/// What a guarantee can say about the end of a talk, beside the answers themselves.
///
/// They stand behind the facts of the dialog in one vocabulary, so that guarantees are written in the same
/// condition language.
public struct OutcomeFacts: Sendable {
    /// How a step opens, as a word of guarantees: `stap.ombudsman: na-antwoord`.
    public enum StepState: String, Sendable, CaseIterable {
        case absent = "geen"
        case now = "nu"
        case beside = "ernaast"
        /// Only an answer opens it.
        case afterAnswer = "na-antwoord"
        /// An answer opens it, or a term without one.
        case afterAnswerOrTerm = "na-antwoord-of-termijn"

        public init(_ opening: Opening) {
            switch opening {
            case .now: self = .now
            case .beside: self = .beside
            case .after(_, .never): self = .afterAnswer
            case .after: self = .afterAnswerOrTerm
            }
        }
    }

    /// What a fact is about.
    public enum Meaning: Hashable, Sendable {
        case channel, kind, keeps, rule, detail
        /// Where the matter lies: a body, or `partij`.
        case here
        /// How a step of this id stands in the ladder.
        case step(String)
        /// After which step a step of this id opens.
        case opensAfter(String)
        /// Some step leads to this body, or to `partij`.
        case at(String)
        /// Some step leads to an office of the gemeente.
        case atGemeente
        /// The step where the matter lies has a last day for the person.
        case lastDay
        /// The step where the matter lies has a term for the answer.
        case answerTerm
        case mention(String)
        /// The question was asked.
        case asked(String)
    }

    public let vocabulary: Vocabulary
    /// For each fact after those of the dialog, what it is about.
    public let meanings: [Meaning]
    private let first: Int

    public static let yes = "ja"
    public static let no = "nee"
    public static let none = "geen"
    public static let party = "partij"

    public init(_ dialog: Dialog, _ table: RoutingTable, _ register: PartnerRegister) {
        var domains: [FactDomain] = []
        var meanings: [Meaning] = []
        func add(_ meaning: Meaning, _ name: String, _ values: [String]) {
            domains.append(FactDomain(name: name, values: values))
            meanings.append(meaning)
        }
        let steps = table.ladders.flatMap(\.steps)
        add(.channel, "uitkomst.kanaal", Channel.allCases.map(\.rawValue))
        add(.kind, "uitkomst.soort", MatterKind.allCases.map(\.rawValue))
        add(.keeps, "uitkomst.bewaart", Keeping.allCases.map(\.rawValue))
        add(.rule, "uitkomst.regel", table.rules.map(\.id))
        add(
            .detail, "uitkomst.detail",
            OutcomeFacts.distinct(table.rules.compactMap(\.detail)) + [OutcomeFacts.none])
        add(.here, "hier", register.bodies.map(\.id) + [OutcomeFacts.party])
        let ids = OutcomeFacts.distinct(steps.map(\.id))
        for id in ids {
            add(.step(id), "stap." + id, StepState.allCases.map(\.rawValue))
            add(.opensAfter(id), "opent-na." + id, ids + [OutcomeFacts.none])
        }
        add(.atGemeente, "bij.gemeente", [OutcomeFacts.yes, OutcomeFacts.no])
        for id in register.bodies.map(\.id) + [OutcomeFacts.party] where id != "gemeente" {
            add(.at(id), "bij." + id, [OutcomeFacts.yes, OutcomeFacts.no])
        }
        add(.lastDay, "laatste-dag", [OutcomeFacts.yes, OutcomeFacts.no])
        add(.answerTerm, "antwoordtermijn", [OutcomeFacts.yes, OutcomeFacts.no])
        for mention in table.mentions {
            add(.mention(mention.id), "vermelding." + mention.id, [OutcomeFacts.yes, OutcomeFacts.no])
        }
        for question in dialog.questions {
            add(.asked(question.id), "gevraagd." + question.id, [OutcomeFacts.yes, OutcomeFacts.no])
        }
        first = dialog.vocabulary.domains.count
        vocabulary = Vocabulary(dialog.vocabulary.domains + domains)
        self.meanings = meanings
    }

    /// - Returns: nil for a fact of the dialog itself.
    public func meaning(_ fact: Int) -> Meaning? { fact < first ? nil : meanings[fact - first] }

    private static func distinct(_ words: [String]) -> [String] {
        var seen: Set<String> = []
        return words.filter { seen.insert($0).inserted }
    }
}
