import DialogEngine
import DialogFiles
import Foundation
import Rules
import TestSupport
import Testing

@testable import Proof

/// The dialogs of a gemeente with their cases, all played.
struct PlayedCases: Sendable {
    let handbook: Handbook
    let written: CaseReading.Cases
    let proof: CaseProof

    init(_ folder: DialogFolder) throws {
        handbook = try HandbookReading.check(folder).handbook
        written = try CaseReading.read(folder, handbook)
        proof = CaseProof(written.cases, handbook)
    }

    static let haarlem = Result { try PlayedCases(Haarlem.folder) }
    static let duinrode = Result { try PlayedCases(DialogFolder(reading: Tree.smallGemeente)) }
}

@Suite("The cases of the writers")
struct DialogCasesTests {
    private var haarlem: PlayedCases {
        get throws { try PlayedCases.haarlem.get() }
    }

    // MARK: The cases

    @Test(
        "come true, and touch every rule, question, choice, step, term and mention",
        arguments: [PlayedCases.haarlem, PlayedCases.duinrode])
    func comeTrue(_ played: Result<PlayedCases, any Error>) throws {
        let findings = try played.get().proof.findings
        #expect(findings.map { "\($0.part): \($0.message)" } == [])
    }

    @Test func everyCaseNamesWhatMustComeOut() throws {
        for dialogCase in try haarlem.written.cases {
            let expected = dialogCase.expected
            #expect(
                expected.channel != nil && expected.kind != nil && expected.rule != nil
                    && expected.place != nil, "\(dialogCase.name)")
        }
    }

    @Test func everyChannelHasACase() throws {
        let reached = Set(try decisions().map(\.channel))
        #expect(Channel.allCases.filter { !reached.contains($0) } == [])
    }

    @Test func everyKindHasACase() throws {
        let reached = Set(try decisions().map(\.kind))
        #expect(MatterKind.allCases.filter { !reached.contains($0) } == [])
    }

    // MARK: What must hold on every path

    @Test func promisesHoldInEveryCase() throws {
        for run in try haarlem.proof.runs {
            let broken = Promises(Haarlem.handbook, run.session).broken
            #expect(broken == [], "\(run.written.name)")
        }
    }

    /// What is decided at every step without words is what is decided with them.
    @Test func rulingsAreDecisions() throws {
        for run in try haarlem.proof.runs {
            let (replay, advice) = (run.replay, run.advice)
            let ruling = Haarlem.handbook.rulebook.ruling(
                replay.routeFacts, replay.routeParties, receivedOn: run.session.today)
            #expect(
                ruling == .init(channel: advice.channel, kind: advice.kind, keeps: advice.keeps),
                "\(run.written.name)")
            #expect(Haarlem.handbook.rulebook.keeping(replay) == advice.keeps, "\(run.written.name)")
        }
    }

    @Test func promisesHoldForRandomAnswers() {
        let handbook = Haarlem.handbook
        let seed =
            ProcessInfo.processInfo.environment["SEED"].flatMap { UInt64($0) }
            ?? UInt64.random(in: 0 ... .max)
        print("DialogCasesTests: SEED=\(seed)")
        var source = SplitMix64(state: seed)
        for number in 0..<3000 {
            let session = RandomTalk.complete(handbook, &source)
            let broken = Promises(handbook, session).broken
            guard !broken.isEmpty else { continue }
            Issue.record("SEED=\(seed), talk \(number): \(broken) — \(RandomTalk.spoken(session))")
        }
    }

    /// Every decision of every case, those per party included.
    private func decisions() throws -> [RouteDecision] {
        try haarlem.proof.runs.flatMap { [$0.decision] + $0.decision.perParty.map(\.decision) }
    }
}

// MARK: - The promises

/// What a decision owes to everybody, whatever they answered.
private struct Promises {
    private let handbook: Handbook
    private let replay: Replay
    private let decision: RouteDecision
    private let advice: RouteDecision
    private static let ombudsman = Rules.Place.body("nationale-ombudsman")

    init(_ handbook: Handbook, _ session: Session) {
        self.handbook = handbook
        replay = session.replay()
        decision = handbook.decision(on: session, replay)
        advice = handbook.advice(on: session, replay)
    }

    /// The promises that do not hold, in words; empty when all is well.
    var broken: [String] {
        // Without the story the way is not complete, and there is no advice beside the decision.
        (replay.isRouteComplete ? [decision, advice] : [decision]).flatMap { told in
            let parts: [(party: Party?, decision: RouteDecision)] =
                told.perParty.isEmpty
                ? [(replay.parties.first?.party, told)]
                : told.perParty.map { ($0.party, $0.decision) }
            return parts.flatMap { broken($0.decision) + broken($0.decision, about: $0.party) }
        }
    }

    private func broken(_ decision: RouteDecision) -> [String] {
        var broken: [String] = []
        func require(_ holds: Bool, _ promise: String) {
            if !holds { broken.append("\(decision.ruleID): \(promise)") }
        }
        let steps = decision.steps
        require(!steps.isEmpty, "there are steps")
        require(steps.count(where: \.isHere) == 1, "the matter lies in exactly one place")
        require(steps.contains { isGemeente($0.place) }, "the gemeente is among the steps")
        require(
            Set(steps.map(\.id)).count == steps.count, "no step occurs twice")
        for step in steps {
            if case .after(let other, _) = step.opening {
                require(
                    other != step.id && steps.contains { $0.id == other }, "\(step.id) opens after a step")
            }
            for limit in step.limits {
                if case .answer(let other) = limit.from {
                    require(steps.contains { $0.id == other }, "the limit of \(step.id) counts from a step")
                }
            }
        }
        switch decision.kind {
        case .emergency, .integrity: require(decision.keeps == .count, "only a count is kept")
        case .objection, .damage, .request, .question, .praiseOrIdea, .discrimination:
            require(decision.keeps == .contact, "only the contact is kept")
        case .report:
            require(decision.keeps != .complaint, "a report is no complaint")
        case .complaint, .cooperation:
            require(decision.keeps != .count, "a complaint is never only counted")
        }
        if decision.kind == .objection {
            require(steps.first?.limits.isEmpty == false, "the first step has a last day")
            require(steps.first?.isHere == true, "the letter comes first")
        }
        if decision.channel == .objection { require(decision.kind == .objection, "an objection is one") }
        return broken
    }

    private func broken(_ decision: RouteDecision, about party: Party?) -> [String] {
        var broken: [String] = []
        func require(_ holds: Bool, _ promise: String) {
            if !holds { broken.append("\(decision.ruleID), \(party?.id ?? "-"): \(promise)") }
        }
        let steps = decision.steps
        let authority = trait("bestuursorgaan", party)
        if authority != "ja" {
            require(
                !steps.contains { $0.place == Self.ombudsman && $0.isHere },
                "the ombudsman decides about authorities only")
            require(
                !steps.contains { step in
                    guard step.place == Self.ombudsman, case .after(let other, _) = step.opening else {
                        return false
                    }
                    return steps.first { $0.id == other }.map { !isGemeente($0.place) } ?? true
                }, "the ombudsman opens after the gemeente, not after a party that is no authority")
        }
        if let regime = trait("regime", party), ["wkkgz", "woningwet"].contains(regime),
            let ladder = handbook.rulebook.table.ladder(regime)
        {
            require(
                !ladder.steps.contains { $0.who == .body("nationale-ombudsman") },
                "\(regime) has a second line of its own")
        }
        if trait("groep", party) == "privaat" {
            require(
                decision.kind == .discrimination || decision.kind == .objection
                    || !steps.contains { $0.place == Self.ombudsman },
                "no ombudsman about a company")
        }
        return broken
    }

    private func trait(_ name: String, _ party: Party?) -> String? {
        party?.option?.traits.first { $0.name == name }?.value
    }

    private func isGemeente(_ place: Rules.Place) -> Bool {
        switch place {
        case .body(let id), .service(let id): id.hasPrefix("gemeente-")
        case .unknownParty: false
        }
    }
}

// MARK: - Random talks

private enum RandomTalk {
    /// Answers whatever is asked until nothing is asked any more.
    static func complete(_ handbook: Handbook, _ source: inout SplitMix64) -> Session {
        let earliest = Day(year: 2026, month: 1, day: 1)!
        let today = earliest.adding(days: Int.random(in: 0..<900, using: &source))
        var session = handbook.session(on: today)
        while let key = session.replay().next {
            guard let question = session.dialog.question(key.question) else {
                preconditionFailure("a question that is asked exists")
            }
            session.set(answer(to: question, today, &source), for: key)
        }
        return session
    }

    private static func answer(to question: Question, _ today: Day, _ source: inout SplitMix64) -> Answer {
        let isRefused = Int.random(in: 0..<8, using: &source) == 0
        if isRefused, question.allowsUnknown { return .unknown }
        if isRefused, question.allowsDeclined { return .declined }
        if isRefused, question.isOptional { return .skipped }
        switch question.kind {
        case .choice: return .options([pick(question, &source).id])
        case .multipleChoice:
            var chosen: [String] = []
            for _ in 0..<Int.random(in: 1...3, using: &source) {
                let id = pick(question, &source).id
                if !chosen.contains(id) { chosen.append(id) }
            }
            return .options(chosen)
        case .date:
            let last = today.adding(days: -Int.random(in: 0..<800, using: &source))
            let length = Bool.random(using: &source) ? 0 : Int.random(in: 1...30, using: &source)
            return .date(DateRange(last.adding(days: -length), last, length == 0 ? .day : .period))
        case .text: return .text("Voorbeeld")
        case .lines: return .lines(["Er ging iets mis."])
        }
    }

    /// Most paths end at the first danger; those answers are picked more seldom.
    private static func pick(_ question: Question, _ source: inout SplitMix64) -> Option {
        let going = question.options.filter { !$0.endsRoute }
        if !going.isEmpty, Int.random(in: 0..<4, using: &source) > 0 {
            return going.randomElement(using: &source)!
        }
        return question.options.randomElement(using: &source)!
    }

    /// The answers in short, to play a talk again by hand.
    static func spoken(_ session: Session) -> String {
        let answers = session.replay().asked.compactMap { key in
            session.answers[key].map { answer in
                let (values, text) = AnswerCoding.values(answer)
                let party = key.party.map { "[\($0)]" } ?? ""
                return "\(key.question)\(party): \(text ?? values.joined(separator: ", "))"
            }
        }
        return "\(session.today.iso); " + answers.joined(separator: "; ")
    }
}

/// The same numbers for the same seed.
private struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
