import DialogEngine
import Rules
import Testing

@testable import DialogFiles

enum CheckedSample {
    static let today = Day(iso: "2026-03-02")!

    static func haarlem() throws -> DialogFolder {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        return try DialogFolder(reading: "/\(root)/Dialogs/haarlem")
    }

    /// Small, and with every kind of value in it.
    static func tiny() -> Handbook {
        let law = [LawReference("Awb 9:11 lid 1")]
        let questions = self.questions()
        let vocabulary = Dialog.vocabulary(of: questions, extra: Rulebook.decisionDomains)
        let either: [Condition] = [.fact(0, ValueSet([0])), .not(.all([.fact(1, ValueSet([1]))]))]
        let yes = When(.any(either), ifUnknown: true)
        let rules = [
            rule("eerst", yes, law), rule("laatste", .always, [], ladder: "onbekend", validTo: nil),
        ]
        let figure = LawTerms.Figure(
            id: "afdoening", term: .weeks(6), articles: law, validFrom: today.adding(days: -900),
            source: "wetten", extendedBy: .europeanRegulation, isUnverified: true)
        return Handbook(
            gemeente: Gemeente(
                name: "Één", code: "GM0", numberLetter: "H", languages: ["nl"], phone: "14 023",
                draftDays: 14,
                people: [Clerk(account: "a", name: "Ada", team: nil, role: .handler)]),
            dialog: Dialog(version: "0", languages: ["nl"], vocabulary: vocabulary, questions: questions),
            rulebook: Rulebook(
                table: RoutingTable(
                    rules: rules, ladders: ladders(law, yes),
                    mentions: [Mention(id: "m", when: yes, text: Text("Let op"), law: law)],
                    leading: [.ombudsman, .partner], contactOnly: yes),
                register: register(), terms: LawTerms(figures: [figure]),
                calendar: LegalCalendar(decreedDays: [today], decreesKnownThrough: today),
                vocabulary: vocabulary),
            phrases: Phrases([.header: Text("Kop")]),
            answerWords: AnswerWords(
                yes: ["Já"], no: [], unknown: ["Weet ik niet!"], declined: ["x"], small: ["de"],
                loose: LooseWords([.lead: ["Doe maar"], .count: ["een one"]])),
            emergencies: EmergencySigns(
                question: "zaak", signs: [.init(option: "klacht", phrases: ["In Nood"])]),
            letters: [.init(name: "bewijs", template: "{{naam}}")],
            translations: [.init(language: "en", pairs: [(dutch: "Kop", other: "Head")])])
    }

    private static func questions() -> [Question] {
        let spans = [
            DateClass(id: "kort", atMost: .init(days: 42, months: 1)), DateClass(id: "lang", atMost: nil),
        ]
        return [
            Question(
                id: "zaak", kind: .choice, wording: Text("Wat?"), help: Text("Zo"),
                purposes: [.route, .help],
                options: [
                    Option(
                        id: "a/b", label: Text("B"), words: ["bee"], traits: [.init("regime", "awb")],
                        related: ["c"]),
                    Option(
                        id: "klacht", label: Text("Klacht"), endsRoute: true,
                        fit: StoryFit(
                            kinds: ["klacht"], topics: ["t"], groups: ["g"], sayings: ["s"], toldBefore: true)
                    ),
                ], namesParties: true, allowsUnknown: true, enterTakes: "klacht"),
            Question(
                id: "dag", kind: .date(spans), wording: Text("Wanneer?"), isPerParty: true, isOptional: true),
            Question(
                id: "meer", kind: .multipleChoice, wording: Text("Welke?"),
                options: [Option(id: "ja", label: Text("Ja"))], stage: .after, allowsDeclined: true,
                suggestFrom: "zaak"),
            Question(id: "naam", kind: .text(.name), wording: Text("Naam?"), stage: .after),
            Question(
                id: "verhaal", kind: .lines, wording: Text("Verhaal?"), stage: .after,
                hears: [.mentionsDecision]),
        ]
    }

    private static func rule(
        _ id: String, _ when: When, _ law: [LawReference], ladder: String? = nil, validTo: Day? = today
    ) -> Rule {
        Rule(
            id: id, when: when, channel: .partner, kind: .cooperation, detail: ladder.map { _ in "verzet" },
            ladder: ladder, here: "eerst", keeps: .complaint, because: Text("Daarom"), law: law, source: "b",
            owner: "o", validFrom: today.adding(days: -9), validTo: validTo, reviewOn: today,
            thenAnswers: [.init("zaak", "klacht")])
    }

    private static func ladders(_ law: [LawReference], _ when: When) -> [Ladder] {
        let froms: [Limit.From] = [.receipt, .answer(step: "eerst"), .question("dag")]
        let limits = froms.map { Limit(role: .answer, figure: "afdoening", from: $0, when: when) }
        let openings: [Opening] = [
            .now, .beside, .after(step: "eerst", orWithoutAnswer: .never),
            .after(step: "eerst", orWithoutAnswer: .ownTerm),
            .after(step: "eerst", orWithoutAnswer: .figure("afdoening")),
        ]
        let steps = openings.map {
            StepTemplate(
                id: $0 == .now ? "eerst" : "later", who: $0 == .now ? .party : .body("n"), how: Text("Bel"),
                opening: $0, limits: limits, law: law)
        }
        return ["onbekend", "awb"].map { Ladder(id: $0, steps: steps) }
    }

    private static func register() -> PartnerRegister {
        let contact = Contact(
            kind: .email, value: "a@b.nl", purpose: "klacht", source: "s", sourceDate: "2025",
            checkedOn: today)
        let service = Service(
            id: "b", name: "B", topics: ["c"], words: ["bee"], regime: "awb", authority: .toCheck,
            task: .statutory, how: ["zo"], helpers: ["n"], sources: ["s"])
        return PartnerRegister(
            version: "1", sources: [.init(key: "s", title: "S", address: nil, readOn: today)],
            partners: [
                Partner(
                    id: "a", group: .authority, name: "A", nameInSentence: "de A", aliases: ["aa"],
                    predecessors: [.init(name: "Oud", until: "2020")], validFrom: today, validTo: nil,
                    legalForm: "bv", contacts: [contact], toCheck: ["alles"], services: [service])
            ],
            bodies: [
                Body(
                    id: "n", name: "N", nameInSentence: "de N", what: "helpt", isIndependent: true,
                    contacts: [contact],
                    toCheck: [],
                    sources: ["s"], sendsOnTo: "n")
            ])
    }

    /// Any answer that a person could give.
    static func answer(to question: Question, _ random: inout SeededRandom) -> Answer {
        if question.allowsUnknown, Int.random(in: 0..<6, using: &random) == 0 { return .unknown }
        if question.allowsDeclined, Int.random(in: 0..<6, using: &random) == 0 { return .declined }
        if question.isOptional, Bool.random(using: &random) { return .skipped }
        switch question.kind {
        case .choice:
            return question.options.randomElement(using: &random).map { .options([$0.id]) } ?? .skipped
        case .multipleChoice:
            return .options(question.options.map(\.id).filter { _ in Bool.random(using: &random) })
        case .date: return .date(DateRange(today.adding(days: -Int.random(in: 0...900, using: &random))))
        case .text: return .text("Anna")
        case .lines: return .lines(["Het is niet goed."])
        }
    }
}
