import DialogEngine
import Rules

/// What a change of the dialogs does to residents, on one day.
///
/// Two halves. `moved` holds every talk that both dialogs allow and that ends differently, found in the sets of
/// both at once; `parts` holds everything by id that is not written the same, whether a talk shows it or not.
public struct DialogDifferences: Sendable {
    /// By rule; what goes elsewhere first.
    public let moved: [MovedTalks]
    public let parts: [PartDifference]
    /// Choices and questions that are no longer there, or were not, without a word in `wijzigingen.yaml`.
    public let unexplainedParts: [PartDifference]

    /// - Parameter notes: The entries of `wijzigingen.yaml` that only the new dialogs have.
    public init(old: Edition, new: Edition, notes: [ChangeNote] = [], on day: Day) {
        let parts = PartDifference.all(Inventory(old), Inventory(new))
        self.parts = parts
        let noted = Set(notes.flatMap(\.questions))
        unexplainedParts = parts.filter { difference in
            guard difference.part.kind == .question || difference.part.kind == .option else { return false }
            if case .changed = difference.change { return false }
            return !noted.contains(difference.part.whole)
        }
        guard !parts.isEmpty else {
            moved = []
            return
        }
        let comparison = Comparison(
            Paths([World(old.handbook, on: day), World(new.handbook, on: day)]), changed: parts.map(\.part),
            notes: notes)
        moved = comparison.moved()
    }

    /// Nothing that a resident gets has changed.
    public var areNone: Bool { moved.isEmpty && parts.isEmpty }

    public var unexplained: [MovedTalks] { moved.filter { !$0.isExplained } }

    /// Every move has its reason.
    public var isExplained: Bool { unexplained.isEmpty && unexplainedParts.isEmpty }
}

/// Two dialogs over the same answers.
struct Comparison {
    let paths: Paths
    let told: [Told]
    let changed: [PartKey]
    let notes: [ChangeNote]
    let walks: Walks
    /// The talks about several parties.
    private let several: TalkSet

    var diagrams: Diagrams { paths.diagrams }

    init(_ paths: Paths, changed: [PartKey], notes: [ChangeNote]) {
        self.paths = paths
        self.changed = changed
        self.notes = notes
        told = paths.worlds.indices.map { Told(paths, world: $0) }
        walks = Walks(paths)
        several = Advice.several(paths)
    }

    func moved() -> [MovedTalks] {
        let everywhere = differing(told[0].everywhere, told[1].everywhere, among: paths.talks)
        var groups: [MovedTalks] = []
        for (old, talks) in paths.decided[0].enumerated() where !talks.isEmpty {
            for (new, others) in paths.decided[1].enumerated() where !others.isEmpty {
                let both = diagrams.and(talks, others)
                guard !both.isEmpty else { continue }
                let own = differing(told[0].byRule[old], told[1].byRule[new], among: both)
                let shared = everywhere.compactMap { one -> Differing? in
                    let talks = diagrams.and(one.talks, both)
                    return talks.isEmpty ? nil : Differing(piece: one.piece, isNew: one.isNew, talks: talks)
                }
                if let group = group(old, new, own + shared) { groups.append(group) }
            }
        }
        return groups.sorted { a, b in
            (order(a), -a.count, a.oldRule, a.newRule) < (order(b), -b.count, b.oldRule, b.newRule)
        }
    }

    private struct Differing {
        let piece: Told.Piece
        let isNew: Bool
        let talks: TalkSet
    }

    /// What only one of the two says, with the talks for which that holds.
    private func differing(
        _ old: [Told.Piece: TalkSet], _ new: [Told.Piece: TalkSet], among talks: TalkSet
    ) -> [Differing] {
        Set(old.keys).union(new.keys).flatMap { piece in
            let before = diagrams.and(old[piece] ?? .none, talks)
            let after = diagrams.and(new[piece] ?? .none, talks)
            return [
                Differing(piece: piece, isNew: false, talks: diagrams.minus(before, after)),
                Differing(piece: piece, isNew: true, talks: diagrams.minus(after, before)),
            ].filter { !$0.talks.isEmpty }
        }
    }

    /// What goes elsewhere first, and before others what moves of itself.
    private func order(_ group: MovedTalks) -> Int {
        let aspect = group.aspects.first.flatMap(MovedTalks.Aspect.allCases.firstIndex) ?? 0
        return aspect + (group.needsSeveral ? MovedTalks.Aspect.allCases.count : 0)
    }

    private func group(_ old: Int, _ new: Int, _ pieces: [Differing]) -> MovedTalks? {
        guard !pieces.isEmpty else { return nil }
        let aspects = Set(pieces.map(\.piece.aspect))
        let talks = diagrams.union(pieces.map(\.talks))
        func parts(_ isNew: Bool) -> [PartKey] {
            let named = pieces.filter { $0.isNew == isNew }.compactMap(\.piece.part)
            return Set(named).sorted { ($0.kind.rawValue, $0.id) < ($1.kind.rawValue, $1.id) }
        }
        let rules = [paths.worlds[0].rules[old].id, paths.worlds[1].rules[new].id]
        let touched = parts(false) + parts(true)
        return MovedTalks(
            oldRule: rules[0], newRule: rules[1],
            aspects: MovedTalks.Aspect.allCases.filter(aspects.contains), gone: parts(false),
            come: parts(true), count: walks.count(talks),
            needsSeveral: diagrams.minus(talks, several).isEmpty, witness: witness(talks),
            movedBy: movers(rules, touched), notes: notes(rules, touched))
    }

    /// The shortest of the talks, with one party where that will do: what the resident hears before, and what
    /// only the new dialogs ask.
    private func witness(_ talks: TalkSet) -> Witness? {
        let alone = diagrams.minus(talks, several)
        guard let values = walks.shortest(alone.isEmpty ? talks : alone) else { return nil }
        let old = Witness(TalkMaker(paths, world: 0).talk(values))
        let new = Witness(TalkMaker(paths, world: 1).talk(values))
        let extra = new.turns.filter { turn in
            !old.turns.contains { $0.question == turn.question && $0.party == turn.party }
        }
        return Witness(turns: old.turns + extra)
    }

    // MARK: Why

    /// What was changed and stands closest: the rules themselves, then questions, then all other rules.
    private func movers(_ rules: [String], _ touched: [PartKey]) -> [PartKey] {
        let near = changed.filter { part in
            (part.kind == .rule && rules.contains(part.id)) || touched.contains(part)
                || (part.kind == .step && touched.contains { part.id.hasSuffix("/" + $0.id) })
        }
        if !near.isEmpty { return near }
        return changed.filter { [.question, .option, .rule, .service, .general, .figure].contains($0.kind) }
    }

    private func notes(_ rules: [String], _ touched: [PartKey]) -> [ChangeNote] {
        let movers = movers(rules, touched)
        let ruleIDs = Set(rules + movers.filter { $0.kind == .rule }.map(\.id))
        let questions = wholes(touched + movers, [.question, .option])
        let partners = wholes(movers, [.partner, .service])
        let figures = wholes(movers, [.figure])
        return notes.filter { note in
            !ruleIDs.isDisjoint(with: note.rules) || !questions.isDisjoint(with: note.questions)
                || !partners.isDisjoint(with: note.partners) || !figures.isDisjoint(with: note.figures)
        }
    }

    /// The ids of these kinds of parts, of a choice or a service that of its whole.
    private func wholes(_ parts: [PartKey], _ kinds: Set<PartKey.Kind>) -> Set<String> {
        Set(parts.filter { kinds.contains($0.kind) }.map(\.whole))
    }
}
