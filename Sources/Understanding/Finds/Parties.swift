extension EvidenceFinder.Found {
    /// Those who are named, and those whose everyday words fit what the text is about.
    ///
    /// - Parameter topics: Best first.
    func parties(in text: FreeText, topics: [Understood.Ranked]) -> [Find<String>] {
        let about = Set(topics.prefix(2).map(\.id))
        var finds: [(first: Int, find: Find<String>)] = []
        for (party, words) in knowledge.parties.enumerated() {
            let isNamed = names[party] != nil
            let fits = !about.isDisjoint(with: words.topics)
            guard let places = names[party] ?? (fits ? self.words[party] : nil) else { continue }
            // A name stands for the service that the text is about; for all of them where it is about none.
            if isNamed, !fits, hasFittingSister(words, about) { continue }
            let find = Find(words.id, from: evidence(places, text), certainty: isNamed ? 0.9 : 0.6)
            finds.append((places.map(\.lowerBound).min() ?? 0, find))
        }
        return finds.sorted { ($0.first, $0.find.value) < ($1.first, $1.find.value) }.map(\.find)
    }

    private func hasFittingSister(_ party: Knowledge.PartyWords, _ about: Set<String>) -> Bool {
        let partner = party.id.prefix { $0 != "/" }
        return knowledge.parties.contains {
            $0.id.prefix { $0 != "/" } == partner && !about.isDisjoint(with: $0.topics)
        }
    }
}
