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
            if isNamed, !fits, isSister(words, at: party, about) { continue }
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

    /// Whether a name rather stands for another service of the same partner: the one that the text is about, or whose
    /// everyday words it has; for the first where there is no such one. Who names the partner and a nurse may not mean
    /// its cleaners, whatever the text seems to be about.
    private func isSister(_ party: Knowledge.PartyWords, at place: Int, _ about: Set<String>) -> Bool {
        let others = sisters(of: party).filter { $0.offset != place }
        if words[place] != nil {
            return others.contains { words[$0.offset] != nil && !about.isDisjoint(with: $0.element.topics) }
        }
        return others.contains {
            $0.offset < place || words[$0.offset] != nil || !about.isDisjoint(with: $0.element.topics)
        }
    }

    /// The services of the same partner, itself among them.
    private func sisters(of party: Knowledge.PartyWords) -> [(offset: Int, element: Knowledge.PartyWords)] {
        let partner = party.id.prefix { $0 != "/" }
        return knowledge.parties.enumerated().filter { $0.element.id.prefix { $0 != "/" } == partner }
    }
}
