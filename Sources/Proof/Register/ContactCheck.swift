import DialogEngine
import Rules

/// Whether people can reach whom they are sent to, as far as the register knows on a day.
struct ContactCheck {
    private struct Entry {
        let id: String
        let part: HandbookPart
        let contacts: [Contact]
    }

    private let register: PartnerRegister
    private let day: Day

    init(_ handbook: Handbook, on day: Day) {
        register = handbook.rulebook.register
        self.day = day
    }

    var findings: [Finding] { absent + [unchecked, outdated, without].compactMap { $0 } }

    /// Of a partner that is not there no contact is told, so there is nothing to verify.
    private var entries: [Entry] {
        register.partners.filter { $0.isActive(on: day) }.map {
            Entry(id: $0.id, part: .partner($0.id), contacts: $0.contacts)
        } + register.bodies.map { Entry(id: $0.id, part: .body($0.id), contacts: $0.contacts) }
    }

    private var absent: [Finding] {
        register.partners.filter { !$0.isActive(on: day) }.map { partner in
            let time: String
            if let from = partner.validFrom, from > day {
                time = "werkt hier pas vanaf \(from.iso)"
            } else {
                time = "werkt hier niet meer na \(partner.validTo?.iso ?? day.iso)"
            }
            return Finding(
                .partnerAbsent, .partner(partner.id),
                "'\(partner.name)' \(time); wie deze naam noemt, gaat op \(day.iso) via de gemeente")
        }
    }

    private var unchecked: Finding? {
        finding(.contactUnchecked, " nog nooit nagekeken, en het scherm zegt dat: ") { $0.checkedOn == nil }
    }

    private var outdated: Finding? {
        let limit = day.adding(years: -1)
        return finding(.contactOutdated, " voor het laatst nagekeken voor \(limit.iso): ") { contact in
            contact.checkedOn.map { $0 < limit } ?? false
        }
    }

    private var without: Finding? {
        let empty = entries.filter(\.contacts.isEmpty)
        guard let first = empty.first else { return nil }
        return Finding(
            .noContact, first.part,
            Listing.count(empty.count, "organisatie of instantie heeft", "organisaties en instanties hebben")
                + " geen contact; wie daarheen moet, gaat via de gemeente: \(Listing.names(unique(empty.map(\.id))))"
        )
    }

    /// One finding for all contacts of a kind together, named by who has them.
    private func finding(_ code: FindingCode, _ words: String, _ isMeant: (Contact) -> Bool) -> Finding? {
        let meant = entries.filter { $0.contacts.contains(where: isMeant) }
        guard let first = meant.first else { return nil }
        let count = meant.reduce(0) { $0 + $1.contacts.count(where: isMeant) }
        return Finding(
            code, first.part,
            Listing.count(count, "contact is", "contacten zijn") + words
                + Listing.names(unique(meant.map(\.id))))
    }

    /// An organisation may stand in the register as partner and as body.
    private func unique(_ ids: [String]) -> [String] {
        var seen: Set<String> = []
        return ids.filter { seen.insert($0).inserted }
    }
}
