/// Counts passives, with care: what is none must not be called one.
enum PassiveVoice {
    /// - Parameter words: Those of one sentence, folded.
    static func count(in words: [String]) -> Int {
        let becoming = words.count { ["word", "wordt", "worden", "werd", "werden"].contains($0) }
        // `zijn` may be his, so it does not count.
        let being = words.count { ["is", "was", "waren"].contains($0) }
        guard being > 0 else { return becoming }
        // The participles that `worden` takes are not left for `is`.
        return becoming + min(being, max(0, words.count(where: isParticiple) - becoming))
    }

    /// Whether a word as it is written may be the verb of a passive; found sooner than its folded form.
    static func mayBeOne(_ word: Substring) -> Bool {
        switch word.utf8.first {
        case UInt8(ascii: "w"), UInt8(ascii: "W"), UInt8(ascii: "i"), UInt8(ascii: "I"): true
        default: false
        }
    }

    /// `gemaakt`, `opgebeld`: what ends in -en may be an infinitive, and what has no ge- is hard to tell.
    private static func isParticiple(_ word: String) -> Bool {
        guard word.count >= 6, word.hasSuffix("d") || word.hasSuffix("t"), !others.contains(word) else {
            return false
        }
        if word.hasPrefix("ge") { return true }
        return prefixes.contains { word.hasPrefix($0 + "ge") && word.count >= $0.count + 6 }
    }

    private static let prefixes = [
        "aan", "achter", "af", "bij", "binnen", "dicht", "door", "in", "langs", "los", "mee", "na", "neer",
        "om", "op", "open", "over", "rond", "samen", "terug", "tegen", "toe", "uit", "vast", "voor", "weg",
    ]

    /// Nouns and adjectives, and verbs that have `is` of themselves.
    private static let others: Set<String> = [
        "gebeurd", "gestopt", "geslaagd", "gelukt", "gestart", "gegroeid", "opgegroeid", "gevlucht", "gezakt",
        "afgestudeerd", "getrouwd", "gewond", "gezond", "ongezond", "geschikt", "gericht", "gerust", "geduld",
        "geluid", "gebied", "geweld", "gezicht", "gerecht", "gewicht", "gevecht", "gedicht", "gerucht",
    ]
}
