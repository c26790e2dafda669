import ArgumentParser
import DialogEngine
import Records
import Reports
import Rules

/// `klachtwijzer partners [woord]`: who does what, how to complain, what comes after.
struct PartnersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "partners", helpNames: [])
    @OptionGroup var shared: SharedOptions
    private var options: Settings { shared.settings }
    @Argument var words: [String] = []

    func run() throws {
        let handbook = try options.handbook()
        let wording = Wording(handbook, language: options.language)
        let today = try options.clock()().day
        let cards = PartnerCards(wording, today: today)
        let found = words.isEmpty ? cards.all() : cards.find(words.joined(separator: " "))
        if options.json {
            return Output.machine(JSONOutput.text(found.map { CardJSON($0, cards, wording, today) }))
        }
        guard !found.isEmpty else {
            throw Problem(
                wording(.partnerNone, ["invoer": words.joined(separator: " ")]), .notFound)
        }
        if words.isEmpty {
            for card in found {
                Output.page("\(wording.translation(card.partner.title(of: card.service)))  (\(card.id))")
            }
            return
        }
        for card in found.prefix(5) {
            do {
                Output.page(try cards.text(card))
            } catch {
                throw Problem(wording.problem(error), .notFound)
            }
        }
    }
}

/// A card for programs; keys as in `partners.yaml`.
private struct CardJSON: Encodable {
    struct ContactJSON: Encodable {
        let soort: String
        let waarde: String
        let waarvoor: String
        let bron: String
        let brondatum: String?
        let gecontroleerdOp: String?
    }

    struct StepJSON: Encodable {
        let naam: String
        let hoe: String
        let opent: String
    }

    let id: String
    let naam: String
    let organisatie: String
    let aliassen: [String]
    let voorgangers: [String]
    let regime: String
    let bestuursorgaan: String
    let taak: String
    let onderwerpen: [String]
    let actief: Bool
    let geldigVan: String?
    let geldigTot: String?
    let hoe: [String]
    let contact: [ContactJSON]
    let daarna: [StepJSON]
    let hulp: [String]
    let teControleren: [String]
    let bronnen: [String]

    init(_ card: PartnerCards.Card, _ cards: PartnerCards, _ wording: Wording, _ today: Day) {
        let partner = card.partner
        id = card.id
        naam = wording.translation(partner.title(of: card.service))
        organisatie = partner.name
        aliassen = partner.aliases
        voorgangers = partner.predecessors.map(\.name)
        regime = card.service.regime
        bestuursorgaan = card.service.authority.rawValue
        taak = card.service.task.rawValue
        onderwerpen = card.service.topics
        actief = partner.isActive(on: today)
        geldigVan = partner.validFrom?.iso
        geldigTot = partner.validTo?.iso
        hoe = cards.how(card)
        contact = cards.contacts(card).map {
            ContactJSON(
                soort: $0.kind.rawValue, waarde: $0.value, waarvoor: $0.purpose, bron: $0.source,
                brondatum: $0.sourceDate, gecontroleerdOp: $0.checkedOn?.iso)
        }
        daarna = card.ladder.map { StepJSON(naam: $0.name, hoe: $0.how, opent: $0.opens) }
        hulp = card.helpers.map(\.id)
        teControleren = partner.toCheck
        bronnen = card.service.sources.compactMap { wording.handbook.rulebook.register.source($0)?.title }
    }
}
