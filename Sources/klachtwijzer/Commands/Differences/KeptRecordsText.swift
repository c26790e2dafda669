import Proof

/// The complaints that a change moves, by the rule that moves them; numbers and nothing else of a person.
struct KeptRecordsText {
    private struct Way: Hashable {
        let words: String
        let movers: [PartKey]
    }

    private let records: KeptRecords
    private let names: PartNames

    init(_ records: KeptRecords, _ names: PartNames) {
        self.records = records
        self.names = names
    }

    private static let mostWays = 12
    private static let mostNumbers = 8

    var text: String {
        guard !records.moved.isEmpty else {
            return records.count == 0
                ? "In deze opslag staan geen klachten."
                : "Alle \(records.count) bewaarde klachten zouden nu hetzelfde besluit krijgen."
        }
        var lines = [
            "Bewaarde klachten die nu anders zouden gaan: \(records.moved.count) van \(records.count)"
        ]
        let ways = Dictionary(grouping: records.moved, by: way).sorted {
            ($1.value.count, $0.key.words) < ($0.value.count, $1.key.words)
        }
        for (way, moved) in ways.prefix(Self.mostWays) {
            lines.append("  \(moved.count) keer \(way.words)")
            if !way.movers.isEmpty { lines.append("    door " + names.list(way.movers)) }
            lines.append("    " + PartNames.list(moved.map(\.nummer), atMost: Self.mostNumbers))
        }
        let rest = ways.dropFirst(Self.mostWays)
        if !rest.isEmpty {
            let count = rest.reduce(0) { $0 + $1.value.count }
            lines.append("  en nog \(count) op \(rest.count) andere wegen; --json noemt ze alle")
        }
        return lines.joined(separator: "\n")
    }

    private func way(_ record: MovedRecord) -> Way {
        let rules =
            record.regelOud == record.regelNieuw
            ? "regel \(record.regelOud)" : "van regel \(record.regelOud) naar \(record.regelNieuw)"
        let aspects = record.anders.compactMap(MovedTalks.Aspect.init).map(\.words)
        var words = record.gaatNaarElders ? "\(rules), gaat ergens anders heen" : "\(rules), dezelfde weg"
        if !aspects.isEmpty { words += "; anders: " + aspects.joined(separator: ", ") }
        if !record.pastNiet.isEmpty {
            words +=
                "; het antwoord past niet meer of ontbreekt bij "
                + names.list(record.pastNiet.map { PartKey(.question, $0) })
        }
        return Way(words: words, movers: record.movers)
    }
}
