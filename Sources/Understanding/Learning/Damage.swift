/// Misspells a share of the words of a text, as hasty people do: letters swapped, left out, doubled.
public enum Damage {
    public static func typed(_ text: String, share: Int, seed: UInt64) -> String {
        var chance = Shuffle(seed: seed)
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map { word -> String in
            var letters = Array(word)
            guard letters.count > 3, chance.below(100) < share else { return String(word) }
            let place = 1 + chance.below(letters.count - 2)
            switch chance.below(3) {
            case 0: letters.swapAt(place, place - 1)
            case 1: letters.remove(at: place)
            default: letters.insert(letters[place], at: place)
            }
            return String(letters)
        }
        return words.joined(separator: " ")
    }
}
