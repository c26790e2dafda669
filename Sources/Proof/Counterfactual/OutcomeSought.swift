import DialogEngine
import Rules

/// Another outcome, of which somebody asks why it was not this one.
public enum OutcomeSought: Hashable, Sendable {
    case rule(String)
    case channel(Channel)
    case kind(MatterKind)
    /// The matter lies with one of these bodies: `gemeente` is each of its offices.
    case bodies([String])
    /// The matter lies with the party, and that is one of these services.
    case services([String])

    /// What a typed word turned out to mean.
    public enum Reading: Hashable, Sendable {
        case found(OutcomeSought)
        /// The names that it may mean.
        case several([String])
        /// - Parameter near: The nearest name that exists, if any is near.
        case unknown(near: String?)
    }

    public func isOutcome(of decision: RouteDecision) -> Bool {
        switch self {
        case .rule(let id): decision.ruleID == id
        case .channel(let channel): decision.channel == channel
        case .kind(let kind): decision.kind == kind
        case .bodies(let ids): ids.contains { decision.destination == .body($0) }
        case .services(let ids): ids.contains { decision.destination == .service($0) }
        }
    }

    /// Whether a decision has it among its steps.
    public func isStep(of decision: RouteDecision) -> Bool {
        decision.steps.contains { step in
            switch self {
            case .rule, .channel, .kind: false
            case .bodies(let ids): ids.contains { step.place == .body($0) }
            case .services(let ids): ids.contains { step.place == .service($0) }
            }
        }
    }
}

/// Everything that can be asked for, by its names.
public struct OutcomeNames: Sendable {
    private let handbook: Handbook
    /// In the order in which they are tried: what a resident would name comes before the rules.
    private let entries: [(name: String, sought: OutcomeSought)]

    public init(_ handbook: Handbook, _ translation: Translation = .dutch) {
        self.handbook = handbook
        let rules = handbook.rulebook.table.rules
        let register = handbook.rulebook.register
        var entries: [(name: String, sought: OutcomeSought)] = []
        entries += Channel.allCases.filter { channel in rules.contains { $0.channel == channel } }
            .map { ($0.rawValue, .channel($0)) }
        entries += MatterKind.allCases.filter { kind in rules.contains { $0.kind == kind } }
            .map { ($0.rawValue, .kind($0)) }
        let offices = register.bodies.filter(\.isGemeente).map(\.id)
        let gemeente = handbook.gemeente.name
        entries += ["gemeente", gemeente, translation(gemeente)].map { ($0, .bodies(offices)) }
        for body in register.bodies {
            let alike = register.bodies.filter { $0.name == body.name }.map(\.id)
            entries += [body.name, translation(body.name)].map { ($0, .bodies(alike)) }
            entries.append((body.id, .bodies([body.id])))
        }
        for partner in register.partners {
            let all = OutcomeSought.services(partner.services.map(partner.serviceID))
            entries += ([partner.name, translation(partner.name), partner.id] + partner.aliases).map {
                ($0, all)
            }
            entries += partner.services.map {
                (partner.serviceID($0), .services([partner.serviceID($0)]))
            }
        }
        entries += rules.map { ($0.id, .rule($0.id)) }
        self.entries = entries
    }

    /// Each name once, for completion.
    public var all: [String] {
        var seen: Set<String> = []
        return entries.map(\.name).filter { seen.insert(OutcomeNames.plain($0)).inserted }
    }

    /// By the whole name; else by the beginning of one only; else by an everyday word.
    public func read(_ typed: String) -> OutcomeSought.Reading {
        let words = OutcomeNames.plain(typed)
        guard !words.isEmpty else { return .unknown(near: nil) }
        if let exact = entries.first(where: { OutcomeNames.plain($0.name) == words }) {
            return .found(exact.sought)
        }
        let beginning = entries.filter { OutcomeNames.plain($0.name).hasPrefix(words) }
        if let reading = one(of: beginning) { return reading }
        let within = entries.filter { entry in
            guard case .bodies = entry.sought, words.count >= 4 else { return false }
            return entry.name.foldedWords.contains { $0.hasPrefix(words) }
        }
        if let reading = one(of: within) { return reading }
        let small = handbook.answerWords.small
        let services = handbook.rulebook.register.search(typed, besides: small)
        guard services.isEmpty else {
            return .found(.services(services.map { $0.partner.serviceID($0.service) }))
        }
        return .unknown(near: Spelling.nearest(to: typed.folded, among: entries.map(\.name.folded)))
    }

    /// The one meaning, or the names of the several there are; nil when there is none.
    private func one(of found: [(name: String, sought: OutcomeSought)]) -> OutcomeSought.Reading? {
        guard let first = found.first else { return nil }
        var seen: Set<OutcomeSought> = []
        let different = found.filter { seen.insert($0.sought).inserted }
        let names = Set(different.map { OutcomeNames.plain($0.name) })
        return names.count == 1 ? .found(first.sought) : .several(different.map(\.name))
    }

    private static func plain(_ words: String) -> String { words.foldedWords.joined(separator: " ") }
}
