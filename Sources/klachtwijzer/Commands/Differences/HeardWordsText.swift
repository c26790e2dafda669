import DialogFiles

/// Changes of the words by which stories are understood, a line for each file.
struct HeardWordsText {
    let changes: [HeardWordsChange]

    private static let mostTopics = 6

    /// nil when there is nothing to tell.
    var text: String? {
        guard !changes.isEmpty else { return nil }
        let title = "Andere woorden om een verhaal aan te herkennen; geen weg verandert daardoor"
        return ([title] + changes.map { "  \($0.file): \(Self.line($0))" }).joined(separator: "\n")
    }

    private static func line(_ change: HeardWordsChange) -> String {
        guard !change.topics.isEmpty else {
            return change.file.hasSuffix(".txt") ? "opnieuw gewogen" : "alleen anders opgeschreven"
        }
        let rest = change.topics.count - mostTopics
        return (change.topics.prefix(mostTopics).map(line) + (rest > 0 ? ["en nog \(rest)"] : []))
            .joined(separator: "; ")
    }

    private static func line(_ topic: HeardWordsChange.Topic) -> String {
        if topic.isNew { return "\(topic.name) is nieuw, met \(words(topic.added))" }
        if topic.isGone { return "\(topic.name) is weg, met \(words(topic.removed))" }
        let parts = [(topic.added, "erbij"), (topic.removed, "weg"), (topic.changed, "anders")]
            .filter { !$0.0.isEmpty }.map { "\(words($0.0)) \($0.1)" }
        return "bij \(topic.name) \(parts.joined(separator: ", "))"
    }

    private static func words(_ words: [String]) -> String { PartNames.list(words.map { "'\($0)'" }) }
}
