import DialogEngine
import Proof
import Rules

/// The parts of two handbooks as people know them, with the id behind where that helps to find them.
struct PartNames {
    let old: Handbook
    let new: Handbook

    private static let longest = 50

    func callAsFunction(_ part: PartKey) -> String {
        let kind = part.kind.rawValue
        if part.kind == .translation, part.id.count > Self.longest {
            return "\(kind) \(part.id.prefix(Self.longest)) …"
        }
        guard let words = words(part) else { return "\(kind) \(part.id)" }
        return "\(kind) '\(words)' (\(part.id))"
    }

    /// Of a long list the first ones, and how many more.
    func list(_ parts: [PartKey]) -> String { Self.list(parts.filter { !isMade($0) }.map { self($0) }) }

    /// A choice that stands in no file: it was made of a service in the register, and says the same.
    func isMade(_ part: PartKey) -> Bool {
        let option = part.id.dropFirst(part.whole.count + 1)
        return part.kind == .option
            && [old, new].contains { $0.rulebook.register.service(String(option)) != nil }
    }

    static func list(_ names: [String], atMost most: Int = 6) -> String {
        guard names.count > most + 1 else { return names.joined(separator: ", ") }
        return names.prefix(most).joined(separator: ", ") + " en nog \(names.count - most)"
    }

    /// nil where the id says it.
    private func words(_ part: PartKey) -> String? {
        switch part.kind {
        case .question: return find { $0.dialog.question(part.id)?.short.words }
        case .option:
            let option = String(part.id.dropFirst(part.whole.count + 1))
            return find { $0.dialog.question(part.whole)?.option(option)?.label.words }
        case .partner:
            return find { book in book.rulebook.register.partners.first { $0.id == part.id }?.name }
        case .service:
            return find { book in
                book.rulebook.register.service(part.id).map { "\($0.partner.name), \($0.service.name)" }
            }
        case .body: return find { $0.rulebook.register.body(part.id)?.name }
        case .source: return find { $0.rulebook.register.source(part.id)?.title }
        case .rule, .ladder, .step, .mention, .figure, .article, .phrase, .letter, .danger, .translation,
            .general:
            return nil
        }
    }

    private func find(_ words: (Handbook) -> String?) -> String? {
        [new, old].lazy.compactMap(words).first { !$0.isEmpty }
    }
}

/// Where a rule sends people, in words.
struct EndingWords {
    let rule: Rule

    var place: String {
        let words = Self.words(rule.channel)
        return rule.detail.map { "\(words) (\($0))" } ?? words
    }

    private static func words(_ channel: Channel) -> String {
        switch channel {
        case .emergency: "het noodnummer"
        case .integrity: "het meldpunt integriteit"
        case .discrimination: "het meldpunt discriminatie"
        case .objection: "een bezwaar bij de gemeente"
        case .coordination: "een klacht over samenwerking bij de gemeente"
        case .gemeenteComplaint: "een klacht bij de gemeente"
        case .ombudsman: "de Nationale ombudsman"
        case .otherBody: "een andere instantie"
        case .partner: "de organisatie zelf"
        case .publicSpaceReport: "een melding bij de gemeente"
        case .damage: "een schadeclaim bij de gemeente"
        case .informationRequest: "een verzoek om stukken of gegevens bij de gemeente"
        case .question: "een vraag aan de gemeente"
        case .idea: "een idee of compliment aan de gemeente"
        }
    }
}

extension MovedTalks.Aspect {
    /// As something that is different now.
    var words: String {
        switch self {
        case .channel: "waar het heen gaat"
        case .kind: "wat voor zaak het is"
        case .detail: "wat het precies is"
        case .keeps: "wat wij bewaren"
        case .next: "wat er daarna nog wordt gevraagd"
        case .steps: "de stappen"
        case .limits: "de laatste dagen"
        case .ground: "het wetsartikel"
        case .mentions: "wat wij erbij zeggen"
        case .questions: "de vragen"
        case .words: "de woorden"
        }
    }
}
