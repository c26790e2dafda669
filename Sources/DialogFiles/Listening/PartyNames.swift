import DialogEngine
import Rules
import Understanding

/// How people call those who can be complained about, from the register.
enum PartyNames {
    static func words(_ register: PartnerRegister) -> [Knowledge.PartyWords] {
        register.partners.flatMap { partner in
            let names = [partner.name] + partner.aliases + partner.predecessors.map(\.name)
            return partner.services.map { service in
                // Neighbours and shops are called by words of every day, in stories about other things too.
                let everyday =
                    partner.group == .company
                    ? Set(service.words.filter { $0 == $0.lowercased() }.map(\.foldedPhrase)) : []
                return Knowledge.PartyWords(
                    id: partner.serviceID(service),
                    names: names.filter { !everyday.contains($0.foldedPhrase) }.compactMap {
                        Keyword($0, reach: .whole)
                    },
                    words: service.words.compactMap { Keyword($0, reach: .beginning) }, topics: service.topics
                )
            }
        }
    }
}
