/// How near two words are: for "bedoelde u …?".
public enum Spelling {
    /// The nearest of the words that exist; nil when none is near.
    public static func nearest(to word: String, among known: [String]) -> String? {
        guard word.utf8.count <= longestWord else { return nil }
        let limit = max(1, word.count / 3)
        let best = known.map { (word: $0, distance: distance(word, $0)) }.min { $0.distance < $1.distance }
        guard let best, best.distance <= limit else { return nil }
        return best.word
    }

    /// In bytes. Comparing takes the square of this.
    private static let longestWord = 80

    /// The number of letters to add, drop, change or swap.
    static func distance(_ a: String, _ b: String) -> Int {
        let a = Array(a.unicodeScalars)
        let b = Array(b.unicodeScalars)
        if abs(a.count - b.count) > 6 { return 99 }
        var before: [Int] = []
        var previous = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var cost = min(row[j] + 1, previous[j + 1] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
                row.append(cost)
            }
            before = previous
            previous = row
        }
        return previous[b.count]
    }
}
