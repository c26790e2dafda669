import DialogEngine
import Rules

/// Finds, for a talk that was held, the nearest one with another outcome.
///
/// Making it takes as long as proving the dialogs, so it is made when somebody asks, and kept.
public struct Counterfactuals {
    let paths: Paths
    let outcomes: Outcomes
    let walks: Walks
    public let day: Day

    public init(_ handbook: Handbook, on day: Day) { self.init(Paths(World(handbook, on: day))) }

    /// - Precondition: the sets are of one dialog.
    init(_ paths: Paths) {
        self.paths = paths
        outcomes = Outcomes(paths)
        walks = Walks(paths)
        day = paths.worlds[0].day
    }

    private var handbook: Handbook { paths.worlds[0].handbook }

    /// - Parameters:
    ///   - session: A talk of which the way is known, held on this day.
    ///   - party: The one looked at; nil when the talk is about none.
    public func answer(_ sought: OutcomeSought, _ session: Session, about party: PartyFacts?)
        -> Counterfactual
    {
        let replay = session.replay()
        let decision = handbook.decision(on: session, replay).about(party?.party.id)
        if sought.isOutcome(of: decision) {
            return Counterfactual(verdict: .already, decision: decision, obstacle: nil)
        }
        let nearest = nearest(sought, session, about: party)
        var rule = nearest?.rule
        if case .rule(let id) = sought { rule = id }
        let facts = party?.facts ?? replay.facts
        return Counterfactual(
            verdict: nearest.map(Counterfactual.Verdict.possible)
                ?? (talks(sought).isEmpty ? .impossible : .notFound), decision: decision,
            obstacle: rule.map {
                Obstacle(of: $0, in: handbook, facts, decided: decision.ruleID, on: day)
            })
    }

    /// With the same party, or with another one where that takes fewer answers.
    private func nearest(_ sought: OutcomeSought, _ session: Session, about party: PartyFacts?)
        -> Alternative?
    {
        let same = Nearest(self, sought, session, about: party, isOther: false).found()
        guard party != nil else { return same?.alternative }
        let other = Nearest(self, sought, session, about: party, isOther: true).found()
        guard let same, let other else { return (same ?? other)?.alternative }
        return other.cost < same.cost ? other.alternative : same.alternative
    }

    func decision(_ session: Session, _ replay: Replay) -> RouteDecision {
        handbook.decision(on: session, replay)
    }

    /// The talks with an outcome.
    func talks(_ sought: OutcomeSought) -> TalkSet {
        switch sought {
        case .rule(let id): outcomes.talks(.rule) { $0 == id }
        case .channel(let channel): outcomes.talks(.channel) { $0 == channel.rawValue }
        case .kind(let kind): outcomes.talks(.kind) { $0 == kind.rawValue }
        case .bodies(let ids): outcomes.talks(.here, in: ids.contains)
        case .services(let ids):
            paths.diagrams.and(outcomes.talks(.here) { $0 == OutcomeFacts.party }, naming(Set(ids)))
        }
    }

    /// The talks in which the party looked at can be one of these.
    private func naming(_ services: Set<String>) -> TalkSet {
        paths.diagrams.union(
            paths.space.variables.enumerated().map { index, variable in
                paths.diagrams.value(index) { value in
                    variable.classes[value].parties.contains { services.contains($0.id) }
                }
            })
    }
}

extension RouteDecision {
    /// The part about one party, where there are several.
    func about(_ party: String?) -> RouteDecision {
        perParty.first { $0.party.id == party }?.decision ?? self
    }
}
