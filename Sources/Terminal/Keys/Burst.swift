/// Tells a paste without brackets from keys, by how it came.
///
/// Terminals that do not mark a paste send its lines as if they were typed, so that each would answer a question.
/// What comes at once while the program waits, and goes on behind an Enter, is one paste.
struct Burst {
    /// Fewer bytes may be keys that a slow line brought together.
    private static let leastBytes = 8
    /// From here on more of it may be on its way.
    private static let muchBytes = 64

    private var keys: [Key] = []
    /// A paste was just here, and on a slow line the rest of it may still come.
    private(set) var isRecent = false

    /// Something is held back until it is clear what it is.
    var isHolding: Bool { !keys.isEmpty }

    /// Keys of one piece that came while the program waited.
    ///
    /// - Returns: The keys that are certain.
    mutating func take(_ news: [Key], bytes: Int) -> [Key] {
        if isHolding {
            keys += news
            return []
        }
        if isRecent {
            guard news.contains(.enter) else { return news }
            keys = news
            return []
        }
        guard bytes >= Self.leastBytes else { return news }
        let goesOn = news.firstIndex(of: .enter).map { news[$0...].contains { $0 != .enter } } ?? false
        guard goesOn || (bytes >= Self.muchBytes && news.last == .enter) else { return news }
        keys = news
        return []
    }

    /// Nothing more came: one paste, or a long line with its Enter.
    mutating func finish() -> [Key] {
        defer { keys = [] }
        // Behind a paste only an Enter by itself is one.
        let end = isRecent ? keys.startIndex : keys.firstIndex(of: .enter) ?? keys.endIndex
        guard keys[end...].contains(where: { $0 != .enter }) else { return keys }
        isRecent = true
        var paste = Paste()
        var pieces: [Key] = []
        for key in keys.trimmingEnters {
            switch key {
            case .character(let scalar): paste.append(scalar)
            case .tab: paste.append(" ")
            case .enter: paste.append("\n")
            case .interrupt, .endOfInput, .paste: pieces.append(key)
            // A page break or another code within the text: not a key that anybody pressed.
            default: break
            }
        }
        return [.paste(paste)] + pieces
    }

    /// Nothing came for so long that the next key is somebody's.
    mutating func forget() { isRecent = false }

    /// A paste with brackets paused; its rest comes without them.
    mutating func expectMore() { isRecent = true }
}

extension [Key] {
    /// Without the Enters at the end: the person decides when a paste is the answer.
    fileprivate var trimmingEnters: ArraySlice<Key> {
        var keys = self[...]
        while keys.last == .enter { keys.removeLast() }
        return keys
    }
}
