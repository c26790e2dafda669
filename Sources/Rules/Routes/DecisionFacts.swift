import DialogEngine

extension Rulebook {
    /// The facts about a decision that later questions may read, with all their values.
    public static let decisionDomains: [FactDomain] = [
        FactDomain(name: "route.kanaal", values: Channel.allCases.map(\.rawValue)),
        FactDomain(name: "route.soort", values: MatterKind.allCases.map(\.rawValue)),
        FactDomain(name: keepingFact, values: Keeping.allCases.map(\.rawValue)),
    ]

    private static let keepingFact = "route.bewaart"

    /// For `Session`: decides as soon as the way is known.
    public func derivation(receivedOn: Day) -> Derivation {
        { general, parties in
            // The way never depends on a date itself, only on its class, which is among the facts.
            let ruling = ruling(general, parties, receivedOn: receivedOn)
            return [
                ("route.kanaal", ruling.channel.rawValue), ("route.soort", ruling.kind.rawValue),
                (Self.keepingFact, ruling.keeps.rawValue),
            ]
        }
    }

    /// What is kept of a talk whose way is known. It is among the facts: nothing is decided once more at every prompt.
    public func keeping(_ replay: Replay) -> Keeping? {
        guard let fact = vocabulary.index(of: Self.keepingFact), let value = replay.facts[fact] else {
            return nil
        }
        return Keeping(rawValue: vocabulary.domains[fact].values[value])
    }
}
