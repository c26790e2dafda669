/// What a person did at the keyboard.
enum Key: Hashable, Sendable {
    /// A character that is safe to show; U+FFFD for what was none.
    case character(Unicode.Scalar)
    case paste(Paste)
    case enter
    /// Alt-Enter: a new line within the answer.
    case newline
    case tab
    case backspace, delete
    case left, right, wordLeft, wordRight, home, end
    case up, down
    case killToEnd, killLine, killWordLeft, killWordRight, yank
    /// Ctrl-C.
    case interrupt
    /// Ctrl-D: the end on an empty line, otherwise the next character goes.
    case endOfInput
    /// Ctrl-Z.
    case suspend
    /// Everything that means nothing here: function keys, the mouse, what a terminal says of itself.
    case ignored
}

/// Text that came all at once. Its lines are separated by `\n`.
struct Paste: Hashable, Sendable {
    /// Longer than any story; the rest would only make the screen wait.
    static let limit = 20_000

    private(set) var text: [Unicode.Scalar] = []
    /// How many characters did not fit.
    private(set) var dropped = 0

    mutating func append(_ scalar: Unicode.Scalar) {
        if text.count < Self.limit { text.append(scalar) } else { dropped += 1 }
    }
}
