import DialogEngine
import Testing

@Suite struct ConditionTests {
    /// Three facts that can each be `ja`, `nee` or not known; the third can also be kept silent.
    private static let vocabulary = Vocabulary([
        FactDomain(name: "p", values: ["ja", "nee", Answer.unknownID]),
        FactDomain(name: "q", values: ["ja", "nee", Answer.unknownID]),
        FactDomain(name: "stil", values: ["ja", "nee", Answer.declinedID]),
        FactDomain(name: "zeker", values: ["ja", "nee"]),
    ])

    private static let p = Condition.fact(0, ValueSet([0]))
    private static let q = Condition.fact(1, ValueSet([0]))

    /// Facts as a line: `p=ja q=weet-ik-niet`; what is not named is absent.
    private static func facts(_ line: String) -> Facts {
        var facts = Facts(count: vocabulary.domains.count)
        for pair in line.split(separator: " ") {
            let parts = pair.split(separator: "=")
            facts.set(String(parts[0]), String(parts[1]), in: vocabulary)
        }
        return facts
    }

    private static func truth(_ condition: Condition, _ line: String) -> Truth {
        condition.truth(facts(line), vocabulary)
    }

    @Test(
        "One fact",
        arguments: [
            (known: "p=ja", truth: Truth.yes), ("p=nee", .no), ("p=weet-ik-niet", .unknown), ("", .no),
        ])
    func leaf(known: String, truth: Truth) { #expect(Self.truth(Self.p, known) == truth) }

    @Test(
        "p and q",
        arguments: [
            (known: "p=ja q=ja", truth: Truth.yes), ("p=ja q=nee", .no), ("p=nee q=ja", .no),
            ("p=ja q=weet-ik-niet", .unknown), ("p=weet-ik-niet q=ja", .unknown),
            ("p=weet-ik-niet q=nee", .no), ("p=nee q=weet-ik-niet", .no),
            ("p=weet-ik-niet q=weet-ik-niet", .unknown), ("p=ja", .no), ("p=weet-ik-niet", .no),
        ])
    func conjunction(known: String, truth: Truth) {
        #expect(Self.truth(.all([Self.p, Self.q]), known) == truth)
    }

    @Test(
        "p or q",
        arguments: [
            (known: "p=nee q=nee", truth: Truth.no), ("p=ja q=nee", .yes), ("p=nee q=ja", .yes),
            ("p=ja q=weet-ik-niet", .yes), ("p=weet-ik-niet q=ja", .yes),
            ("p=weet-ik-niet q=nee", .unknown), ("p=nee q=weet-ik-niet", .unknown),
            ("p=weet-ik-niet q=weet-ik-niet", .unknown), ("p=weet-ik-niet", .unknown), ("", .no),
        ])
    func disjunction(known: String, truth: Truth) {
        #expect(Self.truth(.any([Self.p, Self.q]), known) == truth)
    }

    @Test(
        "Not p",
        arguments: [
            (known: "p=ja", truth: Truth.no), ("p=nee", .yes), ("p=weet-ik-niet", .unknown), ("", .yes),
        ])
    func negation(known: String, truth: Truth) { #expect(Self.truth(.not(Self.p), known) == truth) }

    @Test func nothingAskedIsNoAndNotUnknown() {
        #expect(Self.truth(Self.p, "q=ja") == .no)
        #expect(Self.truth(.all([]), "") == .yes)
        #expect(Self.truth(.any([]), "") == .no)
        #expect(Self.truth(.always, "") == .yes)
    }

    @Test func namingTheUnknownValueMakesItKnown() {
        let named = Condition.fact(0, ValueSet([1, 2]))
        #expect(Self.truth(named, "p=weet-ik-niet") == .yes)
        #expect(Self.truth(named, "p=ja") == .no)
        #expect(!named.mayBeUnknown(Self.vocabulary))
    }

    @Test func keepingSilentIsNotKnownEither() {
        let silent = Condition.fact(2, ValueSet([0]))
        #expect(Self.truth(silent, "stil=wil-ik-niet-zeggen") == .unknown)
        #expect(silent.mayBeUnknown(Self.vocabulary))
    }

    @Test(
        "Whether a condition can come to unknown",
        arguments: [
            (condition: Condition.always, may: false), (.fact(0, ValueSet([0])), true),
            (.fact(0, ValueSet([2])), false), (.fact(3, ValueSet([0])), false),
            (.not(.fact(0, ValueSet([1]))), true), (.not(.fact(3, ValueSet([1]))), false),
            (.all([.fact(3, ValueSet([0])), .fact(1, ValueSet([0]))]), true),
            (.any([.fact(3, ValueSet([0])), .fact(0, ValueSet([2]))]), false),
        ])
    func mayBeUnknown(condition: Condition, may: Bool) {
        #expect(condition.mayBeUnknown(Self.vocabulary) == may)
    }

    /// Every pair of values: only a condition that may be unknown ever is.
    @Test func whatCannotBeUnknownNeverIs() {
        let values = ["", "ja", "nee", "weet-ik-niet"]
        let leaves = [Self.p, Self.q, .fact(0, ValueSet([1, 2])), .fact(3, ValueSet([1])), .always]
        for first in leaves {
            for second in leaves {
                for condition in [.all([first, second]), .any([first, .not(second)])] as [Condition] {
                    for p in values {
                        for q in values {
                            let line = [p.isEmpty ? "" : "p=\(p)", q.isEmpty ? "" : "q=\(q)"]
                                .joined(separator: " ")
                            if Self.truth(condition, line) == .unknown {
                                #expect(condition.mayBeUnknown(Self.vocabulary), "\(condition) \(line)")
                            }
                        }
                    }
                }
            }
        }
    }

    @Test(
        "What unknown comes to is what the writer said",
        arguments: [
            (known: "p=weet-ik-niet", ifUnknown: true, holds: true), ("p=weet-ik-niet", false, false),
            ("p=ja", false, true), ("p=nee", true, false), ("", true, false),
        ])
    func when(known: String, ifUnknown: Bool, holds: Bool) {
        let when = When(Self.p, ifUnknown: ifUnknown)
        #expect(when.holds(Self.facts(known), Self.vocabulary) == holds)
    }

    @Test func factsAreNamedOnceInOrder() {
        let condition = Condition.all([Self.q, .any([Self.p, .not(Self.q)]), .fact(3, ValueSet([0]))])
        #expect(condition.facts == [1, 0, 3])
    }

    @Test func readAloudAsAWriterWouldSayIt() {
        let condition = Condition.all([
            .fact(0, ValueSet([0, 2])), .not(.any([Self.q, .fact(3, ValueSet([1]))])),
        ])
        #expect(
            condition.spoken(Self.vocabulary) == "p is ja of weet-ik-niet en niet (q is ja, of zeker is nee)")
        #expect(Condition.always.spoken(Self.vocabulary) == "altijd")
    }

    @Test func setsHoldValuesBeyondOneWord() {
        let set = ValueSet([0, 63, 64, 200])
        #expect(set.indexes == [0, 63, 64, 200])
        #expect(set.contains(200) && !set.contains(199) && !set.contains(9999))
        #expect(ValueSet([Int]()).isEmpty)
    }
}
