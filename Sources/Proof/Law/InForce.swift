import DialogEngine
import Rules

/// What holds on a day, and what does not yet or no longer.
public struct InForce: Sendable {
    public struct Split: Sendable {
        public let valid: [String]
        public let other: [String]

        init<Item>(_ items: [Item], _ name: (Item) -> String, _ isValid: (Item) -> Bool) {
            var valid: [String] = []
            var other: [String] = []
            for item in items {
                let name = name(item)
                if isValid(item) {
                    if !valid.contains(name) { valid.append(name) }
                } else if !other.contains(name) {
                    other.append(name)
                }
            }
            self.valid = valid
            // What has a value now has one, whatever else it had before.
            self.other = other.filter { !valid.contains($0) }
        }

        public var count: Int { valid.count + other.count }
    }

    public let day: Day
    public let rules: Split
    public let figures: Split
    public let articles: Split

    public init(_ handbook: Handbook, _ laws: LawTable, on day: Day) {
        self.day = day
        rules = Split(handbook.rulebook.table.rules, { $0.id }, { $0.isValid(on: day) })
        figures = Split(handbook.rulebook.terms.figures, { $0.id }, { $0.isValid(on: day) })
        articles = Split(
            laws.laws.flatMap(\.articles), { $0.reference.text }, { $0.isValid(on: day) })
    }

    /// One Dutch sentence, and one more for what does not hold.
    public var words: String {
        let held =
            "Op \(day.iso) gelden \(rules.valid.count) van de \(rules.count) regels, "
            + "\(figures.valid.count) van de \(figures.count) termijnen en "
            + "\(articles.valid.count) van de \(articles.count) artikelen."
        let missing = [("regels", rules.other), ("termijnen", figures.other), ("artikelen", articles.other)]
            .filter { !$0.1.isEmpty }.map { "\($0.0) \(Listing.names($0.1))" }
        return missing.isEmpty ? held : held + " Niet: " + missing.joined(separator: "; ") + "."
    }
}
