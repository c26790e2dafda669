/// Many of a kind in one sentence, so that a reader is not flooded.
enum Listing {
    /// `a, b en c`; of a long list the first ones, and how many more.
    static func names(_ names: [String]) -> String {
        if names.count > longest {
            return names.prefix(longest).joined(separator: ", ") + " en nog \(names.count - longest)"
        }
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " en " + last
    }

    /// `1 regel`, `3 regels`.
    static func count(_ count: Int, _ one: String, _ several: String) -> String {
        "\(count) \(count == 1 ? one : several)"
    }

    private static let longest = 24
}
