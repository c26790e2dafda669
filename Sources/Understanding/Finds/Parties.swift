extension EvidenceFinder.Found {
    /// Those who are named, and those whose everyday words fit what the text is about: a neighbour who only saw that
    /// the lamp is broken is no party.
    ///
    /// - Parameter topics: Best first.
    func parties(in text: FreeText, topics: [Understood.Ranked]) -> [Find<String>] {
        let likeliest = topics.prefix(topics.first?.sureness == .sure ? 1 : 2)
        let about = Set(likeliest.map(\.id))
        let surelyAbout = likeliest.filter { $0.certainty >= 0.75 * (topics.first?.certainty ?? 0) }.map(\.id)
        var finds: [(first: Int, find: Find<String>)] = []
        for (party, words) in knowledge.parties.enumerated() {
            let isNamed = names[party] != nil
            let fits = !about.isDisjoint(with: words.topics)
            let isMeant = surelyAbout.contains { words.topics.contains($0) }
            // The provider of somebody's e-mail is no party.
            guard let said = names[party] ?? (isMeant ? self.words[party] : nil),
                case let places = said.filter({ !text.isInEmail($0) }), !places.isEmpty
            else { continue }
            // A name stands for the service that the text is about; for the first where it is about none.
            if isNamed, !fits, hasBetterSister(words, at: party, about) { continue }
            let find = Find(
                words.id, from: evidence(places, text),
                certainty: isNamed ? 0.9 : certainty(of: words, topics))
            finds.append((places.map(\.lowerBound).min() ?? 0, find))
        }
        return finds.sorted { ($0.first, $0.find.value) < ($1.first, $1.find.value) }.map(\.find)
    }

    /// An everyday word is believed where the text is about that service, and not only perhaps.
    private func certainty(of words: Knowledge.PartyWords, _ topics: [Understood.Ranked]) -> Double {
        guard let first = topics.first, first.sureness > .unsure, words.topics.contains(first.id) else {
            return 0.3
        }
        return 0.6
    }

    /// Another service of the same partner fits, or stands before it where none does.
    private func hasBetterSister(_ party: Knowledge.PartyWords, at place: Int, _ about: Set<String>) -> Bool {
        let partner = party.id.prefix { $0 != "/" }
        return knowledge.parties.enumerated().contains { other, words in
            words.id.prefix { $0 != "/" } == partner
                && (other < place || !about.isDisjoint(with: words.topics))
        }
    }
}
