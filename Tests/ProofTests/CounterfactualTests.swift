import DialogEngine
import Rules
import SmallEdits
import TestSupport
import Testing

@testable import Proof

/// Whatever is said of another outcome is played through the engine.
///
/// On the main actor, because the sets that all of them share grow while they are asked.
@MainActor
@Suite("What would have to be answered for another outcome")
struct CounterfactualTests {
    private static let sets = Counterfactuals(Haarlem.handbook, on: Haarlem.today)

    private let handbook = Haarlem.handbook

    private func answer(_ sought: OutcomeSought, _ session: Session, _ party: PartyFacts?) -> Counterfactual {
        Self.sets.answer(sought, session, about: party)
    }

    private func session(_ answers: [(String, String)]) -> Session {
        var session = handbook.session(on: Haarlem.today)
        let given = Dictionary(answers) { first, _ in first }
        while let key = session.replay().next, let question = handbook.dialog.question(key.question) {
            guard let answer = given[key.question] else {
                session.set(RandomAnswer.first(question, Haarlem.today), for: key)
                continue
            }
            session.set(answer == Answer.unknownID ? .unknown : .options([answer]), for: key)
        }
        return session
    }

    private let taxi = [
        ("gevaar", "nee"), ("aantal-zaken", "een"), ("zaak", "iets-ging-mis"), ("besluit", "nee"),
        ("over-wie", "partner"), ("partijen", "regiorijder/wmo-vervoer"), ("eerder", "nee"),
    ]

    @Test("One answer: somebody is in danger")
    func oneAnswer() throws {
        let talk = session(taxi)
        let result = answer(.rule("nood-112"), talk, talk.replay().parties.first)
        let alternative = try #require(result.alternative)
        #expect(alternative.changes.map(\.question) == ["gevaar"])
        #expect(alternative.changes.first?.from == .options(["nee"]))
        #expect(alternative.changes.first?.to == [.options(["levensgevaar"])])
        #expect(result.obstacle?.rule == "nood-112")
        guard case .notMet(let parts)? = result.obstacle?.reason else {
            Issue.record("\(String(describing: result.obstacle))")
            return
        }
        #expect(parts.map { $0.spoken(handbook.dialog.vocabulary) } == ["gevaar is levensgevaar"])
    }

    @Test("The outcome that a talk has, is no other one")
    func already() {
        let talk = session(taxi)
        let replay = talk.replay()
        let decision = handbook.decision(on: talk, replay)
        for sought in [
            OutcomeSought.rule(decision.ruleID), .channel(decision.channel), .kind(decision.kind),
        ] {
            guard case .already = answer(sought, talk, replay.parties.first).verdict else {
                Issue.record("\(sought)")
                continue
            }
        }
    }

    @Test("Another organisation is one answer, whichever service it is")
    func otherPartner() throws {
        let talk = session(taxi)
        for partner in handbook.rulebook.register.partners where partner.group == .partner {
            let sought = OutcomeSought.services(partner.services.map(partner.serviceID))
            let result = answer(sought, talk, talk.replay().parties.first)
            guard let alternative = result.alternative else { continue }
            #expect(check(alternative, sought, "\(partner.id)"))
        }
    }

    @Test("Where no matter ever lies, none can be brought")
    func impossible() throws {
        let talk = session(taxi)
        let table = handbook.rulebook.table
        let here = Set(table.rules.map(\.here))
        let places = Set(table.ladders.flatMap(\.steps).filter { here.contains($0.id) }.map(\.place))
        let never = handbook.rulebook.register.bodies.map(\.id).filter { !places.contains($0) }
        try #require(!never.isEmpty)
        for body in never {
            guard case .impossible = answer(.bodies([body]), talk, talk.replay().parties.first).verdict else {
                Issue.record("\(body)")
                continue
            }
        }
    }

    @Test("In random talks, for every rule: what is said to lead there does", arguments: [UInt64(20_261_126)])
    func played(seed: UInt64) {
        print("other outcomes of random talks: seed \(seed)")
        var random = SeededGenerator(seed: seed)
        var counts: [Int: Int] = [:]
        for _ in 0..<6 {
            var talk = handbook.session(on: Haarlem.today)
            while let key = talk.replay().next, let question = handbook.dialog.question(key.question) {
                talk.set(RandomAnswer.make(question, Haarlem.today, &random), for: key)
            }
            let party = talk.replay().parties.randomElement(using: &random)
            for rule in handbook.rulebook.table.rules.shuffled(using: &random).prefix(10) {
                let sought = OutcomeSought.rule(rule.id)
                let result = answer(sought, talk, party)
                guard let alternative = result.alternative else { continue }
                counts[alternative.changes.count, default: 0] += 1
                #expect(check(alternative, sought, "\(rule.id) \(talk.answers)"))
                #expect(alternative.rule == rule.id)
                if talk.replay().parties.count < 2 {
                    #expect(only(alternative, talk, sought, &random), "\(rule.id) \(talk.answers)")
                }
            }
        }
        print("other outcomes by answers that differ: \(counts)")
        #expect(counts.count > 2)
    }

    @Test("No fewer answers do it")
    func fewest() throws {
        let talk = session(taxi)
        let party = talk.replay().parties.first
        var tried = 0
        for rule in handbook.rulebook.table.rules {
            let sought = OutcomeSought.rule(rule.id)
            guard let alternative = answer(sought, talk, party).alternative else { continue }
            let given = alternative.changes.filter { $0.from != nil }
            guard given.count == 2, tried < 2 else { continue }
            tried += 1
            for key in talk.replay().asked {
                guard let question = handbook.dialog.question(key.question) else { continue }
                for option in question.options where !question.isSearched {
                    var changed = talk
                    changed.set(.options([option.id]), for: key)
                    let found = leads(changed, to: sought)
                    #expect(!found, "\(rule.id): \(key.question) \(option.id)")
                }
            }
        }
        #expect(tried == 2)
    }

    @Test("The gemeente is named as people do, and can always be had")
    func theGemeente() throws {
        guard case .found(let sought) = OutcomeNames(handbook).read("gemeente") else {
            Issue.record("nobody knows the gemeente")
            return
        }
        let talk = session(taxi)
        let party = talk.replay().parties.first
        let alternative = try #require(answer(sought, talk, party).alternative)
        #expect(check(alternative, sought, "gemeente"))
    }

    @Test(
        "Other outcomes go by id, name, beginning or everyday word",
        arguments: [
            ("nationale ombudsman", OutcomeSought.channel(.ombudsman)), ("bezwaar", .kind(.objection)),
            ("bezwaar-bel", .rule("bezwaar-belasting")),
            ("RegioRijder/wmo", .services(["regiorijder/wmo-vervoer"])),
            ("Huurcom", .bodies(["huurcommissie"])),
        ])
    func names(typed: String, sought: OutcomeSought) {
        #expect(OutcomeNames(handbook).read(typed) == .found(sought))
    }

    @Test("What is not known gets the nearest name, or none")
    func unknownNames() {
        #expect(OutcomeNames(handbook).read("huurcomissie") == .unknown(near: "huurcommissie"))
        #expect(OutcomeNames(handbook).read("qqqqqqq") == .unknown(near: nil))
    }

    // MARK: Playing

    private func check(_ alternative: Alternative, _ sought: OutcomeSought, _ words: String) -> Bool {
        let played = handbook.session(on: Haarlem.today, answers: alternative.answers)
        let replay = played.replay()
        let decision = handbook.decision(on: played, replay).about(alternative.party)
        #expect(replay.next == nil, "\(words)")
        #expect(!alternative.changes.isEmpty, "\(words)")
        return sought.isOutcome(of: decision)
    }

    /// The answers that are named, what was said already, and whatever else: the outcome is there.
    private func only(
        _ alternative: Alternative, _ talk: Session, _ sought: OutcomeSought, _ random: inout SeededGenerator
    ) -> Bool {
        var named: [String: Answer] = [:]
        for change in alternative.changes { named[change.question] = change.to.randomElement(using: &random) }
        var played = handbook.session(on: Haarlem.today)
        while let key = played.replay().next, let question = handbook.dialog.question(key.question) {
            let any = RandomAnswer.make(question, Haarlem.today, &random)
            played.set(named[key.question] ?? talk.answers[key] ?? any, for: key)
        }
        let replay = played.replay()
        let decision = handbook.decision(on: played, replay)
        let parties = replay.parties.prefix(names(several: named) ? 1 : 9).map(\.party.id)
        return parties.isEmpty
            ? sought.isOutcome(of: decision)
            : parties.allSatisfy { sought.isOutcome(of: decision.about($0)) }
    }

    /// Of several that are named, only the first is meant.
    private func names(several named: [String: Answer]) -> Bool {
        named.contains { id, answer in (handbook.dialog.question(id)?.parties(named: answer).count ?? 0) > 1 }
    }

    /// Whether some answers to the questions still open lead there.
    private func leads(_ session: Session, to sought: OutcomeSought) -> Bool {
        var open = [session]
        var tries = 0
        while let next = open.popLast(), tries < 150 {
            tries += 1
            let replay = next.replay()
            if replay.isRouteComplete,
                sought.isOutcome(of: handbook.decision(on: next, replay))
            {
                return true
            }
            guard let key = replay.next, let question = handbook.dialog.question(key.question) else {
                continue
            }
            let choices = question.isSearched ? [] : question.options.map { Answer.options([$0.id]) }
            for choice in choices.isEmpty ? [RandomAnswer.first(question, Haarlem.today)] : choices {
                var further = next
                further.set(choice, for: key)
                open.append(further)
            }
        }
        return false
    }
}

extension Counterfactual {
    fileprivate var alternative: Alternative? {
        if case .possible(let alternative) = verdict { alternative } else { nil }
    }
}

extension RandomAnswer {
    /// The answer that stands first.
    static func first(_ question: Question, _ today: Day) -> Answer {
        switch question.kind {
        case .choice, .multipleChoice: .options([question.options[0].id])
        case .date: .date(DateRange(today))
        case .text: .text("tekst")
        case .lines: .lines(["regel"])
        }
    }
}
