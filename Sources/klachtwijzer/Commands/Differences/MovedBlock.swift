import Proof
import Rules

/// Talks that the same change moves in the same way, told together.
struct MovedBlock {
    let causes: [PartKey]
    let goesElsewhere: Bool
    let notes: [ChangeNote]
    let isExplained: Bool
    private(set) var groups: [MovedTalks]

    /// What goes elsewhere first, the most talks first.
    static func all(_ moved: [MovedTalks]) -> [MovedBlock] {
        var blocks: [MovedBlock] = []
        for group in moved {
            if let index = blocks.firstIndex(where: { $0.takes(group) }) {
                blocks[index].groups.append(group)
            } else {
                blocks.append(MovedBlock(group))
            }
        }
        return blocks.filter(\.goesElsewhere) + blocks.filter { !$0.goesElsewhere }
    }

    private init(_ group: MovedTalks) {
        causes = group.movedBy
        goesElsewhere = group.goesElsewhere
        notes = group.notes
        isExplained = group.isExplained
        groups = [group]
    }

    private func takes(_ group: MovedTalks) -> Bool {
        group.movedBy == causes && group.goesElsewhere == goesElsewhere && group.notes == notes
            && group.isExplained == isExplained
    }

    var count: Double { groups.reduce(0) { $0 + $1.count } }

    /// What is different in any of them.
    var aspects: [MovedTalks.Aspect] {
        MovedTalks.Aspect.allCases.filter { aspect in groups.contains { $0.aspects.contains(aspect) } }
    }

    /// The group with the shortest talk, to try it.
    var example: MovedTalks? {
        groups.filter { $0.witness != nil }.min {
            ($0.witness?.turns.count ?? 0) < ($1.witness?.turns.count ?? 0)
        }
    }

    /// What came, what went, and what is there in both.
    var parts: (come: [PartKey], gone: [PartKey], other: [PartKey]) {
        func each(_ parts: (MovedTalks) -> [PartKey]) -> [PartKey] {
            Set(groups.flatMap(parts)).sorted { ($0.kind.rawValue, $0.id) < ($1.kind.rawValue, $1.id) }
        }
        return (
            each { group in group.come.filter { !group.gone.contains($0) } },
            each { group in group.gone.filter { !group.come.contains($0) } },
            each { group in group.come.filter(group.gone.contains) }
        )
    }

    /// The line for `wijzigingen.yaml` that would speak of all of them.
    var suggestion: String {
        for (kinds, key) in Self.keys {
            let ids = Set(causes.filter { kinds.contains($0.kind) }.map(\.whole))
            if !ids.isEmpty { return "\(key): [\(ids.sorted().joined(separator: ", "))]" }
        }
        let rules = Set(groups.flatMap { [$0.oldRule, $0.newRule] })
        return "regels: [\(rules.sorted().joined(separator: ", "))]"
    }

    private static let keys: [(Set<PartKey.Kind>, String)] = [
        ([.rule], "regels"), ([.figure], "termijnen"), ([.partner, .service], "organisaties"),
        ([.question, .option], "vragen"),
    ]
}
