import Assistant

/// What was typed before in the same place, and the words cut out in the same talk: gone with the place and the
/// talk, because the next person sits at the same keyboard.
struct History {
    private var place: Prompt.Place?
    private var lines: [[Unicode.Scalar]] = []
    /// Which line is shown; the count of lines for the one being typed.
    private var position = 0
    private var draft: [Unicode.Scalar] = []
    /// The words cut out last.
    private(set) var killed: [Unicode.Scalar] = []

    /// A prompt begins.
    mutating func begin(at place: Prompt.Place) {
        if place != self.place { lines = [] }
        if place.talk != self.place?.talk { killed = [] }
        self.place = place
        position = lines.count
        draft = []
    }

    mutating func add(_ line: [Unicode.Scalar]) {
        if !line.isEmpty, line != lines.last { lines.append(line) }
        position = lines.count
    }

    /// - Parameters:
    ///   - step: -1 for an earlier line, 1 for a later one.
    ///   - current: What stands in the line now; it comes back at the end.
    /// - Returns: Nothing when there is no such line.
    mutating func move(_ step: Int, from current: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        let next = position + step
        guard lines.indices.contains(next) || next == lines.count, next >= 0, next != position else {
            return nil
        }
        if position == lines.count { draft = current }
        position = next
        return next == lines.count ? draft : lines[next]
    }

    mutating func kill(_ text: [Unicode.Scalar]) {
        if !text.isEmpty { killed = text }
    }
}
